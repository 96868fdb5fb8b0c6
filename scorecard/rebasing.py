"""Actions on control limits: a person starts them again at a month, or withdraws that, and says why."""

from datetime import date

import pghistory
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from core.access import Permission, may
from people.models import User
from scorecard.models import Indicator, Rebase, ReportingPeriod

ALREADY_WITHDRAWN = "Somebody has withdrawn this already."


class RebaseRefused(Exception):
    """What cannot be done with limits now. ``str()`` is the sentence for the officer."""


@transaction.atomic
def start_limits_again(
    indicator: Indicator, *, at: ReportingPeriod, reason: str, by: User, on: date
) -> Rebase:
    """The month begins a new part. Raises RebaseRefused where the limits start again in it already."""
    _refuse_unless_allowed(by)
    # Two officers who choose the same month at once wait for each other.
    Indicator.objects.select_for_update(of=("self",)).get(pk=indicator.pk)
    rebase = Rebase(indicator=indicator, at_period=at, reason=reason.strip(), agreed_by=by, agreed_on=on)
    try:
        rebase.full_clean()
    except ValidationError as problem:
        raise RebaseRefused(" ".join(problem.messages)) from None
    with pghistory.context(user=by.pk):
        rebase.save()
    return rebase


@transaction.atomic
def withdraw_rebase(rebase: Rebase, *, reason: str, by: User, on: date) -> Rebase:
    """The limits run on as if it had not been; that it was, and why not any more, stays to be read."""
    _refuse_unless_allowed(by)
    rebase = Rebase.objects.select_for_update(of=("self",)).get(pk=rebase.pk)
    if rebase.withdrawn_on:
        raise RebaseRefused(ALREADY_WITHDRAWN)
    rebase.withdrawn_by, rebase.withdrawn_on, rebase.withdrawn_reason = by, on, reason.strip()
    with pghistory.context(user=by.pk):
        rebase.save(update_fields=["withdrawn_by", "withdrawn_on", "withdrawn_reason"])
    return rebase


def _refuse_unless_allowed(by: User) -> None:
    if not may(by, Permission.REBASE_LIMITS):
        raise PermissionDenied(f"Your account may not do this: {Permission.REBASE_LIMITS.label.lower()}.")
