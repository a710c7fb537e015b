"""A record whose every text tries to become something else on the page."""

from pathlib import Path

from graph.history import Batch, Change
from graph.model import Claim, Country, Network, Organization, Site, Source, Thing
from graph.stores.open import open_store
from loaders.place import url_of

PAYLOADS = (
    "<img src=x onerror=alert(1)>",
    "![a](http://evil.example/b.png)",
    "[l](http://evil.example)",
    ":red[x]",
    "$x$",
    "`y`",
    ":smile:",
    ":material/home:",
    "www.evil.example",
    "http://evil.example/c",
    "# head",
    "**bold**",
    "=1+1",
)
NAME = " ".join(PAYLOADS)


def things() -> list[Thing]:
    """Return a small country in which everything has such a name."""
    source = Source(id="s", title=f"{NAME} title", publisher=NAME, url="https://example.org/?q=%3Cimg%3E", kind="news")
    country = Country(id="PK", iso3="PAK", name=f"{NAME} PK", subregion=NAME, neighbours=("IN",))
    other = Country(id="IN", iso3="IND", name=f"{NAME} IN", subregion=NAME)
    kinds = {"a": "customs", "b": "environment-authority", "c": "police", "d": "ministry"}
    bodies = [
        Organization(
            id=f"pk-{letter}",
            name=f"{NAME} {letter}",
            short_name=f"{NAME} {letter} short",
            aliases=(NAME,),
            acronym=NAME,
            country="PK",
            level="national",
            kind=kind,
            functions=("inspection", "border-control"),
            note=NAME,
            sources=("s",),
        )
        for letter, kind in kinds.items()
    ]
    abroad = Organization(id="in-a", name=f"{NAME} in", country="IN", level="national", kind="customs", sources=("s",))
    network = Network(id="n", name=NAME, short_name=NAME, kind="network", scope="regional", seat=("customs",))
    sites = [
        Site(id=name, name=f"{NAME} {name}", kind="border-crossing", country="PK", neighbour="IN")
        for name in ("gate", "shut")
    ]
    return [source, country, other, *bodies, abroad, network, *sites, *_claims()]


def _claims() -> list[Thing]:
    said = {"source": "s", "note": NAME, "read_on": "2026-11-01"}
    tie = {"kind": "tie", "role": "mou", "directed": "no", "standing": "standing", "name": NAME, **said}
    member = {"kind": "membership", "b": "network:n", "role": "member", **said}
    held = {"kind": "responsibility", "role": "enforcement", "b": "theme:hazardous-waste", **said}
    desk = {"kind": "responsibility", "role": "competent-authority", "b": "agreement:basel-convention", **said}
    return [
        Claim(a="organization:pk-a", b="organization:pk-b", **{**tie, "status": "absent"}),
        Claim(a="organization:pk-a", b="organization:pk-d", **tie),
        Claim(a="organization:pk-a", **member),
        Claim(a="country:IN", **member),
        Claim(a="organization:pk-a", **held),
        Claim(a="organization:pk-b", **held),
        Claim(a="organization:pk-d", **desk),
        Claim(a="organization:pk-b", **desk),
        *(Claim(kind="presence", a=f"organization:{body}", b="site:gate", **said) for body in ("pk-a", "pk-c", "in-a")),
        Claim(kind="decision", a="organization:pk-b", b="organization:pk-c", role="confirmed-none", **said),
    ]


def hostile_store(folder: Path) -> str:
    """Write that record and return the address of its store."""
    url = url_of(folder / "hostile.db")
    changes = tuple(Change(None, thing) for thing in things())
    with open_store(url) as store:
        store.apply(Batch(NAME, "2026-11-25T00:00:00Z", NAME, changes))
    return url
