"""Every error of the program, as one tree.

WhoElseError                what, which and what to do, for the reader
├── InputError              something given is wrong                        (exit 2)
│   ├── InvalidThing        one node or claim, with every fault of it
│   ├── RefusedRows         a load, with every refused row
│   ├── UnknownName         a name that nothing, or too much, answers to
│   ├── SaidAlready         what the same side said before
│   └── Conflict            a batch against a record that has moved on
└── StoreError              the store cannot answer                         (exit 3)
    ├── StoreBusy           another program holds it
    └── StoreDamaged        its content is not what was written
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One wrong value: the column, the value as given, and the reason as a sentence."""

    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refused row of a load: where it stands, and why; row 1 is the header."""

    file: str
    row: int
    column: str
    value: str
    reason: str


class WhoElseError(Exception):
    """A sentence for the reader; `do` says what to do about it."""

    def __init__(self, what: str, do: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.do = do

    def __str__(self) -> str:
        return f"{self.what} {self.do}".strip()


class InputError(WhoElseError):
    """Something given is wrong."""


class InvalidThing(InputError):
    """A node or claim that breaks the rules of the record, with every fault of it."""

    def __init__(self, address: str, faults: Sequence[Fault]) -> None:
        reasons = "; ".join(f"{fault.column}: {fault.reason}" for fault in faults)
        super().__init__(f"{address} cannot stand in the record: {reasons}.")
        self.faults = tuple(faults)


class RefusedRows(InputError):
    """A load of which some rows were refused, so that nothing was written."""

    def __init__(self, refused: Sequence[Refusal]) -> None:
        rows = len({(refusal.file, refusal.row) for refusal in refused})
        what, them = ("1 row was", "it") if rows == 1 else (f"{rows} rows were", "them")
        super().__init__(f"{what} refused; nothing was written.", f"Mend {them} and load again.")
        self.refused = tuple(refused)


class UnknownName(InputError):
    """A name that nothing in the record answers to, or more than one thing does."""

    def __init__(self, what: str, do: str = "", candidates: Sequence[str] = ()) -> None:
        super().__init__(what, do)
        self.candidates = tuple(candidates)


class SaidAlready(InputError):
    """What the same side said before, and what stands already."""


class Conflict(InputError):
    """A batch that rests on a state of the record which somebody has changed since."""


class StoreError(WhoElseError):
    """The store cannot answer."""


class StoreBusy(StoreError):
    """Another program holds the store."""


class StoreDamaged(StoreError):
    """The content of the store is not what was written."""
