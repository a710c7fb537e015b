"""Starting and stopping the form beside the program, and the address under which phones find it."""

import socket
import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import segno

from graph.errors import InputError, StoreError

ROOT = Path(__file__).resolve().parents[1]
PORT = 8600


@dataclass(frozen=True, slots=True)
class Started:
    """The form as it runs: its process, and where phones reach it."""

    process: "subprocess.Popen[bytes]"
    address: str
    port: int

    @property
    def is_running(self) -> bool:
        """Whether the process still stands."""
        return self.process.poll() is None

    def url(self, code: str = "") -> str:
        """Return what phones open; the code stands behind #, where no server and no log sees it."""
        host = f"[{self.address}]" if ":" in self.address else self.address
        return f"http://{host}:{self.port}/" + (f"#{code}" if code else "")

    def stop(self) -> None:
        """End the process; what it acknowledged is on the disk."""
        if self.process.stdin:
            self.process.stdin.close()
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start(file: Path, address: str, port: int = PORT) -> Started:
    """Serve the form from a file of answers on one address of this laptop; StoreError where it does not begin.

    It is a process of its own: it goes on when the page is loaded anew, and ends when the program ends.
    """
    if not address:
        raise InputError("No address was given under which phones find this laptop.", "Type that of its Wi-Fi.")
    command = [sys.executable, "-m", "phones", str(file), "--address", address, "--port", str(port)]
    process = subprocess.Popen(  # noqa: S603 (a fixed list of arguments; its input ends when this program ends)
        [*command, "--while-input"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdout is not None  # noqa: S101 (a pipe was asked for)
    with process.stdout as said:
        is_ready = said.readline() == b"ready\n"
    started = Started(process, address, port)
    if is_ready:
        return started
    started.stop()
    raise StoreError(f"The form for phones cannot begin at {address}, port {port}.", "Use another address or port.")


def own_address() -> str:
    """Return the address of this laptop on its network, or nothing where it has none; no packet is sent."""
    # A datagram socket that is connected only looks up from where it would send; the target is a documentation net.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return ""
        return str(probe.getsockname()[0])


def picture(url: str) -> bytes:
    """Return the QR code of an address as SVG, large enough for a wall."""
    out = BytesIO()
    segno.make(url, error="m").save(out, kind="svg", scale=8, border=2, xmldecl=False)
    return out.getvalue()
