"""Any two months side by side: the scorecard of the later one, read against the earlier one."""

from collections.abc import Sequence
from typing import NamedTuple

from scorecard.counts import RatingCounts, count_ratings
from scorecard.models import Variant
from scorecard.periods import months_between
from scorecard.rag import Rag
from scorecard.report.changes import Changes, changes_since
from scorecard.report.months import Month, Months
from scorecard.report.readings import Reading
from scorecard.report.rows import Row
from scorecard.report.scorecard import Scorecard, read_scorecard
from scorecard.travel import Comparison, Travel


class Pair(NamedTuple):
    """One indicator in both months."""

    row: Row
    before: Reading
    now: Reading
    travel: Travel

    @property
    def has_changed_rating(self) -> bool:
        return self.before.rating.rating != self.now.rating.rating


class TwoMonths(NamedTuple):
    scorecard: Scorecard
    comparison: Comparison

    @property
    def earlier(self) -> Month:
        return self.scorecard.months.baselines[self.comparison]

    @property
    def later(self) -> Month:
        return self.scorecard.month

    @property
    def pairs(self) -> list[Pair]:
        name = self.comparison
        return [Pair(row, row.earlier[name], row.now, row.travel[name]) for row in self.scorecard.rows]

    @property
    def counts(self) -> list[tuple[Rag, int, int]]:
        """Each rating with its number in the earlier and in the later month."""
        before = self._count_before()._asdict()
        return [
            (Rag(name), before[name], number) for name, number in self.scorecard.ratings._asdict().items()
        ]

    @property
    def changes(self) -> Changes:
        return changes_since(self.scorecard, self.comparison)

    def _count_before(self) -> RatingCounts:
        return count_ratings(pair.before.rating.rating for pair in self.pairs)


def compare_months(every: Sequence[Month], *, earlier: Month, later: Month, variant: Variant) -> TwoMonths:
    """In one query. A count that begins again each year is compared a whole year apart, as everywhere."""
    is_a_year = months_between(earlier.ends_on, later.ends_on) == 12
    comparison = Comparison.SAME_MONTH_LAST_YEAR if is_a_year else Comparison.CHOSEN_MONTH
    months = Months(later, tuple(every), {comparison: earlier})
    return TwoMonths(read_scorecard(months, variant=variant, comparisons=(comparison,)), comparison)
