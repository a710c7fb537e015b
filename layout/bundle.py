"""Copies the vis-network bundle out of the installed pyvis into the map's assets: `python -m layout.bundle`.

The bundle is not kept in the repository. It is copied only if it is, to the byte, the one that was examined.
"""

import hashlib
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ASSETS = Path(__file__).parent / "browser"
NAME = "vis-network.min.js"
INSIDE_PYVIS = f"pyvis/lib/vis-9.1.2/{NAME}"
SHA_256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"


class BundleError(Exception):
    """The bundle cannot be copied; the sentence says why and what to do."""


def examined(content: bytes, where: str) -> bytes:
    """Return the content if its SHA-256 is the expected one, else raise BundleError."""
    found = hashlib.sha256(content).hexdigest()
    if found != SHA_256:
        raise BundleError(
            f"{where} has the SHA-256 {found}, not {SHA_256}. Install the version of pyvis that requirements.txt names."
        )
    return content


def from_pyvis() -> bytes:
    """Return the bundle inside the installed pyvis; raises BundleError when it is missing or another one."""
    try:
        path = Path(str(distribution("pyvis").locate_file(INSIDE_PYVIS)))
    except PackageNotFoundError:
        raise BundleError("The package pyvis is not installed. Run `make install`.") from None
    if not path.is_file():
        raise BundleError(f"The installed pyvis has no {INSIDE_PYVIS}. Install pyvis 0.3.2.")
    return examined(path.read_bytes(), INSIDE_PYVIS)


def copy(assets: Path = ASSETS) -> Path:
    """Write the bundle into a folder of assets and return its path."""
    target = assets / NAME
    target.write_bytes(from_pyvis())
    return target


def main() -> int:
    """Copy, and say so in one line."""
    try:
        target = copy()
    except (BundleError, OSError) as error:
        print(f"The map's bundle was not copied. {error}", file=sys.stderr)
        return 1
    print(f"{NAME}: copied from pyvis ({target.stat().st_size // 1000} kB), SHA-256 as expected")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
