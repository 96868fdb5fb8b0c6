"""Later days that were agreed, rounds that were met, and the event that a recommendation waited for."""

from datetime import date

from django.utils import timezone

from meetings.actions.locks import Refused
from meetings.date_words import plain_date
from meetings.models import Resolution
from people.models import User
from recommendations.actions.private_words import refuse_private
from recommendations.actions.turns import in_turn
from recommendations.models import DueRevision, DueRound, DueRule, Recommendation
from recommendations.report.closures import is_closed
from recommendations.report.due import due_now, meeting_days, next_round_due

NOT_LATER = "Enter a day after {}, by which it is due now."
NO_REASON = "Say why it needs longer."
NOBODY = "Say who agreed to the new day."
NOT_AGREED_YET = "Enter the day on which it was agreed: today or earlier."
AGREED_AFTER = "Enter a new day after the one on which it was agreed."
CLOSED = "This recommendation is closed, so nothing is due."
NOT_RECURRING = "This recommendation does not come back, so it has no rounds."
NO_RHYTHM = "It is not recorded every how many months this comes back, so the next round has no day."
ROUND_TO_COME = (
    "Enter the day on which the round was met: today or earlier, or leave it empty if nobody knows."
)
ROUND_CHANGED = "The round of {} was recorded already."
NO_EVENT = "This recommendation does not wait for an event."
EVENT_TO_COME = "Enter the day of the event: today or earlier, and not before the report was adopted."
DUE_BEFORE = "It cannot be due before the event it waited for."


def revise_due(
    recommendation: Recommendation,
    *,
    due_on: date,
    reason: str,
    agreed_by: str,
    agreed_on: date,
    resolution: Resolution | None = None,
    version: int,
    by: User,
) -> DueRevision:
    """A later day. The first stays on record, and so do the days already late."""
    with in_turn(recommendation, version=version, by=by) as kept:
        if is_closed(kept):
            raise Refused(CLOSED)
        _refuse_unless_agreed(reason, agreed_by, agreed_on)
        refuse_private({"Why it needs longer": reason, "Who agreed": agreed_by})
        now = due_now(kept, meeting_days()).on
        if now is not None and due_on <= now:
            raise Refused(NOT_LATER.format(plain_date(now)))
        if due_on <= agreed_on:
            raise Refused(AGREED_AFTER)
        return DueRevision.objects.create(
            recommendation=kept,
            due_on=due_on,
            reason=reason.strip(),
            agreed_by=agreed_by.strip(),
            agreed_on=agreed_on,
            resolution=resolution,
            by=by,
        )


def record_round(
    recommendation: Recommendation, *, due_on: date, met_on: date | None, version: int, by: User
) -> DueRound:
    """``due_on``: the round that the officer saw. Met late, it does not move the rhythm."""
    with in_turn(recommendation, version=version, by=by) as kept:
        if kept.due_rule != DueRule.RECURRING:
            raise Refused(NOT_RECURRING)
        following = next_round_due(kept)
        if following is None:
            raise Refused(NO_RHYTHM)
        if following != due_on:
            raise Refused(ROUND_CHANGED.format(plain_date(due_on)))
        if met_on is not None and met_on > timezone.localdate():
            raise Refused(ROUND_TO_COME)
        return DueRound.objects.create(recommendation=kept, due_on=due_on, met_on=met_on)


def record_event(
    recommendation: Recommendation, *, on: date, due_on: date | None, version: int, by: User
) -> Recommendation:
    """From now on it is open; ``due_on``: by when what was asked for follows, if a day is known."""
    with in_turn(recommendation, version=version, by=by) as kept:
        if kept.due_rule != DueRule.EVENT:
            raise Refused(NO_EVENT)
        if not kept.report.adopted_on <= on <= timezone.localdate():
            raise Refused(EVENT_TO_COME)
        if due_on is not None and due_on < on:
            raise Refused(DUE_BEFORE)
        kept.event_on, kept.due_on = on, due_on
    return kept


def _refuse_unless_agreed(reason: str, agreed_by: str, agreed_on: date) -> None:
    if not reason.strip():
        raise Refused(NO_REASON)
    if not agreed_by.strip():
        raise Refused(NOBODY)
    if agreed_on > timezone.localdate():
        raise Refused(NOT_AGREED_YET)
