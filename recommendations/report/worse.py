"""Which figures that a recommendation was about got worse, by their newest steps."""

from collections.abc import Iterator

from recommendations.evidence import Qualifier, went_worse
from recommendations.models import FigureTold, Recommendation
from recommendations.report.told import told_series
from scorecard.models import Variant
from scorecard.report.indicator import indicator_report
from scorecard.report.months import all_months, choose_month
from scorecard.travel import DirectionOfTravel


def worse_figures(recommendation: Recommendation) -> list[str]:
    """As officers read them: told by updates, or on the scorecard's newest month of a linked indicator.

    "Children placed by others: 1,254 children (April 2016), 1,294 children (October 2016)".
    """
    return [*_told(recommendation), *_linked(recommendation)]


def _told(recommendation: Recommendation) -> Iterator[str]:
    rows = FigureTold.objects.filter(update__in=recommendation.updates.standing())
    for series in told_series(rows, for_officer=True):
        if went_worse(one.fact for one in series.told):
            exact = [one for one in series.told if one.fact.qualifier == Qualifier.EXACT and one.is_shown]
            yield f"{series.label}: {', '.join(f'{one.text} ({one.period})' for one in exact)}"


def _linked(recommendation: Recommendation) -> Iterator[str]:
    """By the step that the indicator's own headline tells."""
    indicators = list(recommendation.indicators.all())
    months = choose_month(all_months()) if indicators else None
    if months is None:
        return
    for one in indicators:
        report = indicator_report(one, months, variant=Variant.ALL)
        if report.steps[-1].direction == DirectionOfTravel.WORSENING:
            yield f"{one.name}: {report.headline.rstrip('.')}"
