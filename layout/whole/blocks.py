"""Blocks of boxes: the bodies of one country in rows and columns under its name, or a band across the sheet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil, sqrt

from layout.drawn.lettering import least_size, room
from layout.drawn.scene import Box, Shape, Text
from layout.drawn.text import wrap

WIDE, BETWEEN, INSIDE = 150.0, 8.0, 14.0
HEAD = 88.0  # size of the name of a country, which is read when the whole sheet is seen
HEAD_HEIGHT = 122.0
BROAD = 0.42  # columns for each body under the root: with 0.42 the region comes out as broad as a screen


@dataclass(frozen=True, slots=True)
class Item:
    """A box to come; `order` is where it stands among the others of its block."""

    id: str
    title: str
    name: str
    shape: Shape
    order: tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Block:
    """Boxes in their places; the name stands above them, as a box where it can be chosen, else as text."""

    x: float
    y: float
    right: float
    foot: float
    boxes: tuple[Box, ...]
    head: Text | Box


def block(name: str, title: str, items: Iterable[Item]) -> Block:
    """Return a block at the upper left corner of the sheet, with its name as a box."""
    ordered = sorted(items, key=lambda item: item.order)
    columns = max(4, ceil(sqrt(BROAD * len(ordered))))
    lines = wrap(title, _width(columns) - 2 * INSIDE, HEAD, "semibold")
    _, height = least_size(lines, (), "plain", projector=False, name_size=HEAD)
    head = Box(name, INSIDE, INSIDE, _width(columns) - 2 * INSIDE, height, lines, title, basis="quiet", name_size=HEAD)
    boxes, foot = _grid(ordered, columns, head.y + head.h + INSIDE)
    return Block(0, 0, _width(columns), foot, (head, *boxes), head)


def band(title: str, items: Iterable[Item], wide: float, top: float) -> Block:
    """Return a block as wide as the sheet, with its name as text."""
    columns = max(2, int((wide - 2 * INSIDE + BETWEEN) // (WIDE + BETWEEN)))
    boxes, foot = _grid(sorted(items, key=lambda item: item.order), columns, top + HEAD_HEIGHT)
    head = Text(INSIDE, top + HEAD_HEIGHT - INSIDE - 16, title, HEAD, "semibold")
    return Block(0, top, max(wide, _width(columns)), foot, boxes, head)


def shifted(one: Block, x: float, y: float) -> Block:
    """Return a block elsewhere."""
    boxes = tuple(replace(box, x=box.x + x, y=box.y + y) for box in one.boxes)
    head = replace(one.head, x=one.head.x + x, y=one.head.y + y)
    return Block(one.x + x, one.y + y, one.right + x, one.foot + y, boxes, head)


def _width(columns: int) -> float:
    return 2 * INSIDE + columns * (WIDE + BETWEEN) - BETWEEN


def _grid(items: Sequence[Item], columns: int, top: float) -> tuple[tuple[Box, ...], float]:
    """Return boxes in rows, each row as high as its highest box, and the foot of the last one."""
    found: list[Box] = []
    for first in range(0, len(items), columns):
        row = [_box(item, place, top) for place, item in enumerate(items[first : first + columns])]
        height = max(box.h for box in row)
        found += [replace(box, h=height) for box in row]
        top += height + BETWEEN
    return tuple(found), top - BETWEEN + INSIDE


def _box(item: Item, place: int, top: float) -> Box:
    lines = wrap(item.title, room(WIDE, item.shape), 13, "semibold")
    _, height = least_size(lines, (), item.shape, projector=False)
    x = INSIDE + place * (WIDE + BETWEEN)
    return Box(item.id, x, top, WIDE, max(height, 32), lines, item.name, shape=item.shape, basis="quiet")
