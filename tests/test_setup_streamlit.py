"""The settings of .streamlit/config.toml are ones that Streamlit knows, and they take effect."""

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CONFIG = ROOT / ".streamlit" / "config.toml"

ASK = """
import json, sys
from streamlit import config
print(json.dumps({name: config.get_option(name) for name in json.loads(sys.argv[1])}))
"""

MUST = {
    "server.address": "127.0.0.1",
    "server.allowedHosts": ["localhost", "127.0.0.1"],
    "server.enableStaticServing": False,
    "server.enableXsrfProtection": True,
    "server.enableCORS": True,
    "server.maxUploadSize": 20,
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": False,
    "client.allowedOrigins": [],
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "minimal",
    "runner.postScriptGC": False,
    "runner.magicEnabled": False,
}


def flat(table: dict[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def asked(folder: Path, names: list[str]) -> tuple[dict[str, object], str]:
    """What Streamlit holds for these settings when it is started in a folder, and what it complained of."""
    command = [sys.executable, "-c", ASK, json.dumps(names)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1]), done.stdout + done.stderr


def test_what_threats_ask_for_is_written() -> None:
    written = dict(flat(tomllib.loads(CONFIG.read_text(encoding="utf-8"))))
    assert {name: written.get(name) for name in MUST} == MUST


def test_every_setting_takes_effect() -> None:
    written = dict(flat(tomllib.loads(CONFIG.read_text(encoding="utf-8"))))
    held, complaints = asked(ROOT, list(written))
    assert held == written
    assert "not a valid config option" not in complaints


def test_a_setting_that_streamlit_does_not_know_is_seen(tmp_path: Path) -> None:
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text("[runner]\npostScriptGc = false\n", encoding="utf-8")
    held, complaints = asked(tmp_path, ["runner.postScriptGC"])
    assert held == {"runner.postScriptGC": True}
    assert "not a valid config option" in complaints


@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize(
    "pair",
    [
        ("textColor", "backgroundColor"),
        ("textColor", "secondaryBackgroundColor"),
        ("primaryColor", "backgroundColor"),
        ("dataframeHeaderTextColor", "dataframeHeaderBackgroundColor"),
        ("linkColor", "backgroundColor"),
        ("orangeTextColor", "orangeBackgroundColor"),
        ("grayTextColor", "grayBackgroundColor"),
    ],
)
def test_text_stands_out_from_its_ground(pair: tuple[str, str], ground: str) -> None:
    theme = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][ground]
    light, dark = sorted((luminance(theme[name]) for name in pair), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 7


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, of #RRGGBB (WCAG 2.1)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
