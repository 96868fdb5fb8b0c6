"""Which month is read, and which earlier months it is compared with."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from django.db import connection
from django.db.models import FilteredRelation, Q

from scorecard.models import ReportingPeriod
from scorecard.periods import month_label, shift_months
from scorecard.travel import Comparison


class Month(NamedTuple):
    """One month that holds figures, and the day its scorecard went to the panel, if it did, with the report's key."""

    pk: int
    ends_on: date
    meeting_on: date | None = None
    report_pk: int | None = None

    @property
    def label(self) -> str:
        return month_label(self.ends_on)

    @property
    def slug(self) -> str:
        """As addresses write it: "2018-08"."""
        return f"{self.ends_on:%Y-%m}"


class Months(NamedTuple):
    """The month that is read, every month that can be, and the baselines there are for it."""

    chosen: Month
    every: tuple[Month, ...]
    baselines: Mapping[Comparison, Month]

    def last(self, number: int) -> list[Month | None]:
        """So many months up to the chosen one, earliest first; None where nothing was uploaded."""
        by_end = {month.ends_on: month for month in self.every}
        return [by_end.get(shift_months(self.chosen.ends_on, -back)) for back in reversed(range(number))]

    def baseline(self, comparison: Comparison) -> Month | None:
        return self.baselines.get(comparison)


def all_months() -> tuple[Month, ...]:
    """Every month that holds a figure, latest first, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(*_statement())
        return tuple(Month(*row) for row in cursor.fetchall())


@cache
def _statement() -> tuple[str, tuple]:
    """It never changes, and the ORM takes longer to write it than the database to answer."""
    standing = FilteredRelation("panel_reports", condition=Q(panel_reports__withdrawn_at=None))
    months = ReportingPeriod.objects.with_figures().annotate(standing=standing)
    months = months.values_list("pk", "ends_on", "standing__meeting_on", "standing__pk")
    return months.query.sql_with_params()


def choose_month(every: tuple[Month, ...], slug: str | None = None) -> Months | None:
    """The month with this slug, or the latest; None when there is no such month."""
    found = next((month for month in every if slug in (None, month.slug)), None)
    return Months(found, every, _baselines(found, every)) if found else None


def _baselines(chosen: Month, every: tuple[Month, ...]) -> dict[Comparison, Month]:
    by_end = {month.ends_on: month for month in every}
    wanted = {
        Comparison.PREVIOUS_MONTH: by_end.get(shift_months(chosen.ends_on, -1)),
        Comparison.PREVIOUS_PANEL: next(
            (month for month in every if month.meeting_on and month.ends_on < chosen.ends_on), None
        ),
        Comparison.SAME_MONTH_LAST_YEAR: by_end.get(shift_months(chosen.ends_on, -12)),
    }
    return {comparison: month for comparison, month in wanted.items() if month}
