"""What every step of the workshop asks for: the workshop, the record with it, and the file of its phones."""

from functools import lru_cache

import streamlit as st

from graph.analysis.workshop.heard import heard as heard_of
from graph.analysis.workshop.workshop import Workshop
from graph.answers.workshop import HeardPair, WorkshopAnswer
from graph.errors import InputError
from graph.record import Record
from loaders import place
from phones.waiting import Waiting
from views.parts import address, store

FILE = "workshop.db"


def held() -> Workshop | None:
    """Return the workshop that is asked for, or None where none is, or its day is no day."""
    try:
        return Workshop(st.session_state["workshop"], st.session_state["day"])
    except InputError:
        return None


def record() -> Record:
    """Return the newest record, as known today."""
    return store.known_on(store.record(), address.today().isoformat())


def heard(record: Record, workshop: Workshop) -> WorkshopAnswer:
    """Return what the workshop recorded, reckoned once for a record."""
    return _heard(record, workshop)


@lru_cache(maxsize=8)
def _heard(record: Record, workshop: Workshop) -> WorkshopAnswer:
    return heard_of(record, workshop, store.history())


def pairs(record: Record, workshop: Workshop) -> list[HeardPair]:
    """Return the contacts and denials of a workshop as one list, the newest first."""
    return _pairs(record, workshop)


@lru_cache(maxsize=8)
def _pairs(record: Record, workshop: Workshop) -> list[HeardPair]:
    place = {heading.id: number for number, heading in enumerate(store.history())}
    answer = heard(record, workshop)
    return sorted(
        [*answer["denied"], *answer["contacts"]],
        key=lambda pair: -max(place.get(held["batch"], 0) for held in pair["held"]),
    )


def bodies(record: Record, country: str) -> list[str]:
    """Return the living bodies that can be named in the room, by name: of the country and international ones."""
    known = [*record.bodies.get(country, ()), *record.bodies.get("INT", ())]
    return sorted(
        known, key=lambda body: (record.organizations[body].country == "INT", record.organizations[body].name)
    )


def name(record: Record, body: str) -> str:
    """Return the name of a body."""
    return record.organizations[body].name if body in record.organizations else body


def waiting() -> Waiting:
    """Return the file beside the store that holds answers of phones and hidden lines."""
    file = (place.file_of(place.store_url()) or place.default_file()).with_name(FILE)
    file.parent.mkdir(parents=True, exist_ok=True)
    return Waiting(file)
