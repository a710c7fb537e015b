"""What the lines of a pasted list mean: bodies of a country first, others only as alternatives."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from rapidfuzz import fuzz, process

from graph.analysis.names.kind_words import heads_of_kind, kind_meant
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
OFFERED, OFFERS = 70, 6
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
    near = [m for found in home for m in found] or [m for text in texts for m in matches(record, text, what=BODIES)]
    near = near or _remotely_alike(record, country, line)
    return Listed(line, None, "", tuple(dict.fromkeys(match.thing.id for match in near))[:3])


def _remotely_alike(record: Record, country: str, text: str) -> list[Match]:
    """Return bodies of the country that share words with a text: enough to offer them, never to take one for it."""
    choice = [s for s in spellings(record) if s.thing.country == country and s.thing.node in BODIES and s.by != "id"]
    found = process.extract(
        folded(text), [one.text for one in choice], scorer=fuzz.token_set_ratio, score_cutoff=OFFERED, limit=OFFERS
    )
    living = [choice[place] for _, _, place in found if is_living(record, choice[place].thing)]
    return [Match(one.thing, (NEARLY,), one.by) for one in living]


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
