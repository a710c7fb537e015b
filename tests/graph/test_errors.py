"""Every error is a sentence: what, which and what to do."""

from graph.errors import Conflict, Fault, InputError, InvalidThing, Refusal, RefusedRows, StoreError, WhoElseError


def test_an_error_says_what_and_what_to_do() -> None:
    error = Conflict("This has changed.", "Read it again.")
    assert (str(error), error.what, error.do) == (
        "This has changed. Read it again.",
        "This has changed.",
        "Read it again.",
    )
    assert str(StoreError("It is full.")) == "It is full."


def test_an_invalid_thing_names_every_fault() -> None:
    error = InvalidThing("source:x", [Fault("url", "a", "is wrong"), Fault("kind", "", "is empty")])
    assert str(error) == "source:x cannot stand in the record: url: is wrong; kind: is empty."
    assert [fault.column for fault in error.faults] == ["url", "kind"]


def test_refused_rows_are_counted() -> None:
    row = Refusal("ties.csv", 2, "a_id", "x", "is unknown")
    other = Refusal("ties.csv", 3, "a_id", "x", "is unknown")
    one = "1 row was refused; nothing was written. Mend it and load again."
    assert str(RefusedRows([row])) == str(RefusedRows([row, row])) == one
    assert str(RefusedRows([row, other])) == "2 rows were refused; nothing was written. Mend them and load again."


def test_input_and_store_are_the_two_branches() -> None:
    assert WhoElseError.__subclasses__() == [InputError, StoreError]
