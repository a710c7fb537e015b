"""At a site: who works at a crossing, port or hotspot, both sides of it, in circles of recorded contact."""

import streamlit as st

from graph.record import Record
from views.gaps import circle_view, deciding, level_answers
from views.gaps.gap_list import DETAIL, LIST
from views.gaps.side_list import choose
from views.parts import address, trouble, words
from views.parts.safe_text import escaped, listed, shown

NOTHING = "Nobody is recorded at a site of this country."
DO = "Choose another country or level; who works at a site can be loaded as presences."
ONE_SIDE = "Other side not recorded: no body of {names} is on record here, which does not mean that none works here."


@st.fragment
@trouble.said_calmly()
def draw(record: Record, code: str) -> None:
    """Draw the sites of a country at the left, and one of them in full at the right."""
    deciding.redraw_if_changed()
    known = {site.id: site for site in level_answers.sites(record, code)}
    staffed = [site for site in known.values() if site.bodies]
    empty = [site.name for site in known.values() if not site.bodies]
    if not staffed:
        address.write(address.GAPS)
        trouble.nothing(NOTHING, DO)
        return
    left, right = st.columns([LIST, DETAIL], gap="medium")
    with left, st.container(gap="xsmall"):
        st.markdown(f":small[{words.count(len(known), 'site')}, {len(staffed)} with somebody on record]")
        chosen = choose(
            "Sites",
            [site.id for site in staffed],
            lambda key: escaped(known[key].name),
            lambda key: f"{_kind(known[key].kind)}; {words.count(len(known[key].bodies), 'body', 'bodies')}",
        )
        if empty:
            with st.expander(f"Nobody recorded at **{len(empty)}**", key="empty-sites"):
                st.text("\n".join(shown(name) for name in sorted(empty)))
    address.write(address.GAPS)
    with right, st.container(gap="xsmall"):
        _site(record, code, chosen)


def _kind(kind: str) -> str:
    return kind.replace("-", " ")


def _site(record: Record, code: str, site: str) -> None:
    group = level_answers.at_site(record, site)
    node = record.sites[site]
    st.markdown(f"### {escaped(group['site']['name'])}", anchors=False)
    with st.container(key="gap-sentence"):
        st.markdown(escaped(f"{_kind(node.kind).capitalize()}: {circle_view.in_short(group)}."))
    silent = silent_sides(record, site)
    if silent:
        st.text(ONE_SIDE.format(names=listed(silent)))
    circle_view.draw(record, group, code)
    circle_view.show_evidence(record, group, f"site-{site}")


def silent_sides(record: Record, site: str) -> list[str]:
    """Return the countries of a crossing of which nobody is recorded there."""
    node, here = record.sites[site], {one["id"] for one in level_answers.at_site(record, site)["countries"]}
    return [record.country_name(code) for code in (node.country, node.neighbour) if node.neighbour and code not in here]
