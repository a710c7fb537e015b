"""What two networks share, in careful words: that they may duplicate each other is a question, not a finding."""

from graph import vocabulary
from graph.analysis.names.spelling import folded
from graph.analysis.networks.overlap import shared_pillars, shared_themes
from graph.answers import Overlap
from graph.model import Network
from graph.record import Record


def overlap_in_words(record: Record, pair: Overlap) -> str:
    """Return a pair as a sentence, with what speaks for asking whether the two do the same work."""
    one, other = record.networks[pair["a"]["id"]], record.networks[pair["b"]["id"]]
    if pair["jaccard"] is None or pair["containment"] is None:
        return f"Of {one.shown} or {other.shown} no member is recorded, so nothing can be compared."
    count = len(pair["shared"])
    if not count:
        return f"No member that is recorded sits in both {one.shown} and {other.shown}."
    said = f"{count} recorded member{'s' * (count > 1)} sit{'s' * (count == 1)} in both {one.shown} and {other.shown}: "
    said += f"{pair['containment']:.0%} of the smaller circle."
    if not pair["may_duplicate"]:
        return said
    themes = " and ".join(vocabulary.THEMES[theme] for theme in shared_themes(one, other))
    pillars = " and ".join(vocabulary.PILLARS[pillar] for pillar in shared_pillars(one, other))
    if not all(record.is_running(network.id) for network in (one, other)):
        return f"{said} Both worked on {themes} by {pillars}, so they may have done the same work."
    ask = "they may do the same work, though their purposes may differ: ask both"
    return f"{said} Both work on {themes} by {pillars}; {ask}.{_within(one, other)}"


def _within(one: Network, other: Network) -> str:
    """Return that one bears the other's name, if it does: a working group is no double of what it belongs to."""
    for whole, part in ((one, other), (other, one)):
        if whole.acronym and f" {folded(whole.acronym)} " in f" {folded(part.name)} ":
            return f" {part.shown} bears the name of {whole.shown} and may be a part of it."
    return ""
