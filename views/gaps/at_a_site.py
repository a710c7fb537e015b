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
NO_SIDE = "nobody is on record here whose contacts can be judged"
ONE_SIDE = "Other side not recorded: no body of {names} is on record here, which does not mean that none works here."


@st.fragment
@trouble.said_calmly()
def draw(record: Record, code: str) -> None:
    """Draw the sites of a country at the left, and one of them in full at the right."""
    deciding.redraw_if_changed()
    known = {group["site"]["id"]: group for group in level_answers.sites(record, code)}
    staffed = [site for site, group in known.items() if group["bodies"] or group["others"]]
    empty = [group["site"]["name"] for site, group in known.items() if site not in staffed]
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
            lambda key: f"{_kind(record, key)}; {_shorter(known[key])}",
        )
        if empty:
            with st.expander(f"Nobody recorded at **{len(empty)}**", key="empty-sites"):
                st.text("\n".join(shown(name) for name in sorted(empty)))
    address.write(address.GAPS)
    with right, st.container(gap="xsmall"):
        _site(record, code, known[chosen])


def _kind(record: Record, site: str) -> str:
    return record.sites[site].kind.replace("-", " ")


def _shorter(group: SiteGroup) -> str:
    """Return who is there for a list; where nobody is a side of a contact, how many joint offices and the like."""
    return circle_view.in_shorter(group) if group["bodies"] else f"{len(group['others'])} on record"


def _site(record: Record, code: str, group: SiteGroup) -> None:
    site = group["site"]["id"]
    st.markdown(f"### {escaped(group['site']['name'])}", anchors=False)
    with st.container(key="gap-sentence"):
        said = circle_view.in_short(group) if group["bodies"] else NO_SIDE
        st.markdown(escaped(f"{_kind(record, site).capitalize()}: {said}."))
    silent = one_side(group)
    if silent:
        st.text(shown(silent))
    if group["bodies"]:
        circle_view.draw(record, group, code)
    if group["others"]:
        st.markdown("**Also recorded here**" if group["bodies"] else "**Recorded here**")
        st.text("\n".join(shown(one["name"]) for one in group["others"]))
    more = [claim for body in group["others"] for claim in body["claims"]]
    circle_view.show_evidence(record, group, f"site-{site}", more)


def one_side(group: SiteGroup) -> str:
    """Return that nobody of one side of a crossing is recorded there, nothing where both are."""
    return ONE_SIDE.format(names=joined([country["name"] for country in group["silent"]])) if group["silent"] else ""
