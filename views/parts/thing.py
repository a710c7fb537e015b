"""Who a body or network is: what editors coded, what sources say, and where both stand."""

from collections.abc import Iterable, Iterator, Sequence

import streamlit as st

from graph.answers import NetworkSeat, RosterBody
from graph.model import Network, Organization
from graph.record import Record
from views.parts import address, answers, evidence, words
from views.parts.safe_text import escaped, shown


def body(record: Record, organization: str, in_roster: RosterBody | None, key: str) -> None:
    """Draw one body: its names, what it is and does (coded), what it answers for, and every claim about it."""
    who = record.organizations[organization]
    st.markdown(f"#### {escaped(who.name)}", anchors=False)
    _write(_facts(record, who, in_roster))
    _claims(record, who.address, key, own=who.sources)


def network(record: Record, name: str, seat: NetworkSeat | None, key: str) -> None:
    """Draw one network: its names, what it is, and every claim about it."""
    what = record.networks[name]
    st.markdown(f"#### {escaped(what.name)}", anchors=False)
    _write([*_network_facts(what), *_seat(seat)])
    st.page_link(
        "views/pages/networks.py",
        label="Open this network",
        icon=":material/hub:",
        query_params=address.link(record, address.NETWORKS, network=name),
    )
    _claims(record, what.address, key, seat["claims"] if seat else (), what.sources)


def _write(facts: Iterable[str]) -> None:
    with st.container(key="facts"):
        st.text("\n".join(facts))


def _claims(record: Record, address: str, key: str, first: Sequence[str] = (), own: Sequence[str] = ()) -> None:
    """Draw every claim about a thing, some of them before the others, and the sources from which it was coded."""
    found = answers.claims(record, (*first, address))
    if found:
        st.markdown(f"**Evidence** {escaped(evidence.counted(found))}")
        evidence.listing(record, [*first, address], key)
    if own and not found:
        st.markdown("**Evidence** :small[its own row of the record, read in]")
        evidence.sources(record, own, key)


def _facts(record: Record, who: Organization, in_roster: RosterBody | None) -> Iterator[str]:
    names = [name for name in (who.acronym, *who.aliases) if name]
    if names:
        yield f"Also: {shown(', '.join(names[:4]))}"
    place = ", ".join(part for part in (words.kind(who.kind), who.level, who.area) if part)
    yield f"Kind: {place} (coded)"
    if who.parent in record.organizations:
        yield f"Under: {shown(record.organizations[who.parent].name)} (coded)"
    yield f"Does: {words.stages(list(who.functions))} (coded)" if who.functions else "Does: stage unknown"
    if in_roster:
        yield from _subjects(in_roster)
    if who.until:
        successor = record.successor(who.id)
        now = f", now {shown(record.organizations[successor].name)}" if successor else ""
        yield f"Ended: {words.day(who.until)}{now}"


def _subjects(in_roster: RosterBody) -> Iterator[str]:
    for basis, sign in (("recorded", "●"), ("coded", "○")):
        held = [words.subject(one["subject"]) for one in in_roster["subjects"] if one["basis"] == basis]
        if held:
            more = f" and {len(held) - 4} more" if len(held) > 5 else ""
            yield f"{sign} {words.BASES[basis]}: {', '.join(held if not more else held[:4])}{more}"


def _network_facts(what: Network) -> Iterator[str]:
    if what.acronym:
        yield f"Also: {shown(what.acronym)}"
    yield f"Kind: {what.kind}, {what.scope} (coded)"
    if what.themes:
        yield f"On: {', '.join(words.subject(theme) for theme in what.themes)} (coded)"
    if what.start_year or what.end_year:
        yield f"Years: {what.start_year or 'not known'} to {what.end_year or 'today'}"


def _seat(seat: NetworkSeat | None) -> Iterator[str]:
    """Yield who sits there for the country, and when the network was last heard of."""
    if seat is None:
        return
    entry = seat["entry_point"]
    # The secretariat of a network is coded in its own row, which no claim repeats.
    basis = words.BASES[seat["basis"]] if not entry or entry["claims"] else "coded from the network's own row"
    yield f"Entry point: {shown(entry['name'])} ({basis})" if entry else "Entry point: not recorded"
    state = {"silent": "silent; ask whether it still runs", "ended": "ended"}.get(seat["status"], "")
    yield f"Last heard of: {words.day(seat['last_heard'])}{f' ({state})' if state else ''}"
