"""A few bodies, networks and sites whose names are hard, in several scripts."""

from graph.model import Country, Network, Organization, Site, Thing


def organization(body: str, name: str, **more: object) -> Organization:
    values: dict[str, object] = {"id": body, "name": name, "country": body[:2].upper(), "kind": "other"}
    return Organization.of_values(values | more)


THINGS: list[Thing] = [
    Country(id="PK", iso3="PAK", name="Pakistan"),
    Country(id="TR", iso3="TUR", name="Türkiye"),
    organization("pk-anf", "Anti-Narcotics Force", acronym="ANF", kind="anti-narcotics"),
    organization("in-anf", "Anti-Narcotics Force", acronym="ANF", kind="anti-narcotics"),
    organization("pk-customs", "Pakistan Customs", aliases=["پاکستان کسٹمز", "Pak Zoll"], kind="customs"),
    organization("pk-customs-lab", "Customs Laboratory", kind="laboratory", parent="pk-customs"),
    organization("tr-mit", "İstanbul Sınır Müdürlüğü", acronym="MIT"),
    organization("th-krom", "กรมศุลกากร", short_name="Thai Customs"),
    organization("cn-gacc", "中华人民共和国海关总署", acronym="GACC"),
    organization("pk-old", "Plant Board", until="2020", succeeded_by="pk-new"),
    organization("pk-new", "Food Authority"),
    organization("pk-many-a", "Levies of the North"),
    organization("pk-many-b", "Levies of the South"),
    organization("int-interpol", "International Police", acronym="INTERPOL", country="INT"),
    Network(id="pk-anf", name="Narcotics network", kind="network", scope="regional"),
    Site(id="pk-torkham", name="Torkham", kind="border-crossing", country="PK"),
]
