"""What is recorded between two services that are not found in contact: the first kind that fits."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from graph.analysis.contacts.contact_values import EPISODE, PLANNED, STANDING
from graph.analysis.contacts.mechanisms import Mechanism, common_table
from graph.analysis.gaps.screening import Pair, Screening

Kind = Literal[
    "problem reported",
    "problem reported, contact recorded since",
    "confirmed: none",
    "planned only",
    "one-sided",
    "only a light contact",
    "lapsed",
    "worked together",
    "only through one body",
    "only in one committee",
    "only in a large forum",
    "only met at an event",
    "no recorded contact",
]


@dataclass(frozen=True, slots=True)
class Trace:
    """The kind of a gap, the rows of the claims that it rests on, best first, and what it names.

    `named` is a body, network or event; `others` whether more bodies could be named.
    """

    kind: Kind
    rows: tuple[int, ...] = ()
    named: str = ""
    others: bool = False


def trace_of(seen: Screening, pair: Pair) -> Trace:
    """Return what is recorded between two services."""
    if pair in seen.problems:
        solved = seen.contact_since(pair)
        rows = seen.problems[pair]
        return Trace("problem reported, contact recorded since" if solved else "problem reported", rows)
    if pair in seen.denied:
        return Trace("confirmed: none", (seen.decisions[pair].row,))
    found = _by_ties(seen, pair) or _through_the_line(seen, pair) or _at_a_table(seen, pair) or _at_an_event(seen, pair)
    return found or Trace("no recorded contact")


def _by_ties(seen: Screening, pair: Pair) -> Trace | None:
    claims = seen.record.claims
    rows = [row for row in seen.rows_between(*pair) if not claims.absent[row]]
    rows.sort(key=lambda row: (-seen.heard(row), row))
    standing = seen.standing_between(*pair)
    if standing:
        one_way = all(claims.directed[row] for row in standing) and len({int(claims.a[row]) for row in standing}) == 1
        return Trace("one-sided" if one_way else "only a light contact", _newest_first(seen, standing))
    ended = tuple(row for row in rows if claims.standing[row] == STANDING)
    episodes = tuple(row for row in rows if claims.standing[row] == EPISODE)
    planned = tuple(row for row in rows if claims.standing[row] == PLANNED)
    if ended or episodes:
        return Trace("lapsed", ended) if ended else Trace("worked together", episodes)
    return Trace("planned only", planned) if planned else None


def _newest_first(seen: Screening, rows: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted(rows, key=lambda row: (-seen.heard(row), row)))


def _through_the_line(seen: Screening, pair: Pair) -> Trace | None:
    """Who above or below one side, and not of the other's line, is in contact with the other side."""
    found = []
    for near, other in (pair, pair[::-1]):
        line = seen.block.line_of_command[near] & ~seen.block.line_of_command[other]
        for third in np.flatnonzero(line).tolist():
            rows = _rows_through(seen, third, near, other) if third != near else ()
            if rows:
                value = float(seen.coordination.value[third, other])
                found.append((-value, seen.block.services[third], rows))
    if not found:
        return None
    _, named, rows = min(found)
    return Trace("only through one body", _newest_first(seen, rows), named, len(found) > 1)


def _rows_through(seen: Screening, third: int, near: int, other: int) -> tuple[int, ...]:
    """The contacts that count between a third service and the other side; of one above, only those of its head."""
    rows = seen.contacts_between(third, other)
    head = seen.block.services[third]
    if head not in seen.block.service(near).heads:
        return rows
    number, claims = seen.record.number[f"organization:{head}"], seen.record.claims
    return tuple(row for row in rows if number in (claims.a[row], claims.b[row]))


def through_heads(seen: Screening, pair: Pair) -> list[tuple[str, tuple[int, ...]]]:
    """Return the heads above one side only that are in contact with the other side, by contact or at a table.

    Each with the rows of those claims; the nearest head first.
    """
    found = []
    for near, other in (pair, pair[::-1]):
        for head in seen.block.service(near).heads:
            third = seen.block.service_place[seen.block.houses.of[head]]
            if not seen.block.line_of_command[third, other]:
                tables = [mechanism.network for _, mechanism in shared_mechanisms(seen, (third, other))]
                seats = [row for network in tables for row in membership_rows(seen, (third, other), network)]
                rows = (*_rows_through(seen, third, near, other), *seats)
                found += [(head, rows)] if rows else []
    return found


def shared_mechanisms(seen: Screening, pair: Pair) -> list[tuple[float, Mechanism]]:
    """Return the mechanisms that both services sit in, with how far each is contact, most first."""
    found = []
    sits = seen.coordination.sits
    for table in np.flatnonzero(sits[pair[0]] & sits[pair[1]]).tolist():
        mechanism = seen.coordination.mechanisms[table]
        of = seen.block.service_of[mechanism.places]
        a, b = np.flatnonzero(of == pair[0]), np.flatnonzero(of == pair[1])
        contact = common_table(mechanism, mechanism.weights)
        found.append((float(contact[np.ix_(a, b)].max()), mechanism))
    return sorted(found, key=lambda one: (-one[0], one[1].network))


def _at_a_table(seen: Screening, pair: Pair) -> Trace | None:
    for _, mechanism in shared_mechanisms(seen, pair)[:1]:
        rows = membership_rows(seen, pair, mechanism.network)
        kind: Kind = "only in one committee" if mechanism.small else "only in a large forum"
        return Trace(kind if mechanism.running else "lapsed", rows, mechanism.network)
    return None


def membership_rows(seen: Screening, pair: Pair, network: str) -> tuple[int, ...]:
    """Return the rows of the memberships of two services in a network."""
    return tuple(_rows_at(seen, pair, f"network:{network}", "membership"))


def _rows_at(seen: Screening, pair: Pair, address: str, kind: str) -> Iterator[int]:
    record = seen.record
    for row in record.rows_of(address, kind):
        place = seen.block.place_of_node[record.claims.a[row]]
        counts = record.in_force[row] if kind == "membership" else record.begun[row]
        if place >= 0 and counts and seen.block.service_of[place] in pair:
            yield int(row)


def _at_an_event(seen: Screening, pair: Pair) -> Trace | None:
    """The last event in which both took part."""
    events = [_events(seen, place) for place in pair]
    both = sorted(events[0] & events[1], key=lambda event: (seen.record.events[event].start, event))
    if not both:
        return None
    return Trace("only met at an event", tuple(_rows_at(seen, pair, f"event:{both[-1]}", "participation")), both[-1])


def _events(seen: Screening, place: int) -> set[str]:
    record = seen.record
    rows = [
        int(row)
        for body in seen.block.service(place).bodies
        for row in record.rows_of(f"organization:{body}", "participation")
        if record.begun[row]
    ]
    return {record.addresses[record.claims.b[row]].partition(":")[2] for row in rows}
