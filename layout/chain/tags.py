"""Where the word on a line stands: on its own line, on no box, no other word, and if it can be on no other line."""

from collections.abc import Iterator, Sequence

from layout.drawn.lettering import tag_size
from layout.drawn.scene import Point, Tag, TagKind
from layout.places import Place, stretches

APART = 2.0
SHIFTS = (0.0, 0.2, -0.2, 0.38, -0.38)  # of its width a word may stand beside the middle of an upright line
OVER_A_LINE = 45.0
OVER_A_BEND = 25.0


def tag_on(
    path: Sequence[Point],
    text: tuple[str, ...],
    kind: TagKind,
    taken: Sequence[Place],
    others: Sequence[Place],
    within: Place,
    *,
    projector: bool,
) -> Tag | None:
    """Return the tag at the best place on its line, or None where it would stand on a box or another word.

    `taken` are places that no tag may touch, `others` the stretches of other lines, `within` what a tag must not leave.
    """
    w, h = (float(round(side)) for side in tag_size(text, kind, projector=projector))
    around = _around(path, w, h)
    near = [other for other in taken if other.touches(around, APART)]
    crossed = [other for other in others if other.touches(around, 1)]
    bends = [Place(x, y, 0, 0) for x, y in path[1:-1]]
    best: tuple[float, Place] | None = None
    for least, place in _places(path, w, h):
        if best is not None and least >= best[0]:
            break
        if not _is_inside(place, within) or any(place.touches(other, APART) for other in near):
            continue
        cost = least + OVER_A_LINE * sum(place.touches(other, 1) for other in crossed)
        cost += OVER_A_BEND * sum(place.touches(bend) for bend in bends)
        if best is None or cost < best[0]:
            best = cost, place
    return best and Tag(text, best[1].x, best[1].y, w, h, kind)


def _around(path: Sequence[Point], w: float, h: float) -> Place:
    """The area that a tag on a path can cover."""
    left, right = min(x for x, _ in path) - w, max(x for x, _ in path) + w
    top, foot = min(y for _, y in path) - h, max(y for _, y in path) + h
    return Place(left, top, right - left, foot - top)


def _places(path: Sequence[Point], w: float, h: float) -> list[tuple[float, Place]]:
    """Return the places of a tag along a path, each with what it costs at least, the best first."""
    found = [
        (
            abs(at - 0.5) * 40 + (0 if is_level else 12 + 20 * abs(shift)),
            Place(round(x + shift * w - w / 2), round(y - h / 2), w, h),
        )
        for at, (x, y), is_level in _spots(path)
        for shift in ((0.0,) if is_level else SHIFTS)
    ]
    return sorted(found, key=lambda pair: pair[0])


def _is_inside(place: Place, area: Place) -> bool:
    return area.x <= place.x and area.y <= place.y and place.right <= area.right and place.foot <= area.foot


def _spots(path: Sequence[Point]) -> Iterator[tuple[float, Point, bool]]:
    """Yield points along a path, each with how far along it lies (0 to 1) and whether the line is level there."""
    pieces = list(stretches(path))
    whole = sum(piece.w + piece.h for piece in pieces) or 1.0
    gone = 0.0
    for piece, (x, y), (to_x, to_y) in zip(pieces, path, path[1:], strict=False):
        length = piece.w + piece.h
        count = max(1, int(length // 3))
        for step in range(count + 1):
            share = step / count
            point = (x + (to_x - x) * share, y + (to_y - y) * share)
            yield (gone + length * share) / whole, point, piece.h == 0
        gone += length
