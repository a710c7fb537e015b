"""The fact tables: which file holds which kind of thing, and which column fills which field."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model import Activity, Claim, Country, Event, Network, Organization, Site, Source, Thing


@dataclass(frozen=True, slots=True)
class Table:
    """One fact table.

    `columns` maps a column of the file to a field of the thing, in the order of the file; `optional` may be missing
    from the header; `fixed` are fields that the table itself says.
    """

    name: str
    thing: type[Thing]
    columns: Mapping[str, str]
    optional: frozenset[str] = frozenset()
    fixed: Mapping[str, str] = field(default_factory=dict)


def _same(*names: str) -> dict[str, str]:
    return {name: name for name in names}


TABLES = {
    table.name: table
    for table in (
        Table("sources", Source, {"source_id": "id", **_same("title", "publisher", "url", "published", "kind")}),
        Table(
            "countries",
            Country,
            {"iso2": "id", **_same("iso3", "name", "subregion", "coast", "neighbours"), "source_id": "sources"},
        ),
        Table(
            "organizations",
            Organization,
            {
                "org_id": "id",
                **_same("name", "short_name", "aliases", "acronym", "country", "level", "area", "kind"),
                "parent_id": "parent",
                **_same("functions", "since", "until", "succeeded_by", "note"),
                "source_id": "sources",
            },
            frozenset({"short_name"}),
        ),
        Table(
            "networks",
            Network,
            {
                "network_id": "id",
                **_same("name", "short_name", "acronym", "kind", "scope", "country", "start_year", "end_year"),
                **_same("meets", "seat", "themes"),
                "secretariat_org_id": "secretariat",
                **_same("pillars", "note"),
                "source_id": "sources",
            },
            frozenset({"short_name"}),
        ),
        Table(
            "sites",
            Site,
            {"site_id": "id", **_same("name", "kind", "country", "neighbour", "same_as"), "source_id": "sources"},
        ),
        Table(
            "events",
            Event,
            {
                "event_id": "id",
                **_same("name", "kind"),
                "network_id": "network",
                "host_org_id": "host",
                **_same("place", "country", "start", "end", "topic"),
                "source_id": "sources",
            },
        ),
        Table(
            "activities",
            Activity,
            {
                "activity_id": "id",
                "name": "name",
                "network_id": "network",
                **_same("code", "pillar", "status"),
                "source_id": "sources",
            },
        ),
        Table(
            "memberships",
            Claim,
            {
                "member_id": "a",
                "network_id": "b",
                **_same("role", "since", "until", "note"),
                "verified": "read_on",
                "source_id": "source",
            },
            fixed={"kind": "membership"},
        ),
        Table(
            "ties",
            Claim,
            {
                "a_id": "a",
                "b_id": "b",
                "kind": "role",
                **_same("name", "directed", "standing", "status", "since", "until", "theme", "note"),
                "verified": "read_on",
                "source_id": "source",
            },
            fixed={"kind": "tie"},
        ),
        Table(
            "responsibilities",
            Claim,
            {
                "org_id": "a",
                "subject": "b",
                **_same("role", "since", "until", "note"),
                "verified": "read_on",
                "source_id": "source",
            },
            fixed={"kind": "responsibility"},
        ),
        Table(
            "site_presence",
            Claim,
            {
                "org_id": "a",
                "site_id": "b",
                **_same("through", "since", "until", "note"),
                "verified": "read_on",
                "source_id": "source",
            },
            fixed={"kind": "presence"},
        ),
        Table(
            "participations",
            Claim,
            {
                "org_id": "a",
                "event_id": "b",
                "role": "role",
                "note": "note",
                "verified": "read_on",
                "source_id": "source",
            },
            frozenset({"note"}),
            fixed={"kind": "participation"},
        ),
        Table(
            "seats",
            Claim,
            {
                "network_id": "a",
                "seat": "name",
                "role": "role",
                "holder_id": "b",
                **_same("holder_kind", "note"),
                "verified": "read_on",
                "source_id": "source",
            },
            frozenset({"note", "verified"}),
            fixed={"kind": "seat"},
        ),
        Table(
            "decisions",
            Claim,
            {
                "a_id": "a",
                "b_id": "b",
                "decision": "role",
                **_same("since", "until", "theme", "note"),
                "verified": "read_on",
                "source_id": "source",
            },
            frozenset({"until", "theme", "note", "verified"}),
            fixed={"kind": "decision"},
        ),
        Table(
            "assessments",
            Claim,
            {
                "org_id": "a",
                "subject": "b",
                "assessment": "role",
                "goal": "name",
                **_same("since", "until", "note"),
                "verified": "read_on",
                "source_id": "source",
            },
            frozenset({"goal", "until", "note", "verified"}),
            fixed={"kind": "assessment"},
        ),
    )
}
