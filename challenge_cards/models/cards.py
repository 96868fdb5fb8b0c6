"""A challenge card, the steps of its way, and the days that were promised. No person stands in any of it.

The history keeps states and days but no words: a word that slips past the rules is then gone when it is taken out.
"""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from challenge_cards.models.groups import Group
from challenge_cards.privacy import SMALLEST_GROUP
from challenge_cards.states import OPEN, PUBLIC, State
from meetings.models import AgendaItem, Undertaking
from people.models import Post, User
from recommendations.due_dates import Precision
from recommendations.models import PledgeTheme, Principle, Recommendation, StrategyOutcome

ONLY_WHILE_RECEIVED = pgtrigger.Trigger(
    name="goes_only_while_received",
    when=pgtrigger.Before,
    operation=pgtrigger.Delete,
    func=pgtrigger.Func("""
        IF EXISTS (
            SELECT 1 FROM challenge_cards_challengecard one WHERE one.id = OLD.card_id AND one.state <> 'received'
        ) THEN
            RAISE EXCEPTION 'A step of a card stays.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'goes_only_while_received';
        END IF;
        RETURN OLD;
    """),
)


class CardQuerySet(models.QuerySet["ChallengeCard"]):
    def open(self) -> "CardQuerySet":
        return self.filter(state__in=OPEN)

    def public(self) -> "CardQuerySet":
        """What anybody may read: supported by a council, looked at where two people had to. A card that was taken
        down is among them, for its place is kept by a notice."""
        return self.filter(state__in=PUBLIC, is_held=False)


@pghistory.track(fields=["id", "year", "number", "state", "round", "owner", "taken_down_at", "version"])
class ChallengeCard(models.Model):
    """A question that a group of young people puts to the council. One from before the portal may lack its group."""

    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    group = models.ForeignKey(Group, models.PROTECT, null=True, blank=True, related_name="cards")
    members_then = models.PositiveSmallIntegerField("how many the group were", null=True, blank=True)
    is_from_before = models.BooleanField("taken over from before the portal", default=False)
    title = models.CharField(max_length=120)
    question = models.TextField("what the group asks for", max_length=1500)
    why = models.TextField("why it matters to them", max_length=1500, blank=True)
    outcome = models.TextField("what is known of its outcome", max_length=1500, blank=True)
    received_on = models.DateField(null=True, blank=True)
    received_precision = models.CharField(max_length=15, choices=Precision.choices, default=Precision.DAY)
    state = models.CharField(max_length=20, choices=State.choices, default=State.RECEIVED)
    round = models.PositiveSmallIntegerField("which answer is being given", default=1)
    owner = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="cards")
    is_held = models.BooleanField("two people look at its words first", default=False)
    taken_down_at = models.DateTimeField(null=True, blank=True)
    pledges = models.ManyToManyField(PledgeTheme, blank=True, related_name="cards")
    principles = models.ManyToManyField(Principle, blank=True, related_name="cards")
    outcomes = models.ManyToManyField(StrategyOutcome, blank=True, related_name="cards")
    recommendations = models.ManyToManyField(Recommendation, blank=True, related_name="cards")
    undertakings = models.ManyToManyField(Undertaking, blank=True, related_name="cards")
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = CardQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="card_number_once"),
            models.CheckConstraint(
                condition=Q(is_from_before=True)
                | Q(group__isnull=False, members_then__gte=SMALLEST_GROUP, received_on__isnull=False),
                name="card_of_a_group_large_enough",
                violation_error_message=f"A card is raised by a group of at least {SMALLEST_GROUP} young people.",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.REDIRECTED), name="card_passed_on_is_only_a_count"
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="stays_once_it_goes_on",
                operation=pgtrigger.Delete,
                condition=~pgtrigger.Q(old__state=State.RECEIVED),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> str:
        return f"{self.year}/{self.number}"

    @property
    def is_taken_down(self) -> bool:
        return self.taken_down_at is not None

    @property
    def is_on_public_page(self) -> bool:
        return self.state in PUBLIC and not self.is_held and not self.is_taken_down

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def reopened(self) -> int:
        """How often the group said that it was not enough."""
        return self.round - 1

    @property
    def reopened_said(self) -> str:
        return {1: "once", 2: "twice"}.get(self.reopened, f"{self.reopened} times")


class StepKind(models.TextChoices):
    RECEIVED = "received", "The group asked"
    TO_COUNCIL = "to_council", "Given to a children in care council"
    SUPPORTED = "supported", "The council supported it"
    NOT_FORWARD = "not_forward", "The council did not take it forward"
    TO_OFFICERS = "to_officers", "Given to senior officers"
    AGREED = "agreed", "Actions agreed"
    BEGUN = "begun", "Work began"
    EVENT = "event", "An event"
    REPORTED = "reported", "Reported to the panel"
    RESPONDED = "responded", "Answered"
    DELAYED = "delayed", "A later day was promised"
    VERDICT = "verdict", "The group was told, and said whether it worked"
    REOPENED = "reopened", "Taken up again"
    CLOSED = "closed", "Closed"
    WITHDRAWN = "withdrawn", "Withdrawn by the group"
    TAKEN_DOWN = "taken_down", "Taken off the public page"
    PUT_BACK = "put_back", "Put back on the public page"
    ERASED = "erased", "Words were taken out for good"


@pghistory.track(exclude=["body", "note"])
class CardStep(models.Model):
    """One step of the way. It is never changed, but a note that should not stand can be taken out."""

    card = models.ForeignKey(ChallengeCard, models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=12, choices=StepKind.choices)
    on = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=15, choices=Precision.choices, default=Precision.DAY)
    body = models.CharField("who", max_length=150, blank=True)
    note = models.TextField(max_length=1000, blank=True)
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, blank=True, related_name="card_steps")
    round = models.PositiveSmallIntegerField(default=1)
    is_held = models.BooleanField(default=False)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["card", "on", "pk"]
        triggers = [
            pgtrigger.ReadOnly(name="step_stays", exclude=["body", "note", "is_held"]),
            ONLY_WHILE_RECEIVED,
        ]

    def __str__(self) -> str:
        return f"{self.card}: {self.get_kind_display()}"


@pghistory.track(exclude=["reason", "agreed_by"])
class CardPromise(models.Model):
    """By when the group has its answer. A later day is a new promise; what was first promised stays."""

    card = models.ForeignKey(ChallengeCard, models.PROTECT, related_name="promises")
    round = models.PositiveSmallIntegerField(default=1)
    due_on = models.DateField("the last day")
    precision = models.CharField(max_length=15, choices=Precision.choices, default=Precision.MONTH)
    made_on = models.DateField()
    agreed_by = models.CharField("who agreed", max_length=150, blank=True)
    reason = models.TextField("why it is later", max_length=1000, blank=True)
    is_held = models.BooleanField(default=False)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["card", "round", "made_on", "pk"]
        triggers = [
            pgtrigger.ReadOnly(name="promise_stays", exclude=["reason", "agreed_by", "is_held"]),
            pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.card} by {self.due_on}"
