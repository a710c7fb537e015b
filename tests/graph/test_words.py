"""How lists, numbers and days are said to a reader."""

import pytest

from graph.words import count, day, joined


@pytest.mark.parametrize(
    ("names", "row"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_names_in_a_row(names: list[str], row: str) -> None:
    assert joined(names) == row


def test_one_is_no_plural() -> None:
    assert [count(number, "row") for number in (0, 1, 1200)] == ["0 rows", "1 row", "1,200 rows"]
    assert [count(many, "country", "countries") for many in (0, 1, 2)] == ["0 countries", "1 country", "2 countries"]


@pytest.mark.parametrize(
    ("text", "said"),
    [("2026-11-05", "5 Nov 2026"), ("2026-11", "Nov 2026"), ("2026", "2026"), (None, "no date"), ("soon", "soon")],
)
def test_a_day_is_said_as_precisely_as_it_is_known(text: str | None, said: str) -> None:
    assert day(text) == said
