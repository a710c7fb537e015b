"""The same server from the official image, where a Docker engine answers: `docker` on the PATH does not say so."""

import os
import shutil
import subprocess
from pathlib import Path

from server.java import USER, password_in

IMAGE = "neo4j:5.26-community"


def answers() -> bool:
    """Return whether a Docker engine answers."""
    if shutil.which("docker") is None:
        return False
    try:
        return subprocess.run(["docker", "info"], capture_output=True, timeout=20, check=False).returncode == 0  # noqa: S607 (whichever docker the user has)
    except subprocess.TimeoutExpired:
        return False


def command(data: Path, port: int) -> list[str]:
    """Return the command; the password goes in by the environment, where no list of processes shows it."""
    owner = f"{os.getuid()}:{os.getgid()}"
    ports = ["--publish", f"127.0.0.1:{port}:7687", "--publish", "127.0.0.1:7474:7474"]
    keeps = ["--user", owner, "--volume", f"{data}:/data", "--env", "NEO4J_AUTH"]
    quiet = ["--env", "NEO4J_dbms_usage__report_enabled=false"]
    return ["docker", "run", "--rm", "--name", "whoelse-neo4j", *ports, *keeps, *quiet, IMAGE]


def start(folder: Path, port: int) -> "subprocess.Popen[bytes]":
    """Start the server with its data in a folder."""
    data = folder / "docker-data"
    data.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "NEO4J_AUTH": f"{USER}/{password_in(folder)}"}
    return subprocess.Popen(command(data, port), env=environment, stdout=subprocess.DEVNULL)  # noqa: S603 (fixed words and our own folder)
