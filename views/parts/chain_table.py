"""What the chain map shows, as a table beside it: a row chooses its box, and a box its row."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from views.layout.plan import ChainMap
from views.map import component
from views.parts import aside, chosen
from views.parts.safe_text import escaped, shown

KEY, SHOWN = "chain-table", "chain-table-rows"
SIGNS = {"recorded": "● recorded", "presumed": "○ presumed", "": ""}
COLUMNS = {
    "Service": st.column_config.TextColumn(width=140),
    "Stage": st.column_config.TextColumn(width=78),
    "Answers for it": st.column_config.TextColumn("Answers", width=84),
}


def draw(drawn: ChainMap, selection: component.Selection | None) -> None:
    """Draw one row for each service of the country, those that the map does not show at the end."""
    ids = [row["id"] for row in drawn.rows]
    rows = [{**row, "Answers for it": SIGNS.get(row["Answers for it"], row["Answers for it"])} for row in drawn.rows]
    frame = pd.DataFrame([{name: shown(text) for name, text in row.items() if name != "id"} for row in rows])
    hidden = len(drawn.hidden_services)
    st.markdown(f"**Roster** :small[{len(ids) - hidden} of {len(ids)} services on the map]")
    _choose_rows(_rows(drawn, ids, selection))
    st.dataframe(
        frame,
        hide_index=True,
        height=120,
        row_height=28,
        column_config=COLUMNS,
        selection_mode="single-row",
        on_select=lambda: _follow(drawn, ids),
        key=KEY,
        alt=escaped("The services of the map and those that it does not show"),
    )


def _choose_rows(rows: list[int]) -> None:
    """Have the table show rows as chosen; Streamlit reports that as a choice of the reader, which `_follow` knows."""
    state = st.session_state.get(KEY)
    if state is not None and state["selection"]["rows"] != rows:
        st.session_state[KEY] = {"selection": {"rows": rows}}
    st.session_state[SHOWN] = rows


def _rows(drawn: ChainMap, ids: Sequence[str], selection: component.Selection | None) -> list[int]:
    """Return the row of what is chosen: the body in the text, else the first service of the box."""
    body = aside.about("body")
    if selection and selection.id in drawn.boxes:
        body = chosen.body_of(drawn.boxes[selection.id])
    return [ids.index(body)] if body in ids else []


def _follow(drawn: ChainMap, ids: Sequence[str]) -> None:
    """Choose in the map what was chosen in the table; a service that is not on it is written about all the same."""
    rows = st.session_state[KEY]["selection"]["rows"]
    if rows == st.session_state.get(SHOWN):
        return
    if not rows:
        aside.overview()
        return
    service = ids[rows[0]]
    box = next((box for box in drawn.boxes.values() if service in box.members), None)
    if box is None:
        aside.show("body", service)
        return
    aside.forget()
    chosen.choose_body(box, service)
    component.choose(aside.MAP, "box", box.id)
