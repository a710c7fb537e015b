"""What changed since the last workshop: counts before it and now, and what was said there."""

from datetime import date

from graph.analysis.workshop.before import before
from graph.analysis.workshop.heard import heard
from graph.answers.workshop import HeardPair
from graph.record import Record
from handouts.story.choosing import gaps_of
from handouts.story.slide import Asked, Entry, Slide

MOST = 2


def changed(asked: Asked) -> Slide:
    """Return what the last workshop added to the record, and what was changed after it."""
    if asked.workshop is None:
        return Slide("What changed since the last workshop?", "No workshop is on record.")
    record, workshop = asked.record, asked.workshop
    answer = heard(record, workshop, asked.history)
    then, now = (gaps_of(one, asked.country, asked.theme)["contacts"] for one in (before(record, workshop), record))
    new = [pair for pair in answer["contacts"] if not pair["confirms"]]
    entries = [
        *_pairs(record, new, "new contact"),
        *_pairs(record, [pair for pair in answer["contacts"] if pair["confirms"]], "confirmed"),
        *_pairs(record, answer["denied"], "no contact, say both"),
    ]
    own = {heading.id for heading in workshop.headings(asked.history)}
    places = [place for place, heading in enumerate(asked.history) if heading.id in own]
    later = len(asked.history) - 1 - max(places, default=len(asked.history) - 1)
    day, present = date.fromisoformat(workshop.date), len(answer["present"])
    return Slide(
        f"Since the workshop {workshop.name}: {now['found']} of {now['expected']} expected contacts are on record, "
        f"{then['found']} before",
        f"Held on {day.day} {day:%B %Y}, with {present} {'body' if present == 1 else 'bodies'} in the room. "
        f"Changes of the record after it: {later}.",
        entries=tuple(entries) or (Entry("Nothing that was said there stands in the record."),),
    )


def _pairs(record: Record, pairs: list[HeardPair], mark: str) -> list[Entry]:
    """Return the first pairs of one sort; the last of them says how many more there are."""
    found = []
    for place, pair in enumerate(pairs[:MOST]):
        a, b = (_shown(record, pair[side]["id"], pair[side]["name"]) for side in ("a", "b"))
        more = len(pairs) - MOST if place == MOST - 1 else 0
        found.append(Entry(f"{a} and {b}", mark, f"and {more} more" if more > 0 else ""))
    return found


def _shown(record: Record, address: str, name: str) -> str:
    body = address.removeprefix("organization:")
    return record.organizations[body].shown if body in record.organizations else name
