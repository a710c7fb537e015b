"""The life of a network on a line of years, and the same as a table."""

from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from graph.answers import NetworkAnswer
from graph.record import Record
from views.networks import rows
from views.networks.rows import Row
from views.parts import answers, ground, letters, words
from views.parts.safe_text import shown

LANES = {"life": "Begins and ends", "event": "Events", "member": "Who came and went"}
SHAPES = ["square", "circle", "triangle-up"]


def draw(record: Record, answer: NetworkAnswer) -> None:
    """Draw the dates that are recorded, or say that there are none."""
    if not answer["timeline"]:
        st.text("No date of it is recorded.")
        return
    name = answer["network"]["id"]
    first, last = (words.day(answer["timeline"][place]["when"]) for place in (0, -1))
    st.altair_chart(
        _chart(record, name, ground.colours(), letters.wide(14)),
        theme=None,
        key=f"life-{name}",
        alt=shown(f"{words.count(len(answer['timeline']), 'date')}, from {first} to {last}"),
    )
    listed = [
        Row((words.day(one["when"]), one["says"], LANES[one["kind"]]), tuple(one["claims"]), tuple(one["sources"]))
        for one in answer["timeline"]
    ]
    rows.draw(record, ("When", "What", "Kind"), listed, f"rows-{name}-life")


def frame(record: Record, name: str) -> pd.DataFrame:
    """Return one row for each date; of a year alone its first day is drawn, and the tooltip says the year."""
    return pd.DataFrame(
        [
            {
                "day": f"{one['when']}-01-01"[:10],
                "when": words.day(one["when"]),
                "says": shown(one["says"])[:160],
                "kind": LANES[one["kind"]],
            }
            for one in answers.network(record, name)["timeline"]
        ]
    )


@lru_cache(maxsize=64)
def _chart(record: Record, name: str, on: ground.Colours, size: int) -> Any:
    lanes, inks = list(LANES.values()), [on.ink, on.blue, on.green]
    dates = frame(record, name)
    years: dict[str, Any] = {"tickCount": "year", "format": "%Y"} if dates["day"].str[:4].nunique() > 2 else {}
    axis = alt.Axis(title=None, grid=True, gridColor=on.line, labelOverlap=True, **years)
    points = alt.Chart(dates).mark_point(filled=True, size=110, opacity=0.85)
    return (
        points.encode(
            x=alt.X("day:T", axis=axis, scale=alt.Scale(padding=16)),
            y=alt.Y(
                "kind:N",
                sort=lanes,
                scale=alt.Scale(domain=lanes),
                axis=alt.Axis(title=None, labelLimit=size * 15),
            ),
            shape=alt.Shape("kind:N", scale=alt.Scale(domain=lanes, range=SHAPES), legend=None),
            color=alt.Color("kind:N", scale=alt.Scale(domain=lanes, range=inks), legend=None),
            tooltip=[alt.Tooltip("when:N", title="When"), alt.Tooltip("says:N", title="What")],
        )
        .properties(height=120)
        .configure(font="Who Else Sans, sans-serif", background="transparent")  # first: it forgets all others
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=size, labelColor=on.ink, domainColor=on.quiet, tickColor=on.quiet)
    )
