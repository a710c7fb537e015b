"""`workshop` and `merge`: what workshops recorded, as a list, a file, taken back as a whole; and joined from a file."""

from argparse import Namespace
from pathlib import Path

from commands.context import opened, progress_line, record_of
from commands.result import Result, code_if
from commands.screen import paragraph, table
from commands.shapes import MergeAnswer, WorkshopFileAnswer, WorkshopsAnswer, WorkshopTakenBack
from graph.analysis.sentences import name_of, sentence
from graph.analysis.workshop.heard import heard
from graph.analysis.workshop.workshop import Workshop, workshops
from graph.errors import UnknownName
from graph.model import Thing
from graph.record import Record
from graph.stores.base import Store
from graph.words import count
from loaders import workshops as whole


def workshop(asked: Namespace) -> Result:
    """Answer `workshop`: the list, or with a name what to do with that one."""
    with opened(asked.store) as store:
        if not asked.name:
            return _listed(store)
        held = _named(store, asked.name, asked.date)
        if asked.take_back:
            return _taken_back(store, held, asked.author)
        if asked.out:
            return _written(store, held, Path(asked.out))
        answer = heard(record_of(store), held, store.history())
    lines = [
        *(f"{pair['a']['name']} – {pair['b']['name']}: {pair['role']}" for pair in answer["contacts"]),
        *(f"{pair['a']['name']} – {pair['b']['name']}: no contact" for pair in answer["denied"]),
        *(f"{said['body']['name']}: {said['goal']}" for said in answer["goals"]),
        *(f"{said['body']['name']}: influence {said['influence']} of 5" for said in answer["influence"]),
    ]
    head = f"{held.author}: {count(len(answer['present']), 'body', 'bodies')} in the room."
    return Result(answer, lambda width: [row for line in (head, *lines) for row in paragraph(line, width)])


def _listed(store: Store) -> Result:
    history = store.history()
    answer: WorkshopsAnswer = {
        "workshops": [
            {"workshop": one.name, "date": one.date, "changes": len(one.headings(history))}
            for one in workshops(history)
        ]
    }
    rows = [(one["date"], one["workshop"], str(one["changes"])) for one in answer["workshops"]]
    return Result(
        answer,
        lambda width: table(("date", "workshop", "changes that stand"), rows, width) or ["No workshop is on record."],
        code_if(rows),
    )


def _named(store: Store, name: str, date: str) -> Workshop:
    known = workshops(store.history())
    found = [one for one in known if one.name == name and date in ("", one.date)]
    if len(found) == 1:
        return found[0]
    what = f"There is no workshop {name}{f' of {date}' if date else ''}." if not found else f"{name} was held twice."
    raise UnknownName(
        what,
        "Give the day with --date." if found else "`whoelse workshop` lists them.",
        [f"{one.name}, {one.date}" for one in found or known],
    )


def _taken_back(store: Store, held: Workshop, author: str) -> Result:
    done = whole.take_back(store, held, author=author or "not named", tell=progress_line())
    answer: WorkshopTakenBack = {"batches": [batch.id for batch in done], "revision": store.revision}
    return Result(answer, lambda _: [f"{count(len(done), 'change')} taken back."], code_if(done))


def _written(store: Store, held: Workshop, file: Path) -> Result:
    digest = whole.write(store, held, file)
    answer: WorkshopFileAnswer = {"file": str(file), "sha256": digest}
    return Result(answer, lambda width: paragraph(f"Written to {file}.", width))


def merge(asked: Namespace) -> Result:
    """Answer `merge`: what joining the file of a workshop changes, and what differs."""
    with opened(asked.store) as store:
        plan = whole.planned(store, Path(asked.file))
        theirs = [one.address for one in plan.differences] if asked.theirs else []
        if not asked.dry_run:
            whole.join(store, plan, theirs=theirs, author=asked.author)
        record = record_of(store)
        answer: MergeAnswer = {
            "added": sum(len(batch.changes) for batch in plan.batches),
            "already": plan.already,
            "differences": [
                {"what": one.address, "here": _said(record, one.here), "there": _said(record, one.there)}
                for one in plan.differences
            ],
            "opposite": [
                {"here": sentence(record, ours), "there": sentence(record, theirs)} for ours, theirs in plan.opposite
            ],
            "revision": store.revision,
        }
    return Result(answer, lambda width: _merge_text(answer, width))


def _said(record: Record, thing: Thing | None) -> dict[str, str]:
    """Return what one side says of a thing, field by field, empty ones left out."""
    values = thing.values() if thing else {}
    said = {name: value if isinstance(value, str) else ", ".join(value) for name, value in values.items() if value}
    return {name: name_of(record, value) if name in ("a", "b") else value for name, value in said.items()}


def _merge_text(answer: MergeAnswer, width: int) -> list[str]:
    head = f"{count(answer['added'], 'entry', 'entries')} joined, {answer['already']} here already."
    lines = paragraph(head, width)
    for one in answer["differences"]:
        lines += paragraph(f"Differs: {one['what']}", width)
        for side in ("here", "there"):
            said = "; ".join(f"{name} {value}" for name, value in one[side].items()) or "not there"
            lines += paragraph(f"  {side}: {said}", width)
    if answer["differences"]:
        lines += paragraph("What differs stays as it is here; with --theirs the file's word is taken.", width)
    for two in answer["opposite"]:
        lines += paragraph(f"Cannot both hold: {two['here']}.", width)
        lines += paragraph(f"  in the file: {two['there']}.", width)
    if answer["opposite"]:
        lines += paragraph("Both stand. Ask those who were in the room, and undo the change that does not hold.", width)
    return lines
