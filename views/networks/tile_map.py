"""The members of a network on the region's tiles: no border, every country of one size, told apart by sign and edge."""

from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from graph.analysis.networks.tiles import tiles
from graph.answers import NetworkAnswer, TileMap
from graph.record import Record
from views.networks import says
from views.parts import ground, letters, words
from views.parts.safe_text import shown

SIDE, GAP = 58, 4
HEIGHT = 46
FACE = "Who Else Sans, sans-serif"
OUT = "not recorded in it"
LEGEND = "● entry point recorded · ○ presumed, please confirm · – country only · no sign: not recorded in it."
CLICK = "A click asks about that country."
TILE = "tile"
DESIGNATIONS = "Tiles of equal size, no borders: designations imply no opinion on the status of any territory."
HOW = [says.BASES["recorded"], says.BASES["presumed"], says.BASES["country only"], OUT]


def draw(record: Record, answer: NetworkAnswer) -> None:
    """Draw the tiles, and who is in the network beside them."""
    name = answer["network"]["id"]
    st.subheader("Who is in it", anchor=False)
    found = _tiles(record, name)
    count = len(answer["countries"])
    bodies = len(answer["members"])
    if not count:
        st.text(f"No country is recorded in it; {words.count(bodies, 'body', 'bodies')} recorded as members.")
        return
    st.text(_said(answer, found))
    key = f"tiles-{name}"
    st.altair_chart(
        _chart(record, name, st.session_state["country"], ground.colours(), large=letters.are_large()),
        width="content",
        theme=None,
        key=key,
        on_select=lambda: _ask_of(key, record),
        selection_mode=TILE,
        alt=shown(f"Tiles of the region: {_counted(answer)}"),
    )
    st.caption(f"{LEGEND} {CLICK} {DESIGNATIONS}")


def _ask_of(key: str, record: Record) -> None:
    """Ask of the country whose tile was clicked: hand in hand stands below."""
    for tile in st.session_state[key]["selection"].get(TILE, ()):
        if tile.get("code") in record.countries:
            st.session_state["country"] = tile["code"]


@lru_cache(maxsize=64)
def _tiles(record: Record, name: str) -> TileMap:
    return tiles(record, name)


def _said(answer: NetworkAnswer, found: TileMap) -> str:
    beside = [one["name"] for one in found["beside"]]
    further = f" Outside the region: {', '.join(beside)}." if beside else ""
    return shown(f"{_counted(answer)}.{further}")


def _counted(answer: NetworkAnswer) -> str:
    """Return how many countries there are, by what is known of their entry points."""
    of = {basis: sum(one["basis"] == basis for one in answer["countries"]) for basis in says.SIGNS}
    parts = ((of["recorded"], "recorded"), (of["presumed"], "presumed"), (of["country only"], "not known"))
    total = words.count(len(answer["countries"]), "country", "countries")
    points = ", ".join(f"{word} for {number}" for number, word in parts if number) or "none"
    return f"{total} recorded in it; entry points: {points}"


def frame(record: Record, name: str) -> pd.DataFrame:
    """Return one row for each tile."""
    return pd.DataFrame(
        [
            {
                "column": tile["column"],
                "row": tile["row"],
                "code": tile["country"]["id"],
                "country": shown(tile["country"]["name"]),
                "how": says.BASES[tile["basis"]] if tile["basis"] else OUT,
                "sign": says.SIGNS[tile["basis"]] if tile["basis"] else "",
            }
            for tile in _tiles(record, name)["tiles"]
        ]
    )


@lru_cache(maxsize=64)
def _chart(record: Record, name: str, country: str, on: ground.Colours, *, large: bool) -> Any:
    """Return the tiles; that of the country that is asked about has a heavy edge."""
    rows = frame(record, name)
    how = alt.Scale(domain=HOW, range=[on.blue, on.pale_blue, on.pale, on.sheet])
    edge = alt.Scale(domain=HOW, range=[on.blue, on.blue, on.quiet, on.line])
    ink = alt.Scale(domain=HOW, range=[on.on_blue, on.ink, on.ink, on.quiet])
    code, sign = (20, 18) if large else (16, 14)
    base = alt.Chart(rows).encode(
        x=alt.X("column:O", axis=None, scale=alt.Scale(padding=0)),
        y=alt.Y("row:O", axis=None, scale=alt.Scale(padding=0)),
        tooltip=[alt.Tooltip("country:N", title="Country"), alt.Tooltip("how:N", title="Entry point")],
    )
    is_asked = alt.datum.code == country
    squares = (
        base.mark_rect(width=SIDE - GAP, height=HEIGHT - GAP, cornerRadius=4, cursor="pointer")
        .encode(
            fill=alt.Fill("how:N", scale=how, legend=None),
            stroke=alt.condition(is_asked, alt.value(on.ink), alt.Stroke("how:N", scale=edge, legend=None)),
            strokeWidth=alt.condition(is_asked, alt.value(3), alt.value(1.5)),
        )
        .add_params(alt.selection_point(name=TILE, fields=["code"]))
    )
    colour = alt.Color("how:N", scale=ink, legend=None)
    codes = base.mark_text(fontSize=code, fontWeight=600, dx=-6, font=FACE).encode(text="code:N", color=colour)
    signs = base.mark_text(fontSize=sign, dx=14, font=FACE).encode(text="sign:N", color=colour)
    drawn = alt.layer(squares, codes, signs).resolve_scale(color="independent", fill="independent")
    return drawn.properties(width=8 * SIDE, height=6 * HEIGHT).configure_view(stroke=None)
