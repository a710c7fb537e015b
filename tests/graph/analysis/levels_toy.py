"""Two neighbours and a third country, each with customs, a police and an authority."""

from graph.model import Claim, Country, Network, Organization, Site, Source, Thing
from graph.record import Record, record_of, rows_of_claims
from tests.graph.analysis.gaps_toy import TODAY

COUNTRIES = (
    Country(id="PK", name="Eastland", coast="yes", neighbours=("IR",)),
    Country(id="IR", name="Westland", coast="yes", neighbours=("PK", "AF")),
    Country(id="AF", name="Farland", coast="no"),
)
GAZETTE = Source(id="gazette", title="Gazette", publisher="The Gazette", published="2024-05-01", kind="report")
KINDS = {
    "customs": ("customs", ("border-control", "inspection")),
    "police": ("police", ("investigation",)),
    "wildlife": ("wildlife", ("licensing",)),
}


def bodies(*countries: str) -> list[Organization]:
    """Customs, police and a wildlife agency of each country."""
    return [
        Organization(id=f"{code.lower()}-{name}", name=f"{code} {name}", country=code, kind=kind, functions=functions)
        for code in countries
        for name, (kind, functions) in KINDS.items()
    ]


WEN = Network(
    id="wen", name="Wildlife network", kind="network", scope="regional", themes=("wildlife",), seat=("customs",)
)
GATE = Site(id="gate", name="The gate", kind="border-crossing", country="PK", neighbour="IR")
OTHER_SIDE = Site(
    id="gate-west", name="The gate, west", kind="border-crossing", country="IR", neighbour="PK", same_as="gate"
)


def world(*claims: Claim, countries: tuple[str, ...] = ("PK", "IR", "AF"), things: tuple[Thing, ...] = ()) -> Record:
    """The record of the three countries with these claims."""
    nodes = (*COUNTRIES, GAZETTE, *bodies(*countries), WEN, GATE, OTHER_SIDE, *things)
    return record_of(1, nodes, rows_of_claims((claim, "batch") for claim in claims), TODAY)


def at(body: str, site: str, through: str = "") -> Claim:
    """A body works at a site."""
    return Claim(
        kind="presence", a=f"organization:{body}", b=f"site:{site}", role="", through=through, source="gazette"
    )
