"""Present: a short story of a country for a room, one sentence and one picture a step, turned by one key."""

import streamlit as st

from views.parts import address, store
from views.present import asking, story, turning

record = store.known_on(store.record(), address.day())
told = story.told(record)
place = turning.place(story.count(told))
address.write(address.PRESENT)  # before the map, so that no click on it comes with an older address

story.draw(told, place)
with st.container(horizontal=True, vertical_alignment="center", gap="small", key="foot"):
    story.rests_on(told, place)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", width="content", key="ways-out"):
        asking.change(record, story.names(told), place)
        story.take_home(told)
        turning.way_back(record)
    turning.draw(place, story.count(told))
turning.leave(record)
story.make_ready(told, place)
