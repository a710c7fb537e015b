"""One country on one page: what is recorded, what is presumed, and nothing of other countries."""

import pytest

from graph.analysis.country.country import country
from graph.analysis.country.notices import notice
from graph.answers import CountryAnswer
from graph.errors import UnknownName
from graph.record import Record

SHOWN = ("PK", "LK", "TH", "TL")


def claims_of(answer: CountryAnswer) -> set[str]:
    parts = [*answer["treaties"], *answer["organizations"], *answer["networks"], *answer["sites"]]
    doors = [seat["entry_point"]["claims"] for seat in answer["networks"] if seat["entry_point"]]
    return {claim for part in parts for claim in part["claims"]} | {claim for door in doors for claim in door}


@pytest.mark.parametrize("code", SHOWN)
def test_every_claim_and_source_that_is_cited_exists(seed: Record, code: str) -> None:
    answer = country(seed, code)
    assert claims_of(answer)
    assert all(seed.row_of_claim(claim) is not None for claim in claims_of(answer))
    assert all(source in seed.sources for body in answer["organizations"] for source in body["sources"])


@pytest.mark.parametrize("code", SHOWN)
def test_the_roster_is_every_living_body_of_the_country_once(seed: Record, code: str) -> None:
    ids = [body["id"] for body in country(seed, code)["organizations"]]
    assert sorted(ids) == [body for body in seed.bodies[code] if seed.is_living(body)]


def test_the_roster_says_what_is_recorded_and_what_is_presumed(seed: Record) -> None:
    bodies = {body["id"]: body for body in country(seed, "PK")["organizations"]}
    assert {"subject": "ozone-depleting-substances", "basis": "recorded"} in bodies["pk-nou"]["subjects"]
    assert {"subject": "pollution", "basis": "coded"} in bodies["pk-pak-epa"]["subjects"]
    assert bodies["pk-customs-lab"]["service"] == "pk-customs"
    assert bodies["pk-customs"]["stages"] == ["border-control", "inspection", "investigation", "adjudication"]


def test_an_ended_body_is_on_the_roster_of_its_time_only(seed: Record) -> None:
    def ids(record: Record) -> set[str]:
        return {body["id"] for body in country(record, "PK")["organizations"]}

    assert "pk-dpp" not in ids(seed)
    assert "pk-dpp" in ids(seed.as_of("2020"))


def test_a_theme_keeps_the_services_that_answer_for_it_recorded_ones_first(seed: Record) -> None:
    bodies = country(seed, "PK", "hazardous-waste")["organizations"]
    services = list(dict.fromkeys(body["service"] for body in bodies))
    recorded = {
        body["service"] for body in bodies if {"subject": "hazardous-waste", "basis": "recorded"} in body["subjects"]
    }
    assert "pk-customs-lab" in {body["id"] for body in bodies}
    assert "pk-nou" not in services
    assert set(services[: len(recorded)]) == recorded


def test_networks_are_those_of_the_country_surest_and_liveliest_first(seed: Record) -> None:
    for code in SHOWN:
        seats = country(seed, code)["networks"]
        assert seats
        for seat in seats:
            network = seed.networks[seat["id"]]
            assert network.scope != "national" or network.country == code
            assert (seat["entry_point"] is None) == (seat["basis"] == "country only")
            door = seat["entry_point"]
            assert door is None or seed.organizations[door["id"]].country == code
        ranks = [
            (
                ("recorded", "presumed", "country only").index(seat["basis"]),
                ("active", "silent", "ended").index(seat["status"]),
            )
            for seat in seats
        ]
        assert ranks == sorted(ranks)


def test_networks_of_the_theme_come_first(seed: Record) -> None:
    seats = country(seed, "PK", "hazardous-waste")["networks"]
    about = ["hazardous-waste" in seed.networks[seat["id"]].themes for seat in seats]
    assert any(about)
    assert about == sorted(about, reverse=True)


def test_a_site_shows_the_living_bodies_that_are_recorded_there(seed: Record) -> None:
    sites = {site["id"]: site for site in country(seed, "PK")["sites"]}
    bodies = {body["id"] for body in sites["pk-torkham"]["organizations"]}
    assert {"pk-customs", "pk-fia", "pk-anf"} <= bodies
    assert all(seed.sites[site].country == "PK" for site in sites)


def test_counts_are_printed_with_the_sources_they_rest_on(seed: Record) -> None:
    contacts = country(seed, "PK")["contacts"]
    assert 0 < contacts["found"] < contacts["expected"]
    assert contacts["sources_read"] > 0


def test_the_record_says_where_it_is_older_than_the_authorities(seed: Record) -> None:
    assert "predates the change of authorities of 2021" in (country(seed, "AF")["notice"] or "")
    assert "Myanmar" in (country(seed, "MM")["notice"] or "")
    assert country(seed, "PK")["notice"] is None
    assert notice(seed.as_of("2020"), "AF") is None


def test_a_country_has_a_name_too_and_must_be_of_the_focus(seed: Record) -> None:
    assert country(seed, "pakistan") == country(seed, "PK")
    with pytest.raises(UnknownName):
        country(seed, "FR")
