"""What was promised at a meeting, by which post and by when, until the panel accepts it as done."""

import pghistory
from django.db import models
from django.db.models import Q

from meetings.due import DueKind
from meetings.models.agenda import AgendaItem
from meetings.models.calendar import Meeting
from meetings.models.minutes import Minute
from meetings.models.triggers import NO_DELETE, STAYS
from people.models import Post, User


class Binding(models.TextChoices):
    DECISION = "decision", "The panel decided it"
    UNDERTAKING = "undertaking", "Somebody undertook it"
    STATEMENT = "statement", "Somebody said that it would be done"


class UndertakingState(models.TextChoices):
    """Overdue is worked out, never stored."""

    OPEN = "open", "Open"
    UNDERWAY = "underway", "Under way"
    REPORTED = "reported", "Reported to the panel"
    ACCEPTED = "accepted", "Accepted by the panel"


@pghistory.track()
class Undertaking(models.Model):
    """One thing that was undertaken. The items on which it comes back are `items`."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="undertakings_made")
    paragraph = models.CharField("paragraph of the minute", max_length=20, blank=True)
    what = models.TextField("what is to be done")
    owner = models.ForeignKey(Post, models.PROTECT, related_name="undertakings")
    binding = models.CharField(max_length=12, choices=Binding.choices, default=Binding.UNDERTAKING)
    due_kind = models.CharField(max_length=15, choices=DueKind.choices, default=DueKind.NEXT_MEETING)
    due_on = models.DateField("day, or last day of the month", null=True, blank=True)
    due_meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="undertakings_due"
    )
    due_rule = models.CharField("when, in words", max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=UndertakingState.choices, default=UndertakingState.OPEN)
    accepted_by = models.ForeignKey(Minute, models.PROTECT, null=True, blank=True, related_name="accepts")
    is_exempt = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["item__meeting", "item__position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=UndertakingState.ACCEPTED, accepted_by__isnull=False)
                | (~Q(state=UndertakingState.ACCEPTED) & Q(accepted_by=None)),
                name="undertaking_accepted_by_a_minute",
                violation_error_message="Only a minute of the panel can accept an undertaking as done.",
            ),
            models.CheckConstraint(
                condition=~Q(due_kind__in=[DueKind.DATE, DueKind.MONTH]) | Q(due_on__isnull=False),
                name="undertaking_due_on_a_day",
                violation_error_message="Enter the date or the month by which it is due.",
            ),
            models.CheckConstraint(
                condition=~Q(due_kind=DueKind.MEETING) | Q(due_meeting__isnull=False),
                name="undertaking_due_at_a_meeting",
                violation_error_message="Choose the meeting by which it is due.",
            ),
        ]
        triggers = [NO_DELETE]

    def __str__(self) -> str:
        return self.what


class UndertakingUpdate(models.Model):
    """What was reported about an undertaking, and the state it had from then on."""

    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="updates")
    text = models.TextField()
    state = models.CharField(max_length=10, choices=UndertakingState.choices)
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]
        triggers = [STAYS]

    def __str__(self) -> str:
        return f"{self.undertaking}: {self.get_state_display()}"


@pghistory.track()
class Referral(models.Model):
    """A minute that goes on to another body of the council."""

    minute = models.ForeignKey(Minute, models.PROTECT, related_name="referrals")
    to_body = models.CharField(max_length=150)
    meeting_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["minute", "pk"]

    def __str__(self) -> str:
        return f"{self.minute} to {self.to_body}"
