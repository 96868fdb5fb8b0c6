"""The same scorecard as one would write it first: models, prefetched, and a template that does the rest.

Honestly made: no query in a loop, and the portal's own rules for figure, rating and direction.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.template import engines

from scorecard.models import Figure, Indicator, ReportingPeriod, Threshold, Variant
from scorecard.published import published_figure
from scorecard.rag import Polarity, Rag, rate
from scorecard.travel import Comparison, Observation, Travel, direction_of_travel

MONTHS = 24
TEMPLATE = engines["django"].from_string((Path(__file__).parent / "overview.html").read_text())


def overview(request: HttpRequest) -> HttpResponse:
    periods = list(ReportingPeriod.objects.order_by("-ends_on")[:MONTHS])
    figures = Figure.objects.current().filter(period__in=periods).select_related("period")
    indicators = Indicator.objects.select_related("section").prefetch_related(
        Prefetch("figures", figures.order_by("period__ends_on")),
        Prefetch("thresholds", Threshold.objects.filter(variant=Variant.ALL)),
        "benchmarks",
        "breaks__from_period",
    )
    rows = [Row(indicator, [period.ends_on for period in periods]) for indicator in indicators]
    return HttpResponse(TEMPLATE.render({"rows": rows, "period": periods[0]}, request))


class Row:
    def __init__(self, indicator: Indicator, days: list[date]) -> None:
        self.indicator, self.days = indicator, days
        figures = [figure for figure in indicator.figures.all() if figure.variant == Variant.ALL]
        self.by_day = {figure.period.ends_on: figure for figure in figures}
        self.threshold = next(iter(indicator.thresholds.all()), None)
        self.figure = self.by_day.get(days[0])

    def published(self, figure: Figure | None) -> Decimal | None:
        if figure is None:
            return None
        return published_figure(
            figure.value,
            figure.numerator,
            figure.denominator,
            unit=self.indicator.unit,
            decimals=self.indicator.decimals,
        )

    @property
    def value(self) -> Decimal | None:
        return self.published(self.figure)

    @property
    def history(self) -> list[Decimal | None]:
        return [self.published(figure) for figure in self.by_day.values()]

    @property
    def rating(self) -> Rag:
        return rate(
            self.value,
            polarity=Polarity(self.indicator.polarity),
            target=self.threshold.target if self.threshold else None,
            floor_standard=self.threshold.floor if self.threshold else None,
            denominator=self.figure.denominator if self.figure else None,
            is_kpi=self.indicator.is_kpi,
        ).rating

    @property
    def direction(self) -> Travel:
        now, before = (self.by_day.get(day) for day in self.days[:2])
        return direction_of_travel(
            Observation(self.days[0], self.published(now), now.denominator if now else None),
            Observation(self.days[1], self.published(before), before.denominator if before else None),
            comparison=Comparison.PREVIOUS_MONTH,
            polarity=Polarity(self.indicator.polarity),
            data_period=self.indicator.data_period,
            unit=self.indicator.unit,
            decimals=self.indicator.decimals,
            break_dates=[broken.from_period.starts_on for broken in self.indicator.breaks.all()],
        )
