"""What the panel resolved about recommendations in the last weeks: closed, struck out, taken up again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from meetings.date_words import plain_date
from recommendations.closing import ClosureState
from recommendations.models import Closure, Recommendation
from recommendations.reminder_rules import Rule
from recommendations.report.closures import minutes_of, state_of, with_minutes

LATELY = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Resolved:
    """``on``: the day of the meeting that resolved it."""

    recommendation: Recommendation
    rule: Rule
    on: date
    words: str

    @property
    def path(self) -> str:
        return reverse("recommendations:recommendation_read", args=[self.recommendation.pk])


def resolved_lately(today: date) -> list[Resolved]:
    """Counted from the day on which it was recorded or approved, so that an old archive tells nobody anything."""
    since = today - LATELY
    recorded = Q(at__date__gte=since) | Q(reopening__at__date__gte=since)
    approved = Q(resolution__item__meeting__minutes__approved_at__on__gte=since)
    rows = with_minutes(Closure.objects.filter(recorded | approved)).select_related(
        "recommendation__report", "resolution__item__meeting__minutes__approved_at"
    )
    rows = rows.prefetch_related("recommendation__followers__user").order_by("at", "pk")
    return [event for closure in rows for event in _events(closure, since, today)]


def _events(closure: Closure, since: date, today: date) -> Iterator[Resolved]:
    one, state, reopening = closure.recommendation, state_of(closure), getattr(closure, "reopening", None)
    held = closure.resolution.item.meeting.on
    if state == ClosureState.VOID:
        approved_on = _approved_on(closure)
        if approved_on and since <= approved_on <= today:
            words = (
                f"The minutes of {plain_date(held)} were approved without closing it: it is open as before."
            )
            yield Resolved(one, Rule.VOID, approved_on, words)
    elif timezone.localdate(closure.at) >= since and reopening is None:
        later = " That is provisional until its minutes are approved." if state != ClosureState.FINAL else ""
        words = f"The panel closed it on {plain_date(held)}: {closure.get_outcome_display().lower()}.{later}"
        yield Resolved(one, Rule.CLOSED, held, words)
    if reopening is not None and state != ClosureState.VOID and timezone.localdate(reopening.at) >= since:
        day = reopening.resolution.item.meeting.on
        words = f"The panel took it up again on {plain_date(day)}. It is now due by {plain_date(reopening.due_on)}."
        yield Resolved(one, Rule.REOPENED, day, words)


def _approved_on(closure: Closure) -> date | None:
    minutes = minutes_of(closure.resolution)
    return minutes.approved_at.on if minutes and minutes.approved_at else None
