"""Who is around one body: its map over the page, with the records behind each line."""

from functools import lru_cache

import streamlit as st

from graph.record import Record
from layout.around.around import AroundMap, around
from views.map import component
from views.parts import address, answers, evidence, trouble
from views.parts.safe_text import escaped

MAP = "around-map"
SAYS = "Click a line or a box to see what is on record of it."


@lru_cache(maxsize=64)
def around_map(record: Record, body: str, theme: str) -> AroundMap:
    """Return the map of one body, laid out once for all readers."""
    return around(record, body, theme, size="projector")


def offer(record: Record, body: str) -> None:
    """Offer the map of a body; it opens over the page."""
    if st.button("Around this body", icon=":material/hub:", type="tertiary", key=f"around-{body}"):
        drawn = around_map(record, body, st.session_state["theme"])
        component.clear(MAP)
        st.dialog(f"Around {escaped(drawn.name)}", width="large")(_draw)(record, body, drawn)


@trouble.said_calmly()
def _draw(record: Record, body: str, drawn: AroundMap) -> None:
    with st.container(key="around"):
        selection = component.draw(drawn.scene, key=MAP)
    st.caption(escaped(f"{drawn.says} {SAYS}"))
    if selection:
        _chosen(record, drawn, selection.id)
    st.page_link(
        "views/pages/present.py",
        label="Present this map",
        icon=":material/slideshow:",
        query_params=address.link(record, address.PRESENT, body=body, slide="3"),
    )


def _chosen(record: Record, drawn: AroundMap, name: str) -> None:
    """Write what is on record of a line, or of the line that leads to a box."""
    line = next((one for one in drawn.scene.lines if name in (one.id, one.ends[1])), None)
    if line is None:
        return
    st.markdown(f"**{escaped(line.name)}**")
    claims = drawn.claims.get(line.id, ())
    if answers.claims(record, claims):
        evidence.listing(record, claims, f"around-evidence-{line.id}")
    else:
        st.text("Presumed from the kind of body: no source that was read says so. Please confirm.")
