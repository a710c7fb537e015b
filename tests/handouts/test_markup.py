"""Whatever a text holds, it stays text, and turns nothing around it."""

import pytest

from handouts.paper.markup import Markup, joined, safe, tag


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<b>&</b>", "&lt;b&gt;&amp;&lt;/b&gt;"),
        ("\"'", "&quot;&#x27;"),
        ("a\u202eb", "a[U+202E]b"),
        ("a\x00b\nc", "a[U+0000]b c"),
        ("کسٹمز", "\u2067کسٹمز\u2069"),
        ("کسٹمز (ANF) فورس and فورس 1", "\u2067کسٹمز (ANF) فورس\u2069 and \u2067فورس\u2069 1"),
        ("क्‍ष", "क्‍ष"),
    ],
)
def test_a_text_is_shown_letter_by_letter(text: str, html: str) -> None:
    assert safe(text) == html


def test_elements_escape_their_children_and_attributes() -> None:
    found = tag("p", "<i>", tag("b", "x"), class_="a", data_says='"><script>', title=None)
    assert found == '<p class="a" data-says="&quot;&gt;&lt;script&gt;">&lt;i&gt;<b>x</b></p>'
    assert isinstance(found, Markup)


def test_empty_elements_have_no_end() -> None:
    assert joined([tag("br"), "&"]) == "<br>&amp;"
