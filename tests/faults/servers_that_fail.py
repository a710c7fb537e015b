"""Servers that are none, and a proxy that cuts the connection to one that is."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from server.java import free_port

COMMIT = b"\x00\x02\xb0\x12\x00\x00"  # as it goes over the wire: a message of two bytes, framed
_FIVE_FOUR = bytes([0, 0, 4, 5])  # the version of the protocol that the made-up old server agrees to


@contextmanager
def listening(answer: Callable[[socket.socket], None]) -> Iterator[int]:
    """Give the port of a listener that answers every connection in a way of its own."""
    ended = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        held: list[socket.socket] = []

        def accept() -> None:
            while not ended.is_set():
                with suppress(OSError):
                    held.append(listener.accept()[0])
                    threading.Thread(target=_tried, args=(answer, held[-1]), daemon=True).start()

        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            ended.set()
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()
            for connection in held:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
                connection.close()


def _tried(answer: Callable[[socket.socket], None], connection: socket.socket) -> None:
    with suppress(OSError):
        answer(connection)


@contextmanager
def nobody() -> Iterator[int]:
    """Give a port where nobody listens."""
    yield free_port()


def silent(connection: socket.socket) -> None:
    """Accept and say nothing."""


def silent_after_greeting(connection: socket.socket) -> None:
    """Agree to a version of the protocol and say nothing more."""
    connection.recv(100)
    connection.sendall(_FIVE_FOUR)


def web_server(connection: socket.socket) -> None:
    """Speak HTTP."""
    connection.recv(100)
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
    connection.shutdown(socket.SHUT_RDWR)


def shell(connection: socket.socket) -> None:
    """Speak something else."""
    connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")


def closing(connection: socket.socket) -> None:
    """Close at once."""
    connection.shutdown(socket.SHUT_RDWR)


def old_server(connection: socket.socket) -> None:
    """Be a server that says it is Neo4j 4.4, and agree to everything."""
    said = _text("server") + _text("Neo4j/4.4.40") + _text("connection_id") + _text("bolt-1")
    success = b"\xb1\x70\xa2" + said
    connection.recv(20)
    connection.sendall(_FIVE_FOUR)
    stream = connection.makefile("rb")
    while length := int.from_bytes(stream.read(2)):
        while length:
            stream.read(length)
            length = int.from_bytes(stream.read(2))
        connection.sendall(len(success).to_bytes(2) + success + b"\x00\x00")


def _text(word: str) -> bytes:
    return bytes([0x80 + len(word)]) + word.encode()


class Proxy:
    """Passes everything on, until it is to cut the connection at a COMMIT: before it arrives, or before its answer."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.cut = ""  # "before" or "after"; after one cut all is passed on again
        self.passes = 0  # COMMITs to let through first
        self.cuts = 0

    def __call__(self, client: socket.socket) -> None:
        """Serve one connection."""
        with socket.create_connection(("127.0.0.1", self._port)) as server:
            for end in (client, server):  # without this every message waits 40 ms for the one before to be confirmed
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
            back = threading.Thread(target=_pass_on, args=(server, client), daemon=True)
            back.start()
            while data := client.recv(65536):
                if self.cut and COMMIT in data and not self._is_let_through():
                    self._cut(client, server, data)
                    return
                server.sendall(data)
            with suppress(OSError):
                server.shutdown(socket.SHUT_RDWR)
            back.join()

    def _is_let_through(self) -> bool:
        self.passes -= 1
        return self.passes >= 0

    def _cut(self, client: socket.socket, server: socket.socket, data: bytes) -> None:
        how, self.cut = self.cut, ""
        self.cuts += 1
        client.shutdown(socket.SHUT_RDWR)
        if how == "after":
            server.sendall(data)
            server.settimeout(1)
            with suppress(TimeoutError):
                server.recv(65536)
        server.shutdown(socket.SHUT_RDWR)


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_RDWR)
