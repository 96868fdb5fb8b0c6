"""A count as a share of all: whole per cent, worked out from printed counts alone."""

from decimal import Decimal

from scorecard.published import round_half_up


def share(count: int | None, total: int | None) -> str:
    """Nothing for a hidden count. 0% is no child and 100% every child: one of 1,579 is under 1%."""
    if count is None or not total:
        return ""
    exact = Decimal(count) * 100 / total
    rounded = int(round_half_up(exact, 0))
    if rounded == 0 < exact:
        return "under 1%"
    return "over 99%" if exact < 100 == rounded else f"{rounded}%"
