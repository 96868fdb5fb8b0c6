"""What happened at the table: who was there, whose interest was declared, when the public was excluded."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from meetings.attendance_rate import AttendanceStatus
from meetings.models.agenda import AgendaItem
from meetings.models.calendar import Meeting
from meetings.models.membership import Office
from meetings.models.triggers import BY_ITEM, BY_MEETING, frozen_when_approved
from meetings.wording import ElectionOutcome
from people.models import Person


class Capacity(models.TextChoices):
    MEMBER = "member", "Member"
    SUBSTITUTE = "substitute", "Substitute"
    COUNCILLOR = "councillor", "Councillor who is not on the panel"
    OFFICER = "officer", "In attendance"
    OBSERVER = "observer", "Observer"


class Mode(models.TextChoices):
    ROOM = "room", "In the room"
    REMOTE = "remote", "By video"


@pghistory.track()
class Attendance(models.Model):
    """One person at one meeting."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendances")
    person = models.ForeignKey(Person, models.PROTECT, related_name="attendances")
    capacity = models.CharField(max_length=10, choices=Capacity.choices)
    status = models.CharField(
        max_length=10, choices=AttendanceStatus.choices, default=AttendanceStatus.EXPECTED
    )
    substitute_for = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="substitutions"
    )
    accepted_at = models.DateTimeField("substitution accepted at", null=True, blank=True)
    described_as = models.CharField("post as printed", max_length=200, blank=True)
    mode = models.CharField(max_length=10, choices=Mode.choices, default=Mode.ROOM)
    arrived_at = models.TimeField(null=True, blank=True)
    left_at = models.TimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["meeting", "person__surname", "person__first_name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"],
                name="attendance_once_a_meeting",
                violation_error_message="This person is on the list already.",
            ),
            models.UniqueConstraint(
                fields=["meeting", "substitute_for"],
                condition=Q(substitute_for__isnull=False),
                name="attendance_one_substitute_a_member",
                violation_error_message="This member has a substitute already.",
            ),
            models.CheckConstraint(
                condition=Q(capacity=Capacity.SUBSTITUTE, substitute_for__isnull=False)
                | (~Q(capacity=Capacity.SUBSTITUTE) & Q(substitute_for=None)),
                name="attendance_substitute_for_somebody",
                violation_error_message="Choose the member for whom the substitute attends.",
            ),
            models.CheckConstraint(
                condition=Q(arrived_at=None) | Q(left_at=None) | Q(left_at__gte=F("arrived_at")),
                name="attendance_left_after_arriving",
                violation_error_message="Enter a time of leaving after the time of arriving.",
            ),
        ]
        triggers = [frozen_when_approved(BY_MEETING)]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_status_display().lower()}"


class InterestKind(models.TextChoices):
    DPI = "dpi", "Disclosable pecuniary interest"
    OSI = "osi", "Other significant interest"
    OTHER = "other", "Other interest, declared in the spirit of openness"


class InterestEffect(models.TextChoices):
    WITHDREW = "withdrew", "Left the room, took no part"
    NO_VOTE = "no_vote", "Stayed, spoke, did not vote"
    STAYED = "stayed", "Stayed and took part"
    DISPENSED = "dispensed", "Took part by a dispensation"


@pghistory.track()
class Interest(models.Model):
    """An interest that somebody declared in an item."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="interests")
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, blank=True, related_name="interests")
    person = models.ForeignKey(Person, models.PROTECT, related_name="interests")
    kind = models.CharField(max_length=10, choices=InterestKind.choices)
    nature = models.TextField("what the interest is")
    effect = models.CharField(max_length=10, choices=InterestEffect.choices)
    dispensation = models.TextField(blank=True)
    is_on_register = models.BooleanField("in the register of interests already", default=False)

    class Meta:
        ordering = ["meeting", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(effect=InterestEffect.DISPENSED) | ~Q(dispensation=""),
                name="interest_dispensation_named",
                violation_error_message="Say who gave the dispensation and when.",
            ),
            # Localism Act 2011, section 31
            models.CheckConstraint(
                condition=~Q(kind=InterestKind.DPI)
                | Q(effect__in=[InterestEffect.WITHDREW, InterestEffect.DISPENSED]),
                name="interest_pecuniary_takes_no_part",
                violation_error_message="With a disclosable pecuniary interest a member leaves, or has a dispensation.",
            ),
        ]
        triggers = [frozen_when_approved(BY_MEETING)]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_kind_display()}"


@pghistory.track()
class Exclusion(models.Model):
    """The meeting's resolution that the public leaves for some items, or its refusal to."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="exclusions")
    items = models.ManyToManyField(AgendaItem, related_name="exclusions")
    paragraphs = ArrayField(models.PositiveSmallIntegerField())
    moved_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    seconded_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    is_resolved = models.BooleanField("the meeting resolved to exclude the public")
    at = models.TimeField(null=True, blank=True)
    readmitted_at = models.TimeField("public admitted again at", null=True, blank=True)

    class Meta:
        ordering = ["meeting", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(paragraphs__contained_by=[1, 2, 3, 4, 5, 6, 7], paragraphs__len__gte=1),
                name="exclusion_names_paragraphs",
                violation_error_message="Choose at least one of the paragraphs 1 to 7.",
            )
        ]
        triggers = [frozen_when_approved(BY_MEETING)]

    def __str__(self) -> str:
        return f"Exclusion of the public from {self.meeting}"


@pghistory.track()
class Election(models.Model):
    """An election to an office at one item, with its outcome."""

    item = models.OneToOneField(AgendaItem, models.PROTECT, related_name="election")
    office = models.CharField(max_length=15, choices=Office.choices)
    outcome = models.CharField(max_length=10, choices=ElectionOutcome.choices)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="elections")
    proposed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    seconded_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    votes_for = models.PositiveSmallIntegerField(null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome=ElectionOutcome.DEFERRED, person=None)
                | (~Q(outcome=ElectionOutcome.DEFERRED) & Q(person__isnull=False)),
                name="election_of_somebody_or_deferred",
                violation_error_message="Say who was elected, or that the election was put off.",
            )
        ]
        triggers = [frozen_when_approved(BY_ITEM)]

    def __str__(self) -> str:
        return f"{self.get_office_display()}: {self.get_outcome_display()}"
