"""Many countries reckoned at once give what each gives by itself, and the worst lines of all."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.large import large
from bench.made_up import codes
from graph.analysis.bodies.block import blocks
from graph.analysis.gaps import worst as worst_lines
from graph.analysis.gaps.decisions import decide
from graph.analysis.gaps.screening import screening_of
from graph.analysis.gaps.two_strongest import need_of, two_strongest
from graph.analysis.gaps.worst import open_pairs, worst
from graph.history import Batch, Change
from graph.record import Record
from graph.stores.memory import MemoryStore
from tests.graph.analysis.gaps_toy import BODIES, BOTH, COUNTRY, SOURCES, TODAY

Pairs = dict[tuple[str, str], float]


def one_by_one(record: Record, countries: Sequence[str]) -> Pairs:
    found = {}
    for country in countries:
        seen = screening_of(blocks(record, (country,)))
        names = seen.block.services
        for i, j in np.argwhere(seen.expected & ~seen.found).tolist():
            found[names[i], names[j]] = float(seen.severity[i, j])
    return found


def at_once(record: Record, countries: Sequence[str]) -> Pairs:
    bodies = blocks(record, countries)
    severity, one, other = (values.tolist() for values in open_pairs(bodies))
    names = bodies.services
    return {(names[i], names[j]): value for value, i, j in zip(severity, one, other, strict=True)}


@pytest.mark.parametrize("date", ["2026-11-25", "2021"])
def test_all_countries_of_the_seed_at_once_give_what_each_gives(seed: Record, date: str) -> None:
    record = seed.as_of(date)
    countries = [*sorted(record.countries), "INT"]
    found = at_once(record, countries)
    assert len(found) > 500
    assert found == pytest.approx(one_by_one(record, countries), abs=1e-9)


@given(st.permutations(codes(5)).flatmap(lambda order: st.integers(1, 5).map(lambda size: order[:size])))
def test_in_whatever_order_and_number_they_stand(countries: list[str]) -> None:
    record = large(5, 24)  # its networks have members in all of these countries
    assert at_once(record, countries) == pytest.approx(one_by_one(record, countries), abs=1e-9)


@pytest.mark.parametrize("at_once", [1, 1_500, 10**6])
def test_the_worst_lines_are_the_same_however_many_are_reckoned_at_once(
    at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    record, countries = large(5, 24), codes(5)
    monkeypatch.setattr(worst_lines, "AT_ONCE", at_once)
    expected = sorted(one_by_one(record, countries).items(), key=lambda line: (-round(line[1], 9), line[0]))[:20]
    found = worst(record, countries, 20)
    assert [value for value, *_ in found] == pytest.approx([value for _, value in expected], abs=1e-9)
    assert {(one, other) for _, one, other in found[:10]} <= {pair for pair, _ in expected}


def test_without_a_country_there_is_no_line(seed: Record) -> None:
    assert worst(seed, (), 5) == worst(seed, ("QQ",), 5) == []


def test_what_was_decided_counts() -> None:
    store = MemoryStore()
    store.apply(
        Batch(
            "test", f"{TODAY}T09:00:00Z", "begin", tuple(Change(None, x) for x in (COUNTRY, *SOURCES, *BODIES, *BOTH))
        )
    )
    before = worst(store.read().as_of(TODAY), ("PK", "QQ"), 50)
    assert ("customs", "ozone") in {line[1:] for line in before}
    at = f"{TODAY}T10:00:00Z"
    store.apply(decide(store.read().as_of(TODAY), "ozone", "customs", "not-applicable", said_on=TODAY, at=at))
    after = worst(store.read().as_of(TODAY), ("PK", "QQ"), 50)
    assert after == [line for line in before if line[1:] != ("customs", "ozone")]


reasons = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4), st.floats(0, 1)), max_size=30)


@given(reasons, st.integers(0, 5))
def test_the_two_strongest_reasons_are_those_of_a_plain_loop(said: list[tuple[int, int, float]], cut: int) -> None:
    best: dict[tuple[int, int], float] = {}
    for place, reason, value in said:
        best[place, reason] = max(best.get((place, reason), 0.0), value)
    found = two_strongest(4)
    for part in ([one for one in said if one[1] < cut], [one for one in said if one[1] >= cut]):
        places, given_by, values = np.array(part).reshape(-1, 3).T
        found.add(places.astype(np.intp), given_by.astype(np.intp), values)
    for place in range(4):
        first, second, *_ = sorted([0.0, 0.0, *(value for (at, _), value in best.items() if at == place)])[::-1]
        assert (found.first[place], found.second[place]) == (first, second)
        assert need_of(found.first, found.second)[place] == 1 - (1 - first) * (1 - second / 2)
