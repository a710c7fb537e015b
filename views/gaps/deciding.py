"""Deciding a pair: there is a contact, both confirm that there is none, or none applies; kept at once, undoable."""

from collections.abc import Sequence
from functools import partial
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from graph.analysis.gaps.decisions import As, decide
from graph.analysis.gaps.gap_words import CONTACT_WORDS
from graph.errors import InputError
from graph.history import Batch, Change
from graph.record import Record
from graph.stores.base import now
from views.parts import address, changing, store, words
from views.parts.safe_text import escaped, shown

CHANGED = "gaps decided"
ON, KIND, SOURCE, PAIR, THEME_ONLY = (f"decide-{part}" for part in ("on", "kind", "source", "pair", "theme"))
OPENED = "decide-open"
# A contact that has a direction (who reports to whom) is not said by one word of both sides.
KINDS = (
    "liaison",
    "information-exchange",
    "committee",
    "training",
    "joint-operation",
    "joint-task-force",
    "mou",
    "agreement",
)
NONE = (
    "Both sides say that they are not in contact. The line stays, with the day, "
    "until a younger standing contact is recorded."
)
NOT_APPLICABLE = "Both sides say that no contact applies between them. The pair leaves the list and is counted as such."
Pair = tuple[str, str]


def redraw_if_changed() -> None:
    """Draw the whole page again after a change: a part that redraws alone still has the record from before."""
    if st.session_state.pop(CHANGED, False):
        st.rerun()


def draw(record: Record, pairs: Sequence[Pair], theme: str = "", sources: Sequence[str] = ()) -> None:
    """Ask what the reader knows of a pair, or of one of several; `sources` are those a contact may rest on."""
    refused = changing.why_not()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="decide-about"):
        st.markdown("**What do you know?**", width="content")
        pair = pairs[0] if refused else _pair(record, pairs)
    if refused:
        st.caption(refused)
        return
    with st.container(horizontal=True, gap="small", key="decide"):
        with _opened("There is a contact", record, pair, "contact"):
            _contact(record, pair, theme, sources)
        with _opened("Confirmed: none", record, pair, "none"):
            st.text(NONE)
            _said(record, pair, "none", theme)
        with _opened("Not applicable", record, pair, "not-applicable"):
            st.text(NOT_APPLICABLE)
            _said(record, pair, "not-applicable", theme)
        _on_behalf()


def _opened(label: str, record: Record, pair: Pair, as_: As) -> DeltaGenerator:
    """Return what opens under a button, headed by the pair: closed by every decision, else it asks about the next."""
    kind: Literal["primary", "secondary"] = "primary" if as_ == "contact" else "secondary"
    opened = st.popover(label, type=kind, key=f"{OPENED}-{as_}", on_change="rerun")
    opened.markdown(f"**{escaped(' and '.join(_names(record, pair)))}**")
    return opened


def _on_behalf() -> None:
    """Ask on whose behalf, in one row with the buttons: a body or a workshop, never a person."""
    st.text_input(
        "On behalf of",
        key=changing.AUTHOR,
        max_chars=120,
        placeholder="on behalf of: a body or a workshop",
        persist_state="session",
        label_visibility="collapsed",
    )


def _pair(record: Record, pairs: Sequence[Pair]) -> Pair:
    if len(pairs) == 1:
        return pairs[0]
    if st.session_state.get(PAIR) not in pairs:
        st.session_state[PAIR] = pairs[0]
    return st.selectbox(
        "About which pair?",
        pairs,
        key=PAIR,
        format_func=lambda one: shown(" and ".join(_names(record, one))),
        label_visibility="collapsed",
    )


def _contact(record: Record, pair: Pair, theme: str, sources: Sequence[str]) -> None:
    st.selectbox("Kind of contact", KINDS, key=KIND, format_func=lambda kind: CONTACT_WORDS[kind])
    _said(record, pair, "contact", theme)
    if sources:
        st.selectbox(
            "Or a source of the record says so",
            sources,
            index=None,
            key=SOURCE,
            format_func=lambda source: _source(record, source),
            placeholder="choose a source",
        )
        chosen = st.session_state[SOURCE]
        st.button(
            "Keep with this source",
            key="decide-contact-source",
            disabled=chosen is None,
            on_click=_keep,
            args=(record, pair, "contact", theme),
            kwargs={"source": chosen or ""},
        )


def _said(record: Record, pair: Pair, as_: As, theme: str) -> None:
    """Ask on which day both sides said so, and offer to keep it."""
    said_on = st.date_input(
        "Said on",
        value=address.today(),
        key=f"{ON}-{as_}",
        min_value=address.FIRST_DAY,
        max_value=address.today(),
        format="YYYY-MM-DD",
    )
    if theme:
        st.checkbox(f"About {words.subject(theme)} only", key=f"{THEME_ONLY}-{as_}")
    day = said_on.isoformat()
    st.button(
        f"Said by both sides here, {words.day(day)}",
        key=f"decide-{as_}",
        type="primary" if as_ == "contact" else "secondary",
        on_click=_keep,
        args=(record, pair, as_, theme),
        kwargs={"said_on": day},
    )


def _keep(record: Record, pair: Pair, as_: As, theme: str, *, said_on: str = "", source: str = "") -> None:
    """Keep a decision, as a change of the newest record."""
    about = theme if st.session_state.get(f"{THEME_ONLY}-{as_}") else ""
    make = partial(_batch, pair, as_, said_on, source, st.session_state.get(KIND) or KINDS[0], about)
    what = {"contact": "a contact is recorded", "none": "both confirm that there is none"}.get(as_, "not applicable")
    ground = f"said by both sides on {words.day(said_on)}" if said_on else f"by {_source(record, source)}"
    changing.keep(make, f"{' and '.join(_names(record, pair))}: {what} ({ground}).")
    st.session_state[f"{OPENED}-{as_}"] = False
    st.session_state[CHANGED] = True


def _batch(pair: Pair, as_: As, said_on: str, source: str, contact: str, theme: str, newest: Record) -> Batch:
    return decide(
        newest,
        *pair,
        as_,
        at=now(),
        source=source,
        said_on=said_on,
        contact=contact,
        theme=theme,
        author=changing.author(),
    )


def take_back(claim: str, batch: str, what: str) -> None:
    """Undo an earlier decision; one that came back with an undo goes alone, else that undo would be undone again."""
    if any(one.id == batch and one.undoes for one in store.history()):
        changing.keep(partial(_withdrawn, claim), f"{what}: taken back.")
    else:
        changing.undo(batch)
    st.session_state[CHANGED] = True


def _withdrawn(claim: str, newest: Record) -> Batch:
    row = newest.row_of_claim(claim)
    if row is None:
        raise InputError("It was taken back already.")
    return Batch(changing.author(), now(), "Taken back on the page", (Change(newest.claim(row), None),))


def made_by_hand() -> dict[str, str]:
    """Return the changes of no file with a claim or two, which may have decided something, with on whose behalf."""
    return {one.id: one.author for one in store.history() if not one.file_hash and 0 < one.added <= MOST_ADDED}


MOST_ADDED = 2  # a claim, and the source that both sides said it


def _names(record: Record, pair: Pair) -> list[str]:
    return [record.organizations[body].shown for body in pair]


def _source(record: Record, source: str) -> str:
    known = record.sources[source]
    said = ", ".join(part for part in (known.publisher or "", known.title, words.day(known.published)) if part)
    return shown(said)
