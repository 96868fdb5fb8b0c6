"""Democratic services record what the panel added to an outcome, what was reported on it, and each review."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from core.access import Permission, demand
from meetings.actions.locks import Refused, one_change, take_turn
from meetings.models import Meeting
from people.models import User
from recommendations.actions.private_words import refuse_private, texts_of
from recommendations.due_dates import Precision, last_day
from recommendations.models import StrategyAction, StrategyOutcome, StrategyReview, Update, UpdateState
from recommendations.report.rhythm import days_of
from recommendations.updates import UpdateKind, first_day
from scorecard.models import Indicator

TO_COME = "Enter a day or period that has begun."
BEFORE = "Enter a day or period in which the strategy had begun."
REPORTED_BEFORE = "Enter the day on which it was reported: not before what it speaks of, and not after today."
NO_WORDS = "Write what has been done."
NO_REASON = "Say why there is nothing to report."
CORRECTED = "This update was corrected already: correct the newer one."
NOT_DUE = "Choose one of the days on which it was due."
RECORDED = "The review due on that day was recorded already."
HELD_LATER = "Enter the day on which it was held: today or earlier, and not before the strategy began."


def change_outcome(
    outcome: StrategyOutcome,
    *,
    indicators: Collection[Indicator],
    baseline: str,
    due_on: date | None,
    version: int,
    by: User,
) -> StrategyOutcome:
    """What the strategy itself left open: a measure, where it started, and a day."""
    demand(by, Permission.ENTER_RECOMMENDATIONS)
    with one_change(by):
        kept = take_turn(outcome, version=version)
        kept.baseline, kept.due_on = baseline.strip(), due_on
        kept.version += 1
        kept.save()
        kept.indicators.set(indicators)
    return kept


def report_outcome(
    outcome: StrategyOutcome, *, words: Mapping[str, Any], corrects: Update | None = None, by: User
) -> Update:
    """Published at once, since democratic services write it. Sent twice it is one."""
    demand(by, Permission.PUBLISH_UPDATES)
    with one_change(by):
        kept = take_turn(outcome)
        words = {**words, "kind": UpdateKind.CORRECTION} if corrects else words
        if sent := kept.updates.filter(**words, supersedes=corrects, author=by).first():
            return sent
        if corrects is not None and corrects.corrections.exists():
            raise Refused(CORRECTED)
        _refuse_unless_told(kept, words)
        update = Update.objects.create(
            outcome=kept,
            supersedes=corrects,
            author=by,
            state=UpdateState.PUBLISHED,
            published_by=by,
            published_at=timezone.now(),
            **words,
        )
        refuse_private(texts_of(update))
    return update


def record_review(
    action: StrategyAction, *, due_on: date, held_on: date, meeting: Meeting | None, found: str, by: User
) -> StrategyReview:
    demand(by, Permission.ENTER_RECOMMENDATIONS)
    with one_change(by):
        kept = take_turn(action)
        strategy = kept.outcome.question.strategy
        if due_on not in days_of(kept, strategy):
            raise Refused(NOT_DUE)
        if kept.reviews.filter(due_on=due_on).exists():
            raise Refused(RECORDED)
        if not strategy.starts_on <= held_on <= timezone.localdate():
            raise Refused(HELD_LATER)
        return StrategyReview.objects.create(
            action=kept, due_on=due_on, held_on=held_on, meeting=meeting, found=found.strip(), by=by
        )


def _refuse_unless_told(outcome: StrategyOutcome, words: Mapping[str, Any]) -> None:
    as_at, precision, today = words["as_at"], Precision(words["precision"]), timezone.localdate()
    if first_day(as_at, precision) > today:
        raise Refused(TO_COME)
    if last_day(as_at, precision) < outcome.question.strategy.starts_on:
        raise Refused(BEFORE)
    if not first_day(as_at, precision) <= words["reported_on"] <= today:
        raise Refused(REPORTED_BEFORE)
    if not words["text"].strip() and not words["reason"].strip():
        raise Refused(NO_REASON if words["kind"] == UpdateKind.NIL else NO_WORDS)
