"""Whether a page is light or dark, for what is drawn in colours of its own: charts."""

from dataclasses import dataclass

import streamlit as st


@dataclass(frozen=True, slots=True)
class Colours:
    """Inks, lines and fills on one ground; text has a contrast of at least 7:1."""

    ink: str
    quiet: str
    line: str
    blue: str
    on_blue: str
    green: str
    pale_blue: str
    pale: str
    sheet: str


LIGHT = Colours("#1C2733", "#44525F", "#CBD4DC", "#0072B2", "#FFFFFF", "#009E73", "#E6F1F8", "#F2F5F7", "#FFFFFF")
DARK = Colours("#E9EEF2", "#B9C5CF", "#41505D", "#56B4E9", "#12181E", "#2FBF93", "#173247", "#1D262F", "#12181E")


def colours() -> Colours:
    """Return the colours of the reader's ground; a page that is open when that turns follows with its next run."""
    return DARK if st.context.theme.type == "dark" else LIGHT
