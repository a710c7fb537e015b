"""What stands beside a set of networks: what to ask, who stays out, equal sets, and what one more would buy."""

from collections.abc import Iterator

import streamlit as st

from graph.analysis.reach.reach_plan import Plan
from graph.answers import OneMore
from views.parts import address, words
from views.parts.safe_text import escaped, shown
from views.reach import asking, reach_words, searching

MOST_OFFERED, MOST_REASONS, MOST_ASKED = 3, 4, 6
ONE_MORE = "A second way is one to somebody who hangs on a single network of the set. A click takes the network in."


def draw(plan: Plan, search: searching.Search) -> None:
    """Draw all of it, nothing without a word to say."""
    for text in reach_words.at_home(plan):
        st.text(shown(text))
    _many(plan)
    _unreached(plan)
    _one_more(plan)
    _equal(plan, search)
    _to_ask(plan)
    left_out = reach_words.everybody(plan)
    if left_out:
        st.caption(escaped(left_out))
    changes(plan)


def _many(plan: Plan) -> None:
    """Say of a set of many networks how few reach half, and offer to ask for that."""
    said = reach_words.first_few(plan)
    if said:
        st.text(said)
        share = reach_words.smaller_share(plan)
        st.button(f"Would {share}% of all do?", key="smaller-share", on_click=asking.change, args=("share", share))


def _to_ask(plan: Plan) -> None:
    """List what to ask before relying on the set, a few questions at first."""
    asks = [shown(text) for text in reach_words.to_ask(plan)]
    if asks:
        st.markdown("**Please confirm**")
        st.text("\n".join(asks[:MOST_ASKED]))
    if asks[MOST_ASKED:]:
        with st.expander(words.count(len(asks) - MOST_ASKED, "further question")):
            st.text("\n".join(asks[MOST_ASKED:]))


def _unreached(plan: Plan) -> None:
    out = plan.answer["unreached"]
    st.markdown(f"**Not reached: {len(out)} of {len(plan.targets)}**" if out else "**Everybody is reached.**")
    said = [f"{escaped(names)}  \n:small[{escaped(why)}]" for names, why in reach_words.unreached(plan)]
    for text in said[:MOST_REASONS]:
        st.markdown(text)
    if said[MOST_REASONS:]:
        with st.expander(f"{words.count(len(said) - MOST_REASONS, 'further reason')} why some are not reached"):
            st.markdown("\n\n".join(said[MOST_REASONS:]))


def _one_more(plan: Plan) -> None:
    offered = plan.one_more()[:MOST_OFFERED]
    if not offered:
        return
    st.markdown("**One more network would buy**", help=ONE_MORE)
    for one in offered:
        name = plan.record.networks[one["id"]].shown
        label = f"{escaped(name)}: :small[{escaped(_buys(one))}]"
        st.button(label, key=f"more-{one['id']}", type="tertiary", on_click=asking.add, args=("must", one["id"]))


def _buys(one: OneMore) -> str:
    second = f"a second way to {len(one['second'])}" if one["second"] else ""
    return " and ".join(part for part in (f"{len(one['adds'])} more" if one["adds"] else "", second) if part)


def _equal(plan: Plan, search: searching.Search) -> None:
    """Page through the sets of equal cost, or offer to look for them."""
    if not plan.answer["proven"]:
        return
    count = len(plan.answer["optima"])
    if not search.question.every_optimum:
        st.button("Are there other sets as good?", key="find-equal", on_click=asking.change, args=("equal", True))
    elif count == 1:
        st.markdown("**No other set is as good.**")
    else:
        most = "at least " if count == 50 else ""
        st.markdown(f"**{most}{words.count(count, 'set')} as good**".capitalize())
        page = st.pagination(count, key=searching.SHOWN, max_visible_pages=5)
        st.text(shown(reach_words.swap(plan, page - 1)))


def changes(plan: Plan) -> None:
    """Offer what could be changed where somebody stays out, and the way to each body."""
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="changes"):
        for label, key, value in _offers(plan) if plan.answer["unreached"] else ():
            st.button(label, key=f"take-{key}", on_click=asking.change, args=(key, value))
        st.page_link(
            f"views/pages/{address.CONNECT}.py",
            label="How do I get to one of them?",
            icon=":material/route:",
            query_params=address.link(plan.record, address.CONNECT, to=plan.targets[0]),
        )


def _offers(plan: Plan) -> Iterator[tuple[str, str, object]]:
    """What could be asked otherwise where somebody stays out: words, field and value."""
    if plan.wish.theme:
        yield "On any theme", "theme", ""
    if reach_words.everybody(plan):
        yield "Take world-wide networks", "everybody", True
    if st.session_state["begin"] and not st.session_state["athome"]:
        yield "Begin also by a contact at home", "athome", True
