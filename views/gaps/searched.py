"""What was searched for a contact, and how likely one is that nobody wrote about: in careful words."""

import streamlit as st

from graph.analysis.gaps.line_pairs import place_of
from graph.analysis.gaps.screening import Pair, Screening
from graph.analysis.gaps.searched import SourcesRead, sources_read
from graph.answers import Gap
from graph.record import Record
from views.parts import badges, evidence, words
from views.parts.safe_text import escaped, shown

HOW_ESTIMATED = (
    "Estimated from how often such bodies are in contact elsewhere, and from how few of the same contacts official "
    "pages and the news both speak of (Chapman). This never changes the order of the list."
)


def draw(record: Record, gap: Gap, seen: Screening) -> None:
    """Draw how many sources speak of either side, which, and what silence may mean."""
    st.markdown("**What was searched**")
    found = sources_read(seen, place_of(seen, gap["a"]["id"], gap["b"]["id"]))
    total = words.count(gap["searched"]["sources"], "source")
    read = f"{total}, {words.count(gap['searched']['claims'], 'record')}"
    with st.popover(
        read, help="Which sources speak of either side", key="which-sources", on_change="rerun", type="tertiary"
    ) as opened:
        if opened.open:
            _sources(record, gap, found)
    st.text(f"{_apart(record, gap, found)}.")
    if gap["kind"] == "confirmed: none":
        st.caption("Both sides said so themselves.")
    elif not badges.is_problem(gap):
        contact = "contact" if gap["kind"] == "no recorded contact" else "standing contact"
        said, rests_on = _how_likely(gap)
        st.caption(f"A {contact} may exist all the same: no source that we read speaks of it. {said}", help=rests_on)


def _how_likely(gap: Gap) -> tuple[str, str | None]:
    """Return how likely a contact is that nobody wrote about, and what that rests on, as Markdown."""
    chance = gap["unrecorded"]
    if chance["low"] is None or chance["high"] is None:
        return escaped(chance["basis"]), None
    low, high = round(100 * chance["low"]), round(100 * chance["high"])
    said = f"By a rough estimate that is so in {low} to {high} of 100 such cases."
    return escaped(said), escaped(f"{chance['basis']} {HOW_ESTIMATED}")


def _apart(record: Record, gap: Gap, found: SourcesRead) -> str:
    a, b = (shown(badges.short(record, side["id"], side["name"])) for side in (gap["a"], gap["b"]))
    both = f"{len(found.both)} {'speaks' if len(found.both) == 1 else 'speak'} of both"
    alone = [f"{len(ids)} of {name} alone" for name, ids in ((a, found.first), (b, found.second)) if ids]
    return ", ".join([both if found.both else "None speaks of both", *alone])


def _sources(record: Record, gap: Gap, found: SourcesRead) -> None:
    a, b = (badges.short(record, side["id"], side["name"]) for side in (gap["a"], gap["b"]))
    parts = (("Of both", found.both), (f"Of {a}", found.first), (f"Of {b}", found.second))
    with st.container(height=360, border=False):
        for place, (title, ids) in enumerate(parts):
            if ids:
                st.caption(f"{escaped(title)}, {words.count(len(ids), 'source')}")
                evidence.sources(record, ids, f"searched-{place}")


def offered(seen: Screening, pair: Pair) -> list[str]:
    """Return the sources that a contact may rest on: those that speak of either side, those of both first."""
    found = sources_read(seen, pair)
    return [*found.both, *found.first, *found.second]
