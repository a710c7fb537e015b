"""A country of seven bodies, small enough to reckon by hand: Customs, an ozone unit, ministries and two provinces."""

from collections.abc import Sequence
from typing import Any

from graph.model import Claim, Country, Event, Network, Organization, Site, Source, Thing
from graph.record import Record, record_of, rows_of_claims

TODAY = "2026-11-25"
COUNTRY = Country(id="PK", name="Toyland", coast="yes", subregion="South Asia")
SOURCES = (
    Source(id="gazette", title="Gazette", publisher="The Gazette", published="2024-05-01", kind="report"),
    Source(id="old-page", title="Old page", publisher="Archive", published="2001", kind="web page"),
    Source(id="undated", title="No date", publisher="Somewhere", kind="web page"),
)


def body(name: str, kind: str, *functions: str, **more: Any) -> Organization:
    """A national body of Toyland with its functions."""
    fields = {"country": "PK", "level": "national", **more}
    return Organization(id=name, name=f"The {name}", kind=kind, functions=functions, **fields)


BODIES = (
    body("finance", "ministry", "policy"),
    body("board", "revenue", "policy", parent="finance"),
    body("customs", "customs", "border-control", "inspection", parent="board"),
    body("customs-lab", "laboratory", "laboratory", parent="customs"),
    body("environment", "ministry", "policy"),
    body("ozone", "ozone-unit", "licensing", parent="environment"),
    body("police", "police", "investigation"),
    body("east-epa", "environment-authority", "licensing", level="provincial", area="PK-SD"),
    body("west-epa", "environment-authority", "licensing", level="provincial", area="PK-PB"),
)
ANSWERS = ("customs", "ozone")


def responsible(name: str, subject: str, role: str = "enforcement", **more: Any) -> Claim:
    """A body answers for a theme or an agreement."""
    kind = "agreement" if "-convention" in subject or "-protocol" in subject or subject == "cites" else "theme"
    values = {"source": "gazette", **more}
    return Claim(kind="responsibility", a=f"organization:{name}", b=f"{kind}:{subject}", role=role, **values)


def tie(a: str, b: str, kind: str = "mou", **more: Any) -> Claim:
    """Two bodies are in contact."""
    values = {"directed": "no", "standing": "standing", "since": "2025", "source": "gazette", **more}
    return Claim(kind="tie", a=f"organization:{a}", b=f"organization:{b}", role=kind, **values)


def member(name: str, network: str, role: str = "member", **more: Any) -> Claim:
    """A body, or a country by its code, sits in a network."""
    end = f"country:{name}" if name.isupper() else f"organization:{name}"
    return Claim(kind="membership", a=end, b=f"network:{network}", role=role, **{"source": "gazette", **more})


BOTH = (
    responsible("customs", "ozone-depleting-substances"),
    responsible("ozone", "montreal-protocol", "national-ozone-unit"),
)


def toy(*claims: Claim, bodies: Sequence[Organization] = BODIES, things: Sequence[Thing] = ()) -> Record:
    """The record of Toyland with these claims, as of the day of the tests."""
    nodes = (COUNTRY, *SOURCES, *bodies, *things)
    return record_of(1, nodes, rows_of_claims((claim, "batch") for claim in claims), TODAY)


def network(name: str, scope: str = "national", **more: Any) -> Network:
    """A network; a national one is of Toyland."""
    country = "PK" if scope == "national" else ""
    return Network(id=name, name=name, kind="mechanism", scope=scope, country=country, **more)


def workshop(name: str, start: str) -> Event:
    """An event."""
    return Event(id=name, name=name, kind="workshop", start=start)


def post(name: str, kind: str = "border-crossing") -> Site:
    """A site of Toyland."""
    return Site(id=name, name=name, kind=kind, country="PK")
