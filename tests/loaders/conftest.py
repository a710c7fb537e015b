"""A few real rows as fact tables, and ways to damage them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.errors import Refusal, RefusedRows
from graph.stores.base import Store
from graph.stores.memory import MemoryStore
from loaders.load import load
from loaders.tables import TABLES

Edit = Callable[[str, str, str], None]
Refused = Callable[[], list[Refusal]]

MEMBERSHIP_COLUMNS = ", ".join(TABLES["memberships"].columns)

ROWS = {
    "sources": """source_id,title,publisher,url,published,kind
seed-slides,Seed slides on regional enforcement networking (Asia Pacific),UNEP ROAP,,2012,slides
thenews-joint-teams-2019,Joint teams,The News,https://www.thenews.com.pk/print/1,2019-09,news
""",
    "countries": """iso2,iso3,name,subregion,coast,neighbours,source_id
PK,PAK,Pakistan,South Asia,yes,IN|CN,seed-slides
""",
    "organizations": """org_id,name,short_name,aliases,acronym,country,level,area,kind,parent_id,functions,since,until,\
succeeded_by,note,source_id
pk-mof,Ministry of Finance,,,,PK,national,,ministry,,policy,,,,,seed-slides
pk-fbr,Federal Board of Revenue,,,FBR,PK,national,,revenue,pk-mof,policy,,,,,seed-slides
pk-customs,Pakistan Customs,,Customs|کسٹمز,,PK,national,,customs,pk-fbr,border-control,,,,,seed-slides
""",
    "networks": """network_id,name,short_name,acronym,kind,scope,country,start_year,end_year,meets,seat,themes,\
secretariat_org_id,pillars,note,source_id
ren,Project REN,,REN,project,regional,,2010,,,customs,environmental-crime,,networking,,seed-slides
""",
    "memberships": """member_id,network_id,role,since,until,note,verified,source_id
PK,ren,member,2010,,,,seed-slides
pk-customs,ren,participant,2011-05,,,2026-11-25,seed-slides
""",
    "ties": """a_id,b_id,kind,name,directed,standing,status,since,until,theme,note,verified,source_id
pk-customs,pk-fbr,reports-to,Parent body,yes,standing,confirmed,,,,,2026-11-25,thenews-joint-teams-2019
pk-customs,pk-mof,committee,Border committee,no,standing,confirmed,2019,,,,,thenews-joint-teams-2019
""",
    "responsibilities": """org_id,subject,role,since,until,note,verified,source_id
pk-customs,hazardous-waste,enforcement,,,,,seed-slides
PK,basel-convention,party,1994,,,,seed-slides
""",
}


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A folder with the tables of ROWS."""
    folder = tmp_path / "tables"
    folder.mkdir()
    for name, text in ROWS.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def edit(tables: Path) -> Edit:
    """Replace a text that stands once in a table."""

    def replace(table: str, old: str, new: str) -> None:
        file = tables / f"{table}.csv"
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {table}"
        file.write_bytes(text.replace(old, new).encode())

    return replace


@pytest.fixture
def store() -> Iterator[Store]:
    with MemoryStore() as store:
        yield store


@pytest.fixture
def refused(store: Store, tables: Path) -> Refused:
    """Load the tables, which must be refused and leave the store as it was; give every refusal."""

    def refusals() -> list[Refusal]:
        before = (store.revision, store.fingerprint())
        with pytest.raises(RefusedRows) as caught:
            load(store, [tables])
        assert (store.revision, store.fingerprint()) == before
        return list(caught.value.refused)

    return refusals
