"""What networks share, and the pillars of the strategy, as text."""

from commands.screen import indented, paragraph, table
from commands.show.parts import titled
from graph.analysis.networks.overlap_words import overlap_in_words
from graph.answers import OverlapAnswer, OverlapMeasuresAnswer, PillarActivity, PillarRow, PillarsAnswer, Spanner
from graph.record import Record

MEASURES = ("degree", "closeness", "betweenness")


def overlap(record: Record, answer: OverlapAnswer, top: int, width: int) -> list[str]:
    """Return the pairs as sentences, those that share most first, then who sits in most of the networks."""
    lines = [] if answer["pairs"] else paragraph("No two of these networks share a recorded member.", width)
    for place, pair in enumerate(answer["pairs"][:top], 1):
        ids = f"{pair['a']['id']}, {pair['b']['id']}: {', '.join(one['id'] for one in pair['shared'])}"
        lines += paragraph(f"{place}. {overlap_in_words(record, pair)}", width, "   ") + indented(ids, width)
    if len(answer["pairs"]) > top:
        lines.append(f"... and {len(answer['pairs']) - top} pairs more (--top)")
    spanners = [line for one in answer["spanners"][:top] for line in _spanner(one, width)]
    return lines + titled("WHO SITS IN SEVERAL", spanners)


def two_mode(record: Record, answer: OverlapMeasuresAnswer, top: int, width: int) -> list[str]:
    """Return the same, then the centralities of networks and members as a table each."""
    lines = overlap(record, answer, top, width)
    for what, title in (("network", "NETWORKS"), ("member", "MEMBERS")):
        found = [one for one in answer["two_mode"] if one["what"] == what][:top]
        rows = [(one["id"], *(f"{one[name]:.4f}" for name in MEASURES)) for one in found]  # type: ignore[literal-required]
        lines += titled(title, table(("id", *MEASURES), rows, width))
    pairs = [
        (one["a"]["id"], one["b"]["id"], one["shared"], f"{one['expected']:.1f}", f"{one['chance']:.2g}")
        for one in answer["surprise"][:top]
    ]
    head = f"SHARED AS BY LOT, OUT OF {answer['universe']} MEMBERS"
    return lines + titled(head, table(("a", "b", "shared", "expected", "chance of as many"), pairs, width))


def _spanner(one: Spanner, width: int) -> list[str]:
    seats = ", ".join(seat["id"] for seat in one["networks"])
    return paragraph(f"{one['name']} ({one['id']}) in {len(one['networks'])}: {seats}", width, "  ")


def pillars(answer: PillarsAnswer, width: int) -> list[str]:
    """Return pillar by pillar what is planned and what runs, and where nothing is recorded."""
    lines: list[str] = []
    for pillar in answer["pillars"]:
        lines += ["", *_pillar(answer, pillar, width)]
    return lines[1:]


def _there(one: PillarActivity) -> str:
    """An activity, with what became of its network since the strategy was written."""
    now = f", {one['status']} by now" if one["status"] in ("ended", "silent") else ""
    return f"{one['name']} ({one['id']}{now})"


def _pillar(answer: PillarsAnswer, pillar: PillarRow, width: int) -> list[str]:
    shown = {column["id"]: column["name"] for column in answer["columns"]}
    lines = paragraph(f"{pillar['name'].upper()} ({len(pillar['networks'])} networks are coded with it)", width)
    for cell in pillar["cells"]:
        if cell["activities"]:
            planned = cell["column"] != answer["columns"][-1]["id"]
            text = (
                f"planned: {shown[cell['column']]}"
                if planned
                else f"already there: {'; '.join(_there(one) for one in cell['activities'])}"
            )
            lines += indented(text, width)
    return lines + (indented(f"{pillar['says']}: no activity, planned or running", width) if pillar["says"] else [])
