"""What the strategy promises again and again, round by round: when each was due, and whether it was held."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from recommendations.due_dates import next_round
from recommendations.models import Strategy, StrategyAction, StrategyReview


@dataclass(frozen=True, slots=True)
class Rhythm:
    """``next_on``: the next day from today on that is not recorded as held; None once the strategy has ended.

    ``held``: by the day due, the earliest first; ``missing``: days that are over without a review on record.
    """

    action: StrategyAction
    days: tuple[date, ...]
    next_on: date | None
    held: Mapping[date, StrategyReview]
    missing: tuple[date, ...]

    @property
    def open_days(self) -> list[date]:
        return [day for day in self.days if day not in self.held]


def rhythm_of(action: StrategyAction, strategy: Strategy, today: date) -> Rhythm:
    """Counted from the day the strategy begins. Give the action with its `reviews`."""
    days = days_of(action, strategy)
    held = {review.due_on: review for review in action.reviews.all()}
    waiting = [day for day in days if day not in held]
    return Rhythm(
        action=action,
        days=tuple(days),
        next_on=next((day for day in waiting if day >= today), None),
        held=held,
        missing=tuple(day for day in waiting if day < today),
    )


def days_of(action: StrategyAction, strategy: Strategy) -> list[date]:
    """Until the strategy ends; none where it names no rhythm."""
    if not action.every_months:
        return []
    days, day = [], next_round(strategy.starts_on, action.every_months)
    while day <= strategy.ends_on:
        days.append(day)
        day = next_round(day, action.every_months)
    return days
