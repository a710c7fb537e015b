"""A country is known by its names and codes, and by nothing else."""

import pytest

from graph.analysis.names.country_names import resolve_country
from graph.errors import UnknownName
from graph.record import Record


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("PK", "PK"),
        ("pak", "PK"),
        ("pakistan", "PK"),
        ("Iran", "IR"),
        ("Laos", "LA"),
        ("Vietnam", "VN"),
        ("Hong Kong", "HK"),
        ("South Korea", "KR"),
        ("Timor-Leste", "TL"),
        ("East Timor", "TL"),
        ("Thaïland", "TH"),
    ],
)
def test_a_country_is_known_by_its_names(seed: Record, text: str, code: str) -> None:
    assert resolve_country(seed, text) == code


@pytest.mark.parametrize("text", ["", "xx", "FR", "ma", "\u200b"])
def test_what_is_no_one_country_is_refused_naming_some(seed: Record, text: str) -> None:
    with pytest.raises(UnknownName) as caught:
        resolve_country(seed, text)
    assert any(candidate.startswith("MV ") for candidate in caught.value.candidates)
