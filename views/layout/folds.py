"""How services fold into boxes: sisters with a row each, kinds with their number, the rest counted."""

from collections.abc import Iterator, Mapping, Sequence

from graph.record import Record
from views.layout.choice import Shown
from views.layout.plan import LAST, SECTIONS, ChainBox
from views.layout.words import many, shape_of
from views.map.scene import Basis, Note

MOST_ROWS = 6
MOST_UNITS = 12
MOST_BOXES = 40
MOST_OPENED = 16  # in one column


def boxes_of(
    record: Record, shown: Sequence[Shown], alone: frozenset[str], most: int, unfolded: frozenset[str]
) -> tuple[tuple[ChainBox, ...], Mapping[int, tuple[str, ...]]]:
    """Fold services into boxes, at most `most` in a column beyond what the reader has opened.

    `alone` are services that stand by themselves unless they are sisters. Return the boxes, and by column the
    services that are only counted.
    """
    boxes, left_out = _all_columns(record, shown, alone, (most, MOST_OPENED), unfolded)
    for limits in [(fewer, MOST_OPENED) for fewer in range(most - 1, 1, -1)] + [(2, 8), (2, 4), (2, 2)]:
        if len(boxes) > MOST_BOXES:
            boxes, left_out = _all_columns(record, shown, alone, limits, unfolded)
    return boxes, left_out


def _all_columns(
    record: Record, shown: Sequence[Shown], alone: frozenset[str], limits: tuple[int, int], unfolded: frozenset[str]
) -> tuple[tuple[ChainBox, ...], dict[int, tuple[str, ...]]]:
    boxes: list[ChainBox] = []
    left_out: dict[int, tuple[str, ...]] = {}
    for column in range(LAST + 1):
        here = [one for one in shown if one.column == column]
        folded, opened = _folded(record, here, alone, limits[0], unfolded)
        kept, rest = _kept(folded, opened, *limits)
        boxes += [*kept, *_empty(column, kept)]
        left_out[column] = tuple(service for box in rest for service in box.members)
    return tuple(boxes), {column: services for column, services in left_out.items() if services}


def _folded(
    record: Record, here: Sequence[Shown], alone: frozenset[str], most: int, unfolded: frozenset[str]
) -> tuple[list[ChainBox], set[str]]:
    """Return the boxes of a column (sisters, then kinds, then whoever stands alone), and those the reader opened."""
    boxes, rest, opened = list[ChainBox](), list(here), set[str]()
    for fold, group in _sisters(here, alone).items():
        if fold in unfolded:
            opened |= {one.id for one in group}
        else:
            boxes.append(_sister_box(record, fold, group))
            rest = [one for one in rest if one not in group]
    foldable = [one for one in rest if one.id not in opened]
    for fold, group in _kinds(foldable, alone, len(boxes) + len(rest) > most).items():
        if fold in unfolded:
            opened |= {one.id for one in group}
        else:
            boxes.append(_kind_box(fold, group))
            rest = [one for one in rest if one not in group]
    boxes += [_single(record, one, one.id in unfolded) for one in rest]
    if here and f"more:{here[0].column}" in unfolded:
        opened |= {box.id for box in boxes}
    return boxes, opened | {box.id for box in boxes if box.id in unfolded}


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


def _kept(
    boxes: Sequence[ChainBox], opened: set[str], most: int, most_opened: int
) -> tuple[list[ChainBox], list[ChainBox]]:
    """Return the boxes that stand in a column, and those that are only counted: what the reader opened comes first."""
    ordered = sorted(boxes, key=lambda box: (box.id not in opened, -box.rank, box.id))
    seen = min(sum(box.id in opened for box in boxes), most_opened)
    count = seen + max(most - seen, min(most, 3))
    return ordered[:count], ordered[count:]


def _empty(column: int, boxes: Sequence[ChainBox]) -> Iterator[ChainBox]:
    """Yield a dotted box for each stage that has nobody."""
    sections = range(len(SECTIONS)) if column == LAST else (-1,)
    for section in sections:
        if not any(box.section == section for box in boxes):
            yield ChainBox(f"empty:{column}:{section}", column, "Nobody recorded", shape="empty", section=section)


def _single(record: Record, one: Shown, opened: bool) -> ChainBox:
    """A service with the number of its units, opened with a line for each; or a unit beside its service."""
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


def _sister_box(record: Record, name: str, group: Sequence[Shown]) -> ChainBox:
    """Sisters in one box, with a row for each province: its best body, and how many more."""
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


def _kind_box(name: str, group: Sequence[Shown]) -> ChainBox:
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
