"""The questions worth asking on paper: what to ask, whom, why, and room for the answer."""

from graph.analysis.who_else.questions import questions
from graph.answers import Question
from graph.record import Record
from handouts.country.asked import Asked, asked
from handouts.paper import words
from handouts.paper.head import head
from handouts.paper.markup import Markup, tag
from handouts.paper.paper import Form, Paper, Part, made

MOST = 20


def question_list(record: Record, code: str, theme: str = "", form: Form = "pdf", most: int = MOST) -> bytes:
    """Return the questions whose answers would change most in a country."""
    about = asked(record, code, theme)
    return made(Paper(f"{about.title}: questions worth asking", (part(about, most),), about.foot()), form)


def part(about: Asked, most: int = MOST) -> Part:
    """Return the questions as a part of a paper."""
    found = questions(about.record, about.code, about.theme, most)["questions"]
    heads = [tag("th", "", class_="number")]
    heads += [tag("th", name, scope="col", class_=kind) for name, kind in (("Question", None), ("Answer", "answer"))]
    rows = [tag("tr", *_row(number, one)) for number, one in enumerate(found, 1)]
    table = tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *rows))
    nothing = tag("p", "Nothing that hangs on an answer is open.")
    under = f"Questions worth asking: {words.within(words.theme(about.theme))}"
    top = head(about.name, under, about.foot(), words.known_on(about.record))
    return Part(tag("div", top, about.notice(), table if found else nothing, class_="meeting"))


def _row(number: int, one: Question) -> list[Markup]:
    ask = f"Ask {one['ask']['name']}." if one["ask"] else "Ask whoever knows."
    says = [tag("p", tag("b", one["question"])), tag("p", f"{ask} {one['why']}", class_="small")]
    return [tag("td", str(number), class_="number"), tag("td", *says), tag("td", "", class_="answer")]
