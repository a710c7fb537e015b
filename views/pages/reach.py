"""Reach: which few networks get to everybody whom one wants to reach."""

import streamlit as st

from views.parts import address, filters, store
from views.parts.safe_text import escaped
from views.reach import asking, question, reach_view

record = store.known_on(store.record(), address.day())

with filters.row("Reach", "Which few networks get to everybody?"):
    asking.conditions(record)
    filters.theme()
    filters.known_on()
asking.whom(record)
address.write(address.REACH)

said = question.in_words(record)
if said:
    st.caption(escaped(f"To reach {said}; {asking.in_words(record)}".strip("; ")))
reach_view.draw(record)
