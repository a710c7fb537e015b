"""Buttons that hand out paper and slides: each file is made when it is asked for, not when the page is drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import handouts
from graph.answers import InvitationAnswer
from graph.record import Record
from handouts.story.file import story_file
from handouts.story.slide import asked_of
from views.parts import store

PDF = "application/pdf"
HTML = "text/html"
SLIDE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
NO_PDF = "PDF is not set up on this machine: open the file in a browser and print it."


@dataclass(frozen=True, slots=True)
class File:
    """One file to hand out: what the button says, its name, what kind it is, and how it is made."""

    label: str
    name: str
    mime: str
    make: Callable[[], bytes]


def folded() -> DeltaGenerator:
    """Return the place behind one button in which many are offered."""
    return st.popover("Hand out", icon=":material/print:")


def of_country(record: Record, code: str, theme: str) -> None:
    """Offer the papers and the slide of a country and theme."""
    draw(country_files(record, code, theme), f"handouts-{code}-{theme}")


def of_network(record: Record, network: str) -> None:
    """Offer the factsheet of a network."""
    draw(network_files(record, network), f"handouts-{network}", "content")


def of_route(record: Record, start: str, target: str, theme: str) -> None:
    """Offer the route sheet from one end to another."""
    draw(route_files(record, start, target, theme), "handouts-route")


def of_invitation(record: Record, code: str, theme: str, answer: InvitationAnswer) -> None:
    """Offer the invitation list of those who were chosen, on paper."""
    form, mime = page_form()
    make = partial(handouts.invitation_list, record, code, theme, form, answer=answer)
    _button(File(form.upper(), f"invitation-{_name(code, theme)}.{form}", mime, make), f"invitation-{code}-{theme}")


def of_questions(record: Record, code: str, theme: str) -> None:
    """Offer the questions worth asking, on paper with room for the answers."""
    form, mime = page_form()
    make = partial(handouts.question_list, record, code, theme, form)
    _button(File(form.upper(), f"questions-{_name(code, theme)}.{form}", mime, make), f"questions-{code}-{theme}")


def country_files(record: Record, code: str, theme: str) -> list[File]:
    """Return the files of a country; pages are HTML where this machine makes no PDF."""
    name, (form, mime) = _name(code, theme), page_form()
    about = (record, code, theme)
    return [
        File("One page", f"one-page-{name}.{form}", mime, partial(handouts.one_pager, *about, form)),
        File("Map, A3", f"map-{name}.{form}", mime, partial(handouts.chain_map, *about, form, "a3-level")),
        File("Map, slide", f"map-{name}.pptx", SLIDE, partial(handouts.chain_slide, *about)),
        File("Story, to show", f"story-{name}.html", HTML, partial(_story, *about)),
        File("Invitation list", f"invitation-{name}.{form}", mime, partial(handouts.invitation_list, *about, form)),
        File("Questions", f"questions-{name}.{form}", mime, partial(handouts.question_list, *about, form)),
        File("Slips", f"slips-{name}.{form}", mime, partial(handouts.slips, *about, form)),
        File("Workshop packet", f"packet-{name}.{form}", mime, partial(handouts.packet, *about, form)),
    ]


def _story(record: Record, code: str, theme: str) -> bytes:
    """Return the slides of Present as one page that opens alone."""
    return story_file(asked_of(record, store.history(), code, theme)).encode()


def network_files(record: Record, network: str) -> list[File]:
    """Return the files of a network."""
    form, mime = page_form()
    make = partial(handouts.network_factsheet, record, network, form)
    return [File("Factsheet", f"factsheet-{network}.{form}", mime, make)]


def route_files(record: Record, start: str, target: str, theme: str) -> list[File]:
    """Return the files of a way from one end to another."""
    form, mime = page_form()
    make = partial(handouts.route_sheet, record, start, target, theme, form)
    return [File("Route sheet", f"route.{form}", mime, make)]


def _name(code: str, theme: str) -> str:
    return f"{code.lower()}-{theme or 'all-themes'}"


def page_form() -> tuple[handouts.Form, str]:
    """Return the form of pages on this machine and its kind: HTML where it makes no PDF."""
    return ("pdf", PDF) if find_spec("weasyprint") else ("html", HTML)


def draw(files: Sequence[File], key: str, width: Literal["content", "stretch"] = "stretch") -> None:
    """Draw a button for each file."""
    for file in files:
        _button(file, key, width)
    if not find_spec("weasyprint"):
        st.caption(NO_PDF)


def _button(file: File, key: str, width: Literal["content", "stretch"] = "content") -> None:
    st.download_button(
        file.label,
        file.make,
        file.name,
        file.mime,
        key=f"{key}-{file.name}",
        icon=":material/download:",
        on_click="ignore",
        width=width,
    )
