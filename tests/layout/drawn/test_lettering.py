"""Words stand inside the box that was sized for them, and rows where lines expect them."""

from dataclasses import replace
from itertools import pairwise
from typing import get_args

import pytest

from layout.drawn.lettering import least_size, lettered, row_middle, tag_lettered, tag_size
from layout.drawn.scene import Box, Note, Shape, Tag
from layout.drawn.text import width
from tests.layout.measuring import holds_its_words

TITLE = ("Ministry of", "Climate Change")
NOTES = (Note("Basel authority", "full"), Note("and 2 units"))


def fitted(shape: Shape, *, projector: bool = False, rows: bool = False) -> Box:
    w, h = least_size(TITLE, NOTES, shape, projector=projector, rows=rows)
    return Box("one", 10, 20, w, h, TITLE, "Ministry", NOTES, shape, rows=rows)


@pytest.mark.parametrize("projector", [False, True])
@pytest.mark.parametrize("rows", [False, True])
@pytest.mark.parametrize("shape", get_args(Shape))
def test_every_word_stands_inside_the_least_box(shape: Shape, rows: bool, projector: bool) -> None:
    box = fitted(shape, projector=projector, rows=rows)
    assert holds_its_words(box, projector=projector)
    for text in lettered(box, projector=projector):
        dot = 0 if text.dot == "none" else text.size * 0.8
        assert box.x <= text.x
        assert text.x + dot + width(text.text, text.size, text.weight) <= box.x + box.w
        assert box.y <= text.y - text.size * 0.66
        assert text.y <= box.y + box.h


def test_a_box_one_pixel_smaller_does_not_hold_its_words() -> None:
    box = fitted("plain")
    assert not holds_its_words(replace(box, w=box.w - 1), projector=False)
    assert not holds_its_words(replace(box, h=box.h - 1), projector=False)


def test_lines_of_a_box_follow_each_other_downwards() -> None:
    texts = lettered(fitted("ministry"), projector=False)
    assert [text.text for text in texts] == [*TITLE, "Basel authority", "and 2 units"]
    assert all(14 <= lower.y - upper.y <= 17 for upper, lower in pairwise(texts))


def test_a_row_is_met_at_the_middle_of_its_letters() -> None:
    box = fitted("authority", rows=True)
    row = lettered(box, projector=False)[len(TITLE)]
    assert row_middle(box, 0, projector=False) == pytest.approx(row.y - row.size * 0.33, abs=0.1)


def test_rows_without_a_dot_stand_in_line_with_those_that_have_one() -> None:
    _, _, dotted, bare = lettered(fitted("authority", rows=True), projector=False)
    assert bare.x == dotted.x + dotted.size * 0.8


def test_projector_letters_are_never_under_fifteen_pixels() -> None:
    tag = Tag(("4 contacts",), 0, 0, 90, 20, "label")
    texts = (*lettered(fitted("plain"), projector=True), *tag_lettered(tag, projector=True))
    assert min(text.size for text in texts) >= 15


def test_a_tag_holds_its_words() -> None:
    words = ("problem", "reported 2025")
    w, h = tag_size(words, "problem", projector=False)
    texts = tag_lettered(Tag(words, 100, 50, w, h, "problem"), projector=False)
    assert [text.anchor for text in texts] == ["middle", "middle"]
    assert all(100 + w / 2 == text.x and width(text.text, text.size, "semibold") < w for text in texts)
    assert all(50 < text.y < 50 + h for text in texts)
