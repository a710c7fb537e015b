"""Writes docs/licences.md from the lock and from what the installed distributions say of themselves.

    .venv/bin/python docs/licences.py

`make lock` runs it; a test compares the page with the lock.
"""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent

# Locked for other systems only, so that nothing can be asked here; read in their own sources.
ELSEWHERE = {"brotlicffi": "MIT", "colorama": "BSD-3-Clause"}

# Where a distribution names its licence in many words or none, or leaves the choice between several.
READ_BY_HAND = {"pyphen": "MPL-1.1", "pyvis": "BSD-3-Clause"}

HEAD = """\
# Licences

The code is Apache-2.0 (`LICENSE`). The record in `seed/` and the tables in `graph/rules/` are CC BY 4.0.

Everything below is permissive or weak copyleft; nothing is under the GPL or AGPL. This page is written by
`.venv/bin/python docs/licences.py` from `requirements.txt` and the installed distributions; `make lock` runs it.

The typeface in `layout/browser/fonts/` is cut out of Source Sans and Noto by `docs/typeface.py` and is OFL-1.1,
as is Source Sans in `handouts/paper/faces/`.

Carried inside a distribution: vis-network (Apache-2.0 or MIT, in pyvis) draws the maps; the wheels of numpy and scipy
bring the run-time of the GNU compilers, which its run-time exception leaves free to use, and libquadmath (LGPL); axe
(MPL-2.0, in axe-core-python) looks over the pages in tests.
Paper (`whoelse[print]`) needs Pyphen, of whose three licences MPL-1.1 is taken; the program runs without it.
The browser of the tests comes from the operating system.
"""


def locked() -> dict[str, list[str]]:
    """The versions in requirements.txt by name; two where the version depends on the Python."""
    versions: dict[str, list[str]] = {}
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines():
        if found := re.match(r"([\w.-]+)==([^\s;]+)", line):
            versions.setdefault(canonicalize_name(found[1]), []).append(found[2])
    return versions


def needed_to_run() -> set[str]:
    """The locked distributions that the program itself needs, on any system, through any number of steps."""
    names, todo, found = locked(), ["whoelse"], set[str]()
    while todo:
        for name in wanted_by(todo.pop()):
            if name in names and name not in found:
                found.add(name)
                todo.append(name)
    return found


def wanted_by(name: str) -> Iterator[str]:
    """What a distribution asks for without extras; markers of systems count as met."""
    found = installed(name)
    for text in (found.requires if found else None) or []:
        wanted = Requirement(text)
        if "extra" not in str(wanted.marker or ""):
            yield canonicalize_name(wanted.name)


def installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def licence(name: str) -> str:
    """What the distribution calls its licence: expression, else classifiers, else the first line of its field."""
    if name in READ_BY_HAND or name in ELSEWHERE:
        return READ_BY_HAND.get(name) or ELSEWHERE[name]
    found = installed(name)
    if found is None:
        return "unknown"
    said = found.metadata.get_all("License-Expression")
    if said:
        return str(said[0])
    classifiers = [c for c in found.metadata.get_all("Classifier") or [] if c.startswith("License ::")]
    named = [c.split(" :: ")[-1] for c in classifiers if not c.endswith("OSI Approved")]
    field = found.metadata.get_all("License") or ["unknown"]
    return ", ".join(named) or str(field[0]).splitlines()[0]


def table(names: set[str]) -> str:
    rows = [f"| {name} | {', '.join(locked()[name])} | {licence(name)} |" for name in sorted(names)]
    return "\n".join(["| distribution | version | licence |", "|---|---|---|", *rows])


def page() -> str:
    to_run = needed_to_run()
    rest = set(locked()) - to_run
    return f"{HEAD}\n## To run\n\n{table(to_run)}\n\n## To test and check\n\n{table(rest)}\n"


if __name__ == "__main__":
    (ROOT / "docs" / "licences.md").write_text(page(), encoding="utf-8")
