"""The next step: which contact, seat or new mechanism of a country closes most, and what none can exceed.

"Closed" means that the two would be found in contact or at one table, not that they talk.
"""

import numpy as np

from graph.analysis.bodies.block import Mask, Matrix
from graph.analysis.contacts.coordination import FOUND
from graph.analysis.contacts.mechanisms import SMALL, Mechanism, common_table
from graph.analysis.gaps.gap_lines import lines
from graph.analysis.gaps.line import Line
from graph.analysis.gaps.screening import Pair, Screening, screen
from graph.analysis.levels.hand_in_hand import themes_of
from graph.analysis.levels.hearing import Subjects
from graph.analysis.names.named import named_body
from graph.analysis.steps.steps import Board, Step, best_steps, bound
from graph.answers import Named, NextStep, NextStepAnswer
from graph.record import Record


def next_step(record: Record, country: str, theme: str = "", budget: int = 3) -> NextStepAnswer:
    """Answer `next-step`: the best steps found within a budget, with a proven bound.

    Seats are those at running national mechanisms in which a newcomer would be in contact (at most 15 members).
    """
    seen = screen(record, country, theme)
    severity, tables = open_severity(seen), [one for one in seen.coordination.mechanisms if _has_room(one)]
    sits, barred = _sits(seen, tables)
    board = Board(severity, sits, barred)
    steps = best_steps(board, budget)
    return {
        "steps": [_shown(seen, step, tables) for step in steps],
        "bound": bound(board, budget),
        "closes": float(sum(step.closes for step in steps)),
        "gaps": int(np.count_nonzero(np.triu(severity, 1))),
    }


def open_severity(seen: Screening) -> Matrix:
    """Return services x services, symmetric: the severity of each expected contact that is not found, else 0.

    A ministry and its units that are asked one question (one line of the list) count once, by the pair of most need.
    """
    found = np.zeros_like(seen.severity)
    again = {pair for line in lines(seen) if line.also for pair in _asked_again(seen, line)}
    for pair in seen.expected_pairs:
        if seen.status(pair) != "found" and pair not in again:
            found[pair] = found[pair[::-1]] = seen.severity[pair]
    return found


def _asked_again(seen: Screening, line: Line) -> list[Pair]:
    """Return the pairs of a line with one side as another before them, and the other above or below that one's."""
    ordered = sorted(line.pairs, key=lambda pair: (-round(float(seen.severity[pair]), 9), pair != line.pair, pair))
    return [pair for place, pair in enumerate(ordered) if any(_alike(seen, pair, one) for one in ordered[:place])]


def _alike(seen: Screening, one: Pair, two: Pair) -> bool:
    shared = set(one) & set(two)
    others = (set(one) ^ set(two)) if len(shared) == 1 else set()
    return len(others) == 2 and bool(seen.block.line_of_command[tuple(sorted(others))])


def _has_room(mechanism: Mechanism) -> bool:
    return mechanism.running and mechanism.small and mechanism.members < SMALL


def _sits(seen: Screening, tables: list[Mechanism]) -> tuple[Mask, Mask]:
    """Services x tables: who sits so close that a newcomer would be in contact with them; and who may take no seat.

    That is who sits there already, and who by no source answers for a theme of the table, where it has any: nobody
    is sent to a committee for what is only presumed of a body of its kind.
    """
    recorded = Subjects(seen.need.grounds).recorded
    sits = np.zeros((len(seen.block.services), len(tables)), bool)
    barred = sits.copy()
    for column, mechanism in enumerate(tables):
        near = common_table(mechanism, np.append(mechanism.weights, 1.0))[-1, :-1] >= FOUND
        sits[seen.block.service_of[mechanism.places[near]], column] = True
        barred[:, column] = ~_answers_for(seen, mechanism.network, recorded)
        barred[seen.block.service_of[mechanism.places], column] = True
    return sits, barred


def _answers_for(seen: Screening, network: str, recorded: Mask) -> Mask:
    """Which services are recorded (services x themes) with a theme of a network; all where it has none."""
    about = themes_of(seen.record, [network])[0]
    answers: Mask = (np.count_nonzero(recorded[:, about], axis=1) > 0) | bool(about.all())
    return answers


def _shown(seen: Screening, step: Step, tables: list[Mechanism]) -> NextStep:
    first, *others = step.places
    return {
        "kind": step.kind,
        "organization": named_body(seen.record, seen.block.services[first]),
        "with": [named_body(seen.record, seen.block.services[place]) for place in others],
        "network": _network(seen, tables[step.table].network) if step.kind == "membership" else None,
        "effort": step.effort,
        "closes": step.closes,
        "pairs": [[seen.block.services[place] for place in pair] for pair in step.pairs],
    }


def _network(seen: Screening, network: str) -> Named:
    return {"id": network, "name": seen.record.networks[network].name}
