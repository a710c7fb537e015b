"""The tables of judgement are read, looked up, and refused with a sentence that says where they are wrong."""

from importlib.resources import files

import pytest

from graph import vocabulary
from graph.errors import InputError
from graph.record import Record
from graph.rules import JUDGEMENT, Rules, rules, rules_of, tried


def text_of(name: str) -> str:
    return files("graph.rules").joinpath(name).read_text(encoding="utf-8")


def with_row(file: str, row: str) -> Rules:
    return rules_of(lambda name: text_of(name) + (row + "\n" if name == file else ""))


def test_agreements_count_in_the_themes_they_regulate_with_factors_multiplied() -> None:
    found = rules().within("minamata-convention", "customs")
    assert found["mercury"] == 1
    assert found["chemicals"] == pytest.approx(0.6)


def test_a_rule_for_some_kinds_of_body_counts_for_no_other() -> None:
    assert rules().within("environmental-crime", "police")["wildlife"] == pytest.approx(0.6)
    assert "wildlife" not in rules().within("environmental-crime", "wildlife")


def test_steps_are_next_to_each_other_the_same_or_apart() -> None:
    known = rules()
    assert known.closeness("licensing", "border-control") == known.closeness("border-control", "licensing") == 1
    assert known.closeness("inspection", "inspection") == 0.6
    assert known.closeness("licensing", "adjudication") == 0.3


def test_every_word_of_the_lists_has_its_row() -> None:
    assert set(rules().stages) == set(vocabulary.FUNCTIONS)
    assert set(rules().strengths) == set(vocabulary.TIE_SENTENCES)


def test_no_rule_leads_in_a_circle() -> None:
    for rule in rules().subjects:
        assert rule.subject not in rules().within(rule.within, "police")


@pytest.mark.parametrize(
    ("file", "row", "says"),
    [
        ("mandates.csv", "customs,wildlife,1.5,why,page", "column weight: “1.5” does not lie between 0 and 1"),
        ("mandates.csv", "customs,wildlife,much,why,page", "column weight: “much” is not a number"),
        (
            "mandates.csv",
            "customs,unicorns,0.5,why,page",
            "column subject: “unicorns” names unicorns, which is in no list",
        ),
        ("mandates.csv", "customs,wildlife,0.5,,page", "column why: “” is empty"),
        ("mandates.csv", "customs,wildlife,0.5,why,", "column source: “” is empty"),
        ("strengths.csv", "mou,0.5", "it has not as many cells as the header"),
        ("stages.csv", "licensing,seven,,why", "column column: “seven” names seven"),
    ],
)
def test_a_wrong_cell_is_named_with_file_row_column_and_reason(file: str, row: str, says: str) -> None:
    number = len(text_of(file).splitlines()) + 1
    with pytest.raises(InputError) as refused:
        with_row(file, row)
    assert f"{file}, row {number}" in str(refused.value)
    assert says in str(refused.value)


def test_a_table_with_other_columns_is_refused() -> None:
    with pytest.raises(InputError, match=r"costs\.csv, row 1: the columns are not what, factor, why"):
        rules_of(lambda name: "a,b\n1,2\n" if name == "costs.csv" else text_of(name))


def kinds_by_source(record: Record) -> dict[str, set[str]]:
    """The kinds of the bodies that the claims of each source name."""
    found: dict[str, set[str]] = {}
    for row in range(len(record.claims)):
        claim = record.claim(row)
        bodies = [end.partition(":")[2] for end in (claim.a, claim.b) if end.startswith("organization:")]
        found.setdefault(claim.source, set()).update(record.organizations[body].kind for body in bodies)
    return found


def test_every_mandate_rests_on_a_source_that_names_such_a_body_or_on_a_citation(seed: Record) -> None:
    kinds = kinds_by_source(seed)
    for rule in rules().mandates:
        assert rule.source != JUDGEMENT, rule
        assert " " in rule.source or rule.kind in kinds.get(rule.source, ()), rule


def test_other_rules_can_be_tried_and_the_own_ones_come_back() -> None:
    own = rules()
    with tried(with_row("mandates.csv", "igo,wildlife,0.5,why,page")):
        assert rules().weight("igo", "wildlife") == 0.5
    assert rules() is own
