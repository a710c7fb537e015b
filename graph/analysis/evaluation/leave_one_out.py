"""Would tuning help? The judged weights are chosen on the other countries and measured on the one left out.

A screening is easily tuned to the contacts that it is then praised for; a country that had no say in the choice is
the only fair judge (leave-one-out by cluster: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning,
2009, chapter 7).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import product

import numpy as np
from numpy.typing import NDArray

from graph.analysis.bodies.mandates import Mandates, mandates
from graph.analysis.evaluation.bootstrap import interval_of
from graph.analysis.evaluation.evaluation import Pairs, auc, of_services, r_precision
from graph.analysis.gaps.need import Need, need
from graph.analysis.gaps.screening import Screening, screen
from graph.answers import EvaluationAnswer, EvaluationRow
from graph.record import Record
from graph.rules import OTHER, SAME, rules, tried

Told = Callable[[float, str], None]
Values = NDArray[np.float64]

# What is tried for each judged weight: the program's own stands first, so that it stays where another is no better.
PRESUMED = (1.0, 0.5, 0.75, 1.25, 1.5)
FACTORS = (1.0, 0.75, 1.25)
SAME_STEP = (SAME, 0.45, 0.8)
OTHER_STEP = (OTHER, 0.15, 0.45)
SISTERS = (OTHER, 0.15, 0.6)
SECOND = (0.5, 0.0, 1.0)
DOING = "trying other weights"
OWN, TUNED = "the tables as they are", "tables chosen on the other countries"
GAIN = "what choosing gains on the country left out"
CHOSEN, ALONE = "chosen, for so many countries", "one weight alone, what it gains in all countries"
QUESTION = "Would the list be better with weights tuned to the contacts on record, in a country that had no say?"
SAYS = (
    "Six judged weights (what is presumed of a kind of body, the factors of agreements, the same step, any other step, "
    "sisters, the second reason) were chosen from {settings} settings on all countries but one and measured on that "
    "one, for each of {countries} countries. {verdict}"
)
DOES_NOT_SAY = (
    "It does not say that a weight is right: of whom sources write, both duties and contacts are on record, so the "
    "figures favour what is recorded over what is presumed. The mandates of single kinds of body rest on too few "
    "contacts to be tuned one by one; strengths and ages of contacts are not tried, as need does not see them."
)
BY = "in 100 comparisons of a pair in contact with another, {gain:+.1f} come out right ({low:+.1f} to {high:+.1f})"
CHANCE = f"That changes no more than chance would: {BY}. The tables stay as they are."
WORSE = f"That makes the list worse: {BY}. The tables stay as they are."
BETTER = f"That makes the list better by more than chance: {BY}. See which weight does it before a table is changed."
TOO_FEW = "Too few countries have contacts on record to tell."


@dataclass(frozen=True, slots=True)
class Setting:
    """One choice of the judged weights; `presumed` and `factors` multiply tables, the others stand for a constant."""

    presumed: float
    factors: float
    same: float
    other: float
    sisters: float
    second: float

    def __str__(self) -> str:
        return ", ".join(WORDS[field.name].format(getattr(self, field.name)) for field in fields(self))

    def unlike(self, other: "Setting") -> str:
        """Return in what this setting differs from another."""
        names = (field.name for field in fields(self) if getattr(self, field.name) != getattr(other, field.name))
        return ", ".join(WORDS[name].format(getattr(self, name)) for name in names)


WORDS = {
    "presumed": "presumed mandates x {:g}",
    "factors": "factors x {:g}",
    "same": "same step {:g}",
    "other": "other step {:g}",
    "sisters": "sisters {:g}",
    "second": "second reason x {:g}",
}


@dataclass(frozen=True, eq=False)
class Tried:
    """Settings x countries: AUC and R-precision of the contacts, and by how many comparisons and hits each counts."""

    settings: tuple[Setting, ...]
    auc: Values
    precision: Values
    comparisons: Values
    hits: Values


def leave_one_out(record: Record, told: Told | None = None) -> EvaluationAnswer:
    """Answer `evaluate gaps --leave-one-out`; `told` hears how far it is (share, what is done)."""
    known = try_all(record, told)
    rows: list[EvaluationRow] = []
    chosen = choose(known)
    for measure, value, weight in (
        ("AUC, contacts", known.auc, known.comparisons),
        ("R-precision, contacts", known.precision, known.hits),
    ):
        own, tuned = value[0], value[chosen, np.arange(len(chosen))]
        for method, found in ((OWN, own), (TUNED, tuned), (GAIN, tuned - own)):
            rows.append(_row(method, measure, found, weight, int(known.hits.sum())))
    rows += [_chosen(str(known.settings[place]), number) for place, number in Counter(chosen.tolist()).most_common()]
    rows += _alone(known)
    says = SAYS.format(settings=len(known.settings), countries=len(chosen), verdict=verdict(rows[2]))
    return {"question": QUESTION, "rows": rows, "says": says, "does_not_say": DOES_NOT_SAY}


def choose(known: Tried) -> NDArray[np.intp]:
    """Return for each country the setting with the best AUC over the others, the program's own where none is better."""
    sums = known.auc * known.comparisons
    others = (sums.sum(axis=1, keepdims=True) - sums) / np.maximum(known.comparisons.sum() - known.comparisons, 1)
    found: NDArray[np.intp] = np.argmax(np.round(others, 9), axis=0)
    return found


def verdict(gain: EvaluationRow) -> str:
    """Return in one sentence whether tuning would help, by the gain and its interval."""
    value, low, high = gain["value"], gain["low"], gain["high"]
    if value is None or low is None or high is None:
        return TOO_FEW
    said = BETTER if low > 0 else WORSE if high < 0 else CHANCE
    return said.format(gain=100 * value, low=100 * low, high=100 * high)


def try_all(record: Record, told: Told | None = None) -> Tried:
    """Return how each setting orders the pairs of each country that has pairs in contact and pairs that are not."""
    seen = [screen(record, country) for country in sorted(record.countries)]
    pairs = [(one, of_services(one, one.need.value)) for one in seen]
    pairs = [(one, found) for one, found in pairs if auc(found.score, found.tied) is not None]
    settings, values = [], []
    outer = list(product(FACTORS, PRESUMED))
    for number, (factors, presumed) in enumerate(outer):
        if told:
            told(number / len(outer), DOING)
        for setting, scores in _inner(record, pairs, factors, presumed):
            settings.append(setting)
            values.append(scores)
    if told:
        told(1.0, DOING)
    tied = np.array([float(found.tied.sum()) for _, found in pairs])
    free = np.array([float((~found.tied).sum()) for _, found in pairs])
    both = np.array(values, float).reshape(len(settings), len(pairs), 2)
    return Tried(tuple(settings), both[:, :, 0], both[:, :, 1], tied * free, tied)


Ordered = Sequence[tuple[Screening, Pairs]]


def _inner(
    record: Record, pairs: Ordered, factors: float, presumed: float
) -> Iterator[tuple[Setting, list[tuple[float, float]]]]:
    """Yield the settings of one pair of multipliers, each with AUC and R-precision of every country."""
    own = rules()
    scaled = replace(
        own, subjects=tuple(replace(rule, factor=min(1.0, rule.factor * factors)) for rule in own.subjects)
    )
    with tried(scaled):
        held = [_held(record, one, presumed) for one, _ in pairs]
    for same, other, sisters in product(SAME_STEP, OTHER_STEP, SISTERS):
        with tried(replace(scaled, same=same, other=other, sisters=sisters)):
            found = [need(replace(one.block, mandates=mine)) for (one, _), mine in zip(pairs, held, strict=True)]
        for second in SECOND:
            setting = Setting(presumed, factors, same, other, sisters, second)
            yield setting, [_measured(wanted, *both, second) for wanted, both in zip(found, pairs, strict=True)]


def _held(record: Record, seen: Screening, presumed: float) -> Mandates:
    found = mandates(record, seen.country)
    return replace(found, coded=np.minimum(1.0, found.coded * presumed))


def _measured(wanted: Need, seen: Screening, pairs: Pairs, second: float) -> tuple[float, float]:
    score = of_services(seen, 1 - (1 - wanted.first) * (1 - second * wanted.second)).score
    return auc(score, pairs.tied) or 0.0, r_precision(score, pairs.tied) or 0.0


def _row(method: str, measure: str, values: Values, weights: Values, hits: int) -> EvaluationRow:
    if not len(values):
        return {"method": method, "measure": measure, "value": None, "low": None, "high": None, "n": hits}
    low, high = interval_of(values * weights, weights)
    mean = float(np.average(values, weights=weights))
    return {"method": method, "measure": measure, "value": mean, "low": low, "high": high, "n": hits}


def _chosen(setting: str, number: int) -> EvaluationRow:
    return {"method": CHOSEN, "measure": setting, "value": None, "low": None, "high": None, "n": number}


def _alone(known: Tried) -> list[EvaluationRow]:
    """What each other value of one weight gains in AUC where nothing else is changed; nothing is chosen here."""
    own, hits = known.settings[0], int(known.hits.sum())
    changed = {place: setting.unlike(own) for place, setting in enumerate(known.settings)}
    return [
        _row(ALONE, said, known.auc[place] - known.auc[0], known.comparisons, hits)
        for place, said in changed.items()
        if said and ", " not in said
    ]
