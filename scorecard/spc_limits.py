"""XmR limits of one part of a series, from one rebase to the next. None is a month without a figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

# Three sigma and the screening limit of moving ranges, as control chart tables round them.
LIMIT_FACTOR = Decimal("2.66")
SCREEN_FACTOR = Decimal("3.267")


@dataclass(frozen=True, slots=True)
class Limits:
    """Never clipped: the rules need a limit below 0 or above 100 as it is, though a drawing may stop."""

    mean: Decimal
    mean_range: Decimal

    @property
    def upper(self) -> Decimal:
        return self.mean + LIMIT_FACTOR * self.mean_range

    @property
    def lower(self) -> Decimal:
        return self.mean - LIMIT_FACTOR * self.mean_range

    @property
    def upper_two_sigma(self) -> Decimal:
        return self.mean + LIMIT_FACTOR * self.mean_range * 2 / 3

    def mirrored(self) -> "Limits":
        return Limits(-self.mean, self.mean_range)


def limits_of(
    values: Sequence[Decimal | None], *, baseline: int | None = None, screen: bool = False
) -> Limits | None:
    """Limits from the first `baseline` figures, or from all; None without two figures in a row."""
    counted = values if baseline is None else _through_figure(values, baseline)
    figures = [value for value in counted if value is not None]
    ranges = [
        abs(after - before) for before, after in pairwise(counted) if before is not None and after is not None
    ]
    if not ranges:
        return None
    mean_range = _mean(ranges)
    if screen and mean_range > 0:
        mean_range = _mean([size for size in ranges if size < SCREEN_FACTOR * mean_range])
    return Limits(_mean(figures), mean_range)


def _through_figure(values: Sequence[Decimal | None], number: int) -> Sequence[Decimal | None]:
    """The months up to the one with that many figures behind it, that month included."""
    places = [place for place, value in enumerate(values) if value is not None][:number]
    return values[: places[-1] + 1] if places else ()


def _mean(numbers: Sequence[Decimal]) -> Decimal:
    return sum(numbers, Decimal(0)) / len(numbers)
