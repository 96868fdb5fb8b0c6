"""What is to come before the panel, and where it was moved."""

import pghistory
from django.db import models
from django.db.models import F, Q

from meetings.models.bodies import Body
from meetings.models.calendar import Meeting
from meetings.models.triggers import NO_DELETE, STAYS
from people.models import Post, User


class ProgrammeState(models.TextChoices):
    """`Scheduled` is an entry with a meeting; `on agenda`, one that an item was made of."""

    IDEA = "idea", "Idea"
    SCHEDULED = "scheduled", "Scheduled"
    ON_AGENDA = "on_agenda", "On an agenda"
    CONSIDERED = "considered", "Considered"
    DROPPED = "dropped", "Dropped"


class Recurrence(models.TextChoices):
    ONCE = "once", "Once"
    EVERY_MEETING = "every_meeting", "At every meeting"
    ANNUAL = "annual", "Every year"


@pghistory.track()
class ProgrammeEntry(models.Model):
    """One line of the forward work programme."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="programme")
    title = models.CharField(max_length=250)
    purpose = models.CharField("what the panel is asked to do", max_length=250, blank=True)
    owner = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="programme")
    recurrence = models.CharField(max_length=15, choices=Recurrence.choices, default=Recurrence.ONCE)
    state = models.CharField(max_length=10, choices=ProgrammeState.choices, default=ProgrammeState.IDEA)
    note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name_plural = "programme entries"
        ordering = ["meeting__on", "title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=ProgrammeState.SCHEDULED) | Q(meeting__isnull=False),
                name="programme_entry_scheduled_for_a_meeting",
                violation_error_message="Choose the meeting that this is scheduled for.",
            )
        ]
        triggers = [NO_DELETE]

    def __str__(self) -> str:
        return self.title


class ProgrammeMove(models.Model):
    """One move of an entry, from one meeting (or none) to another (or none)."""

    entry = models.ForeignKey(ProgrammeEntry, models.PROTECT, related_name="moves")
    moved_from = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")
    moved_to = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=250)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(moved_from=F("moved_to")), name="programme_move_goes_somewhere"
            ),
        ]
        triggers = [STAYS]

    def __str__(self) -> str:
        return f"{self.entry}: {self.moved_from} to {self.moved_to}"
