"""What the reader asks of Reach, as the analysis takes it: a group in a planner's words, and the conditions."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import streamlit as st

from graph.analysis.names.groups import COUNTRY, KIND, group_of
from graph.analysis.reach.reach import SECONDS, Demand
from graph.analysis.reach.reach_target import Wish
from graph.errors import UnknownName
from graph.record import Record
from layout.words import MANY
from views.parts import words
from views.parts.reach_address import EVERYBODY

FIRST_KINDS = ("customs", "ozone-unit", "environment-authority", "police", "wildlife", "coast-guard", "prosecution")
LONGER = 120.0


@dataclass(frozen=True, slots=True)
class ReachQuestion:
    """Whom to reach by which networks; `costs` are pairs of a network and its cost, the others cost 1."""

    groups: tuple[str, ...]
    wish: Wish
    demand: Demand
    costs: tuple[tuple[str, float], ...] = ()
    every_optimum: bool = False
    seconds: float = SECONDS


def asked(record: Record) -> ReachQuestion:
    """Return what the fields of the page ask for."""
    state = st.session_state
    wish = Wish(
        must=frozenset(state["must"]),
        never=frozenset(state["never"]) - frozenset(state["must"]),
        theme=state["theme"],
        world_wide=bool(state["everybody"]),
        ended=bool(state["ended"]),
    )
    demand = Demand(state["share"] / 100, state["each"], state["begin"] or "", bool(state["athome"]))
    return ReachQuestion(
        groups_of(record, state["whom"], state["within"], state["bodies"]),
        wish,
        demand,
        tuple(sorted(state["costs"].items())),
        bool(state["equal"]),
        LONGER if state.get("longer") else SECONDS,
    )


def groups_of(record: Record, kinds: Sequence[str], places: Sequence[str], bodies: Sequence[str]) -> tuple[str, ...]:
    """Return groups as the analysis names them; those that nobody stands for are left out, `nobody_of` names them."""
    found = []
    for kind in kinds:
        codes = [code for code in places or sorted(record.countries) if code not in nobody_of(record, kind, places)]
        if codes and kind == EVERYBODY:
            found.append(f"{COUNTRY}{','.join(codes)}")
        elif codes:
            found.append(f"{kind}@{','.join(codes)}" if places else f"{KIND}{kind}")
    return (*found, *(f"organization:{body}" for body in bodies))


def nobody_of(record: Record, kind: str, places: Sequence[str]) -> tuple[str, ...]:
    """Return the countries in which no body of a kind is recorded, of all in focus where none is asked for."""
    return tuple(code for code in places or sorted(record.countries) if not _has(record, kind, code))


@lru_cache(maxsize=4096)
def _has(record: Record, kind: str, code: str) -> bool:
    try:
        return bool(group_of(record, f"{COUNTRY}{code}" if kind == EVERYBODY else f"{kind}@{code}").bodies)
    except UnknownName:
        return False


@lru_cache(maxsize=8)
def kinds(record: Record) -> tuple[str, ...]:
    """Return the kinds of bodies that can be asked for: those that planners ask for first, then the others by name."""
    living = {
        who.kind
        for who in record.organizations.values()
        if who.country in record.countries and record.is_living(who.id)
    }
    first = [kind for kind in FIRST_KINDS if kind in living]
    rest = sorted(living - set(first) - {"other"}, key=kind_name)
    return (*first, *rest, EVERYBODY)


def kind_name(kind: str) -> str:
    """Return a kind as the screen names several of it: "Ozone units"."""
    name = "every national body" if kind == EVERYBODY else MANY.get(kind, words.kind(kind))
    return name[:1].upper() + name[1:]


def in_words(record: Record) -> str:
    """Return whom the reader wants to reach: "customs services and ozone units of 4 countries, and 2 bodies more"."""
    state = st.session_state
    named = [kind_name(kind)[:1].lower() + kind_name(kind)[1:] for kind in state["whom"]]
    places = [record.country_name(code) for code in state["within"]]
    of = (", ".join(places) if len(places) <= 4 else f"{len(places)} countries") if places else "all countries"
    parts = [f"{', '.join(named)} of {of}"] if named else []
    parts += [words.count(len(state["bodies"]), "single body", "single bodies")] if state["bodies"] else []
    return " and ".join(parts)
