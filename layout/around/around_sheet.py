"""The sheets of the map of one body, in scene pixels."""

from dataclasses import dataclass

from layout.sheet import Size


@dataclass(frozen=True, slots=True)
class AroundSheet:
    """Sizes: a box at the side is `box` wide, beside it stands the word of its line, `word` wide; then lines fan out.

    `columns` is the most columns at one side, `most` the most boxes of a row above or below.
    """

    projector: bool
    width: float
    height: float
    rule: float
    legend: float
    middle: float
    tallest: float
    box: float
    wide: float
    word: float
    columns: int
    most: int
    apart: float = 10
    between: float = 12


SHEETS: dict[Size, AroundSheet] = {
    "desk": AroundSheet(False, 750, 604, 560, 574, 140, 120, 160, 176, 82, 1, 3),
    "projector": AroundSheet(True, 1232, 636, 595, 609, 176, 150, 146, 250, 94, 2, 5),
}
