"""The command `handout`: paper, slides and files that open without the program."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from commands.context import list_of, opened, path_of, record_of, theme_of
from commands.named import body_or_group, country_of, network_of
from commands.result import Result
from commands.screen import paragraph
from commands.shapes import HandoutAnswer
from graph.errors import InputError, UnknownName
from graph.record import Record
from graph.stores.base import Store

if TYPE_CHECKING:
    from handouts.paper.paper import Form, Sheet

Kind = Literal["country", "network", "route"]
BETWEEN = " to "
# What can be made of what, and in which kinds of file; the first of each is made where none is asked for.
FILES: dict[Kind, dict[str, tuple[str, ...]]] = {
    "country": {
        "one-pager": ("pdf", "html"),
        "map": ("pdf", "html", "pptx"),
        "slips": ("pdf", "html"),
        "invitation": ("pdf", "html"),
        "questions": ("pdf", "html"),
        "packet": ("pdf", "html", "zip"),
        "changes": ("pdf", "html", "pptx"),
        "story": ("html",),
    },
    "network": {"factsheet": ("pdf", "html")},
    "route": {"route": ("pdf", "html")},
}
WHAT = tuple(dict.fromkeys(what for kinds in FILES.values() for what in kinds))
SHEETS: "dict[str, Sheet]" = {"a4": "a4-level", "a3": "a3-level"}


def handout(asked: Namespace) -> Result:
    """Answer `handout`: make a file, write it, and say what it is."""
    file = path_of(asked.out)
    with opened(asked.store) as store:
        record = record_of(store, asked.as_of)
        kind, about = _subject(record, asked.about)
        what, form = _what(kind, asked.what, file)
        content = _made(store, record, asked, kind, about, what, form)
    _write(file, content)
    answer: HandoutAnswer = {"file": asked.out, "what": what, "about": about, "bytes": len(content)}
    return Result(answer, lambda width: paragraph(f"Written to {asked.out}.", width))


def _subject(record: Record, text: str) -> tuple[Kind, str]:
    """Return what a text names: a country, a network, or two ends with "to" between."""
    for kind, found in (("country", country_of), ("network", network_of)):
        try:
            return kind, found(record, text)  # type: ignore[return-value]
        except UnknownName as error:
            if kind == "network" and BETWEEN not in text:
                raise UnknownName(
                    f"“{text}” is no country, no network, and no way from A to B.",
                    f"{error.do} A way is written as “A to B”.",
                    error.candidates,
                ) from error
    start, _, target = text.partition(BETWEEN)
    return "route", f"{body_or_group(record, start.strip())}{BETWEEN}{body_or_group(record, target.strip())}"


def _what(kind: Kind, asked: str, file: Path) -> tuple[str, str]:
    """Return what is made and the kind of its file, which the ending says."""
    form, known = file.suffix.lower().removeprefix("."), FILES[kind]
    usual = next((what for what, forms in known.items() if form in forms), next(iter(known)))
    what = asked or usual
    if what not in known:
        raise InputError(f"No “{what}” is made of a {kind}.", f"Of a {kind} there are: {', '.join(known)}.")
    if form not in known[what]:
        endings = ", ".join(f".{one}" for one in known[what])
        raise InputError(f"The {what} is not made as “{file.name}”.", f"Let the file end in one of: {endings}.")
    return what, form


def _made(store: Store, record: Record, asked: Namespace, kind: Kind, about: str, what: str, ending: str) -> bytes:
    import handouts

    theme, form = theme_of(asked.theme), cast("Form", ending)
    if kind == "network":
        return handouts.network_factsheet(record, about, form)
    if kind == "route":
        start, _, target = about.partition(BETWEEN)
        return handouts.route_sheet(record, start, target, theme, form)
    if what == "changes":
        return _changes(store, record, asked, about, theme, ending)
    if what == "story":
        return _story(store, record, about, theme)
    return _of_country(record, asked, about, theme, what, ending)


def _of_country(record: Record, asked: Namespace, code: str, theme: str, what: str, ending: str) -> bytes:
    import handouts

    form, sheet = cast("Form", ending), SHEETS[asked.paper]
    makers: dict[str, Callable[[], bytes]] = {
        "one-pager": lambda: handouts.one_pager(record, code, theme, form),
        "map": lambda: handouts.chain_map(record, code, theme, form, sheet),
        "map pptx": lambda: handouts.chain_slide(record, code, theme),
        "slips": lambda: handouts.slips(record, code, theme, form, asked.per_page),
        "invitation": lambda: handouts.invitation_list(record, code, theme, form, _names(asked)),
        "questions": lambda: handouts.question_list(record, code, theme, form),
        "packet": lambda: handouts.packet(record, code, theme, form, sheet, asked.per_page),
        "packet zip": lambda: handouts.packet_archive(record, code, theme, sheet, asked.per_page),
    }
    return makers.get(f"{what} {ending}", makers[what])()


def _names(asked: Namespace) -> list[str]:
    return list_of(asked.list) if asked.list else []


def _story(store: Store, record: Record, code: str, theme: str) -> bytes:
    from handouts.story.file import story_file
    from handouts.story.slide import asked_of

    return story_file(asked_of(record, store.history(), code, theme)).encode()


def _changes(store: Store, record: Record, asked: Namespace, code: str, theme: str, ending: str) -> bytes:
    import handouts
    from graph.analysis.changes.changed import readings, what_changed

    if not asked.since:
        raise InputError("What changed since when?", "Give --since a day, or a change that `whoelse changes` lists.")
    before, after = readings(store.batches(), asked.since, record.date)
    answer = what_changed(before, after, code, theme, history=store.history(since=asked.since))
    if ending == "pptx":
        return handouts.changes_slide(after, answer, asked.title)
    return handouts.changes_page(after, answer, asked.title, cast("Form", ending))


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise InputError(f"{file} cannot be written: {error.strerror}.") from error
