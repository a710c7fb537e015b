"""The commands that read and write fact tables."""

from argparse import Namespace
from pathlib import Path

from commands.context import opened, path_of, progress_line, record_of, theme_of, to_be_filled
from commands.named import country_of
from commands.result import Result
from commands.screen import paragraph, table
from commands.shapes import ExportAnswer
from graph.errors import InputError
from graph.record import Record
from graph.words import count
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
    counts = [f"{count(answer['read'], 'row')} read"]
    for word, number in (
        ("added", answer["added"]),
        ("changed", answer["changed"]),
        ("closed", answer["closed"]),
        ("unchanged", answer["unchanged"]),
        ("refused", len({(one["file"], one["row"]) for one in answer["refused"]})),
    ):
        counts += [f"{number} {word}"] if number else []
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
    path = path_of(asked.folder)
    if asked.format == "csv" and (asked.country or asked.theme):
        raise InputError("Tables are written whole.", "Leave --country and --theme out, or ask for --format html.")
    with opened(asked.store) as store:
        record = record_of(store, asked.as_of if asked.format == "html" else "")
    if asked.format == "html":
        return _map(record, asked, path)
    files = exports.export(record, path)
    answer = _exported(asked.folder, [file.name for file in files], record)
    return Result(
        answer, lambda width: paragraph(f"{count(len(files), 'table')} written to {answer['folder']}.", width)
    )


def _map(record: Record, asked: Namespace, path: Path) -> Result:
    """Write a map that opens without the program."""
    country, theme = country_of(record, asked.country) if asked.country else "", theme_of(asked.theme)
    from handouts.map_file.country import country_file
    from handouts.map_file.whole import whole_file

    text = country_file(record, country, theme) if country else whole_file(record, theme)
    aside = path.with_name(path.name + ".part")
    try:
        aside.write_text(text, encoding="utf-8")
        aside.replace(path)
    except OSError as error:
        raise InputError(f"The file {path} cannot be written: {error.strerror}.") from error
    answer = _exported(str(path.parent), [path.name], record)
    what = record.country_name(country) if country else "all countries"
    return Result(
        answer, lambda width: paragraph(f"A map of {what} written to {path}. It opens in any browser.", width)
    )


def _exported(folder: str, files: list[str], record: Record) -> ExportAnswer:
    return {"folder": folder, "files": files, "revision": record.revision}
