"""What a line of the map that is no contact means, in a sentence that follows its kind."""

from graph.analysis.gaps.gap_kinds import Kind
from layout.chain.plan import LineDetail

PROBLEM = "A source reports a problem between the two."
NOT_FOUND = "no source read so far speaks of a standing contact"
SAYS: dict[Kind, str] = {
    "no recorded contact": "No source read so far speaks of a contact. There may be one.",
    "planned only": "A contact was planned; no source read so far says that it came about.",
    "one-sided": "A source speaks of one side turning to the other, none of an answer.",
    "only a light contact": "The contact that is recorded is a light one.",
    "lapsed": "A contact is recorded that has ended, or may have.",
    "worked together": f"They worked together on an occasion; {NOT_FOUND}.",
    "only through one body": f"One body is in contact with both; {NOT_FOUND} between them.",
    "only in one committee": f"They sit in one committee; {NOT_FOUND} beside it.",
    "only in a large forum": f"They sit in a large forum; {NOT_FOUND} beside it.",
    "only met at an event": f"They met at an event; {NOT_FOUND}.",
    "confirmed: none": "Both sides have said that there is no contact.",
}


def of(detail: LineDetail) -> list[str]:
    """Return a sentence for every kind that a line stands for; nothing for a contact."""
    if detail.kind == "problem":
        return [PROBLEM]
    if detail.kind != "gap":
        return []
    kinds = [kind for kind in SAYS if kind in detail.name]
    return [SAYS[kind] if len(kinds) == 1 else f"– {kind}: {_within(SAYS[kind])}" for kind in kinds]


def _within(sentence: str) -> str:
    return f"{sentence[:1].lower()}{sentence[1:]}"
