"""The lines of the chain: their ways, tracks and words, put together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from layout.chain.plan import ChainLine
from layout.chain.ports import ports
from layout.chain.tags import tag_on
from layout.chain.tracks import climbs, path_of, tracks
from layout.chain.ways import Ground, Taken, Way, way_of
from layout.drawn.lettering import tag_size
from layout.drawn.scene import Line, Tag, TagKind
from layout.places import Place, stretches

ASIDE = 0.19
TAG_KINDS: dict[str, TagKind] = {"gap": "gap", "problem": "problem"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """The lines as drawn, and the widths that gutters lack: for words that found no place, and for crowded lines."""

    lines: tuple[Line, ...]
    for_words: Mapping[int, float] = field(default_factory=dict)
    for_lines: Mapping[int, float] = field(default_factory=dict)


def drawn(lines: Sequence[ChainLine], ground: Ground) -> Drawn:
    """Draw the lines that are seen at once, beside each other."""
    routed, wider = _together(lines, ground)
    tagged, lacking = _tagged(routed, _words(ground), ground)
    return Drawn(tuple(tagged), lacking, wider)


def drawn_when_chosen(
    lines: Sequence[ChainLine], seen: Sequence[ChainLine], tags: Sequence[Place], ground: Ground
) -> Iterator[Line]:
    """Draw the lines that wait for a choice: they may lie over others, but not over one of the same two boxes.

    `tags` are the words already on the sheet; a gap whose word finds no place is left to the list of gaps.
    """
    taken = [*_words(ground), *tags]
    pairs: dict[tuple[str, str], list[ChainLine]] = {}
    for one in lines:
        pairs.setdefault((one.a, one.b), []).append(one)
    for number, (pair, waiting) in enumerate(pairs.items(), 1):
        beside = [line for line in seen if (line.a, line.b) == pair]
        routed, _ = _together([*beside, *waiting], ground, ASIDE * number)
        for way, line in routed:
            if way.line.when_chosen:
                tag = _word(line, way.line.tag, taken, (), ground) if way.line.tag else None
                taken += [Place(tag.x, tag.y, tag.w, tag.h)] if tag else []
                if tag or line.kind != "gap":
                    yield replace(line, tag=tag)


Routed = list[tuple[Way, Line]]


def _together(lines: Sequence[ChainLine], ground: Ground, aside: float = 0.0) -> tuple[Routed, dict[int, float]]:
    """Route lines beside each other; also return the width that crowded gutters ask for.

    `aside` moves the tracks by a share of the gutter, so that lines routed one by one do not all take its middle.
    """
    taken = Taken()
    ways = [way for line in lines if (way := way_of(line, ground, taken)) is not None]
    ends = ports(ways, ground)
    placed: dict[tuple[str, int], float] = {}
    wider: dict[int, float] = {}
    for gutter, climbing in climbs(ways, ends, ground).items():
        track, count = tracks(climbing)
        low, high = ground.gutter(gutter)
        apart = (high - low) / (count + 1)
        shares = {key: ((place + 1) / (count + 1) + aside) % 1 for key, place in track.items()}
        placed |= {key: round(low + (high - low) * min(max(share, 0.1), 0.9), 1) for key, share in shares.items()}
        if apart < ground.sheet.track:
            wider[gutter] = ground.sheet.track * (count + 1)
    return [(way, _line(way.line, path_of(way, ends, placed, ground), ground)) for way in ways], wider


def _line(line: ChainLine, path: tuple[tuple[float, float], ...], ground: Ground) -> Line:
    ends = " and ".join(ground.boxes[end].box.title for end in (line.a, line.b))
    return Line(
        line.id,
        path,
        line.kind,
        (line.a, line.b),
        f"{line.name}: {ends}",
        "rounded" if len(path) > 2 else "straight",
        when_chosen=line.when_chosen,
    )


def _word(
    line: Line, text: tuple[str, ...], taken: Sequence[Place], others: Sequence[Place], ground: Ground
) -> Tag | None:
    sheet, kind = ground.sheet, TAG_KINDS.get(line.kind, "label")
    within = Place(0, sheet.top, sheet.width, sheet.bottom - sheet.top)
    return tag_on(line.path, text, kind, taken, others, within, projector=sheet.projector)


def _words(ground: Ground) -> list[Place]:
    """Everything that a tag must keep clear of."""
    boxes = [box.extent for box in ground.boxes.values()]
    return boxes + [place for places in ground.blocked.values() for place in places]


def _is_astray(tag: Tag, line: Line, lines: Iterable[Line]) -> bool:
    """Whether the word of a gap or problem stands on another such line as well, so that none could tell whose it is."""
    place = Place(tag.x, tag.y, tag.w, tag.h)
    return line.kind in TAG_KINDS and any(
        place.touches(piece)
        for other in lines
        if other.id != line.id and other.kind in TAG_KINDS
        for piece in stretches(other.path)
    )


def whole_words(line: ChainLine) -> list[tuple[str, ...]]:
    """Return the word of a line, and as good a one for a problem that is narrower."""
    return [line.tag, ("problem", line.tag[-1].split()[-1])] if line.kind == "problem" else [line.tag]


def _short_words(line: ChainLine) -> list[tuple[str, ...]]:
    """Return the words that a first line of the list carries where nothing longer has room."""
    if not line.first:
        return []
    last = line.tag[-1].split()[-1]
    return [(last,)] if line.kind == "problem" else [(f"? {last}" if last.startswith("×") else "?",)]


def _first_that_fits(
    line: ChainLine, path: Line, taken: Sequence[Place], others: Sequence[Place], seen: Sequence[Line], ground: Ground
) -> Tag | None:
    """Return the longest word of a line that finds a place of its own."""
    for text in (*whole_words(line), *_short_words(line)):
        tag = _word(path, text, taken, others, ground)
        if tag is not None and not _is_astray(tag, path, seen):
            return tag
    return None


def _tagged(routed: Routed, taken: list[Place], ground: Ground) -> tuple[list[Line], dict[int, float]]:
    """Give lines their words, gaps first; name the gutter that is too narrow for a word that found no place."""
    found: dict[str, Line] = {line.id: line for _, line in routed}
    lacking: dict[int, float] = {}
    projector = ground.sheet.projector
    order = sorted(routed, key=lambda pair: (pair[0].line.turn, pair[1].kind not in TAG_KINDS, len(pair[1].path)))
    for way, line in order:
        if not way.line.tag:
            continue
        others = [piece for other in found.values() if other.id != line.id for piece in stretches(other.path)]
        kind = TAG_KINDS.get(line.kind, "label")
        tag = _first_that_fits(way.line, line, taken, others, list(found.values()), ground)
        if tag is not None:
            taken.append(Place(tag.x, tag.y, tag.w, tag.h))
            found[line.id] = replace(line, tag=tag)
        elif kind != "label":
            # A gap or a problem without its word would be misread: it waits for a choice, and is routed anew for that.
            del found[line.id]
        if kind != "label" and (tag is None or tag.text not in whole_words(way.line)):
            gutter = max(way.gutter, 0)
            lacking[gutter] = max(lacking.get(gutter, 0), tag_size(way.line.tag, kind, projector=projector)[0] + 6)
    return list(found.values()), lacking
