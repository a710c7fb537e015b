"""`python -m phones FILE --address 192.168.1.5 --port 8600`: serves the form until it is stopped.

With `--while-input` it also ends when nobody holds its input any more: with the program that started it.
"""

import argparse
import os
import socket
import sys
import threading
from pathlib import Path

import uvicorn

from phones.form import program

MOST_AT_ONCE = 200


def main() -> None:
    """Serve the form; nothing of a request is logged, as it may hold the code."""
    parser = argparse.ArgumentParser(prog="phones")
    parser.add_argument("file", type=Path)
    parser.add_argument("--address", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8600)
    parser.add_argument("--while-input", action="store_true")
    asked = parser.parse_args()
    line = _line(asked.address, asked.port)
    print("ready", flush=True)  # who started this may tell the phones: what comes from now on is answered
    config = uvicorn.Config(
        program(asked.file),
        access_log=False,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        limit_concurrency=MOST_AT_ONCE,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=3,
        ws="none",
    )
    server = uvicorn.Server(config)
    if asked.while_input:
        threading.Thread(target=_end_with_input, args=(server,), daemon=True).start()
    server.run(sockets=[line])


def _end_with_input(server: uvicorn.Server) -> None:
    """End when the input does: the system closes it however the program that holds it ends, also when it is killed."""
    # Read from the file itself: a buffered reader that still waits keeps the process from ending.
    while os.read(sys.stdin.fileno(), 64):
        pass
    server.should_exit = True


def _line(address: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    line = socket.socket(family, socket.SOCK_STREAM)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # begins again at once where it was killed
    line.bind((address, port))
    line.listen(MOST_AT_ONCE)
    return line


if __name__ == "__main__":
    main()
