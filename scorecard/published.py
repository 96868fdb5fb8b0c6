"""The figure as it is published: rounded once and written out once, here.

Ratings, directions, charts and every download start from `published_figure`, so that a reader can work each
of them out again from the printed page.
"""

from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from django.db.models import TextChoices


class Unit(TextChoices):
    PERCENT = "percent", "Per cent"
    COUNT = "count", "Number"
    DAYS = "days", "Days"
    RATE_PER_10000 = "rate_per_10000", "Rate per 10,000"
    SCORE = "score", "Score"
    CASES_PER_FTE = "cases_per_fte", "Cases per full-time worker"


SCALES = {Unit.PERCENT: Decimal(100), Unit.RATE_PER_10000: Decimal(10_000)}
# What follows a number, and what follows the number one.
SUFFIXES = {
    Unit.PERCENT: ("%", "%"),
    Unit.COUNT: ("", ""),
    Unit.DAYS: ("days", "day"),
    Unit.RATE_PER_10000: ("per 10,000", "per 10,000"),
    Unit.SCORE: ("", ""),
    Unit.CASES_PER_FTE: ("cases per worker", "case per worker"),
}


def exact_figure(
    value: Decimal | None, numerator: Decimal | None, denominator: Decimal | None, *, unit: Unit
) -> Decimal | None:
    """The figure before rounding, in display units (98.9 is 98.9%). A given value wins over its parts."""
    if value is not None:
        return value
    if numerator is None or denominator is None or denominator == 0:
        return None
    return numerator * SCALES.get(unit, Decimal(1)) / denominator


@cache
def _smallest_step(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def round_half_up(number: Decimal, decimals: int) -> Decimal:
    """Halves go away from zero, as people round; a rounded nought carries no minus sign."""
    rounded = number.quantize(_smallest_step(decimals), rounding=ROUND_HALF_UP)
    return abs(rounded) if rounded == 0 else rounded


def published_figure(
    value: Decimal | None,
    numerator: Decimal | None,
    denominator: Decimal | None,
    *,
    unit: Unit,
    decimals: int,
) -> Decimal | None:
    """The one figure that is printed, rated, compared and charted; None when there is none.

    A percentage reads 100 only when it is every child and 0 only when it is no child: 2,499 of 2,500 is 99.9.
    """
    exact = exact_figure(value, numerator, denominator, unit=unit)
    if exact is None:
        return None
    rounded = round_half_up(exact, decimals)
    if unit != Unit.PERCENT:
        return rounded
    smallest_step = _smallest_step(decimals)
    if exact < 100 <= rounded:
        return 100 - smallest_step
    return smallest_step if rounded == 0 < exact else rounded


def format_figure(figure: Decimal, *, unit: Unit, decimals: int) -> str:
    """The published string without its unit: "47.7", "1,579". `unit_suffix` gives what belongs after it."""
    # A figure that was already published passes through unchanged; an unrounded one is not cut off half-even.
    published = published_figure(figure, None, None, unit=unit, decimals=decimals)
    return f"{published:,.{decimals}f}"


def format_number(number: Decimal) -> str:
    """A target, numerator or denominator as it was typed: "60", "94.5", "333,045"."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def unit_suffix(unit: Unit, text: str = "") -> str:
    """What stands after a formatted number: "%", "days" ("day" after "1"), "" where nothing does."""
    return SUFFIXES[unit][text == "1"]


def with_unit(text: str, unit: Unit) -> str:
    """A formatted number with its unit: "47.7%", "1 day", "1,579"."""
    suffix = unit_suffix(unit, text)
    return f"{text}%" if suffix == "%" else f"{text} {suffix}".rstrip()


def figure_in_words(figure: Decimal, *, unit: Unit, decimals: int) -> str:
    return with_unit(format_figure(figure, unit=unit, decimals=decimals), unit)


def line_in_words(line: Decimal, *, unit: Unit) -> str:
    """A target or floor as it was set: "60%", "121 days"."""
    return with_unit(format_number(line), unit)


def gap_in_words(gap: Decimal, *, unit: Unit, decimals: int | None = None) -> str:
    """The size of a change, gap or tolerance, without its sign: "0.5 points", "2 days", "14"."""
    text = format_number(abs(gap)) if decimals is None else f"{round_half_up(abs(gap), decimals):,f}"
    suffix = "point" if unit == Unit.PERCENT else unit_suffix(unit, text)
    plural = "s" if unit == Unit.PERCENT and text != "1" else ""
    return f"{text} {suffix}{plural}".rstrip()
