"""Text for a terminal stays within its width and is never obeyed."""

from hypothesis import given
from hypothesis import strategies as st

from commands.result import json_text
from commands.screen import columns, paragraph, safe, table, wrapped

words = st.text(st.characters(codec="utf-8"), max_size=60)


@given(words)
def test_no_sign_that_a_terminal_obeys_is_left(text: str) -> None:
    assert all(sign.isprintable() or sign in " \u200c\u200d" or not sign.isascii() for sign in safe(text))
    assert not set(safe(text)) & set("\x00\x07\x08\n\r\t\x1b\x7f\x9b\u202e\u2066\u200b")


def test_what_is_hidden_is_shown_as_its_number() -> None:
    assert safe("Customs\x1b[2J\u202efdp\x9b") == "Customs\\x1b[2J\\u202efdp\\x9b"


def test_joiners_that_words_need_are_kept() -> None:
    assert safe("می\u200cشود") == "می\u200cشود"


@given(st.lists(st.lists(words, min_size=3, max_size=3), max_size=5), st.integers(min_value=40, max_value=120))
def test_a_table_keeps_within_the_width(rows: list[list[str]], width: int) -> None:
    assert all(columns(line) <= width for line in table(("id", "name", "what"), rows, width))


@given(words, st.integers(min_value=10, max_value=80))
def test_a_paragraph_keeps_within_the_width_and_loses_no_word(text: str, width: int) -> None:
    lines = paragraph(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(safe(text).split())


def test_wide_signs_take_two_columns() -> None:
    assert columns("海关") == 4
    assert wrapped("海关总署 GACC", 8) == ["海关总署", "GACC"]


def test_columns_stand_under_their_heads() -> None:
    assert table(("id", "name"), [("cn-gac", "海关总署"), ("pk-customs", None)], 40) == [
        "id          name",
        "----------  --------",
        "cn-gac      海关总署",
        "pk-customs",
    ]


def test_ids_are_not_broken_while_names_can_be() -> None:
    lines = table(("id", "name"), [("pk-currency-joint-teams", "Joint teams against currency smuggling " * 3)], 60)
    assert lines[2].startswith("pk-currency-joint-teams  Joint")


def test_json_keeps_letters_and_hides_what_a_terminal_obeys() -> None:
    assert json_text({"name": "کسٹمز\x1b\x9b\u202e\ud800"}) == ('{\n  "name": "کسٹمز\\u001b\\u009b\\u202e\\ud800"\n}')
