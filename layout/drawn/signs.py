"""The table of signs: every colour, width and dash of a map, for the desk and for the projector, in this one place.

The browser gets the table with the scene. Each sign is told apart by form as well as by colour; text on white has a
contrast of at least 7:1, faded text of 4.9:1.
"""

from typing import Any

INK = {"first": "#1C2733", "second": "#44525F", "primary": "#1B4B73", "faded": "#66727D"}
SHEET = "#FFFFFF"
THIN = "#7B8894"
CONTACT, GAP, NETWORK = "#0072B2", "#D55E00", "#009E73"

ZONES: dict[str, dict[str, Any]] = {
    "column": {"fill": "#F5F7F9", "radius": 3},
    "lane": {"fill": "#F5F7F9", "radius": 6},
    "lane-chosen": {"fill": "#EDF2FB", "stroke": INK["primary"], "width": 2, "radius": 6},
    "rule": {"stroke": "#CBD4DC", "width": 1},
    "arrow": {"stroke": THIN, "width": 1.6},
}
BORDERS: dict[str, dict[str, Any]] = {
    "recorded": {"stroke": INK["first"], "width": 2.2, "bar": INK["first"], "fill": SHEET},
    "presumed": {"stroke": THIN, "width": 1.2, "bar": THIN, "fill": SHEET},
    "quiet": {"stroke": THIN, "width": 1.2, "bar": THIN, "fill": SHEET},
    "network": {"stroke": NETWORK, "width": 2.5, "bar": NETWORK, "fill": "#F2FAF7"},
    "empty": {"stroke": THIN, "width": 1.6, "bar": THIN, "fill": "#F8FAFB", "dash": [2.5, 3.5]},
    "tag": {"stroke": INK["first"], "width": 1.7, "bar": INK["first"], "fill": "#E6EAEE"},
}
DESK_LINES: dict[str, dict[str, Any]] = {
    "contact": {"stroke": CONTACT, "width": 1.7},
    "contact-other": {"stroke": "#75828E", "width": 1.3},
    "gap": {"stroke": GAP, "width": 2.6, "dash": [7, 5]},
    "problem": {"stroke": INK["first"], "width": 2.4},
    "at-home": {"stroke": CONTACT, "width": 2.6},
    "seat-recorded": {"stroke": CONTACT, "width": 2.6},
    "seat-presumed": {"stroke": CONTACT, "width": 2.6, "dash": [2.6, 3.4]},
}
PROJECTOR_LINES = {
    "contact": {"stroke": CONTACT, "width": 2.6},
    "contact-other": {"stroke": "#75828E", "width": 1.8},
    "gap": {"stroke": "#59636E", "width": 3.4, "dash": [7, 5]},
    "problem": {"stroke": INK["first"], "width": 3.2},
}


def signs(projector: bool) -> dict[str, Any]:
    """Return the table for the browser; on the projector gaps are grey and lines are heavier."""
    lines = DESK_LINES | (PROJECTOR_LINES if projector else {})
    return {
        "ink": INK,
        "sheet": SHEET,
        "zones": ZONES,
        "borders": BORDERS,
        "lines": lines,
        "tags": {
            "gap": {"stroke": lines["gap"]["stroke"], "width": 1.7, "fill": SHEET, "radius": 3},
            "problem": {"stroke": INK["first"], "width": 1.7, "fill": "#E6EAEE", "radius": 3},
            "label": {"fill": "#F5F7F9", "radius": 2},
        },
        "halo": "#F2C94C" if projector else "#9CC3E6",
        "focus": INK["primary"],
    }
