"""Decisions of people on where control limits start again."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from people.models import User
from scorecard.models.indicators import Indicator


class RebaseQuerySet(models.QuerySet):
    def standing(self) -> "RebaseQuerySet":
        """Those that nobody has withdrawn, earliest first."""
        return self.filter(withdrawn_on=None).order_by("at_period__ends_on")


@pghistory.track()
class Rebase(models.Model):
    """A named person's decision that control limits start again at a month. Never made by the portal itself.

    It is withdrawn, not deleted: who decided what, and why, stays to be read.
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="rebases")
    at_period = models.ForeignKey("scorecard.ReportingPeriod", models.PROTECT)
    reason = models.TextField()
    agreed_by = models.ForeignKey(User, models.PROTECT)
    agreed_on = models.DateField()
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)

    objects = RebaseQuerySet.as_manager()

    class Meta:
        ordering = ["indicator", "at_period__ends_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "at_period"],
                condition=Q(withdrawn_on=None),
                name="rebase_once",
                violation_error_message="The limits start again in this month already.",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="rebase_with_a_reason",
                violation_error_message="Say why the limits start again.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_by=None, withdrawn_on=None, withdrawn_reason="")
                | (Q(withdrawn_by__isnull=False, withdrawn_on__isnull=False) & ~Q(withdrawn_reason="")),
                name="rebase_withdrawn_by_on_and_why",
                violation_error_message="Say who withdraws it, when and why.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="decision_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("indicator", "at_period", "reason", "agreed_by", "agreed_on"),
            ),
            pgtrigger.Protect(
                name="withdrawn_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__withdrawn_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator.code} at {self.at_period}"
