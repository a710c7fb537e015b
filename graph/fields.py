"""What a value of one field may be: each check returns why not, as a sentence, or None."""

import dataclasses
import ipaddress
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from typing import Any
from urllib.parse import urlsplit

from graph import dates, vocabulary

Check = Callable[[str], str | None]

MOST_CHARACTERS = 2000
DIVIDER = "|"
SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
COUNTRY = re.compile(r"[A-Z]{2}")
AREA = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
# The record holds bodies and posts, never persons: an address or a telephone number is a sign of one.
E_MAIL = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|[\w.+-]+ ?[(\[] ?at ?[)\]] ?[\w-]+(?:\.| ?[(\[] ?dot ?[)\]] ?)[^\W\d]", re.IGNORECASE
)
TELEPHONE = re.compile(
    r"(?:\+|\b00)\d[\d ()/-]{7,}\d|\b(?:tel|phone|mob(?:ile)?|fax)\b\W{0,3}\d[\d ()/-]{5,}\d"
    # Ten or eleven digits that begin with the 0 of a trunk call: 0519205075, 051-9205075.
    r"|(?<![\w.,/-])0(?=(?:[ -]?\d){9,10}(?![\d.,/-]))\d{1,4}[ -]?\d{5,9}",
    re.IGNORECASE,
)
# Embeddings, overrides and isolates turn the order of what stands between them, so that a name passes for another.
TURNS_TEXT = re.compile("[\u202a-\u202e\u2066-\u2069]")
PRIVATE_NAME = re.compile(r".*\.(?:local|localdomain|localhost|internal|intranet|lan|home|corp|home\.arpa)")
# Browsers read a host as a number if its last part is one, in whatever notation: 127.1, 0x7f.0.0.1, 0177.0.0.1.
NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)")


def of(check: Check, *, required: bool = False, default: Any = "") -> Any:
    """Declare a field of a node or claim with its check; an empty value passes unless it is required."""
    return dataclasses.field(default=default, metadata={"check": check, "required": required})


def slug(value: str) -> str | None:
    """Lower-case letters, digits and hyphens."""
    return None if SLUG.fullmatch(value) else "is not a lower-case slug such as pk-customs"


def country(value: str) -> str | None:
    """An ISO 3166-1 alpha-2 code, or INT for an international body."""
    known = COUNTRY.fullmatch(value) or value == "INT"
    return None if known else "is not a country code of two capital letters, or INT"


def iso2(value: str) -> str | None:
    """An ISO 3166-1 alpha-2 code."""
    return None if COUNTRY.fullmatch(value) else "is not a country code of two capital letters"


def iso3(value: str) -> str | None:
    """An ISO 3166-1 alpha-3 code."""
    return None if re.fullmatch(r"[A-Z]{3}", value) else "is not a country code of three capital letters"


def area(value: str) -> str | None:
    """An ISO 3166-2 code."""
    return None if AREA.fullmatch(value) else "is not an area code of ISO 3166-2 such as PK-SD"


def year(value: str) -> str | None:
    """Four digits."""
    return None if re.fullmatch(r"[0-9]{4}", value) else "is not a year of four digits"


def date(value: str) -> str | None:
    """A date of reduced precision."""
    return dates.fault_of(value)


def text(value: str) -> str | None:
    """Printable text of bounded length that names no address or telephone number of a person."""
    if len(value) > MOST_CHARACTERS:
        return f"is longer than {MOST_CHARACTERS} characters"
    if (reason := printable(value)) is not None:
        return reason
    if E_MAIL.search(value):
        return "holds an e-mail address; the record keeps no contacts of persons"
    if TELEPHONE.search(value):
        return "holds a telephone number; the record keeps no contacts of persons"
    return None


def printable(value: str) -> str | None:
    """Text without control characters, halves of a sign, and signs that reorder it; joiners and marks may stand."""
    if TURNS_TEXT.search(value):
        return "holds an invisible sign that reorders text"
    if value.isprintable():  # nearly every text, and told much faster
        return None
    odd = any(unicodedata.category(sign) in ("Cc", "Cs") for sign in value)
    return "holds a control character" if odd else None


def url(value: str) -> str | None:
    """A public web address without user information, of bounded length."""
    if len(value) > MOST_CHARACTERS:
        return f"is longer than {MOST_CHARACTERS} characters"
    try:
        parts = urlsplit(value)
        host = unicodedata.normalize("NFKC", parts.hostname or "").replace("。", ".").removesuffix(".")
        is_public = _is_public(host)
    except ValueError:
        return "is not a web address"
    if parts.scheme not in ("http", "https") or not host or printable(value) or re.search(r"[\s\\]", value):
        return "is not a web address that begins with http:// or https://"
    if "@" in parts.netloc:
        return "holds a user name or password"
    return None if is_public else "is an address of a private network"


def _is_public(host: str) -> bool:
    """Whether a host, by its name alone, is one that everybody can reach."""
    if ":" in host or NUMBER.fullmatch(host):
        return ipaddress.ip_address(host).is_global
    return "." in host and not PRIVATE_NAME.fullmatch(host)


def address(value: str) -> str | None:
    """A kind of node, a colon and an id."""
    kind, _, name = value.partition(":")
    name_fits = (COUNTRY if kind == "country" else SLUG).fullmatch(name)
    known = kind in vocabulary.NODE_KINDS and name_fits
    return None if known else "is not an address such as organization:pk-customs"


def one_of(words: Collection[str]) -> Check:
    """One word of a closed list."""

    def check(value: str) -> str | None:
        return None if value in words else f"is none of: {', '.join(words)}"

    return check


def each(check: Check) -> Callable[[str | Iterable[str]], str | None]:
    """Every value of several; none empty or with the sign that divides them in a table."""

    def check_one(value: str) -> str | None:
        return f"holds an empty value or the sign {DIVIDER}" if not value or DIVIDER in value else check(value)

    def check_each(values: str | Iterable[str]) -> str | None:
        return next((reason for value in values if (reason := check_one(value)) is not None), None)

    return check_each


def several(check: Check) -> Any:
    """Declare a field of several values, each with the check."""
    return of(each(check), default=())
