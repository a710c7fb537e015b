"""One idea a file and a few lines a function: at most 300 and 40, tests too, or a reason."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("graph", "layout", "loaders", "handouts", "phones", "commands", "views", "server", "bench", "tests")
PLACES = ("app.py", "whoelse.py", *ROOMS)
LINES_OF_A_MODULE = 300
LINES_OF_A_FUNCTION = 40

# "file" or "file:function": why it is longer.
EXCEPTIONS: dict[str, str] = {}


def lengths(root: Path) -> Iterator[tuple[str, int, int]]:
    """Name, lines and the most that is allowed, for every module and every function in it."""
    for place in PLACES:
        for path in [root / place] if place.endswith(".py") else sorted((root / place).rglob("*.py")):
            if path.exists():
                text, name = path.read_text(encoding="utf-8"), str(path.relative_to(root))
                yield name, len(text.splitlines()), LINES_OF_A_MODULE
                for node in ast.walk(ast.parse(text)):
                    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                        lines = (node.end_lineno or node.lineno) - node.lineno + 1
                        yield f"{name}:{node.name}", lines, LINES_OF_A_FUNCTION


def too_long(root: Path) -> dict[str, int]:
    return {name: lines for name, lines, most in lengths(root) if lines > most}


def test_modules_and_functions_are_short() -> None:
    assert {name: lines for name, lines in too_long(ROOT).items() if name not in EXCEPTIONS} == {}


def test_no_exception_outlives_its_reason() -> None:
    assert set(EXCEPTIONS) <= set(too_long(ROOT))
    assert all(EXCEPTIONS.values())


def test_what_is_too_long_is_named(tmp_path: Path) -> None:
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / "long.py").write_text("one = 1\n" * 301, encoding="utf-8")
    (tmp_path / "app.py").write_text("async def start():\n" + "    pass\n" * 40, encoding="utf-8")
    (tmp_path / "whoelse.py").write_text("def main():\n" + "    pass\n" * 39, encoding="utf-8")
    assert too_long(tmp_path) == {"graph/long.py": 301, "app.py:start": 41}
