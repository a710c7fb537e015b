"""What networks share: members, who sits in several, and which two may do the same work."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from graph.analysis.country.country_networks import is_about
from graph.analysis.networks.members import members
from graph.answers import Evidenced, Overlap, OverlapAnswer, Spanner
from graph.errors import InputError, UnknownName
from graph.model import Network
from graph.record import Record

ALIKE = 0.5  # Jaccard from which on two circles are much the same people,
FEW = 2  # given that as many are shared: where only the convener is recorded, little is known of the circle.

Circle = Mapping[str, tuple[int, ...]]  # address of a member -> rows of the claims


def overlap(
    record: Record, networks: Sequence[str] = (), theme: str = "", *, by_country: bool = False
) -> OverlapAnswer:
    """Return what each two networks share, and which bodies sit in several.

    Members are bodies and countries as they are recorded; with `by_country` only countries, by themselves or by a
    body. Without `networks` all that are about a theme and share a member. Raises UnknownName and InputError.
    """
    asked = compared(record, networks, theme)
    circles = {name: circle_of(record, name, by_country=by_country) for name in asked}
    pairs = [_pair(record, one, other, circles) for one, other in combinations(sorted(asked), 2)]
    shown = [pair for pair in pairs if networks or pair["shared"]]
    spanners = _spanners(record, {name: circle_of(record, name) for name in asked})
    return {"pairs": sorted(shown, key=lambda pair: _order(record, pair)), "spanners": spanners}


def overlap_with_others(record: Record, network: str) -> list[Overlap]:
    """Return what a network shares with every other one; those on the same subjects first, else in the same order."""
    circles = {name: circle_of(record, name) for name in record.networks}
    pairs = [_pair(record, network, other, circles) for other in sorted(record.networks) if other != network]

    def order(pair: Overlap) -> tuple[object, ...]:
        one, other = record.networks[pair["a"]["id"]], record.networks[pair["b"]["id"]]
        first, *rest = _order(record, pair)
        return first, not shared_themes(one, other), *rest

    return sorted((pair for pair in pairs if pair["shared"]), key=order)


def compared(record: Record, networks: Sequence[str], theme: str) -> list[str]:
    """Return the ids of the networks that are compared: those asked for, else all about a theme."""
    asked = list(dict.fromkeys(networks)) or _on_theme(record, theme)
    for unknown in sorted(set(asked) - record.networks.keys()):
        raise UnknownName(f"No network of the record is called “{unknown}”.", "Look it up with `whoelse find`.")
    if networks and len(asked) < 2:
        raise InputError("One network overlaps with nothing.", "Give two networks or more, or a theme.")
    return asked


def _order(record: Record, pair: Overlap) -> tuple[bool, bool, bool, float, int, str, str]:
    """Who may do the same work first, and of these who still runs: only they can be asked."""
    count = len(pair["shared"])
    ids = pair["a"]["id"], pair["b"]["id"]
    is_over = not all(record.is_running(name) for name in ids)
    is_double = pair["may_duplicate"]
    return not is_double, is_double and is_over, count < FEW, -(pair["jaccard"] or 0.0), -count, *ids


def _on_theme(record: Record, theme: str) -> list[str]:
    if not theme:
        raise InputError("Neither networks nor a theme were given.", "Give two networks or more, or a theme.")
    return [name for name, network in sorted(record.networks.items()) if network.themes and is_about(network, theme)]


def circle_of(record: Record, network: str, *, by_country: bool = False) -> Circle:
    """Return the members of a network as recorded, or their countries."""
    found = {address: member.rows for address, member in members(record).get(network, {}).items()}
    if not by_country:
        return found
    countries: dict[str, tuple[int, ...]] = {}
    for address, rows in found.items():
        kind, _, name = address.partition(":")
        code = name if kind == "country" else record.organizations[name].country
        if code != "INT":
            countries[f"country:{code}"] = (*countries.get(f"country:{code}", ()), *rows)
    return countries


def _pair(record: Record, one: str, other: str, circles: Mapping[str, Circle]) -> Overlap:
    a, b = circles[one], circles[other]
    shared, either = sorted(a.keys() & b.keys()), a.keys() | b.keys()
    jaccard = len(shared) / len(either) if a and b else None
    both = record.networks[one], record.networks[other]
    return {
        "a": {"id": one, "name": both[0].name},
        "b": {"id": other, "name": both[1].name},
        "shared": [_evidenced(record, address, (*a[address], *b[address])) for address in shared],
        "jaccard": jaccard,
        "containment": len(shared) / min(len(a), len(b)) if a and b else None,
        "may_duplicate": (jaccard or 0) >= ALIKE and len(shared) >= FEW and _does_the_same(*both),
    }


def _evidenced(record: Record, address: str, rows: Sequence[int]) -> Evidenced:
    kind, _, name = address.partition(":")
    shown = record.country_name(name) if kind == "country" else record.organizations[name].name
    return {"id": name, "name": shown, "claims": record.claim_ids(dict.fromkeys(rows))}


def _does_the_same(one: Network, other: Network) -> bool:
    """Whether two networks have theme, scope, pillar and years in common; years that are not known exclude nothing."""
    same_place = (one.scope, one.country) == (other.scope, other.country)
    return bool(same_place and shared_themes(one, other) and shared_pillars(one, other) and have_met(one, other))


def shared_themes(one: Network, other: Network) -> tuple[str, ...]:
    """Return the themes of both."""
    return tuple(theme for theme in one.themes if theme in other.themes)


def shared_pillars(one: Network, other: Network) -> tuple[str, ...]:
    """Return the pillars of both."""
    return tuple(pillar for pillar in one.pillars if pillar in other.pillars)


def have_met(one: Network, other: Network) -> bool:
    """Return whether two networks ran in the same years, as far as their years are known."""
    latest, first = max(one.start_year, other.start_year), min(one.end_year or "9999", other.end_year or "9999")
    return latest <= first


def _spanners(record: Record, circles: Mapping[str, Circle]) -> list[Spanner]:
    places: dict[str, list[Evidenced]] = {}
    for network, circle in sorted(circles.items()):
        for address, rows in circle.items():
            kind, _, name = address.partition(":")
            if kind == "organization":
                seat: Evidenced = {
                    "id": network,
                    "name": record.networks[network].name,
                    "claims": record.claim_ids(rows),
                }
                places.setdefault(name, []).append(seat)
    found: list[Spanner] = [
        {"id": name, "name": record.organizations[name].name, "networks": seats}
        for name, seats in places.items()
        if len(seats) > 1
    ]
    return sorted(found, key=lambda one: (-len(one["networks"]), one["id"]))
