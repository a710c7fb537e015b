"""A search beside the page: it goes on while the page is drawn, says how far it is, and can be stopped.

Each reader has a search of their own, so that nobody's stop ends what another one waits for; the solver lets other
work go on (HiGHS holds no lock of the program). Without a stop it ends by itself when its time is up.
"""

import threading
from dataclasses import dataclass, field

import streamlit as st

from graph.analysis.reach.cover_solver import SoFar
from graph.analysis.reach.reach import plan_reach
from graph.analysis.reach.reach_plan import Plan
from graph.record import Record
from views.reach.question import ReachQuestion

HELD, SHOWN = "reach search", "reach-set"


@dataclass(eq=False)
class Search:
    """One question being answered; `plan` or `error` is there once it is done."""

    record: Record
    question: ReachQuestion
    so_far: SoFar | None = None
    plan: Plan | None = None
    error: Exception | None = None
    _sets: dict[int, Plan] = field(default_factory=dict)
    _stop: threading.Event = field(default_factory=threading.Event)
    _done: threading.Event = field(default_factory=threading.Event)

    def begin(self) -> "Search":
        """Start to search, beside whoever asks."""
        threading.Thread(target=self._run, daemon=True, name="reach").start()
        return self

    def stop(self) -> None:
        """Let the search end at its next look at the clock, with the best set so far."""
        self._stop.set()

    @property
    def was_stopped(self) -> bool:
        """Whether somebody said stop."""
        return self._stop.is_set()

    def is_done(self, seconds: float = 0.0) -> bool:
        """Return whether the search has ended, after waiting for it at most so long."""
        return self._done.wait(seconds)

    def result(self) -> Plan:
        """Return what was found by a search that is done; raises what it raised."""
        if self.plan is None:
            raise self.error or RuntimeError("The search is not done.")
        return self.plan

    def result_with(self, place: int) -> Plan:
        """Return what was found with another set of equal cost, by its place: one object for a set, which keeps its
        answer."""
        plan = self.result()
        if place not in self._sets:
            self._sets[place] = plan.with_set(place) if place else plan
        return self._sets[place]

    def _run(self) -> None:
        try:
            self.plan = plan_reach(
                self.record,
                self.question.groups,
                self.question.wish,
                self.question.demand,
                costs=dict(self.question.costs),
                every_optimum=self.question.every_optimum,
                seconds=self.question.seconds,
                should_stop=self._stop.is_set,
                tell=self._hear,
            )
            # Who stays out and why is reckoned here too, so that the page has only to draw it.
            _ = self.plan.answer
        except Exception as error:  # noqa: BLE001 (raised again where a page can say it)
            self.error = error
        finally:
            self._done.set()

    def _hear(self, so_far: SoFar) -> None:
        self.so_far = so_far


def search_for(record: Record, question: ReachQuestion) -> Search:
    """Return this reader's search for a question; one for another question is stopped."""
    held: Search | None = st.session_state.get(HELD)
    if held is not None and held.record is record and held.question == question:
        return held
    if held is not None:
        held.stop()
        st.session_state.pop(SHOWN, None)  # another question has other sets
    begun = Search(record, question).begin()
    st.session_state[HELD] = begun
    return begun


def forget() -> None:
    """Search anew at the next run, for the same question too."""
    held: Search | None = st.session_state.pop(HELD, None)
    if held is not None:
        held.stop()
