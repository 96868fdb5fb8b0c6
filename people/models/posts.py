import pghistory
from django.db import models
from django.db.models import F, Q

from people.models.accounts import User


@pghistory.track()
class Post(models.Model):
    """A post in the council that answers for something, whoever holds it."""

    title = models.CharField(max_length=200, unique=True)
    head = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="headed",
        verbose_name="post that is told while nobody holds this one",
    )

    class Meta:
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(head=None) | ~Q(head=F("pk")),
                name="post_headed_by_another",
                violation_error_message="Choose another post: this one cannot stand in for itself.",
            )
        ]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class PostHolding(models.Model):
    """Who held a post from when to when, both days included."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="holdings")
    user = models.ForeignKey(User, models.PROTECT, related_name="holdings")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["post", "starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="post_holding_dates_in_order",
                violation_error_message="Enter an end date on or after the start date.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} as {self.post}"
