"""The record as known on a date (method.md §1), and how it is asked."""

from dataclasses import replace

import networkx as nx
import pytest

from graph.model import Claim, Organization, Source, Thing
from graph.record import Record, record_of, rows_of_claims
from graph.references import named_by
from tests.contract.small import CLAIMS, MEMBER, NODES, PROBLEM, TIE


def record(*claims: Claim, nodes: tuple[Thing, ...] = NODES, date: str = "2026-11-25") -> Record:
    return record_of(7, nodes, rows_of_claims((claim, "batch-1") for claim in claims), date)


SMALL = record(*CLAIMS)


def counts(claim: Claim, date: str, published: str = "") -> bool:
    """Whether one claim of a source published then counts on the date."""
    source = Source(id=claim.source, title="S", kind="report", published=published)
    others = (node for node in NODES if node.address != source.address)
    (in_force,) = record(claim, nodes=(source, *others)).as_of(date).in_force.tolist()
    return bool(in_force)


@pytest.mark.parametrize(
    ("since", "until", "date", "expected"),
    [
        ("2019-05-10", "", "2019-05-09", False),
        ("2019-05-10", "", "2019-05-10", True),
        ("2019-05-10", "", "2019-05", True),
        ("2019-05-10", "", "2019", True),
        ("2019-05-10", "", "2018", False),
        ("2019-05", "", "2019-05-01", True),
        ("2019", "", "2019-01-01", True),
        ("2019", "", "2018-12-31", False),
        ("", "2024-03-10", "2024-03-10", True),
        ("", "2024-03-10", "2024-03-11", False),
        ("", "2024-03", "2024-03-31", True),
        ("", "2024-03", "2024-04-01", False),
        ("", "2024", "2024-12-31", True),
        ("", "2024", "2024", True),
        ("", "2024", "2025-01-01", False),
        ("", "", "1900", True),
    ],
)
def test_a_claim_counts_from_its_beginning_to_its_end(since: str, until: str, date: str, expected: bool) -> None:
    assert counts(replace(MEMBER, since=since, until=until), date) is expected


@pytest.mark.parametrize(
    ("since", "published", "date", "expected"),
    [
        ("", "2020-06", "2020-05-31", False),
        ("", "2020-06", "2020-06-01", True),
        ("2019", "2020-06", "2019-02", True),
        ("2021", "2020-06", "2020-07", False),
        ("", "", "1950", True),
    ],
)
def test_publication_stands_in_for_a_missing_beginning(since: str, published: str, date: str, expected: bool) -> None:
    assert counts(replace(MEMBER, since=since, until=""), date, published) is expected


@pytest.mark.parametrize("gone", ["organization:pk-customs", "network:ren", "site:karachi", "event:meeting-1"])
def test_a_claim_on_what_is_not_in_the_record_is_left_out(gone: str) -> None:
    left = record(*CLAIMS, nodes=tuple(node for node in NODES if node.address != gone))
    out = {claim.id for claim in CLAIMS if gone in {address for _, address in named_by(claim)}}
    assert set(left.left_out) == out
    assert [left.claim(row) for row in range(len(left.claims))] == [
        claim for row in range(len(SMALL.claims)) if (claim := SMALL.claim(row)).id not in out
    ]


def test_a_claim_needs_its_source_and_no_country_of_the_focus() -> None:
    left = record(*CLAIMS, nodes=tuple(node for node in NODES if node.address not in ("source:gazette", "country:NA")))
    assert set(left.left_out) == {claim.id for claim in CLAIMS if claim.source == "gazette"}
    assert [left.claim(row).a for row in left.rows("membership")] == ["country:NA"]


def test_the_day_an_editor_read_the_page_says_nothing() -> None:
    assert counts(replace(MEMBER, until="", read_on="2026-11-20"), "2000")


def test_as_of_copies_no_column_and_leaves_the_record() -> None:
    earlier = SMALL.as_of("2018")
    assert earlier.claims is SMALL.claims
    assert (SMALL.date, earlier.date) == ("2026-11-25", "2018")
    row = SMALL.row_of_claim(TIE.id)
    assert row is not None
    assert (bool(SMALL.in_force[row]), bool(earlier.in_force[row])) == (True, False)


@pytest.mark.parametrize(("date", "living"), [("2024", True), ("2025-12-31", True), ("2026-01-01", False)])
def test_a_body_lives_to_the_end_of_what_its_end_can_mean(date: str, living: bool) -> None:
    assert SMALL.as_of(date).is_living("pk-coast-guards") is living


def body(name: str, until: str = "", succeeded_by: str = "") -> Organization:
    return Organization(id=name, name=name, country="PK", kind="customs", until=until, succeeded_by=succeeded_by)


def test_the_successor_is_the_first_that_lives() -> None:
    nodes = (body("a", "2020", "b"), body("b", "2020", "c"), body("c"))
    assert record(nodes=nodes).successor("a") == "c"
    assert record(nodes=nodes).successor("c") is None


def test_bodies_that_succeed_each_other_have_no_successor() -> None:
    nodes = (body("a", "2020", "b"), body("b", "2020", "a"))
    assert record(nodes=nodes).successor("a") is None
    assert record(nodes=(body("a", "2020", "lost"),)).successor("a") is None


def test_claims_are_found_by_either_end_and_kind() -> None:
    found = {SMALL.claim(row) for row in SMALL.rows_of("organization:pk-customs")}
    assert found == {claim for claim in CLAIMS if "organization:pk-customs" in (claim.a, claim.b)}
    assert {SMALL.claim(row) for row in SMALL.rows_of("organization:pk-customs", "tie")} == {TIE, PROBLEM}
    assert SMALL.rows_of("organization:nobody").size == SMALL.rows_of("country:PK", "tie").size == 0
    assert {SMALL.claim(row) for row in SMALL.rows("tie")} == {TIE, PROBLEM}


def test_every_claim_is_found_by_its_id() -> None:
    assert all(SMALL.claim(SMALL.row_of_claim(claim.id) or 0) == claim for claim in CLAIMS)
    assert SMALL.row_of_claim("0000000000000000") is None
    rows = SMALL.rows("membership").tolist()
    assert SMALL.claim_ids(rows) == [MEMBER.id]
    assert SMALL.batch_of(rows[0]) == "batch-1"


@pytest.mark.parametrize("node", NODES, ids=lambda node: node.address)
def test_every_node_is_found_by_its_address(node: Thing) -> None:
    assert SMALL.node(node.address) is node
    assert SMALL.addresses[SMALL.number[node.address]] == node.address


def test_a_theme_has_a_number_and_no_node() -> None:
    assert SMALL.node("theme:wildlife") is None
    assert "theme:wildlife" in SMALL.number
    assert SMALL.node("nonsense") is None


def test_bodies_are_listed_by_country() -> None:
    assert SMALL.bodies == {"INT": ("interpol",), "PK": ("pk-coast-guards", "pk-customs")}


@pytest.mark.parametrize(
    ("code", "name"),
    [("PK", "Pakistan"), ("NA", "Namibia"), ("FR", "France"), ("INT", "International"), ("ZZ", "ZZ")],
)
def test_countries_have_names(code: str, name: str) -> None:
    assert SMALL.country_name(code) == name


def test_the_networkx_graph_holds_what_is_in_force_and_has_two_ends() -> None:
    graph = SMALL.to_networkx()
    assert isinstance(graph, nx.MultiDiGraph)
    counts = [claim for claim in CLAIMS if claim.b and claim.kind != "decision"]
    expected = {claim.id for claim in counts if claim is not MEMBER}  # its end has passed
    assert {key for _, _, key in graph.edges(keys=True)} == expected
    assert graph.edges[TIE.a, TIE.b, TIE.id] == {"kind": "tie", "role": "mou"}
    assert {data["kind"] for _, _, data in SMALL.to_networkx("tie").edges(data=True)} == {"tie"}


def test_a_record_without_anything_answers() -> None:
    empty = record(nodes=())
    assert (len(empty.claims), empty.bodies, empty.rows_of("organization:a").size) == (0, {}, 0)
    assert empty.in_force.size == 0
    assert empty.to_networkx().number_of_nodes() == 0


def test_a_record_is_of_today_unless_told() -> None:
    assert len(record(date="").date) == 10
