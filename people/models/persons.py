"""Who is named in the panel's papers, with an account or without."""

from datetime import date

import pghistory
from django.db import models
from django.db.models import F, Q

from people.models.accounts import User


class PersonQuerySet(models.QuerySet["Person"]):
    def councillors_on(self, day: date) -> "PersonQuerySet":
        """Those who were county councillors on that day."""
        return self.filter(
            pk__in=PersonRole.objects.on(day).filter(is_county_councillor=True).values("person")
        )


@pghistory.track()
class Person(models.Model):
    """Somebody whom agendas and minutes name: a member, a substitute, an officer, a guest."""

    title = models.CharField(max_length=20, blank=True)
    initials = models.CharField(max_length=20, blank=True)
    first_name = models.CharField(max_length=100)
    surname = models.CharField(max_length=100)
    honours = models.CharField(max_length=50, blank=True)
    print_name = models.CharField(
        "name as printed, where the usual form does not fit", max_length=150, blank=True
    )
    email = models.EmailField("e-mail address", blank=True)
    telephone = models.CharField(max_length=30, blank=True)
    user = models.OneToOneField(User, models.PROTECT, null=True, blank=True, related_name="person")

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["surname", "first_name", "pk"]

    def __str__(self) -> str:
        return f"{self.first_name} {self.surname}"


class PersonRoleQuerySet(models.QuerySet["PersonRole"]):
    def on(self, day: date) -> "PersonRoleQuerySet":
        """Those that held on that day, both ends included."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)


@pghistory.track()
class PersonRole(models.Model):
    """What somebody is, from when to when: county councillor, or the post printed beside the name."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="roles")
    title = models.CharField(max_length=200)
    is_county_councillor = models.BooleanField(default=False)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = PersonRoleQuerySet.as_manager()

    class Meta:
        ordering = ["person", "starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="person_role_dates_in_order",
                violation_error_message="Enter an end date on or after the start date.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.title}"
