"""Pieces of work that are begun in their order, some of them at once."""

from threading import Barrier, Event, current_thread

import pytest

from graph.stores.in_order import Before, InOrder

SOON = 10  # seconds that no test waits unless it fails


def test_the_next_piece_is_begun_before_the_last_one_ends() -> None:
    both = Barrier(2)

    def meet(_: Before) -> None:
        both.wait(SOON)

    with InOrder(2) as order:
        order.add(meet)
        order.add(meet)


def test_each_piece_is_told_which_has_to_end_before_it() -> None:
    ended: list[int] = []
    begun = Event()

    def first(before: Before) -> None:
        assert before is None
        assert begun.wait(SOON)
        ended.append(1)

    def second(before: Before) -> None:
        begun.set()
        assert before is not None
        before.result(SOON)
        ended.append(2)

    with InOrder(2) as order:
        order.add(first)
        order.add(second)
    assert ended == [1, 2]


def test_a_piece_that_is_to_be_alone_waits_and_is_waited_for() -> None:
    said: list[str] = []
    with InOrder(2) as order:
        for name in ("a", "b"):
            order.add(lambda _, name=name: said.append(name))  # type: ignore[misc]
        order.add(lambda before: said.append("alone" if before is None else "not alone"), alone=True)
        order.add(lambda before: said.append("after" if before is None else "too soon"))
    assert sorted(said[:2]) == ["a", "b"]
    assert said[2:] == ["alone", "after"]


def test_there_are_never_more_under_way_than_allowed() -> None:
    now, most = [0], [0]

    def piece(before: Before) -> None:
        now[0] += 1
        most[0] = max(most[0], now[0])
        if before is not None:
            before.result(SOON)
        now[0] -= 1

    with InOrder(2) as order:
        for _ in range(50):
            order.add(piece)
    assert most[0] <= 2


def test_nothing_at_once_means_in_the_thread_that_asks() -> None:
    names: list[str] = []
    with InOrder(0) as order:
        order.add(lambda _: names.append(current_thread().name))
    assert names == [current_thread().name]


def _fail(_: Before) -> None:
    raise KeyError("first")


@pytest.mark.parametrize("at_once", [0, 1, 2])
def test_the_first_error_ends_the_rest(at_once: int) -> None:
    done: list[int] = []

    def after(before: Before) -> None:
        if before is not None:
            before.result(SOON)
        done.append(1)

    with pytest.raises(KeyError, match="first"), InOrder(at_once) as order:  # noqa: PT012 (any of these may raise)
        order.add(_fail)
        for _ in range(5):
            order.add(after)
    assert done == []


def test_an_error_of_the_one_who_adds_comes_before_those_of_pieces() -> None:
    with pytest.raises(ValueError, match="mine"), InOrder(1) as order:  # noqa: PT012
        order.add(_fail)
        raise ValueError("mine")
