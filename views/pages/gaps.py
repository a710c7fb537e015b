"""Gaps: who ought to be in contact and has no recorded contact, at five levels; a list, and one line of it in full."""

import streamlit as st

from views.gaps import (
    across_borders,
    already,
    at_a_site,
    counts,
    first_steps,
    gap_list,
    hand_in_hand,
    is_it_right,
    level,
    level_answers,
    sheets,
    under_treaty,
)
from views.parts import address, answers, filters, store
from views.present import way as present

record = store.known_on(store.record(), address.day())
code, theme, chosen = st.session_state["country"], st.session_state["theme"], st.session_state["level"]

with filters.row("Gaps", level.ASKS[chosen]):
    if chosen in level.WITH_THEME:
        filters.theme()
    filters.country(record)
    filters.known_on()

with st.container(horizontal=True, vertical_alignment="center", gap="small", key="level-row"):
    level.ask()
    if not chosen:
        filters.recorded_only()
    sheets.download(record, chosen, code, theme, st.session_state["recorded"])
    present.way(record)

if chosen == "cross-border":
    across_borders.draw(record, code)
elif chosen == "hand-in-hand":
    hand_in_hand.draw(record, code, theme)
elif chosen == "treaty":
    under_treaty.draw(record, code)
elif chosen == "site":
    at_a_site.draw(record, code)
else:
    recorded = st.session_state["recorded"]
    answer = answers.gaps(record, code, theme, recorded)
    seen = level_answers.screening(record, code, theme, recorded)
    gap_list.draw(record, answer, seen)
    already.draw(record, seen, answer["contacts"]["found"])
    first_steps.draw(record, code, theme)
    counts.draw(record, code)
    is_it_right.draw(record, code, theme)
    gap_list.not_judged(answer)
