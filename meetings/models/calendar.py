"""Meetings and the way each goes, from a reserved date to a meeting that was held."""

import secrets
import uuid

import pghistory
from django.db import models
from django.db.models import Q

from meetings.models.bodies import Body
from meetings.models.triggers import NO_DELETE
from people.models import Person, User


class MeetingState(models.TextChoices):
    """What was done with the date. Whether its agenda is issued and its minutes are out, their own tables say."""

    RESERVED = "reserved", "Reserved"
    CONFIRMED = "confirmed", "Confirmed"
    SITTING = "sitting", "Sitting"
    ADJOURNED = "adjourned", "Adjourned"
    HELD = "held", "Held"
    INQUORATE = "inquorate", "Not held: no quorum"
    POSTPONED = "postponed", "Postponed"
    CANCELLED = "cancelled", "Cancelled"


CALLED_OFF = (MeetingState.POSTPONED, MeetingState.CANCELLED)
NEEDS_A_REASON = (*CALLED_OFF, MeetingState.INQUORATE, MeetingState.ADJOURNED)


class MeetingKind(models.TextChoices):
    ORDINARY = "ordinary", "Ordinary meeting"
    ANNUAL = "annual", "Annual meeting"
    EXTRAORDINARY = "extraordinary", "Extraordinary meeting"


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def going_on(self) -> "MeetingQuerySet":
        """Those that were not called off."""
        return self.exclude(state__in=CALLED_OFF)

    def open_to_public(self) -> "MeetingQuerySet":
        """Every date is public as soon as it is reserved."""
        return self.all()


@pghistory.track()
class Meeting(models.Model):
    """One meeting of the panel, from the day its date was reserved."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="meetings")
    on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    venue = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=15, choices=MeetingKind.choices, default=MeetingKind.ORDINARY)
    state = models.CharField(max_length=10, choices=MeetingState.choices, default=MeetingState.RESERVED)
    reason = models.TextField("why it is not held as planned", blank=True)
    moved_to = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="moved_from")
    is_school_holiday = models.BooleanField("falls in the school holidays", default=False)
    convened_on = models.DateField("called at shorter notice on", null=True, blank=True)
    short_notice_reason = models.TextField("why at shorter notice", blank=True)
    presided_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    opened_at = models.TimeField(null=True, blank=True)
    closed_at = models.TimeField(null=True, blank=True)
    note = models.TextField(blank=True)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    legacy_id = models.PositiveIntegerField(
        "number in the council's earlier system", null=True, blank=True, unique=True
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["on", "starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "on"],
                condition=~Q(state__in=CALLED_OFF),
                name="meeting_one_a_day",
                violation_error_message="There is a meeting on this day already.",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=NEEDS_A_REASON) | ~Q(reason=""),
                name="meeting_called_off_with_reason",
                violation_error_message="Say why the meeting is not held as planned.",
            ),
            models.CheckConstraint(
                condition=Q(moved_to=None) | Q(state=MeetingState.POSTPONED),
                name="meeting_moved_when_postponed",
                violation_error_message="Only a postponed meeting has moved to another date.",
            ),
            models.CheckConstraint(
                condition=Q(convened_on=None, short_notice_reason="")
                | (Q(convened_on__isnull=False) & ~Q(short_notice_reason="")),
                name="meeting_short_notice_whole",
                violation_error_message="Say when the meeting was called and why at shorter notice.",
            ),
        ]
        triggers = [NO_DELETE]

    def __str__(self) -> str:
        return f"{self.body} on {self.on}"

    @property
    def is_called_off(self) -> bool:
        return self.state in CALLED_OFF


def _new_key() -> str:
    return secrets.token_urlsafe(32)


@pghistory.track(exclude=["key"])
class PrivateCalendar(models.Model):
    """The address at which one person's calendar program asks for their own feed; a new key ends the old."""

    user = models.OneToOneField(User, models.CASCADE, related_name="private_calendar")
    key = models.CharField(max_length=50, unique=True, default=_new_key)
    made_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"Calendar of {self.user}"
