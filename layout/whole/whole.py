"""The whole record on one sheet: a block of bodies for each country, where it stands on the map of tiles, and networks.

Nothing is measured by a border: every country has the room that its bodies need. Lines wait until one of their ends is
chosen, but contacts across borders, which are few, are seen at once.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.analysis.bodies.mandates import THEME, mandates
from graph.record import Record
from graph.rules import rules
from layout.drawn.scene import LegendEntry, LineKind, Scene, Shape, Text, Zone
from layout.drawn.text import width
from layout.whole.blocks import BETWEEN, Block, Item, band, block, shifted
from layout.whole.whole_lines import lines_of
from layout.words import COLUMN_OF_STEP, STEP_OF_KIND, shape_of

ANSWERS = 0.4
NO_STEP = 9
APART = 70.0
LEGEND_HEIGHT = 90.0
LEGEND_ROW = 22.0
LEGEND_WIDTH = 860.0
SAMPLE = 24.0
LEGEND: tuple[tuple[LineKind | Shape, str], ...] = (
    ("contact", "contact on record"),
    ("contact-other", "a single act, or planned"),
    ("seat-recorded", "body with a seat"),
    ("seat-presumed", "member is the country, body not recorded"),
    ("ministry", "ministry"),
    ("enforcement", "enforcement"),
    ("authority", "authority"),
    ("laboratory", "laboratory"),
    ("network", "network"),
)


@dataclass(frozen=True, slots=True)
class WholeMap:
    """The scene, the address of what each box stands for, and the claims behind each line."""

    scene: Scene
    things: Mapping[str, str]
    claims: Mapping[str, tuple[str, ...]]


def whole(record: Record, theme: str = "") -> WholeMap:
    """Draw every living body and every network that runs, or those of one theme."""
    held = _bodies(record, theme)
    items = {code: [_body(record, body) for body in bodies] for code, bodies in held.items()}
    blocks = list(_placed(record, items))
    foot = max((one.foot for one in blocks), default=0.0) + APART
    wide = max((one.right for one in blocks), default=1000.0)
    networks = band("Networks", _networks(record, theme), wide, foot)
    blocks += [networks] if networks.boxes else []
    boxes = [box for one in blocks for box in one.boxes]
    lines, claims = lines_of(record, {box.id: box for box in boxes})
    bottom = max((one.foot for one in blocks), default=0.0)
    scene = Scene(
        id=f"whole{':' * bool(theme)}{theme}",
        width=wide,
        height=bottom + LEGEND_HEIGHT,
        boxes=tuple(boxes),
        lines=tuple(lines),
        zones=tuple(Zone(one.x, one.y, one.right - one.x, one.foot - one.y, "column") for one in blocks),
        texts=tuple(one.head for one in blocks if isinstance(one.head, Text)),
        legend=_legend({line.kind for line in lines} | {box.shape for box in boxes}, bottom + 30),
    )
    return WholeMap(scene, {box.id: box.id for box in boxes}, claims)


def _bodies(record: Record, theme: str) -> dict[str, list[str]]:
    """Return the living bodies by country, those of a theme alone where one is asked for."""
    found = {}
    for code, bodies in record.bodies.items():
        living = [body for body in bodies if record.is_living(body)]
        if theme:
            answers = mandates(record, code)
            about = _ends_of(record, theme)
            living = [
                body
                for body in living
                if answers.weight[answers.place[body], THEME[theme]] >= ANSWERS or f"organization:{body}" in about
            ]
        found[code] = living
    return {code: bodies for code, bodies in found.items() if bodies}


def _ends_of(record: Record, theme: str) -> set[str]:
    """Return the ends of all contacts in force on a theme."""
    rows = record.rows("tie")
    rows = rows[record.in_force[rows] & (record.claims.theme[rows] == record.number.get(f"theme:{theme}", -2))]
    return {record.addresses[end] for ends in (record.claims.a, record.claims.b) for end in ends[rows].tolist()}


def _body(record: Record, body: str) -> Item:
    one = record.organizations[body]
    step = STEP_OF_KIND.get(one.kind, "")
    order = (COLUMN_OF_STEP.get(step, NO_STEP), one.kind, one.shown)
    return Item(one.address, one.shown, one.name, shape_of(one.kind, 1 if one.kind == "judiciary" else -1), order)


def _networks(record: Record, theme: str) -> Iterator[Item]:
    for network in record.networks.values():
        if record.is_running(network.id) and (not theme or theme in network.themes):
            yield Item(network.address, network.shown, network.name, "network", (0, "", network.shown))


def _placed(record: Record, items: Mapping[str, Sequence[Item]]) -> Iterator[Block]:
    """Yield a block for each country of the region at its tile, and one for all other bodies above them."""
    tiles = {code: tile for code, tile in rules().tiles.items() if code in items}
    at_home = {code: block(f"country:{code}", record.country_name(code), items[code]) for code in tiles}
    others = [item for code, some in sorted(items.items()) if code not in tiles for item in some]
    top = 0.0
    columns = _starts({tile.column: 0.0 for tile in tiles.values()}, tiles, at_home)
    wide = max((columns[tile.column] + at_home[code].right for code, tile in tiles.items()), default=1200.0)
    if others:
        abroad = band("International bodies, and bodies of other countries", others, wide, 0)
        yield abroad
        top = abroad.foot + APART
    rows: dict[int, float] = {}
    for row in sorted({tile.row for tile in tiles.values()}):
        rows[row] = top
        top += max(at_home[code].foot for code, tile in tiles.items() if tile.row == row) + APART
    for code, tile in tiles.items():
        yield shifted(at_home[code], columns[tile.column], rows[tile.row])


def _starts(starts: dict[int, float], tiles: Mapping[str, object], blocks: Mapping[str, Block]) -> dict[int, float]:
    """Return where each column of tiles begins."""
    left = 0.0
    for column in sorted(starts):
        starts[column] = left
        left += max(
            blocks[code].right for code, tile in rules().tiles.items() if code in tiles and tile.column == column
        )
        left += APART
    return starts


def _legend(seen: Iterable[str], y: float) -> tuple[LegendEntry, ...]:
    """Return a sample of everything that is drawn, in rows that are read on a small screen too."""
    drawn, found, x = set(seen), [], 0.0
    for sign, words in LEGEND:
        if sign not in drawn:
            continue
        wide = SAMPLE + 6 + width(words, 13)
        if x + wide > LEGEND_WIDTH:
            x, y = 0.0, y + LEGEND_ROW
        found.append(LegendEntry(x, y, SAMPLE, sign, words))
        x += wide + 3 * BETWEEN
    return tuple(found)
