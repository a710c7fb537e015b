"""Which way a line takes: straight down, through the gutters, or through the free heights of the columns between."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from layout.chain.columns import Column, Lettered
from layout.chain.plan import LAST, ChainLine
from layout.drawn.lettering import tag_size
from layout.drawn.scene import TagKind
from layout.places import Place
from layout.sheet import Sheet

CLEAR = 4.0  # A line keeps this distance to a box it passes.
CROWDED = 60.0  # What it costs to run beside another line without the distance of a track.
NARROW = 4.0  # What a pixel costs that the word on a line has too little between two boxes.
BEND, TIGHT_BEND = 15.0, 30.0
CORNER = 10.0
EDGE = 6.0  # A line leaves a box no nearer to its corners.
STEP = 4.0


@dataclass(frozen=True, slots=True)
class Ground:
    """What stands on the sheet: boxes by id, what a line must not cross in each column, and the gutters between."""

    sheet: Sheet
    columns: tuple[Column, ...]
    boxes: Mapping[str, Lettered]
    blocked: Mapping[int, tuple[Place, ...]]

    def column(self, box: str) -> int:
        """The column of a box."""
        return self.boxes[box].box.column

    def place(self, box: str) -> Place:
        """The place of a box."""
        return self.boxes[box].place

    def gutter(self, index: int) -> tuple[float, float]:
        """The sides of the gutter at the right of a column."""
        column = self.columns[index]
        return column.x + column.w, self.columns[index + 1].x


@dataclass(frozen=True, slots=True)
class Way:
    """The way of one line from box a to box b, a at the left (or above, in one column).

    `levels` are the heights at which it passes the columns between; `gutter` is the first gutter it enters, -1 for a
    line straight down. In one column both ends are at the side of the gutter.
    """

    line: ChainLine
    a: str
    b: str
    gutter: int
    levels: tuple[float, ...] = ()

    @property
    def is_loop(self) -> bool:
        """Whether the line leaves and comes back on the same side."""
        return self.gutter >= 0 and not self.levels and self.same_column

    same_column: bool = False


@dataclass(slots=True)
class Taken:
    """The heights already taken by lines in each column, each with the room to both sides that its word needs."""

    heights: dict[int, list[tuple[float, float]]] = field(default_factory=dict)

    def lacks(self, column: int, y: float, room: float) -> float:
        """Return how much a line at a height comes too near to others that pass the column."""
        return max((room + other - abs(y - at) for at, other in self.heights.get(column, ())), default=0.0)

    def take(self, column: int, y: float, room: float) -> None:
        """Keep a height for a line."""
        self.heights.setdefault(column, []).append((y, room))


def way_of(line: ChainLine, ground: Ground, taken: Taken) -> Way | None:
    """Return the way of a line, or None where there is none; the heights it passes at are taken."""
    a, b = sorted((line.a, line.b), key=lambda box: (ground.column(box), ground.place(box).y))
    first, last = ground.column(a), ground.column(b)
    if first == last:
        if _are_neighbours(a, b, ground, line):
            return Way(line, a, b, -1, same_column=True)
        return Way(line, a, b, first if first < LAST else first - 1, same_column=True)
    between = range(first + 1, last)
    levels = _levels(ground.place(a), ground.place(b), [_heights(ground, index, line, taken) for index in between])
    if levels is None:
        return None
    for index, y in zip(between, levels, strict=True):
        taken.take(index, y, _half(line, ground.sheet))
    return Way(line, a, b, first, levels)


def tag_room(line: ChainLine, sheet: Sheet) -> float:
    """Return the height that the tag of a line takes."""
    kind: TagKind = "gap" if line.kind == "gap" else "problem" if line.kind == "problem" else "label"
    return tag_size(line.tag, kind, projector=sheet.projector)[1] if line.tag else 0.0


def _half(line: ChainLine, sheet: Sheet) -> float:
    """The room that a line needs to each side where it passes a column."""
    return max(sheet.track / 2, tag_room(line, sheet) / 2 + 2)


def _are_neighbours(a: str, b: str, ground: Ground, line: ChainLine) -> bool:
    """Whether nothing stands between two boxes of a column, and the line's tag fits."""
    above, below = ground.boxes[a].extent, ground.boxes[b].extent
    gap = Place(above.x + 4, above.foot + 0.5, above.w - 8, below.y - above.foot - 1)
    if gap.h < tag_room(line, ground.sheet) + (6 if line.tag else 0):
        return False
    return not any(gap.touches(other) for other in ground.blocked[ground.column(a)])


def _heights(ground: Ground, index: int, line: ChainLine, taken: Taken) -> list[tuple[float, float]]:
    """Return the heights at which a line may pass a column, with what each costs."""
    sheet = ground.sheet
    half, found = _half(line, sheet), list[tuple[float, float]]()
    for low, high in free(ground.blocked[index], sheet.top + 1, sheet.bottom - 1):
        for y in _steps(low, high):
            narrow = max(0.0, half - min(y - low, high - y) - CLEAR + 1) if line.tag else 0.0
            found.append((y, CROWDED * max(0.0, taken.lacks(index, y, half)) / half + NARROW * narrow))
    return found


def _steps(low: float, high: float) -> list[float]:
    """Return heights of one grid, so that a line can pass several columns at one height; the middle where none fits."""
    first = -int(-low // STEP) * STEP
    on_grid = [first + STEP * step for step in range(int((high - first) // STEP) + 1)] if first <= high else []
    return on_grid or [(low + high) / 2]


def free(blocked: Sequence[Place], top: float, foot: float) -> list[tuple[float, float]]:
    """Return the stretches of height in which a line keeps clear of everything in a column."""
    found, y = [], top
    for place in sorted(blocked, key=lambda place: place.y):
        if place.y - CLEAR >= y:
            found.append((y, place.y - CLEAR))
        y = max(y, place.foot + CLEAR)
    if foot >= y:
        found.append((y, foot))
    return found


def _levels(a: Place, b: Place, choices: Sequence[Sequence[tuple[float, float]]]) -> tuple[float, ...] | None:
    """Return the cheapest heights from box to box: little climbing, few bends, little crowding."""
    ways: list[tuple[float, tuple[float, ...]]] = [(0.0, ())]
    for heights in choices:
        if not heights:
            return None
        ways = [
            min((cost + own + (_climb(done[-1], y) if done else _reach(a, y)), (*done, y)) for cost, done in ways)
            for y, own in heights
        ]
    if not ways[0][1]:
        return ()
    return min((cost + _reach(b, done[-1]), done) for cost, done in ways)[1]


def _climb(y: float, to: float) -> float:
    return abs(to - y) + (BEND if abs(to - y) >= 2 * CORNER else TIGHT_BEND if y != to else 0)


def _reach(box: Place, y: float) -> float:
    """How far a height lies from the side of a box."""
    outside = max(box.y + EDGE - y, y - box.foot + EDGE, 0.0)
    return outside + (BEND if outside else 0)
