"""Import: tables are checked first, every bad row is named, and nothing is written before it is asked for."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from graph.errors import InputError, RefusedRows, WhoElseError
from loaders.files import NAMES, TABLE_FILES
from loaders.load import LoadAnswer, RefusedRow, load, refused_rows
from views.parts import changing, store, words
from views.parts.changing import Said
from views.parts.safe_text import shown

SAID = "import said"


def draw() -> None:
    """Ask for tables, show what they would change, and write them when that is asked for."""
    given = st.file_uploader("Tables (CSV, named as in the record)", type=["csv"], accept_multiple_files=True)
    with st.expander("Which tables there are"):
        st.text(NAMES)
    last: Said | None = st.session_state.get(SAID)
    if last:
        st.text(f"{last.what} {last.do}".strip())
        if last.batch:
            st.button("Take back", on_click=_undo, args=(last.batch,), key="import-undo")
    if not given:
        return
    skip = st.toggle("Write the good rows even where others are refused", key="import-skip")
    try:
        answer = _loaded(given, dry_run=True, skip_bad=skip)
    except RefusedRows as error:
        st.text(str(error))
        _refused(refused_rows(error.refused))
        return
    except WhoElseError as error:
        st.text(str(error))
        return
    st.text(counts(answer))
    for notice in answer["notices"]:
        st.text(notice)
    _refused(answer["refused"])
    changing.author_field()
    reason = st.text_input("Why", max_chars=200, key="import-reason", placeholder="one sentence for the history")
    if answer["added"] or answer["changed"] or answer["closed"]:
        st.button(
            "Write", type="primary", on_click=_write, args=(given, skip, reason), disabled=bool(changing.why_not())
        )
        st.caption(changing.why_not())
    else:
        st.text("The record holds all of it already.")


def counts(answer: LoadAnswer) -> str:
    """Return what a load does in one line."""
    said = [f"{words.count(answer['read'], 'row')} read"]
    numbers = (
        ("added", answer["added"]),
        ("changed", answer["changed"]),
        ("closed", answer["closed"]),
        ("as they are", answer["unchanged"]),
    )
    return ", ".join([*said, *(f"{number:,} {word}" for word, number in numbers if number)]) + "."


def _loaded(given: Sequence[UploadedFile], *, dry_run: bool, skip_bad: bool, reason: str = "") -> LoadAnswer:
    """Load uploaded files from a folder of their own; only the name of a table is ever a name of a file."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for file in given:
            if file.name not in TABLE_FILES:
                raise InputError(f"{shown(file.name)} is none of the tables.", f"The tables are {NAMES}.")
            path = Path(folder) / TABLE_FILES[TABLE_FILES.index(file.name)]
            path.write_bytes(file.getvalue())
            paths.append(path)
        author = "" if dry_run else changing.author()
        return load(store.opened(), paths, dry_run=dry_run, skip_bad=skip_bad, author=author, reason=reason)


def _refused(rows: list[RefusedRow]) -> None:
    if rows:
        frame = pd.DataFrame([{name: shown(str(value)) for name, value in row.items()} for row in rows])
        st.dataframe(frame, hide_index=True, key="import-refused")


def _write(given: Sequence[UploadedFile], skip_bad: bool, reason: str) -> None:
    def written() -> Said:
        answer = _loaded(given, dry_run=False, skip_bad=skip_bad, reason=reason)
        return Said(f"Written: {counts(answer)}", batch=answer["batch"] or "")

    st.session_state[SAID] = changing.tried(written)


def _undo(batch: str) -> None:
    st.session_state[SAID] = changing.take_back(batch)
