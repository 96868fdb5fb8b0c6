"""The strategy as it is read: questions, outcomes, actions, what they are tied to, and when it is reviewed."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Prefetch, QuerySet

from meetings.date_words import month_and_year
from recommendations.actions.settle import facts
from recommendations.due_dates import Precision
from recommendations.models import (
    Classification,
    Recommendation,
    Service,
    Strategy,
    StrategyAction,
    StrategyOutcome,
    StrategyQuestion,
    Update,
)
from recommendations.period_words import period_words
from recommendations.readers import withheld
from recommendations.report.rhythm import Rhythm, rhythm_of
from recommendations.updates import is_stale, newest_first


@dataclass(frozen=True, slots=True)
class Earlier:
    update: Update
    when: str
    is_corrected: bool


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """``actions``: each with by when, in words. ``told``: the newest update that this reader may read.

    ``earlier``: what they may read beside it, the newest first. ``is_withheld``: there is one that is exempt.
    ``is_taken_off``: words of one were taken off the public page, and this reader is not to read them.
    ``is_stale``: no recent update while the strategy runs.
    """

    outcome: StrategyOutcome
    actions: tuple[tuple[StrategyAction, str], ...]
    told: Update | None
    when: str
    earlier: tuple[Earlier, ...]
    is_withheld: bool
    is_taken_off: bool
    is_stale: bool


@dataclass(frozen=True, slots=True)
class QuestionLine:
    question: StrategyQuestion
    outcomes: tuple[OutcomeLine, ...]


@dataclass(frozen=True, slots=True)
class StrategyPage:
    """``services``: each with how many of all the actions name it. Counts are of what is shown."""

    strategy: Strategy
    questions: tuple[QuestionLine, ...]
    services: tuple[tuple[Service, int], ...]
    rhythms: tuple[Rhythm, ...]

    @property
    def outcomes(self) -> int:
        return sum(len(one.outcomes) for one in self.questions)

    @property
    def actions(self) -> int:
        return sum(len(line.actions) for one in self.questions for line in one.outcomes)


def strategy_page(today: date, classes: Set[str], service: int | None = None) -> StrategyPage | None:
    """The newest strategy, narrowed to the actions of one service; None when there is no strategy at all."""
    strategy = Strategy.objects.first()
    if strategy is None:
        return None
    questions = list(strategy.questions.prefetch_related(Prefetch("outcomes", _outcomes())))
    actions = [action for one in questions for line in one.outcomes.all() for action in line.actions.all()]
    shown = (_question(one, strategy, today, classes, service) for one in questions)
    return StrategyPage(
        strategy=strategy,
        questions=tuple(one for one in shown if one.outcomes),
        services=_services(actions),
        rhythms=tuple(rhythm_of(one, strategy, today) for one in actions if one.every_months),
    )


def _outcomes() -> QuerySet[StrategyOutcome]:
    return StrategyOutcome.objects.select_related("question").prefetch_related(
        Prefetch("actions", StrategyAction.objects.prefetch_related("services", "reviews")),
        Prefetch("recommendations", Recommendation.objects.only("number", "short_title", "report")),
        "indicators",
        Prefetch("updates", Update.objects.published().select_related("taken_off")),
    )


def _question(
    question: StrategyQuestion, strategy: Strategy, today: date, classes: Set[str], service: int | None
) -> QuestionLine:
    lines = [_outcome(one, strategy, today, classes, service) for one in question.outcomes.all()]
    return QuestionLine(question, tuple(line for line in lines if line.actions or service is None))


def _outcome(
    outcome: StrategyOutcome, strategy: Strategy, today: date, classes: Set[str], service: int | None
) -> OutcomeLine:
    actions = tuple(
        (one, _when(one))
        for one in outcome.actions.all()
        if service is None or service in {named.pk for named in one.services.all()}
    )
    updates = _newest_first(outcome.updates.all())
    hidden, replaced = withheld(updates, classes), {one.supersedes_id for one in updates}
    standing = [one for one in updates if one.pk not in replaced]
    told = next((one for one in standing if one.pk not in hidden), None)
    return OutcomeLine(
        outcome=outcome,
        actions=actions,
        told=told,
        when=_period(told) if told else "",
        earlier=tuple(
            Earlier(one, _period(one), one.pk in replaced)
            for one in updates
            if one.pk not in hidden and one is not told
        ),
        is_withheld=any(one.pk in hidden and one.classification == Classification.EXEMPT for one in standing),
        is_taken_off=any(one.pk in hidden and one.is_taken_off for one in updates),
        is_stale=_is_stale(next(iter(standing), None), strategy, today),
    )


def _is_stale(told: Update | None, strategy: Strategy, today: date) -> bool:
    return is_stale(
        [facts(told)] if told else [],
        today=today,
        adopted_on=strategy.starts_on,
        after_days=settings.RECOMMENDATION_STALE_DAYS,
        is_open=strategy.starts_on <= today <= strategy.ends_on,
    )


def _when(action: StrategyAction) -> str:
    """ "by September 2017", or nothing: the strategy gives hardly any days."""
    return f"by {month_and_year(action.by)}" if action.by else ""


def _newest_first(updates: Iterable[Update]) -> list[Update]:
    rows = {one.pk: one for one in updates}
    return [rows[one.id] for one in newest_first(map(facts, rows.values()))]


def _period(update: Update) -> str:
    return period_words(update.as_at, Precision(update.precision))


def _services(actions: Sequence[StrategyAction]) -> tuple[tuple[Service, int], ...]:
    named = [service for action in actions for service in action.services.all()]
    every = {service.pk: service for service in named}
    found = sorted(every.values(), key=lambda one: one.name.lower())
    return tuple((one, sum(service.pk == one.pk for service in named)) for one in found)
