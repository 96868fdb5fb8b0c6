"""Meetings that are still to come, each with how far its agenda is and by when it is issued."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Min, Q

from meetings.models import Meeting
from meetings.report.agenda_issues import closed_since
from meetings.report.days import added_days
from meetings.report.deadlines import Deadlines, deadlines


@dataclass(frozen=True, slots=True)
class ComingAgenda:
    meeting: Meeting
    items: int
    issue: int | None
    deadlines: Deadlines
    alert: str


def coming_agendas(*, today: date) -> list[ComingAgenda]:
    meetings = list(
        Meeting.objects.going_on()
        .filter(on__gte=today)
        .select_related("body")
        .annotate(
            number_of_items=Count("items", Q(items__withdrawn_at=None), distinct=True),
            last_issue=Max("issues__number"),
            first_issued_on=Min("issues__published_on"),
        )
        .order_by("on")
    )
    added = added_days()
    return [
        ComingAgenda(
            one,
            one.number_of_items,
            one.last_issue,
            deadlines(one, added),
            closed_since(one, one.first_issued_on, added),
        )
        for one in meetings
    ]
