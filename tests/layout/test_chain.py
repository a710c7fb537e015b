"""What the chain map promises to a reader, on the maps of Pakistan, Thailand and small records."""

import pytest

from graph import vocabulary
from graph.analysis.gaps.gap_lines import lines
from graph.analysis.gaps.screening import screen
from graph.model import Claim, Country, Organization, Source
from graph.record import Record, record_of, rows_of_claims
from layout.chain.chain import chain
from layout.chain.plan import COLUMNS, BoxDetail, ChainMap


def titled(drawn: ChainMap, title: str) -> BoxDetail:
    return next(box for box in drawn.boxes.values() if box.title == title)


def seen_lines(drawn: ChainMap, kind: str) -> list[str]:
    return [line.id for line in drawn.scene.lines if line.kind == kind and not line.when_chosen]


def test_units_fold_into_their_service_with_their_number(seed: Record) -> None:
    customs = titled(chain(seed, "PK", "hazardous-waste"), "Pakistan Customs")
    units = len(customs.bodies) - 1
    assert units > 5
    assert f"{units} units" in customs.notes
    assert customs.members == ("pk-customs",)
    assert customs.opens


def test_a_unit_that_takes_a_step_of_its_own_stands_there_too_but_is_counted_once(seed: Record) -> None:
    drawn = chain(seed, "PK", "hazardous-waste")
    unit = drawn.boxes["pk-dgii-customs"]
    assert unit.column == "Intelligence, investigation"
    assert unit.members == ()
    assert "of Pakistan Customs" in unit.notes


def test_provincial_sisters_fold_into_one_box_with_a_row_for_each_province(seed: Record) -> None:
    drawn = chain(seed, "PK", "hazardous-waste")
    (sisters,) = [box for box in drawn.boxes.values() if box.id.startswith("sisters:environment-authority")]
    assert sisters.title == f"{len(sisters.members)} provincial environment bodies"
    areas = {seed.organizations[name].area for name in sisters.members}
    assert len(sisters.notes) == len(areas) < len(sisters.members)
    assert {"Balochistan", "Punjab", "Sindh"} <= set(sisters.notes)


def test_gaps_into_a_fold_are_one_line_with_the_number_of_pairs_without_a_contact(seed: Record) -> None:
    seen = screen(seed, "PK", "hazardous-waste")
    place, expected = seen.block.service_place, set(seen.expected_pairs)
    drawn = chain(seed, "PK", "hazardous-waste", screening=seen)
    found = {line.name: drawn.lines[line.id] for line in drawn.scene.lines if line.kind == "gap" and line.tag}
    (name,) = [name for name in found if "3 of 4 expected pairs" in name]
    assert {end for pair in found[name].pairs for end in pair} >= {"pk-customs", "pk-bepa"}
    for line in drawn.scene.lines:
        if line.kind == "gap" and line.tag:
            pairs = {(min(place[a], place[b]), max(place[a], place[b])) for a, b in drawn.lines[line.id].pairs}
            assert pairs <= expected - set(seen.problems)
            count = len(pairs)
            assert line.tag.text[0].endswith(f"×{count}") == (count > 1)


def test_only_a_pair_of_which_nothing_is_recorded_is_called_a_gap(seed: Record) -> None:
    words = set()
    for country in ("BT", "TL", "TH", "PK"):
        for line in chain(seed, country, "").scene.lines:
            if line.kind == "gap" and line.tag:
                words.add(line.tag.text[0])
                is_bare = "no recorded contact" in line.name
                assert is_bare if line.tag.text[0].startswith("GAP?") else not is_bare or line.tag.text[0][0] == "?"
    assert {"GAP?", "planned", "once, 2021", "met, 2014"} <= words


@pytest.mark.parametrize("theme", ["", "hazardous-waste", "ozone-depleting-substances", "wildlife"])
def test_the_first_lines_of_the_list_are_drawn_or_named_as_not_drawn(seed: Record, theme: str) -> None:
    missing = []
    for country in seed.countries:
        seen = screen(seed, country, theme)
        services = seen.block.services
        drawn = chain(seed, country, theme, problems=True, screening=seen)
        at_once = [line for line in drawn.lines.values() if not line.waits and line.kind in ("gap", "problem")]
        pairs = {frozenset(pair) for line in at_once for pair in line.pairs}
        found = lines(seen)
        gaps = [line.pair for line in found if line.pair not in seen.problems][:3]
        for i, j in [*gaps, *[line.pair for line in found if line.pair in seen.problems][:1]]:
            names = [seed.organizations[services[place]].name for place in (i, j)]
            if frozenset((services[i], services[j])) not in pairs:
                missing.append((country, *names))
                assert all(name in drawn.hidden for name in names), (country, names)
    assert len(missing) <= 1, missing  # of a hundred and more


def test_unfolding_leaves_all_other_boxes_where_they_are(seed: Record) -> None:
    for theme in ("", "hazardous-waste"):
        folded = chain(seed, "PK", theme, problems=True)
        places = {box.id: box for box in folded.scene.boxes if box.shape != "network"}
        for stack in [box for box in folded.boxes.values() if box.opens]:
            drawn = chain(seed, "PK", theme, problems=True, unfolded=frozenset({stack.id}))
            opened = {box.id: box for box in drawn.scene.boxes}
            new = {box.id for box in drawn.boxes.values()} - set(places)
            assert set(places) - set(opened) <= {stack.id}
            assert new <= set(stack.members)
            assert drawn.hidden_services == folded.hidden_services
            for id_, box in places.items():
                if id_ in folded.boxes and folded.boxes[id_].column != stack.column:
                    assert abs(opened[id_].y - box.y) <= 16, (stack.id, id_)  # a line of words, where a column gave way
            order = [id_ for id_ in places if id_ != stack.id]
            assert [id_ for id_ in opened if id_ in order] == order


def test_a_gap_line_stands_for_expected_pairs_without_a_recorded_contact(seed: Record) -> None:
    for country in ("PK", "TH", "VN"):
        seen = screen(seed, country, "wildlife")
        place = seen.block.service_place
        for detail in chain(seed, country, "wildlife", screening=seen).lines.values():
            if detail.kind == "gap":
                for pair in detail.pairs:
                    i, j = sorted(place[name] for name in pair)
                    assert seen.expected[i, j]
                    assert not seen.found[i, j]


def test_a_gap_line_says_what_comes_nearest_to_a_contact(seed: Record) -> None:
    drawn = chain(seed, "PK", "wildlife")
    names = {line.name for line in drawn.lines.values() if line.kind == "gap"}
    assert any("no recorded contact" in name for name in names)
    assert any("worked together" in name for name in names)


def test_no_more_than_six_gaps_are_seen_at_once(seed: Record) -> None:
    for country in seed.countries:
        assert len(seen_lines(chain(seed, country, ""), "gap")) <= 6


def test_problems_are_drawn_only_when_asked_for_and_are_never_called_gaps(seed: Record) -> None:
    quiet, full = (chain(seed, "PK", "hazardous-waste", problems=asked) for asked in (False, True))
    assert not [line for line in quiet.lines.values() if line.kind == "problem"]
    reported = [line for line in full.lines.values() if line.kind == "problem"]
    assert reported
    tags = [line.tag.text for line in full.scene.lines if line.kind == "problem" and line.tag]
    assert tags
    assert all(words[-1].split()[-1].isdigit() for words in tags)
    pairs = {pair for line in reported for pair in line.pairs}
    for drawn in (quiet, full):
        assert not pairs & {pair for line in drawn.lines.values() if line.kind == "gap" for pair in line.pairs}
    assert not any(entry.sign == "problem" for entry in quiet.scene.legend)


def test_the_legend_has_only_what_is_drawn(seed: Record) -> None:
    for country in ("TL", "TH", "PK"):
        scene = chain(seed, country, "hazardous-waste", problems=True).scene
        drawn = {line.kind for line in scene.lines if not line.when_chosen}
        kinds = {"gap", "problem", "contact", "contact-other"}
        assert {entry.sign for entry in scene.legend} & kinds == drawn & kinds


def test_every_contact_rests_on_claims_in_force_between_the_two(seed: Record) -> None:
    drawn = chain(seed, "PK", "wildlife")
    contacts = [line for line in drawn.lines.values() if line.kind.startswith("contact")]
    assert contacts
    for line in contacts:
        assert line.claims
        bodies = [set(drawn.boxes[end].bodies) for end in (line.a, line.b)]
        for claim_id in line.claims:
            row = seed.row_of_claim(claim_id)
            assert row is not None
            claim = seed.claim(row)
            ends = {claim.a.partition(":")[2], claim.b.partition(":")[2]}
            assert ends & bodies[0]
            assert ends & bodies[1]
            assert claim.status == "confirmed"
            # A one-off act is over and stays a contact: it is seen when one of its boxes is chosen.
            assert not seed.ended[row] or (line.waits and claim.standing == "episode")


def test_the_number_of_hidden_services_is_said(seed: Record) -> None:
    for theme in ("", "hazardous-waste"):
        drawn = chain(seed, "PK", theme)
        hidden = len(drawn.hidden_services)
        assert drawn.hidden.startswith(f"{hidden} of ")
        assert any(text.text == drawn.hidden for text in drawn.scene.texts)


def test_a_theme_brings_pakistan_to_twenty_five_boxes_or_fewer(seed: Record) -> None:
    for theme in vocabulary.THEMES:
        drawn = chain(seed, "PK", theme)
        assert len([box for box in drawn.scene.boxes if box.shape != "network"]) <= 25, theme


def test_the_table_has_every_service_once_and_says_which_are_not_shown(seed: Record) -> None:
    drawn = chain(seed, "TH", "hazardous-waste")
    assert sorted(row["id"] for row in drawn.rows) == sorted(screen(seed, "TH", "hazardous-waste").block.services)
    assert {row["id"] for row in drawn.rows if row["On the map"] == "not shown"} == set(drawn.hidden_services)


def test_the_same_record_gives_the_same_map(seed: Record) -> None:
    assert chain(seed, "PK", "wildlife") == chain(seed, "PK", "wildlife")


def test_a_network_names_its_entry_point_and_what_that_rests_on(seed: Record) -> None:
    scene = chain(seed, "PK", "hazardous-waste").scene
    networks = {box.id: box for box in scene.boxes if box.shape == "network"}
    assert 0 < len(networks) <= 5
    rilo = networks["network:wco-rilo-ap"]
    assert [(note.text, note.dot) for note in rilo.notes] == [("Pakistan Customs", "none"), ("presumed", "open")]
    entries = [line for line in scene.lines if line.id.startswith("entry:")]
    assert all(line.when_chosen and line.ends[1] in networks for line in entries)


# --- small records: what is not in the seed -------------------------------------------------------------------------


def small(*bodies: Organization, claims: tuple[Claim, ...] = ()) -> Record:
    nodes = [Country(id="LK", name="Sri Lanka"), Source(id="page", title="A page", kind="web page"), *bodies]
    return record_of(1, nodes, rows_of_claims((claim, "batch") for claim in claims), "2026-11-25")


def body(id: str, kind: str, *functions: str, name: str = "", until: str = "") -> Organization:  # noqa: A002
    return Organization(id=id, name=name or id, country="LK", kind=kind, functions=functions, until=until)


def test_a_country_without_bodies_says_of_each_stage_that_nobody_is_recorded() -> None:
    drawn = chain(small(), "LK", "")
    empty = [box for box in drawn.scene.boxes if box.shape == "empty"]
    assert len(empty) == len(COLUMNS) - 1 + 3
    assert all(" ".join(box.title) == "Nobody recorded" for box in empty)
    assert drawn.boxes == {}


def test_ended_bodies_stand_on_no_map() -> None:
    drawn = chain(small(body("old", "customs", "border-control", until="2020")), "LK", "")
    assert drawn.boxes == {}
    assert drawn.hidden_services == ()


def test_bodies_of_one_kind_fold_and_open_one_by_one() -> None:
    police = [body(f"police-{letter}", "police", "investigation") for letter in "abcd"]
    folded = chain(small(*police), "LK", "wildlife")
    (box,) = folded.boxes.values()
    assert box.title == "4 police services"
    opened = chain(small(*police), "LK", "wildlife", unfolded=frozenset({box.id}))
    assert sorted(opened.boxes) == [one.id for one in police]


def test_a_long_or_hostile_name_stays_text_inside_its_box() -> None:
    name = "<img src=x onerror=alert(1)> " + "Pneumonoultramicroscopicsilicovolcanoconiosis" * 3
    drawn = chain(small(body("hostile", "customs", "border-control", name=name)), "LK", "")
    (box,) = [box for box in drawn.scene.boxes if box.id == "hostile"]
    assert "".join("".join(box.title).split()) == "".join(name.split())


def test_a_contact_on_the_theme_brings_a_service_without_a_mandate_onto_the_map() -> None:
    tie = Claim(
        kind="tie",
        a="organization:customs",
        b="organization:mint",
        role="mou",
        directed="no",
        standing="standing",
        theme="wildlife",
        source="page",
    )
    bodies = (body("customs", "customs", "border-control"), body("mint", "other", "policy"))
    alone, tied = small(*bodies), small(*bodies, claims=(tie,))
    assert "mint" in chain(alone, "LK", "wildlife").hidden_services
    drawn = chain(tied, "LK", "wildlife")
    assert "mint" in drawn.boxes
    (line,) = [line for line in drawn.scene.lines if line.kind == "contact"]
    assert drawn.lines[line.id].claims == (tie.id,)
