"""The map of one body: clean for every body in contact, complete or counted, the same each time."""

from dataclasses import replace

import pytest

from graph.analysis.contacts.contact_graph import contact_graph
from graph.history import Batch, Change
from graph.record import Record
from graph.stores.memory import MemoryStore
from layout.around.around import around
from layout.sheet import Size
from tests.graph.analysis.gaps_toy import BODIES, BOTH, COUNTRY, SOURCES, TODAY
from tests.handouts.hard_names import LONG, UNBROKEN
from tests.layout.measuring import faults, holds_its_words

SIZES: tuple[Size, ...] = ("desk", "projector")
MOST = 40


@pytest.mark.parametrize("size", SIZES)
def test_the_map_of_every_body_in_contact_is_clean(seed: Record, size: Size) -> None:
    graph = contact_graph(seed)
    bodies = sorted(body for body in graph if graph.degree(body))
    assert len(bodies) > 400
    for body in bodies:
        scene = around(seed, body, size=size).scene
        assert (body, faults(scene)) == (body, [])
        assert len(scene.boxes) <= MOST


@pytest.mark.parametrize("body", ["pk-customs", "lk-customs", "th-dnp", "tl-customs", "wco"])
def test_everybody_in_contact_stands_there_or_is_counted(seed: Record, body: str) -> None:
    for size in SIZES:
        drawn = around(seed, body, size=size)
        standing = {box.id for box in drawn.scene.boxes} - {body}
        known = set(contact_graph(seed)[body])
        counted = sum(int(text.text.split()[1]) for text in drawn.scene.texts if text.text.startswith("and "))
        networks = {name for name in standing if name.startswith("network:")}
        assert standing - networks <= known
        assert len(known - standing) <= counted
        assert set(drawn.things) == standing | {body}


def test_every_line_says_its_kind_and_leads_to_its_claims(seed: Record) -> None:
    drawn = around(seed, "pk-customs", "hazardous-waste", "projector")
    assert {line.kind for line in drawn.scene.lines} >= {"contact", "contact-other", "seat-recorded", "seat-presumed"}
    for line in drawn.scene.lines:
        assert drawn.claims[line.id] or line.kind == "seat-presumed"
        assert line.name
        known = seed.organizations.get(line.ends[1])
        if known and known.country == "PK":
            assert line.tag is not None


def test_a_contact_of_long_ago_is_not_told_as_standing(seed: Record) -> None:
    drawn = around(seed, "pk-customs", size="projector")
    words = {line.ends[1]: line.tag.text for line in drawn.scene.lines if line.tag}
    assert words["pk-navy"] == ("once, 2023",)
    assert words["pk-fbr"] == ("reports to",)


def test_a_body_alone_says_that_no_contact_is_recorded(seed: Record) -> None:
    graph = contact_graph(seed)
    alone = next(body for body in sorted(graph) if not graph.degree(body))
    drawn = around(seed, alone)
    assert any("no contact recorded" in text.text for text in drawn.scene.texts)
    assert "There may be more" in drawn.says


def test_the_same_record_gives_the_same_map(seed: Record) -> None:
    assert around(seed, "pk-customs", size="projector") == around(seed, "pk-customs", size="projector")


@pytest.mark.parametrize("name", [LONG * 2, UNBROKEN])
def test_a_name_too_long_for_the_box_in_the_middle_is_cut_on_it_and_read_aloud_in_full(name: str) -> None:
    bodies = [replace(body, name=name, short_name=name) if body.id == "customs" else body for body in BODIES]
    store = MemoryStore()
    things = (COUNTRY, *SOURCES, *bodies, *BOTH)
    store.apply(Batch("test", f"{TODAY}T10:00:00Z", "begin", tuple(Change(None, thing) for thing in things)))
    for size in SIZES:
        middle = around(store.read(), "customs", size=size).scene.boxes[0]
        assert holds_its_words(middle, projector=size == "projector")
        assert middle.name == name
