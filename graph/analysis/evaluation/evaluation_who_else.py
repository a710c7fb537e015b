"""How good is "who sits with these"? Each member of each national committee hidden in turn, and looked for.

The weights are fitted anew without the country that is being judged, so that no country helps to judge itself. The
hidden body is ranked against all living bodies of its country that are not on the list: sampled rivals would make the
figures inconsistent (Krichene and Rendle 2020). Ties stand at their mid-rank.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.analysis.bodies.mandates import mandates
from graph.analysis.evaluation.bootstrap import interval
from graph.analysis.evaluation.choice import fitted
from graph.analysis.networks.members import Member, members
from graph.analysis.who_else.sits_with import Signs, signs
from graph.answers import EvaluationAnswer, EvaluationRow
from graph.record import Record

Ranks = NDArray[np.float64]

# With fewer than two others on it, a list says too little to be judged by.
FEWEST_MEMBERS = 3
ORDER, STRICT, POPULAR, RANDOM = (
    "who sits with these",
    "the same, without the sources that name the committee",
    "popularity: claims about the body",
    "at random",
)
BETTER = "who sits with these, minus popularity"
MEASURES: Mapping[str, Callable[[Ranks], Ranks]] = {
    "recall@5": lambda ranks: (ranks <= 5).astype(float),
    "recall@10": lambda ranks: (ranks <= 10).astype(float),
    "MRR": lambda ranks: 1 / ranks,
}
QUESTION = (
    "Does “who sits with these” find a member of a national committee that is hidden from it, among all bodies of the "
    "country that are not on the list of the others?"
)
SAYS = (
    "{members} members of national committees in {countries} countries were hidden in turn; recall is how often the "
    "hidden one stood among the first 5 or 10, MRR the mean of one divided by its rank. The weights never saw the "
    "country that they judge, and the intervals come from drawing whole countries again."
)
DOES_NOT_SAY = (
    "It does not say how well bodies are found that nobody has written down: recorded ones are easier. The signs were "
    "chosen while these figures were looked at, only their weights were held apart. A body ranked high that never sat "
    "there may belong at the table all the same. And it does not judge “what is missing from the list”, which looks "
    "for those who do not sit there yet."
)


@dataclass(frozen=True, eq=False)
class Case:
    """One hidden member: its country, its rivals, and what could have told of it.

    `signs` and `strict` are rivals x signs, the second without claims of the sources that name the committee;
    `chosen` is the place of the hidden body among the rivals, `known` how many claims name each.
    """

    country: str
    signs: Signs
    strict: Signs
    known: NDArray[np.float64]
    chosen: int


def evaluate_who_else(record: Record) -> EvaluationAnswer:
    """Answer `evaluate who-else`: recall at 5 and 10 and mean reciprocal rank, against popularity and chance."""
    found = list(cases(record))
    countries = [case.country for case in found]
    values = {name: _values(ranks) for name, ranks in _ranks(found).items()}
    values[RANDOM] = _at_random([len(case.known) for case in found])
    values[BETTER] = {name: values[ORDER][name] - values[POPULAR][name] for name in MEASURES}
    rows = [_row(method, name, each[name], countries) for method, each in values.items() for name in MEASURES]
    return {
        "question": QUESTION,
        "rows": rows if found else [],
        "says": SAYS.format(members=len(found), countries=len(set(countries))),
        "does_not_say": DOES_NOT_SAY,
    }


def cases(record: Record) -> Iterator[Case]:
    """Yield every member of every national committee as hidden from the others."""
    for network, group in sorted(members(record).items()):
        country = record.networks[network].country
        bodies = _sitting(record, group, country)
        if record.networks[network].scope == "national" and len(bodies) >= FEWEST_MEMBERS:
            yield from (_case(record, country, group, body, bodies - {body}) for body in sorted(bodies))


def _sitting(record: Record, group: Mapping[str, Member], country: str) -> frozenset[str]:
    bodies = (address.partition(":")[2] for address in group if address.startswith("organization:"))
    return frozenset(
        body for body in bodies if record.organizations[body].country == country and record.is_living(body)
    )


def _case(record: Record, country: str, group: Mapping[str, Member], body: str, listed: frozenset[str]) -> Case:
    held = mandates(record, country)
    rivals = [place for place, other in enumerate(held.bodies) if other not in listed]
    sources = frozenset(int(record.claims.source[row]) for member in group.values() for row in member.rows)
    known = np.array([_known(record, held.bodies[place], group) for place in rivals], float)
    return Case(
        country=country,
        signs=signs(record, held, listed)[rivals],
        strict=signs(record, held, listed, sources)[rivals],
        known=known,
        chosen=rivals.index(held.place[body]),
    )


def _known(record: Record, body: str, group: Mapping[str, Member]) -> int:
    """How many claims name a body, without those that put it into the committee."""
    address = f"organization:{body}"
    return len(record.rows_of(address)) - len(group[address].rows if address in group else ())


def _ranks(found: Sequence[Case]) -> dict[str, Ranks]:
    ways: dict[str, Callable[[Case], Signs]] = {ORDER: lambda case: case.signs, STRICT: lambda case: case.strict}
    ranks = {name: _held_apart(found, way) for name, way in ways.items()}
    ranks[POPULAR] = np.array([rank_of(case.known, case.chosen) for case in found])
    return ranks


def _held_apart(found: Sequence[Case], way: Callable[[Case], Signs]) -> Ranks:
    """Rank each hidden body by weights that were fitted without its country."""
    ranks = np.ones(len(found))
    for country in sorted({case.country for case in found}):
        others = [(way(case), case.chosen) for case in found if case.country != country]
        weights = fitted(others) if others else np.zeros(way(found[0]).shape[1])
        for place, case in enumerate(found):
            if case.country == country:
                ranks[place] = rank_of(way(case) @ weights, case.chosen)
    return ranks


def rank_of(scores: NDArray[np.float64], chosen: int) -> float:
    """Return the rank of one of several by its score, the best is 1, equals at the middle of their places."""
    equal = np.isclose(scores, scores[chosen], rtol=0, atol=1e-12)
    better = (scores > scores[chosen]) & ~equal
    return float(1 + better.sum() + (equal.sum() - 1) / 2)


def _values(ranks: Ranks) -> dict[str, Ranks]:
    return {name: measure(ranks) for name, measure in MEASURES.items()}


def _at_random(sizes: Sequence[int]) -> dict[str, Ranks]:
    """Return what a drawn order would reach on average among so many rivals."""
    each = [_values(np.arange(1, size + 1, dtype=float)) for size in sizes]
    return {name: np.array([values[name].mean() for values in each]) for name in MEASURES}


def _row(method: str, measure: str, values: Ranks, countries: Sequence[str]) -> EvaluationRow:
    low, high = interval(values, countries)
    return {
        "method": method,
        "measure": measure,
        "value": round(float(values.mean()), 3) if len(values) else 0.0,
        "low": low,
        "high": high,
        "n": len(values),
    }
