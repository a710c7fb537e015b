"""Made-up records of any size: bodies, mechanisms and claims drawn at random, the same every time."""

import random
from collections.abc import Iterator, Sequence

from bench.scale import DATE
from graph import vocabulary
from graph.columns import FIELDS, Row
from graph.model import Network, Organization, Site, Source, Thing
from graph.record import Record, record_of

KINDS, FUNCTIONS, THEMES = (
    tuple(words) for words in (vocabulary.ORGANIZATION_KINDS, vocabulary.FUNCTIONS, vocabulary.THEMES)
)
AGREEMENTS, TIES = tuple(vocabulary.AGREEMENTS), tuple(vocabulary.TIE_SENTENCES)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
TABLES, SITES, UNITS = 8, 5, 4  # a country: mechanisms, sites; every fourth body is a unit of the one before
TIES_A_BODY, SEATS_A_BODY = 3, 2

Rows = Iterator[tuple[str, Row]]


def codes(countries: int) -> list[str]:
    """Return that many codes of two letters."""
    return [a + b for a in LETTERS for b in LETTERS][:countries]


def row(number: int, **says: str) -> tuple[str, Row]:
    """Return one claim as a store gives it: its id, then its fields and the batch."""
    values = {"status": "confirmed", "source": "register", "since": "2024", **says}
    return f"{number:016x}", (*(values.get(name, "") for name in FIELDS), "batch")


def made_up(countries: int, bodies: int) -> Record:
    """Return a record of countries with as many bodies each, 8 mechanisms and 5 sites."""
    draw = random.Random(1)
    nodes: list[Thing] = [Source(id="register", title="Register", kind="web page", published="2024")]
    claims: list[tuple[str, Row]] = []
    for code in codes(countries):
        names = [f"{code.lower()}-{i}" for i in range(bodies)]
        nodes += _nodes(code, names, draw)
        for says in _says(code, names, draw):
            claims.append(row(len(claims), **says))
    return record_of(1, nodes, claims, DATE)


def _nodes(code: str, names: Sequence[str], draw: random.Random) -> Iterator[Thing]:
    for place, name in enumerate(names):
        yield Organization(
            id=name,
            name=f"Body {name}",
            country=code,
            kind=draw.choice(KINDS),
            functions=tuple(draw.sample(FUNCTIONS, draw.randint(1, 3))),
            parent=names[place - 1] if place % UNITS == UNITS - 1 else "",
            area=f"{code}-{draw.randint(1, 4)}" if draw.random() < 0.2 else "",
        )
    for i in range(TABLES):
        yield Network(id=f"{code.lower()}-table-{i}", name=f"Table {i}", kind="mechanism", scope="national")
    for i in range(SITES):
        kind = draw.choice(vocabulary.SITE_KINDS)
        yield Site(id=f"{code.lower()}-site-{i}", name=f"Site {i}", kind=kind, country=code)


def _says(code: str, names: Sequence[str], draw: random.Random) -> Iterator[dict[str, str]]:
    low = code.lower()
    for name in names:
        a = f"organization:{name}"
        others = [other for other in names if other != name]
        subject = f"theme:{draw.choice(THEMES)}" if draw.random() < 0.7 else f"agreement:{draw.choice(AGREEMENTS)}"
        yield {"kind": "responsibility", "a": a, "b": subject, "role": "enforcement"}
        yield {"kind": "presence", "a": a, "b": f"site:{low}-site-{draw.randrange(SITES)}"}
        for table in draw.sample(range(TABLES), SEATS_A_BODY):
            role = draw.choice(("member", "member", "observer"))
            yield {"kind": "membership", "a": a, "b": f"network:{low}-table-{table}", "role": role}
        for other in draw.sample(others, min(TIES_A_BODY, len(others))):
            yield _tie(a, f"organization:{other}", draw)


def _tie(a: str, b: str, draw: random.Random) -> dict[str, str]:
    return {
        "kind": "tie",
        "a": a,
        "b": b,
        "role": draw.choice(TIES),
        "directed": "no",
        "standing": draw.choice(vocabulary.STANDINGS),
        "status": "absent" if draw.random() < 0.05 else "confirmed",
        "since": draw.choice(("", "2012", "2019-05", "2023-11-25", "2025")),
        "until": draw.choice(("", "", "2025-06", "2027")),
    }
