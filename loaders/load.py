"""A load: everything is read, every bad row reported, and one batch written or nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypedDict

from graph import dates
from graph.errors import Conflict, InputError, Refusal, RefusedRows
from graph.history import Batch, Change
from graph.model import Claim, Organization, Thing
from graph.stores.base import Store, now
from loaders import files
from loaders.checks import checked
from loaders.files import Found
from loaders.records import Placed, read_tables

# The share that is done, 0 to 1, and what is being done.
Progress = Callable[[float, str], None]


class RefusedRow(TypedDict):
    """One refused row, as JSON."""

    file: str
    row: int
    column: str
    value: str
    reason: str


class LoadAnswer(TypedDict):
    """`load`: counts of rows; `batch` is null where nothing was written."""

    read: int
    added: int
    unchanged: int
    closed: int
    refused: list[RefusedRow]
    batch: str | None
    revision: int
    changed: int
    notices: list[str]


def refused_rows(refused: Iterable[Refusal]) -> list[RefusedRow]:
    """Return refusals as JSON shows them."""
    return [RefusedRow(file=r.file, row=r.row, column=r.column, value=r.value, reason=r.reason) for r in refused]


def load(
    store: Store,
    paths: Sequence[Path],
    *,
    dry_run: bool = False,
    skip_bad: bool = False,
    complete: str = "",
    author: str = "",
    reason: str = "",
    progress: Progress | None = None,
) -> LoadAnswer:
    """Load tables from folders and files into a store as one batch.

    Any refused row raises `RefusedRows`, naming all of them, and nothing is written; `skip_bad` writes the others.
    `complete` is a source of which the files hold all that it says now: its other claims are closed today.
    """
    _check_together(complete, skip_bad=skip_bad)
    tell = progress or _silent
    tell(0.0, "Reading the files")
    found = files.find(paths)
    reading = read_tables(found.tables)
    tell(0.4, "Checking what the rows name")
    standing = {address: thing for address, thing, _ in store.standing()}
    good, refused = checked(reading, standing, cascade=skip_bad)
    if refused and not skip_bad:
        raise RefusedRows(refused)
    changes = _changes(good, standing)
    closings = _closings(complete, good, standing) if complete else []
    batch = _batch([*changes, *closings], found, author, reason)
    tell(0.6, "Writing")
    revision = store.revision if dry_run or not batch.changes else _written(store, batch)
    if revision is None:
        batch, changes, revision = replace(batch, changes=()), [], store.revision
    answer = _answer(reading.count, len(good) - len(changes), batch, refused, revision)
    answer["batch"] = batch.id if batch.changes and not dry_run else None
    answer["notices"] = found.notices + _stay_closed(good, standing)
    tell(1.0, "Done")
    return answer


def _answer(read: int, unchanged: int, batch: Batch, refused: Iterable[Refusal], revision: int) -> LoadAnswer:
    return LoadAnswer(
        read=read,
        added=batch.count("added"),
        unchanged=unchanged,
        closed=batch.count("closed"),
        refused=refused_rows(refused),
        batch=None,
        revision=revision,
        changed=batch.count("changed"),
        notices=[],
    )


def _check_together(complete: str, *, skip_bad: bool) -> None:
    if complete and skip_bad:
        do = "Mend the bad rows first: one of them may hold what the source still says."
        raise InputError("A source cannot be called complete while bad rows are skipped.", do)


def _written(store: Store, batch: Batch) -> int | None:
    """Write a batch and return the revision; None where another load has written all of it meanwhile."""
    # The same rows loaded, undone and loaded again within a moment have one id, and the store would keep the undoing.
    if store.batch(batch.id) is not None:
        raise Conflict("The same rows were loaded and taken back a moment ago.", "Try again in a second.")
    try:
        return store.apply(batch)
    except Conflict:
        standing = {address: thing for address, thing, _ in store.standing()}
        if all(standing.get(change.address) == change.after for change in batch.changes):
            return None
        raise


def _silent(share: float, doing: str) -> None:
    """Tell nobody."""


def _changes(good: Iterable[Placed], standing: Mapping[str, Thing]) -> list[Change]:
    changes = []
    for placed in good:
        before = standing.get(placed.address)
        after = _as_it_stood(placed.thing, before)
        if after != before:
            changes.append(Change(before, after))
    return changes


def _as_it_stood(thing: Thing, before: Thing | None) -> Thing:
    """Turning an undirected tie is no change, and an empty cell takes no end and no day of reading away."""
    if isinstance(thing, Claim) and isinstance(before, Claim):
        until, read_on = thing.until or before.until, thing.read_on or before.read_on
        return replace(thing, a=before.a, b=before.b, until=until, read_on=read_on)
    if isinstance(thing, Organization) and isinstance(before, Organization):
        return replace(thing, until=thing.until or before.until)
    return thing


def _stay_closed(good: Iterable[Placed], standing: Mapping[str, Thing]) -> list[str]:
    """Say how many rows have an empty cell where the store holds an end."""
    count = sum(
        not getattr(placed.thing, "until", "x") and bool(getattr(standing.get(placed.address), "until", ""))
        for placed in good
    )
    if count == 1:
        return ["1 row has no `until` where the store holds one, which was kept."]
    return [f"{count} rows have no `until` where the store holds one, which was kept."] if count else []


def _closings(source: str, good: Sequence[Placed], standing: Mapping[str, Thing]) -> list[Change]:
    said = {placed.address for placed in good}
    if f"source:{source}" not in said | standing.keys():
        raise InputError(f"There is no source {source} in the files or in the store.", "Give its id.")
    today = dates.today()
    return [
        Change(thing, replace(thing, until=max(today, thing.since)))
        for address, thing in standing.items()
        if isinstance(thing, Claim) and thing.source == source and not thing.until and address not in said
    ]


def _batch(changes: Sequence[Change], found: Found, author: str, reason: str) -> Batch:
    names = ", ".join(table.shown for table in found.tables)
    return Batch(
        author or "not named",
        now(),
        reason or f"Load of {names}",
        tuple(changes),
        files.hash_of(found.tables),
    )
