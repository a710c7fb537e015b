"""The plan of steps against every plan there is, on boards small enough to try them all."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.steps.steps import Board, Step, best_steps, bound, gains

WEIGHTS = st.sampled_from([0.0, 0.0, 0.25, 0.5, 1.0])
Choice = tuple[str, tuple[int, ...], int]  # kind, places, effort; of a seat the place and the table


@st.composite
def boards(draw: st.DrawFn) -> Board:
    size, tables = draw(st.integers(2, 5)), draw(st.integers(0, 2))
    masks = st.lists(st.booleans(), min_size=size * tables, max_size=size * tables)
    sits = np.array(draw(masks), bool).reshape(size, tables)
    barred = sits | np.array(draw(masks), bool).reshape(size, tables)
    severity = np.zeros((size, size))
    for i, j in combinations(range(size), 2):
        severity[i, j] = severity[j, i] = 0 if (sits[i] & sits[j]).any() else draw(WEIGHTS)
    return Board(severity, sits, barred)


def choices(board: Board, budget: int) -> list[Choice]:
    size, tables = board.sits.shape
    found: list[Choice] = [("tie", pair, 1) for pair in combinations(range(size), 2)]
    found += [("seat", (i, g), 1) for i in range(size) for g in range(tables) if not board.barred[i, g]]
    for members in range(3, min(budget + 1, size) + 1):
        found += [("mechanism", group, members - 1) for group in combinations(range(size), members)]
    return found


def closes(board: Board, chosen: tuple[Choice, ...]) -> float:
    sits, pairs = board.sits.copy(), set()
    for kind, places, _ in chosen:
        if kind == "seat":
            sits[places] = True
        else:
            pairs |= set(combinations(places, 2))
    joined = {(i, j) for i, j in combinations(range(len(sits)), 2) if (sits[i] & sits[j]).any()}
    return float(sum(board.severity[pair] for pair in pairs | joined))


def optimum(board: Board, budget: int) -> float:
    every = choices(board, budget)
    plans = (plan for count in range(1, budget + 1) for plan in combinations(every, count))
    return max((closes(board, plan) for plan in plans if sum(one[2] for one in plan) <= budget), default=0.0)


@given(boards(), st.integers(1, 3))
def test_no_plan_exceeds_the_bound_and_the_one_found_is_within_it(board: Board, budget: int) -> None:
    found = best_steps(board, budget)
    total = sum(step.closes for step in found)
    best = optimum(board, budget)
    assert total <= best + 1e-9
    assert best <= bound(board, budget) + 1e-9
    assert sum(step.effort for step in found) <= budget


@given(boards())
def test_the_first_step_is_the_best_there_is(board: Board) -> None:
    assert sum(step.closes for step in best_steps(board, 1)) == pytest.approx(optimum(board, 1))


@given(boards(), st.integers(1, 3))
def test_what_a_plan_closes_is_what_its_steps_say(board: Board, budget: int) -> None:
    chosen = tuple(_choice(step) for step in best_steps(board, budget))
    pairs = [pair for step in best_steps(board, budget) for pair in step.pairs]
    assert len(set(pairs)) == len(pairs)
    assert sum(board.severity[pair] for pair in pairs) == pytest.approx(closes(board, chosen))


def _choice(step: Step) -> Choice:
    if step.kind == "membership":
        return "seat", (step.places[0], step.table), 1
    return step.kind, step.places, step.effort


def board_of(size: int, *open_pairs: tuple[int, int], sits: list[list[bool]]) -> Board:
    severity = np.zeros((size, size))
    for i, j in open_pairs:
        severity[i, j] = severity[j, i] = 1
    table = np.array(sits, bool)
    return Board(severity, table, table.copy())


def test_a_seat_closes_with_all_who_sit_there() -> None:
    board = board_of(4, (0, 1), (0, 2), (0, 3), sits=[[False], [True], [True], [True]])
    (step,) = best_steps(board, 1)
    assert (step.kind, step.places, step.closes, len(step.pairs)) == ("membership", (0,), 3, 3)
    assert gains(board).ravel().tolist() == [3, 0, 0, 0]


def test_two_newcomers_close_what_neither_closes_alone_and_the_bound_knows() -> None:
    """f({x}) = f({y}) = 0 and f({x, y}) = 1: adding seats is not submodular."""
    board = board_of(3, (0, 1), sits=[[False], [False], [True]])
    assert gains(board).max() == 0
    assert closes(board, (("seat", (0, 0), 1), ("seat", (1, 0), 1))) == 1
    assert bound(board, 2) == 1


def test_of_equals_the_lighter_kind_is_taken() -> None:
    board = board_of(2, (0, 1), sits=[[False], [True]])
    assert [step.kind for step in best_steps(board, 1)] == ["tie"]


def test_a_new_mechanism_costs_one_less_than_its_members() -> None:
    pairs = list(combinations(range(4), 2))
    (step,) = best_steps(board_of(4, *pairs, sits=[[]] * 4), 3)
    assert (step.kind, step.effort, step.closes) == ("mechanism", 3, 6)


def test_nothing_open_needs_no_step() -> None:
    board = board_of(3, sits=[[True], [False], [False]])
    assert (best_steps(board, 3), bound(board, 3)) == ([], 0)
