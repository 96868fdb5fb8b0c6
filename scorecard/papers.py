"""The performance scorecard as a paper of the panel's meetings."""

import json
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from meetings.models import Meeting
from meetings.papers import NothingToShow
from scorecard.models import PanelReport, ReportPlan
from scorecard.report.months import all_months, choose_month
from scorecard.report.paper import read_paper

NOT_PLANNED = (
    "no month's scorecard is planned for the meeting on {}: open the paper of the month in the scorecard, "
    "and give it this meeting's date"
)

NOT_PUBLISHED = (
    "the scorecard is not published to the meeting on {} yet: publish it, then build the pack, "
    "or take the paper away"
)


class ScorecardPaper:
    """As it was published to the meeting of that day; before that, the draft of the month planned for it."""

    key = "scorecard"
    label = "Performance scorecard for children in care"
    template = "scorecard/pdf/paper.html"
    fragment = "scorecard/paper/_body.html"

    def context(self, meeting: Meeting) -> dict[str, Any]:
        report = self._published(meeting)
        data = json.loads(report.content) if report else _draft(meeting)
        is_draft = report is None
        title = f"Draft: {data['title']}" if is_draft else data["title"]
        return {
            "title": title,
            "paper": data,
            "is_draft": is_draft,
            "edit_month": "",
            "shows_edits": False,
        }

    def unready(self, meeting: Meeting) -> str:
        return "" if self._published(meeting) else NOT_PUBLISHED.format(date_format(meeting.on))

    def kept(self, meeting: Meeting) -> bytes | None:
        report = self._published(meeting)
        return bytes(report.pdf) if report else None

    def _published(self, meeting: Meeting) -> PanelReport | None:
        """A report from before the portal has no document: it says only which month was reported."""
        return PanelReport.objects.standing().filter(meeting_on=meeting.on).exclude(content="").first()


def _draft(meeting: Meeting) -> dict[str, Any]:
    plan = ReportPlan.objects.filter(meeting_on=meeting.on).select_related("period").first()
    months = choose_month(all_months(), f"{plan.period.ends_on:%Y-%m}") if plan else None
    if months is None:
        raise NothingToShow(NOT_PLANNED.format(date_format(meeting.on)))
    return read_paper(months, today=timezone.localdate()).data
