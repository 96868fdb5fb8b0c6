"""What the overview, its downloads and its paper all show: gathered once, here, so that they cannot disagree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scorecard.counts import RatingCounts, TravelCounts, count_ratings, count_travel
from scorecard.models import Variant
from scorecard.report.comparing import ALWAYS
from scorecard.report.months import Month, Months, all_months, choose_month
from scorecard.report.query import indicator_texts
from scorecard.report.rows import Frame, Row, build_row
from scorecard.travel import Comparison

SPARKLINE_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Scorecard:
    """One month for one population. Directions are counted over the rated indicators only."""

    months: Months
    variant: Variant
    rows: tuple[Row, ...]
    ratings: RatingCounts
    travel: Mapping[Comparison, TravelCounts]

    @property
    def month(self) -> Month:
        return self.months.chosen

    @property
    def rated(self) -> list[Row]:
        return [row for row in self.rows if row.is_rated]


def scorecard_context(slug: str | None = None, *, variant: Variant = Variant.ALL) -> Scorecard | None:
    """The scorecard of the month "2018-08", or the latest; None when no figures were uploaded for it."""
    months = choose_month(all_months(), slug)
    return read_scorecard(months, variant=variant) if months else None


def read_scorecard(
    months: Months, *, variant: Variant, comparisons: Iterable[Comparison] = ALWAYS
) -> Scorecard:
    comparisons = tuple(dict.fromkeys(comparisons))
    baselines = {name: month for name in comparisons if (month := months.baseline(name))}
    drawn = tuple(month and month.pk for month in months.last(SPARKLINE_MONTHS))
    frame = Frame(months.chosen, variant, comparisons, tuple(baselines.items()), drawn)
    shown = {months.chosen.pk, *(month.pk for month in baselines.values())}
    texts = indicator_texts(shown, drawn=drawn, variant=variant, on=months.chosen.ends_on)
    rows = tuple(build_row(text, frame) for text in texts)
    rated = [row for row in rows if row.is_rated]
    return Scorecard(
        months=months,
        variant=variant,
        rows=rows,
        ratings=count_ratings(row.now.rating.rating for row in rows),
        travel={name: count_travel(row.travel[name].direction for row in rated) for name in baselines},
    )
