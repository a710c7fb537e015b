"""One gap in full: the sentence, reasons, what was searched, the nearest contact, the lightest step, the evidence."""

import streamlit as st

from graph.answers import Gap, Reason
from graph.record import Record
from views.parts import badges, evidence, words
from views.parts.safe_text import escaped, shown

AT_A_SITE = "Several bodies are recorded at this site: one line stands for all pairs of them that share nothing else."
SISTERS = "Provincial sisters are bodies of one kind in several provinces or areas: one line stands for all of them."


def _why_folded(gap: Gap) -> str | None:
    """Return why one line stands for several pairs, if it does."""
    if gap["folded"]["pairs"] < 2:
        return None
    return AT_A_SITE if all(reason["kind"] == "site" for reason in gap["reasons"]) else SISTERS


def draw(record: Record, gap: Gap) -> None:
    """Draw one line of the list in full."""
    with st.container(gap="xsmall"):
        _draw(record, gap)


def _draw(record: Record, gap: Gap) -> None:
    st.markdown(f"### {badges.of(record, gap)} {escaped(' and '.join(_names(record, gap)))}", anchors=False)
    with st.container(key="gap-sentence"):
        st.markdown(escaped(gap["sentence"]), help=_why_folded(gap))
    left, right = st.columns([5, 4], gap="medium")
    with left, st.container(gap="xsmall"):
        _why(record, gap)
    with right, st.container(gap="xsmall"):
        _searched(gap)
    left, right = st.columns([5, 4], gap="medium")
    with left, st.container(gap="xsmall"):
        _nearest(record, gap)
    with right, st.container(gap="xsmall"):
        _step(gap)
    st.markdown("**Evidence**")
    evidence.table(record, _claims(gap), f"gap-evidence-{gap['a']['id']}-{gap['b']['id']}")


def _names(record: Record, gap: Gap) -> list[str]:
    return [badges.short(record, side["id"], side["name"]) for side in (gap["a"], gap["b"])]


def _why(record: Record, gap: Gap) -> None:
    st.markdown("**Why it matters**")
    st.text("\n".join(_reason(record, reason) for reason in gap["reasons"][:4]))
    if len(gap["reasons"]) > 4:
        st.caption(f"and {words.count(len(gap['reasons']) - 4, 'more reason')}")
    if gap["citation"]:
        st.text(f"Legal basis: {shown(gap['citation'])}")


def _reason(record: Record, reason: Reason) -> str:
    """Return a reason with a dot for each side: full where a source says so, open where the kind of body does."""
    bases = (reason["basis"]["a"], reason["basis"]["b"])
    dots = " ".join(words.LETTERS[basis] for basis in bases)
    if reason["kind"] == "site":
        name = record.sites[reason["id"]].name if reason["id"] in record.sites else reason["id"]
        return f"{dots}  {shown(name)}: both work there"
    recorded = bases.count("recorded")
    says = ("presumed for both", "presumed for one", "recorded for both")[recorded]
    return f"{dots}  {words.subject(reason['id'])}: {says}"


def _searched(gap: Gap) -> None:
    st.markdown("**What was searched**")
    sources, claims = gap["searched"]["sources"], gap["searched"]["claims"]
    speak = "speaks" if sources == 1 else "speak"
    st.text(f"{words.count(sources, 'source')} that {speak} of either, {words.count(claims, 'record')}.")
    if not badges.is_problem(gap):
        contact = "contact" if gap["kind"] == "no recorded contact" else "standing contact"
        st.caption(f"A {contact} may exist all the same: no source that we read speaks of it.")


def _nearest(record: Record, gap: Gap) -> None:
    st.markdown("**Nearest contact**")
    a, b = _names(record, gap)
    for near in gap["nearest"][:2]:
        name = badges.short(record, near["id"], near["name"])
        st.markdown(f"{escaped(a)} :blue[──] **{escaped(name)}** :blue[──] {escaped(b)}")
    if gap["same_ministry"]:
        st.text(f"Both stand under {shown(gap['same_ministry']['name'])}.")
    if not gap["nearest"] and not gap["same_ministry"]:
        st.text("Nobody is recorded who is in contact with both.")


def _step(gap: Gap) -> None:
    st.markdown("**Lightest step that peers use**")
    st.text(shown(gap["next_step"]) if gap["next_step"] else "No comparable country has a recorded step here.")


def _claims(gap: Gap) -> list[str]:
    """Return the claims behind a line: those of the line, of its reasons, and of the nearest contact."""
    reasons = [claim for reason in gap["reasons"] for claim in reason["claims"]]
    return [*gap["claims"], *reasons, *(claim for near in gap["nearest"] for claim in near["claims"])]
