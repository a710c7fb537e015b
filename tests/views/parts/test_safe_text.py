"""Text of the record stays text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views.parts.safe_text import PUNCTUATION, address, escaped, linked, shown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("<img src=x onerror=alert(1)>", r"\<img src\=x onerror\=alert\(1\)\>"),
        ("![a](http://x)", "\\!\\[a\\]\\(http\\:\u2060\\/\\/x\\)"),
        (":red[x]", "\\:\u2060red\\[x\\]"),
        ("$x$", r"\$x\$"),
        ("`code`", r"\`code\`"),
        ("[l](javascript:alert(1))", "\\[l\\]\\(javascript\\:\u2060alert\\(1\\)\\)"),
        ("www.evil.example", "www\u2060\\.evil\\.example"),
        ("a\n# b", r"a \# b"),
        ("1. Customs", r"1\. Customs"),
        ("Pakistan Customs", "Pakistan Customs"),
        ("Cục Hải quan — ادارہ", "Cục Hải quan — ادارہ"),
    ],
)
def test_markdown_is_escaped(text: str, markdown: str) -> None:
    assert escaped(text) == markdown


@given(st.text())
def test_every_sign_of_punctuation_stands_behind_a_stroke(text: str) -> None:
    written = escaped(text)
    assert "\n" not in written
    assert PUNCTUATION.sub("", written.replace("\\", "", 0)) is not None
    plain = written.replace("\u2060", "")
    place = 0
    while place < len(plain):
        if plain[place] == "\\":
            place += 2
            continue
        assert not PUNCTUATION.match(plain[place])
        place += 1


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("exe\u202egpj", "exe[U+202E]gpj"),
        ("a\u200bb", "a[U+200B]b"),
        ("tab\tand\nline", "tab and line"),
        ("nul\x00", "nul[U+0000]"),
        ("نہیں\u200cجوڑ", "نہیں\u200cجوڑ"),
    ],
)
def test_what_hides_or_turns_is_written_out(text: str, plain: str) -> None:
    assert shown(text) == plain


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("https://user:word@example.org", None),
        ("https://[", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(url: str | None, link: str | None) -> None:
    assert address(url) == link


@pytest.mark.parametrize(
    ("url", "markdown"),
    [
        ("https://www.example.org/a?b=c", "[example\\.org\u00a0↗](<https://www.example.org/a?b=c>)"),
        ("https://example.org/x>) ![b](http://evil.example", "x%3E%29%20%21%5Bb%5D%28http://evil.example>)"),
        ("https://example.org/$x$`y`", "/%24x%24%60y%60>)"),
        ("javascript:alert(1)", ""),
        (None, ""),
    ],
)
def test_an_address_cannot_end_its_link(url: str | None, markdown: str) -> None:
    written = linked(url)
    assert written.endswith(markdown)
    assert written.count("](<") == written.count(">)") == bool(markdown)
