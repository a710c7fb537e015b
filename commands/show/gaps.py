"""Coordination gaps as text: a sentence each, with how sure it is."""

from commands.screen import indented, paragraph
from commands.show.parts import contacts, names, titled, words
from graph.answers import Closer, Gap, GapsAnswer, Unjudged, Unrecorded
from graph.words import count


def gaps(answer: GapsAnswer, width: int, more: int = 0) -> list[str]:
    """Return the counts, each gap with its band and kind, how many more lines there are, and what cannot be judged."""
    aside = f" {answer['not_applicable']} judged not applicable." if answer["not_applicable"] else ""
    lines = paragraph(contacts(answer["contacts"]) + _outside(answer) + aside, width)
    if answer["contacts"]["expected"] and not answer["gaps"]:
        lines += ["", "No gap was found in what is recorded."]
    for place, gap in enumerate(answer["gaps"], 1):
        lines += ["", *_gap(place, gap, width)]
    if more:
        lines += [
            "",
            *paragraph(f"And {count(more, 'more line')}: --top {len(answer['gaps']) + more} prints all.", width),
        ]
    lines += titled("CANNOT BE JUDGED", _unjudged(answer, width))
    abroad = [line for one in answer["problems_abroad"] for line in paragraph(one["sentence"], width, "  ")]
    return lines + titled("PROBLEMS REPORTED WITH BODIES ABROAD", abroad)


def _outside(answer: GapsAnswer) -> str:
    """Say of how many pairs beyond those counted a problem is reported: nothing recorded lets contact be expected."""
    reported = sum(gap["kind"] == "problem reported" for gap in answer["gaps"])
    outside = reported - answer["contacts"]["problems"]
    return f" {outside} more outside the expected." if outside > 0 else ""


def _unjudged(answer: GapsAnswer, width: int) -> list[str]:
    by_reason: dict[str, list[Unjudged]] = {}
    for one in answer["cannot_be_judged"]:
        by_reason.setdefault(one["why"], []).append(one)
    return [line for why, alike in by_reason.items() for line in paragraph(f"{why}: {names(alike)}", width, "  ")]


def _gap(place: int, gap: Gap, width: int) -> list[str]:
    ends = f"{gap['a']['id']} and {gap['b']['id']}"
    claims, sources = count(gap["searched"]["claims"], "claim"), count(gap["searched"]["sources"], "source")
    # A band says how sure the reasons are: a reported problem may stand without any.
    sure = f"band {gap['band']}" if gap["reasons"] else "no reason recorded"
    lines = paragraph(f"{place}. {gap['sentence']}", width, indent="   ")
    lines += indented(f"{sure}, {words(gap['kind'])}: {ends}; searched: {claims} of {sources}", width)
    lines += [line for one in gap["could_close"][:1] for line in indented(_closer(one), width)]
    lines += [line for said in _unrecorded(gap["unrecorded"]) for line in indented(said, width)]
    if gap["next_step"]:
        lines += indented(f"next step: {gap['next_step']}", width)
    if gap["citation"]:
        lines += indented(f"legal basis: {gap['citation']}", width)
    return lines


def _closer(one: Closer) -> str:
    return f"{'both sit in' if one['what'] == 'network' else 'both know'}: {one['name']}"


def _unrecorded(chance: Unrecorded) -> list[str]:
    if chance["low"] is None or chance["high"] is None:
        return []
    return [f"in contact but unrecorded: a chance of {chance['low']:.0%} to {chance['high']:.0%}, roughly"]
