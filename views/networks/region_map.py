"""The region on tiles as one country sees it: networks in common, and contacts across borders with their sources."""

from functools import lru_cache

import streamlit as st

from graph.record import Record
from layout.region import RegionMap, networks_in_common, region
from layout.sheet import Size
from views.networks import headings, map_beside
from views.parts import address, answers, evidence, letters, trouble, words
from views.parts.safe_text import escaped, shown

MAP = "region-map"
SENTENCE = "What does a country share with each other one?"
HOW = "Click a country to see the networks in common and the contacts, each with its source. Counts say what was read."
MOST = 12  # networks by name; what is beyond is counted


@lru_cache(maxsize=64)
def region_map(record: Record, country: str, theme: str, size: Size) -> RegionMap:
    """Return the tiles as a country sees them, laid out once for all readers."""
    return region(record, country, theme, size)


def draw(record: Record) -> None:
    """Draw the region as the country of the first row sees it."""
    with headings.row(record, SENTENCE):
        pass
    _map(record, st.session_state["country"], st.session_state["theme"])


@st.fragment
@trouble.said_calmly()
def _map(record: Record, country: str, theme: str) -> None:
    drawn = region_map(record, country, theme, letters.size())
    title = f"{record.country_name(country)} in its region"

    def chosen(box: str) -> None:
        _chosen(record, country, box.partition(":")[2], theme, drawn)

    map_beside.draw(drawn.scene, MAP, chosen, title, HOW)


def _chosen(record: Record, country: str, other: str, theme: str, drawn: RegionMap) -> None:
    """Write what the two countries share; of the country itself, its networks."""
    name, is_own = record.country_name(other), other == country
    st.markdown(f"#### {escaped(name if is_own else f'{record.country_name(country)} and {name}')}", anchors=False)
    claims = drawn.claims.get(f"country:{other}", ())
    if not is_own:
        st.markdown(f"**Contacts** {escaped(evidence.counted(answers.claims(record, claims)) if claims else '')}")
        if claims:
            evidence.listing(record, claims, f"region-{country}-{other}-{theme}")
        else:
            st.text("No recorded contact between bodies of the two; there may be one.")
    found = networks_in_common(record, {country, other}, theme)
    st.markdown(f"**{words.count(len(found), 'network')} {'here' if is_own else 'in common'}**")
    for network in found[:MOST]:
        label = escaped(record.networks[network].shown)
        if st.button(label, icon=":material/hub:", type="tertiary", key=f"region-{network}"):
            headings.open_network(network)
            st.rerun()
    if len(found) > MOST:
        st.text(f"and {len(found) - MOST} more")
    st.page_link(
        "views/pages/country.py",
        label=shown(f"See {name}"),
        icon=":material/flag:",
        query_params=address.link(record, address.COUNTRY, country=other),
    )
