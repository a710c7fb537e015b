"""Why somebody is named: every role and subject in a reason is one claim."""

import re

import pytest

from graph import vocabulary
from graph.analysis.who_else.kind_phrases import PHRASES
from graph.analysis.who_else.who_else import who_else
from graph.record import Record
from tests.graph.analysis.who_else.slide import SLIDE


def test_a_reason_is_a_recorded_role_or_the_phrase_of_the_kind(seed: Record) -> None:
    """Never a product of subject and function ("licensing of terrorism")."""
    phrases = {f"{text[0].upper()}{text[1:]} (presumed from its kind)": kind for kind, text in PHRASES.items()}
    for code in seed.countries:
        for line in who_else(seed, code)["recorded"]:
            kinds = [phrases[text] for text in line["reasons"] if text in phrases]
            if kinds:
                assert kinds == [seed.organizations[line["id"]].kind] == kinds[: len(line["reasons"])]
            else:
                rows = [seed.row_of_claim(claim) for claim in line["claims"]]
                assert rows
                assert all(row is not None and seed.claim(row).kind == "responsibility" for row in rows)


SUBJECTS = {
    **{name: f"the {shown}" if " " in shown else shown for name, shown in vocabulary.AGREEMENTS.items()},
    **vocabulary.THEMES,
}
BEFORE = re.compile(r"^(Its .+?: |Follows .+?, which ended in \d{4}: )")
OPENINGS = re.compile(
    r"Nobody on your list answers for .+|.+ of your list ended in \d{4}; this body follows it|Also .+ for .+: .+"
)


def roles_said(reason: str) -> list[tuple[str, str]]:
    """The roles and subjects that a reason puts together, read back from its words."""
    text = BEFORE.sub("", reason).removesuffix(" (please confirm)")
    words = {name: said.removeprefix("{a} ").removeprefix("is the ") for name, said in ROLES_SAID.items()}
    named = [name for name, said in words.items() if re.search(rf"\b{said.partition(' {b}')[0]}", text, re.IGNORECASE)]
    offices = {name: said.removesuffix(" for {b}") for name, said in words.items() if said.endswith(" for {b}")}
    named += [name for name, said in offices.items() if re.search(rf"\b{said}\b", text, re.IGNORECASE)]
    subjects = [name for name, shown in SUBJECTS.items() if re.search(rf" {re.escape(shown)}(,| and |$)", text)]
    return [(role, subject) for role in dict.fromkeys(named) for subject in subjects]


ROLES_SAID = {name: said for name, said in vocabulary.RESPONSIBILITY_SENTENCES.items() if name != "party"}


@pytest.mark.parametrize("names", [(), SLIDE])
def test_every_pair_of_role_and_subject_in_a_reason_is_one_claim(seed: Record, names: tuple[str, ...]) -> None:
    """What no source says together stands in no reason: never a product of two columns."""
    phrases = {f"{text[0].upper()}{text[1:]} (presumed from its kind)" for text in PHRASES.values()}
    read = 0
    for code in ["PK"] if names else seed.countries:
        for line in who_else(seed, code, names=names)["recorded"]:
            claims = [seed.claim(row) for claim in line["claims"] if (row := seed.row_of_claim(claim)) is not None]
            known = {(claim.role, claim.b.partition(":")[2]) for claim in claims}
            for reason in line["reasons"]:
                if reason not in phrases and not OPENINGS.fullmatch(reason):
                    assert roles_said(reason), reason
                    assert set(roles_said(reason)) <= known, (line["id"], reason)
                    read += 1
    assert read > 20


def test_every_kind_of_body_has_its_phrase() -> None:
    assert list(PHRASES) == list(vocabulary.ORGANIZATION_KINDS)
