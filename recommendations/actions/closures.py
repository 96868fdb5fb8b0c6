"""The panel closes a recommendation, or takes it up again: by a resolution that a numbered minute records."""

from collections.abc import Collection
from datetime import date

from django.utils import timezone

from meetings.actions.locks import Refused
from meetings.models import MeetingState, Minute, Resolution
from people.models import User
from recommendations.actions.private_words import refuse_private
from recommendations.actions.settle import settle
from recommendations.actions.turns import in_turn
from recommendations.closing import ClosureProposal, Outcome, closing_faults
from recommendations.models import Closure, Limb, Recommendation, ReopenedLimb, Reopening
from recommendations.report.claims import claimed_on
from recommendations.report.closures import closes, closures_of, is_closed
from recommendations.report.resolutions import is_about
from recommendations.report.worse import worse_figures
from recommendations.status import Impact, LimbStatus, delivery_status, impact_fault

CLOSED = "This recommendation is closed already."
OPEN = "This recommendation is open, so there is nothing to take up again."
ITSELF = "A recommendation cannot replace itself."
NOT_HELD = "Choose a resolution of a meeting that was held."
NO_MINUTE = "Enter the number of the minute that records the resolution."
EARLIER = "Choose a resolution of the meeting that closed it, or of a later one."
NO_REASON = "Say why it is taken up again."
NOT_LATER = "Enter a new day after the meeting that takes it up again."
NO_PART = "Choose the parts that begin again."
NOT_NAMED = (
    "This resolution does not name recommendation {0}. Choose one whose words say “recommendation {0}”, or whose item "
    "was about nothing else."
)
CLOSED_IT = "This resolution closed it. Choose the one by which the panel took it up again."
LOST = "The panel did not carry this resolution."


def close(
    recommendation: Recommendation,
    *,
    resolution: Resolution,
    outcome: str,
    impact: str,
    panel_reason: str = "",
    replaced_by: Recommendation | None = None,
    version: int,
    by: User,
) -> Closure:
    """Provisional until the minutes of that meeting are approved; whether they were, is worked out from them.

    The panel's view of its effect stands with the closing, so that one struck out leaves all as it was.
    """
    with in_turn(recommendation, version=version, by=by) as kept:
        if is_closed(kept):
            raise Refused(CLOSED)
        _refuse_unless_named(kept, resolution)
        if replaced_by is not None and replaced_by.pk == kept.pk:
            raise Refused(ITSELF)
        proposal = _proposal(kept, resolution, Outcome(outcome), Impact(impact), panel_reason, replaced_by)
        if faults := _faults(proposal, resolution, has_figure=_has_figure(kept)):
            raise Refused(" ".join(faults))
        refuse_private({"The panel’s reason": panel_reason})
        return Closure.objects.create(
            recommendation=kept,
            resolution=resolution,
            outcome=outcome,
            impact=impact,
            panel_reason=panel_reason.strip(),
            replaced_by=replaced_by if outcome == Outcome.SUPERSEDED else None,
            by=by,
        )


def reopen(
    recommendation: Recommendation,
    *,
    resolution: Resolution,
    reason: str,
    due_on: date,
    limbs: Collection[Limb],
    version: int,
    by: User,
) -> Reopening:
    with in_turn(recommendation, version=version, by=by) as kept:
        if not is_closed(kept):
            raise Refused(OPEN)
        closure = closures_of(kept)[-1]
        _refuse_unless_named(kept, resolution)
        _refuse_unless_reopened(closure, resolution, reason, due_on, limbs)
        refuse_private({"Why": reason})
        reopening = Reopening.objects.create(
            closure=closure, resolution=resolution, reason=reason.strip(), due_on=due_on, by=by
        )
        ReopenedLimb.objects.bulk_create([ReopenedLimb(reopening=reopening, limb=limb) for limb in limbs])
        settle(kept)
    return reopening


def minute_number(resolution: Resolution) -> int | None:
    """Drawn when the minutes are first published; None until then."""
    numbered = Minute.objects.filter(items=resolution.item, number__isnull=False).order_by("pk")
    return numbered.values_list("number", flat=True).first()


def _proposal(
    recommendation: Recommendation,
    resolution: Resolution,
    outcome: Outcome,
    impact: Impact,
    panel_reason: str,
    replaced_by: Recommendation | None,
) -> ClosureProposal:
    statuses = [LimbStatus(limb.status) for limb in recommendation.limbs.all()]
    return ClosureProposal(
        outcome=outcome,
        meeting_on=resolution.item.meeting.on,
        resolution_closes=closes(resolution),
        minute_number=minute_number(resolution),
        delivery=delivery_status(statuses, forced_slipped=recommendation.is_forced_slipped),
        claimed_on=claimed_on(recommendation, by=resolution.item.meeting.on),
        impact=impact,
        told_impact=Impact(recommendation.impact),
        indicator_is_worse=bool(worse_figures(recommendation)),
        panel_reason=panel_reason,
        replaced_by=replaced_by.pk if replaced_by else None,
    )


def _faults(proposal: ClosureProposal, resolution: Resolution, *, has_figure: bool) -> list[str]:
    found = closing_faults(proposal, timezone.localdate())
    held = resolution.item.meeting.state == MeetingState.HELD
    ground = impact_fault(proposal.impact, has_figure=has_figure, reason=proposal.panel_reason)
    return [*([] if held else [NOT_HELD]), *found, *([ground] if ground else [])]


def _refuse_unless_named(recommendation: Recommendation, resolution: Resolution) -> None:
    if not is_about(resolution, recommendation):
        raise Refused(NOT_NAMED.format(recommendation.number))


def _has_figure(recommendation: Recommendation) -> bool:
    told = recommendation.updates.standing().filter(figures__value__isnull=False)
    return told.exists() or recommendation.indicators.exists()


def _refuse_unless_reopened(
    closure: Closure, resolution: Resolution, reason: str, due_on: date, limbs: Collection[Limb]
) -> None:
    meeting = resolution.item.meeting
    if meeting.state != MeetingState.HELD or meeting.on > timezone.localdate():
        raise Refused(NOT_HELD)
    if meeting.on < closure.resolution.item.meeting.on:
        raise Refused(EARLIER)
    if resolution.closures.filter(recommendation=closure.recommendation_id).exists():
        raise Refused(CLOSED_IT)
    if not resolution.is_carried:
        raise Refused(LOST)
    if minute_number(resolution) is None:
        raise Refused(NO_MINUTE)
    if not reason.strip():
        raise Refused(NO_REASON)
    if due_on <= meeting.on:
        raise Refused(NOT_LATER)
    if not limbs:
        raise Refused(NO_PART)
