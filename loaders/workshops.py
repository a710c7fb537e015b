"""A workshop as a whole: taken back, written to a file, and joined with what another laptop recorded.

The file has the form of a backup, of the changes of one workshop; nothing in it is believed before it is checked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph import vocabulary
from graph.analysis.workshop.workshop import BEGINS, Workshop
from graph.errors import InputError
from graph.history import Batch, Change
from graph.model import Claim, Source, Thing
from graph.references import named_by
from graph.stores import backup
from graph.stores.base import Store, now
from loaders.load import Progress
from loaders.references import ALWAYS_KNOWN

FORMAT = "whoelse-workshop-1"
MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing of which the file and the record say different things; None where one of them has it not."""

    address: str
    here: Thing | None
    there: Thing | None


@dataclass(frozen=True, slots=True)
class Merge:
    """What joining a file means: changes to make, how many are here already, and what differs.

    `opposite` are claims of workshops that cannot both hold, the one here first: a contact that the others deny, or
    another influence. Joining keeps both unless one is withdrawn.
    """

    batches: tuple[Batch, ...]
    already: int
    differences: tuple[Difference, ...]
    opposite: tuple[tuple[Claim, Claim], ...] = ()


def take_back(store: Store, workshop: Workshop, *, author: str, tell: Progress | None = None) -> list[Batch]:
    """Take every standing change of a workshop back, the newest first, and return the changes that do so.

    Each is kept or not by itself, so that a stop in between leaves a record that says so; calling again goes on.
    `tell` hears before each how far it is, and stops it by raising.
    """
    mine = workshop.headings(store.history())[::-1]
    back: list[Batch] = []
    for heading in mine:
        if tell:
            tell(len(back) / len(mine), f"{len(back)} of {len(mine)} taken back")
        back.append(store.undo(heading.id, author=author, reason=f"{workshop.author}, taken back"))
    if tell and mine:
        tell(1.0, f"{len(mine)} taken back")
    return back


def write(store: Store, workshop: Workshop, file: Path) -> str:
    """Write the standing changes of a workshop to a file and return its SHA-256; InputError where there are none."""
    found = [store.batch(heading.id) for heading in workshop.headings(store.history())]
    batches = [batch for batch in found if batch is not None]
    if not batches:
        raise InputError(f"The record holds no change of {workshop.author}.", "Look at its name and its day.")
    return backup.write(file, batches, FORMAT)


def planned(store: Store, file: Path) -> Merge:
    """Read the file of a workshop and return what joining it means; nothing is written.

    A change is here already where the record says what would come of it. Where the record says neither that nor what
    the change expects, the two differ, and somebody has to choose.
    """
    batches = _read(file)
    standing = {thing.address: thing for thing in store.things()}
    made: list[Batch] = []
    differences: list[Difference] = []
    already = 0
    for batch in batches:
        changes = []
        for change in batch.changes:
            here = standing.get(change.address)
            if here == change.after:
                already += 1
            elif here == change.before:
                changes.append(change)
                _follow(standing, change)
            else:
                differences.append(Difference(change.address, here, change.after))
        if changes:
            made.append(Batch(batch.author, batch.at, batch.reason, tuple(changes)))
    _refuse_dangling(made, standing)
    return Merge(tuple(made), already, tuple(differences), tuple(_opposite(made, standing)))


def join(
    store: Store, merge: Merge, *, theirs: Iterable[str] = (), withdrawn: Iterable[Claim] = (), author: str = ""
) -> int:
    """Make the changes of a merge, with the file's word for the differences named by address; return the revision.

    `withdrawn` are those of opposite claims that do not hold.

    Joining the same file twice changes nothing the second time.
    """
    for batch in merge.batches:
        store.apply(batch)
    chosen = set(theirs)
    taken = [Change(d.here, d.there) for d in merge.differences if d.address in chosen]
    taken += [Change(claim, None) for claim in withdrawn]
    if taken:
        store.apply(Batch(author or "not named", now(), "Chosen from the file of a workshop", tuple(taken)))
    return store.revision


def _opposite(made: Iterable[Batch], standing: dict[str, Thing]) -> Iterator[tuple[Claim, Claim]]:
    """Yield what workshops say here and in the file of the same two bodies, or of one and a theme, that cannot be."""
    added = {change.address for batch in made for change in batch.changes}
    asked: dict[tuple[str, ...], list[Claim]] = {}
    for thing in standing.values():
        if isinstance(thing, Claim) and (question := _question(thing, standing)):
            asked.setdefault(question, []).append(thing)
    for claims in asked.values():
        here, there = ([one for one in claims if (one.address in added) is new] for new in (False, True))
        yield from ((ours, theirs) for ours in here for theirs in there if _cannot_be(ours, theirs))


def _question(claim: Claim, standing: dict[str, Thing]) -> tuple[str, ...]:
    source = standing.get(f"source:{claim.source}")
    if not (isinstance(source, Source) and source.kind == "workshop"):
        return ()
    if claim.kind in ("tie", "decision"):
        return ("contact", *sorted((claim.a, claim.b)))
    is_influence = claim.kind == "assessment" and claim.role in vocabulary.INFLUENCE
    return ("influence", claim.a, claim.b, claim.source) if is_influence else ()


def _cannot_be(one: Claim, other: Claim) -> bool:
    if "assessment" in (one.kind, other.kind):
        return one.role != other.role
    return {one.kind, other.kind} == {"tie", "decision"} and "confirmed-none" in (one.role, other.role)


def _read(file: Path) -> list[Batch]:
    try:
        size = file.stat().st_size
    except OSError as error:
        raise InputError(f"The file {file.name} cannot be read: {error.strerror}.") from error
    if size > MOST_BYTES:
        raise InputError(f"{file.name} is larger than {MOST_BYTES // 1_000_000} MB.", "A workshop is never so large.")
    batches = backup.read(file, FORMAT)
    if any(not batch.author.startswith(BEGINS) or batch.undoes for batch in batches):
        raise InputError(f"{file.name} holds changes of no workshop.", "Backups are for `whoelse restore`.")
    return batches


def _follow(standing: dict[str, Thing], change: Change) -> None:
    if change.after is None:
        standing.pop(change.address, None)
    else:
        standing[change.address] = change.after


def _refuse_dangling(batches: Iterable[Batch], standing: dict[str, Thing]) -> None:
    """Refuse a file that names what neither it nor the record holds, or leaves a claim without its ends."""
    known = standing.keys() | ALWAYS_KNOWN
    added = [change.after for batch in batches for change in batch.changes if change.after is not None]
    missing = sorted({name for thing in added for _, name in named_by(thing) if name not in known})
    gone = {change.address for batch in batches for change in batch.changes if change.after is None} - standing.keys()
    orphans = [t.address for t in standing.values() if isinstance(t, Claim) and gone & {n for _, n in named_by(t)}]
    if missing or orphans:
        names = ", ".join([*missing, *orphans][:5])
        raise InputError(f"The file does not fit this record: {names} would lead nowhere.", "Load what it rests on.")
