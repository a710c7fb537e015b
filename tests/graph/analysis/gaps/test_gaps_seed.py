"""What holds for every line of every country of the seed."""

import pytest

from graph.analysis.bodies.services import service_of, services
from graph.analysis.contacts.contacts import works
from graph.analysis.gaps.gaps import gaps
from graph.analysis.gaps.screening import screen
from graph.answers import Gap
from graph.model import Claim
from graph.record import Record, record_of, rows_of_claims
from graph.stores import Store

COUNTRIES = (
    *("AF", "BD", "BN", "BT", "CN", "HK", "ID", "IN", "IR", "JP", "KH", "KR", "LA"),
    *("LK", "MM", "MN", "MV", "MY", "NP", "PH", "PK", "SG", "TH", "TL", "VN"),
)
ALL = 1000


@pytest.fixture(params=COUNTRIES)
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def lines(seed: Record, code: str) -> list[Gap]:
    return gaps(seed, code, top=ALL)["gaps"]


def ids(gap: Gap) -> tuple[str, str]:
    return gap["a"]["id"], gap["b"]["id"]


def test_every_side_is_a_living_service_of_the_country(seed: Record, code: str, lines: list[Gap]) -> None:
    known = services(seed, code).services
    assert {side for gap in lines for side in ids(gap)} <= set(known)
    assert all(seed.is_living(side) for gap in lines for side in ids(gap))


def test_no_line_joins_a_body_and_what_stands_above_it(seed: Record, code: str, lines: list[Gap]) -> None:
    known = services(seed, code).services
    for gap in lines:
        a, b = ids(gap)
        assert a != b
        if not gap["kind"].startswith("problem reported"):
            assert b not in known[a].heads
            assert a not in known[b].heads


def test_no_line_denies_a_recorded_contact(seed: Record, code: str, lines: list[Gap]) -> None:
    known = services(seed, code).services
    for gap in lines:
        if gap["kind"] == "no recorded contact":
            a, b = (set(known[side].bodies) for side in ids(gap))
            for row in {int(row) for side in a for row in seed.rows_of(f"organization:{side}", "tie")}:
                claim = seed.claim(row)
                ends = {end.partition(":")[2] for end in (claim.a, claim.b)}
                joins = bool(ends & a) and bool(ends & b) and claim.status == "confirmed"
                assert not (joins and seed.begun[row]), (ids(gap), claim)


def test_every_problem_between_two_bodies_of_the_country_is_shown(seed: Record, code: str, lines: list[Gap]) -> None:
    of = services(seed, code).of
    shown = {claim for gap in lines if gap["kind"].startswith("problem reported") for claim in gap["claims"]}
    for row in seed.rows("tie"):
        claim = seed.claim(int(row))
        a, b = (of.get(end.partition(":")[2]) for end in (claim.a, claim.b))
        if claim.status == "absent" and a and b and a != b:
            assert claim.id in shown


def test_problems_come_first_and_the_order_is_by_weight(lines: list[Gap]) -> None:
    order = [(gap["kind"] != "problem reported", -round(gap["severity"], 9)) for gap in lines]
    assert order == sorted(order)


def test_sisters_are_folded(seed: Record, code: str, lines: list[Gap]) -> None:
    known = services(seed, code).services
    folds = [
        tuple(sorted(known[side].sisters or side for side in ids(gap)))
        for gap in lines
        if not gap["kind"].startswith("problem reported")
    ]
    assert len(folds) == len(set(folds))


def test_every_claim_behind_a_line_exists_and_every_line_has_one_or_presumes_both_sides(
    seed: Record, lines: list[Gap]
) -> None:
    for gap in lines:
        reasons = [claim for reason in gap["reasons"] for claim in reason["claims"]]
        near = [claim for third in gap["nearest"] for claim in third["claims"]]
        assert all(seed.row_of_claim(claim) is not None for claim in (*gap["claims"], *reasons, *near))
        assert gap["claims"] or gap["band"] == "C"


def test_the_counts_agree_with_the_lines(seed: Record, code: str, lines: list[Gap]) -> None:
    seen = screen(seed, code)
    said = gaps(seed, code, top=ALL)["contacts"]
    status = [seen.status(pair) for pair in seen.expected_pairs]
    assert said["expected"] == len(status)
    assert said["found"] == len(works(seen))
    not_known = sum(gap["folded"]["pairs"] - gap["folded"]["tied"] for gap in lines)
    assert not_known >= said["expected"] - said["found"] - said["problems"]


def test_every_contact_that_works_has_its_claims(seed: Record, code: str) -> None:
    for contact in works(screen(seed, code)):
        assert contact.claims
        assert contact.how
        assert all(seed.row_of_claim(claim) is not None for claim in contact.claims)


def test_the_answer_is_the_same_again(seed: Record, code: str) -> None:
    assert gaps(seed, code) == gaps(seed.as_of(seed.date), code)


def test_pakistan_as_an_officer_would_read_it(seed: Record) -> None:
    """The counts of hazardous waste, and the pairs that any officer would expect at the top."""
    answer = gaps(seed, "PK", "hazardous-waste", top=ALL)
    assert (answer["contacts"]["expected"], answer["contacts"]["found"], answer["contacts"]["problems"]) == (17, 9, 1)
    assert [ids(gap) for gap in answer["gaps"]][:4] == [
        ("pk-customs", "pk-sepa"),
        ("pk-customs", "pk-pcsir"),
        ("pk-customs", "pk-mocommerce"),
        ("pk-customs", "pk-bepa"),
    ]


def domestic_problems(seed: Record) -> list[Claim]:
    found = [seed.claim(int(row)) for row in seed.rows("tie")]
    return [claim for claim in found if claim.status == "absent" and len(countries_of(seed, claim)) == 1]


def countries_of(seed: Record, claim: Claim) -> set[str]:
    ends = [end.partition(":")[2] for end in (claim.a, claim.b)]
    return {seed.organizations[end].country for end in ends if end in seed.organizations}


def test_problems_are_of_the_reported_pairs_only_with_publisher_and_date(seed: Record) -> None:
    reported: dict[frozenset[str], list[Claim]] = {}
    for claim in domestic_problems(seed):
        ends = frozenset(service_of(seed, end.partition(":")[2]) for end in (claim.a, claim.b))
        reported.setdefault(ends, []).append(claim)
    shown = {}
    for code in COUNTRIES:
        for gap in gaps(seed, code, top=ALL)["gaps"]:
            if gap["kind"].startswith("problem reported"):
                shown[frozenset(ids(gap))] = gap
    assert set(shown) == set(reported)
    for pair, gap in shown.items():
        newest = [seed.sources[claim.source] for claim in reported[pair]]
        assert any(
            (source.publisher or source.title) in gap["sentence"] and source.published in gap["sentence"]
            for source in newest
        )


def test_every_problem_moves_down_when_a_later_standing_contact_is_recorded(seed: Record, seed_store: Store) -> None:
    problems = domestic_problems(seed)
    later = [
        Claim("tie", claim.a, claim.b, "liaison", "", "no", "standing", since="2026-11-25", source=claim.source)
        for claim in problems
    ]
    things = list(seed_store.things())
    said = [(thing, "seed") for thing in things if isinstance(thing, Claim)]
    nodes = [thing for thing in things if not isinstance(thing, Claim)]
    unique = {claim.id: (claim, "later") for claim in later}
    after = record_of(2, nodes, rows_of_claims([*said, *unique.values()]), seed.date)
    for code in {code for claim in problems for code in countries_of(seed, claim)}:
        kinds = [gap["kind"] for gap in gaps(after, code, top=ALL)["gaps"]]
        assert "problem reported" not in kinds
        assert kinds.count("problem reported, contact recorded since") == sum(
            gap["kind"].startswith("problem reported") for gap in gaps(seed, code, top=ALL)["gaps"]
        )


def test_no_line_joins_a_body_and_its_alias_or_its_successor(seed: Record, lines: list[Gap]) -> None:
    for gap in lines:
        a, b = (seed.organizations[side] for side in ids(gap))
        for one, other in ((a, b), (b, a)):
            assert one.succeeded_by != other.id
            assert other.name not in one.aliases


def test_pairs_that_share_one_site_and_no_subject_are_one_line(seed: Record) -> None:
    """Seven bodies of one operation at one post led the list of Brunei with every pair that they make."""
    of_a_site: dict[str, list[Gap]] = {}
    for line in gaps(seed, "BN", top=100)["gaps"]:
        if [reason["kind"] for reason in line["reasons"]] == ["site"]:
            of_a_site.setdefault(line["reasons"][0]["id"], []).append(line)
    (line,) = of_a_site["kuala-lurah"]
    assert line["folded"]["pairs"] == 6
    assert "Of 6 pairs here that share this site and no subject: contact recorded of none" in line["sentence"]


def test_what_a_source_says_of_a_service_is_not_presumed_for_its_unit(seed: Record) -> None:
    found = gaps(seed, "TH", top=500)["gaps"]
    (gap,) = (one for one in found if {one["a"]["id"], one["b"]["id"]} == {"th-dnp", "th-doa"})
    reason = next(one for one in gap["reasons"] if one["id"] == "wildlife")
    assert (gap["band"], set(reason["basis"].values())) == ("A", {"recorded"})
    rows = [row for claim in reason["claims"] if (row := seed.row_of_claim(claim)) is not None]
    assert {"organization:th-dnp", "organization:th-doa"} <= {seed.claim(row).a for row in rows}
