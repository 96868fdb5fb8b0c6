"""The report of the Select Committee of December 2015: fifteen recommendations in thirty-three parts."""

from typing import Any

from core.fixtures import read_json
from recommendations.demonstration.posts import post
from recommendations.models import (
    Limb,
    PledgeTheme,
    Principle,
    Recommendation,
    Report,
    Response,
    StrategyOutcome,
    Theme,
)
from scorecard.models import Indicator

COPIED = ("number", "short_title", "text", "finding", "pages", "groups_named", "affects_young_people")


def load_report() -> None:
    content = read_json("recommendations/select-committee-2015")
    told = content["report"]
    report = Report.objects.create(
        title=told["title"],
        body=told["body"],
        presented_to=told["presented_to"],
        presented_on=told["presented_on"],
        adopted_on=told["presented_on"],
    )
    themes = {
        title: Theme.objects.create(report=report, position=position, title=title)
        for position, title in enumerate(content["themes"], 1)
    }
    for row in content["recommendations"]:
        _recommendation(report, themes[row["theme"]], row, told)


def _recommendation(report: Report, theme: Theme, row: dict[str, Any], told: dict[str, str]) -> None:
    one = Recommendation.objects.create(
        report=report,
        theme=theme,
        owner=post(row["owner"]),
        response=Response.ACCEPTED,
        response_by=told["response_by"],
        response_on=told["presented_on"],
        met_on=row.get("met_on"),
        **{name: row[name] for name in COPIED},
        **_due(row["due"]),
    )
    for letter, text in row["limbs"].items():
        Limb.objects.create(recommendation=one, letter=letter, text=text)
    _link(one, row)


def _due(due: dict[str, Any]) -> dict[str, Any]:
    return {
        "due_rule": due["rule"],
        "due_on": due.get("on"),
        "due_precision": due.get("precision", "day"),
        "due_words": due.get("words", ""),
        "every_months": due.get("every_months"),
        "awaited_event": due.get("event", ""),
    }


def _link(one: Recommendation, row: dict[str, Any]) -> None:
    outcomes = {outcome.code: outcome for outcome in StrategyOutcome.objects.select_related("question")}
    one.partners.set(map(post, row["partners"]))
    one.outcomes.set(outcomes[code] for code in row["outcomes"])
    one.pledges.set(PledgeTheme.objects.filter(code__in=row["pledges"]))
    one.principles.set(Principle.objects.filter(code__in=row["principles"]))
    one.indicators.set(Indicator.objects.filter(code__in=row["indicators"]))
