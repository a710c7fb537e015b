"""Which question is worth most to put to a body at a meeting."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.analysis.bodies.services import services
from graph.analysis.who_else.coverage import OTHER_CRIME
from graph.analysis.who_else.kind_questions import QUESTIONS
from graph.analysis.who_else.questions import contact_on, questions
from graph.answers import Question
from graph.record import Record
from graph.vocabulary import THEMES
from graph.words import joined

FIRST_KINDS = ("successor", "desk", "contact", "mandate", "seat")


@dataclass(frozen=True)
class Asking:
    """The open questions of a country, by the body to which each would be put."""

    record: Record
    theme: str
    at_table: frozenset[str]
    by_body: Mapping[str, Sequence[Question]]

    def question_to(self, body: str) -> str:
        """Return the question that is worth most to put to a body, else the one for its kind."""
        found = [one for one in self.by_body.get(body, ()) if self.theme or not self._is_beside(one)]
        if not found:
            return QUESTIONS[self.record.organizations[body].kind]
        return self._put_to(body, min(found, key=self._order))

    def _order(self, question: Question) -> tuple[bool, int, int]:
        """A contact with a body that will not be there is for later: it comes last."""
        outside = question["kind"] == "contact" and not _sides(question) & self.record.organizations.keys() <= (
            self.at_table
        )
        return outside, FIRST_KINDS.index(question["kind"]), -question["changes"]

    def _is_beside(self, question: Question) -> bool:
        """Whether a question is on other crime alone, which is beside the point of a meeting on the environment."""
        themes = {one["id"] for one in question["about"]} & THEMES.keys()
        if question["kind"] == "seat":
            themes = {theme for one in question["about"] for theme in self.record.networks[one["id"]].themes}
        return bool(themes) and themes <= OTHER_CRIME

    def _put_to(self, body: str, question: Question) -> str:
        """Return a question about a body as one puts it to the body itself."""
        if question["kind"] == "contact":
            sides = (question["ask"], *question["about"])
            others = (side for side in sides if side is not None and side["id"] in self.record.organizations)
            other = next(side["name"] for side in others if side["id"] != body)
            what = contact_on(self.record, question["about"])
            return f"Are you in contact with {other}{what}, and under what arrangement? None is on record."
        if question["kind"] == "mandate":
            themes = [one for one in question["about"] if one["id"] in THEMES]
            named = [one["name"] for one in themes if self.theme or one["id"] not in OTHER_CRIME]
            return f"Do you answer for {joined(named)}? It is presumed from your kind of body."
        if question["kind"] == "successor":
            return f"Do you answer today for what {question['about'][0]['name']} answered for?"
        return question["question"]


def asking_of(record: Record, country: str, theme: str, invited: Iterable[str]) -> Asking:
    """Return the open questions of a country, to be put to who is invited."""
    by_body: dict[str, list[Question]] = {}
    for question in questions(record, country, theme, most=len(record.claims))["questions"]:
        for body in _sides(question) & record.organizations.keys():
            by_body.setdefault(body, []).append(question)
    houses = services(record, country)
    return Asking(record, theme, frozenset(houses.of.get(body, body) for body in invited), by_body)


def _sides(question: Question) -> set[str]:
    """Return the bodies to which a question may be put: whom it asks, and either side of a contact."""
    sides = [question["ask"], *(question["about"] if question["kind"] in ("contact", "mandate") else [])]
    return {side["id"] for side in sides if side is not None}
