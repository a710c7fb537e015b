"""What a file says of a body, a network or a line: plain lines of text, and claims with their sources."""

from collections.abc import Iterable, Iterator
from typing import Any

from graph import vocabulary
from graph.analysis.claims import rows_about
from graph.analysis.sentences import sentence_of
from graph.model import Network, Organization
from graph.record import Record

MOST = 60  # claims of one thing; the newest come first
List = tuple[str, list[str]]
CODED = "coded by editors"


class Evidence:
    """Collects what is said of things, each thing and each claim once."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.things: dict[str, dict[str, Any]] = {}
        self.claims: dict[str, dict[str, str]] = {}

    def thing(self, address: str) -> str:
        """Take in a body, a network or a country, and return its address."""
        if address not in self.things:
            rows = self._told(rows_about(self.record, address))
            self.things[address] = {
                "title": self._name(address),
                "facts": list(self._facts(address)),
                "claims": [self.claim(row) for row in rows[:MOST]],
                "more": max(len(rows) - MOST, 0),
            }
        return address

    def part(
        self, name: str, title: str, facts: Iterable[str], claims: Iterable[str] = (), lists: Iterable[List] = ()
    ) -> None:
        """Take in what a box or line of the map stands for; a list names what belongs to it, under a title or none."""
        rows = self._told(row for claim in claims if (row := self.record.row_of_claim(claim)) is not None)
        self.things[name] = {
            "title": title,
            "facts": [fact for fact in facts if fact],
            "claims": [self.claim(row) for row in rows[:MOST]],
            "more": max(len(rows) - MOST, 0),
            "lists": [each for each in lists if each[1]],
        }

    def _told(self, rows: Iterable[int]) -> list[int]:
        """The rows without problems that sources report: a file goes further than the room in which it was made."""
        return [int(row) for row in rows if not self.record.claims.absent[row]]

    def claim(self, row: int) -> str:
        """Take in a claim, and return its id."""
        name = self.record.claim_id(row)
        if name not in self.claims:
            claim = self.record.claim(row)
            source = self.record.sources[claim.source]
            self.claims[name] = {
                "says": sentence_of(self.record, row),
                "note": claim.note,
                "source": ", ".join(part for part in (source.title, source.publisher, source.published) if part),
                "read": f"read on {claim.read_on}" if claim.read_on else "",
                "address": source.url,
            }
        return name

    def _name(self, address: str) -> str:
        kind, _, name = address.partition(":")
        node = self.record.node(address)
        if isinstance(node, Organization | Network):
            return node.name
        return self.record.country_name(name) if kind == "country" else name

    def _facts(self, address: str) -> Iterator[str]:
        node = self.record.node(address)
        if isinstance(node, Organization):
            yield from self._body(node)
        elif isinstance(node, Network):
            yield from self._network(node)

    def _body(self, one: Organization) -> Iterator[str]:
        yield from _also(one.acronym, *one.aliases)
        kind = vocabulary.ORGANIZATION_KINDS.get(one.kind, one.kind)
        yield f"{', '.join(part for part in (kind, one.level, one.area) if part)} ({CODED})"
        if one.parent in self.record.organizations:
            yield f"Under: {self.record.organizations[one.parent].name} ({CODED})"
        if one.country:
            yield self.record.country_name(one.country)

    def _network(self, one: Network) -> Iterator[str]:
        yield from _also(one.acronym)
        yield f"{', '.join(part for part in (one.kind, one.scope) if part)} ({CODED})"
        if one.themes:
            yield f"On: {', '.join(vocabulary.THEMES.get(theme, theme) for theme in one.themes)}"
        if one.start_year or one.end_year:
            yield f"Years: {one.start_year or 'not known'} to {one.end_year or 'today'}"


def _also(*names: str) -> Iterator[str]:
    known = [name for name in names if name]
    if known:
        yield f"Also: {', '.join(known[:4])}"
