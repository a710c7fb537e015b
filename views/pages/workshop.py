"""Workshop: what is said in the room, typed by one person, kept at once, and taken back as easily."""

import streamlit as st

from views.parts import address, filters, trouble
from views.parts.changing import why_not
from views.workshop import after, contacts, goals, influence, phones, room, setting, who

record = room.record()
code, theme = st.session_state["country"], st.session_state["theme"]

with filters.row("Workshop", "Who is in the room, and who speaks with whom?"):
    filters.theme()
    filters.country(record)

workshop = room.held()
if why_not():
    trouble.nothing("Nothing can be kept here.", why_not())
elif workshop is None:
    setting.begin()
else:
    step = setting.steps(workshop)
    if step == "who":
        who.draw(record, workshop, code, theme)
    elif step == "contacts":
        contacts.draw(record, workshop, code, theme)
    elif step == "goals":
        goals.draw(record, workshop, theme)
    elif step == "influence":
        influence.draw(record, workshop, theme)
    elif step == "phones":
        phones.draw(record, workshop, code, theme)
    else:
        after.draw(record, workshop, code, theme)
address.write(address.WORKSHOP)
