"""Dates of reduced precision as numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import dates

NUMBERS = [("", 0), ("2019", 20190000), ("2019-05", 20190500), ("2019-05-07", 20190507)]


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_a_date_keeps_its_precision(text: str, number: int) -> None:
    assert dates.number(text) == number
    assert dates.text(number) == text


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_every_date_comes_back(day: object, length: int) -> None:
    text = str(day)[:length]
    assert dates.fault_of(text) is None
    assert dates.text(dates.number(text)) == text


@given(st.dates(), st.dates())
def test_numbers_are_ordered_like_days(one: object, other: object) -> None:
    assert (str(one) < str(other)) == (dates.number(str(one)) < dates.number(str(other)))


@pytest.mark.parametrize(
    ("text", "last"), [("2019", 20199999), ("2019-05", 20190599), ("2019-05-07", 20190507), ("2019-12", 20191299)]
)
def test_the_last_day_is_not_before_any_day_it_can_mean(text: str, last: int) -> None:
    assert dates.last_day(dates.number(text)) == last
    assert dates.last_days(np.array([dates.number(text)], np.int32)).tolist() == [last]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2019-02-29", "is not a day of the calendar"),
        ("2019-00", "is not a day of the calendar"),
        ("0000", "is not a day of the calendar"),
        ("2019-5", "is not a date as YYYY, YYYY-MM or YYYY-MM-DD"),
        ("5 May 2019", "is not a date as YYYY, YYYY-MM or YYYY-MM-DD"),
        ("2019-05-07T00:00", "is not a date as YYYY, YYYY-MM or YYYY-MM-DD"),
        ("２０１９", "is not a date as YYYY, YYYY-MM or YYYY-MM-DD"),
        ("2019\n", "is not a date as YYYY, YYYY-MM or YYYY-MM-DD"),
    ],
)
def test_what_is_no_date_says_why(text: str, why: str) -> None:
    assert dates.fault_of(text) == why


@pytest.mark.parametrize(
    ("earlier", "later", "years"),
    [("2019", "2026-11-25", 7), ("2019-05", "2020-05", 1), ("2019-05-25", "2019-11-25", 0.5), ("2020", "2020", 0)],
)
def test_years_between(earlier: str, later: str, years: float) -> None:
    assert dates.years_between(dates.number(earlier), dates.number(later)) == pytest.approx(years)


def test_today_is_a_date() -> None:
    assert dates.fault_of(dates.today()) is None
    assert len(dates.today()) == 10
