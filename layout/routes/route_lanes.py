"""One lane of the drawing of routes: its head, its stops in a row (or two), and the links with their words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from layout.drawn.lettering import least_size, letters
from layout.drawn.scene import Box, Line, Point, Text, Zone
from layout.drawn.text import width, wrap
from layout.routes.route_plan import Lane, Link, Stop
from layout.routes.route_stops import Row, Sheet, row_at, rows_of

TURN = 12.0  # A line that goes on in the next row turns so far from the ends of the lane.


@dataclass(slots=True)
class Drawing:
    """What has been drawn so far, and what stands behind it."""

    boxes: list[Box] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    stops: dict[str, str] = field(default_factory=dict)
    claims: dict[str, tuple[str, ...]] = field(default_factory=dict)
    avoid: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a link: a box, the sides where lines leave and reach it, the height, and its row."""

    id: str
    left: float
    right: float
    y: float
    row: int


def draw_lane(drawing: Drawing, lane: Lane, place: int, top: float, is_chosen: bool, sheet: Sheet) -> float:
    """Draw the lane of one route from a height on, and return its foot."""
    rows, links, foot = list[Row](), list(lane.links), top + sheet.head
    ends = [_End("start", 0, sheet.tall, 0, 0)]
    split = rows_of(lane.stops, sheet)
    for number, stops in enumerate(split):
        first = sum(len(row.boxes) for row in rows)
        names = [f"stop:{place}:{first + index}" for index in range(len(stops))]
        row = row_at(stops, names, foot + (sheet.below if number else 0), sheet)
        rows.append(row)
        ends += [_End(box.id, box.x, box.x + box.w, row.middle, number) for box in row.boxes]
        _draw_stops(drawing, row, stops, place, sheet)
        below = [_reach(link, sheet) for link in links[first : first + len(stops) + 1]] if len(split) > 1 else []
        foot = row.middle + max([row.tallest / 2 + sheet.below, *below])
    ends.append(_End("target", sheet.width - sheet.tall, sheet.width, rows[-1].middle, len(rows) - 1))
    for index, (link, (a, b)) in enumerate(zip(links, pairwise(ends), strict=True)):
        foot = max(foot, _draw_link(drawing, f"step:{place}:{index}", link, a, b, rows, sheet))
    kind = "lane-chosen" if is_chosen else "lane"
    drawing.zones.append(Zone(sheet.left, top, sheet.lane, foot - top, kind, f"lane:{place}", f"Route {place + 1}"))  # type: ignore[arg-type]
    drawing.texts += _heads(lane, place, top, sheet)
    return foot


def _reach(link: Link, sheet: Sheet) -> float:
    """How far the words below a link reach at least, where there is little room."""
    sizes = letters(sheet.projector)
    lines = wrap(link.label, sheet.least_link - 8, sizes.note)
    return sizes.note + 5 + (len(lines) - 1) * sizes.note_step + 8


def _draw_stops(drawing: Drawing, row: Row, stops: Sequence[Stop], place: int, sheet: Sheet) -> None:
    for box, stop in zip(row.boxes, stops, strict=True):
        drawing.boxes.append(box)
        drawing.stops[box.id] = stop.id
        if stop.is_network:
            _draw_avoid(drawing, box, stop, place, sheet)


def _draw_link(drawing: Drawing, name: str, link: Link, a: _End, b: _End, rows: Sequence[Row], sheet: Sheet) -> float:
    """Draw one link, level or over to the next row, and return how far down its words reach."""
    y, lane_right = b.y, sheet.left + sheet.lane
    path: tuple[Point, ...] = ((a.right, y), (b.left, y))
    seen = max(a.right, sheet.left), min(b.left, lane_right)
    if a.row != b.row:
        turn = rows[b.row].middle - rows[b.row].tallest / 2 - sheet.below / 2
        right, left = lane_right - TURN, sheet.left + TURN
        path = ((a.right, a.y), (right, a.y), (right, turn), (left, turn), (left, y), (b.left, y))
        seen = left, b.left
    word = "recorded" if link.recorded else "presumed"
    curve = "rounded" if len(path) > 2 else "straight"
    drawing.lines.append(Line(name, path, link.kind, (a.id, b.id), f"{link.label}, {word}", curve))  # type: ignore[arg-type]
    drawing.claims[name] = link.claims
    words = list(_words(link, word, seen, y, sheet))
    drawing.texts += words
    return max(text.y for text in words) + 8


def _words(link: Link, word: str, seen: tuple[float, float], y: float, sheet: Sheet) -> Iterator[Text]:
    """Yield the word over a link, and what the link is below it."""
    sizes, x = letters(sheet.projector), (seen[0] + seen[1]) / 2
    yield Text(x, y - 8, word, sizes.note, "semibold", anchor="middle", dot="full" if link.recorded else "open")
    for line, text in enumerate(wrap(link.label, seen[1] - seen[0] - 8, sizes.note)):
        yield Text(x, y + sizes.note + 5 + line * sizes.note_step, text, sizes.note, ink="second", anchor="middle")


def _heads(lane: Lane, place: int, top: float, sheet: Sheet) -> Iterator[Text]:
    """Yield the title of a lane at its left, the longest that fits, and its length in words at its right."""
    size = letters(sheet.projector).name + 2
    y, inside = top + size + 8, sheet.lane - 28
    free = inside - width(lane.cost, size - 1) - 24
    fit = [title for title in lane.titles if width(f"{place + 1}  {title}", size, "semibold") <= free]
    title = (fit or lane.titles[-1:])[0]
    yield Text(sheet.left + 14, y, f"{place + 1}  {title}", size, "semibold")
    yield Text(sheet.left + sheet.lane - 14, y, lane.cost, size - 1, ink="second", anchor="right")


def _draw_avoid(drawing: Drawing, box: Box, stop: Stop, place: int, sheet: Sheet) -> None:
    """Draw "not through" under a network."""
    name = f"avoid:{place}:{stop.id}"
    w, h = least_size(("not through",), (), "action", projector=sheet.projector)
    x, y = round(box.x + (box.w - w) / 2), box.y + box.h + 2
    words = f"Not through {stop.title}"
    drawing.boxes.append(Box(name, x, y, w + 2, h, ("not through",), words, (), "action", "quiet"))
    drawing.avoid[name] = stop.id
