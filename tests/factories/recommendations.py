import datetime
from collections.abc import Iterable
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from meetings.models import Meeting, ResolutionEffect
from recommendations.actions.settle import settle
from recommendations.closing import Outcome
from recommendations.due_dates import Precision, last_day
from recommendations.models import (
    Closure,
    DueRevision,
    DueRound,
    FigureTold,
    Limb,
    LimbReport,
    NextStep,
    PledgeTheme,
    Principle,
    Recommendation,
    ReopenedLimb,
    Reopening,
    Report,
    Service,
    Strategy,
    StrategyAction,
    StrategyOutcome,
    StrategyQuestion,
    Theme,
    Update,
    UpdateState,
)
from recommendations.status import Coverage, Impact, LimbStatus
from tests.factories.meetings import MeetingFactory, ResolutionFactory
from tests.factories.people import PostFactory

ADOPTED_ON = datetime.date(2015, 12, 10)


class ReportFactory(DjangoModelFactory):
    class Meta:
        model = Report

    title = factory.Sequence(lambda n: f"Select committee report {n}")
    body = "Corporate Parenting Select Committee"
    presented_to = "County Council"
    presented_on = ADOPTED_ON
    adopted_on = factory.SelfAttribute("presented_on")


class ThemeFactory(DjangoModelFactory):
    class Meta:
        model = Theme

    report = factory.SubFactory(ReportFactory)
    position = factory.Sequence(lambda n: n + 1)
    title = factory.Sequence(lambda n: f"Theme {n}")


class RecommendationFactory(DjangoModelFactory):
    """With parts (a) and (b), neither begun; `limbs="abc"` asks for others."""

    class Meta:
        model = Recommendation
        skip_postgeneration_save = True

    report = factory.SelfAttribute("theme.report")
    theme = factory.SubFactory(ThemeFactory)
    number = factory.Sequence(lambda n: n + 1)
    short_title = factory.Sequence(lambda n: f"Recommendation {n}")
    text = "Adopt a guide for members and keep it up to date."
    owner = factory.SubFactory(PostFactory)

    @factory.post_generation
    def limbs(self, create: bool, letters: str | None, **kwargs: Any) -> None:
        for letter in "ab" if letters is None else letters:
            Limb.objects.create(recommendation=self, letter=letter, text=f"Part {letter} is done")


class UpdateFactory(DjangoModelFactory):
    """A draft. `published` makes one that stands."""

    class Meta:
        model = Update

    recommendation = factory.SubFactory(RecommendationFactory)
    as_at = datetime.date(2017, 2, 28)
    precision = Precision.MONTH
    text = "Work goes on."


class DueRevisionFactory(DjangoModelFactory):
    class Meta:
        model = DueRevision

    recommendation = factory.SubFactory(RecommendationFactory)
    due_on = datetime.date(2017, 12, 31)
    reason = "The partner asked for longer."
    agreed_by = "Corporate Parenting Panel"
    agreed_on = datetime.date(2017, 3, 1)


class DueRoundFactory(DjangoModelFactory):
    class Meta:
        model = DueRound

    recommendation = factory.SubFactory(RecommendationFactory)
    due_on = datetime.date(2016, 12, 10)
    met_on = factory.SelfAttribute("due_on")


class PledgeThemeFactory(DjangoModelFactory):
    class Meta:
        model = PledgeTheme

    code = factory.Sequence(lambda n: f"pledge-{n}")
    title = factory.Sequence(lambda n: f"Pledge {n}")
    position = factory.Sequence(lambda n: n + 1)


class PrincipleFactory(DjangoModelFactory):
    class Meta:
        model = Principle

    code = factory.Sequence(lambda n: f"principle-{n}")
    title = factory.Sequence(lambda n: f"Principle {n}")
    position = factory.Sequence(lambda n: n + 1)


class StrategyFactory(DjangoModelFactory):
    class Meta:
        model = Strategy

    title = "Children in care and care leavers strategy"
    starts_on = datetime.date(2018, 1, 1)
    ends_on = datetime.date(2022, 12, 31)


class StrategyQuestionFactory(DjangoModelFactory):
    class Meta:
        model = StrategyQuestion

    strategy = factory.SubFactory(StrategyFactory)
    number = factory.Sequence(lambda n: n + 1)
    text = factory.Sequence(lambda n: f"How good is service {n}?")


class StrategyOutcomeFactory(DjangoModelFactory):
    class Meta:
        model = StrategyOutcome

    question = factory.SubFactory(StrategyQuestionFactory)
    number = factory.Sequence(lambda n: n + 1)
    text = factory.Sequence(lambda n: f"Outcome {n}")


class ServiceFactory(DjangoModelFactory):
    class Meta:
        model = Service

    name = factory.Sequence(lambda n: f"Service {n}")


class StrategyActionFactory(DjangoModelFactory):
    class Meta:
        model = StrategyAction

    outcome = factory.SubFactory(StrategyOutcomeFactory)
    number = factory.Sequence(lambda n: n + 1)
    text = factory.Sequence(lambda n: f"Action {n}")


def published(
    recommendation: Recommendation | None = None,
    *,
    says: dict[str, str] | None = None,
    done_on: dict[str, datetime.date] | None = None,
    figures: Iterable[dict] = (),
    next_steps: Iterable[dict] = (),
    at: datetime.datetime | None = None,
    **fields: Any,
) -> Update:
    """A published update whose limbs are settled. `says`: {"a": "done"}, shown by evidence when done.

    Its parts come first: nothing is added to a published update.
    """
    update = UpdateFactory(**{"recommendation": recommendation} | fields)
    limbs = {one.letter: one for one in update.recommendation.limbs.all()} if update.recommendation else {}
    for letter, status in (says or {}).items():
        covers = Coverage.EVIDENCED if status == LimbStatus.DONE else Coverage.CLAIMED
        day = (done_on or {}).get(letter)
        LimbReport.objects.create(
            update=update, limb=limbs[letter], status=status, coverage=covers, done_on=day
        )
    for figure in figures:
        FigureTold.objects.create(update=update, **{"label": "Children", "as_at": update.as_at} | figure)
    for step in next_steps:
        NextStep.objects.create(update=update, **step)
    return publish(update, at=at)


def publish(update: Update, *, at: datetime.datetime | None = None) -> Update:
    update.state = UpdateState.PUBLISHED
    update.published_at = at or timezone.now()
    update.reported_on = update.reported_on or last_day(update.as_at, update.precision)
    update.save()
    if update.recommendation:
        settle(update.recommendation)
    return update


def closed(
    recommendation: Recommendation,
    *,
    on: datetime.date,
    outcome: str = Outcome.IMPLEMENTED,
    impact: str = Impact.NONE_CLAIMED,
    **fields: Any,
) -> Closure:
    """By a resolution of a meeting on that day, whose minutes are not written yet."""
    resolution = ResolutionFactory(
        item__meeting=_meeting(on), effects=[ResolutionEffect.CLOSE], text="it be closed"
    )
    return Closure.objects.create(
        recommendation=recommendation, resolution=resolution, outcome=outcome, impact=impact, **fields
    )


def reopened(closure: Closure, *, on: datetime.date, due_on: datetime.date, limbs: str = "") -> Reopening:
    reopening = Reopening.objects.create(
        closure=closure,
        resolution=ResolutionFactory(item__meeting=_meeting(on), text="it be taken up again"),
        reason="It came apart again.",
        due_on=due_on,
    )
    for limb in closure.recommendation.limbs.filter(letter__in=limbs):
        ReopenedLimb.objects.create(reopening=reopening, limb=limb)
    settle(closure.recommendation)
    return reopening


def _meeting(on: datetime.date) -> Meeting:
    """The panel's meeting of that day, one for all that it decided."""
    return Meeting.objects.filter(on=on).first() or MeetingFactory(on=on)
