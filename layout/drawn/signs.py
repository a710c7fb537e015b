"""The table of signs: every colour, width and dash of a map, for the desk and for the projector, in this one place.

The browser gets the table with the scene, once for each ground: light, dark, and paper without colours. Each sign is
told apart by form as well as by colour; text has a contrast of at least 7:1, faded text of 4.5:1.
"""

from typing import Any, Literal, get_args

Ground = Literal["light", "dark", "paper"]

INK = {"first": "#1C2733", "second": "#44525F", "primary": "#1B4B73", "faded": "#66727D"}
SHEET = "#FFFFFF"
THIN = "#7B8894"
CONTACT, GAP, NETWORK = "#0072B2", "#D55E00", "#009E73"
COLUMN, CHOSEN, BAND, NOBODY, TAG = "#F5F7F9", "#EDF2FB", "#F2FAF7", "#F8FAFB", "#E6EAEE"
RULE, OTHER, GREY_GAP, HALO, PROJECTOR_HALO = "#CBD4DC", "#75828E", "#59636E", "#9CC3E6", "#F2C94C"
BLACK, WHITE = "#000000", "#FFFFFF"

ZONES: dict[str, dict[str, Any]] = {
    "column": {"fill": COLUMN, "radius": 3},
    "lane": {"fill": COLUMN, "radius": 6},
    "lane-chosen": {"fill": CHOSEN, "stroke": INK["primary"], "width": 2, "radius": 6},
    "rule": {"stroke": RULE, "width": 1},
    "arrow": {"stroke": THIN, "width": 1.6},
}
BORDERS: dict[str, dict[str, Any]] = {
    "recorded": {"stroke": INK["first"], "width": 2.2, "bar": INK["first"], "fill": SHEET},
    "presumed": {"stroke": THIN, "width": 1.2, "bar": THIN, "fill": SHEET},
    "quiet": {"stroke": THIN, "width": 1.2, "bar": THIN, "fill": SHEET},
    "network": {"stroke": NETWORK, "width": 2.5, "bar": NETWORK, "fill": BAND},
    "empty": {"stroke": THIN, "width": 1.6, "bar": THIN, "fill": NOBODY, "dash": [2.5, 3.5]},
    "tag": {"stroke": INK["first"], "width": 1.7, "bar": INK["first"], "fill": TAG},
}
DESK_LINES: dict[str, dict[str, Any]] = {
    "contact": {"stroke": CONTACT, "width": 1.7},
    "contact-other": {"stroke": OTHER, "width": 1.3},
    "gap": {"stroke": GAP, "width": 2.6, "dash": [7, 5]},
    "problem": {"stroke": INK["first"], "width": 2.4},
    "at-home": {"stroke": CONTACT, "width": 2.6},
    "seat-recorded": {"stroke": CONTACT, "width": 2.6},
    "seat-presumed": {"stroke": CONTACT, "width": 2.6, "dash": [2.6, 3.4]},
}
PROJECTOR_LINES = {
    "contact": {"stroke": CONTACT, "width": 2.6},
    "contact-other": {"stroke": OTHER, "width": 1.8},
    "gap": {"stroke": GREY_GAP, "width": 3.4, "dash": [7, 5]},
    "problem": {"stroke": INK["first"], "width": 3.2},
}


# What the colours of the light ground become; Okabe and Ito's blue and vermilion have lighter sisters for the dark.
INSTEAD: dict[Ground, dict[str, str]] = {
    "light": {},
    "dark": {
        INK["first"]: "#E9EEF2",
        INK["second"]: "#B9C5CF",
        INK["primary"]: "#9CCBF2",
        INK["faded"]: "#8593A0",
        SHEET: "#12181E",
        COLUMN: "#19212A",
        CHOSEN: "#1B2C3D",
        BAND: "#10261F",
        NOBODY: "#161D24",
        TAG: "#313D48",
        THIN: "#7E8C99",
        RULE: "#3A4752",
        OTHER: "#8593A0",
        GREY_GAP: "#AEBAC4",
        HALO: "#2F6796",
        CONTACT: "#56B4E9",
        GAP: "#E69F00",
        NETWORK: "#2FBF93",
        PROJECTOR_HALO: "#8A6D12",
    },
    "paper": {
        **dict.fromkeys((*INK.values(), CONTACT, GAP, GREY_GAP, NETWORK), BLACK),
        **dict.fromkeys((SHEET, COLUMN, CHOSEN, BAND, NOBODY, TAG, HALO, PROJECTOR_HALO), WHITE),
        **dict.fromkeys((THIN, OTHER), "#5A5A5A"),
        RULE: "#B0B0B0",
    },
}


def tables(projector: bool) -> dict[Ground, dict[str, Any]]:
    """Return the table for the browser, once for each ground."""
    return {ground: signs(projector, ground) for ground in get_args(Ground)}


def signs(projector: bool, ground: Ground = "light") -> dict[str, Any]:
    """Return the table for one ground; on the projector gaps are grey and lines are heavier."""
    lines = DESK_LINES | (PROJECTOR_LINES if projector else {})
    table = {
        "ink": INK,
        "sheet": SHEET,
        "zones": ZONES,
        "borders": BORDERS,
        "lines": lines,
        "tags": {
            "gap": {"stroke": lines["gap"]["stroke"], "width": 1.7, "fill": SHEET, "radius": 3},
            "problem": {"stroke": INK["first"], "width": 1.7, "fill": TAG, "radius": 3},
            "label": {"fill": COLUMN, "radius": 2},
        },
        "halo": PROJECTOR_HALO if projector else HALO,
        "focus": INK["primary"],
    }
    return {name: _recoloured(part, INSTEAD[ground]) for name, part in table.items()}


def _recoloured(part: Any, instead: dict[str, str]) -> Any:
    if isinstance(part, dict):
        return {name: _recoloured(value, instead) for name, value in part.items()}
    return instead.get(part, part) if isinstance(part, str) else part
