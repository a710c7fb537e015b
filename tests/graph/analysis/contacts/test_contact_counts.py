"""Counts by theme and network say the same as the lists, in the order of ids."""

from graph import vocabulary
from graph.analysis.contacts.contact_counts import by_network, by_theme
from graph.analysis.gaps.gaps import contacts
from graph.analysis.levels.hand_in_hand import hand_in_hand
from graph.record import Record


def test_every_theme_has_its_counts(seed: Record) -> None:
    found = by_theme(seed, "LK")
    assert [one["id"] for one in found] == list(vocabulary.THEMES)
    assert {one["id"]: one["contacts"] for one in found}["wildlife"] == contacts(seed, "LK", "wildlife")
    assert all(one["contacts"]["found"] <= one["contacts"]["expected"] for one in found)


def test_a_network_counts_who_should_hear_in_its_countries(seed: Record) -> None:
    counted = {one["id"]: one["contacts"] for one in by_network(seed)}
    cells = hand_in_hand(seed, network="wco-rilo-ap")["cells"]
    heard = [one["found"] for cell in cells for one in cell["should_hear"]]
    assert (counted["wco-rilo-ap"]["expected"], counted["wco-rilo-ap"]["found"]) == (len(heard), sum(heard))
    assert counted["wco-rilo-ap"]["sources_read"] > 0
    assert list(counted) == sorted(counted)
