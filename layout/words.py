"""Words and signs of the chain map: what each kind of body looks like, where it stands, and what many are called."""

from graph import vocabulary
from layout.drawn.scene import Shape

# The step of the chain that a kind of body is made for: it stands there when it does that step, and at the foot of
# that column when no step of it is recorded.
STEP_OF_KIND = {
    "ministry": "policy",
    "customs": "border-control",
    "revenue": "policy",
    "police": "investigation",
    "transport-police": "inspection",
    "border-guard": "border-control",
    "coast-guard": "border-control",
    "armed-forces": "border-control",
    "paramilitary": "border-control",
    "immigration": "border-control",
    "anti-narcotics": "investigation",
    "investigation": "investigation",
    "intelligence": "intelligence",
    "financial-intelligence": "intelligence",
    "prosecution": "prosecution",
    "judiciary": "adjudication",
    "anti-corruption": "investigation",
    "state-intelligence": "intelligence",
    "laboratory": "laboratory",
    "environment-authority": "inspection",
    "inspectorate": "inspection",
    "standards": "inspection",
    "port-authority": "border-control",
    "transport-authority": "border-control",
    "wildlife": "inspection",
    "forestry": "inspection",
    "fisheries": "inspection",
    "agriculture": "inspection",
    "health": "inspection",
    "research": "laboratory",
}

COLUMN_OF_STEP = {
    "policy": 0,
    "licensing": 0,
    "border-control": 1,
    "inspection": 2,
    "intelligence": 3,
    "investigation": 3,
    "laboratory": 4,
    "prosecution": 5,
    "adjudication": 5,
    "disposal": 5,
}
SECTION_OF_STEP = {"prosecution": 0, "adjudication": 1, "disposal": 2}

ENFORCEMENT: dict[str, Shape] = dict.fromkeys(
    (
        "customs",
        "police",
        "transport-police",
        "border-guard",
        "coast-guard",
        "armed-forces",
        "paramilitary",
        "immigration",
        "anti-narcotics",
        "investigation",
        "intelligence",
        "financial-intelligence",
        "state-intelligence",
    ),
    "enforcement",
)
SHAPES: dict[str, Shape] = {
    "ministry": "ministry",
    "laboratory": "laboratory",
    "judiciary": "court",
    "coordination-body": "plain",
    "ngo": "plain",
    "private-sector": "plain",
    "donor": "plain",
    "igo": "international",
    "treaty-secretariat": "international",
    "regional-office": "international",
    "regional-centre": "international",
    **ENFORCEMENT,
}

# More than one of a kind: "8 police services".
MANY = {
    "ministry": "ministries",
    "customs": "customs services",
    "revenue": "revenue services",
    "police": "police services",
    "transport-police": "transport police services",
    "border-guard": "border guards",
    "coast-guard": "coast guards",
    "armed-forces": "armed forces",
    "paramilitary": "paramilitaries",
    "immigration": "immigration services",
    "anti-narcotics": "anti-narcotics services",
    "investigation": "investigation agencies",
    "intelligence": "intelligence units",
    "financial-intelligence": "financial intelligence units",
    "financial-regulator": "financial regulators",
    "prosecution": "prosecution services",
    "judiciary": "courts",
    "anti-corruption": "anti-corruption bodies",
    "state-intelligence": "state intelligence services",
    "laboratory": "laboratories",
    "environment-authority": "environment bodies",
    "ozone-unit": "ozone units",
    "focal-point": "focal points",
    "inspectorate": "inspectorates",
    "standards": "standards bodies",
    "trade-authority": "trade authorities",
    "port-authority": "port and airport bodies",
    "transport-authority": "transport authorities",
    "wildlife": "wildlife agencies",
    "forestry": "forest agencies",
    "fisheries": "fisheries agencies",
    "agriculture": "agriculture services",
    "health": "health authorities",
    "training": "training centres",
    "research": "research bodies",
    "coordination-body": "coordination bodies",
    "local-government": "local governments",
    "igo": "international bodies",
    "treaty-secretariat": "treaty secretariats",
    "regional-office": "regional offices",
    "regional-centre": "regional centres",
    "ngo": "non-governmental organizations",
    "private-sector": "companies and associations",
    "donor": "donors",
    "other": "other bodies",
}

# What a recorded role under an agreement or on a theme is called in a box; {} is the agreement's short name.
ROLES = {
    "national-ozone-unit": "{} unit",
    "competent-authority": "{} authority",
    "designated-national-authority": "{} authority",
    "management-authority": "{} authority",
    "scientific-authority": "{} science",
    "national-focal-point": "{} focal point",
    "licensing": "permits",
    "enforcement": "enforcement",
}
SHORT_AGREEMENTS = {
    name: words.removesuffix(" Convention").removesuffix(" Protocol") for name, words in vocabulary.AGREEMENTS.items()
}
STEPS = vocabulary.FUNCTIONS | {"policy": "sets rules", "adjudication": "decides", "laboratory": "tests"}


def many(kind: str, count: int, provincial: bool = False) -> str:
    """Return "8 police services"; also for one."""
    province = "provincial " if provincial else ""
    words = MANY[kind] if count != 1 else vocabulary.ORGANIZATION_KINDS[kind]
    return f"{count} {province}{words}"


def shape_of(kind: str, section: int) -> Shape:
    """Return the shape of a box: by the kind of body; whoever decides stands as a court."""
    return "court" if section == 1 else SHAPES.get(kind, "authority")
