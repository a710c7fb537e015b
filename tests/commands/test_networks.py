"""The commands on networks: their words, their files, and what a person reads."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Whoelse = Callable[..., Any]


def test_reach_begins_down_the_corridor(whoelse: Whoelse, seeded: str) -> None:
    asked = ("reach", "customs@TH,VN", "--connected-from", "pk-nou", "--no-world-wide", "--store", seeded)
    assert "no chain of networks leads there" in whoelse(*asked).out
    run = whoelse(*asked, "--at-home")
    assert "BEGIN DOWN THE CORRIDOR" in run.out
    assert "is in contact with Pakistan Customs" in run.out


def test_reach_says_how_sure_it_is_and_that_everybody_is_in_it(whoelse: Whoelse, seeded: str) -> None:
    run = whoelse("reach", "kind:customs", "--store", seeded)
    assert run.code == 0
    assert run.out.startswith("1 network at cost 1 reaches 25 of 25. No set costs less.")
    assert "--no-world-wide" in run.out


def test_costs_come_from_a_table(whoelse: Whoelse, seeded: str, tmp_path: Path) -> None:
    table = tmp_path / "costs.csv"
    table.write_text("network_id,cost\nwco,100\nwco-asia-pacific,100\n", encoding="utf-8")
    answer = whoelse("reach", "customs@TH", "--cost", table, "--store", seeded, "--json").json
    assert answer["cost"] == 1
    assert answer["networks"][0]["id"] not in ("wco", "wco-asia-pacific")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("network,cost\nwco,1\n", "columns network_id, cost"),
        ("network_id,cost\nwco\n", "row 2"),
        ("network_id,cost\nwco,much\n", "row 2"),
        ("network_id,cost\nwcoo,1\n", "wcoo"),
        ("network_id,cost\nwco,-1\n", "cost of wco"),
        ("network_id,cost\nwco,inf\n", "cost of wco"),
        ("network_id,cost\nwco,nan\n", "cost of wco"),
        ("network_id,cost\nwco,1\nwco,2\n", "row 3"),
        ("network_id,cost\n\x00,1\n", "costs.csv"),
    ],
)
def test_a_wrong_table_of_costs_is_refused(whoelse: Whoelse, seeded: str, tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "costs.csv").write_text(text, encoding="utf-8")
    run = whoelse("reach", "customs@TH", "--cost", tmp_path / "costs.csv", "--store", seeded)
    assert (run.code, run.out) == (2, "")
    assert says in run.err


@pytest.mark.parametrize("words", [["--at-least", "0"], ["--at-least", "x"], ["--must", "wco", "--never", "wco"]])
def test_a_contradiction_is_wrong_use(whoelse: Whoelse, seeded: str, words: list[str]) -> None:
    assert whoelse("reach", "customs@TH", *words, "--store", seeded).code == 2


def test_overlap_asks_whether_two_do_the_same_work(whoelse: Whoelse, seeded: str) -> None:
    run = whoelse("overlap", "sawen", "sacep-programme", "--store", seeded)
    assert "may do the same work, though their purposes may differ: ask both" in " ".join(run.out.split())
    assert whoelse("overlap", "sawen", "--store", seeded).code == 2
    assert whoelse("overlap", "--store", seeded).code == 2


def test_a_pillar_without_any_activity_says_so(whoelse: Whoelse, seeded: str) -> None:
    run = whoelse("pillars", "--store", seeded)
    assert "SYNERGIES OF THE AGREEMENTS (23 networks are coded with it)\n   nothing recorded" in run.out
    assert run.out.count("nothing recorded") == 1


def test_brokers_are_three_plain_answers_and_the_measures_only_on_request(whoelse: Whoelse, seeded: str) -> None:
    plain = whoelse("brokers", "--country", "PK", "--store", seeded).out
    assert "Pakistan Customs (pk-customs): on the shortest way between" in plain
    assert "If Ministry of Climate Change" in plain
    assert "betweenness" not in plain
    measured = whoelse("brokers", "--country", "PK", "--measures", "--store", seeded).out
    assert all(word in measured for word in ("constraint", "b_IO", "KEY PLAYERS", "of all sets"))


def test_fragility_names_who_loses_the_only_route(whoelse: Whoelse, seeded: str) -> None:
    run = whoelse("fragility", "ozone-network-sa", "--store", seeded)
    assert run.code == 0
    assert "Pakistan loses its only route" in run.out
    assert whoelse("fragility", "pk-iatf-narcotics", "--store", seeded).code == 1
    assert "2007 Project Sky Hole Patching" in whoelse("fragility", "--store", seeded).out


def test_a_network_is_shown_with_what_is_not_recorded(whoelse: Whoelse, seeded: str) -> None:
    run = whoelse("network", "Project REN", "--store", seeded)
    assert run.code == 0
    assert "(ren): ended" in run.out
    assert "legal basis: not recorded" in run.out
    assert "One national ozone officer, steering group: holder not recorded (ozone unit)" in run.out
    assert "no opinion on the status of any territory" in run.out
    assert whoelse("network", "no-such-network", "--store", seeded).code == 2


def test_the_centralities_of_both_modes_only_on_request(whoelse: Whoelse, seeded: str) -> None:
    plain = whoelse("overlap", "sawen", "sacep-programme", "--store", seeded).out
    measured = whoelse("overlap", "sawen", "sacep-programme", "--measures", "--store", seeded).out
    assert "closeness" not in plain
    assert measured.startswith(plain.rstrip())
    assert "closeness" in measured
