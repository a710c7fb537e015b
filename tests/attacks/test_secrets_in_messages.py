"""Threat model 23: a password that somebody put into an address is repeated nowhere."""

import pytest

from commands.run import run

SECRET = "hunter2-canary"
ADDRESSES = [
    f"neo4j://neo4j:{SECRET}@db.example:7687",
    f"sqlite://neo4j:{SECRET}@/tmp/x.db",
    f"bolt+s://{SECRET}@db.example",
    f"nonsense://u:{SECRET}@[broken",
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("json", [[], ["--json"]])
@pytest.mark.parametrize(
    "words",
    [
        ["find", "customs", "--store", "ADDRESS"],
        ["copy", "ADDRESS", "memory:"],
        ["copy", "memory:", "ADDRESS"],
        ["serve", "--store", "ADDRESS", "--port", "1"],
        ["ADDRESS"],
        ["find", "customs", "ADDRESS"],
        ["load", "ADDRESS", "--store", "memory:"],
        ["restore", "ADDRESS", "--store", "memory:"],
        ["backup", "ADDRESS", "--store", "memory:"],
    ],
)
def test_a_password_in_an_address_is_repeated_nowhere(
    words: list[str],
    json: list[str],
    address: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = run([address if word == "ADDRESS" else word for word in words] + json)
    told = capsys.readouterr()
    assert code in (2, 3)
    assert SECRET not in told.out + told.err


def test_a_password_in_the_environment_is_repeated_nowhere(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WHOELSE_STORE", ADDRESSES[0])
    assert run(["find", "customs"]) == 2
    told = capsys.readouterr()
    assert SECRET not in told.out + told.err
