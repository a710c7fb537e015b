"""Networks: which there are and which still live, one of them in full, what they share, and what holds together."""

import streamlit as st

from views.networks import factsheet, parts
from views.parts import address, store

record = store.known_on(store.record(), address.day())
name = st.session_state["network"]

if name in record.networks:
    factsheet.draw(record, name)
elif name:
    factsheet.unknown(name)
else:
    parts.draw(record, st.session_state["section"])
