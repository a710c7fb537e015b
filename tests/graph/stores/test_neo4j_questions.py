"""The questions of docs/neo4j.md, as they stand there, asked of the seed on a real server."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.record import Record
from graph.stores.base import Store
from tests.servers import Server, Servers

pytestmark = pytest.mark.neo4j

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "neo4j.md").read_text(encoding="utf-8")
QUESTIONS = dict(re.findall(r"^### (\d+)\. .*?```cypher\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL))


@pytest.fixture(scope="module")
def server(servers: Servers, seed_store: Store) -> Iterator[Server]:
    servers[0].wipe()
    with servers[0].store() as store:
        store.replace(seed_store.batches())
    yield servers[0]
    servers[0].wipe()


def answer(server: Server, number: int) -> list[dict[str, Any]]:
    return server.ask(QUESTIONS[str(number)])


def test_there_are_ten() -> None:
    assert list(QUESTIONS) == [str(number) for number in range(1, 11)]


@pytest.mark.parametrize("number", range(1, 11))
def test_every_question_is_answered(server: Server, number: int) -> None:
    rows = answer(server, number)
    assert rows
    assert all(any(row.values()) for row in rows)


def test_the_seed_on_the_server_is_the_seed(server: Server, seed: Record) -> None:
    with server.store() as store:
        record = store.read()
        assert record.addresses == seed.addresses
        assert record.claims.texts == seed.claims.texts
        assert [record.claim(row) for row in range(0, len(record.claims), 50)] == [
            seed.claim(row) for row in range(0, len(seed.claims), 50)
        ]
        assert store.verify() == []


def test_a_copy_is_the_same_byte_for_byte(server: Server, seed_store: Store, tmp_path: Path) -> None:
    with server.store() as store:
        store.backup(tmp_path / "server.jsonl")
    seed_store.backup(tmp_path / "memory.jsonl")
    assert (tmp_path / "server.jsonl").read_bytes() == (tmp_path / "memory.jsonl").read_bytes()


def test_who_else_counts_what_the_record_says(server: Server, seed: Record) -> None:
    bodies = [seed.organizations[body] for body in seed.bodies["PK"]]
    expected = sum("inspection" in body.functions for body in bodies if not body.until)
    assert {row["function"]: row["bodies"] for row in answer(server, 1)}["inspection"] == expected


def test_contacts_are_those_of_the_record(server: Server, seed: Record) -> None:
    here = "organization:pk-customs"
    ties = [claim for row in seed.rows_of(here, "tie") if (claim := seed.claim(int(row))).status == "confirmed"]
    others = [claim.b if claim.a == here else claim.a for claim in ties]
    assert len(answer(server, 2)) == sum(address.startswith("organization:") for address in others)


def test_pairs_without_contact_have_none_in_the_record(server: Server, seed: Record) -> None:
    ids = {body.name: body.address for body in seed.organizations.values() if body.country == "LK"}
    for row in answer(server, 3):
        ties = [seed.claim(int(number)) for number in seed.rows_of(ids[row["a"]], "tie")]
        assert ids[row["b"]] not in {address for tie in ties for address in (tie.a, tie.b)}


def test_shared_networks_have_members_of_both(server: Server, seed: Record) -> None:
    for row in answer(server, 4):
        assert row["from_pakistan"]
        assert row["from_thailand"]
    assert "Heads of Asian Coast Guard Agencies Meeting" in {row["network"] for row in answer(server, 4)}


def test_ways_lead_through_networks_and_bodies(server: Server) -> None:
    for row in answer(server, 6):
        assert (row["way"][0], row["way"][-1]) == ("Pakistan Customs", "Thai Customs")
        assert len(row["way"]) == len(row["roles"]) + 1


def test_seats_and_problems_are_all_there(server: Server, seed: Record) -> None:
    seats = [seed.claim(int(row)) for row in seed.rows("seat")]
    ties = [seed.claim(int(row)) for row in seed.rows("tie")]
    assert len(answer(server, 8)) == sum(not seat.b for seat in seats)
    assert len(answer(server, 9)) == sum(tie.status == "absent" for tie in ties)
