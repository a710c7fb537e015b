"""The lines of the whole record: all claims of two boxes are one line."""

from collections.abc import Mapping

from graph.record import Record
from graph.vocabulary import STANDINGS
from layout.drawn.scene import Box, Line, LineKind, Point

# What is drawn where several claims speak of one pair.
WEIGHT: dict[LineKind, int] = {"contact": 2, "contact-other": 1, "seat-recorded": 2, "seat-presumed": 1}
NAMES: dict[LineKind, str] = {
    "contact": "contact",
    "contact-other": "a single act, or planned",
    "seat-recorded": "seat",
    "seat-presumed": "the country is a member",
}


def lines_of(record: Record, boxes: Mapping[str, Box]) -> tuple[list[Line], dict[str, tuple[str, ...]]]:
    """Return a line for each two boxes that claims in force join, and the claims behind it, by its id."""
    kinds: dict[tuple[str, str], LineKind] = {}
    rows: dict[tuple[str, str], list[int]] = {}
    for claim_kind in ("tie", "membership"):
        for row in record.rows(claim_kind).tolist():
            if not record.in_force[row] or record.claims.absent[row]:  # a problem is no link, and stays in the room
                continue
            a, b = sorted(record.addresses[int(end[row])] for end in (record.claims.a, record.claims.b))
            if a == b or a not in boxes or b not in boxes:
                continue
            kind = _kind(record, row, claim_kind)
            rows.setdefault((a, b), []).append(row)
            if (a, b) not in kinds or WEIGHT[kind] > WEIGHT[kinds[a, b]]:
                kinds[a, b] = kind
    lines = [_line(record, boxes[a], boxes[b], kind) for (a, b), kind in sorted(kinds.items())]
    return lines, {line.id: tuple(record.claim_ids(rows[line.ends])) for line in lines}


def _kind(record: Record, row: int, claim_kind: str) -> LineKind:
    if claim_kind == "membership":
        of_country = record.addresses[int(record.claims.a[row])].startswith("country:")
        return "seat-presumed" if of_country else "seat-recorded"
    standing = ("", *STANDINGS)[int(record.claims.standing[row])]
    return "contact" if standing == "standing" else "contact-other"


def _line(record: Record, a: Box, b: Box, kind: LineKind) -> Line:
    """Return a straight line from middle to middle, under the boxes; across a border it is seen at once."""
    return Line(
        id=f"{a.id}~{b.id}",
        path=(_middle(a), _middle(b)),
        kind=kind,
        ends=(a.id, b.id),
        name=f"{a.name} and {b.name}: {NAMES[kind]}",
        when_chosen=not _across_borders(record, a.id, b.id),
    )


def _across_borders(record: Record, a: str, b: str) -> bool:
    countries = [
        record.organizations[one.partition(":")[2]].country for one in (a, b) if one.startswith("organization:")
    ]
    return len(set(countries)) == 2 and "INT" not in countries


def _middle(box: Box) -> Point:
    return (box.x + box.w / 2, box.y + box.h / 2)
