"""What a recommendation's limbs and its claimed effect are, once its updates are taken together.

Called inside the transaction that publishes, supersedes, reopens or strikes a closing out, with the recommendation's
row locked. Closing settles nothing: it changes neither a limb nor an effect.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from recommendations.due_dates import Precision
from recommendations.models import Limb, Recommendation, ReopenedLimb, Update
from recommendations.report.closures import closures_of, reopenings_of
from recommendations.report.update_check import kind_in_effect
from recommendations.status import LimbStatus
from recommendations.updates import UpdateFacts, UpdateKind, has_no_movement, newest_first

SETTLED = ("current_update", "has_no_movement", "is_forced_slipped", "impact", "impact_reason")
# A nil return and a response say nothing of slipping or of effect, so what was said before them still holds.
SAYS_HOW_IT_GOES = frozenset({UpdateKind.PROGRESS, UpdateKind.COMPLETION_CLAIM})


@dataclass(frozen=True, slots=True)
class Reopened:
    """``on``: the meeting's day; ``at``: when it was recorded."""

    on: date
    at: datetime

    def is_before(self, update: Update) -> bool:
        """Whether the update was published since, and speaks of that day or a later one."""
        published_at = update.published_at
        return published_at is not None and published_at > self.at and facts(update).as_at_end >= self.on


def facts(update: Update, *, is_superseded: bool = False) -> UpdateFacts:
    """A published update for the rules."""
    if update.reported_on is None:
        raise ValueError("Only a published update has a place in the order.")
    return UpdateFacts(
        id=update.pk,
        kind=UpdateKind(update.kind),
        as_at=update.as_at,
        precision=Precision(update.precision),
        reported_on=update.reported_on,
        is_superseded=is_superseded,
    )


def facts_in_effect(update: Update) -> UpdateFacts:
    """As above, a correction as the kind of what it corrects."""
    return replace(facts(update), kind=kind_in_effect(update))


def standing_updates(recommendation: Recommendation) -> list[Update]:
    """Published and not replaced, the newest first, each with its `limb_reports`."""
    rows = {
        one.pk: one for one in recommendation.updates.standing().prefetch_related("limb_reports").order_by()
    }
    return [rows[one.id] for one in newest_first(map(facts, rows.values()))]


def settle(recommendation: Recommendation) -> None:
    updates = standing_updates(recommendation)
    reopened = _limbs_reopened(recommendation)
    for limb in recommendation.limbs.all():
        _settle_limb(limb, updates, reopened.get(limb.pk))
    recommendation.current_update = updates[0] if updates else None
    recommendation.has_no_movement = has_no_movement(map(facts_in_effect, updates))
    _settle_effect(recommendation, updates, last_reopened(recommendation))
    recommendation.save(update_fields=SETTLED)


def _settle_limb(limb: Limb, updates: Sequence[Update], reopened: Reopened | None) -> None:
    heard = [one for one in updates if reopened is None or reopened.is_before(one)]
    reports = [report for one in heard for report in one.limb_reports.all() if report.limb_id == limb.pk]
    status = LimbStatus(reports[0].status) if reports else LimbStatus.NOT_STARTED
    done_on = _first_day([(report.status, report.done_on) for report in reports])
    if (limb.status, limb.done_on) != (status, done_on):
        limb.status, limb.done_on = status, done_on
        limb.save(update_fields=["status", "done_on"])


def _first_day(reports: Iterable[tuple[str, date | None]]) -> date | None:
    """The day that was told while it has been done without a break: saying so again need not repeat it."""
    for status, done_on in reports:
        if status != LimbStatus.DONE:
            return None
        if done_on is not None:
            return done_on
    return None


def _settle_effect(
    recommendation: Recommendation, updates: Sequence[Update], reopened: Reopened | None
) -> None:
    telling = next((one for one in updates if kind_in_effect(one) in SAYS_HOW_IT_GOES), None)
    if telling is None:
        return
    slipped = telling.says_slipped and (reopened is None or reopened.is_before(telling))
    recommendation.is_forced_slipped = slipped
    recommendation.impact, recommendation.impact_reason = telling.impact, telling.impact_reason


def _limbs_reopened(recommendation: Recommendation) -> dict[int, Reopened]:
    """By limb, when it was last taken up again."""
    standing = reopenings_of(closures_of(recommendation))
    rows = ReopenedLimb.objects.filter(reopening__in=standing).order_by("reopening__at")
    told = rows.values_list("limb", "reopening__resolution__item__meeting__on", "reopening__at")
    return {limb: Reopened(on, at) for limb, on, at in told}


def last_reopened(recommendation: Recommendation) -> Reopened | None:
    found = reopenings_of(closures_of(recommendation))
    return Reopened(found[-1].resolution.item.meeting.on, found[-1].at) if found else None
