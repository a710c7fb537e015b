"""The second answer: roles that every country is expected to fill, those first for which nobody is recorded."""

import streamlit as st

from graph.analysis.bodies.recorded_roles import with_article
from graph.analysis.country.treaty_desks import TREATY_DESK
from graph.analysis.who_else.new_duty import Duty
from graph.answers import TemplateRole
from graph.record import Record
from graph.rules import rules
from graph.rules.rows import TemplateRule
from graph.words import joined
from views.parts import answers, words
from views.parts.safe_text import escaped
from views.who_else import adding, line, own_list

MOST_NAMES, MOST_BODIES = 4, 3
# Of these kinds the record has the desks of an agreement most often.
AT_A_DESK = {"montreal-protocol": "ozone-unit", "cites": "wildlife"}


def draw(record: Record, code: str, theme: str) -> None:
    """Draw the roles by their state: nobody recorded, recorded, and not to be expected here."""
    template = answers.who_else(record, code, theme, own_list.of(code))["template"]
    st.caption(
        "What treaties and enforcement programmes expect of every country. Nobody recorded is not nobody there: ask, "
        "and put the answer on record."
    )
    for state, head in (("missing", "Nobody recorded"), ("met", "Recorded"), ("not applicable", "Not to be expected")):
        roles = [role for role in template if role["status"] == state]
        if roles:
            st.markdown(f"**{head}** :small[{words.count(len(roles), 'role')}]")
        for role in roles:
            _role(record, code, role)


def _role(record: Record, code: str, role: TemplateRole) -> None:
    names = [body["name"] for body in role["organizations"]]
    more = [*names[:MOST_NAMES], *([f"{len(names) - MOST_NAMES} more"] if len(names) > MOST_NAMES else [])]
    who = f": {escaped(joined(more))}" if names else ""
    key = f"{role['role']} {role['source']}"
    says = f"**{escaped(_name(role))}**{who}  \n:small[Expected by: {escaped(role['source'])}]"
    claims = role["claims"] or [f"organization:{body['id']}" for body in role["organizations"][:MOST_BODIES]]
    if role["status"] != "missing":
        line.draw(record, f"role-{key}", says, claims)
        return
    line.draw(record, f"role-{key}", says, role["claims"], lambda: adding.button(f"role-{key}"))
    adding.form(record, _wanted(code, role), f"role-{key}")


def _name(role: TemplateRole) -> str:
    """Return a role as the screen names it; a treaty desk with its agreement."""
    if role["group"] != TREATY_DESK:
        return role["role"]
    return f"{role['role']} for {with_article(_rule(role).of[0])}"


def _wanted(code: str, role: TemplateRole) -> adding.Wanted:
    """Return what the form begins with: the kind of body that fills the role, or the duty of a treaty desk."""
    rule = _rule(role)
    if role["group"] == TREATY_DESK:
        agreement = rule.of[0]
        return adding.Wanted(code, "", AT_A_DESK.get(agreement, "focal-point"), Duty(agreement, rule.held_by))
    return adding.Wanted(code, "", rule.of[0])


def _rule(role: TemplateRole) -> TemplateRule:
    return next(rule for rule in rules().templates if (rule.role, rule.source) == (role["role"], role["source"]))
