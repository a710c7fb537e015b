"""Imports follow the arrows of the house, and only pages know Streamlit."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Room: the rooms it may import besides itself. The longest name that fits a module decides.
ARROWS: dict[str, set[str]] = {
    "app": {"views", "phones", "handouts", "layout", "loaders", "graph"},
    "whoelse": {"commands", "handouts", "layout", "loaders", "graph"},
    "views": {"phones", "handouts", "layout", "loaders", "graph"},
    "commands": {"handouts", "layout", "loaders", "graph"},
    "handouts": {"layout", "graph"},
    "layout": {"graph"},
    "loaders": {"graph"},
    "phones": {"graph"},
    "server": {"graph"},
    "graph": set(),
}
ROOMS = set(ARROWS)

# Within `graph`: a store keeps records and does not read meaning into them; an analysis reads a record and does not
# know where it was kept; what both rest on knows neither.
APART_IN_GRAPH = {
    "graph.analysis": {"graph.stores"},
    "graph.stores": {"graph.analysis"},
    "graph": {"graph.analysis", "graph.stores"},
}

ONLY_PAGES = {"streamlit"}
PAGES = {"app", "views"}


def modules(root: Path) -> Iterator[tuple[str, Path]]:
    """Every module of the rooms, as dotted name and file."""
    for room in ROOMS:
        for path in [root / f"{room}.py", *sorted((root / room).rglob("*.py"))]:
            if path.exists():
                parts = path.relative_to(root).with_suffix("").parts
                yield ".".join(part for part in parts if part != "__init__"), path


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name of every import, at the top or inside a function; `from a import b` is `a.b`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            dots = "." * node.level
            yield from ((node.lineno, f"{dots}{node.module or ''}.{alias.name}") for alias in node.names)


def within(name: str, place: str) -> bool:
    return name == place or name.startswith(f"{place}.")


def part_of_graph(module: str) -> str:
    return next((place for place in ("graph.analysis", "graph.stores") if within(module, place)), "graph")


def fault(module: str, name: str) -> str | None:
    """Why a module may not import a name, or None."""
    room, other = module.partition(".")[0], name.partition(".")[0]
    if name.startswith("."):
        return "imports are absolute"
    if other in ONLY_PAGES and room not in PAGES:
        return f"only {' and '.join(sorted(PAGES))} know {other}"
    if other in ROOMS and other != room and other not in ARROWS[room]:
        return f"no arrow goes from {room} to {other}"
    if room == "graph" and any(within(name, place) for place in APART_IN_GRAPH[part_of_graph(module)]):
        return f"{part_of_graph(module)} does not know {name}"
    return None


def faults(root: Path) -> list[str]:
    return [
        f"{path.relative_to(root)}:{line} imports {name}: {why}"
        for module, path in modules(root)
        for line, name in imported(path)
        if (why := fault(module, name))
    ]


def test_imports_follow_the_arrows() -> None:
    assert faults(ROOT) == []


def test_the_rooms_are_read() -> None:
    assert {"graph.model", "graph.vocabulary"} <= {module for module, _ in modules(ROOT)}


@pytest.mark.parametrize(
    ("file", "line", "why"),
    [
        ("graph/model.py", "import loaders.tables", "no arrow goes from graph to loaders"),
        ("graph/model.py", "from graph.stores import memory", "graph does not know graph.stores.memory"),
        ("graph/model.py", "from graph import analysis", "graph does not know graph.analysis"),
        ("graph/analysis/gaps.py", "from graph.stores.open import open_store", "graph.analysis does not know"),
        ("graph/stores/sqlite.py", "import graph.analysis.gaps", "graph.stores does not know graph.analysis.gaps"),
        ("graph/model.py", "def late():\n    import streamlit as st", "only app and views know streamlit"),
        ("loaders/tables.py", "from views.parts import table", "no arrow goes from loaders to views"),
        ("loaders/tables.py", "from . import rows", "imports are absolute"),
        ("handouts/slide.py", "from loaders import tables", "no arrow goes from handouts to loaders"),
        ("layout/chain/chain.py", "from handouts import slide", "no arrow goes from layout to handouts"),
        ("commands/gaps.py", "from views import gaps", "no arrow goes from commands to views"),
        ("whoelse.py", "import streamlit.web.cli", "only app and views know streamlit"),
        ("whoelse.py", "import app", "no arrow goes from whoelse to app"),
        ("views/home.py", "import app", "no arrow goes from views to app"),
        ("app.py", "from commands import load", "no arrow goes from app to commands"),
    ],
)
def test_an_import_against_the_arrows_is_named(tmp_path: Path, file: str, line: str, why: str) -> None:
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text(line, encoding="utf-8")
    (found,) = faults(tmp_path)
    assert found.startswith(f"{file}:")
    assert why in found


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("graph/stores/sqlite.py", "from graph.record import Record"),
        ("graph/analysis/gaps.py", "from graph.analysis import need"),
        ("loaders/seed.py", "from graph.stores.base import Store"),
        (
            "views/country.py",
            "import streamlit as st\nfrom graph.analysis.gaps import gaps\nfrom views.parts import table",
        ),
        ("commands/load.py", "from loaders import tables\nimport graphlib"),
    ],
)
def test_an_import_along_the_arrows_passes(tmp_path: Path, file: str, line: str) -> None:
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text(line, encoding="utf-8")
    assert faults(tmp_path) == []
