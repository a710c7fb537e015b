"""A file of HTML stands alone: it fetches nothing, runs nothing, and no name in it becomes an element."""

import re
from html.parser import HTMLParser

import pytest

import handouts
from graph.record import Record

ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "section", "footer", "div", "span", "p", "h1", "h2", "b", "br"),
    *("ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "svg", "path"),
}


class Elements(HTMLParser):
    """Collects the elements and the attributes that ask for something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.asks: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.asks += [one for one in attrs if one[0] in ("src", "href", "srcset") or one[0].startswith("on")]


@pytest.mark.parametrize("what", ["one_pager", "chain_map", "slips", "invitation_list", "question_list", "packet"])
def test_a_page_on_a_country_stands_alone(hard: Record, what: str) -> None:
    content = getattr(handouts, what)(hard, "PK", "hazardous-waste", form="html").decode()
    assert_stands_alone(content)


def test_pages_on_networks_stand_alone(hard: Record) -> None:
    assert_stands_alone(handouts.network_factsheet(hard, "wco-rilo-ap", "html").decode())
    assert_stands_alone(handouts.route_sheet(hard, "organization:pk-nou", "customs@VN", form="html").decode())


def assert_stands_alone(content: str) -> None:
    read = Elements()
    read.feed(content)
    assert read.found <= ELEMENTS
    assert read.asks == []
    assert "default-src &#x27;none&#x27;" in content
    assert re.findall(r"url\((?!\"data:)", content) == []
    assert "Designations imply no opinion" in content


def test_the_fonts_are_in_the_file(seed: Record) -> None:
    assert handouts.question_list(seed, "TL", form="html").count(b"data:font/woff2;base64,") == 2
