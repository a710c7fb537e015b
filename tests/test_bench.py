"""Every subject of the benchmark can be measured, and what it measures the program against reckons the same."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from bench import __main__ as bench
from bench.contact import facts_of
from bench.gaps import assert_same
from bench.line import Line, aligned, rows
from bench.made_up import made_up
from bench.reference import severities
from bench.scale import Scale
from graph.analysis.gaps.screening import screen
from graph.record import Record
from tests.e2e.serving import need_chromium

TINY = Scale(
    times=1,
    countries=2,
    bodies=6,
    sizes=(6, 9),
    claims=500,
    for_networkx=500,
    focus=("LK",),
    pages=False,
    grown=(6,),
    sessions=2,
    actions=1,
    pause=0.1,
    boxes=(20,),
)


MARKS = {"drawing": pytest.mark.browser, "neo4j": pytest.mark.neo4j}


@pytest.mark.parametrize(
    "subject",
    [pytest.param(name, marks=MARKS.get(name, ())) for name in sorted(bench.SUBJECTS)],
)
def test_each_subject_is_measured(subject: str) -> None:
    if subject == "drawing":
        need_chromium()
    # In a thread of its own: a browser that other tests hold keeps an event loop running in this one.
    with ThreadPoolExecutor(1) as apart:
        lines = apart.submit(bench.SUBJECTS[subject], TINY).result()
    assert lines
    assert len({line.what for line in lines}) == len(lines)
    assert all(line.ours > 0 and line.yardstick != 0 for line in lines)


@pytest.mark.parametrize("country", ["PK", "TH", "NP"])
def test_the_formulas_written_twice_agree_on_the_seed(seed: Record, country: str) -> None:
    assert_same(screen(seed, country), severities(facts_of(seed), country))


@pytest.mark.parametrize("bodies", [1, 2, 40])
def test_they_agree_on_a_made_up_country(bodies: int) -> None:
    record = made_up(1, bodies)
    assert_same(screen(record, "AA"), severities(facts_of(record), "AA"))


def test_a_wrong_severity_is_named() -> None:
    record = made_up(1, 6)
    reckoned = severities(facts_of(record), "AA")
    pair = min(reckoned)
    with pytest.raises(AssertionError, match=pair[0]):
        assert_same(screen(record, "AA"), {**reckoned, pair: reckoned[pair] + 1e-6})


def measured(*lines: Line) -> dict[str, object]:
    return {"load": lambda _: list(lines)}


@pytest.mark.parametrize(("ours", "code"), [(0.1, 0), (0.3, 1)])
def test_a_missed_promise_is_an_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], ours: float, code: int
) -> None:
    monkeypatch.setattr(bench, "SUBJECTS", measured(Line("a click", ours, 0.6, "a sketch", promise=0.2)))
    assert bench.main(["load"]) == code
    assert ("Missed: a click." in capsys.readouterr().out) is bool(code)


def test_an_unknown_subject_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["lode"]) == 2
    assert "There is no subject lode. Choose from: load," in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        (Line("a", 0.0123, 0.0246, "b", 0.2), ["a", "12.3 ms", "24.6 ms", "0.5", "< 200 ms", "yes", "b"]),
        (Line("a", 2.5, None, "", 2.0), ["a", "2.5 s", "", "", "< 2 s", "NO", ""]),
        (Line("a", 71.2, 712.0, "b", None, "B"), ["a", "71 B", "712 B", "0.1", "", "", "b"]),
        (Line("a", 0.0000021), ["a", "2.1 µs", "", "", "", "", ""]),
    ],
)
def test_a_line_says_what_was_measured(line: Line, cells: Sequence[str]) -> None:
    assert list(rows([line])[1]) == cells
    assert aligned(rows([line]))[1].split() == " ".join(cells).split()
