"""The record: the whole graph at one revision, immutable, columnar, read as known on a date."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from operator import itemgetter
from typing import TypeVar, cast

import iso3166
import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph import dates, vocabulary
from graph.columns import KINDS, NONE, Claims, Numbering, Numbers, Row, claim_at, columns_of, naming
from graph.model import Activity, Claim, Country, Event, Network, Organization, Site, Source, Thing
from graph.references import naming_only

Node = TypeVar("Node", bound=Thing)
Rows = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Record:
    """All nodes by id, all claims as columns, and the day as of which they are read.

    `addresses[i]` is the address of node number i; `number` is its inverse. Every address that a claim names has a
    number, also themes, agreements and countries outside the focus, which are named by ISO 3166. Every body, network,
    site, event and source that something names is in the record: where one was withdrawn and what names it was not,
    a node is without that name, and a claim is not in it but in `left_out`, by its id; it counts in no answer.
    """

    revision: int
    date: str
    sources: Mapping[str, Source]
    countries: Mapping[str, Country]
    organizations: Mapping[str, Organization]
    networks: Mapping[str, Network]
    sites: Mapping[str, Site]
    events: Mapping[str, Event]
    activities: Mapping[str, Activity]
    addresses: tuple[str, ...]
    number: Mapping[str, int]
    claims: Claims
    left_out: tuple[str, ...] = ()

    def as_of(self, date: str) -> "Record":
        """Return the same record read as known on a date (`YYYY[-MM[-DD]]`); nothing is copied."""
        return replace(self, date=date)

    @cached_property
    def day(self) -> int:
        """The last day that the date of the record can mean, as a number."""
        return dates.last_day(dates.number(self.date))

    @cached_property
    def published(self) -> Numbers:
        """The date on which each claim's source was published, 0 where it gives none."""
        day = np.zeros(len(self.addresses), np.int32)
        for source in self.sources.values():
            day[self.number[source.address]] = dates.number(source.published)
        return day[self.claims.source]

    @cached_property
    def began(self) -> Numbers:
        """The newest date that speaks for each claim: its since, else its source's publication, else 0."""
        return np.where(self.claims.since > 0, self.claims.since, self.published)

    @cached_property
    def begun(self) -> NDArray[np.bool_]:
        """Whether each claim was known by the date: undated ones count."""
        return self.began <= self.day

    @cached_property
    def ended(self) -> NDArray[np.bool_]:
        """Whether each claim had ended before the date."""
        ended = np.zeros(len(self.claims), bool)
        dated = np.flatnonzero(self.claims.until)
        ended[dated] = dates.last_days(self.claims.until[dated]) < self.day
        return ended

    @cached_property
    def in_force(self) -> NDArray[np.bool_]:
        """Whether each claim counts on the date."""
        return self.begun & ~self.ended

    def is_living(self, organization: str) -> bool:
        """Return whether a body exists on the date."""
        body = self.organizations[organization]
        return not (body.since or body.until) or (self.has_begun(body) and not self.has_ended(body))

    def is_running(self, network: str) -> bool:
        """Return whether a network exists on the date."""
        return self.has_begun(self.networks[network]) and not self.has_ended(self.networks[network])

    def has_begun(self, thing: Organization | Network) -> bool:
        """Return whether a body or network had begun by the date; one without a date of its own had."""
        since = thing.since if isinstance(thing, Organization) else thing.start_year
        return dates.number(since) <= self.day

    def has_ended(self, thing: Organization | Network) -> bool:
        """Return whether a body or network had ended before the date."""
        until = thing.until if isinstance(thing, Organization) else thing.end_year
        return bool(until) and dates.last_day(dates.number(until)) < self.day

    def successor(self, organization: str) -> str | None:
        """Return the body that stands for an ended one today, if the record names one."""
        seen = {organization}
        following = self.organizations[organization].succeeded_by
        while following in self.organizations and following not in seen:
            if self.is_living(following):
                return following
            seen.add(following)
            following = self.organizations[following].succeeded_by
        return None

    @cached_property
    def bodies(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of all bodies of each country, INT included, ended ones too, sorted."""
        found: dict[str, list[str]] = {}
        for body in self.organizations.values():
            found.setdefault(body.country, []).append(body.id)
        return {country: tuple(sorted(ids)) for country, ids in found.items()}

    def rows(self, kind: str) -> Rows:
        """Return the rows of all claims of a kind."""
        span = self.span(kind)
        return np.arange(span.start, span.stop)

    def span(self, kind: str) -> slice:
        """Return the same as a slice, which takes part of a column without a copy."""
        place = KINDS.index(kind)
        return slice(*np.searchsorted(self.claims.kind, [place, place + 1]).tolist())

    @cached_property
    def _by_node(self) -> tuple[Rows, Rows]:
        """Claim rows grouped by node, and where the group of each node begins."""
        ends = np.concatenate([self.claims.a, self.claims.b])
        rows = np.tile(np.arange(len(self.claims)), 2)
        order = np.lexsort((rows, ends))
        return rows[order], np.searchsorted(ends[order], np.arange(len(self.addresses) + 1))

    def rows_of(self, address: str, kind: str = "") -> Rows:
        """Return the rows of all claims that name a node at either end, in order, of one kind if given."""
        number = self.number.get(address)
        if number is None:
            return np.empty(0, np.intp)
        rows, begins = self._by_node
        found = rows[begins[number] : begins[number + 1]]
        return found[self.claims.kind[found] == KINDS.index(kind)] if kind else found

    def claim(self, row: int) -> Claim:
        """Return one claim as an object."""
        return claim_at(self.claims, row, self.addresses)

    def claim_id(self, row: int) -> str:
        """Return the id of one claim."""
        return f"{int(self.claims.id[row]):016x}"

    def claim_ids(self, rows: Iterable[int]) -> list[str]:
        """Return the ids of claims, in the order of their rows."""
        return [self.claim_id(row) for row in rows]

    @cached_property
    def _row_by_id(self) -> Mapping[str, int]:
        return {self.claim_id(row): row for row in range(len(self.claims))}

    def row_of_claim(self, claim_id: str) -> int | None:
        """Return the row of a claim by its id."""
        return self._row_by_id.get(claim_id)

    def batch_of(self, row: int) -> str:
        """Return the id of the batch that wrote a claim last."""
        return str(self.claims.texts[self.claims.batch[row]])

    def node(self, address: str) -> Thing | None:
        """Return a node by its address; None for a theme, an agreement and a country outside the focus."""
        kind, _, name = address.partition(":")
        return self._nodes.get(kind, {}).get(name)

    @cached_property
    def _nodes(self) -> Mapping[str, Mapping[str, Thing]]:
        groups = (self.sources, self.countries, self.organizations, self.networks, self.sites, self.events)
        kinds = ("source", "country", "organization", "network", "site", "event")
        return {**dict(zip(kinds, groups, strict=True)), "activity": self.activities}

    def country_name(self, code: str) -> str:
        """Return the name of a country: as recorded in the focus, by ISO 3166 elsewhere."""
        if code in self.countries:
            return self.countries[code].name
        known = iso3166.countries_by_alpha2.get(code)
        return str(known.name) if known else "International" if code == "INT" else code

    def to_networkx(self, *kinds: str) -> nx.MultiDiGraph:
        """Return the claims in force as a networkx graph: nodes are addresses, an edge is a claim, its key the id.

        That two bodies are not in contact joins nothing, and what a room thinks of a body is no link of it:
        decisions and assessments are in it only where they are asked for.
        """
        graph = nx.MultiDiGraph()
        for row in np.flatnonzero(self.in_force & (self.claims.b != NONE)):
            claim = self.claim(int(row))
            if claim.kind in (kinds or vocabulary.CLAIM_KINDS.keys() - {"decision", "assessment"}):
                graph.add_edge(claim.a, claim.b, key=self.claim_id(int(row)), kind=claim.kind, role=claim.role)
        return graph


def record_of(revision: int, nodes: Iterable[Thing], claims: Iterable[tuple[str, Row]], date: str = "") -> Record:
    """Return the record of nodes and claims, in whatever order they come; the date is today's unless given."""
    standing = {node.address: node for node in nodes}
    tables: dict[str, dict[str, Thing]] = {}
    for address, node in sorted(standing.items(), key=itemgetter(0)):
        kind, _, name = address.partition(":")
        tables.setdefault(kind, {})[name] = naming_only(node, standing)
    subjects = [f"theme:{name}" for name in vocabulary.THEMES] + [f"agreement:{name}" for name in vocabulary.AGREEMENTS]
    known = [f"{kind}:{name}" for kind, table in sorted(tables.items()) for name in table]
    numbering = Numbering(subjects + known)
    there = len(numbering.number)
    columns = columns_of(claims, numbering)
    # A country outside the focus is named by ISO 3166 and has no node; anything else that has none is not known.
    gone = [place >= there and not text.startswith("country:") for place, text in enumerate(numbering.number)]
    in_vain = naming(columns, gone)

    def table(kind: type[Node]) -> dict[str, Node]:
        return cast("dict[str, Node]", tables.get(kind.node, {}))

    return Record(
        revision=revision,
        date=date or dates.today(),
        sources=table(Source),
        countries=table(Country),
        organizations=table(Organization),
        networks=table(Network),
        sites=table(Site),
        events=table(Event),
        activities=table(Activity),
        addresses=numbering.texts(),
        number=numbering.number,
        claims=columns.only(~in_vain) if in_vain.any() else columns,
        left_out=tuple(f"{claim_id:016x}" for claim_id in columns.id[in_vain].tolist()),
    )


def rows_of_claims(claims: Iterable[tuple[Claim, str]]) -> Iterator[tuple[str, Row]]:
    """Yield claims, each with the batch that wrote it, as the rows that `record_of` reads."""
    for claim, batch in claims:
        values = cast("dict[str, str]", claim.values())
        yield claim.id, (*values.values(), batch)
