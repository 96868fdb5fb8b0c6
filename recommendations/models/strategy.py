"""What the council promised children in care: the strategy's questions, outcomes and actions; pledge and principles."""

import pghistory
from django.db import models

from meetings.models import Meeting
from people.models import Post, User


class Named(models.Model):
    """Something short that others point to, in an order of its own."""

    code = models.SlugField(max_length=30, unique=True)
    title = models.CharField(max_length=250)
    position = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True
        ordering = ["position"]

    def __str__(self) -> str:
        return self.title


class PledgeTheme(Named):
    """One of the six things the council pledged."""


class Principle(Named):
    """One of the seven corporate parenting principles. Children and Social Work Act 2017, s.1."""


@pghistory.track()
class Strategy(models.Model):
    title = models.CharField(max_length=250)
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        verbose_name_plural = "strategies"
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="strategy_days_in_order",
                violation_error_message="The strategy ends before it begins.",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Service(models.Model):
    """A service that a strategy's actions name; `post` answers for it, where one is known."""

    name = models.CharField(max_length=150, unique=True)
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="services")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class StrategyQuestion(models.Model):
    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="questions")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=250)

    class Meta:
        ordering = ["strategy", "number"]
        constraints = [models.UniqueConstraint(fields=["strategy", "number"], name="question_number_once")]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


@pghistory.track()
class StrategyOutcome(models.Model):
    """What shall be so. The strategy gives no measure; the panel may add an indicator, a start and a day."""

    question = models.ForeignKey(StrategyQuestion, models.PROTECT, related_name="outcomes")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=250)
    indicators = models.ManyToManyField("scorecard.Indicator", blank=True, related_name="outcomes")
    baseline = models.CharField("where it started", max_length=150, blank=True)
    due_on = models.DateField("when the panel wants to see it", null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["question", "number"]
        constraints = [models.UniqueConstraint(fields=["question", "number"], name="outcome_number_once")]

    def __str__(self) -> str:
        return f"{self.code} {self.text}"

    @property
    def code(self) -> str:
        """As the strategy is cited: "Q1-3". Needs the question."""
        return f"Q{self.question.number}-{self.number}"


@pghistory.track()
class StrategyAction(models.Model):
    """What shall be done for an outcome, and by which services. `by`: the last day of the month the strategy names."""

    outcome = models.ForeignKey(StrategyOutcome, models.PROTECT, related_name="actions")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=250)
    services = models.ManyToManyField(Service, blank=True, related_name="actions")
    by = models.DateField(null=True, blank=True)
    every_months = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["outcome", "number"]
        constraints = [models.UniqueConstraint(fields=["outcome", "number"], name="action_number_once")]

    def __str__(self) -> str:
        return self.text


@pghistory.track()
class StrategyReview(models.Model):
    """One round of what the strategy promises again and again: that it was looked at, when, and what came of it."""

    action = models.ForeignKey(StrategyAction, models.PROTECT, related_name="reviews")
    due_on = models.DateField()
    held_on = models.DateField()
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="strategy_reviews"
    )
    found = models.TextField("what came of it", blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["action", "due_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "due_on"],
                name="strategy_review_once",
                violation_error_message="That round was recorded already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.action}, due {self.due_on}"
