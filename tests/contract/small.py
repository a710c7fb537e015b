"""A record of a dozen things, one at least of every kind, and how tests write it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from graph.history import Batch, Change
from graph.model import Activity, Claim, Country, Event, Network, Organization, Site, Source, Thing
from graph.record import Record
from graph.stores import Store

TIE = Claim(
    kind="tie",
    a="organization:pk-customs",
    b="organization:pk-coast-guards",
    role="mou",
    name="Memorandum on joint patrols",
    directed="no",
    standing="standing",
    since="2019-05",
    theme="hazardous-waste",
    note="Formed by office order of 3 August 2019",
    read_on="2026-11-20",
    source="gazette",
)
PROBLEM = Claim(
    kind="tie",
    a="organization:pk-customs",
    b="country:IR",
    role="information-exchange",
    directed="yes",
    standing="planned",
    status="absent",
    source="report",
)
MEMBER = Claim(kind="membership", a="country:NA", b="network:ren", role="member", until="2024", source="report")
DESK = Claim(
    kind="responsibility",
    a="organization:pk-customs",
    b="agreement:montreal-protocol",
    role="enforcement",
    source="gazette",
)
CLAIMS = (
    TIE,
    PROBLEM,
    MEMBER,
    DESK,
    Claim(kind="presence", a="organization:pk-customs", b="site:karachi", through="ren", source="report"),
    Claim(kind="participation", a="country:PK", b="event:meeting-1", role="host", source="report"),
    Claim(
        kind="decision",
        a="organization:pk-coast-guards",
        b="organization:pk-customs",
        role="confirmed-none",
        since="2026-11-25",
        source="report",
    ),
    Claim(kind="seat", a="network:ren", role="member", name="Customs seat", holder_kind="customs", source="report"),
)
CUSTOMS = Organization(
    id="pk-customs",
    name="Pakistan Customs",
    aliases=("پاکستان کسٹمز", 'Customs / "FBR"', "a,b"),
    country="PK",
    kind="customs",
    functions=("border-control", "inspection"),
    sources=("gazette", "report"),
)
NODES: tuple[Thing, ...] = (
    Source(id="gazette", title="Gazette of 2019", kind="web page", url="https://example.org/g?a=1#b", published="2019"),
    Source(id="report", title="Report", kind="report"),
    Country(id="PK", iso3="PAK", name="Pakistan", coast="yes", neighbours=("IN", "IR"), sources=("report",)),
    Country(id="NA", name="Namibia"),
    CUSTOMS,
    Organization(id="pk-coast-guards", name="Coast Guards", country="PK", kind="coast-guard", until="2025"),
    Organization(id="interpol", name="INTERPOL", country="INT", kind="igo"),
    Network(id="ren", name="Regional network", kind="network", scope="regional", seat=("one", "two")),
    Site(id="karachi", name="Port of Karachi", kind="seaport", country="PK"),
    Event(id="meeting-1", name="First meeting", kind="meeting", start="2020-02", network="ren"),
    Activity(id="training-1", name="Training", pillar="capacity-building"),
)
THINGS: tuple[Thing, ...] = (*NODES, *CLAIMS)


def batch(*changes: Change, at: str = "2026-11-20T08:00:00Z", **says: str) -> Batch:
    """A change set of somebody."""
    return Batch(says.pop("author", "Ayesha"), at, says.pop("reason", "first load"), changes, **says)


def adding(*things: Thing, at: str = "2026-11-20T08:00:00Z", **says: str) -> Batch:
    """A change set that adds things."""
    return batch(*(Change(None, thing) for thing in things), at=at, **says)


def content(record: Record) -> dict[str, Any]:
    """Everything that a record says, as objects."""
    groups = ("sources", "countries", "organizations", "networks", "sites", "events", "activities")
    rows = range(len(record.claims))
    claims = [(record.claim_id(row), record.claim(row), record.batch_of(row)) for row in rows]
    return {"claims": claims, **{group: dict(getattr(record, group)) for group in groups}}


def by_address(things: Iterable[Thing]) -> dict[str, Thing]:
    """Things by address; two with one address are an error."""
    listed = list(things)
    found = {thing.address: thing for thing in listed}
    assert len(found) == len(listed)
    return found


FIRST = adding(*THINGS)
RENAMED = replace(CUSTOMS, name="Customs of Pakistan")
RENAMING = batch(Change(CUSTOMS, RENAMED), at="2026-11-21T08:00:00Z", author="Bilal", reason="new letterhead")


def kept(store: Store) -> dict[str, Any]:
    """Everything that a store would answer."""
    return {
        "record": content(store.read()),
        "things": by_address(store.things()),
        "history": store.history(),
        "batches": list(store.batches()),
        "fingerprint": store.fingerprint(),
        "revision": store.revision,
    }
