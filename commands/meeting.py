"""The commands for a meeting: whom to invite, and what to ask."""

from argparse import Namespace
from collections.abc import Callable, Mapping

from commands.context import list_of, path_of, theme_of
from commands.named import country_of, record_asked
from commands.result import Result, code_if
from commands.screen import paragraph
from commands.show.meeting import invitation as text_of_invitation
from commands.show.meeting import questions as text_of_questions
from graph.analysis.who_else.invitation import invitation
from graph.analysis.who_else.questions import questions as questions_of
from loaders.sheets import invitation_sheet, questions_sheet, written


def invite(asked: Namespace) -> Result:
    """Answer `invite`."""
    record = record_asked(asked)
    names = list_of(asked.list) if asked.list else []
    answer = invitation(record, country_of(record, asked.country), theme_of(asked.theme), names, asked.most)
    return _shown(answer, lambda width: text_of_invitation(answer, width), asked.csv, lambda: invitation_sheet(answer))


def questions(asked: Namespace) -> Result:
    """Answer `questions`."""
    record = record_asked(asked)
    answer = questions_of(record, country_of(record, asked.country), theme_of(asked.theme), asked.top)
    return _shown(answer, lambda width: text_of_questions(answer, width), asked.csv, lambda: questions_sheet(answer))


def _shown(
    answer: Mapping[str, object], text: Callable[[int], list[str]], file: str, sheet: Callable[[], str]
) -> Result:
    """Return an answer as text, or what was written where a file is named."""
    found = answer.get("invited") or answer.get("questions")
    if file:
        written(path_of(file), sheet())
        return Result(answer, lambda width: paragraph(f"Written to {file}.", width), code_if(found))
    return Result(answer, text, code_if(found))
