"""At a site: who works at a crossing, port or hotspot, both sides of it, in circles of recorded contact."""

from itertools import product

import streamlit as st

from graph.analysis.bodies.services import service_of
from graph.answers import Crossing, SiteGroup
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
    crossing = _crossing(record, code, site)
    st.markdown(f"### {escaped(group['site']['name'])}", anchors=False)
    with st.container(key="gap-sentence"):
        said = circle_view.in_short(group) if group["bodies"] else _on_record(group)
        st.markdown(escaped(f"{_kind(record, site).capitalize()}: {said}."))
    for said in (one_side(group), *_between(crossing)):
        if said:
            st.text(shown(said))
    if group["bodies"]:
        circle_view.draw(record, group, code)
    elif pairs := _apart(record, crossing):
        deciding.draw(record, pairs)
    if group["others"] and group["bodies"]:
        st.markdown("**Also recorded here**")
        st.text("\n".join(shown(one["name"]) for one in group["others"]))
    more = [claim for body in group["others"] for claim in body["claims"]]
    circle_view.show_evidence(record, group, f"site-{site}", more + (crossing["claims"] if crossing else []))


def _on_record(group: SiteGroup) -> str:
    """Return who is there where nobody is a side of a contact: joint offices, firms, who follows an ended body."""
    verb = "is" if len(group["others"]) == 1 else "are"
    return f"{joined([one['name'] for one in group['others']])} {verb} on record"


def _crossing(record: Record, code: str, site: str) -> Crossing | None:
    """Return what is recorded between the two sides of a site, none where it has one side."""
    crossings = level_answers.cross_border(record, code)["crossings"]
    return next((one for one in crossings if one["site"]["id"] == site), None)


def _between(crossing: Crossing | None) -> list[str]:
    """Return what is recorded between the two sides of a crossing, and where both countries meet."""
    if crossing is None:
        return []
    meet = "; ".join(one["name"] for one in crossing["meet_in"])
    judged = all(side["bodies"] for side in crossing["sides"])
    return [
        f"Between the two sides: {crossing['said'] or crossing['status']}." if judged else "",
        f"Both countries are in: {meet}." if meet else "",
    ]


def _apart(record: Record, crossing: Crossing | None) -> list[tuple[str, str]]:
    """Return the pairs of bodies of the two sides, where no contact is recorded between these."""
    if crossing is None or crossing["status"] == "contact recorded":
        return []
    one, other = ([service_of(record, body["id"]) for body in side["bodies"]] for side in crossing["sides"])
    return list(product(one, other))


def one_side(group: SiteGroup) -> str:
    """Return that nobody of one side of a crossing is recorded there, nothing where both are."""
    return ONE_SIDE.format(names=joined([country["name"] for country in group["silent"]])) if group["silent"] else ""
