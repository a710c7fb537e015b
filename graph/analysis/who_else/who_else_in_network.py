"""Who else in a network? Countries and bodies that are not recorded in it, judged by its themes and by neighbours."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from graph.analysis.bodies.kinds import AT_THE_EDGE
from graph.analysis.bodies.mandates import Mandates, mandates
from graph.analysis.bodies.services import services
from graph.analysis.names.named import named
from graph.analysis.networks.entry_points import entry_points, presumed
from graph.analysis.networks.members import members
from graph.analysis.networks.network_state import state_of
from graph.analysis.who_else.lines import said, sources_of
from graph.analysis.who_else.sits_with import sits_with
from graph.answers import Evidenced, MissingBody, MissingCountry, WhoElseInNetworkAnswer
from graph.model import Network
from graph.record import Record

MOST_OF_A_COUNTRY, MOST_OF_A_COMMITTEE = 2, 10
# A kind that sits for one country only says little about the others, and so does a single neighbour.
FEWEST_SENDING = 2
FEWEST_NEIGHBOURS = 2
# A kind that answers for a theme only on the side is no reason to ask it to a committee.
CLEARLY = 0.5


@dataclass(frozen=True, eq=False)
class Table:
    """A network, with who sits in it."""

    record: Record
    network: Network

    @property
    def is_national(self) -> bool:
        """Whether it is a committee of one country."""
        return self.network.scope == "national"

    @cached_property
    def inside(self) -> frozenset[str]:
        """The countries that are in the network, themselves or by a body; onlookers are not."""
        found = {self.network.country} if self.is_national else set()
        for address, member in members(self.record).get(self.network.id, {}).items():
            kind, _, name = address.partition(":")
            if member.role not in AT_THE_EDGE:
                found.add(name if kind == "country" else self.record.organizations[name].country)
        return frozenset(found)

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The living bodies that sit in the network."""
        pairs = (address.partition(":") for address in members(self.record).get(self.network.id, ()))
        return frozenset(name for kind, _, name in pairs if kind == "organization" and self.record.is_living(name))

    @cached_property
    def sending(self) -> dict[str, set[str]]:
        """The countries for which each kind of body sits."""
        found: dict[str, set[str]] = {}
        for body in self.bodies:
            node = self.record.organizations[body]
            found.setdefault(node.kind, set()).add(node.country)
        return found

    def sits_for(self, kind: str, country: str) -> int:
        """Return for how many other countries a kind of body sits."""
        return len(self.sending.get(kind, set()) - {country, "INT"})

    @cached_property
    def _held(self) -> dict[str, Mandates]:
        return {}

    def held(self, country: str) -> Mandates:
        """Return the mandates of a country."""
        if country not in self._held:
            self._held[country] = mandates(self.record, country)
        return self._held[country]

    def themes_of(self, held: Mandates, body: str) -> tuple[bool, bool]:
        """Return whether a body has a theme of the network by a source, and whether it clearly has one by its kind."""
        places = [held.subject[theme] for theme in self.network.themes]
        recorded, coded = held.recorded[held.place[body], places], held.coded[held.place[body], places]
        return bool((recorded > 0).any()), bool((coded >= CLEARLY).any())


def who_else_in_network(record: Record, network_id: str) -> WhoElseInNetworkAnswer:
    """Answer `who-else --network` for a network by its id.

    Countries: of the focus, not recorded in it, though two of their neighbours or half of their subregion are. Bodies:
    national ones of the countries inside that no claim puts there, to which a source gives one of its themes, or whose
    kind sits there for two other countries. In a national network: those of its country that answer for its themes.
    """
    table = Table(record, record.networks[network_id])
    state = state_of(record, network_id)
    focus = sorted(table.inside & record.countries.keys())
    return {
        "network": named(record, table.network.address),
        "themes": list(table.network.themes),
        "status": state.status,
        "last_heard": state.last_heard,
        "members": len(members(record).get(network_id, ())),
        "countries": [] if table.is_national else _countries(table),
        "organizations": [body for country in focus for body in _bodies(table, country)],
    }


def _countries(table: Table) -> list[MissingCountry]:
    found = [_country(table, country) for country in table.record.countries.keys() - table.inside]
    near = [
        one
        for one in found
        if len(one["neighbours_in"]) >= FEWEST_NEIGHBOURS or 2 * one["subregion_in"] >= one["of_subregion"] > 0
    ]
    for one in near:
        fit = dict.fromkeys([*presumed(table.record, one["id"], table.network.id), *_fitting(table, one["id"])])
        one["ask"] = [_evidenced(table, body) for body in list(fit)[:MOST_OF_A_COUNTRY]]
    return sorted(near, key=lambda one: (-len(one["neighbours_in"]), -one["subregion_in"], one["id"]))


def _country(table: Table, country: str) -> MissingCountry:
    countries = table.record.countries
    neighbours = countries[country].neighbours
    fellows = {other for other, node in countries.items() if node.subregion == countries[country].subregion} - {country}
    return {
        "id": country,
        "name": countries[country].name,
        "neighbours_in": [
            named(table.record, f"country:{one}") for one in sorted(table.inside.intersection(neighbours))
        ],
        "of_neighbours": len(neighbours),
        "subregion_in": len(table.inside & fellows),
        "of_subregion": len(fellows),
        "ask": [],
    }


def _evidenced(table: Table, body: str) -> Evidenced:
    _, rows = said(table.record, body, table.network.themes)
    return {
        "id": body,
        "name": table.record.organizations[body].name,
        "claims": table.record.claim_ids(rows),
    }


def _fitting(table: Table, country: str) -> list[str]:
    """Return the services of a country that could sit in the network, best first.

    Whose kind is seated, then whose kind sits for most others, then who has a theme by a source; of a kind that sits
    for the country already only those.
    """
    held = table.held(country)
    near = sits_with(table.record, held, table.bodies) if table.is_national else dict.fromkeys(held.bodies, 0.0)

    def order(body: str) -> tuple[bool, int, bool, float, int, str]:
        node = table.record.organizations[body]
        claims = len(table.record.rows_of(node.address))
        seated, others = node.kind in table.network.seat, table.sits_for(node.kind, country)
        return not seated, -others, not table.themes_of(held, body)[0], -near[body], -claims, body

    return sorted(_could_sit(table, country, held), key=order)


def _could_sit(table: Table, country: str, held: Mandates) -> Iterator[str]:
    sitting = {table.record.organizations[body].kind for body in table.bodies.intersection(held.bodies)}
    for service in services(table.record, country).services.values():
        local = service.level in ("provincial", "local") and not table.is_national
        if local or not table.bodies.isdisjoint(service.bodies):
            continue
        sends = table.sits_for(service.kind, country) >= FEWEST_SENDING or service.kind in table.network.seat
        recorded, coded = table.themes_of(held, service.id)
        if recorded or (coded and table.is_national) or (sends and service.kind not in sitting):
            yield service.id


def _bodies(table: Table, country: str) -> list[MissingBody]:
    """Return who of a country inside is missing; where nobody of it sits, the presumed entry point comes first."""
    points = entry_points(table.record, country, table.network.id)
    doors = [door.body for door in points.doors] if points.basis == "presumed" else []
    most = MOST_OF_A_COMMITTEE if table.is_national else MOST_OF_A_COUNTRY
    chosen = list(dict.fromkeys([*doors, *_fitting(table, country)]))[:most]
    return [_missing(table, country, body) for body in chosen]


def _missing(table: Table, country: str, body: str) -> MissingBody:
    reasons, rows = said(table.record, body, table.network.themes)
    return {
        "id": body,
        "name": table.record.organizations[body].name,
        "claims": table.record.claim_ids(rows),
        "country": named(table.record, f"country:{country}"),
        "reasons": reasons,
        "sits_for": table.sits_for(table.record.organizations[body].kind, country),
        "sources": sources_of(table.record, body, rows),
    }
