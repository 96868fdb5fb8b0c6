"""Where control limits may be drawn, and the sentence that says why they are not.

Limits suppose that each month stands by itself; rolling and year-to-date figures do not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from scorecard.periods import DataPeriod

SMALL_COHORT = Decimal(20)

INCLUDES_EARLIER = (
    "No control limits: each figure counts the months before it as well, and the count begins anew every"
)
NOT_INDEPENDENT = {
    DataPeriod.R12M: (
        "No control limits: each figure covers 12 months, eleven of which the figure before it covers too. It "
        "moves so little from month to month that ordinary ups and downs would look like news."
    ),
    DataPeriod.YTD: f"{INCLUDES_EARLIER} April.",
    DataPeriod.AC_YTD: f"{INCLUDES_EARLIER} September.",
    DataPeriod.A: "No control limits: one figure a year is too few.",
}
MONTHS_WOULD_ALLOW = (
    "To tell, each month would have to be counted on its own, and that is not in the portal yet."
)
TOO_SMALL = "No control limits: most denominators are below 20, so percentages jump by chance."
LOOKS_BACK = (
    "Read the limits with care: the definition itself looks back over earlier months, so neighbouring "
    "figures are alike."
)


@dataclass(frozen=True, slots=True)
class Allowed:
    """True or false as it stands; the sentence is the reason why not, or a caution, or empty.

    `remedy` says what would allow it.
    """

    is_allowed: bool
    sentence: str = ""
    remedy: str = ""

    def __bool__(self) -> bool:
        return self.is_allowed


def is_allowed(
    data_period: DataPeriod, *, looks_back: bool = False, denominators: Sequence[Decimal | None] = ()
) -> Allowed:
    """May this series have control limits and icons?

    `looks_back`: a snapshot whose definition spans earlier months ("in the last 12 months").
    For a rolling indicator whose own monthly figures are kept, ask for those as `DataPeriod.M`.
    """
    if data_period in NOT_INDEPENDENT:
        remedy = "" if data_period == DataPeriod.A else MONTHS_WOULD_ALLOW
        return Allowed(False, NOT_INDEPENDENT[data_period], remedy)
    known = [denominator for denominator in denominators if denominator is not None]
    if sum(denominator < SMALL_COHORT for denominator in known) * 2 > len(known):
        return Allowed(False, TOO_SMALL)
    return Allowed(True, LOOKS_BACK if looks_back and data_period == DataPeriod.SS else "")
