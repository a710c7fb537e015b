"""What `find` and `country` answer."""

from typing import Literal, TypedDict

from graph.answers.parts import Basis, Contacts, Entry, Evidenced, Named, State


class Found(Named):
    """One answer to `find`; `why` names what matched: name, acronym, alias, id."""

    what: Literal["organization", "network", "site"]
    country: str | None
    why: str


class FindAnswer(TypedDict):
    """`find`: best match first."""

    found: list[Found]


class TreatyDesk(TypedDict):
    """Who answers for one role under one agreement; where nobody is found, `ask` names who has another part in it."""

    agreement: str
    role: str
    status: Literal["recorded", "not found", "not a party", "unknown"]
    organizations: list[Named]
    claims: list[str]
    ask: list[Named]


class SubjectHeld(TypedDict):
    """A subject that a body answers for, recorded by a source or coded by its kind."""

    subject: str
    basis: Basis


class RosterBody(Named):
    """One body of a country's roster; `service` is the service it folds into."""

    acronym: str | None
    kind: str
    level: str | None
    service: str
    parent: str | None
    stages: list[str]
    subjects: list[SubjectHeld]
    until: str | None
    claims: list[str]
    sources: list[str]


class NetworkSeat(Named):
    """A network of a country, its state, and the country's entry point in it."""

    entry_point: Evidenced | None
    basis: Entry
    status: State
    last_heard: str | None
    claims: list[str]


class CountrySite(Named):
    """A site of a country with the bodies recorded there."""

    kind: str
    organizations: list[Named]
    claims: list[str]


class CountryAnswer(TypedDict):
    """`country`: treaty desks, roster by stage, networks, sites, counts."""

    country: Named
    treaties: list[TreatyDesk]
    organizations: list[RosterBody]
    networks: list[NetworkSeat]
    sites: list[CountrySite]
    contacts: Contacts
    notice: str | None
