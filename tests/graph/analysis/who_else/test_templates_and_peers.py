"""Which roles nobody fills, and what comparable countries have."""

import pytest

from graph.analysis.who_else.peers import peers
from graph.analysis.who_else.templates import template
from graph.record import Record


def test_the_template_has_three_values(seed: Record) -> None:
    def statuses(code: str) -> dict[str, str]:
        return {row["role"]: row["status"] for row in template(seed, code)}

    assert statuses("PK")["Prosecution"] == "missing"
    assert statuses("PK")["Customs"] == "met"
    assert statuses("NP")["Coast guard or marine police"] == "not applicable"
    assert statuses("LK")["Border guard or border police"] == "not applicable"
    assert statuses("TH")["Customs training centre"] == "missing"  # its police academies are none
    assert statuses("PK")["Customs training centre"] == "met"


@pytest.mark.parametrize(
    ("code", "role", "body"),
    [
        ("LK", "Pesticide registrar", "lk-rop"),
        ("PK", "Pesticide registrar", "pk-nafsa"),
        ("PK", "Coast guard or marine police", "pk-pmsa"),
        ("PK", "INTERPOL national central bureau", "pk-ncb"),
        ("TH", "Fisheries enforcement", "th-dof"),
    ],
)
def test_a_role_is_filled_by_who_has_the_duty(seed: Record, code: str, role: str, body: str) -> None:
    row = next(row for row in template(seed, code) if row["role"] == role)
    assert (row["status"], row["organizations"][0]["id"]) == ("met", body)
    assert row["source"]


def test_every_row_of_the_template_is_met_by_living_bodies_or_by_none(seed: Record) -> None:
    for code in seed.countries:
        for row in template(seed, code):
            assert bool(row["organizations"]) == (row["status"] == "met")
            assert all(seed.is_living(body["id"]) for body in row["organizations"])


def test_peers_name_what_comparable_countries_have(seed: Record) -> None:
    found = {peer["kind"]: peer for peer in peers(seed, "PK")}
    assert "customs" not in found
    assert 2 <= found["prosecution"]["recorded_in"] < found["prosecution"]["of"] == 24
    for peer in found.values():
        assert all(seed.organizations[body["id"]].kind == peer["kind"] for body in peer["examples"])


def test_the_reader_says_with_which_countries_to_compare(seed: Record) -> None:
    found = peers(seed, "PK", like=["TH", "PK", "VN"])
    assert {peer["of"] for peer in found} == {2}
    kinds = {peer["kind"]: peer for peer in peers(seed, "PK", like=["TH"])}
    assert {(peer["recorded_in"], peer["of"]) for peer in kinds.values()} == {(1, 1)}
    assert all(seed.organizations[body["id"]].country == "TH" for peer in kinds.values() for body in peer["examples"])
    assert peers(seed, "PK", like=["PK"]) == peers(seed, "PK")


def test_a_landlocked_country_is_not_asked_for_a_coast_guard(seed: Record) -> None:
    assert {"coast-guard", "fisheries"}.isdisjoint(peer["kind"] for peer in peers(seed, "NP"))
