"""What the checks of agendas and reports read: plain data, gathered once, without a query behind it."""

from dataclasses import dataclass
from datetime import date

from meetings.linter.findings import Place


@dataclass(frozen=True, slots=True)
class Words:
    """A text that prints. `name` says in a sentence which it is: "Item 4, Minutes"."""

    name: str
    text: str
    place: Place
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class PaperMaterial:
    title: str
    place: Place
    is_exempt: bool = False
    is_listed: bool = True


@dataclass(frozen=True, slots=True)
class ItemMaterial:
    """`is_open`: without any exemption, so that no exempt paper may hang on it.

    `lacks_paper` though lines like it have one; `lacks_heads`: a verbal update of which nobody knows what it is about.
    """

    name: str
    title: str
    place: Place
    number: str = ""
    is_heading: bool = False
    is_open: bool = True
    lacks_paper: bool = False
    lacks_heads: bool = False
    papers: tuple[PaperMaterial, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactMaterial:
    """`name` is that of the person; `where` says on what they are named."""

    name: str
    post: str
    where: str
    place: Place
    telephone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class ReportMaterial:
    """`body` in plain text, its headings on lines of their own that begin with #."""

    subject: str
    meeting_on: date
    meetings: tuple[date, ...]
    place: Place
    summary: str = ""
    recommendation: str = ""
    body: str = ""
    background: str = ""
    is_open: bool = True
    contacts: tuple[ContactMaterial, ...] = ()

    @property
    def texts(self) -> tuple[Words, ...]:
        name = f"The report “{self.subject}”"
        parts = (self.subject, self.summary, self.recommendation, self.body, self.background)
        return tuple(Words(name, part, self.place, self.is_open) for part in parts if part)


@dataclass(frozen=True, slots=True)
class AgendaMaterial:
    """`late`: a sentence and a place for each item that has too few clear days."""

    meeting_on: date
    meetings: tuple[date, ...]
    items: tuple[ItemMaterial, ...] = ()
    texts: tuple[Words, ...] = ()
    contacts: tuple[ContactMaterial, ...] = ()
    reports: tuple[ReportMaterial, ...] = ()
    late: tuple[tuple[str, Place], ...] = ()
