"""The officers' page of one agenda: as it will print, what is missing and by when, what else is due."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from meetings.date_words import joined, listed_date, listed_days
from meetings.models import AgendaItem, ItemKind, Meeting, MeetingState, PaperState
from meetings.report.agenda import sheet_of
from meetings.report.agenda_lines import Line, every_line, read_lines
from meetings.report.agenda_notice import Deadlines, closed_days_for, deadlines_of
from meetings.report.agenda_suggestions import Suggestion, suggestions_for


@dataclass(frozen=True, slots=True)
class Missing:
    """Something to do before the agenda can be issued; `todo` is the verb of its button.

    `place` is the name of an address and `pk` its item, or none for what is done in another place.
    """

    sentence: str
    todo: str = ""
    place: str = ""
    pk: int | None = None
    when: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    meeting: Meeting
    lines: list[Line]
    sheet: dict[str, Any]
    deadlines: Deadlines
    missing: list[Missing]
    suggestions: list[Suggestion]
    withdrawn: list[AgendaItem]

    headline: str
    issue_by: str

    @property
    def is_begun(self) -> bool:
        return bool(self.lines)


def read_draft(meeting: Meeting, *, today: date, moved: str = "") -> Draft:
    """`moved` is the line that was moved last and the way it went, as "12-up": its button keeps the focus."""
    lines = read_lines(meeting)
    deadlines = deadlines_of(meeting, closed_days_for(meeting))
    sheet = sheet_of(meeting, lines, exempt=True)
    _say_what_may_move(sheet, lines, moved)
    return Draft(
        meeting=meeting,
        lines=lines,
        sheet=sheet,
        deadlines=deadlines,
        missing=missing_of(meeting, lines, deadlines, today),
        suggestions=suggestions_for(meeting) if lines else [],
        withdrawn=list(meeting.items.filter(withdrawn_at__isnull=False).in_order()),
        headline=_headline(lines),
        issue_by=_issue_by(deadlines, today),
    )


def missing_of(meeting: Meeting, lines: list[Line], deadlines: Deadlines, today: date) -> list[Missing]:
    issue_by, report_by = day_said(deadlines.issue_on, today), day_said(deadlines.reports_on, today)
    return [
        *_of_the_meeting(meeting, issue_by),
        *(found for line in every_line(lines) for found in _of_an_item(line, report_by)),
    ]


def day_said(day: date, today: date) -> str:
    """ "by Wednesday 24 October 2018, in 3 days"."""
    return f"by {listed_date(day)}, {_days_left((day - today).days)}"


def _days_left(days: int) -> str:
    if days < 0:
        return f"{-days} day{'' if days == -1 else 's'} ago"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def _headline(lines: list[Line]) -> str:
    number = sum(1 for line in every_line(lines) if line.number)
    return f"{number} item{'' if number == 1 else 's'} on the draft agenda" if number else "Draft agenda"


def _issue_by(deadlines: Deadlines, today: date) -> str:
    """The last day, and the clear days that it leaves, counted out."""
    days = deadlines.days
    counted = f"{len(days)} clear day{'' if len(days) == 1 else 's'}: {listed_days(days)}"
    return f"Issue it {day_said(deadlines.issue_on, today)}. That leaves {counted}."


def _of_the_meeting(meeting: Meeting, when: str) -> list[Missing]:
    found = []
    if meeting.state == MeetingState.RESERVED:
        found.append(Missing("The date is only reserved. Confirm the meeting.", when=when))
    nobody = [
        who
        for who, person in (("clerk", meeting.body.clerk), ("proper officer", meeting.body.proper_officer))
        if person is None
    ]
    if nobody:
        found.append(Missing(f"Name the panel's {joined(nobody)}, whom the front sheet prints.", when=when))
    return found


def _of_an_item(line: Line, when: str) -> list[Missing]:
    item = line.item
    if item.kind == ItemKind.ITEM and item.paper_state == PaperState.ATTACHED and not item.papers.all():
        return [
            Missing(
                f"{line.name}: no paper is attached. Attach one, or say that it is to follow.",
                "See to its paper",
                "meetings:item_edit",
                item.pk,
                when,
            )
        ]
    return []


def _say_what_may_move(sheet: dict[str, Any], lines: list[Line], moved: str) -> None:
    """Two lines that were issued never change places; everything else may."""
    issued = {line.item.pk for line in every_line(lines) if line.item.number}
    groups = [sheet["open"], sheet["exempt"], *(line["parts"] for line in [*sheet["open"], *sheet["exempt"]])]
    for group in groups:
        for place, told in enumerate(group):
            beside = [
                group[place - 1] if place else None,
                group[place + 1] if place + 1 < len(group) else None,
            ]
            told["may_move"] = [one is not None and not {told["id"], one["id"]} <= issued for one in beside]
            told["focus"] = _focus(told, moved)


def _focus(told: dict[str, Any], moved: str) -> str:
    """The button that was pressed, or the other one at either end."""
    pk, _, way = moved.partition("-")
    if pk != str(told["id"]):
        return ""
    up, down = told["may_move"]
    return ("up" if up else "down") if way == "up" else ("down" if down else "up")
