"""The region on tiles of one size: what one country shares with each other, or what is recorded of each, as counts.

No border is drawn and no country is coloured or ranked; a tile says where to look for a country, not where it ends.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.analysis.contacts.contact_graph import contact_graph
from graph.analysis.country.country_networks import is_about
from graph.analysis.networks.members import countries_of_networks
from graph.analysis.networks.network_state import state_of
from graph.analysis.networks.tiles import tiles
from graph.record import Record
from graph.words import count, subject
from layout.around.around_plan import is_on_theme
from layout.drawn.lettering import least_size, letters, room
from layout.drawn.scene import Basis, Box, Note, Scene, Text
from layout.drawn.text import wrap
from layout.sheet import Size

SAYS = "Networks: running ones in which both are recorded. Contacts: between bodies of the two, by what was read."
SAYS_ALL = "Bodies living and running networks of each country, by what was read: it measures our reading."


@dataclass(frozen=True, slots=True)
class RegionSheet:
    """The sheet: tiles stand `apart`, in rows at least `low` high."""

    projector: bool
    width: float
    height: float
    apart: float
    low: float


SHEETS: dict[Size, RegionSheet] = {
    "desk": RegionSheet(False, 750, 604, 6, 78),
    "projector": RegionSheet(True, 1232, 636, 8, 86),
}


@dataclass(frozen=True, slots=True)
class RegionMap:
    """The scene, the address behind each box, the claims of contact with each country, and what the counts mean."""

    scene: Scene
    things: Mapping[str, str]
    claims: Mapping[str, tuple[str, ...]]
    says: str


@dataclass(frozen=True, slots=True)
class _Tile:
    """A country at a place of the grid, its words, and how it stands to the one that is asked about."""

    country: str
    name: str
    at: tuple[int, int]
    notes: tuple[str, ...]
    basis: Basis = "quiet"


def region(record: Record, country: str = "", theme: str = "", size: Size = "desk") -> RegionMap:
    """Return the region as one country sees it, or each country for itself where none is given.

    With a theme, networks and contacts are those on it.
    """
    sheet = SHEETS[size]
    contacts = _contacts(record, country, theme) if country else {}
    shown = [
        _Tile(
            one["country"]["id"],
            one["country"]["name"],
            (one["column"], one["row"]),
            *_told(record, one["country"]["id"], country, theme, contacts),
        )
        for one in tiles(record)["tiles"]
        if one["country"]["id"] in record.countries
    ]
    boxes, foot = _placed(shown, sheet)
    sizes = letters(sheet.projector)
    says = _says(country, theme)
    lines = wrap(says, sheet.width, sizes.note)
    texts = [
        Text(0, foot + 16 + place * sizes.note_step, line, sizes.note, ink="second") for place, line in enumerate(lines)
    ]
    scene = Scene(
        id=f"region:{country or 'all'}",
        width=sheet.width,
        height=max(sheet.height, foot + 16 + len(lines) * sizes.note_step + 22),
        boxes=tuple(boxes),
        texts=tuple(texts),
        projector=sheet.projector,
    )
    claims = {f"country:{code}": tuple(record.claim_ids(rows)) for code, rows in contacts.items()}
    return RegionMap(scene, {box.id: box.id for box in boxes}, claims, says)


def _says(country: str, theme: str) -> str:
    """Return what the counts mean; on a theme, which of them are on it."""
    counted = "Networks and contacts" if country else "Networks"
    on_theme = f" {counted} are those on {subject(theme)}." if theme else ""
    return f"{SAYS if country else SAYS_ALL}{on_theme}"


def _told(
    record: Record, code: str, country: str, theme: str, contacts: Mapping[str, Sequence[int]]
) -> tuple[tuple[str, ...], Basis]:
    """Return the words on a tile, and how heavy its edge is: recorded where a contact is."""
    if not country:
        living = sum(record.is_living(body) for body in record.bodies.get(code, ()))
        return (
            count(living, "body", "bodies"),
            count(len(networks_in_common(record, {code}, theme)), "network"),
        ), "quiet"
    shared = count(len(networks_in_common(record, {code, country}, theme)), "network")
    if code == country:
        return (shared,), "recorded"
    found = len(contacts.get(code, ()))
    return (shared, count(found, "contact") if found else "no recorded contact"), "quiet"


def networks_in_common(record: Record, countries: set[str], theme: str) -> list[str]:
    """Return the running networks (on a theme) in which all of some countries are recorded."""
    return [
        name
        for name, inside in sorted(countries_of_networks(record).items())
        if countries <= inside and state_of(record, name).status != "ended" and is_about(record.networks[name], theme)
    ]


def _contacts(record: Record, country: str, theme: str) -> dict[str, list[int]]:
    """Return the rows of contact between services of a country and those of each other one."""
    graph, found = contact_graph(record), dict[str, list[int]]()
    for service in record.bodies.get(country, ()):
        for other, edge in graph.adj.get(service, {}).items():
            code = record.organizations[other].country
            rows = [row for row in edge["rows"] if is_on_theme(record, row, theme)]
            if code not in (country, "INT") and rows:
                found.setdefault(code, []).extend(rows)
    return found


def _placed(shown: Sequence[_Tile], sheet: RegionSheet) -> tuple[list[Box], float]:
    """Set the tiles on their grid, each row as high as its tallest; return them and where the last row ends."""
    columns = max((tile.at[0] for tile in shown), default=0) + 1
    w = float(int((sheet.width - sheet.apart * (columns - 1)) / columns))
    y, boxes = 0.0, list[Box]()
    for row in sorted({tile.at[1] for tile in shown}):
        here = [(tile, _box(tile, w, sheet)) for tile in shown if tile.at[1] == row]
        h = max([sheet.low, *(box.h for _, box in here)])
        boxes += [replace(box, x=tile.at[0] * (w + sheet.apart), y=y, h=h) for tile, box in here]
        y += h + sheet.apart
    return boxes, y - sheet.apart


def _box(tile: _Tile, w: float, sheet: RegionSheet) -> Box:
    sizes = letters(sheet.projector)
    title = wrap(tile.name, room(w, "plain"), sizes.name, "semibold")
    notes = tuple(Note(line) for words in tile.notes for line in wrap(words, room(w, "plain"), sizes.note))
    _, h = least_size(title, notes, "plain", projector=sheet.projector)
    name = ", ".join([tile.name, *tile.notes])
    return Box(f"country:{tile.country}", 0, 0, w, h, title, name, notes, "plain", tile.basis)
