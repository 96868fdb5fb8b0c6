"""What the privacy rules did: which rule, which field, when and to whom. Never the words."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from challenge_cards.models.cards import ChallengeCard
from challenge_cards.rules import Rule
from people.models import User


class Route(models.TextChoices):
    """To whom a matter of one person goes."""

    SAFEGUARDING = "safeguarding", "The safeguarding team"
    SOCIAL_WORKER = "social_worker", "Their social worker or personal adviser"
    ADVOCATE = "advocate", "An advocate"
    REVIEWING_OFFICER = "reviewing_officer", "Their independent reviewing officer"
    COMPLAINTS = "complaints", "The complaints team"
    HEALTH = "health", "A nurse or doctor"
    SCHOOL = "school", "The virtual school"


class RedirectCount(models.Model):
    """How many matters of one person were passed on in a month, and where to. Nothing else is known of them."""

    month = models.DateField("first day of the month")
    route = models.CharField(max_length=20, choices=Route.choices)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-month", "route"]
        constraints = [
            models.UniqueConstraint(fields=["month", "route"], name="redirects_counted_once"),
            models.CheckConstraint(condition=Q(month__day=1), name="redirects_counted_by_month"),
        ]

    def __str__(self) -> str:
        return f"{self.get_route_display()}: {self.count}"


class Refusal(models.Model):
    """A text that was not taken. Only the rule and the field are kept."""

    rule = models.CharField(max_length=20, choices=Rule.choices)
    field = models.CharField(max_length=40)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at", "-pk"]
        triggers = [pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.field}: {self.get_rule_display()}"


class ReviewState(models.TextChoices):
    WAITING = "waiting", "Waiting"
    RELEASED = "released", "Released"
    REMOVED = "removed", "Taken out"
    REPLACED = "replaced", "Written anew"


class Review(models.Model):
    """Words that a participation worker and a democratic services officer look at before anybody else reads them.

    ``kind`` and ``row`` say where the words lie; they themselves are not here.
    """

    card = models.ForeignKey(ChallengeCard, models.CASCADE, related_name="reviews")
    kind = models.CharField(max_length=12)
    row = models.PositiveBigIntegerField()
    fields = ArrayField(models.CharField(max_length=40))
    rules = ArrayField(models.CharField(max_length=20, choices=Rule.choices))
    state = models.CharField(max_length=10, choices=ReviewState.choices, default=ReviewState.WAITING)
    worker = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    officer = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    entered_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["entered_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "row"],
                condition=Q(state=ReviewState.WAITING),
                name="review_one_waiting",
            ),
            models.CheckConstraint(
                condition=Q(worker=None) | Q(officer=None) | ~Q(worker=F("officer")),
                name="review_by_two_people",
                violation_error_message="Two different people look at these words.",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReviewState.RELEASED) | Q(worker__isnull=False, officer__isnull=False),
                name="review_released_by_both",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.card}"

    @property
    def rule_names(self) -> list[str]:
        return [Rule(rule).label for rule in self.rules]
