"""The shapes of all answers: what a command prints as JSON and a page shows. Dates ISO, unknown null."""

from graph.answers.country import (
    CountryAnswer,
    CountrySite,
    FindAnswer,
    Found,
    NetworkSeat,
    RosterBody,
    SubjectHeld,
    TreatyDesk,
)
from graph.answers.evaluation import EvaluationAnswer, EvaluationRow
from graph.answers.evidence import BatchShown, ChangesAnswer, ClaimsAnswer, ClaimShown, ClaimSource
from graph.answers.gaps import BothBases, Decided, Folded, Gap, GapsAnswer, Reason, Searched, Unjudged
from graph.answers.parts import Band, Basis, Contacts, Entry, Evidenced, Named, Pair, State
from graph.answers.routes import EntryPoint, HomeTie, Route, RoutesAnswer, Step
from graph.answers.who_else import Order, Peer, Recorded, TemplateRole, WhoElseAnswer

__all__ = [
    "Band",
    "Basis",
    "BatchShown",
    "BothBases",
    "ChangesAnswer",
    "ClaimShown",
    "ClaimSource",
    "ClaimsAnswer",
    "Contacts",
    "CountryAnswer",
    "CountrySite",
    "Decided",
    "Entry",
    "EntryPoint",
    "EvaluationAnswer",
    "EvaluationRow",
    "Evidenced",
    "FindAnswer",
    "Folded",
    "Found",
    "Gap",
    "GapsAnswer",
    "HomeTie",
    "Named",
    "NetworkSeat",
    "Order",
    "Pair",
    "Peer",
    "Reason",
    "Recorded",
    "RosterBody",
    "Route",
    "RoutesAnswer",
    "Searched",
    "State",
    "Step",
    "SubjectHeld",
    "TemplateRole",
    "TreatyDesk",
    "Unjudged",
    "WhoElseAnswer",
]
