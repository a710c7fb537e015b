"""Any text that the model accepts comes back from every store as it was."""

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from graph import fields as field
from graph.history import Batch, Change
from graph.model import Claim, Event, Network, Organization, Source, Thing
from tests.contract.small import by_address
from tests.contract.test_store import NewStore

TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=40).filter(lambda text: not field.text(text))


SOME = TEXT.filter(bool)


HOSTILE = st.sampled_from(
    [
        "'); DROP TABLE claim; --",
        "x' OR '1'='1",
        '"]},{"',
        "a|b||c",
        "\u200fgnp.exe",
        "\u200bzero\u00a0width\ufeff",
        "\u2028line\u2029",
        "𝔘𝔫𝔦 🛃 é é",
        "İIıi",
        "null",
        "NA",
        "0x1",
        "1e999",
        " leading and trailing ",
        "%s %d {0} {a} ?1 :a $a @a",
        "\\n\\",
    ]
)


ANY = st.one_of(SOME, HOSTILE)


LISTS = st.lists(ANY.map(lambda text: text.replace("|", "/")), max_size=3).map(tuple)


@st.composite
def hostile_things(draw: st.DrawFn) -> tuple[Thing, ...]:
    url = "https://example.org/" + draw(ANY)
    assume(field.url(url) is None)
    return (
        Source(id="s", title=draw(ANY), publisher=draw(TEXT), url=url, kind="report"),
        Organization(id="o", name=draw(ANY), aliases=draw(LISTS), note=draw(TEXT), country="INT", kind="other"),
        Network(id="n", name=draw(ANY), seat=draw(LISTS), meets=draw(TEXT), kind="forum", scope="global"),
        Event(id="e", name=draw(ANY), place=draw(TEXT), topic=draw(TEXT), kind="meeting"),
        Claim(kind="seat", a="network:n", name=draw(ANY), role="member", note=draw(TEXT), source="s"),
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(things=hostile_things(), says=st.tuples(ANY, TEXT))
def test_any_text_comes_back_as_it_was(new_store: NewStore, things: tuple[Thing, ...], says: tuple[str, str]) -> None:
    store = new_store()
    given_ = Batch(says[0], "2026-11-20", says[1], tuple(Change(None, thing) for thing in things))
    store.apply(given_)
    assert by_address(store.things()) == by_address(things)
    assert store.batch(given_.id) == given_
    record = store.read()
    assert record.claim(0) == things[-1]
    assert record.organizations["o"] == things[1]
    assert store.verify() == []
    store.undo(given_.id, author="x", reason="y")
    assert list(store.things()) == []
    store.close()
