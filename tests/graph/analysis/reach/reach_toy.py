"""Customs of four countries, and networks that hold some of them."""

from graph.answers import ReachAnswer
from graph.model import Claim, Country, Network, Organization, Source, Thing
from graph.record import Record, record_of, rows_of_claims

COUNTRIES = ("PK", "TH", "VN", "LA")


def customs(country: str, **more: object) -> Organization:
    name = f"{country.lower()}-customs"
    return Organization.of_values({"id": name, "name": name, "country": country, "kind": "customs", **more})


def network(name: str, **more: object) -> Network:
    return Network.of_values({"id": name, "name": f"Net {name}", "kind": "network", "scope": "regional", **more})


def member(who: str, net: str, role: str = "member", **more: str) -> Claim:
    who = f"country:{who}" if who.isupper() else f"organization:{who}"
    return Claim.of_values(
        {"kind": "membership", "a": who, "b": f"network:{net}", "role": role, "source": "page"} | more
    )


def record(*things: Thing) -> Record:
    claims = [thing for thing in things if isinstance(thing, Claim)]
    nodes = [thing for thing in things if not isinstance(thing, Claim)]
    own: list[Thing] = [Country(id=code, name=code) for code in COUNTRIES]
    given = {node.id for node in nodes if isinstance(node, Organization)}
    own += [customs(code) for code in COUNTRIES if f"{code.lower()}-customs" not in given]
    own.append(Source(id="page", title="Page", kind="web page"))
    return record_of(1, [*nodes, *own], rows_of_claims((claim, "batch") for claim in claims), "2026-11-25")


def sits(net: str, *codes: str) -> list[Claim]:
    return [member(f"{code.lower()}-customs", net) for code in codes]


def chosen(answer: ReachAnswer) -> list[str]:
    return [net["id"] for net in answer["networks"]]


def out(answer: ReachAnswer) -> dict[str, str]:
    return {one["id"]: one["why"] for one in answer["unreached"]}


WIDE = [
    network("a"),
    network("b"),
    network("c"),
    *sits("a", "PK", "TH"),
    *sits("b", "VN", "TH"),
    *sits("c", "VN", "LA"),
]


def tie(a: str, b: str) -> Claim:
    ends = {"a": f"organization:{a}", "b": f"organization:{b}"}
    kind = {"kind": "tie", "role": "liaison", "directed": "no", "standing": "standing", "source": "page"}
    return Claim.of_values({**ends, **kind})
