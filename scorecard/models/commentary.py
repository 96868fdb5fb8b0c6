"""What the owner of an indicator says about its figure of one month."""

import pghistory
from django.db import models
from django.db.models import Q

from people.models import User
from scorecard.models.figures import ReportingPeriod
from scorecard.models.indicators import Indicator
from scorecard.models.panel import LOCKED_BY_REPORT, NO_DELETE
from scorecard.travel import Comparison

BASELINES = [Comparison.PREVIOUS_PANEL, Comparison.PREVIOUS_MONTH]


class CommentaryState(models.TextChoices):
    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Submitted"
    RETURNED = "returned", "Sent back"


class CommentaryQuerySet(models.QuerySet):
    def submitted(self) -> "CommentaryQuerySet":
        """What others than its writers and the officers may read."""
        return self.filter(state=CommentaryState.SUBMITTED)


@pghistory.track()
class Commentary(models.Model):
    """What changed, why, what is done and by when, in the words of the indicator's owner.

    It speaks of all children, and compares with the `baseline_period`, which was the `baseline` when it was
    written; both are empty for a month with nothing before it.
    """

    period = models.ForeignKey(ReportingPeriod, models.PROTECT, related_name="commentary")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="commentary")
    baseline = models.CharField(max_length=20, choices=Comparison.choices, blank=True)
    baseline_period = models.ForeignKey(
        ReportingPeriod, models.PROTECT, null=True, blank=True, related_name="+"
    )
    what_changed = models.TextField(blank=True)
    why = models.TextField(blank=True)
    action = models.TextField(blank=True)
    by_when = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=CommentaryState.choices, default=CommentaryState.DRAFT)
    version = models.PositiveIntegerField(default=0)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    returned_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    returned_at = models.DateTimeField(null=True, blank=True)
    return_note = models.TextField(blank=True)

    objects = CommentaryQuerySet.as_manager()

    class Meta:
        ordering = ["period", "indicator"]
        constraints = [
            models.UniqueConstraint(fields=["period", "indicator"], name="commentary_once"),
            models.CheckConstraint(
                condition=Q(state__in=CommentaryState.values) & Q(baseline__in=["", *BASELINES]),
                name="commentary_choices_known",
                violation_error_message="Choose a state and a baseline from the list.",
            ),
            models.CheckConstraint(
                condition=~Q(state=CommentaryState.SUBMITTED)
                | (Q(submitted_at__isnull=False) & ~Q(what_changed="") & ~Q(why="") & ~Q(action="")),
                name="commentary_submitted_whole",
                violation_error_message="Say what changed, why and what is done before you submit.",
            ),
            models.CheckConstraint(
                condition=~Q(state=CommentaryState.RETURNED)
                | (Q(returned_by__isnull=False, returned_at__isnull=False) & ~Q(return_note="")),
                name="commentary_returned_with_note",
                violation_error_message="Say what is wanted when you send a commentary back.",
            ),
        ]
        triggers = [NO_DELETE, LOCKED_BY_REPORT]

    def __str__(self) -> str:
        return f"{self.indicator.code} {self.period}, {self.get_state_display().lower()}"

    @property
    def is_submitted(self) -> bool:
        return self.state == CommentaryState.SUBMITTED
