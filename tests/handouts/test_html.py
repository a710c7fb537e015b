"""A file of HTML stands alone: it fetches nothing, runs nothing, and no name in it becomes an element."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import handouts
from graph.record import Record
from handouts.paper import fonts

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


def test_a_file_holds_the_scripts_that_it_is_written_in(
    hard: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("thai.woff2", "thai-bold.woff2", "lao.woff2"):
        (tmp_path / name).write_bytes(name.encode())
    monkeypatch.setattr(fonts, "BESIDE_THE_MAP", tmp_path)
    fonts._rules.cache_clear()
    content = handouts.slips(hard, "PK", form="html", bodies=hard.bodies["PK"][:8]).decode()
    fonts._rules.cache_clear()
    assert 'font-family:"Whoelse Sans thai";src:url("data:' in content
    assert 'font-family:"Whoelse Sans lao"' not in content
    assert 'font-family:"Whoelse Sans khmer"' not in content
