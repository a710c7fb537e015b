"""The last slide of the record: what nobody but the room can answer."""

from graph.analysis.who_else.questions import questions
from graph.answers import Question
from graph.record import Record
from handouts.story.slide import Asked, Column, Entry, Slide

MOST, LOOKED_THROUGH = 4, 60
KINDS = ("contact", "mandate", "desk", "seat", "role")  # what those in the room know of themselves comes first
LONGEST = 150  # letters of a question that the last row reads while it is asked


def asked_of_the_room(asked: Asked) -> Slide:
    """Return the questions on whose answers most hangs: one of each kind, then further ones."""
    entries = tuple(Entry(text, says=_short(asked.record, one, one["why"])) for one, text in _chosen(asked))
    return Slide(
        "What can this room tell?",
        "These answers would change most of what you have seen. What is said here goes on record with its day.",
        columns=(Column("", entries or (Entry("Who ought to be on record here, and is not?"),)),),
    )


def _chosen(asked: Asked) -> list[tuple[Question, str]]:
    answer = questions(asked.record, asked.country, asked.theme, LOOKED_THROUGH)
    known = [(one, _short(asked.record, one, one["question"])) for one in answer["questions"] if one["kind"] in KINDS]
    known = [(one, text) for one, text in known if len(text) <= LONGEST]
    order: list[tuple[int, int, Question, str]] = []
    for one, text in known:
        before = sum(each["kind"] == one["kind"] for _, _, each, _ in order)
        order.append((before, KINDS.index(one["kind"]), one, text))
    return [(one, text) for before, _, one, text in sorted(order, key=lambda each: each[:2]) if before < 2][:MOST]


def _short(record: Record, question: Question, text: str) -> str:
    """Return words of a question with the short names of its bodies and networks."""
    named = [*question["about"], *([question["ask"]] if question["ask"] else [])]
    for one in sorted(named, key=lambda each: -len(each["name"])):
        node = record.organizations.get(one["id"]) or record.networks.get(one["id"])
        if node and node.name == one["name"]:
            text = text.replace(node.name, node.shown)
    return text.replace(", and under what arrangement", "")
