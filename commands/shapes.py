"""The shapes of what the commands on stores and files answer."""

from typing import TypedDict

from graph.answers import Decided, Named


class UndoAnswer(TypedDict):
    """`undo`: the change that takes the other one back."""

    batch: str
    revision: int


class DecideAnswer(TypedDict):
    """`decide`: what was decided of which two bodies, by which claim and change, and what the change withdrew."""

    a: Named
    b: Named
    decided: Decided
    claim: str
    withdrawn: list[str]
    revision: int


class CopyAnswer(TypedDict):
    """`restore` and `copy`: how many changes the store was given, and its revision."""

    copied: int
    revision: int


class VerifyAnswer(TypedDict):
    """`verify`: what is wrong, a sentence each."""

    ok: bool
    problems: list[str]


class BackupAnswer(TypedDict):
    """`backup`: the file that was written."""

    file: str
    revision: int
    sha256: str


class AddBodyAnswer(TypedDict):
    """`add-body`: the body that was added, and the change that `undo` takes back."""

    organization: Named
    batch: str
    revision: int


class ExportAnswer(TypedDict):
    """`export`: the files that were written, and the revision that they hold."""

    folder: str
    files: list[str]
    revision: int


class WorkshopListed(TypedDict):
    """One workshop, and how many of its changes stand."""

    workshop: str
    date: str
    changes: int


class WorkshopsAnswer(TypedDict):
    """`workshop` without a name: those on record, the newest first."""

    workshops: list[WorkshopListed]


class WorkshopFileAnswer(TypedDict):
    """`workshop --out`: the file that was written."""

    file: str
    sha256: str


class WorkshopTakenBack(TypedDict):
    """`workshop --take-back`: the changes that take it back."""

    batches: list[str]
    revision: int


class Differs(TypedDict):
    """One thing of which the record and the file say different things, field by field; nothing where it is not."""

    what: str
    here: dict[str, str]
    there: dict[str, str]


class Opposite(TypedDict):
    """Two claims of workshops that cannot both hold, as sentences; both stand."""

    here: str
    there: str


class MergeAnswer(TypedDict):
    """`merge`: how many entries were joined, how many stood already, what differs, and what cannot both hold."""

    added: int
    already: int
    differences: list[Differs]
    opposite: list[Opposite]
    revision: int


class HandoutAnswer(TypedDict):
    """`handout`: the file that was written, what it is, and what it is about: a code, an id, or "A to B"."""

    file: str
    what: str
    about: str
    bytes: int
