"""A map in a file says what the record says, as data that no browser takes for markup."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from graph.analysis.routes.routes import routes
from graph.record import Record
from graph.stores.open import open_store
from handouts.map_file.country import country_file
from handouts.map_file.network import network
from handouts.map_file.routes import routes_file
from handouts.map_file.whole import whole_file
from layout.drawn.scene import Box, Line, Scene
from tests.views.pages.hostile import PAYLOADS, hostile_store


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Record:
    folder: Path = tmp_path_factory.mktemp("hostile")
    with open_store(hostile_store(folder)) as store:
        return store.read()


@pytest.fixture(scope="module")
def waste(seed: Record) -> str:
    return country_file(seed, "PK", "hazardous-waste")


def data(page: str) -> Any:
    (found,) = re.findall(r'<script type="application/json" id="data" nonce="\w+">(.*?)</script>', page, re.DOTALL)
    return json.loads(found)


def outside_scripts(page: str) -> str:
    return re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)


def outside_text(page: str) -> str:
    """The page without what stands inside its scripts; the program of the map has words for tags in it."""
    return re.sub(r"(<script\b[^>]*nonce[^>]*>).*?(</script>)", r"\1\2", page, flags=re.DOTALL)


def test_the_same_record_gives_the_same_file(seed: Record, waste: str) -> None:
    assert country_file(seed, "PK", "hazardous-waste") == waste


def test_a_box_leads_to_its_bodies_and_these_to_their_sources(waste: str) -> None:
    held = data(waste)
    assert held["things"]["pk-customs"]["lists"][0][1][0] == "organization:pk-customs"
    claims = [held["claims"][claim] for claim in held["things"]["organization:pk-customs"]["claims"]]
    assert claims
    assert all(claim["says"] and claim["source"] for claim in claims)


def test_every_name_that_is_led_to_is_there(seed: Record, waste: str) -> None:
    for page in (waste, whole_file(seed, "hazardous-waste")):
        held = data(page)
        things, claims = held["things"], held["claims"]
        boxes = {box["id"] for box in held["scene"]["boxes"]}
        for thing in things.values():
            assert set(thing["claims"]) <= set(claims)
            assert {name for _, names in thing.get("lists", []) for name in names} <= set(things)
        assert {box for _, box, _ in held["search"] if box} <= boxes
        assert {thing for _, _, thing in held["search"]} <= set(things)


def test_every_living_body_of_the_country_is_found_by_its_name(seed: Record, waste: str) -> None:
    found = {thing for _, _, thing in data(waste)["search"] if thing.startswith("organization:")}
    assert found == {f"organization:{body}" for body in seed.bodies["PK"] if seed.is_living(body)}


def test_the_whole_record_has_a_box_for_every_living_body_and_running_network(seed: Record) -> None:
    held = data(whole_file(seed))
    boxes = {box["id"] for box in held["scene"]["boxes"]}
    living = {one.address for one in seed.organizations.values() if seed.is_living(one.id)}
    running = {one.address for one in seed.networks.values() if seed.is_running(one.id)}
    assert boxes == living | running | {box for box in boxes if box.startswith("country:")}


def test_routes_are_shown_with_the_claims_of_every_step(seed: Record) -> None:
    answer = routes(seed, "pk-nou", "vn-customs")
    held = data(routes_file(seed, answer))
    assert held["things"][""]["title"] == "National Ozone Unit (Ozone Cell) to Department of Vietnam Customs"
    assert {"start", "target"} <= {box["id"] for box in held["scene"]["boxes"]}
    assert "action" not in {box["shape"] for box in held["scene"]["boxes"]}
    told = {claim for thing in held["things"].values() for claim in thing["claims"]}
    assert {claim for step in answer["routes"][0]["steps"] for claim in step["entry"]["claims"]} <= told
    assert routes_file(seed, routes(seed, "pk-nou", "customs@TH"))


def test_the_file_asks_nobody(waste: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', waste)
    assert policy
    assert policy[1].startswith("default-src 'none'; script-src 'nonce-")
    assert "http" not in policy[1]
    assert not re.search(r"<(link|img|iframe|script)\b[^>]*\b(src|href)=", outside_scripts(waste))
    marked, nonce = re.findall(r"<script\b([^>]*)>", outside_text(waste)), re.findall(r"'nonce-(\w+)'", policy[1])
    assert len(marked) == 3
    assert all(f'nonce="{nonce[0]}"' in attributes for attributes in marked)


def test_names_are_data_and_never_markup(hostile: Record) -> None:
    for page in (country_file(hostile, "PK"), country_file(hostile, "PK", "hazardous-waste"), whole_file(hostile)):
        assert PAYLOADS[0] not in page
        assert any(PAYLOADS[0] in name for name, _, _ in data(page)["search"])
        assert not re.search(r"<(?:a|img)\b[^>]*(?:evil|=x\b)", outside_scripts(page))


def test_pyvis_keeps_places_and_both_of_two_lines_between_the_same_boxes() -> None:
    boxes = (Box("a", 0, 0, 40, 20, ("A",), "A"), Box("b", 100, 0, 40, 20, ("B",), 'href="javascript:alert(1)"'))
    ends = ("a", "b")
    lines = tuple(Line(name, ((40, 10), (100, 10)), "contact", ends, name) for name in ("one", "two"))
    built = network(Scene("s", 140, 40, boxes, lines))
    assert [(node["id"], node["x"], node["y"]) for node in built["nodes"]] == [("box a", 20, 10), ("box b", 120, 10)]
    assert [edge["id"] for edge in built["edges"]] == ["one", "two"]
    assert "href" not in json.dumps(built)


def test_a_problem_that_a_source_reports_leaves_the_room_in_no_file(seed: Record, waste: str) -> None:
    for page in (waste, whole_file(seed, "hazardous-waste")):
        assert "reports a problem" not in outside_foot(page)
    (foot,) = re.findall(r"<footer>(.*?)</footer>", waste, re.DOTALL)
    assert "Problems that sources report are left out" in foot
    assert "Designations imply no opinion" in foot


def outside_foot(page: str) -> str:
    return re.sub(r"<footer>.*?</footer>", "", page, flags=re.DOTALL)
