"""A record whose names are hard to print, and pages read back."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from graph.record import Record
from tests.handouts.hard_names import HARD, Read


@pytest.fixture
def read() -> Read:
    """Return the text of each page of a PDF."""
    return lambda content: [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


@pytest.fixture(scope="session")
def hard(seed: Record) -> Record:
    """The record of the seed, in which the names of all bodies of Pakistan are hard to print."""
    bodies = dict(seed.organizations)
    for place, body in enumerate(seed.bodies["PK"]):
        name = f"{HARD[place % len(HARD)]} {place}"
        bodies[body] = replace(bodies[body], name=name, short_name=name, acronym="")
    return replace(seed, organizations=bodies)
