"""What two networks share, in careful words: that they may duplicate each other is a question, not a finding."""

from graph import vocabulary
from graph.analysis.networks.overlap import shared_pillars, shared_themes
from graph.answers import Overlap
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
    return (
        f"{said} Both work on {themes} by {pillars}: they may duplicate each other, though their purposes may differ."
    )
