"""Countries by what people call them: codes, recorded names, names of ISO 3166, and a few of daily use."""

from functools import lru_cache

import iso3166

from graph.analysis.names.names import shown
from graph.analysis.names.spelling import folded
from graph.errors import UnknownName
from graph.record import Record

# Names of daily use that neither the record nor ISO 3166 begins with.
DAILY = {
    "burma": "MM",
    "east timor": "TL",
    "korea": "KR",
    "laos": "LA",
    "south korea": "KR",
    "vietnam": "VN",
}


def resolve_country(record: Record, text: str) -> str:
    """Return the code of a country of the focus by code or name; raises UnknownName naming the countries."""
    asked = folded(text)
    known = country_names(record)
    codes = {known[asked]} if asked in known else {known[name] for name in known if asked and name.startswith(asked)}
    if len(codes) == 1:
        return codes.pop()
    choice = [f"{code} {record.country_name(code)}" for code in sorted(codes or record.countries)]
    what = "names several countries" if codes else "is none of the countries of this record"
    raise UnknownName(f"“{shown(text)}” {what}.", f"Give the code of one: {'; '.join(choice)}.", choice)


@lru_cache(maxsize=4)
def country_names(record: Record) -> dict[str, str]:
    """Return the code of each country of the focus by its folded names and codes."""
    found = {name: code for name, code in DAILY.items() if code in record.countries}
    for code, country in record.countries.items():
        standard = iso3166.countries_by_alpha2.get(code)
        names = [code, country.iso3, country.name]
        names += [standard.alpha3, standard.name, standard.apolitical_name] if standard else []
        found.update({folded(name): code for name in names if name})
    return found
