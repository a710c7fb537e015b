"""The scene: everything a map shows, in scene pixels, decided before the browser is asked.

x runs to the right, y down, the origin is the upper left corner. A Text's y is its baseline; zones, boxes and
tags are given by their upper left corner. On a desk, one scene pixel is about one screen pixel.
Nothing here measures or draws: `text.py` measures words, `lettering.py` places them in boxes.
"""

from dataclasses import dataclass
from itertools import chain
from typing import Literal

from graph.words import DESIGNATIONS

Point = tuple[float, float]

ZoneKind = Literal["column", "lane", "lane-chosen", "rule", "arrow"]
Weight = Literal["regular", "semibold"]
Ink = Literal["first", "second", "primary"]
Anchor = Literal["left", "middle", "right"]
Dot = Literal["full", "open", "question", "none"]
Shape = Literal[
    "plain",
    "ministry",
    "enforcement",
    "authority",
    "laboratory",
    "court",
    "network",
    "international",
    "empty",
    "action",
]
Basis = Literal["recorded", "presumed", "quiet"]
Curve = Literal["straight", "rounded", "spline"]
LineKind = Literal["contact", "contact-other", "gap", "problem", "at-home", "seat-recorded", "seat-presumed"]
TagKind = Literal["gap", "problem", "label"]


class SceneError(ValueError):
    """A scene contradicts itself; the sentence says where."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A quiet area under everything, or a rule (h = 0) with or without an arrow head; with an id it can be clicked."""

    x: float
    y: float
    w: float
    h: float
    kind: ZoneKind
    id: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text on the sheet; a dot stands before it when it has one."""

    x: float
    y: float
    text: str
    size: float
    weight: Weight = "regular"
    ink: Ink = "first"
    anchor: Anchor = "left"
    dot: Dot = "none"


@dataclass(frozen=True, slots=True)
class Note:
    """One line under a box's title; text that wraps goes on as further notes without a dot."""

    text: str
    dot: Dot = "none"


@dataclass(frozen=True, slots=True)
class Box:
    """A body or a fold of bodies.

    `title` is wrapped already. `rows` sets the notes apart, one row each with the dots in a column, so that a line
    can end at a row (`lettering.row_middle`). `stack` is the number of sheets seen behind it. `name` is what a
    screen reader says. `name_size` replaces the scene's size of names (13, projector 16), for the tall ends of a route.
    The shape "action" is a word to click, with no border ("not through", with a cross drawn after it).
    """

    id: str
    x: float
    y: float
    w: float
    h: float
    title: tuple[str, ...]
    name: str
    notes: tuple[Note, ...] = ()
    shape: Shape = "plain"
    basis: Basis = "presumed"
    stack: int = 0
    opens: bool = False
    rows: bool = False
    name_size: float | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """A word on a line, wrapped already: "GAP? ×4", "problem / reported 2025", or a quiet label ("4 contacts")."""

    text: tuple[str, ...]
    x: float
    y: float
    w: float
    h: float
    kind: TagKind


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two boxes.

    `path` is a polyline for "straight" and "rounded" (corners of radius 10), and for "spline" a start followed by
    groups of three Bezier points (control, control, end). A line `when_chosen` appears only while one of its boxes is.
    """

    id: str
    path: tuple[Point, ...]
    kind: LineKind
    ends: tuple[str, str]
    name: str
    curve: Curve = "straight"
    tag: Tag | None = None
    when_chosen: bool = False


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sample of a sign, w wide and with its middle at y, and the word after it; never clicked."""

    x: float
    y: float
    w: float
    sign: LineKind | Shape | Literal["recorded", "presumed", "folded"]
    text: str
    dot: Dot = "none"


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole map. Scenes with the same id keep the reader's zoom: one id for a country, whatever the theme.

    `designation` is the line on territories, drawn at the foot (baseline height - 6) unless it is empty.
    Raises SceneError when an id appears twice, a line ends nowhere, or a path has the wrong number of points.
    """

    id: str
    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...] = ()
    zones: tuple[Zone, ...] = ()
    texts: tuple[Text, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    projector: bool = False
    designation: str = DESIGNATIONS

    def __post_init__(self) -> None:
        """Refuse a scene that contradicts itself."""
        boxes = {box.id for box in self.boxes}
        zones = [zone.id for zone in self.zones if zone.id]
        _refuse_twice([box.id for box in self.boxes], [line.id for line in self.lines], zones)
        for line in self.lines:
            for end in line.ends:
                if end not in boxes:
                    raise SceneError(f"Line {line.id!r} ends at box {end!r}, which is not in scene {self.id!r}.")
            _refuse_path(line)


def _refuse_twice(*groups: list[str]) -> None:
    seen: set[str] = set()
    for name in chain(*groups):
        if name in seen:
            raise SceneError(
                f"The id {name!r} stands twice in one scene; boxes, lines and zones share one list of ids."
            )
        seen.add(name)


def _refuse_path(line: Line) -> None:
    count = len(line.path)
    if count < 2 or (line.curve == "spline" and count % 3 != 1):
        raise SceneError(f"Line {line.id!r} ({line.curve}) has a path of {count} points.")
