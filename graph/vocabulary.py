"""The closed lists of the record, with a sentence for every kind of claim."""

from dataclasses import dataclass

NODE_KINDS = ("country", "organization", "network", "site", "event", "source", "activity", "theme", "agreement")

SOURCE_KINDS = ("web page", "report", "treaty", "slides", "news", "workshop")

LEVELS = ("national", "provincial", "local")

# Words of the facts' FORMAT: what a body is, by the editors' coding; each with the name that a reader sees.
ORGANIZATION_KINDS = {
    "ministry": "ministry",
    "customs": "customs",
    "revenue": "revenue board",
    "police": "police",
    "transport-police": "transport police",
    "border-guard": "border guard",
    "coast-guard": "coast guard",
    "armed-forces": "armed forces",
    "paramilitary": "paramilitary force",
    "immigration": "immigration",
    "anti-narcotics": "anti-narcotics agency",
    "investigation": "investigation agency",
    "intelligence": "intelligence unit",
    "financial-intelligence": "financial intelligence unit",
    "financial-regulator": "financial regulator",
    "prosecution": "prosecution",
    "judiciary": "court or tribunal",
    "anti-corruption": "anti-corruption body",
    "state-intelligence": "state intelligence",
    "laboratory": "laboratory",
    "environment-authority": "environmental authority",
    "ozone-unit": "ozone unit",
    "focal-point": "focal point",
    "inspectorate": "inspectorate",
    "standards": "standards body",
    "trade-authority": "trade authority",
    "port-authority": "port or airport authority",
    "transport-authority": "transport authority",
    "wildlife": "wildlife agency",
    "forestry": "forest agency",
    "fisheries": "fisheries agency",
    "agriculture": "agriculture and plant protection",
    "health": "health authority",
    "training": "training centre",
    "research": "research body",
    "coordination-body": "coordination body",
    "local-government": "local government",
    "igo": "intergovernmental organization",
    "treaty-secretariat": "treaty secretariat",
    "regional-office": "regional office",
    "regional-centre": "regional centre",
    "ngo": "non-governmental organization",
    "private-sector": "private sector",
    "donor": "donor",
    "other": "other body",
}

# What a body does in the enforcement chain; the order is that of the chain (rules/stages.csv).
FUNCTIONS = {
    "policy": "policy",
    "licensing": "permits",
    "border-control": "border control",
    "inspection": "inspection",
    "intelligence": "intelligence",
    "investigation": "investigation",
    "laboratory": "laboratory",
    "prosecution": "prosecution",
    "adjudication": "courts",
    "disposal": "disposal",
    "training": "training",
    "reporting": "reporting",
}

THEMES = {
    "ozone-depleting-substances": "ozone-depleting substances",
    "hazardous-waste": "hazardous waste",
    "chemicals": "industrial chemicals",
    "pesticides": "pesticides",
    "precursors": "precursors",
    "chemical-weapons": "chemical weapons",
    "e-waste": "e-waste",
    "mercury": "mercury",
    "wildlife": "wildlife",
    "timber": "timber",
    "fisheries": "fisheries",
    "pollution": "pollution",
    "environmental-crime": "environmental crime",
    "maritime": "law at sea",
    "radiological": "radioactive material",
    "biosafety": "biosafety",
    "narcotics": "narcotics",
    "arms": "arms",
    "human-trafficking": "human trafficking",
    "terrorism": "terrorism",
    "money-laundering": "money laundering",
    "customs-fraud": "customs fraud",
}

AGREEMENTS = {
    "montreal-protocol": "Montreal Protocol",
    "basel-convention": "Basel Convention",
    "rotterdam-convention": "Rotterdam Convention",
    "stockholm-convention": "Stockholm Convention",
    "cites": "CITES",
    "minamata-convention": "Minamata Convention",
    "cartagena-protocol": "Cartagena Protocol",
    "cwc": "Chemical Weapons Convention",
}

NETWORK_KINDS = ("network", "forum", "project", "programme", "operation", "convention", "mechanism")
SCOPES = ("global", "regional", "subregional", "national")
PILLARS = {
    "capacity-building": "capacity building",
    "networking": "networking",
    "joint-operations": "joint operations",
    "mea-synergies": "synergies of the agreements",
    "border-hotspots": "border hotspots",
}
SITE_KINDS = ("border-crossing", "seaport", "dry-port", "airport", "border-area", "hotspot")
EVENT_KINDS = ("meeting", "workshop", "training", "operation")
ACTIVITY_STATES = ("planned", "running")
STANDINGS = ("standing", "episode", "planned")
STATUSES = ("confirmed", "absent")

TIE_SENTENCES = {
    "mou": "{a} and {b} have a memorandum of understanding",
    "agreement": "{a} and {b} have an agreement",
    "joint-task-force": "{a} and {b} serve in a joint task force",
    "joint-operation": "{a} and {b} worked together in an operation",
    "committee": "{a} and {b} meet in a committee",
    "information-exchange": "{a} and {b} exchange information",
    "training": "{a} and {b} train together",
    "liaison": "{a} and {b} keep a liaison",
    "reports-to": "{a} reports to {b}",
    "licensing-consultation": "{a} consults {b} on permits",
    "delegation": "{a} delegates powers to {b}",
}
MEMBERSHIP_SENTENCES = {
    "member": "{a} is a member of {b}",
    "observer": "{a} is an observer in {b}",
    "steering-group": "{a} sits in the steering group of {b}",
    "secretariat": "{a} is the secretariat of {b}",
    "host": "{a} hosts {b}",
    "coordinating-agency": "{a} is the coordinating agency of {b}",
    "partner-agency": "{a} is a partner agency of {b}",
    "donor": "{a} is a donor of {b}",
    "focal-point": "{a} is a focal point of {b}",
    "participant": "{a} takes part in {b}",
    "lead": "{a} leads {b}",
}
RESPONSIBILITY_SENTENCES = {
    "national-focal-point": "{a} is the national focal point for {b}",
    "competent-authority": "{a} is the competent authority for {b}",
    "designated-national-authority": "{a} is the designated national authority for {b}",
    "national-ozone-unit": "{a} is the national ozone unit for {b}",
    "management-authority": "{a} is the management authority for {b}",
    "scientific-authority": "{a} is the scientific authority for {b}",
    "enforcement": "{a} enforces the rules on {b}",
    "licensing": "{a} issues permits on {b}",
    "party": "{a} is a Party to {b}",
}
PARTICIPATION_SENTENCES = {
    "host": "{a} hosted {b}",
    "organizer": "{a} organized {b}",
    "participant": "{a} took part in {b}",
    "speaker": "{a} spoke at {b}",
}
# What both sides of a pair say of a contact that was expected; that they are in contact is a tie.
DECISION_SENTENCES = {
    "confirmed-none": "{a} and {b} both say that they are not in contact",
    "not-applicable": "for {a} and {b}, contact was judged not applicable",
}
# What a room says of a body (Net-Map: Schiffer and Hauck 2010, Field Methods 22: 231-249): never a fact about it.
INFLUENCE = {
    "influence-lowest": "very little",
    "influence-low": "little",
    "influence-middle": "some",
    "influence-high": "much",
    "influence-highest": "very much",
}
ASSESSMENT_SENTENCES = {
    "goal": "{a} follows the goal “{name}” on {b}",
    **{role: f"{{a}} was judged to have {words} influence on {{b}}" for role, words in INFLUENCE.items()},
}
SEAT_SENTENCES = dict.fromkeys(MEMBERSHIP_SENTENCES, "{b} holds the seat “{name}” of {a}")


@dataclass(frozen=True, slots=True)
class ClaimKind:
    """What one kind of claim joins, in which roles, and which further fields it may fill."""

    a: tuple[str, ...]
    b: tuple[str, ...]
    sentences: dict[str, str]
    fields: frozenset[str]
    b_may_be_empty: bool = False


CLAIM_KINDS = {
    "tie": ClaimKind(
        ("organization", "country"),
        ("organization", "country"),
        TIE_SENTENCES,
        frozenset({"name", "directed", "standing", "status", "since", "until", "theme"}),
    ),
    "membership": ClaimKind(
        ("organization", "country"), ("network",), MEMBERSHIP_SENTENCES, frozenset({"since", "until"})
    ),
    "responsibility": ClaimKind(
        ("organization", "country"), ("agreement", "theme"), RESPONSIBILITY_SENTENCES, frozenset({"since", "until"})
    ),
    "presence": ClaimKind(
        ("organization",), ("site",), {"": "{a} is present at {b}"}, frozenset({"through", "since", "until"})
    ),
    "participation": ClaimKind(("organization", "country"), ("event",), PARTICIPATION_SENTENCES, frozenset()),
    "seat": ClaimKind(
        ("network",), ("organization", "country"), SEAT_SENTENCES, frozenset({"name", "holder_kind"}), True
    ),
    "decision": ClaimKind(
        ("organization",), ("organization",), DECISION_SENTENCES, frozenset({"since", "until", "theme"})
    ),
    "assessment": ClaimKind(("organization",), ("theme",), ASSESSMENT_SENTENCES, frozenset({"name", "since", "until"})),
}
