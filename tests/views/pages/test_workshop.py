"""The page Workshop: what is said in the room is kept at once, shown, hidden, and taken back."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from graph.analysis.workshop.heard import heard
from graph.analysis.workshop.said import contact, present
from graph.analysis.workshop.workshop import Workshop, apart
from graph.model import Claim
from graph.stores.base import now
from graph.stores.open import open_store
from loaders import place, workshops
from phones.waiting import Answer, Waiting
from tests.views.pages.conftest import Open
from views.workshop import after, capture, contacts
from views.workshop.room import FILE

KARACHI = Workshop("Karachi", "2026-11-25")
TITLE = "Karachi: who is in contact with whom?"
ASKED = {"country": "PK", "theme": "hazardous-waste", "workshop": KARACHI.name, "day": KARACHI.date}
TYPED = {"a": "pk-customs", "b": "pk-pcg", "kind": "liaison", "by": "both", "denied": False, "turn": 1}


@pytest.fixture
def at(opened: Open, url: str) -> Open:
    """Open a step of the workshop."""

    def step(name: str, **more: str) -> AppTest:
        return opened("workshop", store=url, **{**ASKED, "step": name, **more})

    return step


def lines(app: AppTest) -> list[str]:
    """The lines that stand on the wall."""
    return [text.value for text in app.text]


KINDS = {"liaison": "have a liaison"}
ALL = {"pk-customs", "pk-pcg", "pk-anf"}


def test_a_workshop_begins_with_its_name_and_goes_on_from_its_address(opened: Open, url: str) -> None:
    app = opened("workshop", store=url, country="PK")
    app.text_input(key="workshop-name").input("Karachi")
    app.button[0].click().run()
    assert app.query_params["workshop"] == "Karachi"
    assert any("Who is in the room?" in text.value for text in app.markdown)


def test_a_body_comes_into_the_room_and_can_be_taken_back(at: Open, url: str) -> None:
    comes_in(url, "pk-anf")
    app = at("who")
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
    assert "1 body in the room" in " ".join(text.value for text in app.markdown)
    assert not app.exception


def test_influence_is_said_by_the_room_and_said_again_takes_its_place(at: Open, url: str) -> None:
    comes_in(url, "pk-anf")
    app = at("influence")
    for level in (2, 5):
        app.button_group(key="influence-pk-anf").set_value(level).run()
    with open_store(url) as store:
        record = store.read()
    assert [record.claim(int(row)).role for row in record.rows("assessment")] == ["influence-highest"]


def test_a_goal_stands_in_the_words_of_the_body(at: Open, url: str) -> None:
    comes_in(url, "pk-anf")
    app = at("goals")
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
    code = waiting.begin(TITLE, {"pk-customs": "Pakistan Customs"}, {"liaison": "have a liaison"}).code
    waiting.keep(code, Answer("a" * 32, "pk-customs", "pk-anf", "liaison"))
    waiting.keep(code, Answer("b" * 32, "pk-customs", "<img src=x onerror=alert(1)> Nobody", "liaison"))
    app = at("phones")
    assert not [line for line in lines(app) if "Customs and" in line]  # the page stands on the wall
    app.toggle(key="show-waiting").set_value(True).run()
    app.button(key=f"let-in-{'a' * 32}").click().run()
    with open_store(url) as store:
        record = store.read()
    ties = [record.claim(int(row)) for row in record.rows("tie")]
    said = [record.sources[tie.source].publisher for tie in ties if KARACHI.is_source(tie.source)]
    assert said == ["Pakistan Customs"]
    assert [answer.id for answer in waiting.answers()] == ["b" * 32]
    app.button(key=f"leave-out-{'b' * 32}").click().run()
    assert waiting.answers() == []


def test_all_answers_that_chose_from_the_list_are_let_in_at_once_and_each_can_be_taken_back(at: Open, url: str) -> None:
    waiting = waiting_beside(url)
    code = waiting.begin(TITLE, {"pk-customs": "Pakistan Customs", "pk-pcg": "Coast Guards"}, {"liaison": ""}).code
    for sign, said_by, other in (
        ("a", "pk-customs", "pk-anf"),
        ("b", "pk-pcg", "pk-anf"),
        ("c", "pk-customs", "pk-anf"),
    ):
        waiting.keep(code, Answer(sign * 32, said_by, other, "liaison"))
    waiting.keep(code, Answer("d" * 32, "pk-customs", "SEPA", "liaison"))
    app = at("phones")
    app.button(key="let-in-all").click().run()
    assert not app.exception
    assert [answer.other for answer in waiting.answers()] == ["SEPA"]
    assert len(said_ties(url)) == 2
    with open_store(url) as store:
        newest = KARACHI.headings(store.history())[-1]
        store.undo(newest.id, author=KARACHI.author, reason="not so")
    assert len(said_ties(url)) == 1


def test_a_body_that_only_a_phone_named_is_added_and_its_answer_let_in(at: Open, url: str) -> None:
    waiting = waiting_beside(url)
    code = waiting.begin(TITLE, {"pk-customs": "Pakistan Customs"}, {"liaison": ""}).code
    waiting.keep(code, Answer("a" * 32, "pk-customs", "Gwadar Harbour <b>Watch</b>", "liaison"))
    app = at("phones")
    app.toggle(key="show-waiting").set_value(True).run()
    app.selectbox(key=f"new-kind-{'a' * 32}").select("coast-guard")
    app.button(key=f"add-{'a' * 32}").click().run()
    assert not app.exception
    assert waiting.answers() == []
    with open_store(url) as store:
        (body,) = [one for one in store.read().organizations.values() if one.name == "Gwadar Harbour <b>Watch</b>"]
    assert body.kind == "coast-guard"
    assert [{tie.a, tie.b} for tie in said_ties(url)] == [{body.address, "organization:pk-customs"}]


def test_answers_of_another_workshop_wait_there(at: Open, url: str) -> None:
    waiting = waiting_beside(url)
    code = waiting.begin("Lahore: who is in contact with whom?", {"pk-anf": ""}, {"liaison": ""}).code
    waiting.keep(code, Answer("a" * 32, "pk-anf", "pk-customs", "liaison"))
    assert any("0 answers waiting" in text.value for text in at("phones").markdown)


def waiting_beside(url: str) -> Waiting:
    """The file of the phones beside a store."""
    file = place.file_of(url)
    assert file is not None
    return Waiting(file.with_name(FILE))


def said_ties(url: str) -> list[Claim]:
    """The contacts that the workshop recorded."""
    with open_store(url) as store:
        record = store.read()
    ties = (record.claim(int(row)) for row in record.rows("tie"))
    return [tie for tie in ties if KARACHI.is_source(tie.source)]


def test_the_whole_workshop_is_taken_back_and_its_file_joins_another(at: Open, url: str, tmp_path: Path) -> None:
    comes_in(url, "pk-anf")
    with open_store(url) as store:
        workshops.write(store, KARACHI, tmp_path / "file")
    app = at("after")
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
        {**TYPED, "kind": "friendship"},
        {"name": "kind", "kind": "friendship"},
        {"name": "drop"},
    ],
)
def test_the_browser_is_believed_only_where_it_names_bodies_that_it_was_given(wrong: object) -> None:
    assert capture.typed(wrong, ALL, KINDS) is None
    assert capture.typed(TYPED, ALL, KINDS) == capture.Typed("pk-customs", "pk-pcg", "liaison", "both", False)
    assert capture.typed({"a": "pk-anf"}, ALL, {}) == capture.One("pk-anf")


def test_each_line_is_taken_over_once_in_the_order_in_which_it_was_typed() -> None:
    told = [{"turn": turn} for turn in (8, 7, 9)]
    assert [turn for turn, _ in capture._in_turn(told, 7)] == [8, 9]
    assert capture._in_turn([{"turn": "8"}, {"turn": True}, None], 0) == []
    assert capture._in_turn({"turn": 8}, 0) == []


def test_a_line_off_the_wall_is_named_nowhere_on_the_page(at: Open, url: str) -> None:
    with open_store(url) as store:
        record = store.read()
        for batch in apart(contact(record, KARACHI, "pk-customs", "pk-anf", at=now(), theme="hazardous-waste")):
            store.apply(batch)
    app = at("contacts")
    line = "Anti-Narcotics Force and Pakistan Customs exchange information, say both sides"
    assert line in lines(app)
    app.button(key="hide-0").click().run()
    for step in ("contacts", "after"):
        app.session_state["step"] = step
        app.run()
        assert "One line is not shown." in lines(app)
        assert "Anti-Narcotics Force and" not in " ".join([*lines(app), *(text.value for text in app.markdown)])


def test_a_line_off_the_wall_is_on_no_map_of_the_workshop(url: str) -> None:
    with open_store(url) as store:
        for batch in apart(contact(store.read(), KARACHI, "pk-customs", "pk-anf", at=now(), role="mou")):
            store.apply(batch)
        record, history = store.read(), store.history()
    answer = heard(record, KARACHI, history)
    (pair,) = answer["contacts"]
    wall = after._on_the_wall(record, answer, {contacts.line(pair)})
    assert len(wall.claims) == len(record.claims) - 1
    assert all(wall.row_of_claim(held["claim"]) is None for held in pair["held"])
    assert after._on_the_wall(record, answer, set()) is record


def comes_in(url: str, body: str) -> None:
    """Record that a body is in the room."""
    with open_store(url) as store:
        for batch in apart(present(store.read(), KARACHI, body, "PK", at=now())):
            store.apply(batch)
