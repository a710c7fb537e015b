"""What a country's page says before anything is chosen: what already works, who else, and the first gaps."""

from collections.abc import Sequence

import streamlit as st

from graph.analysis.gaps.decided_pairs import confirmed_none
from graph.analysis.gaps.screening import screen
from graph.answers import Gap
from graph.record import Record
from layout.chain.plan import ChainMap
from views.country import others
from views.gaps import gap_list
from views.parts import address, answers, badges, words, works
from views.parts.safe_text import escaped
from views.present import way as present

GAPS, WHO_ELSE = "views/pages/gaps.py", "views/pages/who_else.py"
FIRST = 3


def lines(record: Record, code: str, theme: str, drawn: ChainMap) -> None:
    """Draw the three answers, in this order: what works comes first. A body leads to its box, a gap to its page."""
    found = answers.gaps(record, code, theme)
    works.bar(found, confirmed_none(screen(record, code, theme)))
    others.lines(record, code, theme, drawn)
    st.markdown("**First gaps**")
    for gap in _first(found["gaps"]):
        key = gap_list.key_of(gap)
        label = f"{badges.of(record, gap)} {escaped(_said(record, gap, theme))}"
        if st.button(label, key=f"gap-{key}", type="tertiary", wrap=True):
            st.switch_page(GAPS, query_params=address.link(record, address.GAPS, gap=key))
    if not found["gaps"]:
        st.text("All expected contacts are found." if found["contacts"]["expected"] else works.TOO_LITTLE)


def ways(record: Record) -> None:
    """Draw what leads on from the overview, below it, where it is never scrolled away."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="ways"):
        st.page_link(
            GAPS, label="All gaps", icon=":material/link_off:", query_params=address.link(record, address.GAPS)
        )
        st.page_link(
            WHO_ELSE,
            label="Your own list",
            icon=":material/person_search:",
            query_params=address.link(record, address.WHO_ELSE),
        )
        present.way(record)


def _first(found: Sequence[Gap]) -> list[Gap]:
    """Return the first problem that a source reports, and the first pairs that are not known to be in contact."""
    problems = [gap for gap in found if badges.is_problem(gap)][:1]
    return [*problems, *works.not_problems(found)[: FIRST - len(problems)]]


def _said(record: Record, gap: Gap, theme: str) -> str:
    """Return a gap in a line or two: what a source reports, or what both sides answer for where no theme says so."""
    a, b = (badges.short(record, side["id"], side["name"]) for side in (gap["a"], gap["b"]))
    if badges.is_problem(gap):
        what = gap["sentence"].partition(": ")[2].partition(". ")[0]
        return f"{a} and {b}: {what}."
    subjects = [words.subject(reason["id"]) for reason in gap["reasons"] if reason["kind"] == "subject"]
    return f"{a} and {b}{f': {subjects[0]}' if subjects and not theme else ''}"
