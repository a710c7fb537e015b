"""Routes on the seed: every claim is there, and what comes first is what an officer would take."""

from itertools import combinations

import pytest

from graph.analysis.networks.members import countries_of
from graph.analysis.routes.routes import routes
from graph.answers import Route
from graph.record import Record
from tests.graph.analysis.routes.routes_toy import sequences


def test_a_world_wide_network_that_itself_needs_two_contacts_stays_last(seed: Record) -> None:
    ways = sequences(routes(seed, "bt-nou", "tl-nou"))
    assert (ways[0], ways[-1]) == (["ozone-network-sa", "ozone-network-seap"], ["wco-asia-pacific"])


CUSTOMS_NETWORKS = {"asean-dg-customs", "carec-ccc", "mekong-dragon", "mlc-customs", "sasec", "wco", "wco-ap-rtc",
                    "wco-rilo-ap", "wco-rocb-ap"}  # fmt: skip


def test_customs_come_to_customs_by_networks_of_customs_first(seed: Record) -> None:
    for one, other in combinations(sorted(seed.countries), 2):
        first = routes(seed, f"customs@{one}", f"customs@{other}")["routes"][0]
        networks = {step["network"]["id"] for step in first["steps"]}
        assert networks <= CUSTOMS_NETWORKS, (one, other)
        assert len(networks) + len(first["home"]) == 1, (one, other)


def test_the_countries_of_a_network_are_looked_up_once(seed: Record) -> None:
    assert countries_of(seed, "sawen") is countries_of(seed, "sawen")
    assert "PK" in countries_of(seed, "sawen")
    assert "INT" not in countries_of(seed, "wco")


def claims_of(route: Route) -> list[str]:
    at_home = [claim for tie in route["home"] for claim in tie["claims"]]
    points = [point for step in route["steps"] for point in (step["entry"], step["exit"])]
    return at_home + [claim for point in points for claim in point["claims"]]


PAIRS = (
    ("pk-customs", "customs@TH"),
    ("pk-nou", "vn-customs"),
    ("lk-nou", "th-nou"),
    ("bt-drc", "tl-customs"),
    ("lk-dwc", "wildlife@IN"),
    ("pk-fia", "th-rtp"),
    ("mn-noa", "pk-nou"),
    ("lk-cea", "sg-nea"),
    ("pk-pak-epa", "lk-cea"),
    ("unodc", "pk-customs"),
)


@pytest.mark.parametrize(("start", "target"), PAIRS)
def test_on_the_seed_every_claim_exists_no_way_comes_twice_and_the_order_is_stable(
    seed: Record, start: str, target: str
) -> None:
    answer = routes(seed, start, target, k=10)
    assert answer["routes"]
    assert answer["why_none"] is None
    claims = [claim for route in answer["routes"] for claim in claims_of(route)]
    assert all(seed.row_of_claim(claim) is not None for claim in claims)
    assert all(tie["claims"] for route in answer["routes"] for tie in route["home"])
    ways = [tuple(way) for way in sequences(answer) if way]
    assert len(set(ways)) == len(ways)
    assert routes(seed.as_of(seed.date), start, target, k=10) == answer


def test_from_pakistans_customs_to_thailands(seed: Record) -> None:
    answer = routes(seed, "organization:pk-customs", "customs@TH")
    assert sequences(answer) == [["wco-rilo-ap"], ["wco"], ["wco-asia-pacific"]]
    (step,) = answer["routes"][0]["steps"]
    assert (step["entry"]["id"], step["entry"]["basis"]) == ("pk-customs", "presumed")
    assert (step["exit"]["id"], step["exit"]["basis"]) == ("th-customs", "recorded")


def test_from_pakistans_ozone_unit_to_viet_nams_customs(seed: Record) -> None:
    answer = routes(seed, "pk-nou", "vn-customs", k=3)
    assert sequences(answer) == [["wco-rilo-ap"], ["ozone-network-sa", "ozone-network-seap"], ["wco"]]
    first, second, third = answer["routes"]
    assert [(tie["at"], tie["tie"]["b"]["id"]) for tie in first["home"]] == [("start", "pk-customs")]
    assert second["steps"][0]["exit"]["id"] == second["steps"][1]["entry"]["id"] == "unep-cap-roap"
    assert [(tie["at"], tie["tie"]["a"]["id"]) for tie in second["home"]] == [("end", "vn-dcc")]
    assert third["steps"][0]["exit"]["basis"] == "recorded"
    assert all(step["status"] == "active" for route in answer["routes"] for step in route["steps"])


def test_as_known_ten_years_ago(seed: Record) -> None:
    answer = routes(seed.as_of("2015-06"), "pk-nou", "vn-customs")
    heard = [step["last_heard"] for route in answer["routes"] for step in route["steps"] if step["last_heard"]]
    assert heard
    assert max(heard) <= "2015-06-30"
    assert ["ozone-network-sa", "ren"] in sequences(answer)
