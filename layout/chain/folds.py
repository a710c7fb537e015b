"""How services fold into boxes: sisters with a row each, kinds with their number, the rest counted."""

from collections.abc import Iterator, Sequence

from graph.record import Record
from layout.chain.choice import Shown
from layout.chain.plan import LAST, SECTIONS, ChainBox
from layout.drawn.scene import Basis, Note
from layout.words import many, shape_of

MOST_ROWS = 6
MOST_UNITS = 12


def boxes_of(
    record: Record, shown: Sequence[Shown], alone: frozenset[str], most: int
) -> tuple[tuple[ChainBox, ...], tuple[ChainBox, ...]]:
    """Fold services into boxes; return those that stand, at most `most` in a column, and those that are only counted.

    `alone` are services that stand by themselves unless they are sisters.
    """
    standing: list[ChainBox] = []
    counted: list[ChainBox] = []
    for column in range(LAST + 1):
        here = [one for one in shown if one.column == column]
        folded = sorted(_folded(record, here, alone, most), key=lambda box: (-box.rank, box.id))
        standing += [*folded[:most], *_empty(column, folded)]
        counted += folded[most:]
    return tuple(standing), tuple(counted)


def _folded(record: Record, here: Sequence[Shown], alone: frozenset[str], most: int) -> list[ChainBox]:
    """Return the boxes of a column: sisters, then kinds, then whoever stands alone."""
    boxes, rest = list[ChainBox](), list(here)
    for fold, group in _sisters(here, alone).items():
        boxes.append(sister_box(record, fold, group))
        rest = [one for one in rest if one not in group]
    for fold, group in _kinds(rest, alone, len(boxes) + len(rest) > most).items():
        boxes.append(kind_box(fold, group))
        rest = [one for one in rest if one not in group]
    return [*boxes, *(single(record, one) for one in rest)]


def _sisters(here: Sequence[Shown], alone: frozenset[str]) -> dict[str, list[Shown]]:
    """Provincial sisters of one kind, unless nothing in particular is known of any of them."""
    groups: dict[str, list[Shown]] = {}
    for one in here:
        if one.sisters and not one.is_unit:
            groups.setdefault(f"sisters:{one.sisters}:{one.column}:{one.section}", []).append(one)
    return {
        name: sorted(group, key=lambda one: (-one.rank, one.id))
        for name, group in groups.items()
        if len(group) > 1 and any(one.id in alone for one in group)
    }


def _kinds(rest: Sequence[Shown], alone: frozenset[str], crowded: bool) -> dict[str, list[Shown]]:
    """Bodies of one kind and stage that need not stand alone: three or more, or two where it is crowded."""
    groups: dict[str, list[Shown]] = {}
    for one in rest:
        if one.id not in alone and not one.is_unit:
            groups.setdefault(f"kind:{one.kind}:{one.column}:{one.section}:{int(one.foot)}", []).append(one)
    return {name: group for name, group in groups.items() if len(group) >= (2 if crowded else 3)}


def _empty(column: int, boxes: Sequence[ChainBox]) -> Iterator[ChainBox]:
    """Yield a dotted box for each stage that has nobody."""
    sections = range(len(SECTIONS)) if column == LAST else (-1,)
    for section in sections:
        if not any(box.section == section for box in boxes):
            yield ChainBox(f"empty:{column}:{section}", column, "Nobody recorded", shape="empty", section=section)


def single(record: Record, one: Shown, opened: bool = False) -> ChainBox:
    """Return a service with the number of its units, opened with a line for each; or a unit beside its service."""
    notes = [Note(one.does, one.dot)] if one.does else []
    units = () if one.is_unit else one.bodies[1:]
    if one.is_unit:
        notes = [Note(f"of {record.organizations[one.service].shown}", one.dot)]
    elif units and opened:
        named = [Note(f"· {record.organizations[unit].shown}") for unit in units[:MOST_UNITS]]
        more = len(units) - MOST_UNITS
        notes += [*named, *([Note(f"and {more} more")] if more > 0 else [])]
    elif units:
        notes.append(Note(f"{len(units)} unit{'s' if len(units) > 1 else ''}"))
    return ChainBox(
        id=one.id,
        column=one.column,
        title=record.organizations[one.id].shown,
        notes=tuple(notes),
        shape=shape_of(one.kind, one.section),
        basis=one.basis,
        members=() if one.is_unit else (one.id,),
        bodies=one.bodies,
        claims=one.claims,
        rank=one.rank,
        stack=0 if opened else min(len(units), 2),
        foot=one.foot,
        section=one.section,
        folds=bool(units),
    )


def sister_box(record: Record, name: str, group: Sequence[Shown]) -> ChainBox:
    """Return sisters in one box, with a row for each province: its best body, and how many more."""
    areas: dict[str, list[Shown]] = {}
    for one in group:
        areas.setdefault(one.area, []).append(one)
    if len(areas) == 1:
        areas = {one.id: [one] for one in group}
    first = list(areas.values())[:MOST_ROWS]
    names = distinct([record.organizations[sisters[0].id].shown for sisters in first])
    rows = []
    for name_of_row, sisters in zip(names, first, strict=True):
        more = f" ({len(sisters)})" if len(sisters) > 1 else ""
        rows.append(Note(name_of_row + more, sisters[0].dot))
    if len(areas) > MOST_ROWS:
        rows.append(Note(f"and {len(areas) - MOST_ROWS} more"))
    return _fold_box(name, group, many(group[0].kind, len(group), provincial=True), rows, rows_apart=True)


def distinct(names: Sequence[str]) -> list[str]:
    """Return names without what they all say: "Sindh EPA", "Punjab EPA" become "Sindh", "Punjab"."""
    words = [name.split() for name in names]
    for common in words[0] if len(names) > 1 else ():
        if not all(common in others for others in words):
            continue
        before = [" ".join(others[: others.index(common)]) for others in words]
        if all(before) and len(set(before)) == len(before):
            return before
    return list(names)


def kind_box(name: str, group: Sequence[Shown]) -> ChainBox:
    """Return bodies of one kind in one box, with what the strongest does."""
    first = max(group, key=lambda one: one.mandate)
    title = many(first.kind, len(group), provincial=all(one.sisters for one in group))
    notes = [Note(first.does, first.dot)] if first.does else []
    return _fold_box(name, group, title, notes, rows_apart=False)


def _fold_box(name: str, group: Sequence[Shown], title: str, notes: Sequence[Note], rows_apart: bool) -> ChainBox:
    first = group[0]
    bases: list[Basis] = ["recorded", "presumed", "quiet"]
    return ChainBox(
        id=name,
        column=first.column,
        title=title,
        notes=tuple(notes),
        shape=shape_of(first.kind, first.section),
        basis=min((one.basis for one in group), key=bases.index),
        members=tuple(one.id for one in group),
        bodies=tuple(body for one in group for body in one.bodies),
        claims=tuple(dict.fromkeys(claim for one in group for claim in one.claims)),
        rank=max(one.rank for one in group) + 0.1 * len(group),
        stack=2 if len(group) > 2 else 1,
        rows=rows_apart,
        foot=all(one.foot for one in group),
        section=first.section,
        folds=True,
    )
