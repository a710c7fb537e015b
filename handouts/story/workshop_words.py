"""What changed since the last workshop: counts before it and now, and what was said there."""

from datetime import date

from graph.analysis.workshop.before import before
from graph.analysis.workshop.heard import heard
from graph.answers.workshop import HeardPair
from graph.record import Record
from graph.words import count
from handouts.story.choosing import gaps_of
from handouts.story.slide import Asked, Column, Entry, Slide

MOST = 4


def changed(asked: Asked) -> Slide:
    """Return what the last workshop added to the record, and what was changed after it."""
    if asked.workshop is None:
        return Slide("What changed since the last workshop?", "No workshop is on record.")
    record, workshop = asked.record, asked.workshop
    answer = heard(record, workshop, asked.history)
    then, now = (gaps_of(one, asked.country, asked.theme)["contacts"] for one in (before(record, workshop), record))
    new = [pair for pair in answer["contacts"] if not pair["confirms"]]
    confirmed = [pair for pair in answer["contacts"] if pair["confirms"]]
    columns = (
        Column("New on record", _pairs(record, new), _more(new)),
        Column(
            "Confirmed, or answered",
            (*_pairs(record, confirmed, "confirmed"), *_pairs(record, answer["denied"], "no contact, say both")),
            _more(confirmed, answer["denied"]),
        ),
    )
    own = {heading.id for heading in workshop.headings(asked.history)}
    places = [place for place, heading in enumerate(asked.history) if heading.id in own]
    later = len(asked.history) - 1 - max(places, default=len(asked.history) - 1)
    day = date.fromisoformat(workshop.date)
    return Slide(
        f"Since the workshop {workshop.name}: {now['found']} of {now['expected']} expected contacts are on record, "
        f"{then['found']} before",
        f"Held on {day.day} {day:%B %Y}, with {count(len(answer['present']), 'body', 'bodies')} in the room. "
        f"Changes of the record after it: {later}.",
        columns=tuple(column for column in columns if column.entries)
        or (Column("", (Entry("Nothing that was said there stands in the record."),)),),
    )


def _pairs(record: Record, pairs: list[HeardPair], mark: str = "") -> tuple[Entry, ...]:
    """Return the first pairs of one sort."""
    return tuple(
        Entry(" and ".join(_shown(record, pair[side]["id"], pair[side]["name"]) for side in ("a", "b")), mark)
        for pair in pairs[:MOST]
    )


def _more(*sorts: list[HeardPair]) -> str:
    left = sum(max(0, len(pairs) - MOST) for pairs in sorts)
    return f"and {left} more" if left else ""


def _shown(record: Record, address: str, name: str) -> str:
    body = address.removeprefix("organization:")
    return record.organizations[body].shown if body in record.organizations else name
