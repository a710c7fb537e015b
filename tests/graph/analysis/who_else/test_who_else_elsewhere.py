"""Who else at this site, and in this network?"""

import pytest

from graph.analysis.networks.members import members
from graph.analysis.who_else.kind_phrases import PHRASES
from graph.analysis.who_else.who_else_at_site import who_else_at_site
from graph.analysis.who_else.who_else_in_network import who_else_in_network
from graph.record import Record
from graph.vocabulary import SITE_KINDS
from tests.graph.analysis.who_else.slide import rebuilt


def test_torkham(seed: Record) -> None:
    answer = who_else_at_site(seed, "pk-torkham")
    present = {body["id"]: body for body in answer["present"]}
    assert {"pk-customs", "pk-fia", "pk-frontier-corps", "pk-anf"} <= set(present)
    assert present["pk-customs"]["through"] is None
    team = present["pk-dgii-customs"]["through"]
    assert team is not None
    assert team["id"] == "pk-currency-joint-teams"
    chain = {role["role"]: role for role in answer["chain"]}
    assert chain["Customs"]["status"] == chain["Border guard or border police"]["status"] == "recorded here"
    quarantine = chain["Plant and animal quarantine"]
    assert quarantine["status"] == "not recorded here"
    assert quarantine["organizations"][0]["id"] == "pk-nafsa"
    assert answer["peers"][0]["kind"] == "border-guard"


def test_no_ended_body_is_at_a_site_and_every_role_has_its_source(seed: Record) -> None:
    kinds = set()
    for site in seed.sites.values():
        answer = who_else_at_site(seed, site.id)
        kinds.add(site.kind)
        assert all(seed.is_living(body["id"]) and body["claims"] for body in answer["present"])
        for role in answer["chain"]:
            assert role["source"]
            assert bool(role["organizations"]) == (role["status"] != "nobody recorded")
            assert all(seed.is_living(body["id"]) for body in role["organizations"])
        assert all(peer["recorded_at"] <= peer["of"] for peer in answer["peers"])
    assert kinds == set(SITE_KINDS)


def test_both_rows_of_a_crossing_know_each_other(seed: Record) -> None:
    others = [site for site in seed.sites.values() if site.same_as]
    assert others
    for one in others:
        here, there = who_else_at_site(seed, one.id), who_else_at_site(seed, one.same_as)
        assert here["other_side"] == there["present"]
        assert all(body in there["other_side"] for body in here["present"])


def test_what_is_unknown_elsewhere_lowers_nothing_here(seed: Record) -> None:
    """A body removed from another country changes no figure of a site but the count that names it."""
    before = who_else_at_site(seed, "pk-torkham")
    after = who_else_at_site(rebuilt(seed, without=["af-abp"]), "pk-torkham")
    assert before["chain"] == after["chain"]
    assert {peer["of"] for peer in before["peers"]} == {peer["of"] for peer in after["peers"]}


def test_a_network_names_whom_it_lacks(seed: Record) -> None:
    answer = who_else_in_network(seed, "sawen")
    assert "wildlife" in answer["themes"]
    outside = {country["id"]: country for country in answer["countries"]}
    assert "PK" not in outside
    assert [country["id"] for country in outside["IR"]["neighbours_in"]] == ["AF", "PK"]
    assert outside["CN"]["ask"][0]["id"] == "cn-cites-ma"
    bodies = {body["id"]: body for body in answer["organizations"]}
    assert bodies["pk-cites-ma"]["reasons"] == ["Management authority for CITES"]


def test_who_looks_on_makes_no_neighbour_a_member(seed: Record) -> None:
    """China is a partner of ASEANAPOL; that is no reason to ask Afghanistan."""
    assert {"AF", "PK", "NP"}.isdisjoint(one["id"] for one in who_else_in_network(seed, "aseanapol")["countries"])


def test_a_national_committee_asks_its_own_country(seed: Record) -> None:
    answer = who_else_in_network(seed, "pk-iatf-narcotics")
    assert answer["countries"] == []
    assert answer["organizations"][0]["id"] == "pk-customs"
    assert answer["organizations"][0]["reasons"] == ["Enforces the rules on narcotics"]


@pytest.mark.parametrize("scope", ["global", "regional", "subregional", "national"])
def test_nobody_is_named_who_sits_there_or_has_ended(seed: Record, scope: str) -> None:
    phrases = {f"{text[0].upper()}{text[1:]} (presumed from its kind)" for text in PHRASES.values()}
    for network in (one for one in seed.networks.values() if one.scope == scope):
        answer, inside = who_else_in_network(seed, network.id), members(seed).get(network.id, {})
        for body in answer["organizations"]:
            assert f"organization:{body['id']}" not in inside
            assert seed.is_living(body["id"])
            assert body["sources"]
            rows = [seed.row_of_claim(claim) for claim in body["claims"]]
            assert set(body["reasons"]) <= phrases or all(
                row is not None and seed.claim(row).kind == "responsibility" for row in rows
            )


def test_a_unit_within_the_police_is_named_where_no_service_is_of_the_kind(seed: Record) -> None:
    guards = [
        role
        for site in seed.sites.values()
        if site.country == "TL"
        for role in who_else_at_site(seed, site.id)["chain"]
        if role["role"] == "Border guard or border police"
    ]
    assert guards
    assert all("tl-bpu" in [body["id"] for body in role["organizations"]] for role in guards)
