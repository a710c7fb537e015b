"""What changed, on one slide: numbers, and the first lines of each list."""

from collections.abc import Sequence

from graph.answers import PairChanged, WhatChangedAnswer
from graph.record import Record
from handouts.changes.page import heading, in_full, lists, numbers, shared
from handouts.paper import words
from handouts.slide.deck import SECOND, Deck, Slide, text

LINES, SIZE, STEP = 13, 16.0, 21.0
LONGEST = 118  # letters that a line of a slide holds


def changes_slide(record: Record, answer: WhatChangedAnswer, title: str = "") -> bytes:
    """Return what changed on one slide; what it leaves out stands in its notes."""
    deck, found = Deck(), lists(answer, in_full)
    notes = [f"{head}. {words.known_on(record)}. {words.DESIGNATIONS}" for head in [title or "What changed"]]
    notes += [line for head, lines in found.items() if lines for line in (head, *(says for _, says in lines))]
    slide = deck.slide(
        f"What changed: {heading(answer)}", f"{title or 'What changed'}. {words.known_on(record)}.", notes
    )
    _numbers(slide, answer)
    _lists(slide, lists(answer, lambda pair: _names(record, pair)))
    deck.foot(slide, words.DESIGNATIONS)
    return deck.written()


def _names(record: Record, pair: PairChanged) -> str:
    return " – ".join(words.short(record, end["id"], end["name"]) for end in (pair["a"], pair["b"]))


def _numbers(slide: Slide, answer: WhatChangedAnswer) -> None:
    counted = numbers(answer)
    wide = 1232 / len(counted)
    for place, (what, was, now) in enumerate(counted):
        x = 24 + place * wide
        number = f"{was:,} → {now:,}" if was != now else f"{now:,}"
        text(slide, (x, 84, wide - 16, 52), [(number, True)], 40)
        text(slide, (x, 138, wide - 16, 24), [(what, False)], SIZE, SECOND)


def _lists(slide: Slide, found: dict[str, list[tuple[str, str]]]) -> None:
    y = 182.0
    for (head, lines), most in zip(found.items(), shared([len(one) for one in found.values()], LINES), strict=True):
        if not lines:
            continue
        more = f" ({len(lines) - most} more in the notes)" if len(lines) > most else ""
        text(slide, (24, y, 1232, STEP), [(head + more, True)], SIZE + 1)
        shown = _cut([f"{sign} {says}" for sign, says in lines[:most]])
        if shown:
            text(
                slide, (36, y + STEP + 2, 1220, STEP * len(shown)), [(line, False) for line in shown], SIZE, wrap=False
            )
        y += STEP * (len(shown) + 1.5)


def _cut(lines: Sequence[str]) -> list[str]:
    """Return lines that each fit one line of the slide; what is cut off stands whole in the notes."""
    return [line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…" for line in lines]
