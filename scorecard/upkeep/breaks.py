"""Months from which figures cannot be compared with those before: marked and withdrawn."""

from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import transaction

from people.models import User
from scorecard.models import BaselineBreak, Indicator, ReportingPeriod
from scorecard.models.indicators import BreakKind
from scorecard.upkeep.confirming import require_manager


@transaction.atomic
def add_break(
    indicator: Indicator, *, month_end: date, kind: BreakKind, reason: str, by: User
) -> BaselineBreak:
    """From the month that ends so; it need not hold a figure yet."""
    require_manager(by)
    with pghistory.context(user=by.pk):
        period, _ = ReportingPeriod.objects.get_or_create(
            ends_on=month_end, defaults={"starts_on": month_end.replace(day=1)}
        )
        if indicator.breaks.filter(from_period=period).exists():
            raise ValidationError(
                {"month": f"A break from {period} is marked already. Withdraw it first to change it"}
            )
        broken = BaselineBreak(indicator=indicator, from_period=period, kind=kind, reason=reason)
        broken.full_clean()
        broken.save()
    return broken


@transaction.atomic
def withdraw_break(broken: BaselineBreak, *, reason: str, by: User) -> None:
    """Figures are compared across that month again; the history of the indicator keeps it."""
    require_manager(by)
    with pghistory.context(user=by.pk, reason=reason):
        broken.delete()
