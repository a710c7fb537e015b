"""Tuned weights are chosen without the country on which they are measured, and the own tables win a draw."""

from dataclasses import fields

import numpy as np
import pytest

from graph.analysis.evaluation import leave_one_out as module
from graph.analysis.evaluation.evaluation import PROGRAM, evaluate_gaps
from graph.analysis.evaluation.leave_one_out import (
    ALONE,
    CHOSEN,
    GAIN,
    OWN,
    TUNED,
    Setting,
    Tried,
    choose,
    leave_one_out,
    verdict,
)
from graph.answers import EvaluationRow
from graph.record import Record

SETTINGS = (Setting(1, 1, 0.6, 0.3, 0.3, 0.5), Setting(0.5, 1, 0.6, 0.3, 0.3, 0.5))


def tried(*auc: list[float]) -> Tried:
    """Two settings on three countries that weigh the same."""
    values, ones = np.array(auc), np.ones(3)
    return Tried(SETTINGS, values, values, ones, ones)


def test_a_country_has_no_say_in_what_is_chosen_for_it() -> None:
    # The second setting is far better on the first country only: it is chosen for the other two, and not for it.
    assert choose(tried([0.5, 0.8, 0.8], [1.0, 0.7, 0.7])).tolist() == [0, 1, 1]


def test_where_nothing_is_better_the_own_tables_stay() -> None:
    assert choose(tried([0.5, 0.5, 0.5], [0.5, 0.5, 0.5])).tolist() == [0, 0, 0]


@pytest.mark.parametrize(
    ("low", "high", "says"),
    [
        (0.01, 0.02, "better by more than chance"),
        (-0.01, 0.02, "no more than chance would"),
        (-0.02, -0.01, "makes the list worse"),
        (None, None, "Too few countries"),
    ],
)
def test_the_sentence_follows_the_interval(low: float | None, high: float | None, says: str) -> None:
    row: EvaluationRow = {"method": GAIN, "measure": "AUC, contacts", "value": 0.0, "low": low, "high": high, "n": 9}
    assert says in verdict(row)


def test_the_seed_with_few_settings(seed: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FACTORS", "SAME_STEP", "OTHER_STEP", "SISTERS", "SECOND"):
        monkeypatch.setattr(module, name, getattr(module, name)[:1])
    heard: list[float] = []
    answer = leave_one_out(seed, lambda share, _: heard.append(share))
    rows = {(row["method"], row["measure"]): row for row in answer["rows"]}
    untouched = next(row for row in evaluate_gaps(seed)["rows"] if row["method"] == PROGRAM)
    assert rows[OWN, "AUC, contacts"] == {**untouched, "method": OWN}, "the first setting is the program's own"
    own, tuned, gain = (rows[method, "AUC, contacts"]["value"] for method in (OWN, TUNED, GAIN))
    assert own is not None
    assert tuned is not None
    assert gain == pytest.approx(tuned - own)
    assert sum(row["n"] for row in answer["rows"] if row["method"] == CHOSEN) == 25
    assert len([row for row in answer["rows"] if row["method"] == ALONE]) == len(module.PRESUMED) - 1
    assert heard == sorted(heard)
    assert heard[-1] == 1
    assert "5 settings" in answer["says"]


def test_a_setting_is_named_by_what_differs() -> None:
    assert SETTINGS[1].unlike(SETTINGS[0]) == "presumed mandates x 0.5"
    assert str(SETTINGS[0]).count(",") == len(fields(Setting)) - 1
