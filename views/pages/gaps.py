"""Gaps: who ought to be in contact and has no recorded contact; a list, and one line of it in full."""

import streamlit as st

from views.gaps import gap_list
from views.parts import address, answers, filters, store, trouble, words, works

record = store.known_on(store.record(), address.day())
code, theme = st.session_state["country"], st.session_state["theme"]

with filters.row("Gaps", "Who ought to be in contact?"):
    filters.recorded_only()
    filters.theme()
    filters.country(record)
    filters.known_on()

answer = answers.gaps(record, code, theme, st.session_state["recorded"])
if answer["gaps"]:
    gap_list.draw(record, answer)
else:
    address.write(address.GAPS)
    found = answer["contacts"]["found"]
    trouble.nothing(
        f"{words.count(found, 'contact')} expected, and found." if found else works.TOO_LITTLE,
        "Choose all themes, or another country; switch “recorded only” off.",
    )
gap_list.not_judged(answer)
