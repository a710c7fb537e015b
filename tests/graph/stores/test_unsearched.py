"""The garbage collector during long work."""

import gc

import pytest

from graph.stores.unsearched import unsearched


def test_what_was_there_is_not_searched_meanwhile_and_is_again_afterwards() -> None:
    with unsearched():
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() == 0


def test_it_is_searched_again_after_an_error() -> None:
    with pytest.raises(KeyError), unsearched():
        raise KeyError
    assert gc.get_freeze_count() == 0
