"""Contacts found among those expected: counts instead of a score, and the contacts themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from graph import dates
from graph.analysis.gaps.gap_kinds import membership_rows, shared_mechanisms, through_heads
from graph.analysis.gaps.gap_words import CONTACT_WORDS
from graph.analysis.gaps.reasons import grounds_of
from graph.analysis.gaps.screening import Pair, Screening
from graph.analysis.names.named import named_body
from graph.answers import Contacts, Named
from graph.columns import ROLES


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact that was expected and is recorded between two services.

    `how` names the kinds of contact, the mechanisms they share, and, where neither stands, the heads through which
    they are in contact; `year` is that of the newest claim, None where none has a date; `standing` whether one of
    the claims is a standing contact or a common table of the two themselves;
    `themes` the strongest reasons for which it is expected.
    """

    a: Named
    b: Named
    how: tuple[str, ...]
    year: int | None
    standing: bool
    themes: tuple[str, ...]
    coordination: float
    claims: tuple[str, ...]


def counts(seen: Screening, pairs: Sequence[Pair] | None = None) -> Contacts:
    """Return how many contacts are expected, found, and reported as a problem: the rest is not known.

    Of some of the expected pairs, if they are given. Each is counted once, an open problem before a contact.
    `sources_read` counts the sources that speak of any body of a service in an expected pair.
    """
    expected = seen.expected_pairs if pairs is None else pairs
    status = [seen.status(pair) for pair in expected]
    services = {place for pair in expected for place in pair}
    return {
        "expected": len(status),
        "found": status.count("found"),
        "problems": status.count("problem"),
        "sources_read": len(np.unique(seen.record.claims.source[rows_about(seen, services)])),
    }


def rows_about(seen: Screening, services: Iterable[int]) -> np.ndarray:
    """Return the rows of all claims, known by the date, that name a body of any of the services."""
    record = seen.record
    bodies = [body for place in services for body in seen.block.service(place).bodies]
    found = [record.rows_of(f"organization:{body}") for body in bodies]
    rows = np.unique(np.concatenate(found)) if found else np.empty(0, np.intp)
    return rows[record.begun[rows]]


def works(seen: Screening) -> list[Contact]:
    """Return the expected contacts that are found, the strongest first."""
    found = [_contact(seen, pair) for pair in seen.expected_pairs if seen.status(pair) == "found"]
    return sorted(found, key=lambda contact: (-contact.coordination, contact.a["id"], contact.b["id"]))


def contact_rows(seen: Screening, pair: Pair) -> list[int]:
    """Return the rows of the claims that a contact rests on: contacts, common tables, and heads where neither is."""
    tables = [mechanism.network for _, mechanism in shared_mechanisms(seen, pair) if mechanism.running]
    seats = [row for network in tables for row in membership_rows(seen, pair, network)]
    heads = through_heads(seen, pair) if not seats and not seen.standing_between(*pair) else []
    return [*seen.contacts_between(*pair), *seats, *(row for _, rows in heads for row in rows)]


def _contact(seen: Screening, pair: Pair) -> Contact:
    ties = sorted(seen.contacts_between(*pair), key=lambda row: (-seen.heard(row), row))
    tables = [mechanism.network for _, mechanism in shared_mechanisms(seen, pair) if mechanism.running]
    seats = [row for network in tables for row in membership_rows(seen, pair, network)]
    heads = through_heads(seen, pair) if not seats and not seen.standing_between(*pair) else []
    rows = [*ties, *seats, *(row for _, rows in heads for row in rows)]
    kinds = [CONTACT_WORDS[ROLES[seen.record.claims.role[row]]] for row in ties]
    through = [f"through {seen.record.organizations[head].shown}" for head, _ in heads]
    heard = max((seen.heard(row) for row in rows), default=0)
    return Contact(
        a=named_body(seen.record, seen.block.services[pair[0]]),
        b=named_body(seen.record, seen.block.services[pair[1]]),
        how=tuple(dict.fromkeys([*kinds, *(seen.record.networks[network].shown for network in tables), *through])),
        year=int(dates.text(heard)[:4]) if heard else None,
        standing=bool(seats) or bool(seen.standing_between(*pair)),
        themes=tuple(ground.id for ground in grounds_of(seen, pair) if ground.kind == "subject"),
        coordination=float(seen.coordination.value[pair]),
        claims=tuple(seen.record.claim_ids(rows)),
    )
