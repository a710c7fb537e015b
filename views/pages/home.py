"""Home: the three questions, what changed lately, and how much of each country is recorded."""

import streamlit as st

from handouts.map_file.whole import whole_file
from views.home import changes, first_minute, questions, reading, recorded
from views.parts import address, filters, map_file, store

record = store.known_on(store.record(), address.day())

with filters.row("Who Else?", "Who enforces the rules, who else, and how to get there."):
    filters.theme()
    filters.country(record)
    filters.known_on()
address.write(address.HOME)

theme = st.session_state["theme"]
first_minute.draw(record)
questions.three(record)

lately, counts = st.columns([5, 6], gap="medium")
with lately:
    st.subheader("What changed lately", anchor=False)
    changes.lately(store.history())
    st.subheader("How to read this", anchor=False)
    reading.lines()
    first_minute.again()
with counts:
    st.subheader("What is recorded of each country", anchor=False)
    st.caption("Counts of what was read so far. They measure our reading, not the country.")
    st.dataframe(recorded.table(record), hide_index=True, height=296, row_height=28, key="counts")
    st.page_link(
        "views/pages/networks.py",
        label="Map of the region",
        icon=":material/grid_view:",
        query_params=address.link(record, address.NETWORKS, section="region"),
    )
    map_file.button("all-countries", lambda: whole_file(record, theme), "Map of all countries as a file")
