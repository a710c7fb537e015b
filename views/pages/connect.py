"""Connect: how one gets from one body to another through networks, beginning at home where that is shorter."""

import streamlit as st

from views.connect import route_view
from views.parts import address, ends, filters, store

TITLE = 150  # the rest of the row is for the names of bodies

record = store.known_on(store.record(), address.day())
if st.session_state["from"] is None:
    st.session_state["from"] = ends.customs_of(record, st.session_state["country"]) or None

with filters.row("Connect", "How do I get there?", width=TITLE):
    filters.start(record)
    filters.target(record)
    filters.theme(200)
    filters.conditions_of_routes(record)
address.write(address.CONNECT)
filters.said_of_routes(record)

route_view.draw(record)
