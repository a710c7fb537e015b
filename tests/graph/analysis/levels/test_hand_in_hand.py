"""Who sits in a network, who at home should hear from it, and do they."""

import pytest

from graph.analysis.bodies.services import service_of
from graph.analysis.levels.hand_in_hand import hand_in_hand
from graph.answers import Cell
from graph.model import Claim, Network, Organization
from graph.record import Record
from tests.graph.analysis.gaps_toy import member, responsible, tie
from tests.graph.analysis.levels_toy import world


def cell(*claims: Claim, things: tuple[object, ...] = ()) -> Cell:
    (found,) = hand_in_hand(world(*claims, things=things), "PK", "wen")["cells"]  # type: ignore[arg-type]
    return found


def heard(found: Cell) -> list[tuple[str, bool, str]]:
    return [(one["id"], one["found"], one["basis"]) for one in found["should_hear"]]


SITS = member("pk-customs", "wen")


def test_who_shares_the_subject_of_the_network_should_hear_from_who_sits_there() -> None:
    found = cell(SITS)
    assert [(one["id"], one["basis"]) for one in found["sits"]] == [("pk-customs", "recorded")]
    assert heard(found) == [("pk-wildlife", False, "coded")]


def test_a_contact_is_found_with_its_claims() -> None:
    found = cell(SITS, tie("pk-customs", "pk-wildlife"))
    (one,) = found["should_hear"]
    assert (one["found"], one["claims"]) == (True, [tie("pk-customs", "pk-wildlife").id])


def test_a_seat_of_the_country_is_presumed_and_without_any_body_nothing_is_said() -> None:
    presumed = cell(member("PK", "wen"))
    assert [(one["id"], one["basis"]) for one in presumed["sits"]] == [("pk-customs", "presumed")]
    record = world(member("PK", "wen"), countries=("IR",))
    (found,) = hand_in_hand(record, "PK", "wen")["cells"]
    assert (found["sits"], found["should_hear"]) == ([], [])


def test_a_recorded_mandate_comes_before_a_presumed_one() -> None:
    near = Organization(id="pk-desk", name="Desk", country="PK", kind="focal-point", functions=("licensing",))
    found = cell(SITS, responsible("pk-desk", "wildlife"), things=(near,))
    assert [(name, basis) for name, _, basis in heard(found)] == [("pk-desk", "recorded"), ("pk-wildlife", "coded")]


def test_at_most_five_and_only_by_subjects_of_the_network() -> None:
    desks = tuple(
        Organization(id=f"pk-desk-{place}", name="Desk", country="PK", kind="focal-point", functions=("licensing",))
        for place in range(7)
    )
    about_wildlife = [responsible(desk.id, "wildlife") for desk in desks]
    assert len(heard(cell(SITS, *about_wildlife, things=desks))) == 5
    about_arms = [responsible(desk.id, "arms") for desk in desks]
    assert heard(cell(SITS, *about_arms, things=desks)) == [("pk-wildlife", False, "coded")]


def test_national_and_ended_networks_are_left_out() -> None:
    home = Network(id="home", name="Home", kind="mechanism", scope="national", country="PK")
    over = Network(id="over", name="Over", kind="network", scope="regional", end_year="2020")
    claims = [member("pk-customs", name) for name in ("home", "over", "wen")]
    cells = hand_in_hand(world(*claims, things=(home, over)), "PK")["cells"]
    assert [one["network"]["id"] for one in cells] == ["wen"]


def test_a_network_lists_its_countries_and_a_country_its_networks_most_contacts_first() -> None:
    other = Network(id="other", name="Other", kind="network", scope="regional", themes=("wildlife",))
    claims = [SITS, member("ir-customs", "wen"), member("pk-wildlife", "other"), tie("pk-wildlife", "pk-police")]
    record = world(*claims, responsible("pk-police", "wildlife"), things=(other,))
    assert [one["country"]["id"] for one in hand_in_hand(record, network="wen")["cells"]] == ["IR", "PK"]
    found = [sum(one["found"] for one in each["should_hear"]) for each in hand_in_hand(record, "PK")["cells"]]
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize("country", ["PK", "TH", "LK", "VN"])
def test_what_holds_for_every_cell_of_the_seed(seed: Record, country: str) -> None:
    cells = hand_in_hand(seed, country)["cells"]
    assert cells
    for each in cells:
        assert len(each["should_hear"]) <= 5
        if each["sits"]:
            assert service_of(seed, each["sits"][0]["id"]) not in [one["id"] for one in each["should_hear"]]
        bases = [one["basis"] for one in each["should_hear"]]
        assert bases == sorted(bases, reverse=True)
        for one in each["should_hear"]:
            assert seed.organizations[one["id"]].country == country
            assert one["claims"] or not one["found"]
            assert all(seed.row_of_claim(claim) is not None for claim in one["claims"])
