"""Questions worth asking next: what the record does not know of a country, by how much hangs on the answer."""

from functools import lru_cache, partial

import streamlit as st

from graph.answers import Question
from graph.record import Record
from loaders.sheets import as_file, questions_sheet, questions_workbook
from views.parts import answers, handout_buttons, trouble
from views.parts.safe_text import escaped
from views.who_else import line, saved

MOST = 20


def draw(record: Record, code: str, theme: str) -> None:
    """Draw the questions with whom to ask, and the list as a file with room for the answers."""
    found = answers.questions(record, code, theme, MOST)["questions"]
    if not found:
        trouble.nothing("No question is open on this theme.", "Choose all themes.")
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        handout_buttons.of_questions(record, code, theme)
        saved.buttons(f"whoelse-questions-{code}-{record.date}", partial(files, record, code, theme), key="questions")
        st.caption("Those first whose answers would change most lines of these pages.", width="content")
    for number, question in enumerate(found, 1):
        line.draw(record, f"question-{number}-{code}-{theme}", _says(number, question), _behind(question))


def _behind(question: Question) -> list[str]:
    """Return the claims behind a question; of what is only presumed, what is on record about whom it asks."""
    about = [f"organization:{question['ask']['id']}"] if question["ask"] else []
    return list(question["claims"]) or about


def _says(number: int, question: Question) -> str:
    ask = question["ask"]["name"] if question["ask"] else "whoever knows"
    return (
        f"{number}\\. **{escaped(question['question'])}**  \nAsk: {escaped(ask)}  \n:small[{escaped(question['why'])}]"
    )


@lru_cache(maxsize=16)
def files(record: Record, code: str, theme: str) -> tuple[bytes, bytes]:
    """Return the questions as CSV and as a workbook."""
    answer = answers.questions(record, code, theme, MOST)
    return as_file(questions_sheet(answer)), questions_workbook(answer)
