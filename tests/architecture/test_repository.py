"""What stands in no file of the repository."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Where this stands now; a folder right under / may have the name of a path in an address.
CHECKOUT = re.escape(str(ROOT)) if len(ROOT.parts) > 2 else "/wor[k]/main"

# A letter in brackets, and below a tilde, so that this file does not find itself.
FORBIDDEN = {
    "a package index": re.compile(
        r"py[p]i\.org|python[h]osted\.org|registry\.np[m]js|repo1\.m[a]ven|crate[s]\.io|proxy\.g[o]lang"
        r"|(?<!no-emit)-(index|extra-index)-u[r]l[ =]",
        re.IGNORECASE,
    ),
    "a path of one machine": re.compile(r"(?<![\w.*:/-])/(hom[e]|roo[t]|User[s])/[\w.]"),
    "objects that run when they are read": re.compile(r"(?<!json)pick[l]e", re.IGNORECASE),
    "the path of a checkout": re.compile(rf"(?<![\w.*:/-])({CHECKOUT}|/wor[k]/main|/workspac[e]s?/\w+)/\w"),
}

# A path as the docs write it, from the folder of the project or, in the method, from `graph/` on.
NAMED = re.compile(r"`((?:[a-z_]+/)+[\w.-]+\.(?:py|js|css|md|csv|html))`")


def files(root: Path) -> list[Path]:
    """What is in the repository, or would be at the next commit."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=root, capture_output=True, check=True).stdout.decode().split("\0")
    return [root / name for name in sorted(set(names)) if name and (root / name).is_file()]


def found(root: Path) -> list[str]:
    return [
        f"{path.relative_to(root)}: {what}: {match[0]}"
        for path in files(root)
        for what, pattern in FORBIDDEN.items()
        if (match := pattern.search(path.read_text(encoding="utf-8", errors="ignore")))
    ]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    return tmp_path


def test_nothing_forbidden_stands_in_the_repository() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout, so there is no list of its files")
    assert len(files(ROOT)) > 10
    assert found(ROOT) == []


def test_every_file_that_a_page_of_the_docs_names_by_its_path_is_there() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    named = {(page.name, path) for page in pages for path in NAMED.findall(page.read_text(encoding="utf-8"))}
    assert len(named) > 20
    there = {path for room in (ROOT, ROOT / "graph") for _, path in named if (room / path).is_file()}
    assert {(page, path) for page, path in named if path not in there} == set()


def test_every_decision_has_a_number_of_its_own_and_says_it() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [int(page.name[:3]) for page in pages]
    assert len(set(numbers)) == len(numbers) > 10
    for number, page in zip(numbers, pages, strict=True):
        assert page.read_text(encoding="utf-8").startswith(f"# {number}. ")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("--index-u~rl https://example.org/simple", "a package index"),
        ("--extra-index-u~rl=https://example.org/simple", "a package index"),
        ("see https://py~pi.org/project/x", "a package index"),
        ("open('/ho~me/somebody/x.csv')", "a path of one machine"),
        ("import pick~le", "objects that run when they are read"),
        ("frame.to_pick~le(path)", "objects that run when they are read"),
        ("cd /wor~k/main/seed", "the path of a checkout"),
    ],
)
def test_what_is_forbidden_is_named(repository: Path, text: str, what: str) -> None:
    (repository / "page.md").write_text(text.replace("~", ""), encoding="utf-8")
    assert any(line.startswith(f"page.md: {what}: ") for line in found(repository))


def test_an_ignored_file_and_ordinary_words_pass(repository: Path) -> None:
    (repository / ".gitignore").write_text("left.txt\n", encoding="utf-8")
    (repository / "left.txt").write_text("import pick~le".replace("~", ""), encoding="utf-8")
    (repository / "page.md").write_text("https://example.org/home/page, jsonpickle, the root", encoding="utf-8")
    assert found(repository) == []
