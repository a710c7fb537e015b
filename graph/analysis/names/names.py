"""Bodies, networks and sites by what people call them: id, name, short name, acronym or alias, in any script."""

import sys
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz, process

from graph.analysis.names.kind_words import Place, kind_meant, order_of_kind
from graph.analysis.names.spelling import folded, visible
from graph.answers import FindAnswer, Found
from graph.errors import UnknownName
from graph.model import Network, Organization, Site
from graph.record import Record

What = Literal["organization", "network", "site"]
Named = Organization | Network | Site
WHATS: tuple[What, ...] = ("organization", "network", "site")
BODIES = WHATS[:1]

# How a text can meet a name, best first.
EXACT, BEGINS, WORDS, NEARLY = range(4)
# Of 100; below it rapidfuzz joins names that share only "National" and "Authority".
LIKE_ENOUGH = 84
SHORTEST_FUZZY = 4
SHOWN_AT_MOST = 30  # Room for one customs administration a country.


@dataclass(frozen=True, slots=True)
class Spelling:
    """One thing under one of its names; `by` says which: id, acronym, name, short name or alias."""

    thing: Named
    by: str
    text: str
    words: frozenset[str]
    place: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """One thing that answers to a text, by its best name; smaller ranks are better."""

    thing: Named
    rank: tuple[int, ...]
    by: str

    @property
    def tier(self) -> int:
        """How the text met the name: EXACT, BEGINS, WORDS or NEARLY."""
        return self.rank[0]


@lru_cache(maxsize=4)
def spellings(record: Record) -> tuple[Spelling, ...]:
    """Return every name of every body, network and site, ended ones too."""
    things: list[Named] = [*record.organizations.values(), *record.networks.values(), *record.sites.values()]
    return tuple(spelling for thing in things for spelling in _spellings_of(record, thing))


def _spellings_of(record: Record, thing: Named) -> Iterator[Spelling]:
    place = frozenset([thing.country.casefold(), *folded(record.country_name(thing.country)).split()])
    for by, name in names_of(thing):
        text = folded(name)
        if text:
            yield Spelling(thing, by, text, frozenset(text.split()), place)


def names_of(thing: Named) -> list[tuple[str, str]]:
    """Return what a thing is called, each with the word for that kind of name."""
    found = [("id", thing.id), ("name", thing.name)]
    if not isinstance(thing, Site):
        found += [("acronym", thing.acronym), ("short name", thing.short_name)]
    if isinstance(thing, Organization):
        found += [("alias", alias) for alias in thing.aliases]
    return [(by, name) for by, name in found if name]


def matches(record: Record, text: str, country: str = "", what: Sequence[str] = WHATS) -> list[Match]:
    """Return what answers to a text, best first: exact, then begins with it, then its words, then nearly so.

    Where the text is the word for a kind ("customs") the bodies of that kind come before all but exact names.
    """
    asked = folded(text)
    if not asked:
        return []
    choice = [s for s in spellings(record) if s.thing.node in what and country in ("", s.thing.country)]
    best: dict[str, Match] = {}
    for spelling, tier, distance in _met(asked, choice, [_beginning(record, word) for word in asked.split()]):
        living = is_living(record, spelling.thing)
        rank = (tier, distance, not living, spelling.by == "id", len(spelling.text))
        if spelling.thing.address not in best or rank < best[spelling.thing.address].rank:
            best[spelling.thing.address] = Match(spelling.thing, rank, spelling.by)
    kind = kind_meant(text) if "organization" in what else ""
    called = {match.thing.id for match in best.values()}
    return _ordered(best, order_of_kind(record, kind, called, country) if kind else {}, record)


def _ordered(best: dict[str, Match], of_kind: Mapping[str, Place], record: Record) -> list[Match]:
    for body in of_kind:
        node = record.organizations[body]
        best.setdefault(node.address, Match(node, (NEARLY,), "kind"))

    def order(match: Match) -> tuple[bool, bool, Place, tuple[int, ...], str]:
        place = of_kind.get(match.thing.id) if isinstance(match.thing, Organization) else None
        return match.tier != EXACT, place is None, place or (0, "", 0), match.rank, match.thing.address

    return sorted(best.values(), key=order)


def _met(
    asked: str, choice: list[Spelling], beginning: Sequence[frozenset[str]]
) -> Iterator[tuple[Spelling, int, int]]:
    """Yield the spellings that a folded text meets, with the tier and how far they are.

    `beginning` holds, for each word of the text, the words of all spellings that begin with it.
    """
    words = list(zip(asked.split(), beginning, strict=True))
    anything = frozenset().union(*beginning)
    rest = []
    for spelling in choice:
        if spelling.text == asked:
            yield spelling, EXACT, 0
        elif spelling.text.startswith(asked):
            yield spelling, BEGINS, 0
        elif not anything.isdisjoint(spelling.words) and _holds_words(spelling, words):
            yield spelling, WORDS, 0
        elif spelling.by != "id":
            rest.append(spelling)
    if len(asked) >= SHORTEST_FUZZY:
        texts = [spelling.text for spelling in rest]
        for _, score, place in process.extract(
            asked, texts, scorer=fuzz.token_sort_ratio, score_cutoff=LIKE_ENOUGH, limit=20
        ):
            yield rest[place], NEARLY, round(100 - score)


def _holds_words(spelling: Spelling, asked: Sequence[tuple[str, frozenset[str]]]) -> bool:
    """Whether a name has all the words, each perhaps cut short; the words of its country count as its own."""
    left = [word for word, beginning in asked if beginning.isdisjoint(spelling.words)]
    return len(left) < len(asked) and spelling.place.issuperset(left)


def _beginning(record: Record, text: str) -> frozenset[str]:
    """Return the words of all spellings that begin with a text."""
    words = _words(record)
    first, last = bisect_left(words, text), bisect_left(words, text + chr(sys.maxunicode))
    return frozenset(words[first:last])


@lru_cache(maxsize=4)
def _words(record: Record) -> tuple[str, ...]:
    """Return every word of every spelling once, in order."""
    return tuple(sorted({word for spelling in spellings(record) for word in spelling.words}))


def is_living(record: Record, thing: Named) -> bool:
    """Return whether a body lives, or a network runs, on the date; a site always does."""
    if isinstance(thing, Organization):
        return record.is_living(thing.id)
    return record.is_running(thing.id) if isinstance(thing, Network) else True


def find(record: Record, text: str, country: str = "", top: int = SHOWN_AT_MOST) -> FindAnswer:
    """Answer `find`: bodies, networks and sites, best match first, those of one country if it is given."""
    return {"found": [found_as(record, match) for match in matches(record, text, country)[:top]]}


def found_as(record: Record, match: Match) -> Found:
    """Return a match as it is answered."""
    thing = match.thing
    what: What = "network" if isinstance(thing, Network) else "site" if isinstance(thing, Site) else "organization"
    whys = (match.by, f"{match.by} begins so", f"words of its {match.by}", f"{match.by} is spelled nearly so")
    why = whys[EXACT if match.by == "kind" else match.tier]
    return {
        "id": thing.id,
        "name": thing.name,
        "what": what,
        "country": thing.country or None,
        "why": why + ending(record, thing),
    }


def ending(record: Record, thing: Named) -> str:
    """Return when a thing ended and what follows it, to be put behind its name; nothing while it lives."""
    if is_living(record, thing) or isinstance(thing, Site):
        return ""
    if not record.has_begun(thing):
        return f"; begins {thing.since if isinstance(thing, Organization) else thing.start_year}"
    until = thing.until if isinstance(thing, Organization) else thing.end_year
    after = record.successor(thing.id) if isinstance(thing, Organization) else None
    return f"; ended {until}" + (f", followed by {record.organizations[after].name}" if after else "")


def resolve(record: Record, text: str, country: str = "", what: Sequence[str] = WHATS) -> str:
    """Return the address of the one thing that a text names; those of the country go before all others.

    The text is an address, an id, a name, a short name, an acronym or an alias. Raises UnknownName with candidates
    where nothing answers to it, or more than one thing does.
    """
    if text.partition(":")[0] in what and record.node(text) is not None:
        return text
    found = [match for match in matches(record, text, what=what) if match.tier == EXACT]
    for wanted in (
        [match for match in found if match.thing.id == text.strip()],
        [match for match in found if country and match.thing.country == country],
        found,
    ):
        if len(wanted) == 1:
            return wanted[0].thing.address
        if wanted:
            raise UnknownName(
                f"“{shown(text)}” names {len(wanted)} things in the record.",
                f"Give the id of one: {'; '.join(candidates(wanted, what))}.",
                candidates(wanted, what),
            )
    raise _unknown(record, text, country, what)


def _unknown(record: Record, text: str, country: str, what: Sequence[str]) -> UnknownName:
    near = matches(record, text, country, what) or matches(record, text, what=what)
    names = candidates(near[:5], what)
    do = f"Did you mean: {'; '.join(names)}?" if names else "Look for it with `whoelse find`."
    return UnknownName(f"Nothing in the record is called “{shown(text)}”.", do, names)


def candidates(found: Sequence[Match], what: Sequence[str] = WHATS) -> list[str]:
    """Return matches as a person reads them: `pk-anf Anti-Narcotics Force (PK)`; addresses where kinds may mix."""
    mixed = len({match.thing.node for match in found}) > 1 and len(what) > 1
    return [
        f"{thing.address if mixed else thing.id} {thing.name}{f' ({thing.country})' if thing.country else ''}"
        for thing in (match.thing for match in found)
    ]


def shown(text: str) -> str:
    """Return a given text as an error may repeat it: visible characters, at most eighty."""
    seen = visible(text)
    return seen if len(seen) <= 80 else seen[:79] + "…"
