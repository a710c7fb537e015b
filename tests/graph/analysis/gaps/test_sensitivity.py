"""How far the first lines hang on the tables of judgement."""

import numpy as np

from graph.analysis.gaps.gaps import gaps
from graph.analysis.gaps.sensitivity import kept, moved
from graph.record import Record
from graph.rules import rules
from tests.graph.analysis.gaps_toy import BOTH, toy


def test_weights_move_by_at_most_half_and_never_above_one() -> None:
    other = moved(rules(), np.random.default_rng(3))
    for before, after in zip(rules().mandates, other.mandates, strict=True):
        assert min(1, before.weight * 0.5) <= after.weight <= min(1, before.weight * 1.5)
    assert any(a.weight != b.weight for a, b in zip(rules().mandates, other.mandates, strict=True))


def test_what_rests_on_records_alone_stays() -> None:
    record = toy(*BOTH)
    recorded = gaps(record, "PK", recorded_only=True)["gaps"]
    found = kept(record, "PK", "ozone-depleting-substances")
    assert (len(recorded), found.of, found.least) == (1, 2, 1)


def test_trying_other_tables_leaves_the_answers_alone(seed: Record) -> None:
    before = gaps(seed, "LK")
    found = kept(seed, "LK", draws=3)
    assert 0 < found.least <= found.mean <= found.of <= 20
    assert gaps(seed.as_of(seed.date), "LK") == before
