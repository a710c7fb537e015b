"""At a site: who works at a crossing, port or hotspot, both sides of it, in circles of recorded contact."""

import streamlit as st

from graph.answers import SiteGroup
from graph.record import Record
from graph.words import joined
from views.gaps import circle_view, deciding, level_answers
from views.gaps.gap_list import DETAIL, LIST
from views.gaps.side_list import choose
from views.parts import address, trouble, words
from views.parts.safe_text import escaped, shown

NOTHING = "Nobody is recorded at a site of this country."
DO = "Choose another country or level; who works at a site can be loaded as presences."
ONE_SIDE = "Other side not recorded: no body of {names} is on record here, which does not mean that none works here."


@st.fragment
@trouble.said_calmly()
def draw(record: Record, code: str) -> None:
    """Draw the sites of a country at the left, and one of them in full at the right."""
    deciding.redraw_if_changed()
    known = {group["site"]["id"]: group for group in level_answers.sites(record, code)}
    staffed = [site for site, group in known.items() if group["bodies"]]
    empty = [group["site"]["name"] for group in known.values() if not group["bodies"]]
    if not staffed:
        address.write(address.GAPS)
        trouble.nothing(NOTHING, DO)
        return
    left, right = st.columns([LIST, DETAIL], gap="medium")
    with left, st.container(gap="xsmall"):
        st.markdown(f":small[{words.count(len(known), 'site')}, {len(staffed)} with somebody on record]")
        chosen = choose(
            "Sites",
            staffed,
            lambda key: escaped(known[key]["site"]["name"]),
            lambda key: f"{_kind(record, key)}; {circle_view.in_shorter(known[key])}",
        )
        if empty:
            with st.expander(f"Nobody recorded at **{len(empty)}**", key="empty-sites"):
                st.text("\n".join(shown(name) for name in sorted(empty)))
    address.write(address.GAPS)
    with right, st.container(gap="xsmall"):
        _site(record, code, known[chosen])


def _kind(record: Record, site: str) -> str:
    return record.sites[site].kind.replace("-", " ")


def _site(record: Record, code: str, group: SiteGroup) -> None:
    site = group["site"]["id"]
    st.markdown(f"### {escaped(group['site']['name'])}", anchors=False)
    with st.container(key="gap-sentence"):
        st.markdown(escaped(f"{_kind(record, site).capitalize()}: {circle_view.in_short(group)}."))
    silent = one_side(record, group)
    if silent:
        st.text(shown(silent))
    circle_view.draw(record, group, code)
    circle_view.show_evidence(record, group, f"site-{site}")


def one_side(record: Record, group: SiteGroup) -> str:
    """Return that nobody of one side of a crossing is recorded there, nothing where both are."""
    node, here = record.sites[group["site"]["id"]], {one["id"] for one in group["countries"]}
    sides = (node.country, node.neighbour) if node.neighbour else ()
    silent = [record.country_name(code) for code in sides if code not in here]
    return ONE_SIDE.format(names=joined(silent)) if silent else ""
