"""The closed lists: every word has a name, every kind of claim two ends and a sentence."""

import re
import string

import pytest

from graph import fields, vocabulary

NAMED = ("ORGANIZATION_KINDS", "FUNCTIONS", "THEMES", "AGREEMENTS", "PILLARS")
PLAIN = ("LEVELS", "NETWORK_KINDS", "SCOPES", "SITE_KINDS", "EVENT_KINDS", "ACTIVITY_STATES", "STANDINGS", "STATUSES")


@pytest.mark.parametrize("name", NAMED)
def test_words_are_slugs_and_have_a_name_of_their_own(name: str) -> None:
    words: dict[str, str] = getattr(vocabulary, name)
    assert [word for word in words if fields.slug(word) is not None] == []
    assert [word for word, shown in words.items() if not shown.strip() or fields.text(shown)] == []
    assert len(set(words.values())) == len(words)


@pytest.mark.parametrize("name", PLAIN)
def test_plain_lists_hold_each_word_once(name: str) -> None:
    words: tuple[str, ...] = getattr(vocabulary, name)
    assert len(set(words)) == len(words)
    assert [word for word in words if fields.slug(word) is not None] == []


@pytest.mark.parametrize("kind", vocabulary.CLAIM_KINDS)
def test_a_kind_of_claim_has_two_ends_and_sentences(kind: str) -> None:
    says = vocabulary.CLAIM_KINDS[kind]
    assert says.a
    assert says.b
    assert set(says.a + says.b) <= set(vocabulary.NODE_KINDS)
    for sentence in says.sentences.values():
        places = {place for _, place, _, _ in string.Formatter().parse(sentence) if place}
        assert {"a", "b"} <= places <= {"a", "b", "name"}


def test_a_theme_is_no_agreement() -> None:
    assert not set(vocabulary.THEMES) & set(vocabulary.AGREEMENTS)


def test_labels_are_identifiers() -> None:
    assert [
        kind for kind in (*vocabulary.NODE_KINDS, *vocabulary.CLAIM_KINDS) if not re.fullmatch(r"[a-z]+", kind)
    ] == []
