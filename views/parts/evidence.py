"""The claims behind what a page says: what the source says, which source, where it can be read, and when it was."""

from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from graph.answers import ClaimShown
from graph.record import Record
from views.parts import answers, words
from views.parts.safe_text import escaped, linked

FIRST = 4
HELD_APART = "\u00a0"  # no line breaks within a date


def table(record: Record, ids: Iterable[str], key: str) -> None:
    """Draw the claims of ids (or addresses) as a table, the first rows at once and all on a click."""
    found = _found(record, ids)
    if found:
        rows_of(frame(found), key, alike(found))


def listing(record: Record, ids: Iterable[str], key: str) -> None:
    """Draw the same in a narrow place: under each sentence its source, the days, and where it can be read."""
    found = _found(record, ids)
    if found:
        with st.container(gap="xxsmall", key=f"list-{key}"):
            st.markdown("\n\n".join(_entry(claim) for claim in _first(found, key)))
            _offer_all(len(found), key)


def sources(record: Record, ids: Iterable[str], key: str) -> None:
    """Draw sources by their ids: publisher, title, day, and where each can be read."""
    known = [record.sources[source] for source in ids if source in record.sources]
    with st.container(gap="xxsmall", key=f"list-sources-{key}"):
        st.markdown(
            "\n\n".join(
                _with_source(source.title, (source.publisher, words.day(source.published)), source.url)
                for source in known
            )
        )


def rows_of(claims: pd.DataFrame, key: str, caption: str = "") -> None:
    """Draw the rows of `frame`, whose cells are Markdown with the words of the record escaped."""
    shown_rows = claims if _is_open(key) else claims.head(FIRST)
    with st.container(gap="xxsmall", key=f"table-{key}"):
        st.table(shown_rows, hide_index=True, alt="What sources say")
        if caption:
            st.caption(caption)
        _offer_all(len(claims), key)


def frame(found: Sequence[ClaimShown]) -> pd.DataFrame:
    """Return claims as rows for a reader; when all were read on one day, `alike` says so instead."""
    rows = pd.DataFrame([_row(claim) for claim in found])
    return rows.drop(columns="Read") if rows["Read"].nunique() == 1 else rows


def alike(found: Sequence[ClaimShown]) -> str:
    """Return what is the same in every row, as Markdown."""
    days = {claim["read_on"] for claim in found}
    said = "All recorded" if all(claim["status"] != "absent" for claim in found) else ""
    if len(days) == 1:
        day = days.pop()
        said = ", ".join(
            part for part in (said, f"read on {words.day(day)}" if day else "day of reading not noted") if part
        )
    return escaped(f"{said[:1].upper()}{said[1:]}.") if said else ""


def sentence(claim: ClaimShown) -> str:
    """Return what a claim says, beginning with a capital letter, and what the editors noted of it."""
    said = claim["sentence"]
    note = f" ({claim['note']})" if claim["note"] else ""
    return f"{said[:1].upper()}{said[1:]}{note}"


def counted(found: Sequence[ClaimShown]) -> str:
    """Return how much there is: "12 records from 5 sources"."""
    sources = len({claim["source"]["id"] for claim in found})
    return f"{words.count(len(found), 'record')} from {words.count(sources, 'source')}"


def _found(record: Record, ids: Iterable[str]) -> list[ClaimShown]:
    found = answers.claims(record, tuple(dict.fromkeys(ids)))
    if not found:
        st.caption("No record rests behind this: it follows from the kind of body alone.")
    return found


def _row(claim: ClaimShown) -> dict[str, str]:
    source = claim["source"]
    return {
        "What the source says": escaped(sentence(claim)),
        "Source": escaped(_publisher(claim)),
        "Published": _day(source["published"]),
        "Read": _day(claim["read_on"]),
        "Address": linked(source["url"]),
    }


def _entry(claim: ClaimShown) -> str:
    """Return a claim as a paragraph of Markdown: the sentence, and in small letters where it comes from."""
    source = claim["source"]
    read = f"read {words.day(claim['read_on'])}" if claim["read_on"] else ""
    return _with_source(sentence(claim), (_publisher(claim), words.day(source["published"]), read), source["url"])


def _with_source(says: str, where: Iterable[str], url: str | None) -> str:
    parts = [*(escaped(part) for part in where if part), *([linked(url)] if linked(url) else [])]
    return f"{escaped(says)}  \n:small[{', '.join(parts)}]"


def _publisher(claim: ClaimShown) -> str:
    return claim["source"]["publisher"] or claim["source"]["title"]


def _day(text: str | None) -> str:
    return words.day(text).replace(" ", HELD_APART)


def _first(found: Sequence[ClaimShown], key: str) -> Sequence[ClaimShown]:
    return found if _is_open(key) else found[:FIRST]


def _is_open(key: str) -> bool:
    return bool(st.session_state.get(f"all-{key}"))


def _offer_all(count: int, key: str) -> None:
    """Offer the rest; what was opened stays open for this reader."""
    if count > FIRST and not _is_open(key):
        st.button(f"All {count} records", key=f"open-{key}", type="tertiary", on_click=_open, args=(key,))


def _open(key: str) -> None:
    st.session_state[f"all-{key}"] = True
