"""Hand in hand: who sits in a network for a country, who at home should hear from it, and do they."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from graph.analysis.bodies.services import service_of
from graph.answers import Cell, ShouldHear
from graph.record import Record
from graph.rules import rules
from views.gaps import deciding, level_answers, national_line
from views.gaps.gap_list import DETAIL, LIST
from views.gaps.side_list import choose
from views.parts import address, badges, evidence, trouble, words
from views.parts.safe_text import escaped, shown

NOTHING = "No network beyond this country is recorded in which it takes part."
NOTHING_ON_THEME = "No network on this theme is recorded in which the country takes part."
DO = "Choose all themes, another country or another level."
CANNOT = "Who should hear from it cannot be said: {why}."
READING = (
    "Should hear: at most five services that answer for what the network is about, together with the one that sits "
    "there. A contact may exist that no source we read speaks of."
)
COUNTED = (
    ":small[{networks}. Of {heard} that should hear from one, {found} {are} in recorded contact with who sits there; "
    "networks where contact is missing come first]"
)


@st.fragment
@trouble.said_calmly()
def draw(record: Record, code: str, theme: str) -> None:
    """Draw the networks of a country at the left, and one of them in full at the right."""
    deciding.redraw_if_changed()
    cells = {cell["network"]["id"]: cell for cell in cells_on(record, code, theme)}
    if not cells:
        address.write(address.GAPS)
        trouble.nothing(NOTHING_ON_THEME if theme else NOTHING, DO)
        return
    left, right = st.columns([LIST, DETAIL], gap="medium")
    with left, st.container(gap="xsmall"):
        heard = [one["found"] for cell in cells.values() for one in cell["should_hear"]]
        st.markdown(_counted(len(cells), heard))
        chosen = choose(
            "Networks",
            list(cells),
            lambda key: escaped(record.networks[key].shown),
            lambda key: _caption(cells[key]),
        )
    address.write(address.GAPS)
    with right, st.container(gap="xsmall"):
        _cell(record, cells[chosen])


def _counted(networks: int, heard: Sequence[bool]) -> str:
    services = words.count(len(heard), "service")
    are = "is" if sum(heard) == 1 else "are"
    return COUNTED.format(networks=words.count(networks, "network"), heard=services, found=sum(heard), are=are)


def cells_on(record: Record, code: str, theme: str) -> list[Cell]:
    """Return the cells of a country whose network is about a theme, or of which no theme is recorded.

    Those with most contacts not found come first.
    """
    cells = level_answers.cells(record, code)
    about = [cell for cell in cells if not theme or _is_about(record, cell["network"]["id"], theme)]
    return sorted(about, key=lambda cell: -sum(not one["found"] for one in cell["should_hear"]))


def _is_about(record: Record, network: str, theme: str) -> bool:
    themes = record.networks[network].themes
    return not themes or any(theme in rules().within(name, "") for name in themes)


def _caption(cell: Cell) -> str:
    if not cell["sits"]:
        return "who sits there is not recorded"
    heard = cell["should_hear"]
    found = sum(one["found"] for one in heard)
    return f"contact recorded with {found} of {len(heard)}" if heard else "who should hear cannot be said"


def _cell(record: Record, cell: Cell) -> None:
    network = cell["network"]
    st.markdown(f"### {escaped(network['name'])}", anchors=False)
    _sits(record, cell)
    st.markdown("**Who should hear from it, and do they?**")
    if cell["should_hear"]:
        st.table(pd.DataFrame(_hears(record, cell)), hide_index=True, alt="Who should hear from the network")
        st.caption(READING)
        pairs = _not_found(record, cell)
        national_line.links(record, cell["country"]["id"], pairs)
        if pairs:
            deciding.draw(record, pairs)
    else:
        why = "nobody shares its subjects with who sits there" if cell["sits"] else "who sits there is not recorded"
        st.text(CANNOT.format(why=why))
    claims = [claim for one in (*cell["sits"], *cell["should_hear"]) for claim in one["claims"]]
    st.markdown("**Evidence**")
    evidence.table(record, claims, f"cell-{network['id']}")


def _sits(record: Record, cell: Cell) -> None:
    st.markdown(f"**Who sits there for {escaped(cell['country']['name'])}**")
    if not cell["sits"]:
        st.text("The country takes part; which body sits there is not recorded. Ask the secretariat.")
    for one in cell["sits"]:
        dot = words.LETTERS.get(one["basis"], "○")
        name = badges.short(record, one["id"], one["name"])
        st.text(f"{dot}  {shown(name)}: {words.BASES.get(one['basis'], one['basis'])}")


def _hears(record: Record, cell: Cell) -> Sequence[dict[str, str]]:
    return [
        {
            "Service": escaped(badges.short(record, one["id"], one["name"])),
            "Answers for the subject": words.BASES[one["basis"]],
            "With who sits there": _with_who_sits(record, cell, one),
        }
        for one in cell["should_hear"]
    ]


def _with_who_sits(record: Record, cell: Cell, one: ShouldHear) -> str:
    """Return what is recorded between the two, as Markdown: bold where it is nothing."""
    said = heard(record, cell, one)
    return f"**{said}**" if said == national_line.NOTHING else escaped(said)


def heard(record: Record, cell: Cell, one: ShouldHear) -> str:
    """Return what is recorded between who sits there and a service that should hear from it."""
    return national_line.recorded(record, cell["country"]["id"], (_own(record, cell), one["id"]))


def _own(record: Record, cell: Cell) -> str:
    return service_of(record, cell["sits"][0]["id"])


def _not_found(record: Record, cell: Cell) -> list[tuple[str, str]]:
    """Return who sits there with each that should hear and is not found in contact."""
    return [(_own(record, cell), one["id"]) for one in cell["should_hear"] if not one["found"]]
