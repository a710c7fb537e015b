"""Who else: whom one's own list lacks, which roles nobody fills, what others have; whom to invite and what to ask."""

import streamlit as st

from views.parts import address, filters, store
from views.who_else import asked, at_site, in_country, in_network

record = store.known_on(store.record(), address.day())
code, theme, show = st.session_state["country"], st.session_state["theme"], st.session_state["show"]
place = asked.place(record, code, show)

with filters.row(asked.title(record, code, show), "Who belongs at the table, and how do you know?"):
    if show != "network":
        if show != "site":
            filters.theme()
        filters.country(record)
    filters.known_on()
asked.row(record, code, show)
address.write(address.WHO_ELSE)

if show == "site":
    at_site.draw(record, place)
elif show == "network":
    in_network.draw(record, place)
else:
    in_country.draw(record, code, theme, show)
