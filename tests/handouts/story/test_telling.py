"""The story of every country: sentences that fit a screen, pictures and lists for the last row, words that are true."""

import re

import pytest

from graph.analysis.bodies.customs import customs_service
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
MOST_LINES, MOST_BOXES = 8, 40


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
            assert all(0 < len(column.entries) <= MOST_LINES for column in shown.columns), where
            assert shown.scene or shown.columns, where
            room = SHEET / max(len(shown.columns), 1)
            assert all(width(line.text, 26, "semibold") < 2 * room for line in shown.entries), where
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
    # Their contact goes through a common table: the slide before the last says that it is on record.
    assert "Wildlife Department" not in {line.text for line in slide(Asked(seed, "LK", "wildlife"), "else").entries}


def test_what_works_comes_first_and_problems_are_counted_not_listed(seed: Record) -> None:
    shown = slide(Asked(seed, "PK", "hazardous-waste"), "gaps")
    assert [column.head for column in shown.columns] == ["On record", "Not known"]
    assert shown.bar == ((9, "found"), (1, "problem"), (7, "unknown"))
    assert not any("problem" in line.mark for line in shown.entries)
    assert "1 pair with a problem" in shown.rests_on
    assert "There may well be one" in shown.rests_on
    # The numbers on the map and in the list are those of the sentence.
    assert sum(int(found[1]) for line in shown.entries if (found := re.search(r"(\d) pairs like this", line.says))) == 7


def test_what_works_begins_with_what_a_source_says_of_the_theme(seed: Record) -> None:
    first = slide(Asked(seed, "PK", "hazardous-waste"), "gaps").entries[0]
    assert "Climate Ministry" in first.text
    assert first.says == "consultation on permits, 2022; 3 more like this"


def test_a_theme_of_which_too_little_is_recorded_says_so_and_tells_of_all(seed: Record) -> None:
    shown = slide(Asked(seed, "NP", "chemicals"), "gaps")
    assert shown.title.startswith("Nepal, all themes: ")
    assert shown.rests_on.startswith("On industrial chemicals too little is recorded to say.")
    assert shown.entries
    region = slide(Asked(seed, "PK", "hazardous-waste"), "region")
    assert region.title.endswith("contact is recorded with 2 other countries, on hazardous waste with none")


@pytest.mark.parametrize("country", ["PK", "LK", "TH", "VN", "TL", "NP"])
def test_the_story_is_told_around_the_customs(seed: Record, country: str) -> None:
    customs = seed.organizations[customs_service(seed, country) or ""].shown
    assert customs in slide(Asked(seed, country), "around").title
    assert slide(Asked(seed, country), "route").title.startswith(f"From {customs}")


def test_nobody_is_sent_unasked_to_authorities_that_changed_and_the_asked_are_told(seed: Record) -> None:
    assert "Afghan" not in slide(Asked(seed, "PK", "hazardous-waste"), "route").title
    asked = slide(Asked(seed, "PK", target="af-acd"), "route")
    assert "no engagement with any authority is implied" in asked.rests_on
    assert "no engagement" in slide(Asked(seed, "AF"), "chain").rests_on


def test_a_way_whose_seats_are_presumed_is_a_perhaps(seed: Record) -> None:
    assert ": perhaps by " in slide(Asked(seed, "PK"), "route").title
    assert ": by WCO" in slide(Asked(seed, "TL"), "route").title


def test_the_room_is_asked_questions_of_several_kinds_in_short_names(seed: Record) -> None:
    shown = slide(Asked(seed, "PK", "hazardous-waste"), "ask")
    texts = [line.text for line in shown.entries]
    assert "Are Pakistan Customs and Balochistan EPA in contact on hazardous waste?" in texts
    assert 2 < len(texts) <= 4
    assert all(text.endswith("?") for text in texts)


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
    assert [(column.head, len(column.entries)) for column in shown.columns] == [("New on record", 1)]


def test_the_same_record_gives_the_same_file_and_names_no_other_place(seed: Record) -> None:
    made = story_file(Asked(seed, "LK", "wildlife"))
    assert made == story_file(Asked(seed, "LK", "wildlife"))
    assert "default-src 'none'" in made
    assert "<link" not in made
    assert 'src="http' not in made
