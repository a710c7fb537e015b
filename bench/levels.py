"""Gaps at all levels on a large record: 200 countries of 100 bodies, a million contacts, 5,000 networks."""

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import combinations

import numpy as np

from bench.clock import best_of, cold, one
from bench.contact import Facts, facts_of
from bench.gaps import PLAIN, ROUNDING, assert_same
from bench.large import large
from bench.line import Line
from bench.loops import heard, one_more_seat
from bench.made_up import codes
from bench.reference import country_of, severities
from bench.scale import PROMISED_EDIT, Scale
from graph.analysis.bodies.block import Block, Places, block, blocks
from graph.analysis.bodies.by_country import country_of_node
from graph.analysis.gaps.need import Grounds
from graph.analysis.gaps.screening import Screening, screen, screening_of
from graph.analysis.gaps.worst import worst
from graph.analysis.levels.cross_border import between_customs
from graph.analysis.levels.hand_in_hand import themes_by_node
from graph.analysis.levels.hearing import Subjects, hearers
from graph.analysis.levels.treaty import focal_points
from graph.analysis.steps.steps import Board, gains
from graph.columns import Claims, Numbers
from graph.record import Record

TOP = 200
AT_ONCE = 10  # countries
LOOPED = 40  # of what the loops run over, so many and the time multiplied


def measure(scale: Scale) -> list[Line]:
    """Return the times of each level at the whole size, and how one country's grows."""
    record = large(scale.countries, scale.bodies)
    own = _only(record, codes(1)[0])
    facts = facts_of(own)
    return [
        _national(scale, record, facts),
        _edited(scale, record),
        _hand_in_hand(scale, record, facts),
        _seats(scale, record),
        *_wider(scale, record),
        *_grown(scale),
    ]


def _national(scale: Scale, record: Record, facts: Facts) -> Line:
    """The worst lines of all countries, from a record of which nothing is at hand."""
    countries = codes(scale.countries)
    ours, lines = best_of(scale.times, lambda: cold(record), lambda fresh: worst(fresh, countries, TOP))
    yardstick, reckoned = one(lambda: Facts(facts.record, facts.claims), lambda known: severities(known, countries[0]))
    assert_same(screen(record, countries[0]), reckoned)
    for severity, *pair in lines:
        assert abs(reckoned.get((pair[0], pair[1]), severity) - severity) < ROUNDING, f"{pair} weighs something else"
    against = f"{PLAIN}, one country times {len(countries)}"
    return Line(f"levels: national, the worst {TOP} of all countries", ours, yardstick * len(countries), against)


def _edited(scale: Scale, record: Record) -> Line:
    """One country anew, as after an edit, the others and the index of the record at hand."""
    last = codes(scale.countries)[-1]
    screening_of(block(record, last))
    ours, _ = best_of(5 * scale.times, lambda: None, lambda _: screening_of(block(record, last)).severity)
    return Line("levels: one country after an edit", ours, promise=PROMISED_EDIT)


def _hand_in_hand(scale: Scale, record: Record, facts: Facts) -> Line:
    """All networks x countries: at most five who should hear, given who sits there; the need by theme is reckoned."""
    countries = codes(scale.countries)
    parts = [blocks(record, countries[begin : begin + AT_ONCE]) for begin in range(0, len(countries), AT_ONCE)]
    cells = [_cells(part) for part in parts]
    ours, found = best_of(
        scale.times, lambda: None, lambda _: [_heard(part, *cell) for part, cell in zip(parts, cells, strict=True)]
    )
    (numbers, sits), names = cells[0], parts[0].services
    of_first = np.flatnonzero(parts[0].squares.group[sits] == 0)[:LOOPED].tolist()
    networks = [record.networks[record.addresses[numbers[at]].partition(":")[2]] for at in of_first]
    asked = [(names[sits[at]], network.themes) for at, network in zip(of_first, networks, strict=True)]
    land = country_of(facts, countries[0])
    yardstick, reckoned = one(lambda: land, lambda known: [heard(known, *cell) for cell in asked])
    for cell, places in zip(reckoned, found[0][of_first].tolist(), strict=True):
        assert cell == [names[place] for place in places if place >= 0], "who should hear differs"
    whole = sum(len(sits) for _, sits in cells)
    against = f"{PLAIN}, {len(asked)} of {whole:,} cells, multiplied"
    return Line("levels: hand in hand, all networks x countries", ours, yardstick * whole / len(asked), against)


def _cells(bodies: Block) -> tuple[Numbers, Places]:
    """The networks of each country by node number, and the place of the service that sits there: the first by name."""
    claims, rows = bodies.record.claims, bodies.rows("membership")
    rows = rows[bodies.place_of_node[claims.a[rows]] >= 0]
    places = bodies.place_of_node[claims.a[rows]]
    cells, first = np.unique(
        claims.b[rows].astype(np.intp) * len(bodies.sizes) + bodies.group[places], return_index=True
    )
    return (cells // len(bodies.sizes)).astype(np.int32), bodies.service_of[places[first]]


def _heard(bodies: Block, networks: Numbers, sits: Places) -> Places:
    return hearers(Subjects(Grounds(bodies)), sits, themes_by_node(bodies.record)[networks])


def _seats(scale: Scale, record: Record) -> Line:
    """What every seat of every service at every network would close, all at once; given the open pairs."""
    seen = [screen(record, country) for country in codes(scale.countries)]
    boards = [_board(one) for one in seen]
    ours, found = best_of(scale.times, lambda: None, lambda _: [gains(board) for board in boards])
    board = boards[0]
    tables = [set(np.flatnonzero(row).tolist()) for row in board.sits]
    pairs = [(i, j) for i, j in combinations(range(len(tables)), 2) if board.severity[i, j] > 0]
    asked = list(_some_seats(board))
    yardstick, reckoned = one(
        lambda: None, lambda _: [one_more_seat(board.severity.tolist(), pairs, tables, *seat) for seat in asked]
    )
    for seat, value in zip(asked, reckoned, strict=True):
        assert abs(float(found[0][seat]) - value) < 1e-9, "a seat closes something else"
    services = sum(len(one.block.services) for one in seen)
    whole = services * len(record.networks)
    against = f"a seat added and all pairs of its country counted again, {len(asked)} of {whole:,} seats, multiplied"
    return Line("levels: next step, every seat at every network", ours, yardstick * whole / len(asked), against)


def _board(seen: Screening) -> Board:
    """The open pairs of a country without a common table, and who sits at which of its networks."""
    sits = seen.coordination.sits
    together = (sits.astype(float) @ sits.T.astype(float)) > 0
    still = np.where(seen.expected & ~seen.found & ~together, seen.severity, 0.0)
    return Board(still + still.T, sits, sits.copy())


def _some_seats(board: Board) -> Iterator[tuple[int, int]]:
    free = np.argwhere(~board.barred)
    for at in np.linspace(0, len(free) - 1, min(LOOPED, len(free))).astype(int).tolist():
        yield int(free[at][0]), int(free[at][1])


def _wider(scale: Scale, record: Record) -> Iterator[Line]:
    """The levels that span countries."""
    country_of_node(record)
    ours, _ = best_of(1, lambda: None, lambda _: between_customs(record).found)
    yield Line("levels: customs of all neighbours", ours)
    ours, _ = best_of(scale.times, lambda: None, lambda _: focal_points(record, "cites"))
    yield Line("levels: one treaty, contacts between all countries", ours)


def _grown(scale: Scale) -> Iterator[Line]:
    """One country, ever larger: time against a straight line in the pairs of its bodies."""
    base, least = 0.0, scale.grown[0]
    for bodies in scale.grown:
        record = large(1, bodies)
        ours, _ = best_of(scale.times, lambda: cold(record), lambda fresh: worst(fresh, codes(1), TOP))  # noqa: B023 (called at once)
        base = base or ours
        straight = base * (bodies / least) ** 2
        against = f"{least} bodies, in a straight line; {ours / bodies**2 * 1e9:,.0f} ns a pair of bodies"
        yield Line(f"levels: {bodies**2:,} pairs of bodies", ours, straight, against)


def _only(record: Record, country: str) -> Record:
    """The record with the claims of one country and the memberships of its networks: what the loops need of it."""
    claims, of = record.claims, country_of_node(record)
    place = sorted(record.bodies).index(country)
    here = (of[claims.a] == place) | (of[claims.b] == place)
    members = np.zeros(len(claims), bool)
    members[record.rows("membership")] = True
    networks = np.unique(claims.b[here & members])
    keep = here | (members & np.isin(claims.b, networks))
    columns = {field.name: getattr(claims, field.name) for field in fields(Claims)}
    kept = {name: values if name == "texts" else values[keep] for name, values in columns.items()}
    return replace(record, claims=Claims(**kept))
