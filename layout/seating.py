"""Two columns: the bodies of a country at the left, the networks in which they sit at the right, a line for a seat."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.analysis.country.country_networks import country_networks, is_about
from graph.analysis.networks.seats import Seat, seats
from graph.answers import NetworkSeat
from graph.record import Record
from layout.chain.frame import in_a_row
from layout.drawn.lettering import least_size, letters, room
from layout.drawn.scene import Box, LegendEntry, Line, LineKind, Note, Scene, Text, Zone
from layout.drawn.text import width, wrap
from layout.sheet import Size
from layout.untangled import untangled
from layout.words import shape_of

TOP, APART, FURTHEST = 26.0, 7.0, 24.0
LEGEND: dict[LineKind, str] = {
    "seat-recorded": "a source names the body as member",
    "seat-presumed": "presumed from its kind or role: please confirm",
}


@dataclass(frozen=True, slots=True)
class SeatingSheet:
    """Sizes in scene pixels: the columns are `box` wide and stand at the edges of the sheet; `most` boxes in each."""

    projector: bool
    width: float
    height: float
    rule: float
    legend: float
    box: float
    most: int


SHEETS: dict[Size, SeatingSheet] = {
    "desk": SeatingSheet(False, 750, 604, 560, 574, 280, 16),
    "projector": SeatingSheet(True, 1232, 636, 595, 609, 430, 14),
}


@dataclass(frozen=True, slots=True)
class SeatingMap:
    """The scene, what stands behind its boxes (an address) and lines (claims), and what it counts, in a sentence."""

    scene: Scene
    things: Mapping[str, str]
    claims: Mapping[str, tuple[str, ...]]
    says: str


def seating(record: Record, country: str, theme: str = "", size: Size = "desk", *, beyond: bool = False) -> SeatingMap:
    """Return who of a country sits in which running network (on a theme if one is given).

    The first networks are those by which one gets in best; bodies with most seats in them come first. What has no
    room is counted. `beyond` leaves out mechanisms of the country's own. The order in the columns is the one in which
    fewest lines cross.
    """
    sheet = SHEETS[size]
    found = [
        seat
        for seat in country_networks(record, country, theme)
        if seat["status"] != "ended"
        and is_about(record.networks[seat["id"]], theme)
        and not (beyond and record.networks[seat["id"]].scope == "national")
    ]
    networks = _fitting([_network(record, seat, sheet) for seat in found], sheet)
    held = _held(record, country, {box.id.partition(":")[2] for box in networks})
    counts = Counter(seat.body for seat in held)
    ordered = sorted(counts, key=lambda body: (-counts[body], body))
    bodies = _fitting([_body(record, body, sheet) for body in ordered], sheet)
    lines = [seat for seat in held if any(box.id == seat.body for box in bodies)]
    sheet = _as_high_as_needed(max(bodies, networks, key=_stacked), sheet)
    left, right = _ordered(bodies, networks, lines, sheet)
    more = (len(ordered) - len(bodies), len(found) - len(networks))
    drawn = _lines(left, right, lines)
    scene = Scene(
        id=f"seating:{country}",
        width=sheet.width,
        height=sheet.height,
        boxes=(*left, *right),
        lines=drawn,
        zones=(Zone(0, sheet.rule, sheet.width, 0, "rule"),),
        texts=tuple(_heads(record.country_name(country), theme, more, sheet)),
        legend=_legend(drawn, sheet),
        projector=sheet.projector,
    )
    things = {box.id: f"organization:{box.id}" for box in left} | {box.id: box.id for box in right}
    claims = {_name(seat): seat.claims for seat in lines}
    return SeatingMap(scene, things, claims, _says(found, beyond))


def _network(record: Record, seat: NetworkSeat, sheet: SeatingSheet) -> Box:
    network = record.networks[seat["id"]]
    said = []
    if seat["status"] == "silent":
        said.append(f"silent since {(seat['last_heard'] or '')[:4]}")
    if seat["basis"] == "country only":
        said.append("no body recorded: who sits there?")
    return _box(f"network:{network.id}", network.shown, ", ".join(said), "network", sheet)


def _body(record: Record, body: str, sheet: SeatingSheet) -> Box:
    organization = record.organizations[body]
    return _box(body, organization.shown, "", shape_of(organization.kind, -1), sheet)


def _box(name: str, words: str, said: str, shape: str, sheet: SeatingSheet) -> Box:
    sizes = letters(sheet.projector)
    box = Box(name, 0, 0, sheet.box, 0, (), f"{words}, {said}" if said else words, (), shape, "quiet")  # type: ignore[arg-type]
    title = wrap(words, room(sheet.box, box.shape), sizes.name, "semibold")
    notes = tuple(Note(line) for line in wrap(said, room(sheet.box, box.shape), sizes.note)) if said else ()
    _, h = least_size(title, notes, box.shape, projector=sheet.projector)
    return replace(box, title=title, notes=notes, h=h)


def _fitting(boxes: Sequence[Box], sheet: SeatingSheet) -> list[Box]:
    """Return the first boxes, as many as the column holds."""
    kept, foot = [], TOP
    for box in boxes[: sheet.most]:
        if foot + box.h > sheet.rule - APART:
            break
        kept.append(box)
        foot += box.h + APART
    return kept


def _stacked(boxes: Sequence[Box]) -> float:
    """Return the height that boxes take, as far apart as they ever stand."""
    return sum(box.h + FURTHEST for box in boxes)


def _as_high_as_needed(boxes: Sequence[Box], sheet: SeatingSheet) -> SeatingSheet:
    """Return the sheet without the room that its fuller column leaves empty."""
    empty = max(0.0, sheet.rule - TOP - 2 * APART - _stacked(boxes))
    return replace(sheet, height=sheet.height - empty, rule=sheet.rule - empty, legend=sheet.legend - empty)


def _held(record: Record, country: str, networks: set[str]) -> list[Seat]:
    """Return the seats of the living bodies of a country in networks; of several that may hold one, the first."""
    return [
        seat
        for body in record.bodies.get(country, ())
        for network, seat in seats(record).get(body, {}).items()
        if network in networks and record.is_living(body)
    ]


def _ordered(
    bodies: Sequence[Box], networks: Sequence[Box], held: Sequence[Seat], sheet: SeatingSheet
) -> tuple[list[Box], list[Box]]:
    pairs = {(seat.body, f"network:{seat.network}") for seat in held}
    left, right = untangled([box.id for box in bodies], [box.id for box in networks], pairs)
    by_id = {box.id: box for box in (*bodies, *networks)}
    return (
        _placed([by_id[name] for name in left], 0, sheet),
        _placed([by_id[name] for name in right], sheet.width - sheet.box, sheet),
    )


def _placed(boxes: Sequence[Box], x: float, sheet: SeatingSheet) -> list[Box]:
    """Spread the boxes of a column over its height, at most a box apart."""
    free = sheet.rule - APART - TOP - sum(box.h for box in boxes)
    apart = min(free / max(1, len(boxes) - 1), FURTHEST)
    y = TOP + (free - apart * (len(boxes) - 1)) / 2
    found = []
    for box in boxes:
        found.append(replace(box, x=x, y=round(y)))
        y += box.h + apart
    return found


def _lines(left: Sequence[Box], right: Sequence[Box], held: Sequence[Seat]) -> tuple[Line, ...]:
    """Return a line for each seat, from box to box through the free middle."""
    by_id, found = {box.id: box for box in (*left, *right)}, []
    for seat in sorted(held, key=_name):
        a, b = by_id[seat.body], by_id[f"network:{seat.network}"]
        half, y, to = (a.x + a.w + b.x) / 2, a.y + a.h / 2, b.y + b.h / 2
        recorded = seat.basis == "recorded"
        word = f"{seat.role.replace('-', ' ')}, recorded" if recorded else "seat presumed"
        found.append(
            Line(
                _name(seat),
                ((a.x + a.w, y), (half, y), (half, to), (b.x, to)),
                "seat-recorded" if recorded else "seat-presumed",
                (a.id, b.id),
                f"{' '.join(a.title)} in {' '.join(b.title)}: {word}",
                "spline",
            )
        )
    return tuple(found)


def _name(seat: Seat) -> str:
    return f"seat:{seat.body}:{seat.network}"


def _heads(country: str, theme: str, more: tuple[int, int], sheet: SeatingSheet) -> Iterable[Text]:
    """Yield the head of each column, with how many are not drawn."""
    sizes = letters(sheet.projector)
    networks = "Networks on this theme" if theme else "Networks"
    for x, words, count in ((0.0, f"Bodies of {country}", more[0]), (sheet.width - sheet.box, networks, more[1])):
        yield Text(x, 15, words, sizes.name, "semibold")
        if count:
            at = x + width(words, sizes.name, "semibold") + 8
            yield Text(at, 15, f"and {count} more", sizes.note, ink="second")


def _legend(lines: Iterable[Line], sheet: SeatingSheet) -> tuple[LegendEntry, ...]:
    drawn = {line.kind for line in lines}
    entries = [(kind, words, "") for kind, words in LEGEND.items() if kind in drawn]
    return tuple(in_a_row(entries, sheet.legend, sheet))


def _says(found: Sequence[NetworkSeat], beyond: bool) -> str:
    """Return the counts in a sentence."""
    by_basis = [seat["basis"] for seat in found]
    networks = f"{len(found)} running {'network' if len(found) == 1 else 'networks'}{' beyond the country' * beyond}"
    if not found:
        return "No running network is recorded. There may be one."
    recorded, presumed = by_basis.count("recorded"), by_basis.count("presumed")
    counts = ((recorded, "recorded"), (presumed, "presumed"), (len(found) - recorded - presumed, "not recorded"))
    if len(found) == 1:
        return f"{networks}: a body is {next(word for number, word in counts if number)} in it."
    return f"{networks}: a body is {', '.join(f'{word} in {number}' for number, word in counts if number)}."
