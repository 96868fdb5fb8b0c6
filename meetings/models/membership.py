"""Who sits on the panel: seats, who held them from when to when, and offices."""

from datetime import date

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from meetings.models.bodies import Body
from meetings.models.triggers import no_overlap
from meetings.name_lists import Office
from people.models import Person


class Category(models.TextChoices):
    COUNTY_COUNCILLOR = "county_councillor", "County councillor"
    FOSTER_CARER = "foster_carer", "Foster carer"
    OFFICER = "officer", "Officer"
    PARTNER = "partner", "Health or another partner"
    APPRENTICE = "apprentice", "Participation apprentice"
    OTHER = "other", "Other"


class DatedQuerySet(models.QuerySet):
    def on(self, day: date) -> "DatedQuerySet":
        """Those that held on that day, both ends included."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)


@pghistory.track()
class Seat(models.Model):
    """A place on the panel, whether somebody has it or not."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="seats")
    category = models.CharField(max_length=20, choices=Category.choices)
    nominated_by = models.CharField("group or organisation that nominates", max_length=150, blank=True)
    is_voting = models.BooleanField("votes", default=False)
    reads_exempt = models.BooleanField("reads exempt papers", default=True)
    with_representative = models.BooleanField("printed with a representative", default=False)
    starts_on = models.DateField("exists from")
    ends_on = models.DateField("exists until", null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["body", "category", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="seat_dates_in_order",
                violation_error_message="Enter an end date on or after the start date.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_category_display()} {self.pk}"


@pghistory.track()
class SeatTenure(models.Model):
    """Who had a seat from when to when, both days included, and why that began and ended."""

    seat = models.ForeignKey(Seat, models.PROTECT, related_name="tenures")
    person = models.ForeignKey(Person, models.PROTECT, related_name="tenures")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    reason_joined = models.CharField("why the member joined", max_length=200, blank=True)
    reason_left = models.CharField("why the member left", max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="seat_tenure_dates_in_order",
                violation_error_message="Enter an end date on or after the start date.",
            )
        ]
        triggers = [
            no_overlap(
                "seat_taken", same=("seat_id",), says="Somebody else has this seat on some of these days."
            ),
            no_overlap(
                "one_seat_each",
                same=("person_id",),
                says="This person has another seat on some of these days.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.seat}"


# The panel's terms of reference: chairman and vice-chairman must be county councillors, and members of the panel.
COUNCILLOR_IN_OFFICE = pgtrigger.Trigger(
    name="councillor_in_office",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func="""
        IF NOT EXISTS (
            SELECT 1 FROM people_personrole role
            WHERE role.person_id = NEW.person_id AND role.is_county_councillor
              AND daterange(role.starts_on, role.ends_on, '[]') @> NEW.starts_on
        ) THEN
            RAISE EXCEPTION 'The chairman and the vice-chairman must be county councillors.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'councillor_in_office';
        END IF;
        IF NOT EXISTS (
            SELECT 1 FROM meetings_seattenure tenure JOIN meetings_seat seat ON seat.id = tenure.seat_id
            WHERE tenure.person_id = NEW.person_id AND seat.body_id = NEW.body_id
              AND daterange(tenure.starts_on, tenure.ends_on, '[]') @> NEW.starts_on
        ) THEN
            RAISE EXCEPTION 'Only a member of the panel can be its chairman or vice-chairman.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'member_in_office';
        END IF;
        RETURN NEW;
    """,
)


@pghistory.track()
class OfficeHolding(models.Model):
    """Who was chairman or vice-chairman from when to when, both days included."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="offices")
    office = models.CharField(max_length=15, choices=Office.choices)
    person = models.ForeignKey(Person, models.PROTECT, related_name="offices")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    minute = models.ForeignKey("meetings.Minute", models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["body", "office", "starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="office_holding_dates_in_order",
                violation_error_message="Enter an end date on or after the start date.",
            )
        ]
        triggers = [
            no_overlap(
                "office_taken", same=("body_id", "office"), says="Somebody else has this office then."
            ),
            COUNCILLOR_IN_OFFICE,
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_office_display()}"
