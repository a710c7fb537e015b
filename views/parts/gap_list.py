"""The gaps of a country: problems that sources report in a fold of their own, then pairs with no recorded contact."""

from collections.abc import Mapping, Sequence

import streamlit as st

from graph.answers import Gap, GapsAnswer
from graph.record import Record
from views.parts import badges, gap_detail, words
from views.parts.safe_text import escaped

PROBLEMS, OPEN = "problem-chosen", "gap-chosen"
LIST, DETAIL = 332, 750
MOST = 80
HEIGHT = 400


@st.fragment
def draw(record: Record, answer: GapsAnswer) -> None:
    """Draw the list at the left and the chosen line in full at the right."""
    by_key = {key_of(gap): gap for gap in answer["gaps"]}
    problems = [key for key, gap in by_key.items() if badges.is_problem(gap)]
    others = [key for key in by_key if key not in problems]
    for key, known in ((PROBLEMS, problems), (OPEN, others)):
        if st.session_state.get(key) not in known:
            st.session_state[key] = None
    if not (st.session_state[PROBLEMS] or st.session_state[OPEN]):
        st.session_state[OPEN if others else PROBLEMS] = (others or problems)[0]
    left, right = st.columns([LIST, DETAIL], gap="medium")
    with left, st.container(gap="xsmall"):
        _list(record, answer, by_key, problems, others)
    with right:
        gap_detail.draw(record, by_key[st.session_state[PROBLEMS] or st.session_state[OPEN]])


def key_of(gap: Gap) -> str:
    """Return what one line is known by while the list changes around it."""
    return f"{gap['a']['id']}~{gap['b']['id']}~{gap['kind']}"


def _list(
    record: Record, answer: GapsAnswer, by_key: Mapping[str, Gap], problems: Sequence[str], others: Sequence[str]
) -> None:
    contacts = answer["contacts"]
    sources = words.count(contacts["sources_read"], "source")
    st.markdown(f"**{contacts['found']} of {contacts['expected']}** expected found; {sources} read")
    if problems:
        with st.expander(f"{badges.PROBLEM} **{len(problems)}**", expanded=len(problems) < 5, key="problems"):
            _radio("Problems reported", PROBLEMS, OPEN, record, by_key, problems)
    if others:
        st.markdown(f"{badges.GAP} **No recorded contact**, {len(others)} not known")
        bands = sorted({by_key[key]["band"] for key in others})
        st.caption(". ".join(f"{band}: {badges.BANDS[band]}" for band in bands) + ".")
        with st.container(height=HEIGHT, border=False, key="open-gaps"):
            _radio("No recorded contact", OPEN, PROBLEMS, record, by_key, others[:MOST])
        if len(others) > MOST:
            st.caption(f"and {len(others) - MOST} more: choose a theme to see them")


def _radio(label: str, key: str, other: str, record: Record, by_key: Mapping[str, Gap], keys: Sequence[str]) -> None:
    """Draw one list; choosing in it clears the other one."""
    st.radio(
        label,
        keys,
        key=key,
        format_func=lambda one: _label(record, by_key[one]),
        captions=[_caption(record, by_key[one]) for one in keys],
        label_visibility="collapsed",
        on_change=lambda: st.session_state.update({other: None}),
    )


def _label(record: Record, gap: Gap) -> str:
    badge = "" if badges.is_problem(gap) else f" :orange-badge[{gap['band']}]"
    return badges.pair(record, gap) + badge


def _caption(record: Record, gap: Gap) -> str:
    """Return what the line is about, as Markdown: who reported a problem, or what both sides answer for."""
    if badges.is_problem(gap):
        return escaped(", ".join(part for part in badges.reported(record, gap) if part))
    about = [words.subject(reason["id"]) for reason in gap["reasons"] if reason["kind"] == "subject"]
    more = f"; and {len(about) - 1} more" if len(about) > 1 else ""
    folded = f"; {gap['folded']['pairs']} pairs" if gap["folded"]["pairs"] > 1 else ""
    kind = "" if gap["kind"] in ("no recorded contact", "problem reported") else f"{gap['kind']}: "
    return escaped(f"{kind}{about[0] if about else 'a site where both are'}{more}{folded}")


def not_judged(answer: GapsAnswer) -> None:
    """Say which bodies no contact can be expected of, and why."""
    unjudged = answer["cannot_be_judged"]
    if unjudged:
        with st.expander(f"{words.count(len(unjudged), 'body', 'bodies')} cannot be judged"):
            st.dataframe(
                [{"Body": body["name"], "Why": body["why"]} for body in unjudged], hide_index=True, key="unjudged"
            )
