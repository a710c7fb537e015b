"""What stands behind the boxes and lines of a chain map, as records for a panel and as a table."""

from collections.abc import Iterator, Mapping, Sequence

from layout.chain.first_lines import FirstLine
from layout.chain.plan import COLUMNS, BoxDetail, ChainBox, LineDetail, Plan
from layout.drawn.scene import Line

BASIS = {"recorded": "recorded", "presumed": "presumed", "quiet": ""}


def details(boxes: Sequence[ChainBox]) -> dict[str, BoxDetail]:
    """Return what stands behind each box, by its id."""
    return {
        box.id: BoxDetail(
            id=box.id,
            title=box.title,
            column=COLUMNS[box.column],
            basis=box.basis,
            notes=tuple(note.text for note in box.notes),
            members=box.members,
            bodies=box.bodies,
            claims=box.claims,
            opens=box.folds,
        )
        for box in boxes
    }


def line_details(plan: Plan, drawn: Sequence[Line]) -> dict[str, LineDetail]:
    """Return what stands behind each line that is drawn, by its id."""
    waits = {line.id: line.when_chosen for line in drawn}
    return {
        line.id: LineDetail(line.id, line.kind, line.a, line.b, line.name, line.pairs, line.claims, waits[line.id])
        for line in plan.lines
        if line.id in waits
    }


def hidden_sentence(plan: Plan, hidden: Sequence[str], counted: int) -> str:
    """Say how many services are not shown, and why; `counted` of them are in an "and 2 more" of the map."""
    if not hidden:
        return "All services on record are shown."
    verb = "is" if len(hidden) == 1 else "are"
    whole = f"{len(hidden)} of {len(plan.services)} services {verb} not shown"
    if counted == len(hidden):
        return f"{whole}: they are counted under their stage."
    if not counted:
        return f"{whole}: nothing, or little, is recorded or presumed of them on this theme."
    rest = len(hidden) - counted
    return (
        f"{whole}: {counted} counted on the map; of {rest} nothing, or little, is recorded or presumed on this theme."
    )


def not_drawn(plan: Plan, first: Sequence[FirstLine], drawn: Sequence[Line]) -> Iterator[str]:
    """Say which of the first lines of the list are not seen on the map: for want of room, or both in one box."""
    seen = {line.id for line in drawn if not line.when_chosen}
    shown = {pair for line in plan.lines if line.id in seen and line.first for pair in line.pairs}
    for line in first:
        for a, b in sorted(line.pairs - shown)[:1]:
            within = any(a in box.members and b in box.members for box in plan.boxes)
            why = "both stand in one box" if within else "no room"
            yield f"Not drawn: {plan.names[a]} – {plan.names[b]} ({why})."


def table(plan: Plan, boxes: Sequence[ChainBox], hidden: Sequence[str]) -> tuple[Mapping[str, str], ...]:
    """Return one row for each service: where it stands, what it rests on, and who it is in contact with on the map."""
    titles = {box.id: box.title for box in boxes}
    rows = [
        _row(service, box, plan, titles)
        for box in sorted(boxes, key=lambda box: (box.column, -box.rank, box.id))
        for service in box.members
    ]
    empty = dict.fromkeys(("Stage", "Answers for it", "Contacts", "Gaps"), "")
    rows += [{"Service": plan.names[name], **empty, "On the map": "not shown", "id": name} for name in hidden]
    return tuple(rows)


def _row(service: str, box: ChainBox, plan: Plan, titles: Mapping[str, str]) -> dict[str, str]:
    return {
        "Service": plan.names[service],
        "Stage": COLUMNS[box.column],
        "Answers for it": BASIS[box.basis],
        "On the map": box.title,
        "Contacts": _partners(service, box, plan, titles, ("contact", "contact-other")),
        "Gaps": _partners(service, box, plan, titles, ("gap",)),
        "id": service,
    }


def _partners(service: str, box: ChainBox, plan: Plan, titles: Mapping[str, str], kinds: tuple[str, ...]) -> str:
    found = {
        plan.names[other]
        for line in plan.lines
        if line.kind in kinds and box.id in (line.a, line.b) and line.a in titles and line.b in titles
        for pair in line.pairs
        if service in pair
        for other in pair
        if other != service
    }
    return "; ".join(sorted(found))
