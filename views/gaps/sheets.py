"""What each level shows, as a sheet that a spreadsheet opens without running anything in it."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from graph import vocabulary
from graph.answers import Circles, Gap, SiteGroup
from graph.record import Record
from graph.words import BANDS, joined
from views.gaps import at_a_site, hand_in_hand, level_answers, under_treaty
from views.parts import answers, sheet_file, words, works

Table = tuple[Sequence[str], Iterable[Sequence[object]]]
GAP_HEAD = (
    "One side",
    "Other side",
    "What is recorded",
    "Band",
    "Pairs",
    "Sentence",
    "Sources that speak of either",
    "Nearest contact",
    "Lightest step",
    "Legal basis",
    "Sources",
)
WHY_NOT = "most rest on one report."  # they stay on the page, beside who says so
CELL_HEAD = ("Network", "Who sits there", "Recorded or presumed", "Should hear", "Contact", "Sources")
CIRCLE_HEAD = ("Circle", "Body", "Country", "Besides", "Sources")


def download(record: Record, level: str, code: str, theme: str, recorded_only: bool) -> None:
    """Offer what the level shows as a file."""
    sheet_file.offer(
        "Download",
        file(record, level, code, theme, recorded_only),
        f"whoelse-gaps-{level or 'national'}-{code}-{record.date}.csv",
        "What this level shows, as a table (CSV) with its sources. Problems reported are left out: " + WHY_NOT,
    )


@lru_cache(maxsize=16)
def file(record: Record, level: str, code: str, theme: str, recorded_only: bool) -> bytes:
    """Return the sheet of a level."""
    return sheet_file.of(*_table(record, level, code, theme, recorded_only))


def _table(record: Record, level: str, code: str, theme: str, recorded_only: bool) -> Table:
    if level == "cross-border":
        return GAP_HEAD, _gaps(record, level_answers.cross_border(record, code)["gaps"])
    if level == "hand-in-hand":
        return CELL_HEAD, _cells(record, code, theme)
    if level == "treaty":
        groups = [(vocabulary.AGREEMENTS[one["agreement"]], one) for one in level_answers.treaties(record, code)]
        links = {name: under_treaty.customs_link(record, group) for name, group in groups}
        return ("Agreement", *CIRCLE_HEAD), _circles(record, groups, links)
    if level == "site":
        sites = [(group["site"]["name"], group) for group in level_answers.sites(record, code)]
        sides = {name: at_a_site.one_side(group) for name, group in sites}
        return ("Site", *CIRCLE_HEAD), [*_circles(record, sites, sides), *_others(record, sites)]
    return GAP_HEAD, _gaps(record, answers.gaps(record, code, theme, recorded_only)["gaps"])


def _gaps(record: Record, gaps: Sequence[Gap]) -> list[tuple[object, ...]]:
    return [_gap(record, gap) for gap in works.not_problems(gaps)]


def _gap(record: Record, gap: Gap) -> tuple[object, ...]:
    claims = [*gap["claims"], *(claim for reason in gap["reasons"] for claim in reason["claims"])]
    return (
        gap["a"]["name"],
        gap["b"]["name"],
        gap["kind"],
        BANDS[gap["band"]] if gap["reasons"] else "",
        gap["folded"]["pairs"],
        gap["sentence"],
        gap["searched"]["sources"],
        joined([near["name"] for near in gap["nearest"]]),
        gap["next_step"] or "",
        gap["citation"] or "",
        _sources(record, claims),
    )


def _cells(record: Record, code: str, theme: str) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for cell in hand_in_hand.cells_on(record, code, theme):
        sits = joined([one["name"] for one in cell["sits"]]) or "body not recorded"
        basis = joined([words.BASES[one["basis"]] for one in cell["sits"]])
        hears = [
            (
                one["name"],
                hand_in_hand.heard(record, cell, one),
                _sources(record, one["claims"]),
            )
            for one in cell["should_hear"]
        ]
        rows += [(cell["network"]["name"], sits, basis, *hear) for hear in hears or [("cannot be said", "", "")]]
    return rows


def _circles(
    record: Record, groups: Iterable[tuple[str, Circles]], besides: dict[str, str]
) -> list[tuple[object, ...]]:
    return [
        (
            name,
            number,
            body["name"],
            record.organizations[body["id"]].country,
            besides.get(name, ""),
            _sources(record, body["claims"]),
        )
        for name, group in groups
        for number, circle in enumerate(group["circles"], 1)
        for body in group["bodies"]
        if body["id"] in circle
    ]


def _others(record: Record, sites: Iterable[tuple[str, SiteGroup]]) -> list[tuple[object, ...]]:
    """Who is recorded at sites and stands in no circle."""
    return [
        (
            name,
            "",
            one["name"],
            record.organizations[one["id"]].country,
            at_a_site.one_side(group),
            _sources(record, one["claims"]),
        )
        for name, group in sites
        for one in group["others"]
    ]


def _sources(record: Record, claims: Sequence[str]) -> str:
    found = [claim["source"] for claim in answers.claims(record, tuple(dict.fromkeys(claims)))] if claims else []
    return " ".join(dict.fromkeys(source["url"] or source["title"] for source in found))
