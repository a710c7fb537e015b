"""The last slide of the record: what nobody but the room can answer."""

from graph.analysis.who_else.questions import questions
from graph.answers import Question
from graph.record import Record
from handouts.story.slide import Asked, Column, Entry, Slide

MOST, MOST_OF_A_KIND, LOOKED_THROUGH = 4, 2, 40
LONGEST = 150  # letters of a question that the last row reads while it is asked


def asked_of_the_room(asked: Asked) -> Slide:
    """Return the questions on whose answers most hangs, of several kinds."""
    record = asked.record
    found = [
        (one, _short(record, one))
        for one in questions(record, asked.country, asked.theme, LOOKED_THROUGH)["questions"]
        if one["kind"] != "site"
    ]
    chosen: list[tuple[Question, str]] = []
    for one, text in found:
        of_kind = sum(other["kind"] == one["kind"] for other, _ in chosen)
        if len(text) <= LONGEST and of_kind < MOST_OF_A_KIND and len(chosen) < MOST:
            chosen.append((one, text))
    entries = tuple(Entry(text, says=one["why"]) for one, text in chosen)
    return Slide(
        "What can this room tell?",
        "These answers would change most of what you have seen. What is said here goes on record with its day.",
        columns=(Column("", entries or (Entry("Who ought to be on record here, and is not?"),)),),
    )


def _short(record: Record, question: Question) -> str:
    """Return a question with the short names of its bodies and networks."""
    text, named = question["question"], [*question["about"], *([question["ask"]] if question["ask"] else [])]
    for one in sorted(named, key=lambda each: -len(each["name"])):
        node = record.organizations.get(one["id"]) or record.networks.get(one["id"])
        if node and node.name == one["name"]:
            text = text.replace(node.name, node.shown)
    return text.replace(", and under what arrangement", "")
