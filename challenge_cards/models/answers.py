"""What officers do about a card, what they answer, how it is said plainly, and what the group makes of it."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from challenge_cards.models.cards import ChallengeCard
from challenge_cards.privacy import TAKEN_OUT
from challenge_cards.states import Opinion
from meetings.models import AgendaItem
from people.models import Post, User
from recommendations.due_dates import Precision

# Nobody words a published answer anew; words that lead to a child can be taken out of it
CHANGED_AFTER_PUBLICATION = pgtrigger.Condition(f"""
    OLD.published_on IS NOT NULL AND (
        NEW.text NOT IN (OLD.text, '{TAKEN_OUT}')
        OR to_jsonb(OLD) - 'text' - 'version' <> to_jsonb(NEW) - 'text' - 'version'
    )
""")


class ActionStatus(models.TextChoices):
    AGREED = "agreed", "Agreed"
    ON_TRACK = "on_track", "On track"
    DONE = "done", "Done"
    NOT_POSSIBLE = "not_possible", "Cannot be done"


@pghistory.track(exclude=["text", "evidence"])
class CardAction(models.Model):
    """One thing that will be done, and the post that does it."""

    card = models.ForeignKey(ChallengeCard, models.PROTECT, related_name="actions")
    round = models.PositiveSmallIntegerField(default=1)
    text = models.TextField("what will be done", max_length=500)
    owner = models.ForeignKey(Post, models.PROTECT, related_name="card_actions")
    due_on = models.DateField("by the end of", null=True, blank=True)
    precision = models.CharField(max_length=15, choices=Precision.choices, default=Precision.DAY)
    status = models.CharField(max_length=12, choices=ActionStatus.choices, default=ActionStatus.AGREED)
    done_on = models.DateField(null=True, blank=True)
    evidence = models.TextField("what shows it, or why it cannot be done", max_length=1000, blank=True)
    is_held = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["card", "round", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status=ActionStatus.NOT_POSSIBLE) | ~Q(evidence="") | Q(is_held=True),
                name="card_action_not_possible_with_a_reason",
                violation_error_message="Say why it cannot be done.",
            ),
            models.CheckConstraint(
                condition=Q(status=ActionStatus.DONE) | Q(done_on=None),
                name="card_action_done_on_a_day_when_done",
            ),
        ]
        triggers = [pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.text


@pghistory.track(exclude=["text"])
class CardResponse(models.Model):
    """The council's full answer of one round, given to the panel at an item of its agenda."""

    card = models.ForeignKey(ChallengeCard, models.PROTECT, related_name="responses")
    round = models.PositiveSmallIntegerField(default=1)
    text = models.TextField("the answer", max_length=5000)
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, blank=True, related_name="card_responses")
    published_on = models.DateField(null=True, blank=True)
    published_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    is_held = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["card", "round"]
        constraints = [
            models.UniqueConstraint(fields=["card", "round"], name="card_answered_once_a_round"),
            models.CheckConstraint(
                condition=Q(published_on=None) | Q(item__isnull=False, is_held=False),
                name="card_response_on_an_agenda",
                violation_error_message="Say at which item of a panel's agenda the answer is given.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="published_stays", operation=pgtrigger.Update, condition=CHANGED_AFTER_PUBLICATION
            ),
            pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"Answer {self.round} to {self.card}"


class Audience(models.TextChoices):
    SEVEN = "7-11", "Ages 7 to 11"
    ELEVEN = "11-16", "Ages 11 to 16"
    SIXTEEN = "16-21", "Ages 16 to 21"


class Language(models.TextChoices):
    """In their own words, for those who look for them."""

    ENGLISH = "en", "English"
    ALBANIAN = "sq", "Shqip"
    ARABIC = "ar", "العربية"
    DARI = "prs", "دری"
    KURDISH = "ckb", "کوردی"
    PASHTO = "ps", "پښتو"
    TIGRINYA = "ti", "ትግርኛ"
    UKRAINIAN = "uk", "Українська"
    VIETNAMESE = "vi", "Tiếng Việt"

    @property
    def direction(self) -> str:
        return "rtl" if self in (self.ARABIC, self.DARI, self.KURDISH, self.PASHTO) else "ltr"

    @property
    def has_other_letters(self) -> bool:
        """Whether it needs a font beside that of everything else."""
        return self.direction == "rtl" or self == self.TIGRINYA


PLAIN_FIELDS = ("you_said", "we_promised", "we_did", "we_could_not", "what_next")


@pghistory.track(exclude=PLAIN_FIELDS)
class CardWording(models.Model):
    """A card said plainly, for one age band in one language. Public once a participation worker has checked it, until
    another is checked in its place: then its own words are emptied.
    """

    card = models.ForeignKey(ChallengeCard, models.PROTECT, related_name="wordings")
    round = models.PositiveSmallIntegerField(default=1)
    audience = models.CharField(max_length=5, choices=Audience.choices, default=Audience.ELEVEN)
    language = models.CharField(max_length=3, choices=Language.choices, default=Language.ENGLISH)
    you_said = models.TextField(max_length=600)
    we_promised = models.TextField("what we promised", max_length=600, blank=True)
    we_did = models.TextField("what we did", max_length=600, blank=True)
    we_could_not = models.TextField("what we could not do, and why", max_length=600, blank=True)
    what_next = models.TextField("what comes next", max_length=600, blank=True)
    checked_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    checked_at = models.DateTimeField(null=True, blank=True)
    is_held = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["card", "-round", "audience", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["card", "round", "audience", "language"],
                condition=Q(checked_at=None),
                name="card_wording_written_once",
            ),
            models.CheckConstraint(
                condition=Q(checked_at=None, checked_by=None)
                | Q(checked_at__isnull=False, checked_by__isnull=False, is_held=False),
                name="card_wording_checked_by_somebody",
            ),
        ]
        triggers = [pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.card} for {self.get_audience_display()}"

    @property
    def is_checked(self) -> bool:
        return self.checked_at is not None


@pghistory.track(exclude=["words", "told_at"])
class CardVerdict(models.Model):
    """What the group said of one answer: whether it worked."""

    card = models.ForeignKey(ChallengeCard, models.PROTECT, related_name="verdicts")
    round = models.PositiveSmallIntegerField()
    told_on = models.DateField("when the group was told")
    told_at = models.CharField("at which of its meetings", max_length=150)
    opinion = models.CharField(max_length=10, choices=Opinion.choices)
    words = models.TextField("in the group's words", max_length=600, blank=True)
    council_asks = models.BooleanField("the council asks for more", default=False)
    is_held = models.BooleanField(default=False)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["card", "round"]
        constraints = [models.UniqueConstraint(fields=["card", "round"], name="card_verdict_once_a_round")]
        triggers = [
            pgtrigger.ReadOnly(name="verdict_stays", exclude=["words", "told_at", "is_held"]),
            pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.card}: {self.get_opinion_display()}"
