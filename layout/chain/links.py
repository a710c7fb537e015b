"""Contacts, gaps and reported problems of a country, as lines between the boxes of a map."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph import dates
from graph.analysis.contacts.contact_values import STANDING
from graph.analysis.gaps.gap_kinds import trace_of
from graph.analysis.gaps.screening import Pair, Screening
from graph.columns import ROLES
from graph.rules import rules
from layout.chain.first_lines import FirstLine, word_of
from layout.chain.plan import ChainBox, ChainLine
from layout.drawn.scene import LineKind

MOST_GAPS, MOST_WAITING_GAPS = 6, 12
MOST_CONTACTS, MOST_OTHERS = 10, 3
NAMES: dict[LineKind, str] = {
    "contact": "Contact on this theme",
    "contact-other": "Contact on another theme",
    "problem": "Problem reported",
}


@dataclass(frozen=True, slots=True)
class Contacts:
    """Who has contacts: services in a contact on the theme, services whose contacts are drawn as lines at once, and
    the number of standing contacts on the theme of each body.
    """

    on_theme: frozenset[str]
    lined: frozenset[str]
    count: Mapping[str, int]


@dataclass(slots=True)
class _Bundle:
    """All claims of one kind between two boxes."""

    kind: LineKind
    when_chosen: bool
    pairs: set[tuple[str, str]] = field(default_factory=set)
    rows: list[int] = field(default_factory=list)
    expected: int = 0
    weight: float = 0.0


Key = tuple[str, str, LineKind, bool]


def contacts_of(seen: Screening) -> Contacts:
    """Return who is in contact with whom, by the claims that count."""
    on_theme: set[str] = set()
    lined: set[str] = set()
    count: Counter[str] = Counter()
    for i, j in _pairs(seen):
        rows = seen.contacts_between(i, j)
        services = {seen.block.services[i], seen.block.services[j]}
        on_theme |= services if any(_is_on_theme(seen, row) for row in rows) else set()
        lined |= services if any(_sort(seen, (i, j), row) == ("contact", False) for row in rows) else set()
        for row in seen.standing_between(i, j):
            if _is_on_theme(seen, row):
                count.update({*_bodies(seen, row), *services})
    return Contacts(frozenset(on_theme), frozenset(lined), count)


def links(
    seen: Screening, boxes: Sequence[ChainBox], first: Sequence[FirstLine], problems: bool
) -> tuple[ChainLine, ...]:
    """Return the lines of a map: the first of the list, standing contacts, at most six gaps, problems if asked for.

    What is not drawn at once (one-off acts, contacts on another theme of pairs not expected, further gaps) waits
    until one of its boxes is chosen. Beyond eighteen lines of gaps the lightest are left to the list of gaps.
    """
    where = _where(boxes)
    bundles: dict[Key, _Bundle] = {}
    for pair in _pairs(seen):
        for row in seen.rows_between(*pair):
            _add_claim(seen, pair, row, where, bundles, problems)
    for pair in seen.expected_pairs:
        _add_expected(seen, pair, where, bundles)
    bare = {(a, b) for a, b, kind, waits in bundles if kind == "contact" and not waits}
    kept = {
        key: one
        for key, one in bundles.items()
        if one.pairs and (key[2] != "contact-other" or (key[0], key[1]) not in bare)
    }
    numbers = {pair: line.number for line in reversed(first) for pair in line.pairs}
    return _limited([_line(seen, key, bundle, numbers) for key, bundle in kept.items()])


def _pairs(seen: Screening) -> list[Pair]:
    ties, of = seen.coordination.ties, seen.block.service_of
    found = {(min(a, b), max(a, b)) for a, b in zip(of[ties.a].tolist(), of[ties.b].tolist(), strict=True) if a != b}
    return sorted(found)


def _where(boxes: Iterable[ChainBox]) -> dict[str, str]:
    """Return the box of each body; a unit that stands by itself before the service that it belongs to."""
    found: dict[str, str] = {}
    for box in sorted(boxes, key=lambda box: not box.members):
        found |= dict.fromkeys(box.bodies, box.id)
    return found


def _bodies(seen: Screening, row: int) -> tuple[str, str]:
    claims, names = seen.record.claims, seen.record.addresses
    a, b = (names[end].partition(":")[2] for end in (claims.a[row], claims.b[row]))
    return a, b


def _is_on_theme(seen: Screening, row: int) -> bool:
    number = seen.record.claims.theme[row]
    theme = seen.record.addresses[number].partition(":")[2] if number >= 0 else ""
    return not seen.theme or (bool(theme) and seen.theme in rules().within(theme, ""))


def _add_claim(
    seen: Screening, pair: Pair, row: int, where: Mapping[str, str], bundles: dict[Key, _Bundle], problems: bool
) -> None:
    """Put one claim into the bundle of its two boxes, if both are on the map."""
    ends = sorted({where.get(body, "") for body in _bodies(seen, row)})
    sort = _sort(seen, pair, row)
    if len(ends) != 2 or not ends[0] or sort is None or (sort[0] == "problem" and not problems):
        return
    bundle = bundles.setdefault((ends[0], ends[1], *sort), _Bundle(*sort))
    bundle.pairs.add((seen.block.services[pair[0]], seen.block.services[pair[1]]))
    bundle.rows.append(row)
    bundle.weight = max(bundle.weight, float(seen.need.value[pair]))


def _sort(seen: Screening, pair: Pair, row: int) -> tuple[LineKind, bool] | None:
    """Return the kind of line that a claim makes, and whether it waits for a choice."""
    if seen.record.claims.absent[row]:
        return ("problem", False) if pair in seen.problems and row in seen.problems[pair] else None
    if row not in seen.contacts_between(*pair):
        return None
    on_theme = _is_on_theme(seen, row)
    is_quiet = bool(
        seen.record.claims.standing[row] != STANDING
        or ROLES[seen.record.claims.role[row]] == "reports-to"
        or not (on_theme or seen.expected[pair])
    )
    return "contact" if on_theme else "contact-other", is_quiet


def _add_expected(seen: Screening, pair: Pair, where: Mapping[str, str], bundles: dict[Key, _Bundle]) -> None:
    """Count an expected pair between its two boxes, and put it into their gap where no contact is found."""
    services = (seen.block.services[pair[0]], seen.block.services[pair[1]])
    ends = sorted({where.get(service, "") for service in services})
    if len(ends) == 2 and ends[0]:
        bundle = bundles.setdefault((ends[0], ends[1], "gap", False), _Bundle("gap", False))
        bundle.expected += 1
        if seen.found[pair] or pair in seen.problems:
            return
        bundle.pairs.add(services)
        bundle.weight = max(bundle.weight, float(seen.severity[pair]))


def _line(seen: Screening, key: Key, bundle: _Bundle, numbers: Mapping[tuple[str, str], int]) -> ChainLine:
    a, b, kind, waits = key
    tag, name = _gap_words(seen, bundle) if kind == "gap" else _other_words(seen, bundle)
    named = [numbers[pair] for pair in bundle.pairs if pair in numbers and kind in ("gap", "problem")]
    return ChainLine(
        id=f"{kind}{'-chosen' if waits else ''}:{a}:{b}",
        a=a,
        b=b,
        kind=kind,
        name=name,
        tag=tag,
        pairs=tuple(sorted(bundle.pairs)),
        claims=tuple(seen.record.claim_ids(bundle.rows)),
        weight=bundle.weight + 0.001 * len(bundle.pairs),
        when_chosen=waits,
        first=min(named, default=0),
    )


def _gap_words(seen: Screening, bundle: _Bundle) -> tuple[tuple[str, ...], str]:
    """Return the word on a gap line, with the number of pairs without a contact, and its name: what is recorded.

    The number is that of the list of gaps: expected pairs less those in contact and those of a problem.
    """
    place, count = seen.block.service_place, len(bundle.pairs)
    pairs = [(place[a], place[b]) for a, b in sorted(bundle.pairs)]
    traces = [trace_of(seen, (min(pair), max(pair))) for pair in pairs]
    kinds = Counter(trace.kind for trace in traces)
    word = word_of(seen, traces)
    if count == bundle.expected == 1:
        return (word,), f"Gap: {', '.join(kinds)}"
    told = ", ".join(f"{kind} ({number})" if len(kinds) > 1 else kind for kind, number in sorted(kinds.items()))
    name = f"Gap: {told}, {count} of {bundle.expected} expected pairs"
    return (word if count == 1 else f"{word} ×{count}",), name


def _other_words(seen: Screening, bundle: _Bundle) -> tuple[tuple[str, ...], str]:
    """Return the word and the name of contacts and problems."""
    count = len(bundle.pairs)
    name = "Contact" if bundle.kind.startswith("contact") and not seen.theme else NAMES[bundle.kind]
    name += f", {count} pairs of services" if count > 1 else ""
    if bundle.kind == "problem":
        year = dates.text(max(seen.heard(row) for row in bundle.rows))[:4]
        return ("problem", f"reported {year}" if year else "reported"), name
    return (f"{count} contacts",) if count > 1 and not bundle.when_chosen else (), name


def _limited(lines: list[ChainLine]) -> tuple[ChainLine, ...]:
    """Let lines beyond the limit of their kind wait for a choice, the lightest; leave out the lightest gaps of all.

    The first lines of the list come first, then contacts, then further gaps: so they take what room there is.
    """
    limits = {"gap": MOST_GAPS, "contact": MOST_CONTACTS, "contact-other": MOST_OTHERS}
    used: Counter[str] = Counter()
    found = []
    for line in sorted(lines, key=lambda line: (line.when_chosen, line.turn, -line.weight, line.id)):
        if line.kind == "gap" and used["gap"] >= MOST_GAPS + MOST_WAITING_GAPS:
            continue
        waits = line.when_chosen or used[line.kind] >= limits.get(line.kind, 99)
        used[line.kind] += line.kind == "gap" or not waits
        found.append(replace(line, when_chosen=waits, tag=() if waits and line.kind != "gap" else line.tag))
    order = {"problem": 0, "contact": 1, "contact-other": 2, "gap": 3}
    return tuple(sorted(found, key=lambda line: (line.when_chosen, line.turn, order[line.kind], -line.weight, line.id)))
