"""What a paper on a country is about, and the answers that its parts share."""

from dataclasses import dataclass
from functools import cached_property

from graph.analysis.country.country import country
from graph.analysis.gaps.gaps import gaps
from graph.analysis.gaps.screening import Screening, screen
from graph.analysis.names.country_names import resolve_country
from graph.answers import CountryAnswer, Gap, GapsAnswer
from graph.record import Record
from handouts.paper import words
from handouts.paper.markup import Markup, tag
from layout.chain.chain import chain
from layout.chain.plan import ChainMap
from layout.sheet import Size

ALL = 400


@dataclass(frozen=True)
class Asked:
    """A country by its code and a theme, or all themes."""

    record: Record
    code: str
    theme: str = ""

    @cached_property
    def name(self) -> str:
        """The name of the country."""
        return self.record.country_name(self.code)

    @property
    def title(self) -> str:
        """What a file is called: country and theme."""
        return f"{self.name}, {words.subject(self.theme)}" if self.theme else self.name

    @property
    def on(self) -> str:
        """The theme within a sentence: " on hazardous waste", or nothing."""
        return f" on {words.subject(self.theme)}" if self.theme else ""

    @cached_property
    def answer(self) -> CountryAnswer:
        """Treaty desks, roster, networks, sites."""
        return country(self.record, self.code, self.theme)

    @cached_property
    def screening(self) -> Screening:
        """Where contact is expected and found."""
        return screen(self.record, self.code, self.theme)

    @cached_property
    def gaps(self) -> GapsAnswer:
        """The lines of the list of gaps, problems too."""
        return gaps(self.record, self.code, self.theme, top=ALL)

    @property
    def open_gaps(self) -> list[Gap]:
        """The lines of pairs that are not known to be in contact: what a source reports of others is not handed out."""
        return [gap for gap in self.gaps["gaps"] if not gap["kind"].startswith("problem reported")]

    def map(self, size: Size) -> ChainMap:
        """Return the chain map, without the problems that sources report."""
        return chain(self.record, self.code, self.theme, size=size, screening=self.screening)

    def foot(self) -> str:
        """Return what stands at the foot of a page: what it is about and the day of the record."""
        return f"Who Else? {self.title}. {words.known_on(self.record)}"

    def notice(self) -> Markup:
        """Return the banner of a record that is older than a change of authorities, or nothing."""
        said = self.answer["notice"]
        return tag("p", said, class_="notice") if said else Markup()


def asked(record: Record, code: str, theme: str = "") -> Asked:
    """Return what is asked of a country by its code or name. Raises UnknownName for one out of the focus."""
    return Asked(record, resolve_country(record, code), theme)
