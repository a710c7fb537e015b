"""Who should hear from the networks of several countries, reckoned at once, is who should in each by itself."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.large import large
from bench.levels import _cells as cells_of
from bench.made_up import codes
from graph.analysis.bodies.block import blocks
from graph.analysis.gaps.need import Grounds
from graph.analysis.levels.hand_in_hand import themes_by_node
from graph.analysis.levels.hearing import Subjects, hearers
from graph.record import Record


def heard(record: Record, countries: Sequence[str]) -> dict[tuple[int, str], list[str]]:
    """The services that should hear, by network and by who sits there."""
    bodies = blocks(record, countries)
    networks, sits = cells_of(bodies)
    found = hearers(Subjects(Grounds(bodies)), sits, themes_by_node(record)[networks])
    names = bodies.services
    return {
        (int(network), names[place]): [names[one] for one in row if one >= 0]
        for network, place, row in zip(networks, sits, found.tolist(), strict=True)
    }


def one_by_one(record: Record, countries: Sequence[str]) -> dict[tuple[int, str], list[str]]:
    return {cell: services for country in countries for cell, services in heard(record, (country,)).items()}


@given(st.permutations(codes(5)).flatmap(lambda order: st.integers(1, 5).map(lambda size: order[:size])))
def test_in_whatever_order_and_number_countries_stand(countries: list[str]) -> None:
    record = large(5, 24)
    assert heard(record, countries) == one_by_one(record, countries)


@pytest.mark.parametrize("date", ["2026-11-25", "2021"])
def test_all_countries_of_the_seed(seed: Record, date: str) -> None:
    record = seed.as_of(date)
    living = [code for code in sorted(record.countries) if len(cells_of(blocks(record, (code,)))[1])]
    found = heard(record, living)
    assert any(found.values())
    assert found == one_by_one(record, living)


def test_nobody_hears_of_no_network() -> None:
    record = large(1, 6)
    none = np.empty(0, np.intp)
    found = hearers(Subjects(Grounds(blocks(record, codes(1)))), none, themes_by_node(record)[none])
    assert found.shape == (0, 5)
