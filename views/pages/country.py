"""Country: who enforces the rules here, what already works, who else, and where no contact is recorded."""

import streamlit as st

from views.country import chain, roster
from views.parts import address, answers, filters, handout_buttons, store, trouble
from views.parts.safe_text import escaped

record = store.known_on(store.record(), address.day())
code, theme = st.session_state["country"], st.session_state["theme"]
answer = answers.country(record, code, theme)

with filters.row(record.country_name(code), "Who enforces the rules here, and who else?"):
    filters.theme()
    filters.country(record)
    filters.known_on()
    with handout_buttons.folded():
        handout_buttons.of_country(record, code, theme)
        roster.download(record, code, theme)
address.write(address.COUNTRY)

if answer["notice"]:
    st.info(escaped(answer["notice"]), icon=":material/info:")
if answer["organizations"]:
    chain.draw(record, code, theme, answer)
    roster.tables(record, answer, theme)
else:
    trouble.nothing("No body of this country is recorded on this day.", "Choose a later day, or load tables.")
