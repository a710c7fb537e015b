"""Home: the three questions, the region with how much of each country is recorded, and what changed lately."""

import streamlit as st

from handouts.map_file.whole import whole_file
from views.home import changes, first_minute, questions, reading, recorded, region_tiles
from views.parts import address, beside_map, filters, map_file, store

record = store.known_on(store.record(), address.day())

region_tiles.take()
with filters.row(
    "Who Else?", "Who enforces the rules on waste, chemicals and wildlife; who else; and how to reach them."
):
    filters.theme()
    filters.country(record)
    filters.known_on()
address.write(address.HOME)

theme = st.session_state["theme"]
questions.three(record)

region, beside = beside_map.places()
with region:
    st.subheader("What is recorded of each country: a click chooses one", anchor=False)
    region_tiles.draw(record)
    with st.expander("The same as a table", key="counts-table"):
        st.caption("Counts of what was read so far. They measure our reading, not the country.")
        st.dataframe(recorded.table(record), hide_index=True, height=296, row_height=28, key="counts")
    with st.container(horizontal=True, gap="medium"):
        st.page_link(
            "views/pages/networks.py",
            label="Map of the region",
            icon=":material/grid_view:",
            query_params=address.link(record, address.NETWORKS, section="region"),
            help="What the country that is chosen shares with each other one",
            width="content",
        )
        map_file.button("all-countries", lambda: whole_file(record, theme), "Map of all countries as a file")
with beside:
    st.subheader("How to read this", anchor=False)
    reading.lines()
    first_minute.again()
    st.subheader("What changed lately", anchor=False)
    changes.lately(store.history())
