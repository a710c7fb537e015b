"""Here in Pakistan and there in Thailand, and the networks between them that a test lays out."""

from graph.answers import RoutesAnswer
from graph.model import Claim, Network, Organization, Source, Thing
from graph.record import Record, record_of, rows_of_claims

HERE, THERE = "organization:pk-here", "organization:th-there"


def body(body_id: str, country: str = "", **more: object) -> Organization:
    """A customs body of the country in its id, or an international one."""
    code = country or body_id[:2].upper()
    kind = "igo" if code == "INT" else "customs"
    return Organization.of_values({"id": body_id, "name": body_id, "country": code, "kind": kind, **more})


def network(name: str, **more: object) -> Network:
    return Network.of_values({"id": name, "name": f"Net {name}", "kind": "network", "scope": "regional", **more})


def member(who: str, net: str, role: str = "member", **more: str) -> Claim:
    who = who if ":" in who else f"organization:{who}"
    return Claim.of_values(
        {"kind": "membership", "a": who, "b": f"network:{net}", "role": role, "source": "page"} | more
    )


def tie(a: str, b: str, **more: str) -> Claim:
    ends = {"a": f"organization:{a}", "b": f"organization:{b}"}
    kind = {"kind": "tie", "role": "liaison", "directed": "no", "standing": "standing", "source": "page"}
    return Claim.of_values({**ends, **kind, **more})


def record(*things: Thing, date: str = "2026-11-25") -> Record:
    claims = [thing for thing in things if isinstance(thing, Claim)]
    nodes = [thing for thing in things if not isinstance(thing, Claim)]
    ends = [body("pk-here"), body("th-there"), Source(id="page", title="Page", kind="web page")]
    return record_of(1, [*nodes, *ends], rows_of_claims((claim, "batch") for claim in claims), date)


def sequences(answer: RoutesAnswer) -> list[list[str]]:
    return [[step["network"]["id"] for step in route["steps"]] for route in answer["routes"]]


def shares(*nets: str) -> list[Claim]:
    return [member(who, net) for net in nets for who in ("pk-here", "th-there")]


def chained(count: int) -> list[Thing]:
    """Networks n0, n1 ..., each linked to the next; the start is in the first and the target in the last."""
    igos = [body(f"igo-{number}", "INT") for number in range(count - 1)]
    links = [member(igo.id, f"n{number + step}") for number, igo in enumerate(igos) for step in (0, 1)]
    ends = member("pk-here", "n0"), member("th-there", f"n{count - 1}")
    return [*(network(f"n{number}") for number in range(count)), *igos, *links, *ends]
