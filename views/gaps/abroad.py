"""Problems that sources report with bodies of other countries and international ones: a fold of its own, closed."""

from collections.abc import Sequence

import streamlit as st

from graph.answers import ReportedAbroad
from graph.record import Record
from views.parts import evidence
from views.parts.safe_text import shown


def draw(record: Record, problems: Sequence[ReportedAbroad]) -> None:
    """Draw each report with its claims; nothing where there is none."""
    if problems:
        with st.expander(f":gray-badge[problem reported] **{len(problems)}** with bodies abroad", key="abroad"):
            for place, problem in enumerate(problems):
                st.text(shown(problem["sentence"]))
                evidence.listing(record, problem["claims"], f"abroad-{place}")
