"""Hand in hand: who sits in a regional network for a country, who at home should hear from it, and do they.

hand_in_hand(record, country="PK")                  the networks of a country, most contacts found first
hand_in_hand(record, network="rilo-ap")             the countries of a network, by code
hand_in_hand(record, country="PK", network=...)     one cell
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from graph.analysis.bodies.block import Mask
from graph.analysis.bodies.mandates import THEME, THEMES
from graph.analysis.contacts.contacts import contact_rows
from graph.analysis.gaps.by_theme import NOBODY
from graph.analysis.gaps.reasons import grounds_of, rows_of
from graph.analysis.gaps.screening import Pair, Screening, screen
from graph.analysis.levels.hearing import Subjects, Themed, hearers
from graph.analysis.networks.entry_points import EntryPoints, entry_points
from graph.analysis.networks.members import countries_of, members
from graph.answers import Cell, HandInHandAnswer, ShouldHear, Sits
from graph.record import Record
from graph.rules import rules


def hand_in_hand(record: Record, country: str = "", network: str = "") -> HandInHandAnswer:
    """Answer `gaps` hand in hand for a country, a network, or both; every country and network where none is given.

    Only networks beyond one country, and countries of the focus that are recorded in them.
    """
    countries = (country,) if country else tuple(sorted(record.countries))
    cells = [cell for code in countries for cell in _cells(record, code, networks_of(record, code, network))]
    return {"level": "hand-in-hand", "cells": cells}


def networks_of(record: Record, country: str, network: str = "") -> list[str]:
    """Return the networks beyond one country in which a country is recorded, sorted; only the one, if one is given."""
    asked = (network,) if network else tuple(sorted(members(record)))
    return [name for name in asked if _is_beyond(record, name) and country in countries_of(record, name)]


def _is_beyond(record: Record, network: str) -> bool:
    return record.networks[network].scope != "national" and record.is_running(network)


def _cells(record: Record, country: str, networks: Sequence[str]) -> list[Cell]:
    """The cells of a country, those with most contacts found first."""
    seen = screen(record, country)
    entries = [entry_points(record, country, network) for network in networks]
    sits = [_service(seen, entry) for entry in entries]
    heard = _hearers(seen, networks, sits)
    cells = [_cell(seen, *one) for one in zip(networks, entries, sits, heard, strict=True)]
    return sorted(cells, key=lambda cell: (-sum(one["found"] for one in cell["should_hear"]), cell["network"]["id"]))


def _service(seen: Screening, entry: EntryPoints) -> int:
    """The place of the service of the body to ask first, `NOBODY` where none is known."""
    of = seen.block.houses.of
    return seen.block.service_place[of[entry.first.body]] if entry.first and entry.first.body in of else NOBODY


def _hearers(seen: Screening, networks: Sequence[str], sits: Sequence[int]) -> list[list[int]]:
    """For each network the places of the services that should hear from it."""
    known = [place for place, service in enumerate(sits) if service != NOBODY]
    found: list[list[int]] = [[] for _ in networks]
    if known:
        themes = themes_of(seen.record, [networks[place] for place in known])
        places = hearers(_subjects(seen), np.array([sits[place] for place in known]), themes)
        for place, row in zip(known, places.tolist(), strict=True):
            found[place] = [service for service in row if service != NOBODY]
    return found


@lru_cache(maxsize=32)
def _subjects(seen: Screening) -> Subjects:
    return Subjects(seen.need.grounds)


def themes_of(record: Record, networks: Sequence[str]) -> Themed:
    """Return networks x themes: whether each is about it, or about one within it; all where none is recorded."""
    return themes_by_node(record)[[record.number[f"network:{network}"] for network in networks]]


@lru_cache(maxsize=4)
def themes_by_node(record: Record) -> Themed:
    """Return the same of all networks, by their node numbers."""
    about = np.zeros((len(record.addresses), len(THEMES)), bool)
    for network in record.networks.values():
        wider = {theme for name in network.themes for theme in rules().within(name, "")}
        about[record.number[network.address]] = [not network.themes or theme in wider for theme in THEMES]
    return about


def _cell(seen: Screening, network: str, entry: EntryPoints, sits: int, heard: Sequence[int]) -> Cell:
    record = seen.record
    return {
        "network": {"id": network, "name": record.networks[network].name},
        "country": {"id": seen.country, "name": record.country_name(seen.country)},
        "sits": [_sits(record, door.body, entry, door.claims) for door in entry.doors],
        "should_hear": [_should_hear(seen, network, (min(sits, one), max(sits, one)), one) for one in heard],
    }


def _sits(record: Record, body: str, entry: EntryPoints, claims: tuple[str, ...]) -> Sits:
    name = record.organizations[body].name
    return {"id": body, "name": name, "basis": entry.basis or "country only", "claims": list(dict.fromkeys(claims))}


def _should_hear(seen: Screening, network: str, pair: Pair, service: int) -> ShouldHear:
    (about,) = themes_of(seen.record, [network])
    found, name = bool(seen.found[pair]), seen.block.services[service]
    rows = contact_rows(seen, pair) if found else _rows_of_reasons(seen, pair, about)
    return {
        "id": name,
        "name": seen.record.organizations[name].name,
        "found": found,
        "basis": "recorded" if (_subjects(seen).recorded[service] & about).any() else "coded",
        "claims": seen.record.claim_ids(dict.fromkeys(rows)),
    }


def _rows_of_reasons(seen: Screening, pair: Pair, about: Mask) -> list[int]:
    """The claims of the mandates by which the two share a subject of the network."""
    grounds = [one for one in grounds_of(seen, pair, most=len(THEMES)) if one.kind == "subject"]
    return [row for ground in grounds if about[THEME[ground.id]] for row in rows_of(seen, ground)]
