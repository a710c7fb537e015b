"""What a country's page says before anything is chosen: what already works, who else, and the first gaps."""

from collections.abc import Sequence

import streamlit as st

from graph.answers import Gap
from graph.record import Record
from views.parts import address, answers, badges, others, words, works
from views.parts.safe_text import escaped

FIRST = 3
NO_CONTACT = "no recorded contact"


def lines(record: Record, code: str, theme: str) -> None:
    """Draw the three answers, in this order: what works comes first."""
    found = answers.gaps(record, code, theme)
    works.bar(found["contacts"])
    others.lines(record, code, theme)
    st.markdown("**First gaps** :small[no recorded contact, unless it says otherwise]")
    for gap in _first(found["gaps"]):
        st.markdown(f"{badges.of(record, gap)} {escaped(_said(record, gap, theme))}")
    if not found["gaps"]:
        st.text("None among the contacts that can be expected from what is recorded.")
    with st.container(horizontal=True, gap="xsmall"):
        st.page_link("views/pages/gaps.py", label="All gaps", icon=":material/link_off:", query_params=address.asked())
        others.ask_list()


def _first(found: Sequence[Gap]) -> list[Gap]:
    """Return the first problem that a source reports, and the first pairs with no recorded contact."""
    problems = [gap for gap in found if badges.is_problem(gap)][:1]
    others = [gap for gap in found if not badges.is_problem(gap)]
    return [*problems, *others[: FIRST - len(problems)]]


def _said(record: Record, gap: Gap, theme: str) -> str:
    """Return a gap in a line or two: what a source reports, or what both sides answer for where no theme says so."""
    a, b = (badges.short(record, side["id"], side["name"]) for side in (gap["a"], gap["b"]))
    if badges.is_problem(gap):
        what = gap["sentence"].partition(": ")[2].partition(". ")[0]
        return f"{a} and {b}: {what}."
    subjects = [words.subject(reason["id"]) for reason in gap["reasons"] if reason["kind"] == "subject"]
    says = [subjects[0]] if subjects and not theme else []
    says += [gap["kind"]] if gap["kind"] != NO_CONTACT else []
    return f"{a} and {b}{': ' if says else ''}{', '.join(says)}"
