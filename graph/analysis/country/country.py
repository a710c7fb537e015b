"""One country on one page: treaty desks, roster by stage, networks, sites, and how many contacts are recorded."""

from graph.analysis.country.country_networks import country_networks
from graph.analysis.country.country_sites import country_sites
from graph.analysis.country.notices import notice
from graph.analysis.country.roster import roster
from graph.analysis.country.treaty_desks import treaty_desks
from graph.analysis.gaps.gaps import contacts
from graph.analysis.names.country_names import resolve_country
from graph.answers import CountryAnswer
from graph.record import Record


def country(record: Record, code: str, theme: str = "") -> CountryAnswer:
    """Answer `country` for a country of the focus, by its ISO 3166-1 alpha-2 code or its name.

    With a theme the roster holds the services that answer for it, and its networks come first; desks and sites are
    those of the whole country. Raises UnknownName for a country that is not of the focus.
    """
    code = resolve_country(record, code)
    return {
        "country": {"id": code, "name": record.country_name(code)},
        "treaties": treaty_desks(record, code),
        "organizations": roster(record, code, theme),
        "networks": country_networks(record, code, theme),
        "sites": country_sites(record, code),
        "contacts": contacts(record, code, theme),
        "notice": notice(record, code),
    }
