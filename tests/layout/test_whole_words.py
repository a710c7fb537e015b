"""No box of a chain map breaks a word that has room on the sheet, whoever comes to stand on it."""

import re

import pytest

from graph.analysis.bodies.services import services
from graph.model import Claim, Country, Organization, Source
from graph.record import Record, record_of, rows_of_claims
from layout.chain.chain import chain
from layout.chain.plan import ChainMap
from layout.sheet import Size


def with_contacts(record: Record, *pairs: tuple[str, str], theme: str) -> Record:
    """Return a record in which some bodies are in contact on a theme besides."""
    tables = (record.sources, record.countries, record.organizations, record.networks, record.sites, record.events)
    nodes = [node for table in (*tables, record.activities) for node in table.values()]
    rows = range(len(record.claims.kind))
    said = [(record.claim(row), record.batch_of(row)) for row in rows]
    ties = [
        Claim(
            kind="tie",
            a=f"organization:{a}",
            b=f"organization:{b}",
            role="liaison",
            directed="no",
            standing="standing",
            theme=theme,
            source=next(iter(record.sources)),
        )
        for a, b in pairs
    ]
    return record_of(record.revision + 1, nodes, rows_of_claims([*said, *((tie, "") for tie in ties)]), record.date)


def broken(drawn: ChainMap) -> list[tuple[str, ...]]:
    """Return the lines of each box that are not the words it says; after a hyphen a word may break."""
    found = []
    for box in drawn.scene.boxes:
        if box.id in drawn.boxes:
            lines = (*box.title, *(note.text for note in box.notes))
            said = (drawn.boxes[box.id].title, *drawn.boxes[box.id].notes)
            if re.sub(r"(?<=[-–—/]) ", "", " ".join(lines)) != re.sub(r"(?<=[-–—/]) ", "", " ".join(said)):
                found.append(lines)
    return found


@pytest.mark.parametrize("size", ["desk", "projector"])
def test_services_that_a_contact_brings_onto_the_map_keep_their_words(seed: Record, size: Size) -> None:
    others = [name for name in services(seed, "PK").services if name != "pk-pcg"][::9]
    for pairs in ([("pk-anf", "pk-pcg")], [(name, "pk-pcg") for name in others]):
        drawn = chain(with_contacts(seed, *pairs, theme="hazardous-waste"), "PK", "hazardous-waste", size=size)
        assert {end for pair in pairs for end in pair} & set(drawn.boxes)
        assert broken(drawn) == []


def test_a_word_behind_a_dot_takes_the_next_line_whole(seed: Record) -> None:
    record = with_contacts(seed, ("pk-anf", "pk-pcg"), theme="hazardous-waste")
    (box,) = [box for box in chain(record, "PK", "hazardous-waste").scene.boxes if box.id == "pk-anf"]
    assert [note.text for note in box.notes] == ["intelligence,", "investigation", "1 unit"]


def test_long_words_in_every_column_take_the_room_of_the_lines_before_they_break() -> None:
    steps = ("policy", "border-control", "inspection", "investigation", "laboratory", "prosecution")
    bodies = [
        Organization(id=step, name="Investigations", country="LK", kind="customs", functions=(step,)) for step in steps
    ]
    nodes = [Country(id="LK", name="Sri Lanka"), Source(id="page", title="A page", kind="web page"), *bodies]
    drawn = chain(record_of(1, nodes, rows_of_claims([]), "2026-11-25"), "LK", "")
    assert len(drawn.boxes) == len(steps)
    assert broken(drawn) == []
