"""Treaty: the bodies with a role under one agreement in a country, their circles, and their link to customs."""

import streamlit as st

from graph import vocabulary
from graph.analysis.bodies.services import service_of
from graph.answers import TreatyGroup
from graph.record import Record
from graph.words import joined
from views.gaps import circle_view, deciding, level_answers, national_line
from views.gaps.gap_list import DETAIL, LIST
from views.gaps.side_list import choose
from views.parts import address, badges, trouble, words
from views.parts.safe_text import escaped

NOTHING = "No body of this country is recorded with a role under an agreement."
DO = "Look for its focal points on the pages of the conventions, or choose another country or level."


@st.fragment
@trouble.said_calmly()
def draw(record: Record, code: str) -> None:
    """Draw the agreements at the left, and one of them in full at the right."""
    deciding.redraw_if_changed()
    groups = {group["agreement"]: group for group in level_answers.treaties(record, code)}
    if not groups:
        address.write(address.GAPS)
        trouble.nothing(NOTHING, DO)
        return
    left, right = st.columns([LIST, DETAIL], gap="medium")
    with left, st.container(gap="xsmall"):
        linked = sum(group["customs"]["found"] for group in groups.values())
        agreements = words.count(len(groups), "agreement")
        st.markdown(f":small[{agreements}: customs is in recorded contact with somebody under {linked}]")
        chosen = choose(
            "Agreements",
            list(groups),
            lambda key: escaped(vocabulary.AGREEMENTS[key]),
            lambda key: f"{circle_view.in_short(groups[key])}{_customs_in_short(groups[key])}",
        )
        silent = [name for key, name in vocabulary.AGREEMENTS.items() if key not in groups]
        if silent:
            st.caption(f"No body with a role is recorded under {joined(silent)}.")
    address.write(address.GAPS)
    with right, st.container(gap="xsmall"):
        _group(record, groups[chosen])


def _group(record: Record, group: TreatyGroup) -> None:
    agreement = group["agreement"]
    st.markdown(
        f"### {escaped(vocabulary.AGREEMENTS[agreement])} in {escaped(group['country']['name'])}", anchors=False
    )
    with st.container(key="gap-sentence"):
        st.markdown(f"{circle_view.in_short(group)}. {escaped(customs_link(record, group))}")
    apart = _apart_from_customs(record, group)
    national_line.links(record, group["country"]["id"], apart)
    circle_view.draw(record, group, group["country"]["id"], apart)
    circle_view.show_evidence(record, group, f"treaty-{agreement}", group["customs"]["claims"])


def _customs_in_short(group: TreatyGroup) -> str:
    """Return for the list where customs is in contact with nobody of an agreement."""
    return "; customs: no standing contact" if group["customs"]["customs"] and not group["customs"]["found"] else ""


def _apart_from_customs(record: Record, group: TreatyGroup) -> list[tuple[str, str]]:
    """Return customs with each body of an agreement that it is not found in contact with."""
    link = group["customs"]
    if link["customs"] is None:
        return []
    services = dict.fromkeys(service_of(record, body["id"]) for body in group["bodies"])
    reached = {service_of(record, body) for body in link["reached"]} | {link["customs"]["id"]}
    return [(link["customs"]["id"], service) for service in services if service not in reached]


def customs_link(record: Record, group: TreatyGroup) -> str:
    """Return whether customs is in contact with those who hold the agreement."""
    link = group["customs"]
    if link["customs"] is None:
        return "No customs service is recorded."
    customs = badges.short(record, link["customs"]["id"], link["customs"]["name"])
    others = [body for body in link["reached"] if body != link["customs"]["id"]]
    names = [record.organizations[body].shown for body in others]
    if names:
        return f"{customs} is in recorded contact with {joined(names)}."
    if link["customs"]["id"] in link["reached"]:
        return f"{customs} holds a role itself; contact with the others is not recorded."
    apart = _apart_from_customs(record, group)
    if len(apart) == 1:
        said = national_line.recorded(record, group["country"]["id"], apart[0])
        return f"{customs} and {record.organizations[apart[0][1]].shown}: {said}."
    return f"{customs}: no standing contact recorded with any of them."
