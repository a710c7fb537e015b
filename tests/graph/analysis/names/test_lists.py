"""A list as people write it is read line by line: who is meant, or who may be."""

import pytest

from graph.analysis.names.lists import match_list
from graph.record import Record

SLIDE = {
    "Federal Board of Revenue": "pk-fbr",
    "Directorate General of Training and Research (Customs)": "pk-dgtr",
    "Environmental Auditors and Inspectors": "pk-env-auditors",
    "Anti-Narcotics Force": "pk-anf",
    "Federal Investigation Agency": "pk-fia",
    "Frontier Constabulary": "pk-frontier-constabulary",
    "Frontier Corps": "pk-frontier-corps",
    "INTERPOL National Central Bureau": "pk-ncb",
    "National Highways and Motorway Police": "pk-nhmp",
    "National Police Academy": "pk-npa",
    "Pakistan Coast Guard": "pk-pcg",
    "Pakistan Railways Police": "pk-railways-police",
    "Pakistan Rangers": "pk-rangers",
}


def test_the_slide_list_is_matched_whole(seed: Record) -> None:
    assert {line.text: line.organization for line in match_list(seed, "PK", SLIDE)} == SLIDE


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("3. ANF – Anti Narcotics Force", "pk-anf"),
        ("• Federal Board of Revenue [FBR]", "pk-fbr"),
        ("FC (Frontier Corps)", "pk-frontier-corps"),
        ("Customs", "pk-customs"),
        ("Environmental Protection Agency", "pk-pak-epa"),
        ("Dept of Plant Protection", "pk-dpp"),
        ("ozone cell", "pk-nou"),
        ("Space agency", None),
        ("police", None),
        ("Ministry", None),
    ],
)
def test_a_line_of_a_list_is_read_as_people_write_it(seed: Record, line: str, body: str | None) -> None:
    (listed,) = match_list(seed, "PK", [line])
    assert listed.organization == body


def test_a_body_of_another_country_is_only_an_alternative(seed: Record) -> None:
    (listed,) = match_list(seed, "LK", ["Anti-Narcotics Force"])
    assert listed.organization is None
    assert "pk-anf" in listed.alternatives


@pytest.mark.parametrize(
    ("country", "written", "body"),
    [
        ("LK", "Department of Custom", "lk-customs"),
        ("LK", "Customs Department", "lk-customs"),
        ("LK", "SL Police", "lk-police"),
        ("PK", "MSA", "pk-pmsa"),
        ("PK", "پاکستان کسٹمز", "pk-customs"),
        ("TL", "Alfândega", "tl-customs"),
        ("TH", "ศุลกากรไทย", "th-customs"),
    ],
)
def test_what_is_near_at_home_is_offered_before_anything_abroad(
    seed: Record, country: str, written: str, body: str
) -> None:
    (line,) = match_list(seed, country, [written])
    assert line.organization is None
    assert line.alternatives[0] == body


def test_to_share_the_word_ministry_is_no_likeness(seed: Record) -> None:
    (line,) = match_list(seed, "PK", ["Ministry of Magic"])
    assert not any(one.startswith("pk-") for one in line.alternatives)


def test_an_unclear_line_names_what_it_may_mean(small: Record) -> None:
    (listed,) = match_list(small, "PK", ["Levies"])
    assert listed.organization is None
    assert set(listed.alternatives) == {"pk-many-a", "pk-many-b"}


def test_empty_lines_of_a_list_are_no_names(small: Record) -> None:
    assert match_list(small, "PK", ["", "  ", "\u200b", "--"]) == []


@pytest.mark.parametrize(
    ("country", "written", "body"),
    [
        ("PK", "اے این ایف", "pk-anf"),
        ("PK", "2. وفاقی تحقیقاتی ادارے", "pk-fia"),
        ("TH", "กรมศุลกากร", "th-customs"),
        ("TH", "กรมอุทยานแห่งชาติ สัตว์ป่า และพันธุ์พืช", "th-dnp"),
        ("LK", "ශ්\u200dරී ලංකා රේගුව", "lk-customs"),
        ("TL", "servico de migracao", "tl-migration"),
        ("TL", "Polísia Nasionál Timor-Leste (PNTL)", "tl-pntl"),
    ],
)
def test_a_list_may_be_written_in_the_language_of_the_country(
    seed: Record, country: str, written: str, body: str
) -> None:
    (line,) = match_list(seed, country, [written])
    assert line.organization == body


def test_the_writer_of_a_list_says_what_a_line_means(seed: Record) -> None:
    names = ["police", "Pakistan Rangers"]
    chosen = {"police": "pk-nhmp", "Pakistan Rangers": ""}
    police, rangers = match_list(seed, "PK", names, chosen)
    assert (police.organization, police.why) == ("pk-nhmp", "chosen")
    assert rangers.organization is None
    assert "pk-rangers" in rangers.alternatives
    assert match_list(seed, "PK", names, {"police": "no-such-body"}) == match_list(seed, "PK", names)
