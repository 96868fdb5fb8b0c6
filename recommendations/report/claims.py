"""What was claimed of a recommendation, and whether what it was about got worse meanwhile."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from recommendations.actions.settle import facts, last_reopened, standing_updates
from recommendations.due_dates import Precision, last_day
from recommendations.evidence import EvidenceFigure, Polarity, Qualifier, went_worse
from recommendations.models import FigureTold, Recommendation
from recommendations.report.update_check import kind_in_effect
from recommendations.updates import UpdateKind
from scorecard.models import Indicator, Variant
from scorecard.report.indicator import indicator_report
from scorecard.report.months import Months, all_months, choose_month
from scorecard.travel import DirectionOfTravel


def claimed_on(recommendation: Recommendation, *, by: date = date.max) -> date | None:
    """The day of which the newest standing claim speaks that all of it is done; since it was last taken up again.

    ``by``: no later one counts.
    """
    reopened = last_reopened(recommendation)
    for one in standing_updates(recommendation):
        is_since = reopened is None or reopened.is_before(one)
        day = facts(one).as_at_end
        if is_since and day <= by and kind_in_effect(one) == UpdateKind.COMPLETION_CLAIM:
            return day
    return None


def figure_is_worse(recommendation: Recommendation) -> bool:
    """By a figure that updates told, or by the scorecard's newest month of a linked indicator."""
    return any(told_worse(_told(recommendation))) or _indicator_is_worse(recommendation)


def told_worse(figures: Iterable[EvidenceFigure]) -> list[str]:
    """The keys of the series that went the wrong way, by their newest exact figures."""

    def key(one: EvidenceFigure) -> tuple[str, str]:
        return one.key, one.unit

    by_series = groupby(sorted(figures, key=key), key=key)
    return [name for (name, _), series in by_series if went_worse(series)]


def as_evidence(figure: FigureTold) -> EvidenceFigure:
    return EvidenceFigure(
        key=figure.label,
        value=figure.value,
        unit=figure.unit,
        as_at=last_day(figure.as_at, Precision(figure.precision)),
        qualifier=Qualifier(figure.qualifier),
        polarity=Polarity(figure.polarity),
        denominator=figure.denominator,
        source=figure.source,
    )


def _told(recommendation: Recommendation) -> list[EvidenceFigure]:
    rows = FigureTold.objects.filter(update__in=recommendation.updates.standing())
    return [as_evidence(one) for one in rows]


def _indicator_is_worse(recommendation: Recommendation) -> bool:
    indicators = list(recommendation.indicators.all())
    months = choose_month(all_months()) if indicators else None
    return months is not None and any(_worsened(one, months) for one in indicators)


def _worsened(indicator: Indicator, months: Months) -> bool:
    """By the step that the indicator's own headline tells."""
    report = indicator_report(indicator, months, variant=Variant.ALL)
    return report.steps[-1].direction == DirectionOfTravel.WORSENING
