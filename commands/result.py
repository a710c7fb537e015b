"""What a command answers: for programs as JSON, for people as text, and whether anything was found."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypedDict

from graph.errors import RefusedRows, StoreError, WhoElseError
from loaders.load import RefusedRow, refused_rows

DECIMALS = 6
ANSWERED, NOTHING_FOUND, WRONG_USE, NO_STORE = range(4)

# JSON leaves these as they are; a terminal may obey them, and a lone surrogate cannot be written at all.
OBEYED = re.compile("[\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")


# One slash is enough: the path of a file that was meant as an address has its double slash folded.
USER_INFORMATION = re.compile(r"(?<=:/)(/?)[^/\s]*@")


@dataclass(frozen=True, slots=True)
class Result:
    """One answer; `text` makes its lines for a terminal of so many columns."""

    answer: Mapping[str, object]
    text: Callable[[int], list[str]]
    code: int = ANSWERED


class ErrorAnswer(TypedDict):
    """An error: the whole sentence, its two halves, and the refused rows of a load."""

    error: str
    what: str
    do: str
    refused: list[RefusedRow]


def code_if(found: object) -> int:
    """Return the exit code of an answer that holds something, or nothing."""
    return ANSWERED if found else NOTHING_FOUND


def code_of(error: WhoElseError) -> int:
    """Return the exit code of an error."""
    return NO_STORE if isinstance(error, StoreError) else WRONG_USE


def error_answer(error: WhoElseError) -> ErrorAnswer:
    """Return an error as JSON shows it; a user name and password in an address are left out."""
    refused = refused_rows(error.refused) if isinstance(error, RefusedRows) else []
    for row in refused:
        row["value"] = without_secrets(row["value"])
    what, do = without_secrets(error.what), without_secrets(error.do)
    return {"error": f"{what} {do}".strip(), "what": what, "do": do, "refused": refused}


def without_secrets(text: str) -> str:
    """Return a text without what stands between the slashes and the @ of an address."""
    return USER_INFORMATION.sub(r"\1…@", text)


def _rounded(value: object) -> object:
    """Return a value with its broken numbers rounded, so that no machine's last digits make another answer."""
    if isinstance(value, float):
        return round(value, DECIMALS)
    if isinstance(value, Mapping):
        return {key: _rounded(one) for key, one in value.items()}
    return [_rounded(one) for one in value] if isinstance(value, list) else value


def json_text(answer: Mapping[str, object]) -> str:
    """Return an answer as JSON, its keys in the order of the contract."""
    text = json.dumps(_rounded(answer), ensure_ascii=False, indent=2, allow_nan=False)
    return OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
