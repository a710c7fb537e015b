"""Across borders: are the customs services of neighbours in recorded contact, and who meets at the crossings?

cross_border(record)            all neighbours
cross_border(record, "PK")      those of one country
"""

from dataclasses import replace
from functools import lru_cache

import numpy as np

from graph.analysis.bodies.customs import customs_service
from graph.analysis.contacts.contacts import counts
from graph.analysis.contacts.problems import reported_abroad
from graph.analysis.gaps.gap_lines import lines
from graph.analysis.gaps.gaps import gap_of, reading_order
from graph.analysis.gaps.need import need
from graph.analysis.gaps.screening import Pair, Screening, screening_of
from graph.analysis.levels.across import across
from graph.analysis.levels.border_words import next_step, sentence
from graph.analysis.levels.crossings import UNJUDGED, crossings
from graph.answers import CrossBorderAnswer, Crossing, Unjudged
from graph.record import Record

# What the customs services of two neighbours ought to be to each other: the duty of TFA article 8.2, by no count.
NEED = 0.8
CITATION = "WTO Trade Facilitation Agreement, article 8.2"
NO_CUSTOMS = "no customs service is recorded"


def cross_border(record: Record, country: str = "", top: int = 20) -> CrossBorderAnswer:
    """Answer `gaps` across borders: pairs of neighbours whose customs services have no recorded contact.

    The customs service of the country that is asked for stands first. A contact with the country as such names no
    body and counts for none.
    """
    seen = between_customs(record)
    of_country = [line for line in lines(seen) if country in ("", *_countries(seen, line.pair))]
    met = crossings(record, country)
    return {
        "level": "cross-border",
        "gaps": [
            gap_of(
                seen,
                line,
                reader=country,
                said=sentence(seen, reading_order(seen, line.pair, country), line.trace),
                step=next_step(seen, line.pair),
                citation=CITATION,
            )
            for line in of_country[:top]
        ],
        "cannot_be_judged": [*_without_customs(record, country), *_other_side(met)],
        "contacts": counts(seen, country_pairs(seen, country)),
        "not_applicable": sum(country in ("", *_countries(seen, pair)) for pair in seen.set_aside),
        "problems_abroad": reported_abroad(record, country) if country else [],
        "crossings": met,
    }


@lru_cache(maxsize=4)
def between_customs(record: Record) -> Screening:
    """Return the screening of the customs services of all countries: contact is expected between neighbours."""
    known = {code: service for code in record.countries if (service := customs_service(record, code))}
    bodies = across(record, known.values())
    place = {code: bodies.service_place[service] for code, service in known.items()}
    first = np.zeros((len(bodies.services),) * 2)
    for one, other in neighbours(record):
        if one in place and other in place:
            first[place[one], place[other]] = first[place[other], place[one]] = NEED
    return screening_of(bodies, replace(need(bodies), first=first, second=np.zeros_like(first)))


def neighbours(record: Record) -> list[tuple[str, str]]:
    """Return the pairs of countries of the focus of which either is recorded as the other's neighbour, sorted."""
    pairs = {
        (min(one, other), max(one, other))
        for one, country in record.countries.items()
        for other in country.neighbours
        if other in record.countries
    }
    return sorted(pairs)


def country_pairs(seen: Screening, country: str) -> list[Pair]:
    """Return the expected pairs of one country, all where none is given."""
    return [pair for pair in seen.expected_pairs if country in ("", *_countries(seen, pair))]


def _countries(seen: Screening, pair: Pair) -> tuple[str, ...]:
    return tuple(seen.record.organizations[seen.block.services[place]].country for place in pair)


def _without_customs(record: Record, country: str) -> list[Unjudged]:
    pairs = [pair for pair in neighbours(record) if country in ("", *pair)]
    codes = sorted({code for pair in pairs for code in pair if customs_service(record, code) is None})
    return [{"id": code, "name": record.country_name(code), "why": NO_CUSTOMS} for code in codes]


def _other_side(met: list[Crossing]) -> list[Unjudged]:
    return [{**crossing["site"], "why": crossing["status"]} for crossing in met if crossing["status"] in UNJUDGED]
