"""By when a recommendation is due now: as first set, as agreed since, its next round, or its new day once reopened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from meetings.models import Meeting, MeetingState
from recommendations.due_dates import Precision, next_round
from recommendations.lateness import DateRevision, Slippage, slippage
from recommendations.models import DueRule, Recommendation, Reopening
from recommendations.report.closures import reopenings_of
from recommendations.reporting_meeting import Promise, at_named_meeting, by_day, in_month

NEEDED = (
    *("revisions", "rounds", "closures__reopening__resolution__item__meeting"),
    "closures__resolution__item__meeting__minutes",
)
NOWHERE = Promise(None, None)


@dataclass(frozen=True, slots=True)
class DueNow:
    """``promise``: the day that counts and where the panel hears of it; ``slippage`` from the day first set."""

    promise: Promise
    slippage: Slippage | None = None

    @property
    def on(self) -> date | None:
        return self.promise.due_on


def meeting_days() -> list[date]:
    """Of the meetings that go on. One query; give the answer on to whatever asks for many."""
    held = Meeting.objects.going_on().exclude(state=MeetingState.INQUORATE)
    return list(held.order_by("on").values_list("on", flat=True))


def due_now(recommendation: Recommendation, meetings: Sequence[date]) -> DueNow:
    """``meetings``: from ``meeting_days``. Give rows with `report`, `due_meeting` and all that NEEDED names."""
    reopening = last_reopening(recommendation)
    first = by_day(reopening.due_on, meetings) if reopening else _as_set(recommendation, meetings)
    since = reopening.resolution.item.meeting.on if reopening else _last_round(recommendation)
    agreed = [
        DateRevision(one.due_on, one.agreed_on)
        for one in recommendation.revisions.all()
        if since is None or one.agreed_on > since
    ]
    if not agreed:
        return DueNow(first, slippage(first.due_on, []) if first.due_on else None)
    moved = by_day(agreed[-1].due_on, meetings)
    return DueNow(moved, slippage(first.due_on, agreed) if first.due_on else None)


def next_round_due(recommendation: Recommendation) -> date | None:
    """Counted from when the last round was due, the first from the day set or from adoption; None without a rhythm."""
    rounds = list(recommendation.rounds.all())
    if not rounds and recommendation.due_on:
        return recommendation.due_on
    if recommendation.every_months is None:
        return None
    last = rounds[-1].due_on if rounds else recommendation.report.adopted_on
    return next_round(last, recommendation.every_months)


def last_reopening(recommendation: Recommendation) -> Reopening | None:
    """Of closures that came after it only void ones can leave the recommendation open."""
    found = reopenings_of(recommendation.closures.all())
    return found[-1] if found else None


def _last_round(recommendation: Recommendation) -> date | None:
    """A later day agreed for a round that was met says nothing of the next."""
    rounds = list(recommendation.rounds.all()) if recommendation.due_rule == DueRule.RECURRING else []
    return rounds[-1].met_on or rounds[-1].due_on if rounds else None


def _as_set(recommendation: Recommendation, meetings: Sequence[date]) -> Promise:
    rule, day = DueRule(recommendation.due_rule), recommendation.due_on
    if rule == DueRule.RECURRING:
        day = next_round_due(recommendation)
    elif rule in (DueRule.NONE, DueRule.CONTINUOUS) or (
        rule == DueRule.EVENT and not recommendation.event_on
    ):
        day = None
    if day is None:
        return NOWHERE
    if rule == DueRule.MEETING and recommendation.due_meeting:
        meeting = recommendation.due_meeting
        return at_named_meeting(day, None if meeting.is_called_off else meeting.on, meetings)
    if rule == DueRule.MONTH and recommendation.due_precision == Precision.MONTH:
        return in_month(day, meetings)
    return by_day(day, meetings)
