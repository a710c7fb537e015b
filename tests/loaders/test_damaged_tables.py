"""Each way in which a table can be damaged is named with its place, and nothing is written."""

import pytest

from graph import vocabulary
from graph.errors import Refusal
from tests.loaders.conftest import MEMBERSHIP_COLUMNS, Edit, Refused

KINDS = ", ".join(vocabulary.ORGANIZATION_KINDS)
NO_BODY = "names no organization in these files or in the store"
# table, what stood there, what stands there now, and (row, column, value, reason).
DAMAGE = {
    "missing column": (
        "memberships",
        "member_id,network_id,role,",
        "member_id,network_id,",
        [(1, "role", "", "is missing from the header")],
    ),
    "unknown column": (
        "memberships",
        "role,since,until",
        "role,since,untill",
        [
            (1, "untill", "untill", f"is not a column of memberships, which has: {MEMBERSHIP_COLUMNS}"),
            (1, "until", "", "is missing from the header"),
        ],
    ),
    "duplicate header": (
        "memberships",
        "since,until",
        "since,since",
        [(1, "since", "since", "stands twice in the header"), (1, "until", "", "is missing from the header")],
    ),
    "semicolons": (
        "memberships",
        "member_id,network_id,role,since,until,note,verified,source_id",
        "member_id;network_id;role;since;until;note;verified;source_id",
        [
            (
                1,
                "",
                "member_id;network_id;role;since;until;note;verified;source_id",
                "does not separate the columns by commas",
            )
        ],
    ),
    "unknown kind": (
        "organizations",
        "PK,national,,revenue",
        "PK,national,,taxes",
        [(3, "kind", "taxes", f"is none of: {KINDS}")],
    ),
    "unknown role": (
        "memberships",
        "pk-customs,ren,participant",
        "pk-customs,ren,guest",
        [(3, "role", "guest", f"is none of: {', '.join(vocabulary.MEMBERSHIP_SENTENCES)}")],
    ),
    "dangling body": (
        "memberships",
        "pk-customs,ren",
        "pk-custom,ren",
        [(3, "member_id", "pk-custom", NO_BODY)],
    ),
    "dangling parent": (
        "organizations",
        "customs,pk-fbr,",
        "customs,pk-fbrr,",
        [(4, "parent_id", "pk-fbrr", NO_BODY)],
    ),
    "dangling source": (
        "countries",
        "IN|CN,seed-slides",
        "IN|CN,seed-slides|nowhere",
        [(2, "source_id", "nowhere", "names no source in these files or in the store")],
    ),
    "dangling subject": (
        "responsibilities",
        "hazardous-waste",
        "hazardous-wast",
        [(2, "subject", "hazardous-wast", "is no theme and no agreement of the vocabulary")],
    ),
    "no such country": (
        "memberships",
        "PK,ren",
        "ZZ,ren",
        [(2, "member_id", "ZZ", "is no country of ISO 3166-1")],
    ),
    "bad date": (
        "memberships",
        "2011-05",
        "2011-13",
        [(3, "since", "2011-13", "is not a day of the calendar")],
    ),
    "date of a spreadsheet": (
        "memberships",
        "2011-05",
        "01/05/2011",
        [(3, "since", "01/05/2011", "is not a date as YYYY, YYYY-MM or YYYY-MM-DD")],
    ),
    "end before the beginning": (
        "memberships",
        "2011-05,",
        "2011-05,2010",
        [(3, "until", "2010", "lies before the beginning")],
    ),
    "duplicate id": (
        "organizations",
        "pk-fbr,Federal",
        "pk-mof,Ministry of Money,,,,PK,national,,ministry,,policy,,,,,seed-slides\npk-fbr,Federal",
        [(3, "org_id", "pk-mof", "is the id of row 2 of organizations.csv already")],
    ),
    "unclosed quote": (
        "organizations",
        "Federal Board of Revenue,",
        '"Federal Board of Revenue,',
        [
            (
                3,
                "name",
                "Federal Board of Revenue,,,FBR,PK,national,,revenue,pk-mof,policy,,,,,seed-slides\n",
                "opens a quote that is not closed; the rest of the file was not read",
            )
        ],
    ),
    "text behind a quote": (
        "organizations",
        "Federal Board of Revenue,",
        '"Federal Board" of Revenue,',
        [(3, "", "", "has something between a closing quote and the next comma")],
    ),
    "long row": (
        "memberships",
        "PK,ren,member,2010,,,,seed-slides",
        "PK,ren,member,2010,,,,seed-slides,extra",
        [(2, "", "extra", "has 9 cells under 8 columns")],
    ),
    "short row": (
        "memberships",
        "PK,ren,member,2010,,,,seed-slides",
        "PK,ren,member,2010,,,seed-slides",
        [(2, "", "", "has 7 cells under 8 columns")],
    ),
    "one cell": (
        "memberships",
        "PK,ren,member,2010,,,,seed-slides",
        "PK",
        [(2, "", "", "has 1 cell under 8 columns")],
    ),
    "NUL": (
        "organizations",
        "Ministry of Finance",
        "Ministry of\x00Finance",
        [(2, "name", "Ministry of\x00Finance", "holds a control character")],
    ),
    "line feed in a cell": (
        "organizations",
        "Ministry of Finance",
        '"Ministry of\nFinance"',
        [(2, "name", "Ministry of\nFinance", "holds a control character")],
    ),
    "e-mail address": (
        "organizations",
        "policy,,,,,seed-slides\npk-fbr",
        "policy,,,,write to jane@example.org,seed-slides\npk-fbr",
        [
            (
                2,
                "note",
                "write to jane@example.org",
                "holds an e-mail address; the record keeps no contacts of persons",
            )
        ],
    ),
    "telephone number": (
        "memberships",
        "2011-05,,",
        "2011-05,,tel. 051 9201234",
        [(3, "note", "tel. 051 9201234", "holds a telephone number; the record keeps no contacts of persons")],
    ),
    "own superior": (
        "organizations",
        "ministry,,policy",
        "ministry,pk-customs,policy",
        [
            (2, "parent_id", "pk-customs", "is its own superior: pk-mof > pk-customs > pk-fbr > pk-mof"),
            (3, "parent_id", "pk-mof", "is its own superior: pk-fbr > pk-mof > pk-customs > pk-fbr"),
            (4, "parent_id", "pk-fbr", "is its own superior: pk-customs > pk-fbr > pk-mof > pk-customs"),
        ],
    ),
    "tie to itself": (
        "ties",
        "pk-customs,pk-mof",
        "pk-customs,pk-customs",
        [(3, "b_id", "pk-customs", "joins a thing to itself")],
    ),
    "same claim twice": (
        "memberships",
        "PK,ren,member,2010,,,,seed-slides\n",
        "PK,ren,member,2010,,,,seed-slides\nPK,ren,member,2010,2020,,,seed-slides\n",
        [(3, "member_id", "PK", "says the same as row 2 of memberships.csv")],
    ),
    "address with a password": (
        "sources",
        "https://www.thenews.com.pk/print/1",
        "https://reader:hunter2@thenews.com.pk/1",
        [(3, "url", "https://reader:hunter2@thenews.com.pk/1", "holds a user name or password")],
    ),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_named_with_its_place(name: str, edit: Edit, refused: Refused) -> None:
    table, old, new, expected = DAMAGE[name]
    edit(table, old, new)
    assert refused() == [Refusal(f"{table}.csv", *one) for one in expected]


def test_an_undirected_tie_turned_round_is_the_same_claim(edit: Edit, refused: Refused) -> None:
    row = "pk-customs,pk-mof,committee,Border committee,no,standing,confirmed,2019,,,,,thenews-joint-teams-2019\n"
    edit("ties", row, row + row.replace("pk-customs,pk-mof", "pk-mof,pk-customs"))
    assert refused() == [Refusal("ties.csv", 4, "a_id", "pk-mof", "says the same as row 3 of ties.csv")]


def test_several_faults_in_one_load_are_all_named(edit: Edit, refused: Refused) -> None:
    edit("sources", "2019-09", "2019-99")
    edit("organizations", "PK,national,,revenue", "PK,nation,,taxes")
    edit("memberships", "PK,ren,member", "PK,rem,member")
    edit("ties", "pk-customs,pk-mof,committee", "pk-customs,pk-mof,commitee")
    edit("responsibilities", "PK,basel-convention,party,1994,,,,seed-slides", "PK,basel-convention,party")
    found = [(one.file, one.row, one.column, one.value) for one in refused()]
    assert found == [
        ("sources.csv", 3, "published", "2019-99"),
        ("organizations.csv", 3, "level", "nation"),
        ("organizations.csv", 3, "kind", "taxes"),
        ("memberships.csv", 2, "network_id", "rem"),
        ("ties.csv", 3, "kind", "commitee"),
        ("responsibilities.csv", 3, "", ""),
    ]


def test_every_fault_of_a_row_is_named_at_once(edit: Edit, refused: Refused) -> None:
    edit("memberships", "pk-customs,ren,participant,2011-05,,,2026-11-25", "pk-custom,rem,guest,2011-13,,a\x07b,2099")
    edit("organizations", "customs,pk-fbr,border-control", "custom,pk-fbrr,border")
    found = {(one.file, one.row, one.column, one.value) for one in refused()}
    assert found == {
        ("memberships.csv", 3, "member_id", "pk-custom"),
        ("memberships.csv", 3, "network_id", "rem"),
        ("memberships.csv", 3, "role", "guest"),
        ("memberships.csv", 3, "since", "2011-13"),
        ("memberships.csv", 3, "note", "a\x07b"),
        ("memberships.csv", 3, "verified", "2099"),
        ("organizations.csv", 4, "kind", "custom"),
        ("organizations.csv", 4, "parent_id", "pk-fbrr"),
        ("organizations.csv", 4, "functions", "border"),
    }


def test_a_row_is_no_fault_for_naming_a_row_that_is_refused(edit: Edit, refused: Refused) -> None:
    edit("organizations", "Federal Board of Revenue,,,FBR,PK", "Federal Board of Revenue,,,FBR,Pakistan")
    edit("organizations", "PK,national,,customs", "PK,nation,,customs")
    assert [(one.row, one.column) for one in refused()] == [(3, "country"), (4, "level")]


def test_rows_are_numbered_as_a_spreadsheet_shows_them(edit: Edit, refused: Refused) -> None:
    edit("memberships", "PK,ren,member", ",,,,,,,\n\nPK,ren,guest")
    (found,) = refused()
    assert (found.row, found.value) == (4, "guest")


def test_a_long_value_is_cut_in_the_report(edit: Edit, refused: Refused) -> None:
    edit("organizations", "Ministry of Finance", "x" * 40_000)
    (found,) = refused()
    assert found.value == "x" * 200 + "…"
    assert found.reason == "is longer than 32768 characters"
