"""What the lines of a pasted list mean: bodies of a country first, others only as alternatives."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from rapidfuzz import fuzz, process

from graph.analysis.names.kind_words import heads_of_kind, kind_meant, kinds_named
from graph.analysis.names.names import (
    BEGINS,
    BODIES,
    EXACT,
    NEARLY,
    WORDS,
    Match,
    Named,
    found_as,
    is_living,
    matches,
    spellings,
)
from graph.analysis.names.spelling import folded, visible
from graph.model import Organization
from graph.record import Record

# What may be offered where nothing is alike enough: shared words.
OFFERED, OFFERS, ALIKE_AT_HOME = 70, 6, 2
# Words that say what sort of office a body is, not which; sharing them is no likeness.
OFFICE_WORDS = (
    "a administration agency and authority board bureau center centre department directorate division for general "
    "ministry national of office service services the unit"
)
OFFICES = frozenset(OFFICE_WORDS.split())
# Why a line means a body that its writer chose for it.
CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a pasted list: the body it most likely means, or none, and which others it may mean."""

    text: str
    organization: str | None
    why: str
    alternatives: tuple[str, ...]


def match_list(
    record: Record, country: str, names: Iterable[str], chosen: Mapping[str, str] | None = None
) -> list[Listed]:
    """Return what each line of a pasted list means among the bodies of a country and the international ones.

    A body of another country is only ever an alternative: an Anti-Narcotics Force exists elsewhere too. `chosen` is
    line -> the id of the body that its writer says it means, empty for none of those on record.
    """
    found = [meaning_of(record, country, line) for line in names if folded(line)]
    return [_as_chosen(record, line, (chosen or {}).get(line.text)) for line in found]


def _as_chosen(record: Record, line: Listed, body: str | None) -> Listed:
    """Return a line as its writer means it; what it was taken for before is an alternative then."""
    if body is None or body == (line.organization or "") or (body and body not in record.organizations):
        return line
    others = dict.fromkeys(one for one in (line.organization, *line.alternatives) if one and one != body)
    return Listed(line.text, body or None, CHOSEN if body else "", tuple(others))


@lru_cache(maxsize=512)
def meaning_of(record: Record, country: str, line: str) -> Listed:
    """Take the first reading that meets one body exactly, at home before abroad; else the first that meets any."""
    texts = readings(line)
    home = [_met_by(record, country, text) for text in texts]
    # Abroad is asked only where nothing at home is called so: most lines never need it.
    international = (_met_by(record, "INT", text) for text in texts)
    exact = (found for found in chain(home, international) if found and found[0].tier == EXACT)
    for found in chain(exact, home):
        if found and _is_clear(found):
            others = tuple(match.thing.id for match in found[1:4])
            return Listed(line, found[0].thing.id, found_as(record, found[0])["why"], others)
    near = [match.thing.id for found in home for match in found]
    if not near:
        alike = dict.fromkeys((*_heads_alike(record, country, line), *_remotely_alike(record, country, line)))
        abroad = (match.thing.id for text in texts for match in matches(record, text, what=BODIES))
        near = [*list(alike)[:ALIKE_AT_HOME], *abroad]
    return Listed(line, None, "", tuple(dict.fromkeys(near))[:3])


def _heads_alike(record: Record, country: str, text: str) -> list[str]:
    """Return the heads of a kind whose word a line holds: of many ministries none is meant by that word."""
    kinds = [kind for kind in kinds_named(text) if kind not in OFFICES]
    return [body.id for kind in kinds for body in heads_of_kind(record, kind, country)]


def _remotely_alike(record: Record, country: str, text: str) -> list[str]:
    """Return bodies of the country that share words with a text: enough to offer them, never to take one for it."""
    choice = [s for s in spellings(record) if s.thing.country == country and s.thing.node in BODIES and s.by != "id"]
    asked = _telling(folded(text))
    found = process.extract(
        asked, [_telling(one.text) for one in choice], scorer=fuzz.token_set_ratio, score_cutoff=OFFERED, limit=OFFERS
    )
    # All that hold the words of a text are as like to it; the shortest of them is meant most often.
    nearest = sorted(found, key=lambda one: (-one[1], -fuzz.token_sort_ratio(asked, one[0])))
    return [choice[place].thing.id for _, _, place in nearest if is_living(record, choice[place].thing)]


def _telling(text: str) -> str:
    """Return the words of a folded name that tell one office from another."""
    return " ".join(word for word in text.split() if word not in OFFICES)


def _met_by(record: Record, country: str, text: str) -> list[Match]:
    """Return what a reading meets; whoever lists a country's bodies means its national ones first."""
    found = {match.thing.id: match for match in matches(record, text, country, BODIES)}
    found.update({match.thing.id: match for match in _named_by_kind(record, text, country)})
    return sorted(found.values(), key=lambda match: (_closeness(match), _is_local(match.thing), match.rank))


def _named_by_kind(record: Record, text: str, country: str) -> list[Match]:
    """Return the one national body that a word such as "Customs" means: of that kind, below no other of it."""
    kind = kind_meant(text)
    heads = heads_of_kind(record, kind, country) if kind else []
    return [Match(heads[0], (EXACT,), "kind")] if len(heads) == 1 else []


def _closeness(match: Match) -> int:
    return BEGINS if match.tier == WORDS else match.tier


def _is_clear(found: Sequence[Match]) -> bool:
    """Whether the first match stands out: met exactly, or alone among national bodies, or the best of nearly so."""
    first = found[0]
    rivals = [
        m for m in found[1:] if _closeness(m) == _closeness(first) and _is_local(m.thing) == _is_local(first.thing)
    ]
    return first.tier == NEARLY or not rivals


def readings(line: str) -> list[str]:
    """Return what a line of a list may name: all of it, it without what stands in brackets, then each part.

    Numbers, bullets and a trailing acronym are how people write lists: "3. Federal Board of Revenue (FBR)".
    """
    text = re.sub(r"^[\s\d.)•*–-]+", "", visible(line)) or visible(line)
    outside = re.sub(r"\([^()]*\)", " ", text)
    parts = re.split(r"[()\[\]/;]|\s[–—-]\s", text)
    return list(dict.fromkeys(part.strip() for part in (text, outside, *parts) if folded(part)))


def _is_local(thing: Named) -> bool:
    return isinstance(thing, Organization) and thing.level in ("provincial", "local")
