"""Whether the parts of the month alone can be true of a figure that covers many months."""

from collections.abc import Callable
from decimal import Decimal

from scorecard.imports.entries import Entry
from scorecard.imports.findings import Rule
from scorecard.imports.layout import MONTH_PARTS, Column
from scorecard.imports.standing import Measure
from scorecard.periods import OVER_MANY_MONTHS, DataPeriod
from scorecard.published import Unit, format_number

NOT_WANTED = (
    "The month alone is asked for where a figure covers many months, and this one does not ({}). Delete it."
)
NO_NUMERATOR = "Enter the month's numerator that goes with its denominator."
NO_DENOMINATOR = "Enter the month's denominator that goes with its numerator."
ABOVE_DENOMINATOR = "The month's numerator is more than its denominator, {}. Correct one of them."
ABOVE_WHOLE = "The month alone has more than all the months together, {}. Correct one of them."

Problem = Callable[[Rule, Column, str], None]


def check_month(entry: Entry, measure: Measure, problem: Problem) -> None:
    """At most one problem a row: the first that is found."""
    numerator, denominator = entry.month_numerator, entry.month_denominator
    if numerator is None and denominator is None:
        return
    if measure.data_period not in OVER_MANY_MONTHS:
        column = MONTH_PARTS[0] if numerator is not None else MONTH_PARTS[1]
        problem(Rule.PARTS, column, NOT_WANTED.format(DataPeriod(measure.data_period).label.lower()))
    elif numerator is None:
        problem(Rule.PARTS, Column.MONTH_NUMERATOR, NO_NUMERATOR)
    elif denominator is None and measure.unit != Unit.COUNT:
        problem(Rule.PARTS, Column.MONTH_DENOMINATOR, NO_DENOMINATOR)
    elif denominator is not None and numerator > denominator and measure.unit == Unit.PERCENT:
        problem(Rule.PARTS, Column.MONTH_NUMERATOR, ABOVE_DENOMINATOR.format(format_number(denominator)))
    else:
        _check_against_whole(entry, measure, problem)


def _check_against_whole(entry: Entry, measure: Measure, problem: Problem) -> None:
    """What the month counts, all the months together count as well."""
    whole = entry.value if measure.unit == Unit.COUNT and entry.numerator is None else entry.numerator
    pairs = (
        (Column.MONTH_NUMERATOR, entry.month_numerator, whole),
        (Column.MONTH_DENOMINATOR, entry.month_denominator, entry.denominator),
    )
    for column, of_month, of_all in pairs:
        if _is_more(of_month, of_all):
            problem(Rule.PARTS, column, ABOVE_WHOLE.format(format_number(of_all)))
            return


def _is_more(number: Decimal | None, other: Decimal | None) -> bool:
    return number is not None and other is not None and number > other
