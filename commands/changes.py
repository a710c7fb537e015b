"""The commands on the history of a store."""

from argparse import Namespace
from collections.abc import Sequence

from commands.context import opened, path_of, to_be_replaced
from commands.result import ANSWERED, NO_STORE, Result, code_if
from commands.screen import paragraph, table
from commands.shapes import BackupAnswer, CopyAnswer, UndoAnswer, VerifyAnswer
from graph import dates
from graph.answers import BatchShown, ChangesAnswer
from graph.errors import InputError, StoreBusy, StoreDamaged, UnknownName
from graph.history import Batch, Heading
from graph.stores import backup as backups
from graph.stores.base import Store
from graph.words import count

EMPTY = "The store is empty: nothing was ever written to it, or what was written is lost."


def changes(asked: Namespace) -> Result:
    """Answer `changes`."""
    with opened(asked.store) as store:
        if asked.since and dates.fault_of(asked.since) and store.batch(asked.since) is None:
            raise UnknownName(
                f"“{asked.since}” is neither a date nor a change of this store.", "See `whoelse changes`."
            )
        answer: ChangesAnswer = {"batches": [_shown(heading) for heading in store.history(since=asked.since)]}
    return Result(answer, lambda width: _text(answer, width), code_if(answer["batches"]))


def _shown(heading: Heading) -> BatchShown:
    return {
        "id": heading.id,
        "author": heading.author,
        "at": heading.at,
        "reason": heading.reason,
        "added": heading.added,
        "changed": heading.changed,
        "closed": heading.closed,
        "withdrawn": heading.withdrawn,
        "undoes": heading.undoes or None,
    }


def _text(answer: ChangesAnswer, width: int) -> list[str]:
    rows = [
        (
            one["id"],
            one["at"][:16].replace("T", " "),
            one["author"],
            one["reason"] + (f" (undoes {one['undoes']})" if one["undoes"] else ""),
            ", ".join(
                f"{one[effect]} {effect}" for effect in ("added", "changed", "closed", "withdrawn") if one[effect]
            ),
        )
        for one in answer["batches"]
    ]
    return table(("change", "when (UTC)", "by", "why", "what"), rows, width) or ["No changes."]


def undo(asked: Namespace) -> Result:
    """Answer `undo`."""
    with opened(asked.store) as store:
        reason = asked.reason or f"Undo of {asked.batch}"
        batch = store.undo(asked.batch, author=asked.author or "not named", reason=reason)
        answer: UndoAnswer = {"batch": batch.id, "revision": store.revision}
    return Result(answer, lambda width: paragraph(f"Undone by change {answer['batch']}.", width))


def verify(asked: Namespace) -> Result:
    """Answer `verify`."""
    with opened(asked.store) as store:
        problems = store.verify() or [EMPTY] * (not store.revision)
    answer: VerifyAnswer = {"ok": not problems, "problems": problems}

    def text(width: int) -> list[str]:
        found = answer["problems"] or ["The store holds what was written."]
        return [line for one in found for line in paragraph(one, width)]

    return Result(answer, text, NO_STORE if problems else ANSWERED)


def backup(asked: Namespace) -> Result:
    """Answer `backup`."""
    with opened(asked.store) as store:
        sha256 = store.backup(path_of(asked.file))
        answer: BackupAnswer = {"file": asked.file, "revision": store.revision, "sha256": sha256}
    return Result(answer, lambda width: paragraph(f"Written to {answer['file']} (SHA-256 {sha256}).", width))


def restore(asked: Namespace) -> Result:
    """Answer `restore`: the file is read twice, to see that it is whole before anything is written, and never held."""
    file = path_of(asked.file)
    given = [batch.id for batch in backups.each(file)]
    with to_be_replaced(asked.store) as store:
        _held(store, given, "the backup", replace=asked.replace)
        return _filled(len(given), store.replace(backups.each(file)))


def copy(asked: Namespace) -> Result:
    """Answer `copy`: what the target lacks is kept change by change, so that one change at most is held in memory.

    A copy that was interrupted has kept a beginning of the history, and goes on from there when it is repeated.
    """
    with opened(asked.source) as source, to_be_replaced(asked.target) as target:
        given = source.history()
        held = _held(target, [heading.id for heading in given], "the other store", replace=asked.replace)
        if held is None:
            return _filled(len(given), target.replace(_batch(source, heading) for heading in given))
        for number, heading in enumerate(given[held:], held + 1):
            if target.apply(_batch(source, heading)) != number:
                what = "Another program changed the store that is copied into."
                raise StoreBusy(what, "See what it did with `whoelse changes`, then repeat this.")
        return _filled(len(given), len(given))


def _held(store: Store, given: Sequence[str], giver: str, *, replace: bool) -> int | None:
    """Return how many of the given batches a store holds already; None where it holds others, which may be replaced."""
    held = [heading.id for heading in store.history()]
    if held == given[: len(held)]:
        return len(held)
    if replace:
        return None
    lost = count(len(set(held) - set(given)), "change")
    what = f"The store holds {lost} that {giver} does not hold."
    if set(held) <= set(given):
        what = f"The store and {giver} hold their changes in another order."
    raise InputError(what, "Make a backup of the store first, then repeat this with --replace.")


def _batch(store: Store, heading: Heading) -> Batch:
    batch = store.batch(heading.id)
    if batch is None:
        raise StoreBusy("Another program replaced the store that is copied.", "Try again.")
    if batch.id != heading.id:
        what = f"The store that is copied is damaged: change {heading.id} is not what was written."
        raise StoreDamaged(what, "See `whoelse verify`, and restore a backup.")
    return batch


def _filled(copied: int, revision: int) -> Result:
    answer: CopyAnswer = {"copied": copied, "revision": revision}
    return Result(answer, lambda width: paragraph(f"The store holds {count(copied, 'change')} now.", width))
