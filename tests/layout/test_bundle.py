"""The bundle that draws the map is the one that was examined, in the wheel and in the assets."""

import hashlib
from pathlib import Path

import pytest

from layout import bundle


def test_the_installed_pyvis_carries_the_examined_bundle() -> None:
    assert hashlib.sha256(bundle.from_pyvis()).hexdigest() == bundle.SHA_256


def test_the_copy_is_the_same_to_the_byte(tmp_path: Path) -> None:
    assert bundle.copy(tmp_path).read_bytes() == bundle.from_pyvis()


def test_what_the_program_serves_is_the_examined_bundle() -> None:
    served = bundle.ASSETS / bundle.NAME
    assert bundle.examined(served.read_bytes(), str(served))


def test_another_bundle_is_refused_with_a_sentence() -> None:
    with pytest.raises(bundle.BundleError, match=r"^the wheel has the SHA-256 \w+, not \w+\. Install the version"):
        bundle.examined(b"other", "the wheel")


def test_a_failed_copy_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(bundle, "INSIDE_PYVIS", "pyvis/gone.js")
    assert bundle.main() == 1
    assert capsys.readouterr().err == (
        "The map's bundle was not copied. The installed pyvis has no pyvis/gone.js. Install pyvis 0.3.2.\n"
    )
