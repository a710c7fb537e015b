"""Who else: a list is pasted and read, three answers stand apart, what is missing goes on record with its source."""

import csv
import io
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from graph.analysis.who_else.invitation import LIKELY
from graph.stores.open import open_store
from loaders.place import READ_ONLY, url_of
from loaders.seed import ensure_seed
from tests.seed.test_slide import STAKEHOLDERS
from tests.views.pages.conftest import Open, said, texts
from tests.views.pages.hostile import NAME, hostile_store
from tests.views.pages.test_hostile import alive
from views.parts.answers import OwnList
from views.who_else import invite, own_list, to_ask
from views.who_else.missing import judgement

DRAGONS = "Bureau of Dragons"


def compared(app: AppTest, *names: str, country: str = "PK") -> AppTest:
    """Paste names and press the button."""
    app.text_area(key=f"{own_list.TEXT}-{country}").input("\n".join(names))
    return pressed(app, "Compare with the record")


def pressed(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    return app.run()


def bold(app: AppTest) -> list[str]:
    """The names of the numbered lines, in their order."""
    lines = [str(element.value) for element in app.markdown]
    return [line.split("**")[1].replace("\\", "") for line in lines if line[:1].isdigit()]


@pytest.fixture
def own_store(tmp_path: Path) -> str:
    """A store that a test may change."""
    url = url_of(tmp_path / "whoelse.db")
    with open_store(url) as store:
        ensure_seed(store)
    return url


def test_the_thirteen_names_of_the_slide_lack_those_who_must_be_asked(opened: Open) -> None:
    app = compared(opened("who_else", country="PK"), *STAKEHOLDERS)
    assert "Your list: 13 names, all on record" in said(app)
    lines = bold(app)
    assert len(lines) == 14
    assert {
        "Pakistan Customs",
        "National Ozone Unit (Ozone Cell)",
        "Pakistan Environmental Protection Agency",
        "Pakistan Maritime Security Agency",
        "National Agri-trade and Food Safety Authority",
    } <= set(lines)
    assert said(app).count("Read in: ") == 14
    assert "Department of Plant Protection" not in lines
    assert len(bold(pressed(app, next(button.label for button in app.button if button.label.startswith("All "))))) > 40


def test_a_line_opens_its_evidence(opened: Open) -> None:
    app = opened("who_else", country="PK")
    assert not app.table
    app = pressed(app, "Evidence")
    assert "national ozone unit for the Montreal Protocol" in "\n".join(texts(app)).replace("\\", "")
    assert not pressed(app, "Close").table


def test_a_name_that_means_several_bodies_is_asked_for(opened: Open) -> None:
    app = compared(opened("who_else", country="PK"), "police", "Anti-Narcotics Force")
    assert "Your list: 2 names, 1 on record, 1 not found" in said(app)
    assert "Please check 1 name" in said(app)
    (doubt,) = [box for box in app.selectbox if box.label == "police"]
    assert doubt.value == own_list.NOBODY
    assert "National Highways and Motorway Police" in doubt.options[:3]
    doubt.select("pk-nhmp").run()
    assert "Your list: 2 names, all on record" in said(app)
    app = pressed(app, "See all names")
    assert next(box for box in app.selectbox if box.label == "police").value == "pk-nhmp"


def test_a_name_may_be_none_of_those_on_record(opened: Open) -> None:
    app = pressed(compared(opened("who_else", country="PK"), "Pakistan Rangers"), "See all names")
    next(box for box in app.selectbox if box.label == "Pakistan Rangers").select(own_list.NOBODY).run()
    assert "0 on record, 1 not found" in said(app)
    assert any(button.label == "Put on record" for button in app.button)


def test_a_name_that_is_nearly_one_on_record_is_a_click_away_from_it(opened: Open) -> None:
    app = compared(opened("who_else", country="LK"), "Department of Custom", "Sri Lanka Customs", country="LK")
    assert "1 on record, 1 not found" in said(app)
    app = pressed(app, "Is it Sri Lanka Customs?")
    assert "Your list: 2 names, all on record; they mean 1 body, some named twice" in said(app)


def test_without_a_list_the_chain_is_covered(opened: Open) -> None:
    app = opened("who_else", country="TL")
    assert bold(app)[:2] == ["National Ozone Unit (Timor-Leste)", "Customs Authority"]
    assert "Who sits with these" not in said(app)
    assert app.text_area[0].placeholder == "Ministry of Agriculture and Fisheries\nMinistry of Commerce and Industry"


def test_the_country_page_knows_the_list_and_no_other_reader_does(opened: Open) -> None:
    app = compared(opened("who_else", country="PK"), "Pakistan Customs", DRAGONS)
    app.switch_page("views/pages/country.py")
    app.run()
    assert "not on your list of 2" in said(app)
    assert DRAGONS in said(app)
    assert "**Pakistan Customs**: " not in said(app)
    assert "not on your list" not in said(opened("country", country="PK"))
    assert "not on your list" not in said(opened("country", country="LK"))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("\n".join(f"Body {number}" for number in range(300)), "more than 200 names"),
        ("x" * 400, "longer than 300 characters"),
    ],
)
def test_what_cannot_be_a_list_is_refused_in_words(opened: Open, text: str, why: str) -> None:
    app = compared(opened("who_else", country="PK"), text)
    assert why in app.warning[0].value.replace("\\", "")
    assert "Your list" not in said(app)


@pytest.mark.parametrize("show", ["", "roles", "peers", "invite", "questions", "site", "network"])
def test_no_hostile_name_becomes_markdown(opened: Open, tmp_path: Path, show: str) -> None:
    app = opened("who_else", store=hostile_store(tmp_path), country="PK", show=show)
    assert not app.exception
    if not show:
        app = compared(app, NAME, f"{NAME} a", f"{NAME} nobody")
        assert "Your list: 3 names" in said(app)
    assert alive(texts(app)) == []


def test_a_body_is_put_on_record_in_two_clicks_and_taken_back(opened: Open, own_store: str) -> None:
    app = compared(opened("who_else", store=own_store, country="PK"), DRAGONS)
    app = pressed(app, "Put on record")
    assert app.text_input(key="new-name").value == DRAGONS
    app.selectbox(key="new-kind").select("wildlife")
    app.text_input(key="new-title").input("Minutes of the meeting")
    app.text_input(key="author").input("Workshop of Islamabad")
    app = pressed(app, "Keep")
    assert f"{DRAGONS} is on record." in said(app)
    assert "Your list: 1 name, all on record" in said(app)
    with open_store(own_store) as store:
        record, last = store.read(), store.history()[-1]
    body = record.organizations["pk-bureau-of-dragons"]
    assert (body.kind, record.sources[body.sources[0]].title) == ("wildlife", "Minutes of the meeting")
    assert last.author == "Workshop of Islamabad"
    app = pressed(app, "Undo")
    assert "0 on record, 1 not found" in said(app)


@pytest.mark.parametrize(
    ("field", "text", "why"),
    [
        ("new-name", "Call 0092 51 1234567", "telephone"),
        ("new-title", "", "Every entry needs its source."),
        ("new-url", "javascript:alert(1)", "url"),
    ],
)
def test_what_may_not_stand_on_record_is_refused_and_what_was_typed_stays(
    opened: Open, seeded: str, field: str, text: str, why: str
) -> None:
    app = pressed(compared(opened("who_else", store=seeded, country="PK"), DRAGONS), "Put on record")
    app.selectbox(key="new-kind").select("wildlife")
    app.text_input(key="new-title").input("Minutes")
    app.text_input(key=field).input(text)
    app = pressed(app, "Keep")
    assert why in said(app)
    assert app.text_input(key=field).value == text
    with open_store(seeded) as store:
        assert len(store.history()) == 1


def test_a_treaty_desk_is_given_to_a_body_of_the_record(opened: Open, own_store: str) -> None:
    app = opened("who_else", store=own_store, country="PK", show="roles")
    missing = said(app).split("**Recorded**")[0]
    assert "**Scientific authority for CITES**" in missing
    app.button(key="add-role-Scientific authority CITES article IX").click().run()
    app.selectbox(key="new-holder").select("pk-zsp").run()
    app.selectbox(key="new-source").select("seed-slides").run()
    app = pressed(app, "Keep")
    assert "Scientific authority for CITES" not in said(app).split("**Recorded**")[0]
    assert "**Scientific authority for CITES**: Zoological Survey" in said(app)


def test_a_program_that_only_shows_says_so(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(READ_ONLY, "yes")
    app = pressed(opened("who_else", country="PK", show="peers"), "Put on record")
    assert "only shows the record" in said(app)
    assert not [button for button in app.button if button.label == "Keep"]


def test_the_invitation_list_holds_those_chosen(opened: Open) -> None:
    app = compared(opened("who_else", country="PK"), "Anti-Narcotics Force", DRAGONS)
    app.session_state["show"] = "invite"
    app.run()
    chosen = [box.label for box in app.checkbox if box.value]
    assert len(chosen) == 1 + LIKELY
    assert "11 bodies chosen; 1 name of your list is not on record" in said(app)
    app.checkbox[0].uncheck().run()
    assert "10 bodies chosen" in said(app)


def test_the_files_of_an_invitation_hold_what_was_chosen(opened: Open, seeded: str) -> None:
    with open_store(seeded) as store:
        record = store.read()
    text, book = invite.files(record, "PK", "", OwnList(("Anti-Narcotics Force", DRAGONS)), ("pk-anf", "pk-nou"))
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))
    assert [row["name"] for row in rows] == ["Anti-Narcotics Force", "National Ozone Unit (Ozone Cell)", DRAGONS]
    assert all(row["why"] for row in rows)
    assert book.startswith(b"PK\x03\x04")


def test_questions_say_whom_to_ask(opened: Open, seeded: str) -> None:
    app = opened("who_else", country="TL", show="questions")
    assert "Does the Basel Convention apply in Timor-Leste" in said(app)
    with open_store(seeded) as store:
        text, _ = to_ask.files(store.read(), "TL", "")
    assert text.decode("utf-8-sig").startswith('"question","ask","why"')


def test_a_question_on_what_is_presumed_opens_what_is_on_record_about_the_body(opened: Open) -> None:
    app = opened("who_else", country="PK", show="questions")
    assert "presumed from the kind of body" in said(app)
    assert not app.table
    assert pressed(app, "Evidence").table


def test_anti_corruption_bodies_are_named_on_request(opened: Open) -> None:
    app = opened("who_else", country="PK")
    pressed(app, next(button.label for button in app.button if button.key == "all-missing"))
    assert "National Accountability Bureau" not in said(app)
    app.toggle(key="on-request").set_value(True).run()
    assert "National Accountability Bureau" in said(app)


def test_who_else_at_torkham_and_in_a_network(opened: Open) -> None:
    site = said(opened("who_else", country="PK", show="site", at="pk-torkham"))
    assert "Border crossing of Pakistan, towards Afghanistan" in site
    assert "Not recorded here. Who could be: " in site
    network = said(opened("who_else", show="network", at="sawen"))
    assert "5 of 10 neighbours are in it: Afghanistan" in network
    assert "Bodies not recorded in it" in network


def test_without_a_network_one_is_shown_of_which_much_is_known(opened: Open) -> None:
    app = opened("who_else", country="TL", show="network")
    assert "; active" in said(app)
    assert "not recorded in it" in said(app)


def test_the_address_says_which_answer_is_asked(opened: Open) -> None:
    app = opened("who_else", country="LK", show="nonsense", at="nowhere")
    assert not app.exception
    assert app.title[0].value == r"Who else in Sri Lanka\?"
    app.segmented_control(key="who-else-answer").set_value("roles").run()
    assert app.query_params["show"] in ("roles", ["roles"])


def test_how_good_the_order_is_stands_in_a_sentence_with_what_it_does_not_say(opened: Open, seeded: str) -> None:
    app = compared(opened("who_else", country="TL"), "Customs Authority", country="TL")
    app.segmented_control(key="who-else-order").set_value("sits-with").run()
    assert "do alike" in said(app)
    assert any(button.label == "How good is this order?" for button in app.button)
    rows = [
        {"method": method, "measure": measure, "value": value, "low": None, "high": None, "n": 343}
        for method, measure, value in (
            ("who sits with these", "recall@5", 0.53),
            ("who sits with these", "recall@10", 0.72),
            ("popularity: claims about the body", "recall@5", 0.32),
            ("popularity: claims about the body", "recall@10", 0.41),
        )
    ]
    words = judgement({"question": "", "rows": rows, "says": "", "does_not_say": ""})  # type: ignore[typeddict-item]
    assert "of 100 hidden, 53 stood among the first 5 and 72 among the first 10" in words
    assert "not how well those are that nobody has written down" in words
    assert "Too few" in judgement({"question": "", "rows": [], "says": "", "does_not_say": ""})
