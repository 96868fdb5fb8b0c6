"""Whether the panel's closing of a recommendation holds: the minutes of its meeting say so."""

from collections.abc import Iterable

from django.db.models import QuerySet

from meetings.models import MeetingMinutes, Resolution, ResolutionEffect
from recommendations import closing
from recommendations.closing import ClosureState
from recommendations.models import Closure, Recommendation, Reopening

WITH_MINUTES = ("resolution__item__meeting__minutes", "reopening__resolution__item__meeting")


def closures_of(recommendation: Recommendation) -> list[Closure]:
    """The oldest first, each with what its state needs."""
    return list(with_minutes(recommendation.closures.all()))


def with_minutes(rows: QuerySet[Closure]) -> QuerySet[Closure]:
    return rows.select_related(*WITH_MINUTES)


def closes(resolution: Resolution) -> bool:
    return resolution.is_carried and ResolutionEffect.CLOSE in resolution.effects


def state_of(closure: Closure) -> ClosureState:
    """Struck out: on approval the resolution no longer accepts anything as done."""
    minutes = minutes_of(closure.resolution)
    return closing.closure_state(
        minutes_approved=minutes is not None and minutes.is_approved,
        struck_out=not closes(closure.resolution),
    )


def reopenings_of(closures: Iterable[Closure]) -> list[Reopening]:
    """Without those of a closing that was struck out: what never was closed was never taken up again."""
    return [
        one.reopening for one in closures if hasattr(one, "reopening") and state_of(one) != ClosureState.VOID
    ]


def minutes_of(resolution: Resolution) -> MeetingMinutes | None:
    return getattr(resolution.item.meeting, "minutes", None)


def facts_of(closures: Iterable[Closure]) -> list[closing.Closure]:
    """For the rules: the days are those of the meetings, not of the entry."""
    return [_facts(one) for one in closures]


def is_closed(recommendation: Recommendation) -> bool:
    return not closing.is_open(facts_of(closures_of(recommendation)))


def _facts(closure: Closure) -> closing.Closure:
    reopening = getattr(closure, "reopening", None)
    return closing.Closure(
        closed_on=closure.resolution.item.meeting.on,
        state=state_of(closure),
        reopened_on=reopening.resolution.item.meeting.on if reopening else None,
    )
