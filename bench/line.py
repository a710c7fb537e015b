"""One line of the table: what was measured, against which yardstick, and whether a promise holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Unit = Literal["s", "B", "MB"]

SECONDS = ((1.0, 1.0, "s"), (1e-3, 1e3, "ms"), (0.0, 1e6, "µs"))  # from this on, times this, unit
HEAD = ("what", "ours", "yardstick", "ratio", "promise", "held", "against what")


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement; `yardstick` is None where nothing comparable exists, `promise` the most that ours may be."""

    what: str
    ours: float
    yardstick: float | None = None
    against: str = ""
    promise: float | None = None
    unit: Unit = "s"

    @property
    def ratio(self) -> float | None:
        """Ours by the yardstick: below 1 the program is faster or smaller."""
        return self.ours / self.yardstick if self.yardstick else None

    @property
    def held(self) -> bool | None:
        """Whether the promise is kept, None where none is given."""
        return None if self.promise is None else self.ours <= self.promise


def shown(value: float | None, unit: Unit) -> str:
    """Return a measurement in the unit that suits its size, empty for None."""
    if value is None:
        return ""
    if unit != "s":
        return f"{value:,.0f} {unit}"
    _, factor, name = next(size for size in SECONDS if value >= size[0])
    return f"{value * factor:.3g} {name}"


def _cells(line: Line) -> tuple[str, ...]:
    ratio = "" if line.ratio is None else f"{line.ratio:.2g}" if line.ratio < 100 else f"{line.ratio:,.0f}"
    promise = f"< {shown(line.promise, line.unit)}" if line.promise is not None else ""
    held = {True: "yes", False: "NO", None: ""}[line.held]
    ours, yardstick = shown(line.ours, line.unit), shown(line.yardstick, line.unit)
    return line.what, ours, yardstick, ratio, promise, held, line.against


def rows(lines: Iterable[Line]) -> list[tuple[str, ...]]:
    """Return the cells of a table with its head."""
    return [HEAD, *map(_cells, lines)]


def aligned(cells: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as lines of text, the measurements to the right."""
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    words = (0, len(widths) - 1)
    return [
        "  ".join(
            cell.ljust(width) if place in words else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]
