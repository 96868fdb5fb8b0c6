"""By when an agenda must be issued and its reports be with the clerk, with the days counted out."""

from dataclasses import dataclass
from datetime import date

from meetings.closed_days import closed_days_around
from meetings.date_words import listed_date, listed_days
from meetings.item_notice import WORDS
from meetings.models import ClosedDay, Meeting
from meetings.notice import days_after_latest_issue, latest_issue_day, report_deadline
from meetings.report.days import added_days


@dataclass(frozen=True, slots=True)
class Deadlines:
    """``counted``: the clear days that an agenda issued on the last possible day would have, in order."""

    issue_on: date
    reports_on: date
    counted: tuple[date, ...]

    @property
    def issue_by(self) -> str:
        return listed_date(self.issue_on)

    @property
    def reports_by(self) -> str:
        return listed_date(self.reports_on)

    @property
    def days_sentence(self) -> str:
        """ "Five clear days follow: Thursday 25, Friday 26 ... October 2018"; without a full stop."""
        count = len(self.counted)
        if not count:
            return "No clear days are asked for"
        words = WORDS[count] if count < len(WORDS) else str(count)
        noun, verb = ("day", "follows") if count == 1 else ("days", "follow")
        return f"{words.capitalize()} clear {noun} {verb}: {listed_days(self.counted)}"


def deadlines(meeting: Meeting, added: tuple[ClosedDay, ...] | None = None) -> Deadlines:
    """By the council's rules for its panel. Give ``added`` when asking for several meetings: it costs a query."""
    body, shut = meeting.body, closed_days_around(meeting.on, added_days() if added is None else added)
    return Deadlines(
        issue_on=latest_issue_day(meeting.on, shut, body.clear_days),
        reports_on=report_deadline(meeting.on, shut, body.report_days, body.clear_days),
        counted=tuple(days_after_latest_issue(meeting.on, shut, body.clear_days)),
    )
