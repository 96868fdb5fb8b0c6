"""Reads the cells of the project's own data files."""

from datetime import date
from decimal import Decimal

from scorecard.periods import month_end


def number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def month(text: str) -> date:
    """The last day: "2018-02" is 28 February 2018."""
    return month_end(date.fromisoformat(f"{text}-01"))
