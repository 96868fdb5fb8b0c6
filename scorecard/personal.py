"""What the public sees of an indicator that is about single children: nothing that a few of them stand behind."""

from collections.abc import Collection
from decimal import Decimal
from typing import NamedTuple

from scorecard.demographics.counts import is_small

ENDS = (Decimal(0), Decimal(100))


class Shown(NamedTuple):
    """Which parts of a figure the public may see."""

    figure: bool
    rating: bool


def shown_publicly(
    value: Decimal | None,
    numerator: Decimal | None,
    denominator: Decimal | None,
    *,
    is_personal: bool,
    is_share: bool,
    lines: Collection[Decimal | None],
    threshold: int,
) -> Shown:
    """Result, numerator and denominator go together. `lines` are the target and the floor that hold.

    Few children either had what is counted or did not have it: both are hidden. A share without its parts may hide
    either, so that it is hidden too. The rating goes as well where a line stands at 0 or 100, because there it says
    whether it was nobody or everybody.
    """
    if not is_personal or (value is None and numerator is None):
        return Shown(figure=True, rating=True)
    if is_share and (numerator is None or denominator is None):
        return _hidden(lines)
    counted = value if numerator is None else numerator
    is_told = _points_to_somebody(counted, threshold)
    if is_share and denominator is not None and numerator is not None:
        is_told = is_told or _points_to_somebody(denominator - numerator, threshold)
    return _hidden(lines) if is_told else Shown(figure=True, rating=True)


def _hidden(lines: Collection[Decimal | None]) -> Shown:
    return Shown(figure=False, rating=not any(line in ENDS for line in lines))


def _points_to_somebody(count: Decimal | None, threshold: int) -> bool:
    """Halves of a worker or an average are rounded up: 5.5 children are not 5."""
    return count is not None and is_small(int(count.to_integral_value(rounding="ROUND_CEILING")), threshold)
