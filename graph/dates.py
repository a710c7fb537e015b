"""Dates of reduced precision: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as numbers YYYYMMDD with 00 for what is not known."""

import re
from datetime import date

import numpy as np
from numpy.typing import NDArray

PATTERN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
NOT_KNOWN = 0

Days = NDArray[np.int32]


def fault_of(text: str) -> str | None:
    """Return why a text is no date, as a sentence, or None."""
    found = PATTERN.fullmatch(text)
    if found is None:
        return "is not a date as YYYY, YYYY-MM or YYYY-MM-DD"
    year, month, day = found.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return "is not a day of the calendar"
    return None


def number(text: str) -> int:
    """Return the number of a date, `2019-05` as 20190500, and 0 for an empty text."""
    return int((text.replace("-", "") + "0000")[:8]) if text else NOT_KNOWN


def text(day: int) -> str:
    """Return the date of a number, in the precision it was written in."""
    year, month, day = day // 10000, day // 100 % 100, day % 100
    return "-".join([f"{year:04}"] * (year > 0) + [f"{month:02}"] * (month > 0) + [f"{day:02}"] * (day > 0))


def last_day(day: int) -> int:
    """Return a number not before any day that a date of reduced precision can mean."""
    return day + 9999 * (day % 10000 == 0) + 99 * (day % 10000 != 0 and day % 100 == 0)


def last_days(days: Days) -> Days:
    """Return `last_day` of each number."""
    no_month, no_day = days % 10000 == 0, days % 100 == 0
    return (days + np.where(no_month, 9999, np.where(no_day, 99, 0))).astype(np.int32)


def years_between(earlier: int, later: int) -> float:
    """Return the years from one date to another, by calendar year where either lacks its day."""
    if earlier % 10000 == 0 or later % 10000 == 0:
        return later // 10000 - earlier // 10000
    return (
        (later // 10000 - earlier // 10000)
        + (later // 100 % 100 - earlier // 100 % 100) / 12
        + ((later % 100 or 1) - (earlier % 100 or 1)) / 365
    )


def today() -> str:
    """Return the day of this machine's clock, in UTC."""
    from datetime import UTC, datetime

    return datetime.now(UTC).date().isoformat()
