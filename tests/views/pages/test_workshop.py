"""The page Workshop: what is said in the room is kept at once, shown, hidden, and taken back."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from graph.analysis.workshop.workshop import Workshop
from graph.stores.open import open_store
from loaders import place, workshops
from phones.waiting import Answer, Waiting
from tests.views.pages.conftest import Open
from views.workshop import capture
from views.workshop.room import FILE

KARACHI = Workshop("Karachi", "2026-11-25")
ASKED = {"country": "PK", "theme": "hazardous-waste", "workshop": KARACHI.name, "day": KARACHI.date}
TYPED = {"a": "pk-customs", "b": "pk-pcg", "by": "both", "denied": False, "turn": 1}


@pytest.fixture
def url(tmp_path: Path, seeded: str) -> str:
    """The address of a store of its own with the seed."""
    file = place.file_of(seeded)
    assert file is not None
    return place.url_of(Path(shutil.copy(file, tmp_path / "whoelse.db")))


@pytest.fixture
def at(opened: Open, url: str) -> Open:
    """Open a step of the workshop."""

    def step(name: str, **more: str) -> AppTest:
        return opened("workshop", store=url, **{**ASKED, "step": name, **more})

    return step


def lines(app: AppTest) -> list[str]:
    """The lines that stand on the wall."""
    return [text.value for text in app.text]


ALL = {"pk-customs", "pk-pcg", "pk-anf"}


def test_a_workshop_begins_with_its_name_and_goes_on_from_its_address(opened: Open, url: str) -> None:
    app = opened("workshop", store=url, country="PK")
    app.text_input(key="workshop-name").input("Karachi")
    app.button[0].click().run()
    assert app.query_params["workshop"] == "Karachi"
    assert "Who is in the room?" in [field.label for field in app.selectbox]


def test_a_body_comes_into_the_room_and_can_be_taken_back(at: Open, url: str) -> None:
    app = at("who")
    app.selectbox(key="body-present").select("pk-anf").run()
    assert "Anti-Narcotics Force" in lines(app)
    with open_store(url) as store:
        assert [heading.author for heading in store.history()][-1] == KARACHI.author
    app.button(key="absent-0").click().run()
    assert "Anti-Narcotics Force" not in lines(app)


def test_a_body_that_the_record_lacks_is_added_with_the_workshop_as_its_source(at: Open, url: str) -> None:
    app = at("who")
    app.text_input(key="missing-name").input("Harbour <b>Watch</b>")
    next(button for button in app.button if button.label == "Add it").click().run()
    with open_store(url) as store:
        (body,) = [one for one in store.read().organizations.values() if one.name == "Harbour <b>Watch</b>"]
    assert KARACHI.is_source(body.sources[0])
    assert not app.exception


def test_influence_is_said_by_the_room_and_said_again_takes_its_place(at: Open, url: str) -> None:
    app = at("who")
    app.selectbox(key="body-present").select("pk-anf").run()
    app.session_state["step"] = "influence"
    app.run()
    for level in (2, 5):
        app.button_group(key="influence-pk-anf").set_value(level).run()
    with open_store(url) as store:
        record = store.read()
    assert [record.claim(int(row)).role for row in record.rows("assessment")] == ["influence-highest"]


def test_a_goal_stands_in_the_words_of_the_body(at: Open) -> None:
    app = at("who")
    app.selectbox(key="body-present").select("pk-anf").run()
    app.session_state["step"] = "goals"
    app.run()
    app.text_input(key="goal-text").input("no *waste* without papers")
    next(button for button in app.button if button.label == "Keep").click().run()
    assert any("no *waste* without papers" in line for line in lines(app))


@pytest.mark.parametrize("step", ["goals", "influence", "phones"])
def test_a_step_that_needs_somebody_in_the_room_says_so(at: Open, step: str) -> None:
    assert any("begin with “Who”" in line for line in lines(at(step)))


@pytest.mark.parametrize("step", ["goals", "influence"])
def test_a_step_that_needs_a_theme_says_so(at: Open, step: str) -> None:
    assert any("Choose a theme" in line for line in lines(at(step, theme="")))


def test_every_step_is_drawn_before_anything_was_said(at: Open) -> None:
    for step in ("who", "contacts", "goals", "influence", "phones", "after", "no such step"):
        assert not at(step).exception


def test_an_answer_of_a_phone_waits_until_it_is_let_in(at: Open, url: str) -> None:
    file = place.file_of(url)
    assert file is not None
    waiting = Waiting(file.with_name(FILE))
    code = waiting.begin("Karachi", {"pk-customs": "Pakistan Customs"}, {"liaison": "have a liaison"}).code
    waiting.keep(code, Answer("a" * 32, "pk-customs", "pk-anf", "liaison"))
    waiting.keep(code, Answer("b" * 32, "pk-customs", "<img src=x onerror=alert(1)> Nobody", "liaison"))
    app = at("phones")
    app.button(key=f"let-in-{'a' * 32}").click().run()
    with open_store(url) as store:
        record = store.read()
    ties = [record.claim(int(row)) for row in record.rows("tie")]
    said = [record.sources[tie.source].publisher for tie in ties if KARACHI.is_source(tie.source)]
    assert said == ["Pakistan Customs"]
    assert [answer.id for answer in waiting.answers()] == ["b" * 32]
    app.button(key=f"leave-out-{'b' * 32}").click().run()
    assert waiting.answers() == []


def test_the_whole_workshop_is_taken_back_and_its_file_joins_another(at: Open, url: str, tmp_path: Path) -> None:
    app = at("who")
    app.selectbox(key="body-present").select("pk-anf").run()
    with open_store(url) as store:
        workshops.write(store, KARACHI, tmp_path / "file")
    app.session_state["step"] = "after"
    app.run()
    app.button(key="all-back").click().run()
    with open_store(url) as store:
        assert KARACHI.headings(store.history()) == []
        assert len(workshops.planned(store, tmp_path / "file").batches) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        "text",
        {},
        {**TYPED, "a": "in-customs"},
        {**TYPED, "b": 7},
        {**TYPED, "by": "everybody"},
    ],
)
def test_the_browser_is_believed_only_where_it_names_bodies_that_it_was_given(wrong: object) -> None:
    assert capture.typed(wrong, ALL) is None
    assert capture.typed(TYPED, ALL) == capture.Typed("pk-customs", "pk-pcg", "both", False)
