"""Answers wait in a file: what was kept is there, once, whatever happens to the program."""

from pathlib import Path

import pytest

from graph.errors import InputError, StoreError
from phones.limits import MOST_ADDRESSES, Limit
from phones.waiting import ACCEPTED, LETTERS, WAITING, Answer, Session, Waiting, checked

BODIES = {"pk-customs": "Pakistan Customs", "pk-anf": "Anti-Narcotics Force"}
KINDS = {"information-exchange": "information exchange"}
SESSION = Session("ACDEFG", "Karachi", BODIES, KINDS)
GOOD = {"id": "0" * 32, "said_by": "pk-customs", "other": "pk-anf", "kind": "information-exchange"}


@pytest.fixture
def waiting(tmp_path: Path) -> Waiting:
    return Waiting(tmp_path / "phones.db")


def test_a_session_is_open_under_a_code_that_can_be_read_aloud(waiting: Waiting) -> None:
    begun = waiting.begin("Karachi", BODIES, KINDS)
    assert waiting.session() == begun
    assert set(begun.code) <= set(LETTERS)
    assert not set("O0I1L5S8B") & set(LETTERS)


def test_a_new_session_closes_the_one_before_and_its_answers_stay(waiting: Waiting) -> None:
    first = waiting.begin("Karachi", BODIES, KINDS)
    waiting.keep(first.code, Answer("a" * 16, "pk-customs", "pk-anf", "information-exchange"))
    second = waiting.begin("Lahore", BODIES, KINDS)
    assert second.code != first.code
    assert waiting.session() == second
    assert len(waiting.answers()) == 1
    waiting.end()
    assert waiting.session() is None


def test_an_open_session_of_the_same_title_goes_on_under_its_code_with_the_new_names(waiting: Waiting) -> None:
    first = waiting.begin("Karachi", BODIES, KINDS)
    waiting.keep(first.code, Answer("a" * 16, "pk-customs", "pk-anf", "information-exchange"))
    again = Waiting(waiting.file).begin("Karachi", {**BODIES, "pk-navy": "Pakistan Navy"}, KINDS)
    assert again.code == first.code
    assert waiting.session() == again
    assert len(waiting.answers(title="Karachi")) == 1
    assert waiting.answers(title="Lahore") == []
    waiting.end()
    assert waiting.begin("Karachi", BODIES, KINDS).code != first.code


def test_the_same_answer_sent_twice_is_kept_once_and_other_words_under_its_id_are_not(waiting: Waiting) -> None:
    code = waiting.begin("Karachi", BODIES, KINDS).code
    answer = Answer("a" * 16, "pk-customs", "pk-anf", "information-exchange", at="2026-11-25T10:00:00")
    again = Answer("a" * 16, "pk-customs", "pk-anf", "information-exchange", at="2026-11-25T10:00:09")
    other = Answer("a" * 16, "pk-anf", "pk-customs", "information-exchange")
    assert [waiting.keep(code, one) for one in (answer, again, other)] == [True, True, False]
    assert waiting.answers() == [answer]


def test_another_program_that_opens_the_file_finds_every_answer(waiting: Waiting) -> None:
    code = waiting.begin("Karachi", BODIES, KINDS).code
    waiting.keep(code, Answer("a" * 16, "pk-customs", "pk-anf", "information-exchange"))
    other = Waiting(waiting.file)
    other.decide("a" * 16, ACCEPTED)
    assert waiting.answers(WAITING) == []
    assert [answer.id for answer in waiting.answers(ACCEPTED)] == ["a" * 16]


def test_a_file_that_is_none_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "phones.db").write_bytes(b"not a database, but long enough to be read as one" * 50)
    with pytest.raises(StoreError, match=r"phones\.db, cannot be used"):
        Waiting(tmp_path / "phones.db")


def test_a_name_that_is_not_on_the_form_is_kept_as_it_was_written() -> None:
    name = "<img src=x onerror=alert(1)> بحری پولیس"
    assert checked(SESSION, {**GOOD, "other": f" {name} "}, "now").other == name


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        [],
        {},
        {**GOOD, "more": "x"},
        {**GOOD, "id": "short"},
        {**GOOD, "id": "x" * 65},
        {**GOOD, "id": "../../../../etc/passwd"},
        {**GOOD, "said_by": "in-customs"},
        {**GOOD, "kind": "friendship"},
        {**GOOD, "other": " "},
        {**GOOD, "other": "pk-customs"},
        {**GOOD, "other": "x" * 201},
        {**GOOD, "other": "a\nb"},
        {**GOOD, "other": "\u202egnp.exe"},
        {**GOOD, "other": 7},
    ],
)
def test_what_no_form_sends_is_refused(wrong: object) -> None:
    with pytest.raises(InputError):
        checked(SESSION, wrong, "now")


def test_tries_are_limited_and_come_back_with_time() -> None:
    clock = [0.0]
    limit = Limit(burst=3, a_minute=60, clock=lambda: clock[0])
    assert [limit.allows("a") for _ in range(4)] == [True, True, True, False]
    assert limit.allows("b")
    clock[0] = 1.0
    assert [limit.allows("a") for _ in range(2)] == [True, False]


def test_who_only_asks_pays_nothing() -> None:
    limit = Limit(burst=1, a_minute=1, clock=lambda: 0.0)
    assert all(limit.allows("a", 0) for _ in range(5))
    assert limit.allows("a")
    assert not limit.allows("a", 0)


def test_many_addresses_do_not_fill_the_memory() -> None:
    limit = Limit(burst=1, a_minute=1, clock=lambda: 0.0)
    for number in range(MOST_ADDRESSES + 50):
        limit.allows(str(number))
    assert len(limit._left) == MOST_ADDRESSES
