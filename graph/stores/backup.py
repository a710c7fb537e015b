"""The history of a store as a file of JSON lines: what backup writes and restore reads."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from graph.errors import InputError, StoreError
from graph.history import Batch, Change, json_of, thing_of

FORMAT = "whoelse-backup-1"


def write(file: Path, batches: Iterable[Batch], form: str = FORMAT) -> str:
    """Write batches to a file, whole or not at all, and return its SHA-256.

    The first line names the format, then comes a line a batch and a line a change, and last the hash of all before.
    """
    aside = file.with_name(file.name + ".part")
    try:
        digest = _write(aside, batches, form)
        aside.replace(file)
    except OSError as error:
        do = "Check that its folder may be written and has room."
        raise StoreError(f"The backup {file.name} cannot be written: {error.strerror}.", do) from error
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
    return digest


def _write(file: Path, batches: Iterable[Batch], form: str) -> str:
    digest = hashlib.sha256()
    with file.open("w", encoding="utf-8", newline="\n") as out:
        for line in _lines(batches, form):
            out.write(line + "\n")
            digest.update(line.encode() + b"\n")
        last = json.dumps({"sha256": digest.hexdigest()}) + "\n"
        digest.update(last.encode())
        out.write(last)
        out.flush()
        os.fsync(out.fileno())
    return digest.hexdigest()


def _lines(batches: Iterable[Batch], form: str) -> Iterator[str]:
    yield json.dumps({"format": form})
    for batch in batches:
        heading = [batch.author, batch.at, batch.reason, batch.file_hash, batch.undoes]
        yield json.dumps({"batch": heading, "id": batch.id, "changes": len(batch.changes)}, ensure_ascii=False)
        for change in batch.changes:
            yield f"[{json_of(change.before)},{json_of(change.after)}]"


def read(file: Path, form: str = FORMAT) -> list[Batch]:
    """Return the batches of a backup; a file that is not whole, or was altered, is refused."""
    return list(each(file, form))


def each(file: Path, form: str = FORMAT) -> Iterator[Batch]:
    """Yield the batches of a backup one at a time; that the file is whole is known when the last has been taken."""
    try:
        with file.open(encoding="utf-8") as lines:
            yield from _batches(file, lines, form)
    except FileNotFoundError as error:
        raise InputError(f"There is no file {file.name}.") from error
    except OSError as error:
        raise InputError(f"The file {file.name} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise _not_whole(file) from error


def _batches(file: Path, lines: Iterator[str], form: str) -> Iterator[Batch]:
    digest = hashlib.sha256()

    def following() -> str:
        line = next(lines, "")
        digest.update(line.encode())
        return line

    if json.loads(following()) != {"format": form}:
        raise InputError(f"{file.name} is not the file that is asked for ({form}).")
    so_far = digest.hexdigest()
    while "sha256" not in (heading := json.loads(following())):
        changes = tuple(_change(following()) for _ in range(heading["changes"]))
        author, at, reason, file_hash, undoes = heading["batch"]
        batch = Batch(author, at, reason, changes, file_hash, undoes)
        if batch.id != heading["id"] or heading["changes"] < 0:
            raise _not_whole(file)
        yield batch
        so_far = digest.hexdigest()
    if heading["sha256"] != so_far or next(lines, ""):
        raise _not_whole(file)


def _change(line: str) -> Change:
    before, after = json.loads(line)
    return Change(thing_of(json.dumps(before)), thing_of(json.dumps(after)))


def _not_whole(file: Path) -> InputError:
    what = f"{file.name} is not whole, or was altered: its content does not fit the hashes in it."
    return InputError(what, "Use another backup.")
