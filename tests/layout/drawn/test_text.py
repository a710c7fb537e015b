"""Words wrap inside their room, and nothing of them is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.drawn.text import longest_word, width, wrap


def test_widths_are_those_of_the_face() -> None:
    assert width("M", 1000) == 727
    assert width("Mm", 13) == pytest.approx((727 + 829) * 0.013)
    assert width("M", 1000, "semibold") == 745


def test_an_unknown_character_counts_a_whole_em_and_a_mark_nothing() -> None:
    assert width("税", 10) == 10
    assert width("e\u0301", 10) == width("e", 10)


@pytest.mark.parametrize(
    ("words", "room", "lines"),
    [
        ("Federal Board of Revenue", 92, ("Federal Board", "of Revenue")),
        ("Ministry of Climate Change", 92, ("Ministry of", "Climate Change")),
        ("Customs Central Laboratory", 76, ("Customs", "Central", "Laboratory")),
        ("RILO Asia/Pacific", 50, ("RILO", "Asia/", "Pacific")),
        ("", 92, ()),
    ],
)
def test_lines_break_where_a_reader_would(words: str, room: float, lines: tuple[str, ...]) -> None:
    assert wrap(words, room, 13, "semibold") == lines


@given(st.text(), st.floats(20, 300))
def test_nothing_is_lost_and_no_line_is_too_wide(words: str, room: float) -> None:
    lines = wrap(words, room, 13)
    assert "".join("".join(lines).split()) == "".join(words.split())
    assert all(width(line, 13) <= room for line in lines)


@given(st.text(alphabet="abc -/", max_size=60), st.floats(60, 300))
def test_a_room_as_wide_as_the_longest_word_breaks_none(words: str, room: float) -> None:
    lines = wrap(words, max(room, longest_word(words, 13)), 13)
    assert [word for line in lines for word in line.split()] == words.split()
