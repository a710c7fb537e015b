"""The command as a function: words in; exit code, output and errors out."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from commands.run import run
from graph.stores.sqlite import SqliteStore
from loaders.place import url_of
from loaders.seed import ensure_seed


@dataclass(frozen=True)
class Run:
    """What one run left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Whoelse = Callable[..., Run]


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store with the seed; only for commands that do not write."""
    file = tmp_path_factory.mktemp("seeded") / "whoelse.db"
    with SqliteStore(file) as store:
        ensure_seed(store)
    return url_of(file)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No command of a test finds the store of whoever runs the tests."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("WHOELSE_STORE", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path / "data"


@pytest.fixture
def whoelse(capsys: pytest.CaptureFixture[str]) -> Whoelse:
    def answer(*words: object) -> Run:
        capsys.readouterr()
        code = run([str(word) for word in words])
        told = capsys.readouterr()
        return Run(code, told.out, told.err)

    return answer


@pytest.fixture
def seed_folder(tmp_path: Path) -> Path:
    """A folder with two small tables."""
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "sources.csv").write_text(
        "source_id,title,publisher,url,published,kind\npage,A page,,,2020,report\n", encoding="utf-8"
    )
    (folder / "networks.csv").write_text(
        "network_id,name,acronym,kind,scope,country,start_year,end_year,meets,seat,themes,secretariat_org_id,pillars,"
        "note,source_id\nren,Project REN,REN,project,regional,,2010,,,,,,,,page\n",
        encoding="utf-8",
    )
    return folder
