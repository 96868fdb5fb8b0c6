"""How much one series usually changes from a month to the next."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from scorecard.imports.standing import MONTHS_BACK
from scorecard.periods import DataPeriod, restart_between

# Fewer changes than this say nothing about what is usual.
FEWEST_CHANGES = 6
COUNTED_TO_DATE = (DataPeriod.YTD, DataPeriod.AC_YTD)


class Past:
    """The months of one series by their numbers; `figure` gives that of a month."""

    def __init__(
        self,
        data_period: DataPeriod,
        months: Iterable[date],
        breaks: list[date],
        figure: Callable[[date], Decimal | None],
    ) -> None:
        self.data_period, self.breaks, self.figure = data_period, breaks, figure
        self.months = {number(month): month for month in months}
        self._changes: dict[int, Decimal | None] = {}

    def usual_change_if_exceeded(self, change: Decimal, month: date, *, times: int) -> Decimal | None:
        """The mean change in the two years before, if `change` is more than so many times as large.

        Looks back only until the months seen have changed so much that no quiet rest could lower the mean enough.
        """
        total, count, now = Decimal(0), 0, number(month)
        most = min(MONTHS_BACK, len(self.months)) - 1
        for earlier in range(now - 1, now - MONTHS_BACK, -1):
            if earlier not in self._changes:
                self._changes[earlier] = self._change(earlier)
            step = self._changes[earlier]
            if step is None:
                continue
            total, count = total + step, count + 1
            if total * times >= change * most:
                return None
        if count < FEWEST_CHANGES or change * count <= total * times:
            return None
        return total / count

    def begins_again(self, earlier: date, later: date) -> bool:
        """A year-to-date count that starts anew, or a measure that changed: the two months do not compare."""
        if self.breaks and any(earlier < day <= later for day in self.breaks):
            return True
        return (
            self.data_period in COUNTED_TO_DATE
            and restart_between(earlier, later, self.data_period) is not None
        )

    def _change(self, month: int) -> Decimal | None:
        """Since the month before; None where either has no figure or the two do not compare."""
        if month not in self.months or month - 1 not in self.months:
            return None
        later, earlier = self.months[month], self.months[month - 1]
        now, before = self.figure(later), self.figure(earlier)
        if now is None or before is None or self.begins_again(earlier, later):
            return None
        return abs(now - before)


def number(month: date) -> int:
    """Months in a row have numbers in a row."""
    return month.year * 12 + month.month
