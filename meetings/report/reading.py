"""One meeting as its readers see it: the agenda as it was last issued, with minutes and own notes at each item."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.template.defaultfilters import filesizeformat

from meetings.models import (
    AgendaIssue,
    AgendaItem,
    ItemOutcome,
    Meeting,
    Minute,
    Pack,
    PaperKind,
    PrivateNote,
)
from meetings.report.agenda import every_told, front_sheet
from meetings.report.earlier_minutes import with_published_minutes
from meetings.report.packs import in_words, newest_packs, page_words_of

Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReadPaper:
    pk: int
    title: str
    is_exempt: bool
    is_readable: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ReadItem:
    """`line` is the item as it was issued; what became of it at the meeting stands beside that."""

    line: Told
    papers: list[ReadPaper]
    minutes: list[Minute]
    outcome: str
    note: PrivateNote | None
    parts: list["ReadItem"]

    @property
    def is_released(self) -> bool:
        """Though it was exempt when it was issued."""
        return "is_released" in self.line


@dataclass(frozen=True, slots=True)
class Reading:
    """`open` and `exempt` are the two parts of the agenda; `pack` is what the button to it says."""

    issue: AgendaIssue
    sheet: Told
    open: list[ReadItem]
    exempt: list[ReadItem]
    pack: str = ""

    @property
    def papers(self) -> int:
        return sum(len(item.papers) + sum(len(part.papers) for part in item.parts) for item in self.items)

    @property
    def items(self) -> list[ReadItem]:
        return [*self.open, *self.exempt]


@dataclass(frozen=True, slots=True)
class _Beside:
    """`papers` are those with minutes that anybody may read."""

    minutes: dict[int, list[Minute]]
    outcomes: dict[int, AgendaItem]
    notes: dict[int, PrivateNote]
    papers: set[int]


def latest_issue(meeting: Meeting) -> AgendaIssue | None:
    issues = AgendaIssue.objects.filter(meeting=meeting).select_related("exempt_part").defer("pdf")
    return issues.order_by("-number").first()


def sheet_for(meeting: Meeting, issue: AgendaIssue, *, exempt: bool) -> Told:
    """As it was issued, with what this reader may read of its exempt part."""
    opened: set[int] = set()
    if hasattr(issue, "exempt_part"):
        released = AgendaItem.objects.filter(meeting=meeting, released_at__isnull=False)
        opened = set(released.values_list("pk", flat=True))
    return front_sheet(meeting, as_issued=issue, exempt=exempt, released=opened)


def read_meeting(meeting: Meeting, user: Any, *, exempt: bool) -> Reading | None:
    """None before the agenda is issued. `exempt`: the reader has the right to this meeting's exempt papers."""
    issue = latest_issue(meeting)
    if issue is None:
        return None
    sheet = sheet_for(meeting, issue, exempt=exempt)
    packs, are_former = newest_packs(meeting, exempt=False)
    _number(sheet, [] if are_former else packs)
    beside = _beside(meeting, user, sheet, exempt=exempt)
    items = (list(_items(sheet[part], beside)) for part in ("open", "exempt"))
    return Reading(issue, sheet, *items, pack=in_words(packs, are_former=are_former))


def paper_of(meeting: Meeting, pk: int, *, exempt: bool) -> tuple[Told, Told] | None:
    """A paper of the latest issue, with the line it belongs to; None for one that this reader may not know of."""
    issue = latest_issue(meeting)
    if issue is None:
        return None
    for line in every_told(sheet_for(meeting, issue, exempt=exempt)):
        for paper in line["papers"]:
            if paper["id"] == pk:
                return paper, line
    return None


def readable_papers(meeting: Meeting, *, exempt: bool) -> set[int]:
    """The papers of the latest issue that have a page for this reader."""
    issue = latest_issue(meeting)
    sheet = sheet_for(meeting, issue, exempt=exempt) if issue else {"open": [], "exempt": []}
    minutes = _published_minutes(sheet)
    papers = [paper for line in every_told(sheet) for paper in line["papers"]]
    return {paper["id"] for paper in papers if _is_readable(paper, minutes)}


def issued_item(meeting: Meeting, pk: int) -> Told | None:
    """The line of an item in the latest issue, as the public reads it."""
    issue = latest_issue(meeting)
    sheet = front_sheet(meeting, as_issued=issue) if issue else {"open": [], "exempt": []}
    return next((line for line in every_told(sheet) if line["id"] == pk), None)


def _number(sheet: Told, packs: list[Pack]) -> None:
    """The pages that are printed in the pack."""
    words = page_words_of(packs)
    for line in every_told(sheet):
        line["paper"] = words.get(line["id"], line["paper"])


def _beside(meeting: Meeting, user: Any, sheet: Told, *, exempt: bool) -> _Beside:
    minutes: dict[int, list[Minute]] = {}
    published = Minute.objects.for_reader(exempt=exempt).filter(record__meeting=meeting)
    for minute in published.defer("body").prefetch_related("items"):
        for item in minute.items.all():
            minutes.setdefault(item.pk, []).append(minute)
    decided = AgendaItem.objects.filter(meeting=meeting).exclude(outcome="").select_related("deferred_to")
    notes = PrivateNote.objects.filter(user=user, item__meeting=meeting) if user.is_authenticated else []
    return _Beside(
        minutes,
        {item.pk: item for item in decided},
        {note.item_id: note for note in notes},
        _published_minutes(sheet),
    )


def _items(lines: Iterable[Told], beside: _Beside) -> Iterator[ReadItem]:
    for line in lines:
        yield ReadItem(
            line,
            [_paper(paper, beside.papers) for paper in line["papers"]],
            beside.minutes.get(line["id"], []),
            _outcome(beside.outcomes.get(line["id"])),
            beside.notes.get(line["id"]),
            list(_items(line["parts"], beside)),
        )


def _paper(paper: Told, minutes: set[int]) -> ReadPaper:
    file = paper.get("file")
    pages = f"{file['pages']} page{'' if file['pages'] == 1 else 's'}" if file else ""
    detail = f"PDF, {pages}, {filesizeformat(file['size'])}" if file else ""
    return ReadPaper(paper["id"], paper["title"], paper["is_exempt"], _is_readable(paper, minutes), detail)


def _is_readable(paper: Told, minutes: set[int]) -> bool:
    """`minutes`: papers whose minutes are published."""
    if paper["kind"] == PaperKind.MINUTES:
        return paper["id"] in minutes
    return paper["kind"] != PaperKind.REPORT or bool(paper["report"])


def _published_minutes(sheet: Told) -> set[int]:
    papers = [paper for line in every_told(sheet) for paper in line["papers"]]
    return with_published_minutes([paper["id"] for paper in papers if paper["kind"] == PaperKind.MINUTES])


def _outcome(item: AgendaItem | None) -> str:
    """Nothing for an item that was taken: its minute tells."""
    if item is None or item.outcome == ItemOutcome.TAKEN:
        return ""
    if item.outcome == ItemOutcome.DEFERRED and item.deferred_to:
        return f"Put off to the meeting on {item.deferred_to.on:%-d %B %Y}"
    return item.get_outcome_display()
