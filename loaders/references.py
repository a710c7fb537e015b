"""Do the ids that things name lead anywhere: to other rows of the load, or to what the store holds?"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import partial

import iso3166

from graph import vocabulary
from graph.errors import Refusal
from graph.model import Claim, Organization, Thing
from graph.references import named_by, named_in
from loaders.records import Draft, Place, Placed

CYCLES = {"parent": "is its own superior", "succeeded_by": "is its own successor"}

# Named by a standard or by the vocabulary, so that no table needs to hold them.
ALWAYS_KNOWN = (
    {f"country:{code}" for code in (*iso3166.countries_by_alpha2, "INT")}
    | {f"theme:{name}" for name in vocabulary.THEMES}
    | {f"agreement:{name}" for name in vocabulary.AGREEMENTS}
)


def dangling(
    things: Iterable[Placed], known: AbstractSet[str], meant: AbstractSet[str], unread: AbstractSet[str]
) -> list[tuple[Placed, Refusal]]:
    """Return the rows that name what is not known.

    `meant` are addresses of refused rows; `unread` are kinds of node of which some rows could not be read.
    """
    return [
        (placed, _nowhere(placed, name, address, meant))
        for placed in things
        for name, address in named_by(placed.thing)
        if address not in known and address.partition(":")[0] not in unread
    ]


def dangling_too(
    drafts: Iterable[Draft], known: AbstractSet[str], meant: AbstractSet[str], unread: AbstractSet[str]
) -> list[Refusal]:
    """Return what rows that are refused for another fault name as well and is not known."""
    return [
        _nowhere(draft, name, address, meant)
        for draft in drafts
        for name, address in named_in(draft.table.thing, partial(_value, draft))
        if name not in draft.wrong and address not in known and address.partition(":")[0] not in unread
    ]


def _value(draft: Draft, name: str) -> str | tuple[str, ...]:
    return draft.values.get(name, "")


def _nowhere(place: Place, name: str, address: str, meant: AbstractSet[str]) -> Refusal:
    kind, _, value = address.partition(":")
    return place.refusal(name, value, _rests_on(address) if address in meant else _leads_nowhere(kind))


def _rests_on(address: str) -> str:
    return f"names the {address.replace(':', ' ', 1)}, whose row was refused"


def _leads_nowhere(kind: str) -> str:
    if kind == "country":
        return "is no country of ISO 3166-1"
    if kind == "theme":
        return "is no theme and no agreement of the vocabulary"
    return f"names no {kind} in these files or in the store"


def resting_on(refused: Iterable[str], things: Iterable[Placed]) -> list[tuple[Placed, Refusal]]:
    """Return the rows that name a refused thing, directly or through others."""
    naming: dict[str, list[tuple[Placed, str]]] = {}
    for placed in things:
        for name, address in named_by(placed.thing):
            naming.setdefault(address, []).append((placed, name))
    found: list[tuple[Placed, Refusal]] = []
    seen = set(refused)
    waiting = deque(sorted(seen))
    while waiting:
        address = waiting.popleft()
        for placed, name in naming.get(address, ()):
            found.append((placed, placed.refusal(name, address.partition(":")[2], _rests_on(address))))
            if placed.address not in seen:
                seen.add(placed.address)
                waiting.append(placed.address)
    return found


def repeated(things: Iterable[Placed]) -> list[tuple[Placed, Refusal]]:
    """Return the rows that say again what an earlier row said: the same id, or the same claim."""
    first: dict[str, Placed] = {}
    found = []
    for placed in things:
        earlier = first.setdefault(placed.address, placed)
        if earlier is not placed:
            where = f"row {earlier.row} of {earlier.file}"
            is_claim = isinstance(placed.thing, Claim)
            reason = f"says the same as {where}" if is_claim else f"is the id of {where} already"
            name, value = ("a", _ends(placed.thing)) if is_claim else ("id", placed.address.partition(":")[2])
            found.append((placed, placed.refusal(name, value, reason)))
    return found


def _ends(claim: Thing) -> str:
    return str(getattr(claim, "a", "")).partition(":")[2]


def circles(things: Iterable[Placed], standing: Mapping[str, Thing]) -> list[tuple[Placed, Refusal]]:
    """Return the rows of bodies that are, by the whole record as it would be, their own superior or successor."""
    rows = {placed.address: placed for placed in things if isinstance(placed.thing, Organization)}
    bodies = {thing.id: thing for thing in standing.values() if isinstance(thing, Organization)}
    bodies |= {placed.thing.id: placed.thing for placed in rows.values() if isinstance(placed.thing, Organization)}
    found = []
    for name, reason in CYCLES.items():
        for circle in _circles({body.id: getattr(body, name) for body in bodies.values() if getattr(body, name)}):
            for place, one in enumerate(circle):
                way = " > ".join([*circle[place:], *circle[:place], one])
                if placed := rows.get(f"organization:{one}"):
                    found.append((placed, placed.refusal(name, circle[(place + 1) % len(circle)], f"{reason}: {way}")))
    return found


def _circles(following: Mapping[str, str]) -> Iterator[list[str]]:
    done: set[str] = set()
    for begin in following:
        way: dict[str, int] = {}
        one = begin
        while one in following and one not in done and one not in way:
            way[one] = len(way)
            one = following[one]
        if one in way:
            yield list(way)[way[one] :]
        done |= way.keys()
