"""Meetings that are still to come, each with how far its agenda is and by when it is issued."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q

from meetings.closed_days import closed_days
from meetings.models import ClosedDay, Meeting
from meetings.report.agenda_notice import Deadlines, deadlines_of


@dataclass(frozen=True, slots=True)
class ComingAgenda:
    meeting: Meeting
    items: int
    issue: int | None
    deadlines: Deadlines


def coming_agendas(*, today: date) -> list[ComingAgenda]:
    meetings = list(
        Meeting.objects.going_on()
        .filter(on__gte=today)
        .select_related("body")
        .annotate(
            number_of_items=Count("items", Q(items__withdrawn_at=None), distinct=True),
            last_issue=Max("issues__number"),
        )
        .order_by("on")
    )
    closed = _closed_days(meetings)
    return [
        ComingAgenda(one, one.number_of_items, one.last_issue, deadlines_of(one, closed)) for one in meetings
    ]


def _closed_days(meetings: list[Meeting]) -> frozenset[date]:
    if not meetings:
        return frozenset()
    return closed_days(meetings[0].on.year - 1, meetings[-1].on.year, ClosedDay.objects.all())
