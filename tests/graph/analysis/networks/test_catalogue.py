"""The list of networks: which fit what is asked, in which order, and what each line counts."""

import pytest

from graph.analysis.networks.catalogue import catalogue
from graph.analysis.networks.fragility import only_routes
from graph.errors import UnknownName
from graph.model import Organization
from graph.record import Record
from tests.graph.analysis.links.test_brokers import body, member, nets, network, record

FREELAND = Organization.of_values({"id": "th-ngo", "name": "Freeland", "country": "TH", "kind": "ngo"})


def ids(known: Record, **asked: str) -> list[str]:
    return [one["id"] for one in catalogue(known, **asked)["networks"]]


def test_regional_networks_come_before_world_wide_ones_and_those_of_one_country() -> None:
    home = network("pk", scope="national", country="PK")
    known = record(network("world", scope="global"), home, network("b", scope="subregional"), network("a"))
    assert ids(known) == ["a", "b", "world", "pk"]
    assert ids(record(network("later", start_year="2030"))) == []


def test_what_is_against_environmental_crime_and_lives_comes_first() -> None:
    known = record(
        network("a"),
        network("drugs", themes=["narcotics"]),
        network("ended", themes=["wildlife"], end_year="2019"),
        network("world", scope="global", themes=["wildlife"]),
        network("waste", themes=["narcotics", "hazardous-waste"]),
    )
    assert ids(known) == ["waste", "world", "ended", "a", "drugs"]


def test_a_country_has_the_networks_that_it_or_a_body_of_it_is_in_and_its_own() -> None:
    home, other = (network(code.lower(), scope="national", country=code) for code in ("PK", "TH"))
    known = record(network("a"), network("b"), home, other, body("pk-x"), member("pk-x", "a"), member("TH", "b"))
    assert ids(known, country="PK") == ["a", "pk"]
    assert ids(known, country="TH") == ["b", "th"]


def test_an_association_does_not_bring_its_country_in() -> None:
    known = record(network("a"), FREELAND, member("th-ngo", "a"))
    (line,) = catalogue(known)["networks"]
    assert (line["members"], line["countries"]) == (1, 0)
    assert ids(known, country="TH") == []


def test_names_are_looked_for_without_accents_and_case() -> None:
    known = record(network("a", short_name="Réseau de l'Asie", acronym="RDA"), network("b", themes=["timber"]))
    assert ids(known, text="reseau") == ids(known, text="rda") == ["a"]
    assert ids(known, theme="timber") == ["b"]
    assert ids(known, text="nothing") == []


def test_the_state_is_asked_for() -> None:
    known = record(network("a"), network("b", end_year="2019"))
    assert ids(known, state="ended") == ["b"]
    assert ids(known, state="active") == ["a"]


def test_the_subjects_on_which_a_country_has_one_route() -> None:
    alone = only_routes(nets(), "PK")
    assert [(one["theme"], one["network"]["id"], one["entry_point"]["id"]) for one in alone["only"]] == [
        ("wildlife", "a", "pk-customs")
    ]
    assert only_routes(nets(), "TH")["only"] == []
    assert [one["network"]["id"] for one in only_routes(nets(end_year="2020"), "TH")["only"]] == ["a"]
    convened = nets(member("int-s", "a", "secretariat"))
    assert only_routes(convened, "PK")["only"][0]["secretariat"] is None
    with pytest.raises(UnknownName, match="XX"):
        only_routes(nets(), "XX")
