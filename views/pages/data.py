"""Data: what the record rests on, how it changed, and how it goes in and out."""

import streamlit as st

from views.data import exports, history, imports, quality, sources
from views.parts import address, filters, store

PARTS = {"sources": "Sources", "quality": "Quality", "history": "History", "import": "Import", "export": "Export"}

record = store.known_on(store.record(), address.day())

with filters.row("Data", "What does the record rest on, and how did it change?"):
    filters.known_on()

if st.session_state["part"] not in PARTS:
    st.session_state["part"] = "sources"
part = st.segmented_control(
    "Part", list(PARTS), key="part", format_func=PARTS.__getitem__, label_visibility="collapsed", required=True
)
if part == "sources":
    sources.draw(record)
elif part == "quality":
    quality.draw(record)
elif part == "history":
    history.draw()
elif part == "import":
    imports.draw()
else:
    exports.draw(record)
address.write(address.DATA)
