"""One gap in full: sentence, reasons, what was searched, who could close it, lightest step, deciding, evidence."""

import streamlit as st

from graph.analysis.gaps.line_pairs import open_pairs, place_of
from graph.analysis.gaps.screening import Screening
from graph.answers import Gap, Reason
from graph.record import Record
from views.gaps import deciding, searched
from views.parts import badges, evidence, words
from views.parts.safe_text import escaped, shown

AT_A_SITE = "Several bodies are recorded at this site: one line stands for all pairs of them that share nothing else."
SISTERS = "Provincial sisters are bodies of one kind in several provinces or areas: one line stands for all of them."
BANDS = {
    "A": "Band A: sources say of both sides that they answer for the first of these.",
    "B": "Band B: a source says so of one side; of the other it is presumed from its kind of body.",
    "C": "Band C: presumed of both sides from their kind of body. Ask first whether they do answer for it.",
}
DUTY = "The customs services of neighbours owe each other cooperation at their common border."
NOBODY = "nobody is recorded near both, so one side has to write to the other"
MOST_CLOSERS = 3


def _why_folded(gap: Gap) -> str | None:
    """Return why one line stands for several pairs, if it does."""
    if gap["folded"]["pairs"] < 2:
        return None
    return AT_A_SITE if all(reason["kind"] == "site" for reason in gap["reasons"]) else SISTERS


def draw(record: Record, gap: Gap, seen: Screening) -> None:
    """Draw one line of the list in full."""
    with st.container(gap="xsmall"):
        _draw(record, gap, seen)


def _draw(record: Record, gap: Gap, seen: Screening) -> None:
    pair = gap["a"]["id"], gap["b"]["id"]
    st.markdown(f"### {badges.of(record, gap)} {escaped(_title(record, gap))}", anchors=False)
    with st.container(key="gap-sentence"):
        st.markdown(escaped(gap["sentence"]), help=_why_folded(gap))
    left, right = st.columns([5, 4], gap="medium")
    with left, st.container(gap="xsmall"):
        _why(record, gap, seen)
        _nearest(record, gap)
    with right, st.container(gap="xsmall"):
        searched.draw(record, gap, seen)
        _step(gap)
    _decide(record, pair, seen)
    st.markdown("**Evidence**")
    evidence.table(record, _claims(gap), f"gap-evidence-{pair[0]}-{pair[1]}")


def _decide(record: Record, pair: tuple[str, str], seen: Screening) -> None:
    services, place = seen.block.services, place_of(seen, *pair)
    pairs = [(services[i], services[j]) for i, j in open_pairs(seen, place)[1:]]
    deciding.draw(record, [pair, *pairs], seen.theme, searched.offered(seen, place))


def _title(record: Record, gap: Gap) -> str:
    """Return both sides, the other country's with its country: half of the world's customs have the same name."""
    home, abroad = (record.organizations[gap[side]["id"]].country for side in ("a", "b"))
    country = f" ({record.country_name(abroad)})" * (home != abroad)
    return f"{' and '.join(_names(record, gap))}{country}"


def _names(record: Record, gap: Gap) -> list[str]:
    return [badges.short(record, side["id"], side["name"]) for side in (gap["a"], gap["b"])]


def _why(record: Record, gap: Gap, seen: Screening) -> None:
    st.markdown("**Why it matters**")
    if not seen.country:
        st.text(f"{DUTY}\nLegal basis: {shown(gap['citation'] or '')}")
        return
    if gap["reasons"]:
        st.text("\n".join(_reason(record, reason) for reason in gap["reasons"][:4]))
    if len(gap["reasons"]) > 4:
        st.caption(f"and {words.count(len(gap['reasons']) - 4, 'more reason')}")
    st.caption(BANDS[gap["band"]] if gap["reasons"] else "It stands here for the report alone.")
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


def _nearest(record: Record, gap: Gap) -> None:
    st.markdown("**Nearest contact**")
    a, b = _names(record, gap)
    for near in gap["nearest"][:2]:
        name = badges.short(record, near["id"], near["name"])
        st.markdown(f"{escaped(a)} :blue[──] **{escaped(name)}** :blue[──] {escaped(b)}")
    if not gap["nearest"]:
        st.text("Nobody is recorded who is in contact with both.")
    said = _could_close(record, gap)
    st.markdown(f"**Who could close it:** {escaped('; '.join(said) or NOBODY)}.")


def _could_close(record: Record, gap: Gap) -> list[str]:
    """Return who could bring the two together: where both sit, who is in contact with both, who stands above both."""
    said = []
    for one in gap["could_close"][:MOST_CLOSERS]:
        if one["what"] == "network":
            said.append(f"{record.networks[one['id']].shown}, where both sit")
        else:
            said.append(f"{badges.short(record, one['id'], one['name'])}, in contact with both")
    if gap["same_ministry"]:
        said.append(f"{badges.short(record, gap['same_ministry']['id'], gap['same_ministry']['name'])}, above both")
    return said


def _step(gap: Gap) -> None:
    st.markdown("**Lightest step that peers use**")
    st.text(shown(gap["next_step"]) if gap["next_step"] else "No comparable country has a recorded step here.")


def _claims(gap: Gap) -> list[str]:
    """Return the claims behind a line: those of the line, of its reasons, and of the nearest contact."""
    reasons = [claim for reason in gap["reasons"] for claim in reason["claims"]]
    return [*gap["claims"], *reasons, *(claim for near in gap["nearest"] for claim in near["claims"])]
