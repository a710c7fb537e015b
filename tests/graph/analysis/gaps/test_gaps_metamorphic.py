"""What must not change, or one way only, when the record does: other ids, repeated claims, other countries, a tie."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import vocabulary
from graph.analysis.gaps.gaps import gaps
from graph.analysis.gaps.screening import screen
from graph.analysis.levels.hand_in_hand import hand_in_hand
from graph.model import Claim, Country, Organization, Thing
from graph.record import Record, record_of, rows_of_claims
from tests.graph.analysis.gaps_toy import (
    BODIES,
    COUNTRY,
    SOURCES,
    TODAY,
    member,
    network,
    post,
    responsible,
    tie,
)

NAMES = tuple(body.id for body in BODIES)
THINGS: tuple[Thing, ...] = (
    network("table"),
    network("forum", "regional", themes=("wildlife", "pollution")),
    post("gate"),
)
name = st.sampled_from(NAMES)
pairs = st.tuples(name, name).filter(lambda pair: pair[0] != pair[1])
subjects = st.sampled_from(["ozone-depleting-substances", "wildlife", "pollution", "cites", "montreal-protocol"])
ties = st.builds(
    lambda pair, kind, standing, since: tie(pair[0], pair[1], kind, standing=standing, since=since),
    pairs,
    st.sampled_from(list(vocabulary.TIE_SENTENCES)),
    st.sampled_from(vocabulary.STANDINGS),
    st.sampled_from(["", "2015", "2022-03", "2025"]),
)
duties = st.builds(responsible, name, subjects)
seats = st.builds(member, name, st.sampled_from(["table", "forum"]), st.sampled_from(["member", "observer"]))
presences = name.map(lambda body: Claim("presence", f"organization:{body}", "site:gate", source="gazette"))
claims = st.lists(ties | duties | duties | seats | presences, max_size=25, unique_by=lambda claim: claim.id)


def record_with(said: list[Claim], *others: Thing, bodies: tuple[Organization, ...] = BODIES) -> Record:
    nodes = (COUNTRY, *SOURCES, *bodies, *THINGS, *others)
    return record_of(1, nodes, rows_of_claims((claim, "batch") for claim in said), TODAY)


def severities(record: Record) -> dict[frozenset[str], float]:
    seen = screen(record, "PK")
    names = seen.block.services
    return {
        frozenset((names[i], names[j])): float(seen.severity[i, j])
        for i in range(len(names))
        for j in range(i + 1, len(names))
    }


@given(claims, st.permutations(range(len(NAMES))))
def test_other_ids_give_the_same_answer(said: list[Claim], order: list[int]) -> None:
    other = {name: f"z{order[place]:02}-{name}" for place, name in enumerate(NAMES)}

    def renamed(address: str) -> str:
        kind, _, body = address.partition(":")
        return f"{kind}:{other[body]}" if kind == "organization" else address

    bodies = tuple(replace(body, id=other[body.id], parent=other.get(body.parent, "")) for body in BODIES)
    changed = [replace(claim, a=renamed(claim.a), b=renamed(claim.b)) for claim in said]
    before, after = severities(record_with(said)), severities(record_with(changed, bodies=bodies))
    expected = {frozenset(other[one] for one in pair): value for pair, value in before.items()}
    assert after == pytest.approx(expected, abs=1e-9)


@given(claims)
def test_a_claim_that_another_source_repeats_changes_nothing(said: list[Claim]) -> None:
    again = [replace(claim, source="undated", since=claim.since or "") for claim in said if claim.kind != "tie"]
    again += [replace(claim, source="undated") for claim in said if claim.kind == "tie" and claim.since]
    assert severities(record_with([*said, *again])) == pytest.approx(severities(record_with(said)), abs=1e-9)


@given(claims)
def test_an_unrelated_country_changes_nothing(said: list[Claim]) -> None:
    far = [Organization(id=f"far-{kind}", name=kind, country="JP", kind=kind) for kind in ("customs", "police")]
    more = [responsible("far-customs", "wildlife"), tie("far-customs", "far-police")]
    wider = record_with([*said, *more], Country(id="JP", name="Farland"), *far)
    record = record_with(said)
    assert gaps(wider, "PK") == gaps(record, "PK")
    assert hand_in_hand(wider, "PK") == hand_in_hand(record, "PK")


@given(claims, pairs, st.sampled_from(list(vocabulary.TIE_SENTENCES)))
def test_one_more_contact_raises_no_severity(said: list[Claim], pair: tuple[str, str], kind: str) -> None:
    before, after = severities(record_with(said)), severities(record_with([*said, tie(*pair, kind, name="new")]))
    assert all(after[two] <= before[two] + 1e-9 for two in before)


@given(claims)
def test_need_sees_no_contact(said: list[Claim]) -> None:
    with_ties = screen(record_with(said), "PK").need.value
    without = screen(record_with([claim for claim in said if claim.kind in ("responsibility", "presence")]), "PK")
    assert np.allclose(with_ties, without.need.value)


@given(claims)
def test_found_contacts_and_gaps_share_what_is_expected(said: list[Claim]) -> None:
    answer = gaps(record_with(said), "PK", top=1000)
    counts, lines = answer["contacts"], answer["gaps"]
    not_found = sum(gap["folded"]["pairs"] - gap["folded"]["tied"] for gap in lines)
    assert counts["found"] + counts["problems"] + not_found >= counts["expected"]
    assert all(gap["a"]["id"] != gap["b"]["id"] for gap in lines)
