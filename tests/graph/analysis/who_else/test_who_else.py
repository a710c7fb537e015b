"""Who else? Useful in a meeting tomorrow: names where the record has them, roles where it has none."""

import pytest

from graph.analysis.country.country import country
from graph.analysis.who_else.who_else import who_else
from graph.answers import WhoElseAnswer
from graph.errors import UnknownName
from graph.model import Claim, Country, Organization
from graph.record import Record
from tests.graph.analysis.who_else.slide import SLIDE, ids, rebuilt

# The pesticide authority of the sources ended in 2025; its successor stands for it.
EXPECTED_OF_SLIDE = {"pk-customs", "pk-nou", "pk-pak-epa", "pk-pmsa", "pk-nafsa"}


@pytest.fixture(scope="module")
def slide(seed: Record) -> WhoElseAnswer:
    return who_else(seed, "PK", names=SLIDE)


def test_the_first_fourteen_for_the_slide_list(seed: Record, slide: WhoElseAnswer) -> None:
    first = slide["recorded"][:14]
    assert {line["id"] for line in first} >= EXPECTED_OF_SLIDE
    assert all(seed.is_living(line["id"]) for line in first)
    assert all(line["sources"] for line in first)
    assert all(line["claims"] for line in first if line["id"] in EXPECTED_OF_SLIDE)
    assert slide["unmatched"] == []


def test_a_ministry_does_not_hide_its_specialised_bodies(slide: WhoElseAnswer) -> None:
    order = ids(slide)
    assert order.index("pk-nou") < order.index("pk-moi")
    assert order.index("pk-pak-epa") < order.index("pk-mocommerce")


def test_what_nobody_on_the_list_answers_for_is_said(slide: WhoElseAnswer) -> None:
    lines = {line["id"]: line for line in slide["recorded"]}
    assert lines["pk-nou"]["reasons"] == [
        "Nobody on your list answers for the Montreal Protocol",
        "National ozone unit for the Montreal Protocol",
    ]
    assert lines["pk-nafsa"]["reasons"] == [
        "Nobody on your list answers for the Rotterdam Convention",
        "Also designated national authority for the Rotterdam Convention: Climate Ministry",
        (
            "Follows Department of Plant Protection, which ended in 2025: "
            "designated national authority for the Rotterdam Convention (please confirm)"
        ),
    ]


def test_one_line_a_desk_and_the_others_beside_it(seed: Record) -> None:
    lines = who_else(seed, "IN", names=["Customs", "Police", "Ministry of Environment"])["recorded"][:9]
    opened = {line["id"]: line["reasons"][1] for line in lines if "for CITES" in line["reasons"][0]}
    assert opened == {
        "in-dwlp": "Also management authority for CITES: Wildlife Crime Bureau",
        "in-bsi": "Also scientific authority for CITES: CMFRI, IFGTB, Wildlife Institute and Zoological Survey",
    }
    assert {"in-ozone-cell", "in-moafw", "in-cpcb"} <= {line["id"] for line in lines}


def test_who_stands_beside_a_desk_keeps_a_line_further_down(seed: Record) -> None:
    assert {"in-wccb", "in-wii"} <= set(ids(who_else(seed, "IN", names=["Customs"])))


@pytest.mark.parametrize("code", ["PK", "LK", "TH", "TL"])
@pytest.mark.parametrize("theme", ["", "hazardous-waste", "wildlife"])
def test_no_line_is_ended_twice_or_without_evidence(seed: Record, code: str, theme: str) -> None:
    answer = who_else(seed, code, theme)
    assert ids(answer)
    assert len(ids(answer)) == len(set(ids(answer)))
    for line in answer["recorded"]:
        node = seed.organizations[line["id"]]
        assert seed.is_living(line["id"])
        assert node.country == code
        assert node.kind not in ("anti-corruption", "state-intelligence")
        assert line["reasons"]
        assert line["sources"]
        assert all(source in seed.sources for source in line["sources"])
        assert all(seed.row_of_claim(claim) is not None for claim in line["claims"])


def test_one_line_a_service_and_what_is_listed_is_not_suggested(seed: Record, slide: WhoElseAnswer) -> None:
    lines = set(ids(slide))
    assert {"pk-customs-lab", "pk-dgii-customs", "pk-dgtr"}.isdisjoint(lines)
    assert {"pk-fbr", "pk-anf", "pk-rangers", "pk-fc-kp", "pk-rangers-sindh"}.isdisjoint(lines)
    customs = next(line for line in slide["recorded"] if line["id"] == "pk-customs")
    assert {"border control", "laboratory"} <= set(customs["adds"])


def test_provincial_sisters_share_a_line(seed: Record, slide: WhoElseAnswer) -> None:
    kinds = [
        node.kind
        for line in slide["recorded"]
        if (node := seed.organizations[line["id"]]).level == "provincial"
        and not line["reasons"][0].startswith("Nobody")
    ]
    assert len(kinds) == len(set(kinds))
    wildlife = next(line for line in slide["recorded"] if line["id"] == "pk-punjab-wildlife")
    assert "pk-sindh-wildlife" in [sister["id"] for sister in wildlife["sisters"]]
    assert all(seed.organizations[sister["id"]].kind == "wildlife" for sister in wildlife["sisters"])
    assert all(sister["claims"] for sister in wildlife["sisters"] if sister["id"] == "pk-sindh-wildlife")


def test_the_two_orders_have_the_same_lines(seed: Record, slide: WhoElseAnswer) -> None:
    near = who_else(seed, "PK", names=SLIDE, order="sits-with")
    assert (slide["order"], near["order"]) == ("missing", "sits-with")
    assert sorted(ids(near)) == sorted(ids(slide)) != ids(near)
    scores = [line["sits_with"] for line in near["recorded"]]
    assert scores == sorted(scores, reverse=True)
    assert {"pk-customs", "pk-pmsa"} <= set(ids(near)[:3])


def test_without_a_list_nobody_is_near_it(seed: Record) -> None:
    assert ids(who_else(seed, "PK", order="sits-with")) == ids(who_else(seed, "PK"))


def test_a_body_that_the_list_names_by_its_old_name_is_followed(seed: Record) -> None:
    answer = who_else(seed, "PK", names=["Department of Plant Protection"])
    assert ids(answer)[0] == "pk-nafsa"
    assert answer["recorded"][0]["reasons"][0].startswith("Department of Plant Protection of your list ended in 2025")


def test_names_that_match_nothing_are_kept(seed: Record) -> None:
    assert who_else(seed, "PK", names=["Pakistan Customs", "Bureau of Dragons"])["unmatched"] == ["Bureau of Dragons"]


def test_sensitive_bodies_come_on_request_only(seed: Record) -> None:
    assert "pk-nab" not in ids(who_else(seed, "PK"))
    assert "pk-nab" in ids(who_else(seed, "PK", on_request=True))


def test_a_theme_leaves_who_does_not_answer_for_it_out(seed: Record) -> None:
    waste = ids(who_else(seed, "PK", "hazardous-waste", SLIDE))
    assert waste[:2] == ["pk-mocc", "pk-customs"]
    assert {"pk-bepa", "pk-pak-epa"} <= set(waste[:10])
    assert {"pk-nou", "pk-fmu", "pk-mfd"}.isdisjoint(waste)


def test_who_sits_with_these_grows_with_contacts_to_the_list(seed: Record) -> None:
    def nearness(*names: str) -> float:
        lines = who_else(seed, "PK", names=names)["recorded"]
        return next(line["sits_with"] for line in lines if line["id"] == "pk-customs")

    assert nearness() == 0
    assert 0 < nearness("pk-anf") < nearness("pk-anf", "pk-fia")


def test_what_is_unknown_in_one_country_changes_nothing_in_another(seed: Record) -> None:
    """Removing a body lowers no figure of another country: a count of peers is a lower bound and no share is made."""
    less = rebuilt(seed, without=["lk-nou", "lk-customs"])
    before, after = who_else(seed, "PK", names=SLIDE), who_else(less, "PK", names=SLIDE)
    assert before["recorded"] == after["recorded"]
    assert before["template"] == after["template"]
    assert country(seed, "PK")["contacts"] == country(less, "PK")["contacts"]
    assert [peer["of"] for peer in before["peers"]] == [peer["of"] for peer in after["peers"]]


def test_an_unrelated_country_changes_nothing(seed: Record) -> None:
    body = Organization(
        id="zw-customs", name="Zimbabwe Customs", country="ZW", kind="customs", functions=("border-control",)
    )
    duty = Claim(kind="responsibility", a=body.address, b="theme:wildlife", role="enforcement", source="seed-slides")
    wider = rebuilt(seed, more=[Country(id="ZW", name="Zimbabwe"), body, duty])
    before, after = who_else(seed, "PK", names=SLIDE), who_else(wider, "PK", names=SLIDE)
    assert before["recorded"] == after["recorded"]
    assert before["template"] == after["template"]
    assert before["peers"] == after["peers"]
    alike, wide = country(seed, "PK"), country(wider, "PK")
    assert alike == wide


def test_as_known_earlier_the_body_of_that_time_is_named(seed: Record) -> None:
    then = ids(who_else(seed.as_of("2020"), "PK", names=SLIDE))
    assert "pk-dpp" in then[:14]
    assert "pk-dpp" not in ids(who_else(seed, "PK", names=SLIDE))


def test_only_a_country_of_the_focus_has_an_answer(seed: Record) -> None:
    with pytest.raises(UnknownName):
        who_else(seed, "FR")
