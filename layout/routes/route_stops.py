"""The stops of a route as boxes: how wide each is, and in how many rows a lane holds them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from layout.drawn.lettering import least_size, letters, room
from layout.drawn.scene import Box, Note
from layout.drawn.text import longest_word, width, wrap
from layout.routes.route_plan import Stop
from layout.sheet import Size


@dataclass(frozen=True, slots=True)
class Sheet:
    """Sizes of the drawing, in scene pixels: the lanes stand between two tall boxes."""

    projector: bool
    width: float
    tall: float
    head: float
    least_link: float
    least_stop: float
    widest_body: float
    widest_network: float
    stop_height: float
    below: float
    apart: float = 14
    beside: float = 9

    @property
    def left(self) -> float:
        """The x at which lanes begin."""
        return self.tall + self.beside

    @property
    def lane(self) -> float:
        """The width of a lane."""
        return self.width - 2 * self.left


SHEETS: dict[Size, Sheet] = {
    "desk": Sheet(False, 1110, 118, 36, 78, 84, 130, 206, 54, 24),
    "projector": Sheet(True, 1232, 146, 42, 96, 100, 160, 240, 62, 28),
}


@dataclass(frozen=True, slots=True)
class Row:
    """The stops of one row of a lane, at the height of its line."""

    boxes: tuple[Box, ...]
    middle: float
    tallest: float


def rows_of(stops: Sequence[Stop], sheet: Sheet) -> tuple[tuple[Stop, ...], ...]:
    """Return the stops in one row, or in two where names and the words on the links have no room in one."""
    needs = sum(_least(stop, sheet) for stop in stops) + sheet.least_link * (len(stops) + 1)
    if needs <= sheet.lane or len(stops) < 2:
        return (tuple(stops),)
    half = (len(stops) + 1) // 2
    return tuple(stops[:half]), tuple(stops[half:])


def row_at(stops: Sequence[Stop], names: Sequence[str], top: float, sheet: Sheet) -> Row:
    """Set the boxes of one row, as far from each other as from the ends of the lane."""
    widths = _widths(stops, sheet)
    boxes = [_box(name, stop, w, sheet) for name, stop, w in zip(names, stops, widths, strict=True)]
    tallest = max([sheet.stop_height, *(box.h for box in boxes)])
    middle, gap = top + tallest / 2, (sheet.lane - sum(widths)) / (len(boxes) + 1)
    placed, x = [], sheet.left + gap
    for box in boxes:
        placed.append(replace(box, x=round(x), y=round(middle - box.h / 2)))
        x += box.w + gap
    return Row(tuple(placed), middle, tallest)


def _widths(stops: Sequence[Stop], sheet: Sheet) -> list[float]:
    """Return the width of each stop: what its name likes, less where the links need room, but breaking no word."""
    least, liked = [_least(stop, sheet) for stop in stops], [_liked(stop, sheet) for stop in stops]
    over = sum(liked) + sheet.least_link * (len(stops) + 1) - sheet.lane
    give = sum(liked) - sum(least)
    share = min(1.0, over / give) if over > 0 and give > 0 else 0.0
    return [float(round(like - share * (like - low))) for low, like in zip(least, liked, strict=True)]


def _least(stop: Stop, sheet: Sheet) -> float:
    sizes = letters(sheet.projector)
    words = [longest_word(stop.title, sizes.name, "semibold")]
    words += [longest_word(stop.note, sizes.note)] if stop.is_network else []
    return max(sheet.least_stop, 100 - room(100, stop.shape) + max(words) + 2)


def _liked(stop: Stop, sheet: Sheet) -> float:
    """The width at which a name takes two lines; one for a network, whose round ends leave three lines little room."""
    sizes, edges = letters(sheet.projector), 100 - room(100, stop.shape) + 4
    whole = width(stop.title, sizes.name, "semibold")
    needs, most = [0.56 * whole], sheet.widest_body
    if stop.is_network:
        most = sheet.widest_network
        needs += [width(stop.note, sizes.note), whole if edges + whole <= most else 0]
    return max(_least(stop, sheet), min(edges + max(needs), most))


def _box(name: str, stop: Stop, w: float, sheet: Sheet) -> Box:
    title, notes = lettered(stop, w, stop.is_network, sheet)
    _, h = least_size(title, notes, stop.shape, projector=sheet.projector)
    return Box(name, 0, 0, w, max(h, sheet.stop_height), title, spoken(stop), notes, stop.shape, "recorded")


def lettered(
    stop: Stop, w: float, with_note: bool, sheet: Sheet, name_size: float | None = None
) -> tuple[tuple[str, ...], tuple[Note, ...]]:
    """Break the words of a stop to a width."""
    sizes = letters(sheet.projector, name_size)
    title = wrap(stop.title, room(w, stop.shape), sizes.name, "semibold")
    lines = wrap(stop.note, room(w, stop.shape), sizes.note) if with_note and stop.note else ()
    return title, tuple(Note(line) for line in lines)


def tall(name: str, stop: Stop, x: float, height: float, sheet: Sheet) -> Box:
    """Return start or target, as tall as the lanes."""
    name_size = letters(sheet.projector).name + 2
    title, notes = lettered(stop, sheet.tall, True, sheet, name_size)
    _, least = least_size(title, notes, stop.shape, projector=sheet.projector, name_size=name_size)
    h = max(height, least)
    return Box(name, x, 0, sheet.tall, h, title, spoken(stop), notes, stop.shape, "recorded", name_size=name_size)


def spoken(stop: Stop) -> str:
    """Return what a screen reader says of a stop."""
    return ", ".join(word for word in (stop.title, stop.note) if word)
