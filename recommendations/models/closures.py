"""Closing and reopening, which only the panel can do, by a resolution that a minute records."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from meetings.models import Resolution
from people.models import User
from recommendations.closing import Outcome
from recommendations.models.recommendations import Limb, Recommendation
from recommendations.status import Impact

STAYS = pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete)


class Closure(models.Model):
    """A recommendation closed by the panel. Whether it is provisional, final or void, its minutes say."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="closures")
    resolution = models.ForeignKey(Resolution, models.PROTECT, related_name="closures")
    outcome = models.CharField(max_length=30, choices=Outcome.choices)
    impact = models.CharField(max_length=15, choices=Impact.choices)
    panel_reason = models.TextField(blank=True)
    replaced_by = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, blank=True, related_name="replaces"
    )
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["recommendation", "at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "resolution"],
                name="closure_once_by_a_resolution",
                violation_error_message="This resolution has closed the recommendation already.",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.SUPERSEDED) | Q(replaced_by__isnull=False),
                name="closure_names_what_replaces_it",
            ),
        ]
        triggers = [STAYS]

    def __str__(self) -> str:
        return f"{self.recommendation}: {self.get_outcome_display()}"


class Reopening(models.Model):
    """A closed recommendation taken up again, with a new day; the limbs named start anew."""

    closure = models.OneToOneField(Closure, models.PROTECT, related_name="reopening")
    resolution = models.ForeignKey(Resolution, models.PROTECT, related_name="reopenings")
    reason = models.TextField()
    due_on = models.DateField()
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="reopening_has_a_reason")]
        triggers = [STAYS]

    def __str__(self) -> str:
        return f"{self.closure.recommendation} reopened"


class ReopenedLimb(models.Model):
    reopening = models.ForeignKey(Reopening, models.PROTECT, related_name="limbs")
    limb = models.ForeignKey(Limb, models.PROTECT, related_name="reopenings")

    class Meta:
        ordering = ["reopening", "limb"]
        constraints = [models.UniqueConstraint(fields=["reopening", "limb"], name="reopened_limb_once")]
        triggers = [STAYS]

    def __str__(self) -> str:
        return str(self.limb)


@pghistory.track()
class Follower(models.Model):
    """Somebody who asked to hear when a recommendation is closed or reopened."""

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="followers")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["recommendation", "user"], name="follower_once")]

    def __str__(self) -> str:
        return f"{self.user} follows {self.recommendation}"
