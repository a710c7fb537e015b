"""What `questions` answers."""

from typing import Literal, TypedDict

from graph.answers.parts import Named

QuestionKind = Literal["desk", "role", "successor", "mandate", "contact", "seat", "site", "network"]


class Question(TypedDict):
    """One thing that the record does not know: whom to ask, and how many lines of the answers hang on it."""

    kind: QuestionKind
    ask: Named | None
    question: str
    why: str
    changes: int
    about: list[Named]
    claims: list[str]


class QuestionsAnswer(TypedDict):
    """`questions`: those first whose answers would change most."""

    country: Named
    theme: str | None
    questions: list[Question]
