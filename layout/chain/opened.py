"""What a reader unfolds on a map: only what was opened changes, all other boxes stay, in the same order."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from graph.record import Record
from layout.chain.choice import Shown
from layout.chain.folds import kind_box, single, sister_box
from layout.chain.plan import ChainBox

MOST_BOXES = 40


@dataclass(slots=True)
class _Opening:
    """What is opened, and how many boxes may still come onto the map."""

    record: Record
    shown: Mapping[str, Shown]
    unfolded: Set[str]
    room: int
    boxes: list[ChainBox] = field(default_factory=list)
    counted: list[ChainBox] = field(default_factory=list)


def opened(
    record: Record,
    shown: Sequence[Shown],
    standing: Mapping[int, Sequence[ChainBox]],
    counted: Sequence[ChainBox],
    unfolded: Set[str],
) -> tuple[tuple[ChainBox, ...], tuple[ChainBox, ...]]:
    """Return the boxes of a map with some of them opened, in their order, and the boxes that are only counted.

    `standing` are the boxes of each column from the top, `counted` those in an "and 2 more". At most 40 boxes stand:
    what is beyond stays folded or counted.
    """
    room = MOST_BOXES - sum(len(boxes) for boxes in standing.values())
    opening = _Opening(record, {one.id: one for one in shown}, unfolded, room)
    for column, boxes in standing.items():
        for box in boxes:
            _open(box, opening)
        for box in sorted((box for box in counted if box.column == column), key=lambda box: (-box.rank, box.id)):
            if f"more:{column}" in unfolded and opening.room > 0:
                opening.room -= 1
                _open(box, opening)
            else:
                opening.counted.append(box)
    # The steps of the last column stay together.
    return tuple(sorted(opening.boxes, key=lambda box: (box.column, box.section))), tuple(opening.counted)


def _open(box: ChainBox, opening: _Opening) -> None:
    """Put a box onto the map: as it is, with its units, or as its services; those without room stay in the fold."""
    if box.id not in opening.unfolded:
        opening.boxes.append(box)
    elif box.id in opening.shown:
        opening.boxes.append(single(opening.record, opening.shown[box.id], opened=True))
    else:
        group = sorted((opening.shown[member] for member in box.members), key=lambda one: (-one.rank, one.id))
        count = len(group) if len(group) <= opening.room + 1 else opening.room
        opening.room -= min(count, len(group) - 1)
        opening.boxes += [single(opening.record, one, one.id in opening.unfolded) for one in group[:count]]
        if count < len(group):
            opening.boxes.append(_fold(opening.record, box, group[count:]))


def _fold(record: Record, box: ChainBox, group: Sequence[Shown]) -> ChainBox:
    return sister_box(record, box.id, group) if box.rows else kind_box(box.id, group)
