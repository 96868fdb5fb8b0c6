"""The strategy for 2018 to 2022: ten questions, with the pledge and the principles to which all is tied."""

from datetime import date

from core.fixtures import read_csv
from recommendations.demonstration.posts import post
from recommendations.models import (
    PledgeTheme,
    Principle,
    Service,
    Strategy,
    StrategyAction,
    StrategyOutcome,
    StrategyQuestion,
)


def load_strategy() -> None:
    _named("recommendations/pledge", PledgeTheme)
    _named("recommendations/principles", Principle)
    strategy = Strategy.objects.create(
        title="Strategy for children in care and care leavers 2018 to 2022",
        starts_on=date(2018, 1, 1),
        ends_on=date(2022, 12, 31),
    )
    outcomes = _outcomes(strategy)
    services = {row["name"]: _service(row) for row in read_csv("recommendations/services")}
    for row in read_csv("recommendations/strategy-actions"):
        action = StrategyAction.objects.create(
            outcome=outcomes[row["question"], row["outcome"]],
            number=row["number"],
            text=row["text"],
            by=row["by"] or None,
            every_months=row["every_months"] or None,
        )
        action.services.set(services[name] for name in row["services"].split("; ") if name)


def _named(name: str, model: type[PledgeTheme | Principle]) -> None:
    for position, row in enumerate(read_csv(name), 1):
        model.objects.create(position=position, **row)


def _service(row: dict[str, str]) -> Service:
    return Service.objects.create(name=row["name"], post=post(row["post"]) if row["post"] else None)


def _outcomes(strategy: Strategy) -> dict[tuple[str, str], StrategyOutcome]:
    """By the numbers of question and outcome."""
    questions = {
        row["number"]: StrategyQuestion.objects.create(strategy=strategy, **row)
        for row in read_csv("recommendations/strategy-questions")
    }
    return {
        (row["question"], row["number"]): StrategyOutcome.objects.create(
            question=questions[row["question"]], number=row["number"], text=row["text"]
        )
        for row in read_csv("recommendations/strategy-outcomes")
    }
