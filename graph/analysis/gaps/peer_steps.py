"""The lightest step that peers use: how the same two kinds of body keep contact in other countries.

Remedies from light to heavy in the words of institutional collective action (Feiock 2013): informal contact,
information exchange, agreement, joint task force, delegated authority.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from functools import lru_cache

from graph.analysis.contacts.contact_values import STANDING
from graph.columns import ROLES
from graph.record import Record

STEPS = {
    "liaison": "Keep a named contact on each side",
    "information-exchange": "Exchange information",
    "licensing-consultation": "Consult on permits",
    "training": "Train together",
    "committee": "Meet in a committee",
}
GENERAL = "Name a contact on each side, and say what each should hear from the other."
RENEW = "Ask whether the contact on record still works, and say what each side should hear from the other."

Kinds = tuple[str, str]
Peers = Mapping[Kinds, tuple[int, ...]]


@lru_cache(maxsize=4)
def peers(record: Record) -> Peers:
    """Return the rows of light standing contacts inside countries, by the two kinds of body, sorted."""
    found: dict[Kinds, list[int]] = {}
    claims = record.claims
    rows = record.rows("tie")
    counts = record.in_force[rows] & ~claims.absent[rows] & (claims.standing[rows] == STANDING)
    for row in rows[counts].tolist():
        ends = [record.addresses[number].partition(":") for number in (claims.a[row], claims.b[row])]
        if ROLES[claims.role[row]] in STEPS and all(kind == "organization" for kind, _, _ in ends):
            a, b = (record.organizations[name] for _, _, name in ends)
            if a.country == b.country != "INT" and record.is_living(a.id) and record.is_living(b.id):
                found.setdefault((min(a.kind, b.kind), max(a.kind, b.kind)), []).append(row)
    return {kinds: tuple(rows) for kinds, rows in found.items()}


def next_step(
    record: Record, country: str, a: str, b: str, stands: Collection[str] = ()
) -> tuple[str, tuple[int, ...]]:
    """Return the commonest light step between such bodies elsewhere, as a sentence with one example, and its claim.

    `stands` are the kinds of contact already on record between the two: what they have is not proposed again.
    """
    kinds = sorted((record.organizations[a].kind, record.organizations[b].kind))
    elsewhere = [
        row
        for row in peers(record).get((kinds[0], kinds[1]), ())
        if _country(record, row) != country and ROLES[record.claims.role[row]] not in stands
    ]
    if not elsewhere:
        return RENEW if stands else GENERAL, ()
    uses = Counter(ROLES[record.claims.role[row]] for row in elsewhere)
    commonest = min(uses, key=lambda kind: (-uses[kind], list(STEPS).index(kind)))
    rows = [row for row in elsewhere if ROLES[record.claims.role[row]] == commonest]
    row = min(rows, key=lambda row: _distance(record, row, country))
    first, second = (record.node(record.addresses[end]) for end in (record.claims.a[row], record.claims.b[row]))
    where = record.country_name(_country(record, row))
    names = f"{getattr(first, 'name', '')} does with {getattr(second, 'name', '')}"
    return f"{STEPS[commonest]}, as {names} ({where}).", (row,)


def _country(record: Record, row: int) -> str:
    return record.organizations[record.addresses[record.claims.a[row]].partition(":")[2]].country


def _distance(record: Record, row: int, country: str) -> tuple[bool, bool, str, str]:
    """Neighbours first, then the same subregion, then by name."""
    home, there = record.countries.get(country), record.countries.get(_country(record, row))
    near = home is not None and there is not None
    return (
        not (near and there is not None and home is not None and there.id in home.neighbours),
        not (near and there is not None and home is not None and there.subregion == home.subregion),
        _country(record, row),
        record.claim_id(row),
    )
