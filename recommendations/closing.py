"""When the panel may close a recommendation, what holds until its minutes are approved, and reopening."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices

from recommendations.status import DeliveryStatus, Impact


class Outcome(TextChoices):
    IMPLEMENTED = "implemented", "Implemented"
    AIM_NOT_MET = "implemented_aim_not_met", "Implemented, but its aim was not met"
    NOT_IMPLEMENTED = "not_implemented_accepted", "Not implemented, accepted by the panel"
    SUPERSEDED = "superseded", "Replaced by another"
    REJECTED = "rejected", "Rejected"


CLAIMS_IT_WAS_DONE = frozenset({Outcome.IMPLEMENTED, Outcome.AIM_NOT_MET})
OUTSIDE_THE_COUNT = frozenset({Outcome.SUPERSEDED, Outcome.REJECTED})


class ClosureState(TextChoices):
    PROVISIONAL = "provisional", "Provisional, until the minutes are approved"
    FINAL = "final", "Closed"
    VOID = "void", "Struck out when the minutes were approved"


@dataclass(frozen=True, slots=True)
class ClosureProposal:
    """What a resolution would close. ``claimed_on``: the day of the newest published claim that all is done.

    ``impact``: the panel's own view; ``told_impact``: what the newest update says.
    """

    outcome: Outcome
    meeting_on: date
    resolution_closes: bool
    minute_number: int | None
    delivery: DeliveryStatus
    claimed_on: date | None
    impact: Impact
    told_impact: Impact = Impact.NONE_CLAIMED
    indicator_is_worse: bool = False
    panel_reason: str = ""
    replaced_by: int | None = None


def closing_faults(proposal: ClosureProposal, today: date) -> list[str]:
    """Why it may not be closed so, in words; empty when it may."""
    checks = (_resolution_fault, _delivery_fault, _effect_fault, _reason_fault)
    too_early = "The meeting has not been held yet." if proposal.meeting_on > today else ""
    return [fault for fault in (too_early, *(check(proposal) for check in checks)) if fault]


@dataclass(frozen=True, slots=True)
class Closure:
    closed_on: date
    state: ClosureState
    reopened_on: date | None = None


def closure_state(*, minutes_approved: bool, struck_out: bool) -> ClosureState:
    if not minutes_approved:
        return ClosureState.PROVISIONAL
    return ClosureState.VOID if struck_out else ClosureState.FINAL


def days_open(adopted_on: date, closures: Sequence[Closure], today: date) -> int:
    """Whole days from adoption without those on which it was closed. A void closure never was one."""
    closed = sum(
        ((closure.reopened_on or today) - closure.closed_on).days
        for closure in closures
        if closure.state != ClosureState.VOID
    )
    return (today - adopted_on).days - closed


def is_open(closures: Iterable[Closure]) -> bool:
    standing = [one for one in closures if one.state != ClosureState.VOID]
    return not standing or standing[-1].reopened_on is not None


def _resolution_fault(proposal: ClosureProposal) -> str:
    if not proposal.resolution_closes:
        return (
            "Noting an update does not close a recommendation: choose a resolution that accepts it as done."
        )
    return "" if proposal.minute_number else "Enter the number of the minute that records the resolution."


def _delivery_fault(proposal: ClosureProposal) -> str:
    if proposal.outcome not in CLAIMS_IT_WAS_DONE:
        return ""
    if proposal.delivery != DeliveryStatus.REPORTED_COMPLETE:
        return "Not every part is done, so it cannot be closed as implemented."
    if proposal.claimed_on is None or proposal.claimed_on > proposal.meeting_on:
        return "No published update of the meeting's day or before says that all of it is done."
    return ""


def _effect_fault(proposal: ClosureProposal) -> str:
    got_worse = Impact.WORSE in (proposal.impact, proposal.told_impact) or proposal.indicator_is_worse
    if proposal.outcome == Outcome.IMPLEMENTED and got_worse and not proposal.panel_reason.strip():
        return (
            "The figure it was about got worse. Close it as “implemented, but its aim was not met”, "
            "or record the panel's reason for calling it implemented."
        )
    return ""


def _reason_fault(proposal: ClosureProposal) -> str:
    if proposal.outcome == Outcome.SUPERSEDED and proposal.replaced_by is None:
        return "Choose the recommendation that replaces it."
    if proposal.outcome in (Outcome.NOT_IMPLEMENTED, Outcome.REJECTED) and not proposal.panel_reason.strip():
        return "Record the panel's reason."
    return ""
