"""Groups of young people, as groups: how many they are and of what ages, and nobody by name."""

import pghistory
from django.db import models
from django.db.models import F, Q

from people.models import User


class GroupQuerySet(models.QuerySet["Group"]):
    def active(self) -> "GroupQuerySet":
        return self.filter(is_active=True)

    def councils(self) -> "GroupQuerySet":
        """Those that decide whether a card goes on."""
        return self.active().filter(is_council=True)


@pghistory.track()
class Group(models.Model):
    """A participation group or children in care council. There is no list of its members anywhere."""

    name = models.CharField(
        max_length=100, unique=True, error_messages={"unique": "There is a group of that name already."}
    )
    members = models.PositiveSmallIntegerField("how many young people belong to it now")
    youngest = models.PositiveSmallIntegerField("youngest age it is for")
    oldest = models.PositiveSmallIntegerField("oldest age it is for")
    is_council = models.BooleanField("a children in care council, which decides on cards", default=False)
    is_active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = GroupQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(oldest__gte=F("youngest")),
                name="group_ages_in_order",
                violation_error_message="The oldest age is below the youngest.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def ages(self) -> str:
        return f"{self.youngest} to {self.oldest}"


@pghistory.track()
class KnownName(models.Model):
    """The name of a project or scheme, which may stand in a card though it looks like a person's: once a second person
    has agreed.
    """

    name = models.CharField(
        max_length=100, unique=True, error_messages={"unique": "This name is on the list already."}
    )
    waits = models.BooleanField("a second person has still to agree", default=False)
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
