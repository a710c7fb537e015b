"""What the columns of a one-pager say: contacts found, pairs without, networks with their entry points."""

from collections.abc import Collection
from dataclasses import dataclass

from graph.analysis.contacts.contacts import Contact, works
from graph.analysis.gaps.screening import Screening
from graph.answers import Gap, NetworkSeat
from graph.record import Record
from graph.words import BANDS
from handouts.country.asked import Asked
from handouts.paper import words
from layout.words import many

MOST_WAYS = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a column: what stands in bold, what is said of it, and the claims that it rests on."""

    name: str
    says: str
    claims: tuple[str, ...] = ()


def contacts(asked: Asked) -> list[Entry]:
    """Return the contacts found, those of provincial sisters in one entry."""
    seen = asked.screening
    folds: dict[tuple[str, str], list[Contact]] = {}
    for contact in works(seen):
        folds.setdefault((_side(seen, contact.a["id"]), _side(seen, contact.b["id"])), []).append(contact)
    return [_contact(asked.record, seen, fold) for fold in folds.values()]


def _side(seen: Screening, service: str) -> str:
    return seen.block.houses.services[service].sisters or service


def _contact(record: Record, seen: Screening, fold: list[Contact]) -> Entry:
    names = [_names(record, seen, list(dict.fromkeys(side))) for side in _sides(fold)]
    ways = list(dict.fromkeys(way for contact in fold for way in contact.how))
    years = [contact.year for contact in fold if contact.year]
    says = words.some(ways, MOST_WAYS) or "recorded"
    lasting = any(contact.standing or contact.how[0].startswith("through ") for contact in fold)
    year = f", {max(years)}" if years else ""
    claims = dict.fromkeys(claim for contact in fold for claim in contact.claims)
    return Entry(" – ".join(names), says + ", once" * (not lasting) + year, tuple(claims))


def _sides(fold: list[Contact]) -> tuple[list[str], list[str]]:
    return [contact.a["id"] for contact in fold], [contact.b["id"] for contact in fold]


def _names(record: Record, seen: Screening, bodies: list[str]) -> str:
    if len(bodies) == 1:
        return words.short(record, bodies[0])
    return many(seen.block.houses.services[bodies[0]].kind, len(bodies), provincial=True)


def gaps(asked: Asked) -> list[Entry]:
    """Return the pairs that ought to be in contact and are not known to be, in the order of the list of gaps."""
    return [_gap(asked.record, gap, asked.theme) for gap in asked.open_gaps]


def _gap(record: Record, gap: Gap, theme: str) -> Entry:
    a, b = (words.short(record, side["id"], side["name"]) for side in (gap["a"], gap["b"]))
    pairs = f" ({gap['folded']['pairs']} pairs)" if gap["folded"]["pairs"] > 1 else ""
    return Entry(f"{a} – {b}{pairs}", f"{gap['kind']}; {_why(record, gap, theme)}", tuple(gap["claims"]))


def _why(record: Record, gap: Gap, theme: str) -> str:
    """Return why contact is expected: the subject, or the site, and what that rests on."""
    subjects = [words.subject(reason["id"]) for reason in gap["reasons"] if reason["kind"] == "subject"]
    sites = [record.sites[reason["id"]].name for reason in gap["reasons"] if reason["kind"] == "site"]
    if not subjects:
        return f"both work at {sites[0]}" if sites else BANDS[gap["band"]]
    return f"both answer for it, {BANDS[gap['band']]}" if theme else f"{subjects[0]}, {BANDS[gap['band']]}"


def networks(asked: Asked, on_map: Collection[str]) -> list[Entry]:
    """Return the running networks that the map does not show, those of the theme first, each with its entry point."""
    seats = [seat for seat in asked.answer["networks"] if seat["status"] != "ended" and seat["id"] not in on_map]
    return [_seat(asked.record, seat) for seat in seats]


def _seat(record: Record, seat: NetworkSeat) -> Entry:
    door, sign = seat["entry_point"], words.SIGNS[seat["basis"]]
    who = f"{sign} {words.short(record, door['id'])}" if door else f"{sign} body not recorded"
    ask = ", please confirm" if seat["basis"] == "presumed" else ""
    since = f"; silent since {(seat['last_heard'] or '')[:4]}" if seat["status"] == "silent" else ""
    return Entry(record.networks[seat["id"]].shown, f"{who}{ask}{since}", tuple(seat["claims"]))
