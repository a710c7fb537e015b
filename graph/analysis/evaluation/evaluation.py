"""Is the need right? Ranks of need, which sees no contact, against the contacts and problems that are recorded.

Within-country AUC: of two pairs of one country, one in recorded contact and one not, how often need puts the first
higher (ties half). R-precision: of the first n pairs of a country by need, n its pairs in contact, how many are.
Intervals: 2.5 and 97.5 % of a bootstrap over countries, not over pairs, since countries were read one by one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from graph.analysis.bodies.block import Mask, Matrix, Places
from graph.analysis.bodies.chain import performed, table
from graph.analysis.contacts.contact_values import PLANNED
from graph.analysis.evaluation.bootstrap import SHARE, interval_of
from graph.analysis.gaps.need import need
from graph.analysis.gaps.screening import Screening, screen
from graph.analysis.gaps.sensitivity import FIRST, kept_everywhere
from graph.answers import EvaluationAnswer, EvaluationRow
from graph.record import Record
from graph.rules import rules

SHUFFLES = 20
PROGRAM, RECORDED, PRODUCT = "this program", "recorded mandates alone", "recorded tasks, product of Cataldo et al."
SHUFFLED = "this program, contacts shuffled inside each country"
MOVED = "tables of judgement moved by up to 50 %"
QUESTION = (
    "Does need, which sees no contact, put the pairs of services with a recorded contact, and those with a reported "
    "problem, above the other pairs of their country?"
)
SAYS = (
    "Of two pairs of one country, the one in recorded contact stands higher as often as the AUC says, where chance "
    "would be 0.5: need orders questions worth asking better than chance and than recorded mandates alone. No weight "
    "was fitted to the contacts of this record, so no country had to be left out (whether fitting would help is asked "
    "with --leave-one-out); the same with the contacts of each country dealt out at random shows what chance gives."
)
DOES_NOT_SAY = (
    "It does not say that a pair without recorded contact has none, nor how well a country coordinates: sources "
    "write about contacts that are expected, the mandates were coded before a third of them was read, and with so "
    "few problems only their ranks can be read."
)
Scores = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Pairs:
    """The pairs of services of one country that could be needed: their score, and which are in contact or a problem."""

    score: Scores
    tied: Mask
    problem: Mask
    names: tuple[tuple[str, str], ...] = ()

    def shuffled(self, draw: np.random.Generator) -> "Pairs":
        """Return the same with contacts at other pairs of the country."""
        return Pairs(self.score, draw.permutation(self.tied), self.problem)


def auc(score: Scores, hit: Mask) -> float | None:
    """Return how often a hit has the higher score than another, ties half; None without either."""
    ones, zeros = int(hit.sum()), int((~hit).sum())
    if not ones or not zeros:
        return None
    return float((rankdata(score)[hit].sum() - ones * (ones + 1) / 2) / (ones * zeros))


def r_precision(score: Scores, hit: Mask) -> float | None:
    """Return the share of hits among the first n by score, n the number of hits; None without one.

    Pairs of equal score at the edge count by their share, so that no order of ids decides.
    """
    size = int(hit.sum())
    if not size:
        return None
    edge = np.sort(score)[::-1][size - 1]
    above, at = score > edge, score == edge
    return float((hit[above].sum() + hit[at].mean() * (size - above.sum())) / size)


def evaluate_gaps(record: Record) -> EvaluationAnswer:
    """Answer `evaluate gaps`: this program and two baselines, contacts shuffled, ranks of problems, moved tables."""
    seen = [screen(record, country) for country in sorted(record.countries)]
    program = [of_services(one, one.need.value) for one in seen]
    recorded = [of_services(one, need(one.block, "", True).value) for one in seen]
    rows = [
        *_measures(PROGRAM, program),
        *_measures(RECORDED, recorded),
        *_measures(PRODUCT, [of_bodies(one) for one in seen]),
        *_shuffled(program),
        *(row for one in program for row in _ranks(one)),
        _moved(record),
    ]
    return {"question": QUESTION, "rows": rows, "says": SAYS, "does_not_say": DOES_NOT_SAY}


def of_services(seen: Screening, score: Matrix) -> Pairs:
    """Return the pairs of services that can be a party, never of one line of command, with a score."""
    block = seen.block
    party = np.bincount(block.service_of[block.party], minlength=len(block.services)) > 0
    possible = np.triu(np.outer(party, party) & ~block.line_of_command, 1)
    tied, problem = _recorded(seen, block.service_of, len(block.services))
    names = [(block.services[i], block.services[j]) for i, j in zip(*np.nonzero(possible), strict=True)]
    return Pairs(score[possible], tied[possible], problem[possible], tuple(names))


def of_bodies(seen: Screening) -> Pairs:
    """Return the pairs of bodies with the sum over subjects and steps of recorded tasks, T_A T_D T_A^T."""
    block = seen.block
    apart = ~block.line_of_command[np.ix_(block.service_of, block.service_of)]
    possible = np.triu(np.outer(block.party, block.party) & apart, 1)
    held, does = block.mandates.recorded[block.mandate_rows], performed(block)
    score: Matrix = (held @ held.T) * (does @ table(rules()) @ does.T)
    tied, problem = _recorded(seen, np.arange(len(block.bodies)), len(block.bodies))
    return Pairs(score[possible], tied[possible], problem[possible])


def _recorded(seen: Screening, of: Places, size: int) -> tuple[Mask, Mask]:
    """Which pairs are in recorded contact, of any age, and which are a problem."""
    ties, claims = seen.coordination.ties, seen.record.claims
    found = np.zeros((2, size, size), bool)
    absent = claims.absent[ties.rows]
    counts = absent | (claims.standing[ties.rows] != PLANNED)
    found[absent[counts].astype(int), of[ties.a[counts]], of[ties.b[counts]]] = True
    both = found | found.transpose(0, 2, 1)
    return both[0], both[1]


def _measures(method: str, pairs: Sequence[Pairs]) -> list[EvaluationRow]:
    return [
        _row(method, "AUC, contacts", pairs, lambda one: auc(one.score, one.tied), _pairs_ranked),
        _row(method, "AUC, problems", pairs, lambda one: auc(one.score, one.problem), lambda one: one.problem.sum()),
        _row(method, "R-precision, contacts", pairs, lambda one: r_precision(one.score, one.tied), _tied),
    ]


def _pairs_ranked(one: Pairs) -> float:
    """By how many comparisons a country counts."""
    return float(one.tied.sum()) * float((~one.tied).sum())


def _tied(one: Pairs) -> float:
    return float(one.tied.sum())


Measure = Callable[[Pairs], float | None]
Weight = Callable[[Pairs], float]


def _row(method: str, measure: str, pairs: Sequence[Pairs], value: Measure, weight: Weight) -> EvaluationRow:
    """The mean over countries by weight, with its interval; `n` is the number of pairs hit."""
    known = [(found, weight(one)) for one in pairs if (found := value(one)) is not None]
    hits = sum(int((one.problem if "problems" in measure else one.tied).sum()) for one in pairs)
    if not known:
        return {"method": method, "measure": measure, "value": None, "low": None, "high": None, "n": hits}
    values, weights = np.array(known).T
    low, high = interval_of(values * weights, weights)
    mean = float(np.average(values, weights=weights))
    return {"method": method, "measure": measure, "value": mean, "low": low, "high": high, "n": hits}


def _shuffled(program: Sequence[Pairs]) -> list[EvaluationRow]:
    """The same measures where contacts are dealt out again inside each country: what chance gives."""
    draw = np.random.default_rng(0)
    runs = [_measures(SHUFFLED, [one.shuffled(draw) for one in program]) for _ in range(SHUFFLES)]
    found = []
    for rows in zip(*([run[0], run[2]] for run in runs), strict=True):
        values = [row["value"] for row in rows if row["value"] is not None]
        if values:
            low, high = (float(point) for point in np.percentile(values, SHARE))
            row = rows[0].copy()
            row.update({"value": float(np.mean(values)), "low": low, "high": high})
            found.append(row)
    return found


def _ranks(one: Pairs) -> list[EvaluationRow]:
    """The rank of each problem among the pairs of its country: 1 is the first, equals share the better rank."""
    return [
        {
            "method": PROGRAM,
            "measure": f"rank of the problem {' / '.join(one.names[place])}",
            "value": float((one.score > one.score[place]).sum() + 1),
            "low": None,
            "high": None,
            "n": len(one.score),
        }
        for place in np.flatnonzero(one.problem).tolist()
    ]


def _moved(record: Record) -> EvaluationRow:
    kept = kept_everywhere(record, sorted(record.countries), draws=3)
    measure = f"of the first {FIRST} lines stay, mean; low is the least"
    value, least = (kept.mean, float(kept.least)) if kept.of else (None, None)
    return {"method": MOVED, "measure": measure, "value": value, "low": least, "high": None, "n": kept.of}
