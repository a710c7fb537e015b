"""Kinds of body, and roles in a network, that count less or not at all: each list in one place, with its reason."""

# Bodies of no country: no officer of a country stands behind them.
INTERNATIONAL = frozenset(("igo", "treaty-secretariat", "regional-office", "regional-centre"))
# No party to a needed pair: they meet, pay, advise or rule, and hand no case on.
NO_PARTY = INTERNATIONAL | frozenset(
    ("coordination-body", "donor", "ngo", "private-sector", "research", "local-government", "state-intelligence")
)
# Bodies that one does not send an officer to, or that speak for nobody.
NO_DOORS = frozenset(("state-intelligence", "private-sector", "donor", "ngo"))
# Beside the chain of enforcement: named last, never missed.
BESIDE = frozenset(("ngo", "private-sector", "donor", "research", "local-government", "other"))
# Roles of those who look on: half a seat, and a longer way.
AT_THE_EDGE = frozenset(("observer", "donor", "participant"))
# Bodies whom it may be unwise to bring to a table unasked.
ONLY_ON_REQUEST = frozenset(("anti-corruption", "state-intelligence"))
