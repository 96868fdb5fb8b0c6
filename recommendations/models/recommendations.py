"""Reports to the council and what each recommends: limb by limb, with an owning post and a day, if it has one."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from meetings.models import Meeting
from people.models import Post, User
from recommendations.due_dates import Precision
from recommendations.models.strategy import PledgeTheme, Principle, StrategyOutcome
from recommendations.status import Impact, LimbStatus


class ResponseKind(models.TextChoices):
    STATUTORY = "statutory", "A response within two months, by law"
    LOCAL = "local", "A response by the council's own rule"
    NONE = "none", "No response"


@pghistory.track()
class Report(models.Model):
    """A select committee's report. It counts as adopted on the day it was presented, unless another is given."""

    title = models.CharField(max_length=250)
    body = models.CharField("who wrote it", max_length=150)
    presented_to = models.CharField(max_length=150)
    presented_on = models.DateField()
    adopted_on = models.DateField()
    received_on = models.DateField("when the cabinet had it", null=True, blank=True)
    notice_on = models.DateField(
        "when the cabinet had the notice asking for a response", null=True, blank=True
    )
    response_kind = models.CharField(max_length=10, choices=ResponseKind.choices, default=ResponseKind.NONE)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["-presented_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(adopted_on__gte=F("presented_on")),
                name="report_adopted_after_it_was_presented",
                violation_error_message="A report cannot be adopted before it was presented.",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Theme(models.Model):
    """A part of the report under which recommendations stand."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="themes")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=150)

    class Meta:
        ordering = ["report", "position"]
        constraints = [models.UniqueConstraint(fields=["report", "title"], name="theme_once")]

    def __str__(self) -> str:
        return self.title


class DueRule(models.TextChoices):
    """What the recommendation says about time."""

    NONE = "none", "No date"
    DATE = "date", "A date"
    MONTH = "month", "The end of a month or other period"
    RELATIVE = "relative", "So many months after it was adopted"
    RECURRING = "recurring", "Again and again"
    EVENT = "event", "Once something has happened"
    MEETING = "meeting", "A meeting of the panel"
    CONTINUOUS = "continuous", "Always"


WITHOUT_A_DAY = (DueRule.NONE, DueRule.CONTINUOUS, DueRule.EVENT, DueRule.RECURRING)


class Response(models.TextChoices):
    AWAITING = "awaiting", "Awaiting a response"
    ACCEPTED = "accepted", "Accepted"
    PARTLY = "partly", "Partly accepted"
    REJECTED = "rejected", "Rejected"


@pghistory.track()
class Recommendation(models.Model):
    """One recommendation. `due_on` is as first set; later days are revisions, which keep it.

    Its delivery status is worked out from its limbs; lateness, staleness and effect are worked out too, or said by
    updates, and none of them is a status. What it takes all updates to know is settled each time one is published, so
    that a register need not read them.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="recommendations")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="recommendations")
    number = models.PositiveSmallIntegerField()
    short_title = models.CharField(max_length=120)
    text = models.TextField("as adopted")
    restated = models.TextField("as said again since", blank=True)
    finding = models.TextField("what the committee found", blank=True)
    pages = models.CharField("pages of the report", max_length=30, blank=True)
    owner = models.ForeignKey(Post, models.PROTECT, related_name="recommendations_owned")
    partners = models.ManyToManyField(Post, blank=True, related_name="recommendations_helped")
    response = models.CharField(max_length=10, choices=Response.choices, default=Response.AWAITING)
    response_reason = models.TextField(blank=True)
    response_by = models.CharField("who responded", max_length=150, blank=True)
    response_on = models.DateField(null=True, blank=True)
    due_rule = models.CharField(max_length=10, choices=DueRule.choices, default=DueRule.NONE)
    due_on = models.DateField("last day, as first set", null=True, blank=True)
    due_precision = models.CharField(max_length=15, choices=Precision.choices, default=Precision.DAY)
    due_meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="recommendations_due"
    )
    due_words = models.CharField("when, in its own words", max_length=200, blank=True)
    every_months = models.PositiveSmallIntegerField(null=True, blank=True)
    awaited_event = models.CharField(max_length=150, blank=True)
    event_on = models.DateField("when the event came", null=True, blank=True)
    met_on = models.DateField("when it was met, as far as recorded", null=True, blank=True)
    groups_named = models.CharField("groups of children it names", max_length=250, blank=True)
    affects_young_people = models.BooleanField(default=False)
    is_forced_slipped = models.BooleanField("its owner says it has slipped", default=False)
    impact = models.CharField(max_length=15, choices=Impact.choices, default=Impact.NONE_CLAIMED)
    impact_reason = models.TextField(blank=True)
    current_update = models.ForeignKey(
        "recommendations.Update", models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    has_no_movement = models.BooleanField("two returns in a row with nothing", default=False, editable=False)
    outcomes = models.ManyToManyField(StrategyOutcome, blank=True, related_name="recommendations")
    pledges = models.ManyToManyField(PledgeTheme, blank=True, related_name="recommendations")
    principles = models.ManyToManyField(Principle, blank=True, related_name="recommendations")
    indicators = models.ManyToManyField("scorecard.Indicator", blank=True, related_name="recommendations")
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["report", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "number"],
                name="recommendation_number_once",
                violation_error_message="This report has a recommendation of that number already.",
            ),
            models.CheckConstraint(
                condition=~Q(response=Response.REJECTED) | ~Q(response_reason=""),
                name="recommendation_rejected_with_reason",
                violation_error_message="Say why the recommendation was rejected.",
            ),
            models.CheckConstraint(
                condition=Q(due_rule__in=WITHOUT_A_DAY) | Q(due_on__isnull=False),
                name="recommendation_due_on_a_day",
                violation_error_message="Enter the date, month or meeting by which it is due.",
            ),
            models.CheckConstraint(
                condition=~Q(due_rule=DueRule.MEETING) | Q(due_meeting__isnull=False),
                name="recommendation_due_at_a_meeting",
                violation_error_message="Choose the meeting by which it is due.",
            ),
        ]
        triggers = [pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.number}. {self.short_title}"


@pghistory.track()
class Limb(models.Model):
    """One separable part of what is asked. Status and day follow from the published updates."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="limbs")
    letter = models.CharField(max_length=2)
    text = models.CharField(max_length=250)
    status = models.CharField(max_length=11, choices=LimbStatus.choices, default=LimbStatus.NOT_STARTED)
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["recommendation", "letter"]
        constraints = [
            models.UniqueConstraint(fields=["recommendation", "letter"], name="limb_letter_once"),
            models.CheckConstraint(
                condition=Q(status=LimbStatus.DONE) | Q(done_on=None),
                name="limb_done_on_a_day_when_done",
                violation_error_message="Only a part that is done has a day on which it was done.",
            ),
        ]

    def __str__(self) -> str:
        return f"({self.letter}) {self.text}"


@pghistory.track()
class DueRevision(models.Model):
    """A later day that was agreed. The first stays, and so do the days already late."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="revisions")
    due_on = models.DateField()
    reason = models.TextField()
    agreed_by = models.CharField("who agreed", max_length=150)
    agreed_on = models.DateField()
    resolution = models.ForeignKey(
        "meetings.Resolution", models.PROTECT, null=True, blank=True, related_name="due_revisions"
    )
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["recommendation", "agreed_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="due_revision_has_a_reason"),
        ]
        triggers = [pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.recommendation} by {self.due_on}"


@pghistory.track()
class DueRound(models.Model):
    """One round of what comes again and again, once it was met."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="rounds")
    due_on = models.DateField()
    met_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["recommendation", "due_on"]
        constraints = [models.UniqueConstraint(fields=["recommendation", "due_on"], name="due_round_once")]

    def __str__(self) -> str:
        return f"{self.recommendation}, round of {self.due_on}"
