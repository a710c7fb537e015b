"""How far apart two countries are by recorded contacts alone, whoever they are between."""

import streamlit as st

from graph.analysis.names.groups import INTERNATIONAL, group_of
from graph.analysis.routes.country_reach import chain_between
from graph.record import Record
from views.parts import answers, evidence
from views.parts.safe_text import escaped


def draw(record: Record, asked: answers.RouteQuestion) -> None:
    """Draw the shortest chain of contacts between the countries of the two ends, where each end is of one country."""
    ends = [group_of(record, end).bodies for end in (asked.start, asked.target)]
    one, other = ({record.organizations[body].country for body in bodies} for bodies in ends)
    if len(one) != 1 or len(other) != 1 or one == other or INTERNATIONAL in one | other:
        return
    (start,), (target,) = one, other
    between = f"from {escaped(record.country_name(start))} to {escaped(record.country_name(target))}"
    chain = chain_between(record, start, target)
    if not chain:
        st.caption(f"Without a network: no chain of recorded contacts {between}.")
        return
    length = f"a chain of {len(chain)} recorded contacts" if len(chain) > 1 else "one recorded contact"
    with st.expander(f"Without a network: {length} {between}"):
        evidence.table(record, record.claim_ids(chain), "acquaintances")
