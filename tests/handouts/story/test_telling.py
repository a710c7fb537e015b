"""The story of every country: sentences that fit a screen, pictures and lists for the last row, words that are true."""

import pytest

from graph.analysis.workshop.said import contact, present
from graph.analysis.workshop.workshop import Workshop
from graph.history import Batch, Change
from graph.record import Record
from graph.stores.memory import MemoryStore
from handouts.story.file import story_file
from handouts.story.slide import Asked, asked_of
from handouts.story.telling import slide, steps
from layout.drawn.text import width
from tests.graph.analysis.gaps_toy import BODIES, BOTH, COUNTRY, SOURCES, TODAY
from tests.layout.measuring import faults

SHEET = 1232
MOST_LINES, MOST_BOXES = 6, 40


@pytest.mark.parametrize(
    ("theme", "countries"), [("", "AF BN CN IN KH LK MN PK TH TL"), ("hazardous-waste", "NP PK TH TL")]
)
def test_every_slide_is_one_sentence_and_one_picture_or_short_list(seed: Record, theme: str, countries: str) -> None:
    for country in countries.split():
        asked = Asked(seed, country, theme)
        for step in steps(asked):
            shown, where = slide(asked, step), (country, theme, step)
            assert shown.title, where
            assert shown.rests_on, where
            assert width(shown.title, 28, "semibold") < 1.1 * SHEET, where
            assert len(shown.entries) <= MOST_LINES, where
            assert all(width(line.text, 28, "semibold") < SHEET for line in shown.entries), where
            if shown.scene and step != "chain":  # which has its own test
                assert (where, faults(shown.scene)) == (where, [])
                assert len(shown.scene.boxes) <= MOST_BOXES, where


def test_the_way_out_goes_through_a_network(seed: Record) -> None:
    for country in ("PK", "BN", "MN", "LK"):
        shown = slide(Asked(seed, country), "route")
        assert shown.scene is not None
        assert any(box.shape == "network" for box in shown.scene.boxes)
        assert "contact at home" not in shown.title
        assert not any(box.shape == "action" for box in shown.scene.boxes)


def test_who_else_names_nobody_of_the_step_before(seed: Record) -> None:
    asked = Asked(seed, "PK", "hazardous-waste")
    around, others = slide(asked, "around"), slide(asked, "else")
    assert around.scene is not None
    before = {" ".join(box.title) for box in around.scene.boxes}
    assert not before & {line.text for line in others.entries}


def test_what_works_comes_first_and_problems_are_counted_not_listed(seed: Record) -> None:
    shown = slide(Asked(seed, "PK", "hazardous-waste"), "gaps")
    assert [line.mark for line in shown.entries][:2] == ["on record", "GAP?"]
    assert not any("problem" in line.mark for line in shown.entries)
    assert "one pair with a problem" in shown.rests_on
    assert "There may well be one" in shown.rests_on


def test_a_workshop_adds_what_changed_since(seed: Record) -> None:
    assert "changed" not in steps(Asked(seed, "PK"))
    store, karachi = MemoryStore(), Workshop("Karachi", TODAY)
    at = f"{TODAY}T10:00:00Z"
    store.apply(Batch("test", at, "begin", tuple(Change(None, thing) for thing in (COUNTRY, *SOURCES, *BODIES, *BOTH))))
    store.apply(present(store.read(), karachi, "customs", "PK", at=at))
    store.apply(contact(store.read(), karachi, "customs", "ozone", at=at))
    asked = asked_of(store.read().as_of(TODAY), store.history(), "PK")
    assert asked.workshop == karachi
    assert asked_of(asked.record, store.history(), "LK").workshop is None
    assert steps(asked)[-1] == "changed"
    shown = slide(asked, "changed")
    assert "with 1 body in the room" in shown.rests_on
    assert "Since the workshop Karachi" in shown.title
    now, before = (int(part.split()[0]) for part in shown.title.partition(": ")[2].split(", "))
    assert now == before + 1
    assert [line.mark for line in shown.entries] == ["new contact"]


def test_the_same_record_gives_the_same_file_and_names_no_other_place(seed: Record) -> None:
    made = story_file(Asked(seed, "LK", "wildlife"))
    assert made == story_file(Asked(seed, "LK", "wildlife"))
    assert "default-src 'none'" in made
    assert "<link" not in made
    assert 'src="http' not in made
