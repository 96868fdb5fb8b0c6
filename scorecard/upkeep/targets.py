"""Targets and floors: set from a month on, and withdrawn. What the panel has seen keeps its own."""

from collections.abc import Iterable

import pghistory
from django.core.exceptions import ValidationError
from django.db import transaction

from people.models import User
from scorecard.models import Threshold
from scorecard.periods import month_label, next_month_end
from scorecard.published import Unit
from scorecard.rag import Polarity
from scorecard.report.what_if import MonthChange, what_would_change
from scorecard.target_rules import target_problems
from scorecard.upkeep.confirming import (
    Preview,
    locked,
    refuse_unless_seen,
    refused_plainly,
    require_manager,
)
from scorecard.upkeep.target_plan import plan_target, plan_withdrawal

ACTIVITY = (
    "An activity measure is never rated, so it has no target. Make it a key performance indicator first."
)
LINES = ("target", "floor", "tolerance", "floor_low", "floor_high")


def preview_target(new: Threshold) -> Preview:
    """What saving this target would change. Raises ValidationError, by field of the form where it has one."""
    indicator = new.indicator
    if not indicator.is_kpi:
        raise ValidationError(ACTIVITY)
    new.full_clean()
    lines = {name: getattr(new, name) for name in LINES}
    polarity, unit = Polarity(indicator.polarity), Unit(indicator.unit)
    if problems := target_problems(polarity=polarity, unit=unit, **lines):
        raise ValidationError(problems)
    plan = plan_target(list(indicator.thresholds.all()), new)
    what = what_would_change(indicator, thresholds=plan.after)
    if seen := _reported(what.other_lines):
        latest = seen[0].month
        raise ValidationError(
            {
                "first": f"The panel has seen {latest.label}, which keeps its target. "
                f"Begin in {month_label(next_month_end(latest.ends_on))} or later"
            }
        )
    return Preview(what, plan)


def preview_withdrawal(threshold: Threshold) -> Preview:
    """What withdrawing it would change. Raises ValidationError when the panel has seen a month of it."""
    indicator = threshold.indicator
    plan = plan_withdrawal(list(indicator.thresholds.all()), threshold)
    what = what_would_change(indicator, thresholds=plan.after)
    if seen := _reported(what.other_lines):
        raise ValidationError(
            f"The panel has seen {seen[0].month.label} with this target, so it stays. "
            "Set another one from a later month on."
        )
    return Preview(what, plan)


def set_target(new: Threshold, *, seen: str, by: User) -> Threshold:
    """`seen` is the fingerprint of the preview that was confirmed."""
    require_manager(by)
    with refused_plainly(), transaction.atomic():
        new.indicator = locked(new.indicator)
        preview = preview_target(new)
        refuse_unless_seen(preview, seen)
        with pghistory.context(user=by.pk):
            for threshold in preview.plan.to_save:
                threshold.save()
    return preview.plan.to_save[-1]


def withdraw_target(threshold: Threshold, *, seen: str, reason: str, by: User) -> None:
    require_manager(by)
    with refused_plainly(), transaction.atomic():
        threshold.indicator = locked(threshold.indicator)
        preview = preview_withdrawal(threshold)
        refuse_unless_seen(preview, seen)
        with pghistory.context(user=by.pk, reason=reason):
            threshold.delete()
            for other in preview.plan.to_save:
                other.save()


def _reported(months: Iterable[MonthChange]) -> list[MonthChange]:
    return [month for month in months if month.was_reported]
