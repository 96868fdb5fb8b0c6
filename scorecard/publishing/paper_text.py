"""The officer's own words in the paper, and when the report goes to the panel."""

from datetime import date, datetime

import pghistory
from django.db import transaction
from django.utils import timezone

from core.access import Permission, demand
from people.models import User
from scorecard.models import PanelReport, PaperPart, ReportPlan
from scorecard.publishing.locks import (
    ReportRefused,
    WrittenMeanwhile,
    refuse_if_published,
    said_plainly,
    take_turns,
)
from scorecard.report.months import Months
from scorecard.report.paper import every_part, read_paper

MEETING_TAKEN = "Another month's report is published to the meeting on that day. Choose another day."
TOO_EARLY = "Choose a meeting after the end of the month."
DUE_TOO_LATE = "Commentary is due by the day of the meeting at the latest."


def edit_part(
    months: Months, key: str, *, by: User, text: str, version: int, at: datetime | None = None
) -> PaperPart | None:
    """Put an officer's words in place of the portal's own; the own words, or none, bring those back.

    None where nothing was to be changed. Raises WrittenMeanwhile with what another officer saved since, and
    KeyError for a part that the paper of this month does not have.
    """
    demand(by, Permission.PREPARE_REPORTS)
    at = at or timezone.now()
    with said_plainly(), transaction.atomic(), pghistory.context(user=by.pk):
        period = take_turns(months.chosen.pk)
        refuse_if_published(period)
        own = every_part(read_paper(months, today=timezone.localdate(at)).data)[key]["own"]
        text = "" if text.strip() == own.strip() else text.strip()
        part = PaperPart.objects.filter(period=period, key=key).first()
        if (part.text if part else "") == text and (part is None or part.own_text == own):
            return part
        if (part.version if part else 0) != version:
            raise WrittenMeanwhile(part)
        part = part or PaperPart(period=period, key=key)
        part.text, part.own_text, part.version = text, own, version + 1
        part.edited_by, part.edited_at = by, at
        part.save()
    return part


def plan_report(
    months: Months, *, by: User, meeting_on: date, commentary_due_on: date | None = None
) -> ReportPlan:
    """Say to which meeting a month goes, and by when its commentary is wanted."""
    demand(by, Permission.PREPARE_REPORTS)
    with said_plainly(), transaction.atomic(), pghistory.context(user=by.pk):
        period = take_turns(months.chosen.pk)
        refuse_if_published(period)
        if meeting_on <= period.ends_on:
            raise ReportRefused(TOO_EARLY)
        if commentary_due_on and commentary_due_on > meeting_on:
            raise ReportRefused(DUE_TOO_LATE)
        if PanelReport.objects.standing().filter(meeting_on=meeting_on).exists():
            raise ReportRefused(MEETING_TAKEN)
        plan, _ = ReportPlan.objects.update_or_create(
            period=period, defaults={"meeting_on": meeting_on, "commentary_due_on": commentary_due_on}
        )
    return plan
