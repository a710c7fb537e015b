"""A note is told without what only its editors need."""

import pytest

from graph.analysis.networks.notes import told


@pytest.mark.parametrize(
    ("note", "says"),
    [
        ("pillar in seed: networking; planned 2012-14 (basel-ren), ran on", "planned 2012-14, ran on"),
        ("seed activity 4", ""),
        ("meets in Paro (Bhutan)", "meets in Paro (Bhutan)"),
        ("", ""),
    ],
)
def test_marks_of_the_editors_are_left_out(note: str, says: str) -> None:
    assert told(note) == says
