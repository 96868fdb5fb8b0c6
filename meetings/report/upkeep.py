"""What officers see of the calendar: deadlines with the days counted, and what speaks against a day."""

from dataclasses import dataclass
from datetime import date

from meetings.day_cautions import cautions
from meetings.models import Body, ClosedDay, Meeting, MeetingState
from meetings.report.calendar import MeetingLine, line_of
from meetings.report.closed_days import short_agenda
from meetings.report.days import added_days
from meetings.report.deadlines import Deadlines, deadlines
from meetings.report.published import with_what_is_published

TOO_LATE = "The last day to issue its agenda has passed: it would have to be called at shorter notice."


@dataclass(frozen=True, slots=True)
class DatesLine:
    """One meeting for its officers. ``against``: sentences on the day itself."""

    line: MeetingLine
    deadlines: Deadlines
    against: list[str]
    is_issued: bool
    today: date

    @property
    def issue_remark(self) -> str:
        return "" if self.is_issued else _remark(self.deadlines.issue_on, self.today)

    @property
    def reports_remark(self) -> str:
        return "" if self.is_issued else _remark(self.deadlines.reports_on, self.today)


@dataclass(frozen=True, slots=True)
class ReviewedDate:
    """A date on its way into the calendar."""

    meeting: Meeting
    day: str
    deadlines: Deadlines
    against: list[str]

    @property
    def value(self) -> str:
        return self.meeting.on.isoformat()


def dates_to_keep(today: date) -> list[DatesLine]:
    """All meetings to come that are still to be held, in order."""
    meetings = Meeting.objects.going_on().filter(on__gte=today).select_related("body", "moved_to")
    added = added_days()
    return [_dates_line(meeting, added, today) for meeting in with_what_is_published(meetings)]


def dates_of(meeting: Meeting, today: date) -> DatesLine:
    return _dates_line(meeting, added_days(), today)


def review_dates(body: Body, days: list[date], today: date) -> list[ReviewedDate]:
    added = added_days()
    return [_reviewed(Meeting(body=body, on=day), added, today) for day in days]


def _reviewed(meeting: Meeting, added: tuple[ClosedDay, ...], today: date) -> ReviewedDate:
    line = _dates_line(meeting, added, today, published=False)
    late = [TOO_LATE] if line.deadlines.issue_on < today <= meeting.on else []
    return ReviewedDate(meeting, line.line.day, line.deadlines, [*line.against, *late])


def _dates_line(
    meeting: Meeting, added: tuple[ClosedDay, ...], today: date, *, published: bool = True
) -> DatesLine:
    is_open = meeting.state in (MeetingState.RESERVED, MeetingState.CONFIRMED)
    return DatesLine(
        line_of(meeting) if published else line_of(meeting, published=[]),
        deadlines(meeting, added),
        [
            *cautions(meeting.on, added, today=today if is_open else meeting.on),
            *(_shortfall(meeting, added) if published and is_open else []),
        ],
        is_issued=published and bool(meeting.issues.all()),
        today=today,
    )


def _shortfall(meeting: Meeting, added: tuple[ClosedDay, ...]) -> list[str]:
    short = short_agenda(meeting, added)
    return [f"The agenda falls short. {short.sentence}"] if short else []


def _remark(day: date, today: date) -> str:
    left = (day - today).days
    if left < 0:
        return "passed"
    return "today" if left == 0 else "tomorrow" if left == 1 else f"in {left} days"
