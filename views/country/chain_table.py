"""What the chain map shows, as a table beside it: a row chooses its box, and a box its row."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from graph.record import Record
from layout.chain.plan import COLUMNS as STAGE_NAMES
from layout.chain.plan import ChainMap
from views.country import aside, chosen
from views.map import component
from views.parts import badges, letters
from views.parts.meanings import MEANS
from views.parts.safe_text import escaped, shown

KEY, SHOWN = "chain-table", "chain-table-rows"
SHORT_STAGES = ("Permits", "Border", "Inspection", "Investigation", "Laboratory", "Court")
STAGES = dict(zip(STAGE_NAMES, SHORT_STAGES, strict=True))
SIGNS = {"recorded": "●", "presumed": "○", "": ""}
SIGNS_MEAN = "Whether it answers for the theme: ● recorded, ○ presumed from the kind of body"
COLUMNS = {
    "Service": st.column_config.TextColumn(width=172),
    "Stage": st.column_config.TextColumn(width=94),
    "Answers for it": st.column_config.TextColumn("●/○", width=38, help=SIGNS_MEAN),
}


def frame(record: Record, drawn: ChainMap) -> pd.DataFrame:
    """Return one row for each service of the country, those that the map does not show at the end."""
    rows = [_short(record, row) for row in drawn.rows]
    return pd.DataFrame([{name: shown(text) for name, text in row.items() if name != "id"} for row in rows])


def draw(drawn: ChainMap, rows: pd.DataFrame, selection: component.Selection | None) -> None:
    """Draw the rows of `frame`, the chosen one marked."""
    ids = [row["id"] for row in drawn.rows]
    hidden = len(drawn.hidden_services)
    st.markdown(f"**Roster** :small[{len(ids) - hidden} of {len(ids)} services on the map]", help=MEANS["service"])
    _choose_rows(_rows(drawn, ids, selection))
    st.dataframe(
        rows,
        hide_index=True,
        height=letters.wide(92),
        row_height=28,
        column_config=letters.columns(COLUMNS),
        selection_mode="single-row",
        on_select=lambda: _follow(drawn, ids),
        key=KEY,
        alt=escaped("The services of the map and those that it does not show"),
    )


def _short(record: Record, row: Mapping[str, str]) -> dict[str, str]:
    """Return a row in few words, for a narrow place."""
    name, basis = badges.short(record, row["id"], row["Service"]), row["Answers for it"]
    stage = STAGES.get(row["Stage"], row["Stage"])
    return {**row, "Service": name, "Stage": stage, "Answers for it": SIGNS.get(basis, basis)}


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
    chosen.choose(drawn, ids[rows[0]])
