"""The panel itself, with the council's rules for it, and the days on which the council's offices are closed."""

from datetime import time
from decimal import Decimal

import pghistory
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from meetings.item_numbers import AdditionNumber
from meetings.minute_numbers import NumberFormat, NumberingReset
from meetings.quorum import QuorumBase
from meetings.substitution import SubstituteRule, SubstitutionEnds
from people.models import Person


class BodyKind(models.TextChoices):
    """By the Local Government Act 1972: co-opted members vote on an advisory committee only."""

    COMMITTEE = "committee", "Committee under section 102(1)"
    ADVISORY = "advisory", "Advisory committee under section 102(4)"


@pghistory.track()
class Body(models.Model):
    """A committee or panel of the council, with what its constitution says about its meetings."""

    name = models.CharField(max_length=150, unique=True)
    kind = models.CharField(max_length=10, choices=BodyKind.choices, default=BodyKind.ADVISORY)
    legacy_id = models.PositiveIntegerField(
        "number in the council's earlier system", null=True, blank=True, unique=True
    )
    venue = models.CharField("usual venue", max_length=200)
    starts_at = models.TimeField("usual time", default=time(10))
    refreshments = models.CharField(max_length=200, blank=True)
    clear_days = models.PositiveSmallIntegerField("clear days of notice", default=5)
    report_days = models.PositiveSmallIntegerField(
        "working days between the last day for reports and the last day for issue", default=3
    )
    numbering_reset = models.CharField(
        max_length=20, choices=NumberingReset.choices, default=NumberingReset.TERM
    )
    number_format = models.CharField(max_length=10, choices=NumberFormat.choices, default=NumberFormat.PLAIN)
    addition_number = models.CharField(
        max_length=10, choices=AdditionNumber.choices, default=AdditionNumber.NEXT
    )
    quorum_fraction = models.DecimalField(
        max_digits=5, decimal_places=4, default=Decimal("0.3333"), validators=[MinValueValidator(Decimal(0))]
    )
    quorum_floor = models.PositiveSmallIntegerField("quorum at least", default=3)
    quorum_base = models.CharField(max_length=10, choices=QuorumBase.choices, default=QuorumBase.FILLED)
    quorum_wait = models.PositiveSmallIntegerField("minutes to wait for a quorum", default=15)
    substitute_rule = models.CharField(
        max_length=20, choices=SubstituteRule.choices, default=SubstituteRule.CATEGORY
    )
    substitute_notice = models.PositiveSmallIntegerField(
        "minutes before the meeting by which a substitute is named", default=30
    )
    substitution_ends = models.CharField(
        max_length=10, choices=SubstitutionEnds.choices, default=SubstitutionEnds.MEETING
    )
    lists_observers = models.BooleanField("name observers in the minutes", default=False)
    remote_counts_from = models.DateField("attending by video counts as present from", null=True, blank=True)
    remote_counts_until = models.DateField(
        "attending by video counts as present until", null=True, blank=True
    )
    clerk = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    proper_officer = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name_plural = "bodies"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(quorum_fraction__gte=0, quorum_fraction__lte=1),
                name="body_quorum_fraction_in_range",
                violation_error_message="Enter the quorum as a fraction between 0 and 1.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Term(models.Model):
    """A council's term between elections, in which a body's minutes have one run of numbers."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="terms")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    first_number = models.PositiveIntegerField("number of the first minute written in the portal", default=1)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["body", "starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["body", "starts_on"], name="term_begins_once"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="term_dates_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} from {self.starts_on}"


class ClosedDayKind(models.TextChoices):
    BANK_HOLIDAY = "bank_holiday", "Bank holiday added since"
    COUNCIL_CLOSURE = "council_closure", "The council's offices are closed"


@pghistory.track()
class ClosedDay(models.Model):
    """A day that is no working day beside the bank holidays that are known anyway."""

    on = models.DateField(unique=True, error_messages={"unique": "This day is in the list already."})
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=20, choices=ClosedDayKind.choices)
    known_since = models.DateField()

    class Meta:
        ordering = ["on"]

    def __str__(self) -> str:
        return f"{self.name}, {self.on}"
