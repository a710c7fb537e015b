"""`python -m server.neo4j [PORT]`: a Neo4j server on loopback until Ctrl-C, with its data in .neo4j/."""

import sys
import time
from collections.abc import Sequence

from graph.errors import StoreError, WhoElseError
from server import docker
from server.artifacts import FOLDER
from server.java import PATIENCE, USER, JavaServer, password_in, settle_password

PORT = 7687


def main(asked: Sequence[str]) -> int:
    """Start the server, say where it is and how to get in, and wait until it ends; return the exit code."""
    port = int(asked[0]) if asked else PORT
    FOLDER.mkdir(mode=0o700, exist_ok=True)
    try:
        return _by_docker(port) if docker.answers() else _by_java(port)
    except KeyboardInterrupt:
        return 0
    except WhoElseError as error:
        print(error, file=sys.stderr)
        return 3


def _by_docker(port: int) -> int:
    process = docker.start(FOLDER, port)
    try:
        _wait(f"bolt://127.0.0.1:{port}")
        _say(port, "official image")
        return process.wait()
    finally:
        process.terminate()
        process.wait()


def _wait(url: str) -> None:
    from neo4j.exceptions import DriverError, Neo4jError

    until = time.monotonic() + PATIENCE
    while True:
        try:
            return settle_password(url, password_in(FOLDER))
        except (DriverError, Neo4jError) as error:
            if time.monotonic() > until:
                raise StoreError("The Neo4j server did not answer.", "See `docker logs whoelse-neo4j`.") from error
            time.sleep(1)


def _by_java(port: int) -> int:
    server = JavaServer(FOLDER, port)
    try:
        server.start()
        _say(port, "Java")
        return server.wait()
    finally:
        server.stop()


def _say(port: int, by: str) -> None:
    print(f"Neo4j answers at neo4j://localhost:{port} (by {by}; Ctrl-C ends it). In another terminal:")
    print(f"  export NEO4J_USERNAME={USER} NEO4J_PASSWORD={password_in(FOLDER)}")
    print(f"  make run STORE=neo4j://localhost:{port}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
