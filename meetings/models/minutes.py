"""Minutes: what the panel did, numbered, with what it resolved."""

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from core.richtext import RichTextField
from meetings.models.agenda import AgendaItem
from meetings.models.calendar import Meeting
from meetings.models.issues import Sha256OfText
from meetings.models.triggers import BY_ITEM, BY_RECORD, NO_DELETE, frozen_when_approved
from people.models import Person, User


class MinutesState(models.TextChoices):
    DRAFTING = "drafting", "Being written"
    CHAIRMAN = "chairman", "With the chairman"
    PUBLISHED = "published", "Published as draft"
    APPROVED = "approved", "Approved"
    AMENDED = "amended", "Approved as amended"


APPROVED = (MinutesState.APPROVED, MinutesState.AMENDED)
PUBLIC = (MinutesState.PUBLISHED, *APPROVED)


@pghistory.track()
class MeetingMinutes(models.Model):
    """The minutes of one meeting as a whole, and how far they have come."""

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="minutes")
    state = models.CharField(max_length=10, choices=MinutesState.choices, default=MinutesState.DRAFTING)
    begun_with = models.JSONField(
        "a mark for each sentence the portal wrote when they were begun",
        null=True,
        blank=True,
        editable=False,
    )
    chairman_note = models.TextField("what the chairman asked to change", blank=True)
    sent_by = models.ForeignKey(
        User,
        models.PROTECT,
        verbose_name="who sent them to the chairman",
        null=True,
        blank=True,
        related_name="+",
    )
    agreed_at = models.DateTimeField("when the chairman agreed", null=True, blank=True)
    agreed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    agreed_note = models.CharField("how an officer knows of it", max_length=250, blank=True)
    agreed_sha256 = models.CharField("hash of what the chairman agreed to", max_length=64, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    head = models.JSONField("what stands above them, as published: heading and names", null=True, blank=True)
    approved_at = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="minutes_approved"
    )
    amendment = models.TextField("what was corrected on approval", blank=True)
    signed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    signed_on = models.DateField(null=True, blank=True)
    content = models.TextField("JSON of the minutes as approved, for the public", blank=True)
    content_sha256 = models.CharField(max_length=64, blank=True)
    exempt_content = models.TextField("JSON of what only those entitled read", blank=True)
    pdf = models.BinaryField("as approved", null=True, blank=True)
    pdf_sha256 = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name_plural = "meeting minutes"
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=APPROVED) | Q(approved_at__isnull=False),
                name="minutes_approved_at_a_meeting",
                violation_error_message="Say which meeting approved the minutes.",
            ),
            models.CheckConstraint(
                condition=Q(agreed_at=None, agreed_by=None)
                | Q(agreed_at__isnull=False, agreed_by__isnull=False),
                name="minutes_agreed_by_somebody",
                violation_error_message="Say who recorded that the chairman agreed, and when.",
            ),
            models.CheckConstraint(
                condition=~Q(state=MinutesState.AMENDED) | ~Q(amendment=""),
                name="minutes_amended_with_text",
                violation_error_message="Say what was corrected: page or paragraph, the old words and the new.",
            ),
            models.CheckConstraint(
                condition=(~Q(state__in=APPROVED) & Q(content="", content_sha256="", exempt_content=""))
                | (Q(state__in=APPROVED, content_sha256=Sha256OfText(F("content"))) & ~Q(content="")),
                name="minutes_kept_as_approved",
                violation_error_message="Approved minutes are kept word for word, with their hash.",
            ),
            models.CheckConstraint(
                condition=Q(signed_by=None, signed_on=None)
                | Q(signed_by__isnull=False, signed_on__isnull=False, state__in=APPROVED),
                name="minutes_signed_when_approved",
                violation_error_message="Minutes are signed by somebody on a day, once they are approved.",
            ),
        ]
        triggers = [
            NO_DELETE,
            pgtrigger.Protect(
                name="approved_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.state IN ('approved', 'amended') AND (OLD.meeting_id, OLD.state, OLD.approved_at_id, "
                    "OLD.amendment, OLD.content, OLD.exempt_content, OLD.pdf_sha256) IS DISTINCT FROM (NEW.meeting_id, "
                    "NEW.state, NEW.approved_at_id, NEW.amendment, NEW.content, NEW.exempt_content, NEW.pdf_sha256)"
                ),
            ),
            pgtrigger.Protect(
                name="signed_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__signed_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Minutes of {self.meeting}"

    @property
    def is_public(self) -> bool:
        return self.state in PUBLIC

    @property
    def is_approved(self) -> bool:
        return self.state in APPROVED


class MinuteQuerySet(models.QuerySet["Minute"]):
    def published(self) -> "MinuteQuerySet":
        return self.filter(record__state__in=PUBLIC)

    def for_reader(self, *, exempt: bool) -> "MinuteQuerySet":
        """Published minutes, with the exempt ones for a reader who has the right to them."""
        return self.published() if exempt else self.published().filter(is_exempt=False)


@pghistory.track()
class Minute(models.Model):
    """One minute. Its number is drawn when the minutes are first published, and never given again.

    An exempt minute is read only by those entitled; the public reads `public_summary` in its place.
    """

    record = models.ForeignKey(MeetingMinutes, models.PROTECT, related_name="minutes")
    position = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField(null=True, blank=True)
    series = models.CharField("body and the day its numbers began", max_length=40, blank=True)
    number_year = models.PositiveSmallIntegerField("year printed after the number", null=True, blank=True)
    heading = models.CharField(max_length=250)
    items = models.ManyToManyField(AgendaItem, blank=True, related_name="minutes")
    body = RichTextField(blank=True, headings=False)
    is_exempt = models.BooleanField(default=False)
    public_summary = models.TextField(blank=True)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="corrections")
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = MinuteQuerySet.as_manager()

    class Meta:
        ordering = ["record", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "position"], name="minute_place_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.UniqueConstraint(
                fields=["series", "number"], condition=Q(number__isnull=False), name="minute_number_once"
            ),
            models.CheckConstraint(
                condition=Q(number=None, series="") | (Q(number__isnull=False) & ~Q(series="")),
                name="minute_number_in_a_series",
            ),
            models.CheckConstraint(
                condition=Q(corrects=None) | ~Q(corrects=F("id")), name="minute_corrects_another"
            ),
        ]
        triggers = [
            frozen_when_approved(BY_RECORD),
            pgtrigger.Protect(
                name="number_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.number IS NOT NULL AND (OLD.number, OLD.series) IS DISTINCT FROM (NEW.number, NEW.series)"
                ),
            ),
            pgtrigger.Protect(
                name="numbered_stays",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__number__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.heading}" if self.number else self.heading


@pghistory.track()
class MinutesAppendix(models.Model):
    """A text appended to the minutes, like that of a verbal update."""

    record = models.ForeignKey(MeetingMinutes, models.PROTECT, related_name="appendices")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=250)
    body = RichTextField(headings=False)
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name_plural = "minutes appendices"
        ordering = ["record", "position", "pk"]
        triggers = [frozen_when_approved(BY_RECORD)]

    def __str__(self) -> str:
        return self.title


class ResolutionForm(models.TextChoices):
    RESOLVED = "resolved", "It was RESOLVED that"
    AGREED = "agreed", "It was generally agreed that"
    NOTED = "noted", "It was noted that"
    RECOMMENDED = "recommended", "It was RECOMMENDED that"


class ResolutionEffect(models.TextChoices):
    NOTE = "note", "Note"
    AGREE = "agree", "Agree"
    APPROVE_MINUTES = "approve_minutes", "Approve minutes"
    WELCOME = "welcome", "Welcome"
    CONGRATULATE = "congratulate", "Congratulate"
    INVITE = "invite", "Invite"
    REPORT_BACK = "report_back", "Ask for a report"
    DEFER = "defer", "Put off"
    ELECT = "elect", "Elect"
    EXCLUDE_PUBLIC = "exclude_public", "Exclude the public"
    REFER = "refer", "Refer to another body"
    CLOSE = "close", "Accept as done"


@pghistory.track()
class Resolution(models.Model):
    """One thing that was decided, as the last paragraph of its minute prints it."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="resolutions")
    position = models.PositiveSmallIntegerField()
    form = models.CharField(max_length=12, choices=ResolutionForm.choices, default=ResolutionForm.RESOLVED)
    text = models.TextField("what was decided, after the word that")
    effects = ArrayField(
        models.CharField(max_length=20, choices=ResolutionEffect.choices), default=list, blank=True
    )
    votes_for = models.PositiveSmallIntegerField(null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(null=True, blank=True)
    abstentions = models.PositiveSmallIntegerField(null=True, blank=True)
    casting_vote = models.BooleanField("decided by the casting vote", default=False)
    is_carried = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["item", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "position"],
                name="resolution_place_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=Q(effects__contained_by=ResolutionEffect.values), name="resolution_effects_known"
            ),
        ]
        triggers = [frozen_when_approved(BY_ITEM)]

    def __str__(self) -> str:
        return f"{self.get_form_display()} {self.text}"


class VoteCast(models.TextChoices):
    FOR = "for", "For"
    AGAINST = "against", "Against"
    ABSTAINED = "abstained", "Abstained"


@pghistory.track()
class RecordedVote(models.Model):
    """How one member voted, because they asked to have it recorded."""

    resolution = models.ForeignKey(Resolution, models.CASCADE, related_name="recorded_votes")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    cast = models.CharField(max_length=10, choices=VoteCast.choices)

    class Meta:
        ordering = ["resolution", "pk"]
        constraints = [models.UniqueConstraint(fields=["resolution", "person"], name="recorded_vote_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_cast_display()}"
