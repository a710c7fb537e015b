"""The band below the chain: up to five networks, each with the body by which the country is entered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.analysis.country.country_networks import country_networks, is_about
from graph.answers import NetworkSeat
from graph.record import Record
from layout.chain.plan import ChainNetwork
from layout.drawn.lettering import least_size, letters, note_room, room
from layout.drawn.scene import Box, Dot, Line, Note
from layout.drawn.text import wrap
from layout.sheet import Sheet

MOST = 5
APART = 10.0


@dataclass(frozen=True, slots=True)
class Band:
    """The networks that stand in the band, and how many more are recorded."""

    boxes: tuple[Box, ...]
    networks: tuple[ChainNetwork, ...]
    more: int


def networks_of(record: Record, country: str, theme: str) -> tuple[ChainNetwork, ...]:
    """Return the running networks of a country on a theme, best entry point first."""
    seats = [
        seat
        for seat in country_networks(record, country, theme)
        if seat["status"] != "ended" and is_about(record.networks[seat["id"]], theme)
    ]
    return tuple(_network(record, seat) for seat in seats)


def _network(record: Record, seat: NetworkSeat) -> ChainNetwork:
    entry = seat["entry_point"]
    silent = f"silent since {(seat['last_heard'] or '')[:4]}" if seat["status"] == "silent" else ""
    notes = [Note(silent)] if silent else []
    if entry is None:
        notes.append(Note("body not recorded", "question"))
    else:
        dot: Dot = "full" if seat["basis"] == "recorded" else "open"
        body = record.organizations[entry["id"]].shown
        notes += [Note(body, dot)] if silent else [Note(body), Note("recorded" if dot == "full" else "presumed", dot)]
    return ChainNetwork(
        id=f"network:{seat['id']}",
        title=record.networks[seat["id"]].shown,
        notes=tuple(notes),
        entry=entry["id"] if entry else "",
        recorded=seat["basis"] == "recorded",
        claims=tuple(seat["claims"]),
    )


def band(networks: Sequence[ChainNetwork], sheet: Sheet) -> Band:
    """Letter as many networks as the band holds, at most five; those beyond are counted."""
    for count in range(min(MOST, len(networks)), 0, -1):
        boxes = [_box(network, place, max(count, 3), sheet) for place, network in enumerate(networks[:count])]
        if all(box is not None for box in boxes):
            return Band(tuple(box for box in boxes if box), tuple(networks[:count]), len(networks) - count)
    return Band((), (), len(networks))


def _box(network: ChainNetwork, place: int, count: int, sheet: Sheet) -> Box | None:
    """Return the box of a network, with fewer notes where its name is long; None where even that is too tall."""
    w = float(int((sheet.width - APART * (count - 1)) / count))
    sizes = letters(sheet.projector)
    title = wrap(network.title, room(w, "network"), sizes.name, "semibold")
    for notes in _shorter(network.notes):
        lines = tuple(line for note in notes for line in _wrapped(note, w, sheet))
        _, h = least_size(title, lines, "network", projector=sheet.projector)
        if h <= sheet.band_height:
            name = ", ".join([network.title, *(note.text for note in network.notes)])
            x = round(place * (sheet.width - w) / max(1, count - 1))
            return Box(network.id, x, sheet.band_top, w, sheet.band_height, title, name, lines, "network")
    return None


def _shorter(notes: tuple[Note, ...]) -> tuple[tuple[Note, ...], ...]:
    """The notes; the body with its dot and without the word; the last note alone."""
    if len(notes) == 2 and notes[0].dot == "none" and notes[1].text in ("recorded", "presumed"):
        return notes, (Note(notes[0].text, notes[1].dot),)
    return notes, notes[-1:]


def _wrapped(note: Note, w: float, sheet: Sheet) -> list[Note]:
    size = letters(sheet.projector).note
    space = note_room(w, "network", sheet.projector) if note.dot != "none" else room(w, "network")
    first, *rest = wrap(note.text, space, size)
    return [Note(first, note.dot), *(Note(line) for line in rest)]


def entry_lines(found: Band, where: Mapping[str, Box], gutters: Mapping[str, float], sheet: Sheet) -> tuple[Line, ...]:
    """Return the line from each entry point to its network: down a gutter, seen when one of its ends is chosen.

    `where` is the box of each body, `gutters` the x of the gutter beside each box.
    """
    lines, level = [], (sheet.bottom + sheet.band_head) / 2 - 4
    for network, box in zip(found.networks, found.boxes, strict=True):
        entry = where.get(network.entry)
        if entry is None:
            continue
        x = gutters[entry.id]
        side = entry.x + entry.w if x > entry.x else entry.x
        y, middle = round(entry.y + entry.h * 0.7), round(box.x + box.w / 2)
        path = ((side, y), (x, y), (x, level), (middle, level), (middle, box.y))
        kind = "seat-recorded" if network.recorded else "seat-presumed"
        word = "recorded" if network.recorded else "presumed"
        name = f"Entry point to {network.title}, {word}"
        lines.append(
            Line(f"entry:{network.id}", path, kind, (entry.id, box.id), name, "rounded", when_chosen=True)  # type: ignore[arg-type]
        )
    return tuple(lines)
