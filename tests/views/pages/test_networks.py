"""The page Networks: the list, one network in full, what several share, the strategy, and what holds together."""

import csv
import io
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from graph.record import Record
from graph.stores.open import open_store
from tests.views.pages.conftest import Open, said, texts
from tests.views.pages.hostile import NAME, PAYLOADS, hostile_store
from tests.views.pages.test_hostile import alive
from views.networks import factsheet, headings, says, shared, strategy, tile_map
from views.parts import answers, sheet_file


def table(app: AppTest, column: str) -> list[str]:
    """The cells of one column of the first table that has it."""
    found = next(frame.value for frame in app.dataframe if column in frame.value)
    return [str(cell) for cell in found[column]]


def choose(app: AppTest, key: str, row: int) -> AppTest:
    """Choose a row of a table."""
    app.session_state[key] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    return app.run()


def tabs(app: AppTest) -> list[str]:
    """The names of the tabs."""
    return [one.label for one in app.tabs]


def tab(app: AppTest, network: str, name: str) -> AppTest:
    """Open a tab of a network by the beginning of its name."""
    app.session_state[f"details-{network}"] = next(label for label in tabs(app) if label.startswith(name))
    return app.run()


def test_the_list_begins_with_what_lives_and_is_against_environmental_crime(opened: Open) -> None:
    app = opened("networks")
    assert "First those against environmental crime" in said(app)
    assert all(state.startswith("active") for state in table(app, "State")[:12])
    assert "narcotics" not in table(app, "Works on")[0]


def test_a_click_on_a_tile_asks_about_its_country(seed: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, object] = {"country": "PK"}
    monkeypatch.setattr(st, "session_state", state)
    for tiles, country in (([{"code": "TH"}], "TH"), ([], "TH"), ([{"code": "<x>"}, {}], "TH")):
        state["tiles-ren"] = {"selection": {"tile": tiles}}
        tile_map._ask_of("tiles-ren", seed)
        assert state["country"] == country


def test_the_list_says_of_each_network_whether_it_lives(opened: Open) -> None:
    app = opened("networks")
    assert app.title[0].value == "Networks"
    states = dict(zip(table(app, "Network"), table(app, "State"), strict=True))
    assert states["Project REN"] == "ended 2018"
    assert states["ARPEC (partners forum)"] == "silent since 2013"
    assert states["RILO Asia/Pacific"] == "active"
    assert "239 networks: 100 active, 120 silent, 19 ended" in said(app)


def test_that_no_member_is_recorded_is_no_zero(opened: Open) -> None:
    app = opened("networks", search="ASEAN seaport")
    assert table(app, "Members") in (["None"], ["nan"])


@pytest.mark.parametrize(
    ("asked", "first", "never"),
    [
        ({"state": "ended"}, "ASEAN wildlife forensics", "ARPEC (partners forum)"),
        ({"theme": "ozone-depleting-substances", "theirs": "yes"}, "South Asia ozone officers", "SAWEN (wildlife)"),
        ({"search": "rilo"}, "RILO Asia/Pacific", "Project REN"),
    ],
)
def test_the_list_is_narrowed_by_what_the_address_asks(
    opened: Open, asked: dict[str, str], first: str, never: str
) -> None:
    found = table(opened("networks", country="PK", **asked), "Network")
    assert first in found
    assert never not in found


def test_a_list_without_a_line_says_what_to_do(opened: Open) -> None:
    app = opened("networks", search="nothing is called so")
    assert not app.dataframe
    assert "No network fits what is asked." in said(app)
    assert "Search for less" in said(app)


def test_one_network_stands_in_the_address_and_a_button_leads_back(opened: Open) -> None:
    app = opened("networks", search="Project REN")
    app.session_state["network"] = "ren"
    app.run()
    assert app.title[0].value == "Project REN"
    assert app.query_params["network"] == "ren"
    menu = next(link for link in app.sidebar.get("page_link") if link.proto.label == "Networks")
    assert "network=" not in menu.proto.query_string
    next(button for button in app.button if button.label == "All networks").click().run()
    assert app.title[0].value == "Networks"
    assert "network" not in app.query_params


def test_the_factsheet_says_what_is_not_recorded_and_shows_what_each_field_rests_on(opened: Open) -> None:
    app = opened("networks", network="ren")
    words = said(app)
    fields = ("Date of establishment", "Legal basis", "Objective", "Nature", "Website")
    places = [words.index(f"**{field}**") for field in fields]
    assert places == sorted(places)
    assert words.count("not recorded") >= 3
    assert "ended 2018; last heard of 5 Mar 2018" in words
    assert not app.table
    next(button for button in app.button if str(button.key) == "rests-ren-5").click().run()
    assert app.table[0].value.shape[0] == 4
    assert "Regional Enforcement Network for Chemicals and Waste" in said(app)


@pytest.mark.parametrize(
    ("network", "country"),
    [
        ("ren", "PK"),
        ("asian-network", "LK"),
        ("arpec", "TH"),
        ("patrol", "TH"),
        ("wco-rilo-ap", "LK"),
        ("interpol", "TL"),
    ],
)
def test_the_networks_that_one_looks_up_open_for_every_country(opened: Open, network: str, country: str) -> None:
    app = opened("networks", network=network, country=country)
    assert not app.exception
    assert ("designations imply no opinion on the status of any territory" in said(app)) is (network != "arpec")
    assert "no tie" not in said(app).lower()


def test_hand_in_hand_for_the_country_of_the_first_row(opened: Open) -> None:
    app = opened("networks", network="sawen", country="PK")
    assert "Sits there: Climate Ministry (presumed, please confirm)" in said(app)
    assert set(table(app, "Contact")) == {"contact recorded", "no standing contact"}
    app = choose(app, "hear-sawen-PK", 0)
    assert len(app.table[0].value) >= 1
    assert "Pakistan is not recorded in it" in said(opened("networks", network="asian-network", country="PK"))
    assert "It does not run" in said(opened("networks", network="ren", country="TH"))


def test_the_tabs_hold_seats_events_and_who_was_trained(opened: Open) -> None:
    app = opened("networks", network="ren")
    app = tab(app, "ren", "Seats")
    assert table(app, "Held by").count("holder not recorded") == 6
    app = tab(app, "ren", "Who was trained")
    assert all(when[:2] == "20" for when in table(app, "When"))
    app = tab(app, "ren", "Events")
    app = choose(app, "rows-ren-Event", 0)
    assert "Recorded there: " in said(app)
    assert len(app.table[0].value) == 4


def test_an_association_is_no_entry_point_of_the_country_where_it_has_its_office(opened: Open) -> None:
    app = tab(opened("networks", network="arpec"), "arpec", "Entry points")
    assert "No country is recorded in it." in said(app)
    patrol = tab(opened("networks", network="patrol"), "patrol", "Entry points")
    points = dict(zip(table(patrol, "Country"), table(patrol, "Entry point"), strict=True))
    assert points["Thailand"] == "Royal Thai Police"


def test_neighbours_are_a_question_and_never_a_finding(opened: Open) -> None:
    app = tab(opened("networks", network="sawen"), "sawen", "Neighbours")
    assert table(app, "The same work?")[0] == "ask both"
    app = choose(app, "rows-sawen-State", 0)
    assert "they may do the same work, though their purposes may differ: ask both" in said(app)
    assert "duplicate" not in said(app)


def test_what_falls_apart_is_said_in_words_and_not_in_a_copy_that_others_look_at(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = tab(opened("networks", network="sawen"), "sawen", "If it ends")
    assert "If this network ends, this country loses its only route on its subjects: Sri Lanka." in said(app)
    assert "If its secretariat ends (SAWEN Secretariat)" in said(app)
    monkeypatch.setenv("WHOELSE_READ_ONLY", "yes")
    looked_at = opened("networks", network="sawen")
    assert "If it ends" not in tabs(looked_at)
    assert "links" not in headings.parts()
    assert "only link" not in said(opened("networks", section="links", country="PK")).lower()


def test_an_unknown_network_is_named_letter_by_letter(opened: Open) -> None:
    app = opened("networks", network=NAME)
    assert "No network of the record is called" in said(app)
    assert alive(texts(app)) == []
    next(button for button in app.button if button.label == "All networks").click().run()
    assert "239 networks" in said(app)


def test_the_networks_of_a_theme_are_compared(opened: Open) -> None:
    app = opened("networks", section="overlap", theme="wildlife")
    assert "4 may do the same work: ask both" in said(app)
    assert table(app, "Body")[0] == "International Criminal Police Organization"
    assert "Choose two networks or more" in said(opened("networks", section="overlap"))
    assert "Choose two networks or more" in said(opened("networks", section="overlap", compared="sawen"))


def test_a_chosen_set_has_a_matrix_of_shared_members(opened: Open) -> None:
    app = opened("networks", section="overlap", compared="sawen~sacep-programme~wco-rilo-ap")
    matrix = next(frame.value for frame in app.dataframe if "Shared members" in frame.value)
    assert [str(cell) for cell in matrix["SACEP"]] == ["8.0", "nan", "5.0"]
    assert "3 pairs compared" in said(app)
    app = choose(app, "pairs-sawen-sacep-programme-wco-rilo-ap", 0)
    assert "In both: Afghanistan" in said(app)


def test_the_strategy_shows_its_empty_cells(opened: Open) -> None:
    app = opened("networks", section="strategy")
    matrix = app.table[0].value
    assert list(matrix["Pillar"])[3] == "**synergies of the agreements**"
    assert set(matrix.iloc[3, 1:]) == {strategy.EMPTY}
    assert "Nothing recorded, planned or running: synergies of the agreements." in said(app)
    assert "Project PATROL (ended 2014)" in said(app)


def test_three_plain_answers_for_a_country(opened: Open) -> None:
    app = opened("networks", section="links", country="PK")
    assert table(app, "Between")[0] == "43% of others"
    app = choose(app, "sole-PK-", 0)
    assert "that ought to be in contact lose the only common contact" in said(app)
    assert "ozone-depleting substances" in table(app, "Subject")
    ends = dict(zip(table(app, "Network"), table(app, "Was the only route on its subjects for"), strict=True))
    assert ends["INTERPOL Project Predator"] == "Afghanistan"


def test_every_basis_and_state_has_its_words() -> None:
    assert set(says.SIGNS) == set(says.BASES)
    assert set(tile_map.HOW) == {*says.BASES.values(), tile_map.OUT}


@pytest.mark.parametrize(
    "asked",
    [{}, {"network": "n"}, {"section": "overlap", "compared": "n~m"}, {"section": "strategy"}, {"section": "links"}],
)
def test_no_name_becomes_markdown(opened: Open, tmp_path: Path, asked: dict[str, str]) -> None:
    app = opened("networks", store=hostile_store(tmp_path), country="PK", **asked)
    assert not app.exception
    labels = [one.label for one in (*app.toggle, *app.expander)]
    assert alive([*texts(app), *labels]) == []
    for name in ("Entry points", "Bodies", "Timeline", "Neighbours", "If it ends") if "network" in asked else ():
        app = tab(app, "n", name)
        assert alive([*texts(app), *(one.label for one in app.expander)]) == []


def test_no_file_runs_anything(tmp_path: Path) -> None:
    with open_store(hostile_store(tmp_path)) as store:
        record = store.read()
    lines = list(factsheet._lines(record, answers.network(record, "n")))
    text = sheet_file.of(("a", "b"), [*lines, ("=1+1", "@x")]).decode("utf-8-sig")
    assert any(NAME in cell for line in lines for cell in line)
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert all(cell[0] not in "=+-@" for cell in cells if cell)
    assert PAYLOADS


def test_names_of_networks_that_are_alike_are_told_apart(seed: Record) -> None:
    chosen = ("interpol", "interpol-ecec")
    assert len(set(shared._different(seed, chosen).values())) == 2
