"""Pages keep to their paper, say what they leave out, and print every script."""

import io
import sys
from typing import Any

import pytest
from pypdf import PdfReader

import handouts
from graph.analysis.who_else.invitation import invitation
from graph.errors import InputError
from graph.record import Record
from handouts.paper import paper
from handouts.slips.sheet import CUTS
from tests.handouts.hard_names import HARD, URDU, Read, without_blanks

DESIGNATIONS = "Designations imply no opinion on the status of any territory."


@pytest.mark.parametrize(("code", "theme"), [("PK", ""), ("PK", "hazardous-waste"), ("AF", ""), ("TL", "")])
def test_a_country_is_one_page(seed: Record, read: Read, code: str, theme: str) -> None:
    (page,) = read(handouts.one_pager(seed, code, theme))
    for said in (
        seed.country_name(code),
        "As known on 25 Nov 2026",
        DESIGNATIONS,
        "First gaps",
        "Sources of this page",
    ):
        assert said in page
    assert "no engagement with any authority is implied" in page.replace("\n", " ") or code != "AF"


def test_a_country_of_many_bodies_says_what_it_leaves_out(seed: Record, read: Read) -> None:
    (page,) = read(handouts.one_pager(seed, "PK"))
    assert "more, left out here" in page
    assert "services are not shown" in page


def test_a_problem_that_a_source_reports_is_counted_and_not_printed(seed: Record, read: Read) -> None:
    (page,) = read(handouts.one_pager(seed, "PK", "hazardous-waste"))
    assert "of 1 a source reports a problem, which is not printed" in page.replace("\n", " ")
    assert "Gadap" not in page


@pytest.mark.parametrize("sheet", ["a4-level", "a3-level"])
def test_a_map_is_one_sheet_laid_across(seed: Record, sheet: paper.Sheet) -> None:
    (page,) = PdfReader(io.BytesIO(handouts.chain_map(seed, "PK", "", "pdf", sheet))).pages
    assert round(page.mediabox.width / page.mediabox.height, 2) == 1.41
    assert round(page.mediabox.width * 25.4 / 72) == {"a4-level": 297, "a3-level": 420}[sheet]
    assert "On record, and not on the map: 47 services" in page.extract_text()


@pytest.mark.parametrize("per_page", CUTS)
def test_slips_keep_to_their_pages(seed: Record, read: Read, per_page: int) -> None:
    bodies = ("pk-customs", "pk-fbr", "pk-mocc", "pk-bepa")
    pages = read(handouts.slips(seed, "PK", "hazardous-waste", per_page=per_page, bodies=bodies))
    assert len(pages) == 4 // per_page
    assert all(page.count("not for the room") + page.count("not for the\nroom") <= per_page for page in pages)
    assert sum(page.count("Missing:") for page in pages) == 4


def test_names_that_are_hard_to_print_are_read_back(hard: Record, read: Read) -> None:
    bodies = hard.bodies["PK"][: len(HARD)]
    text = without_blanks("".join(read(handouts.slips(hard, "PK", per_page=1, bodies=bodies))))
    for name in HARD:
        for word in name.split():
            if word.strip("()") and not ("(" in word and name == URDU):  # brackets are mirrored there, as they should
                assert without_blanks(word) in text


def test_a_page_of_hard_names_is_still_one(hard: Record, read: Read) -> None:
    assert len(read(handouts.one_pager(hard, "PK", "hazardous-waste"))) == 1
    assert len(read(handouts.chain_map(hard, "PK", "hazardous-waste"))) == 1


def test_a_pdf_is_tagged_and_says_its_language(seed: Record) -> None:
    content = handouts.question_list(seed, "TL")
    catalog: Any = PdfReader(io.BytesIO(content)).trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"] is not None
    assert catalog["/Lang"] == "en"
    assert b"pdfuaid" in catalog["/Metadata"].get_object().get_data()


def test_an_invitation_list_keeps_names_that_match_nothing(seed: Record, read: Read) -> None:
    text = " ".join(read(handouts.invitation_list(seed, "PK", "", "pdf", ["Pakistan Customs", "<b>Nobody</b>"])))
    assert "On your list" in text
    assert "<b>Nobody</b>" in text


def test_where_no_contact_is_expected_the_page_counts_nothing_and_explains_its_signs(seed: Record, read: Read) -> None:
    (page,) = read(handouts.one_pager(seed, "TL", "hazardous-waste"))
    said = " ".join(page.split())
    assert "0 of 0" not in said
    assert "0 sources" not in said
    assert "● a source says so. ○ presumed from the kind of body." in said


def test_a_slip_that_leaves_out_one_line_says_so_of_one(seed: Record, read: Read) -> None:
    (page,) = read(handouts.slips(seed, "PK", "hazardous-waste", per_page=1, bodies=("pk-fbr",)))
    assert "1 line more on record: ask for it." in page


def test_whoever_is_in_a_network_without_being_a_member_is_named_as_what_they_are(seed: Record, read: Read) -> None:
    text = " ".join("\n".join(read(handouts.network_factsheet(seed, "ren"))).split())
    assert "Sweden ● Sida (Thailand) (observer) and Sida (donor)" in text


def test_a_note_on_paper_is_without_the_marks_of_its_editors(seed: Record, read: Read) -> None:
    def sheet(network: str) -> str:
        return " ".join("\n".join(read(handouts.network_factsheet(seed, network))).split())

    assert "Note of the editors: launched 2011-01 in Paro; statute endorsed by 5 of 8 at 2016 Field" in sheet("sawen")
    assert "Note of the editors: planned 2012-14, ran on to 2017-18 Field" in sheet("ren")
    assert "Note of the editors" not in sheet("enforcement-award")


def test_an_invitation_list_prints_those_who_were_chosen(seed: Record, read: Read) -> None:
    answer = invitation(seed, "PK", "", ["Pakistan Customs"], 20)
    answer["invited"] = [one for one in answer["invited"] if one["id"] in ("pk-customs", "pk-nou")]
    text = " ".join(read(handouts.invitation_list(seed, "PK", answer=answer)))
    assert "Pakistan Customs" in text
    assert "National Ozone Unit" in text
    assert "Pakistan Rangers" not in text


def test_a_factsheet_follows_the_order_of_the_convention(seed: Record, read: Read) -> None:
    text = "\n".join(read(handouts.network_factsheet(seed, "ren")))
    order = [
        "Date of establishment",
        "Legal basis",
        "Objective",
        "Nature",
        "Membership",
        "Observers",
        "Source of funding",
    ]
    places = [text.index(field) for field in order]
    assert places == sorted(places)
    assert "holder not recorded" in text


def test_a_route_sheet_names_steps_evidence_and_what_to_ask(seed: Record, read: Read) -> None:
    text = " ".join(read(handouts.route_sheet(seed, "organization:pk-nou", "customs@VN", "ozone-depleting-substances")))
    for said in ("1. By Pakistan Customs and RILO Asia/Pacific", "Ask first:", "What the source says", "recorded"):
        assert said in text
    assert "not through" not in text


def test_where_there_is_no_way_the_sheet_says_why(seed: Record, read: Read) -> None:
    text = " ".join(read(handouts.route_sheet(seed, "organization:pk-nou", "organization:pk-nou")))
    assert "No way is recorded" in text


def test_a_packet_holds_everything(seed: Record, read: Read) -> None:
    pages = read(handouts.packet(seed, "TL", sheet="a3-level", per_page=4))
    heads = ("What is in it", "Treaty desks", "Policy and permits", "Invitation list", "Questions")
    assert all(any(head in page for page in pages) for head in heads)
    assert "Missing:" in pages[-1]


def test_without_pango_a_sentence_says_what_to_do(seed: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    paper._press.cache_clear()
    with pytest.raises(InputError, match=r"PDF pages cannot be made on this machine.*or ask for \.html"):
        handouts.question_list(seed, "TL")
    assert handouts.question_list(seed, "TL", form="html").startswith(b"<!DOCTYPE html>")
    assert handouts.packet(seed, "TL", form="html").startswith(b"<!DOCTYPE html>")
