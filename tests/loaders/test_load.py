"""What a load writes, what it leaves alone, and what it answers."""

import hashlib
from pathlib import Path

import pytest

from graph import dates
from graph.errors import Conflict, InputError, RefusedRows
from graph.stores.base import Store
from loaders import load as loading
from loaders.load import load
from tests.loaders.conftest import Edit


def claims_of(store: Store) -> dict[tuple[str, str, str], str]:
    """When each claim ended, by its ends and role."""
    record = store.read()
    claims = [record.claim(row) for row in range(len(record.claims))]
    return {(claim.a, claim.b, claim.role): claim.until for claim in claims}


def test_a_load_is_one_batch_with_author_reason_and_hash(store: Store, tables: Path) -> None:
    answer = load(store, [tables / "sources.csv"], author="UNEP ROAP", reason="First page")
    assert answer == {
        "read": 2,
        "added": 2,
        "unchanged": 0,
        "closed": 0,
        "refused": [],
        "batch": store.history()[0].id,
        "revision": 1,
        "changed": 0,
        "notices": [],
    }
    (heading,) = store.history()
    assert (heading.author, heading.reason) == ("UNEP ROAP", "First page")
    assert heading.file_hash == hashlib.sha256((tables / "sources.csv").read_bytes()).hexdigest()


def test_a_folder_is_kept_by_the_hash_of_its_files(store: Store, tables: Path, edit: Edit) -> None:
    load(store, [tables])
    edit("memberships", "2010,,,,seed", "2010,,now ended,,seed")
    load(store, [tables])
    first, second = store.history()
    assert len(first.file_hash) == len(second.file_hash) == 64
    assert first.file_hash != second.file_hash


def test_the_same_files_twice_change_nothing(store: Store, tables: Path) -> None:
    first = load(store, [tables])
    second = load(store, [tables])
    assert (first["added"], first["revision"]) == (13, 1)
    assert (second["added"], second["unchanged"], second["batch"], second["revision"]) == (0, 13, None, 1)
    assert len(store.history()) == 1


def test_rows_in_another_order_change_nothing(store: Store, tables: Path) -> None:
    load(store, [tables])
    for file in tables.glob("*.csv"):
        head, *rows = file.read_text(encoding="utf-8").splitlines()
        file.write_text("\n".join([head, *reversed(rows)]), encoding="utf-8")
    assert load(store, [tables])["batch"] is None


def test_a_tie_without_direction_turned_round_changes_nothing(store: Store, tables: Path, edit: Edit) -> None:
    load(store, [tables])
    edit("ties", "pk-customs,pk-mof,committee", "pk-mof,pk-customs,committee")
    assert load(store, [tables])["batch"] is None


def test_an_end_date_closes_and_another_note_changes(store: Store, tables: Path, edit: Edit) -> None:
    load(store, [tables])
    edit("memberships", "2011-05,,", "2011-05,2014,")
    edit("memberships", "PK,ren,member,2010,,,,", "PK,ren,member,2010,,as observer first,,")
    answer = load(store, [tables])
    assert (answer["added"], answer["closed"], answer["changed"], answer["unchanged"]) == (0, 1, 1, 11)
    assert claims_of(store)["organization:pk-customs", "network:ren", "participant"] == "2014"


def test_some_tables_alone_are_checked_against_the_store(store: Store, tables: Path, edit: Edit) -> None:
    with pytest.raises(RefusedRows):
        load(store, [tables / "memberships.csv"])
    load(store, [tables])
    edit("memberships", "PK,ren,member,2010", "pk-fbr,ren,observer,2012")
    assert load(store, [tables / "memberships.csv"])["added"] == 1


def test_nothing_is_closed_unless_a_source_is_said_to_be_complete(store: Store, tables: Path, edit: Edit) -> None:
    load(store, [tables])
    edit("memberships", "PK,ren,member,2010,,,,seed-slides\n", "")
    assert load(store, [tables])["closed"] == 0
    answer = load(store, [tables], complete="seed-slides")
    assert (answer["closed"], answer["added"], answer["unchanged"]) == (1, 0, 12)
    ends = claims_of(store)
    assert ends["country:PK", "network:ren", "member"] == dates.today()
    assert {end for claim, end in ends.items() if claim[2] != "member"} == {""}


def test_complete_leaves_other_sources_and_ended_claims_alone(store: Store, tables: Path, edit: Edit) -> None:
    edit("memberships", "2011-05,,", "2011-05,2014,")
    load(store, [tables])
    (tables / "memberships.csv").unlink()
    (tables / "ties.csv").unlink()
    assert load(store, [tables], complete="seed-slides")["closed"] == 1
    ends = claims_of(store)
    assert ends["organization:pk-customs", "network:ren", "participant"] == "2014"
    assert ends["organization:pk-customs", "organization:pk-fbr", "reports-to"] == ""


def test_an_empty_end_opens_nothing_that_was_closed(store: Store, tables: Path, edit: Edit) -> None:
    row = "PK,ren,member,2010,,,,seed-slides\n"
    load(store, [tables])
    edit("memberships", row, "")
    load(store, [tables], complete="seed-slides")
    closed = store.fingerprint()
    edit("memberships", "pk-customs,ren", f"{row}pk-customs,ren")
    answer = load(store, [tables])
    assert (answer["batch"], answer["changed"], answer["unchanged"]) == (None, 0, 13)
    assert answer["notices"] == ["1 row has no `until` where the store holds one, which was kept."]
    assert store.fingerprint() == closed
    edit("memberships", row, "PK,ren,member,2010,2015,,,seed-slides\n")
    assert load(store, [tables])["changed"] == 1
    assert claims_of(store)["country:PK", "network:ren", "member"] == "2015"


def test_an_empty_cell_keeps_the_end_of_a_body_and_the_day_of_reading_and_takes_a_note(
    store: Store, tables: Path, edit: Edit
) -> None:
    edit("organizations", "border-control,,,,,seed", "border-control,,2020,,moved,seed")
    load(store, [tables])
    edit("organizations", "border-control,,2020,,moved,seed", "border-control,,,,,seed")
    edit("memberships", "2011-05,,,2026-11-25", "2011-05,,,")
    assert load(store, [tables])["changed"] == 1
    record = store.read()
    assert (record.organizations["pk-customs"].until, record.organizations["pk-customs"].note) == ("2020", "")
    (row,) = record.rows_of("organization:pk-customs", "membership").tolist()
    assert record.claim(row).read_on == "2026-11-25"


def test_complete_asks_for_a_source_that_is_there(store: Store, tables: Path) -> None:
    with pytest.raises(InputError, match="There is no source nowhere"):
        load(store, [tables], complete="nowhere")


def test_complete_and_skip_bad_exclude_each_other(store: Store, tables: Path) -> None:
    with pytest.raises(InputError, match="cannot be called complete"):
        load(store, [tables], complete="seed-slides", skip_bad=True)


def test_a_dry_run_answers_as_if_it_had_written(store: Store, tables: Path) -> None:
    answer = load(store, [tables], dry_run=True)
    assert (answer["added"], answer["batch"], answer["revision"]) == (13, None, 0)
    assert list(store.things()) == []


def test_skip_bad_writes_the_rest_and_says_what_it_left_out(store: Store, tables: Path, edit: Edit) -> None:
    edit("memberships", "PK,ren,member", "PK,ren,guest")
    answer = load(store, [tables], skip_bad=True)
    assert (answer["read"], answer["added"]) == (13, 12)
    assert [(one["file"], one["row"], one["value"]) for one in answer["refused"]] == [("memberships.csv", 2, "guest")]
    assert ("country:PK", "network:ren", "member") not in claims_of(store)


def test_skip_bad_leaves_out_what_rests_on_a_refused_row(store: Store, tables: Path, edit: Edit) -> None:
    edit("organizations", "PK,national,,revenue", "PK,national,,taxes")
    answer = load(store, [tables], skip_bad=True)
    reason = "names the organization pk-customs, whose row was refused"
    assert answer["added"] == 7
    assert [(one["file"], one["row"], one["column"]) for one in answer["refused"]] == [
        ("organizations.csv", 3, "kind"),
        ("organizations.csv", 4, "parent_id"),
        ("memberships.csv", 3, "member_id"),
        ("ties.csv", 2, "b_id"),
        ("ties.csv", 3, "a_id"),
        ("responsibilities.csv", 2, "org_id"),
    ]
    assert answer["refused"][1]["reason"] == "names the organization pk-fbr, whose row was refused"
    assert answer["refused"][2]["reason"] == reason
    # What was written can be read, and leads nowhere that is not there.
    assert load(store, [tables], skip_bad=True)["batch"] is None


def test_rows_resting_on_a_refused_row_are_no_faults_of_their_own(store: Store, tables: Path, edit: Edit) -> None:
    edit("organizations", "PK,national,,revenue", "PK,national,,taxes")
    with pytest.raises(RefusedRows) as caught:
        load(store, [tables])
    assert [(one.file, one.row) for one in caught.value.refused] == [("organizations.csv", 3)]


def test_a_table_that_cannot_be_read_is_the_only_fault(store: Store, tables: Path) -> None:
    (tables / "organizations.csv").write_bytes(b"")
    with pytest.raises(RefusedRows) as caught:
        load(store, [tables])
    assert [one.file for one in caught.value.refused] == ["organizations.csv"]


def test_an_unknown_table_in_a_folder_is_passed_over_with_a_notice(store: Store, tables: Path) -> None:
    (tables / "corrections.csv").write_text("date,table\n", encoding="utf-8")
    (tables / "README.md").write_text("# Rows\n", encoding="utf-8")
    assert load(store, [tables])["notices"] == ["corrections.csv is none of the tables and was not read."]


def test_a_circle_through_what_the_store_holds_is_refused(store: Store, tables: Path, edit: Edit) -> None:
    load(store, [tables])
    before = store.fingerprint()
    rows = (tables / "organizations.csv").read_text(encoding="utf-8").splitlines()
    alone = tables / "alone" / "organizations.csv"
    alone.parent.mkdir()
    alone.write_text("\n".join([rows[0], rows[1].replace("ministry,,", "ministry,pk-customs,")]), encoding="utf-8")
    with pytest.raises(RefusedRows) as caught:
        load(store, [alone])
    (found,) = caught.value.refused
    assert found.reason == "is its own superior: pk-mof > pk-customs > pk-fbr > pk-mof"
    assert store.fingerprint() == before


def test_progress_runs_from_nothing_to_all(store: Store, tables: Path) -> None:
    told: list[tuple[float, str]] = []
    load(store, [tables], progress=lambda share, doing: told.append((share, doing)))
    shares = [share for share, _ in told]
    assert (shares[0], shares[-1]) == (0, 1)
    assert shares == sorted(shares)
    assert all(doing for _, doing in told)


def test_a_load_that_was_undone_can_be_loaded_again(
    store: Store, tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load(store, [tables])
    store.undo(str(first["batch"]), author="test", reason="wrong room")
    monkeypatch.setattr(loading, "now", lambda: "2026-11-26T00:00:00Z")
    assert load(store, [tables])["added"] == 13
    assert len(list(store.things())) == 13


def test_a_load_within_the_second_of_its_undoing_is_not_lost_silently(
    store: Store, tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "now", lambda: "2026-11-26T00:00:00Z")
    first = load(store, [tables])
    store.undo(str(first["batch"]), author="test", reason="wrong room")
    with pytest.raises(Conflict, match="a moment ago"):
        load(store, [tables])
