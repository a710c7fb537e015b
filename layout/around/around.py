"""The map of one body: it stands in the middle, its country at its sides, its networks above, what is abroad below."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.record import Record
from layout.around.around_plan import Around, around_of
from layout.around.around_rows import Row, below, ways_to
from layout.around.around_sheet import SHEETS, AroundSheet
from layout.around.around_sides import Side, sides_of
from layout.chain.frame import in_a_row
from layout.drawn.lettering import least_size, letters, room
from layout.drawn.scene import Box, LegendEntry, Line, LineKind, Scene, Shape, Text, Zone
from layout.drawn.text import width, wrap
from layout.sheet import Size
from layout.words import shape_of

LEGEND: dict[LineKind, str] = {
    "contact": "contact; its kind stands on the line",
    "contact-other": "on another theme",
    "seat-recorded": "seat, recorded",
    "seat-presumed": "seat, presumed",
}
HEAD = 22.0


@dataclass(frozen=True, slots=True)
class AroundMap:
    """Whose map it is, the scene, what stands behind boxes (an address) and lines (claims), and its counts in words."""

    name: str
    scene: Scene
    things: Mapping[str, str]
    claims: Mapping[str, tuple[str, ...]]
    says: str


def around(record: Record, body: str, theme: str = "", size: Size = "desk") -> AroundMap:
    """Return the map of who is around a body by its id; what has no room is counted, the least recorded first.

    Contacts are those of the service that the body belongs to. With a theme, contacts on it are told from others.
    """
    plan, sheet = around_of(record, body, theme), SHEETS[size]
    networks = Row.of(plan.networks, sheet)
    beyond = Row.of(plan.beyond, sheet)
    top = (HEAD + networks.height + networks.lanes) if networks.near else 0.0
    foot = sheet.rule - 8 - ((HEAD + beyond.height + beyond.lanes) if beyond.near else 0.0)
    sides = sides_of(plan.sides, top + HEAD, foot, sheet)
    middle = _middle(plan, top + HEAD, foot, sheet)
    boxes, lines = [middle], []
    for row, y, upward in ((networks, HEAD, True), (beyond, foot + beyond.lanes, False)):
        boxes += row.boxes(y)
        lines += ways_to(middle, row, y, upward=upward)
    for side in sides:
        boxes += side.boxes
        lines += side.lines(middle)
    scene = Scene(
        id=f"around:{plan.middle.id}",
        width=sheet.width,
        height=sheet.height,
        boxes=tuple(boxes),
        lines=tuple(lines),
        zones=(Zone(0, sheet.rule, sheet.width, 0, "rule"),),
        texts=tuple(_heads(record, plan, (networks, beyond), sides, (top, foot), sheet)),
        legend=_legend(lines, theme, sheet),
        projector=sheet.projector,
    )
    return AroundMap(plan.middle.shown, scene, _things(boxes), _claims(plan), _says(plan))


def _middle(plan: Around, top: float, foot: float, sheet: AroundSheet) -> Box:
    name_size = letters(sheet.projector).name + 3
    shape: Shape = "international" if plan.middle.country == "INT" else shape_of(plan.middle.kind, -1)
    title = wrap(plan.middle.shown, room(sheet.middle, shape), name_size, "semibold")
    _, least = least_size(title, (), shape, projector=sheet.projector, name_size=name_size)
    while least > foot - top and len(title) > 1:  # the name in full is read aloud, and stands above the map
        title = (*title[:-2], f"{title[-2][:-2].rstrip()}…")
        _, least = least_size(title, (), shape, projector=sheet.projector, name_size=name_size)
    h = min(foot - top, max(least, sheet.tallest))
    x = (sheet.width - sheet.middle) / 2
    y = round((top + foot - h) / 2)
    return Box(
        plan.middle.id, x, y, sheet.middle, h, title, plan.middle.name, (), shape, "recorded", name_size=name_size
    )


def _heads(
    record: Record,
    plan: Around,
    rows: tuple[Row, Row],
    sides: Sequence[Side],
    at: tuple[float, float],
    sheet: AroundSheet,
) -> Iterable[Text]:
    """Yield the head of each part, with how many are not drawn."""
    networks, beyond = rows
    left_out = len(plan.sides) - sum(len(side.near) for side in sides)
    is_international = plan.middle.country == "INT"
    home = "In the countries" if is_international else f"In {record.country_name(plan.middle.country)}"
    away = "International" if is_international else "Abroad and international"
    if networks.near:
        yield from _head(0, "Networks it sits in", networks.left_out, sheet)
    yield from _head(at[0], home if plan.sides else f"{home}: no contact recorded", left_out, sheet)
    if beyond.near:
        yield from _head(below(at[1], beyond) + 1, away, beyond.left_out, sheet)


def _head(top: float, words: str, more: int, sheet: AroundSheet) -> Iterable[Text]:
    sizes = letters(sheet.projector)
    yield Text(0, top + 15, words, sizes.name, "semibold")
    if more:
        yield Text(width(words, sizes.name, "semibold") + 8, top + 15, f"and {more} more", sizes.note, ink="second")


def _legend(lines: Iterable[Line], theme: str, sheet: AroundSheet) -> tuple[LegendEntry, ...]:
    drawn = {line.kind for line in lines}
    words = LEGEND | ({"contact": "contact on this theme; its kind stands on the line"} if theme else {})
    return tuple(in_a_row([(kind, says, "") for kind, says in words.items() if kind in drawn], sheet.legend, sheet))


def _things(boxes: Iterable[Box]) -> dict[str, str]:
    return {box.id: box.id if box.id.startswith("network:") else f"organization:{box.id}" for box in boxes}


def _claims(plan: Around) -> dict[str, tuple[str, ...]]:
    return {f"to:{near.id}": near.claims for near in (*plan.sides, *plan.beyond, *plan.networks)}


def _says(plan: Around) -> str:
    """Return the counts in a sentence: everything recorded, also what is not drawn."""
    near = (*plan.sides, *plan.beyond)
    seats = len(plan.networks)
    presumed = sum(one.line == "seat-presumed" for one in plan.networks)
    told = f"{len(near)} {'body' if len(near) == 1 else 'bodies'} in recorded contact"
    told += f", {seats} {'network' if seats == 1 else 'networks'}" + (f" ({presumed} presumed)" if presumed else "")
    return f"{told}. There may be more: this is what was read."
