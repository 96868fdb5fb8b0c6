"""The officers' page of one agenda: as it will print, what is missing and by when, what else is due."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from meetings.date_words import listed_date, listed_days
from meetings.models import AgendaItem, Meeting
from meetings.report.agenda import sheet_of
from meetings.report.agenda_issues import SameDays, by_days, closed_since, first_issued_on
from meetings.report.agenda_issuing import Prepared, prepare, why_not_drafted
from meetings.report.agenda_lines import Line, every_line
from meetings.report.agenda_missing import Missing, day_said
from meetings.report.agenda_suggestions import Suggestion, suggestions_for
from meetings.report.days import added_days
from meetings.report.deadlines import deadlines


@dataclass(frozen=True, slots=True)
class Draft:
    meeting: Meeting
    lines: list[Line]
    sheet: dict[str, Any]
    prepared: Prepared
    suggestions: list[Suggestion]
    withdrawn: list[AgendaItem]

    headline: str
    issue_by: str
    alert: str
    is_past: bool

    @property
    def is_begun(self) -> bool:
        return bool(self.lines)

    @property
    def missing(self) -> list[Missing]:
        return self.prepared.missing

    @property
    def clear_days(self) -> list[SameDays]:
        return by_days(self.prepared.verdicts)

    @property
    def next_place(self) -> Missing | None:
        """The first thing that can be seen to by following its link."""
        return next((one for one in self.missing if one.place), None)

    @property
    def may_issue(self) -> bool:
        return self.is_begun and not self.missing and not self.prepared.is_issued_already

    @property
    def has_changes(self) -> bool:
        """What was issued, if anything was, says something else than the draft."""
        return self.is_open and not self.prepared.is_issued_already

    @property
    def is_open(self) -> bool:
        return not self.rests

    @property
    def rests(self) -> str:
        """Why it can no longer be changed; empty while it can."""
        return why_not_drafted(self.meeting)


def read_draft(meeting: Meeting, *, today: date, moved: str = "") -> Draft:
    """`moved` is the line that was moved last and the way it went, as "12-up": its button keeps the focus."""
    prepared = prepare(meeting, today=today)
    lines = prepared.lines
    sheet = sheet_of(meeting, lines, exempt=True)
    _say_what_may_move(sheet, lines, moved)
    return Draft(
        meeting=meeting,
        lines=lines,
        sheet=sheet,
        prepared=prepared,
        suggestions=suggestions_for(meeting) if lines and not why_not_drafted(meeting) else [],
        withdrawn=list(meeting.items.filter(withdrawn_at__isnull=False).in_order()),
        headline=_headline(lines, is_issued=prepared.is_issued_already),
        issue_by=_issue_by(meeting, prepared, today),
        alert=closed_since(meeting, first_issued_on(prepared.issues), added_days()),
        is_past=meeting.on < today,
    )


def _headline(lines: list[Line], *, is_issued: bool) -> str:
    number = sum(1 for line in every_line(lines) if line.number)
    which = "agenda as issued" if is_issued else "draft agenda"
    return f"{number} item{'' if number == 1 else 's'} on the {which}" if number else "Draft agenda"


def _issue_by(meeting: Meeting, prepared: Prepared, today: date) -> str:
    """The last day, and the clear days that it leaves, counted out."""
    if prepared.latest:
        times = "once" if len(prepared.issues) == 1 else f"{len(prepared.issues)} times"
        last = listed_date(prepared.latest.published_on)
        changed = "Nothing has changed since." if prepared.is_issued_already else "It has changed since."
        return f"Issued {times}, last on {last}. {changed}"
    last_days = deadlines(meeting)
    days = last_days.counted
    counted = f"{len(days)} clear day{'' if len(days) == 1 else 's'}: {listed_days(days)}"
    return f"Issue it {day_said(last_days.issue_on, today)}. That leaves {counted}."


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
