"""The jars of Neo4j Community, fetched once by Maven into a folder of their own."""

import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from graph.errors import StoreError

VERSION = "5.26.20"  # the long-term line, and the last that runs on Java 17
FOLDER = Path(__file__).resolve().parents[1] / ".neo4j"

_ARTIFACTS = (("org.neo4j", "neo4j"), ("org.neo4j.app", "neo4j-server"))
_INSTALL = "Install a Java of 17 or 21 and Maven, such as with `apt-get install default-jre-headless maven`."


def missing_tools() -> list[str]:
    """Return what a server without Docker needs and this machine lacks; Maven only where the jars are not there yet."""
    needed = ["java"] if _jars().is_dir() else ["java", "mvn"]
    return [name for name in needed if shutil.which(name) is None]


def jars() -> Path:
    """Return the folder of the jars; the first time, Maven copies some 125 MB there."""
    if missing := missing_tools():
        raise StoreError(f"A Neo4j server cannot be started here: there is no {' and no '.join(missing)}.", _INSTALL)
    folder = _jars()
    if not folder.is_dir():
        FOLDER.mkdir(mode=0o700, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=FOLDER, prefix=folder.name, ignore_cleanup_errors=True) as aside:
            _copy(Path(aside) / "jars")
            with suppress(OSError):  # another program was faster
                (Path(aside) / "jars").rename(folder)
    return folder


def _jars() -> Path:
    return FOLDER / f"lib-{VERSION}"


def _copy(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as project:
        (Path(project) / "pom.xml").write_text(_pom(), encoding="utf-8")
        command = ["mvn", "-q", "-B", "dependency:copy-dependencies", f"-DoutputDirectory={folder}"]
        done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)  # noqa: S603 (fixed words and our own folder)
    if done.returncode:
        last = (done.stdout + done.stderr).strip().splitlines()[-1:] or ["no reason given"]
        raise StoreError(f"Maven could not fetch Neo4j {VERSION}: {last[0]}", "Check the network and try again.")


def _pom() -> str:
    each = "<dependency><groupId>{}</groupId><artifactId>{}</artifactId><version>{}</version></dependency>"
    dependencies = "".join(each.format(group, name, VERSION) for group, name in _ARTIFACTS)
    head = "<modelVersion>4.0.0</modelVersion><groupId>whoelse</groupId><artifactId>server</artifactId>"
    rest = f"<version>1</version><packaging>pom</packaging><dependencies>{dependencies}</dependencies>"
    return f"<project>{head}{rest}</project>"
