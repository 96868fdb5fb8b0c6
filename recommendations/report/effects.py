"""The scorecard's newest month of the indicators that a recommendation is about: effect beside deed."""

from dataclasses import dataclass

from core.charts import Svg
from recommendations.models import Recommendation
from scorecard.models import Variant
from scorecard.report.headline import headline
from scorecard.report.months import all_months, choose_month
from scorecard.report.readings import Reading
from scorecard.report.rows import Row
from scorecard.report.scorecard import read_scorecard
from scorecard.travel import Comparison, Travel


@dataclass(frozen=True, slots=True)
class Linked:
    """``line`` draws the last 24 months; the page of the indicator has their figures."""

    code: str
    name: str
    now: Reading
    travel: Travel
    headline: str
    line: Svg


def linked(one: Recommendation) -> list[Linked]:
    codes = set(one.indicators.values_list("code", flat=True))
    months = choose_month(all_months()) if codes else None
    if months is None:
        return []
    scorecard = read_scorecard(months, variant=Variant.ALL)
    return [_linked(row) for row in scorecard.rows if row.code in codes]


def _linked(row: Row) -> Linked:
    travel = row.travel[Comparison.PREVIOUS_MONTH]
    return Linked(row.code, row.name, row.now, travel, headline(row.now, travel), row.sparkline)
