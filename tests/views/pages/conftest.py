"""Pages without a browser: the whole program, on a store of its own."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from graph.stores.open import open_store
from loaders.place import VARIABLE, file_of, url_of
from loaders.seed import ensure_seed
from views.parts import trouble

ROOT = Path(__file__).resolve().parents[3]
PAGES = tuple(sorted(path.stem for path in (ROOT / "views" / "pages").glob("[a-z]*.py")))

Open = Callable[..., AppTest]


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store that holds the seed."""
    url = url_of(tmp_path_factory.mktemp("pages") / "whoelse.db")
    with open_store(url) as store:
        ensure_seed(store)
    return url


@pytest.fixture
def url(tmp_path: Path, seeded: str) -> str:
    """The address of a store of one test's own with the seed, for what writes."""
    return url_of(Path(shutil.copy(file_of(seeded) or "", tmp_path / "whoelse.db")))


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, seeded: str) -> Open:
    """Open a page of the program by its name with questions in its address."""

    def open_at(name: str, *, store: str = seeded, **asked: str) -> AppTest:
        monkeypatch.setenv(VARIABLE, store)
        monkeypatch.chdir(ROOT)
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for question, text in asked.items():
            app.query_params[question.rstrip("_")] = text
        app.switch_page(f"views/pages/{name}.py")
        return app.run()

    return open_at


@pytest.fixture(autouse=True)
def _forget_stores() -> None:
    """No test sees the store that another one has open."""
    st.cache_resource.clear()


@pytest.fixture(autouse=True)
def _nothing_unforeseen(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Pages catch every error and say so calmly: a test in which one did fails, unless it forgets the log."""
    yield
    assert [record.message for record in caplog.get_records("call") if record.name == trouble.__name__] == []


def texts(app: AppTest) -> list[str]:
    """Return every text that a page writes as Markdown, its labels included."""
    written = (*app.markdown, *app.caption, *app.title, *app.subheader)
    found = [str(element.value) for element in written]
    found += [element.label for element in (*app.button, *app.selectbox, *app.checkbox)]
    found += [str(cell) for table in app.table for cell in table.value.to_numpy().ravel()]
    for radio in app.radio:
        found += [*radio.options, *(str(caption) for caption in radio.proto.captions)]
    return found


def said(app: AppTest) -> str:
    """Return everything that a page says, Markdown and plain text, as one, and as it is read."""
    plain = [re.sub(r"\\(.)", r"\1", text).replace("\u2060", "") for text in texts(app)]
    return "\n".join([*plain, *(str(element.value) for element in app.text)])
