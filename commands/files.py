"""The commands that read and write fact tables."""

from argparse import Namespace

from commands.context import opened, path_of, progress_line, record_of, to_be_filled
from commands.result import Result
from commands.screen import counted, paragraph, table
from commands.shapes import ExportAnswer
from loaders import export as exports
from loaders.load import LoadAnswer, RefusedRow
from loaders.load import load as load_into


def load(asked: Namespace) -> Result:
    """Answer `load`."""
    with to_be_filled(asked.store, dry_run=asked.dry_run) as store:
        answer = load_into(
            store,
            [path_of(path) for path in asked.paths],
            dry_run=asked.dry_run,
            skip_bad=asked.skip_bad,
            complete=asked.complete,
            author=asked.author,
            reason=asked.reason,
            progress=progress_line(),
        )
    return Result(answer, lambda width: _loaded(answer, width, dry_run=asked.dry_run))


def _loaded(answer: LoadAnswer, width: int, *, dry_run: bool) -> list[str]:
    counts = [f"{counted(answer['read'], 'row')} read"]
    for word, count in (
        ("added", answer["added"]),
        ("changed", answer["changed"]),
        ("closed", answer["closed"]),
        ("unchanged", answer["unchanged"]),
        ("refused", len({(one["file"], one["row"]) for one in answer["refused"]})),
    ):
        counts += [f"{count} {word}"] if count else []
    lines = paragraph(", ".join(counts) + ".", width)
    if dry_run:
        lines.append("Nothing was written: this was a dry run.")
    elif answer["batch"]:
        lines += paragraph(
            f"Written as change {answer['batch']}; the store is at revision {answer['revision']}.", width
        )
    else:
        lines.append("The store held all of it already.")
    lines += [line for notice in answer["notices"] for line in paragraph(notice, width)]
    return lines + (["", *refusals(answer["refused"], width)] if answer["refused"] else [])


def refusals(refused: list[RefusedRow], width: int) -> list[str]:
    """Return refused rows as a table."""
    rows = [(one["file"], one["row"], one["column"], one["value"], one["reason"]) for one in refused]
    return table(("file", "row", "column", "value", "reason"), rows, width)


def export(asked: Namespace) -> Result:
    """Answer `export`."""
    with opened(asked.store) as store:
        record = record_of(store)
    files = exports.export(record, path_of(asked.folder))
    answer: ExportAnswer = {
        "folder": asked.folder,
        "files": [file.name for file in files],
        "revision": record.revision,
    }
    return Result(
        answer, lambda width: paragraph(f"{counted(len(files), 'table')} written to {answer['folder']}.", width)
    )
