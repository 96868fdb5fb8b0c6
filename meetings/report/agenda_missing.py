"""What stands in the way of issuing an agenda: each in a sentence, with its place and by when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from meetings.date_words import joined, listed_date
from meetings.models import ItemKind, Meeting, MeetingState, PaperKind, PaperState, Report, ReportState
from meetings.report.agenda_issues import agenda_verdict
from meetings.report.agenda_lines import Line, every_line
from meetings.report.deadlines import Deadlines
from meetings.report.earlier_minutes import why_minutes_wait


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


def missing_of(
    meeting: Meeting,
    lines: Sequence[Line],
    reports: Mapping[int, Report],
    deadlines: Deadlines,
    *,
    is_first: bool,
    today: date,
) -> list[Missing]:
    """`reports` by paper. Only the first issue has to have its clear days as a whole."""
    issue_by, report_by = day_said(deadlines.issue_on, today), day_said(deadlines.reports_on, today)
    return [
        *_of_the_meeting(meeting, issue_by),
        *(found for line in every_line(lines) for found in _of_an_item(line, report_by)),
        *_unsigned(lines, reports, report_by),
        *_unpublished(lines, issue_by),
        *(_too_late(meeting, today) if is_first else []),
    ]


def day_said(day: date, today: date) -> str:
    """ "by Wednesday 24 October 2018, in 3 days"."""
    return f"by {listed_date(day)}, {_days_left((day - today).days)}"


def _days_left(days: int) -> str:
    if days < 0:
        return f"{-days:,} day{'' if days == -1 else 's'} ago"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def _of_the_meeting(meeting: Meeting, when: str) -> list[Missing]:
    found = []
    if meeting.state == MeetingState.RESERVED:
        found.append(
            Missing(
                "The date is only reserved. Confirm the meeting.",
                "Confirm the meeting",
                "meetings:meeting_manage",
                meeting.pk,
                when,
            )
        )
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


def _unsigned(lines: Sequence[Line], reports: Mapping[int, Report], when: str) -> list[Missing]:
    """A report that is not accepted yet holds the agenda up, unless its item says that it follows."""
    return [
        Missing(
            f"{line.name}: the report “{report.subject}” is not accepted yet.",
            "See to the report",
            "meetings:report_read",
            report.pk,
            when,
        )
        for line in every_line(lines)
        for paper in line.item.papers.all()
        if (report := reports.get(paper.pk))
        and report.state != ReportState.CLERK
        and line.item.paper_state != PaperState.TO_FOLLOW
    ]


def _unpublished(lines: Sequence[Line], when: str) -> list[Missing]:
    """Minutes of an earlier meeting go out with this agenda only when they have gone out themselves."""
    return [
        Missing(f"{line.name}: {why}.", "See to its papers", "meetings:item_papers", line.item.pk, when)
        for line in every_line(lines)
        for paper in line.item.papers.all()
        if paper.kind == PaperKind.MINUTES
        and line.item.paper_state != PaperState.TO_FOLLOW
        and (why := why_minutes_wait(paper))
    ]


def _too_late(meeting: Meeting, today: date) -> list[Missing]:
    verdict = agenda_verdict(meeting, issued_on=today)
    if verdict.may_be_taken:
        return []
    counted = verdict.sentence.partition(". ")[0]
    return [
        Missing(
            f"{counted}. Too late for an ordinary meeting: say why it is called at shorter notice, or postpone it.",
            "Call it at shorter notice",
            "meetings:notice_shorten",
            meeting.pk,
        )
    ]
