"""The days on which the council's offices are shut: bank holidays of England and Wales, and days added by hand.

A day is known since some date. What the table said on an earlier day can be asked for, because an agenda was
right or wrong by the holidays known when it was issued.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple, Protocol

import holidays

# The two countries share their bank holidays; the package asks for one of them.
COUNTRY, PART = "GB", "ENG"


class Added(Protocol):
    """A day that the package does not know, or that only this council keeps: a row of the council's list."""

    on: date
    known_since: date


class Proclaimed(NamedTuple):
    """A bank holiday by proclamation: nobody could count with it before it was announced."""

    day: date
    announced_on: date
    instead_of: date | None = None


PROCLAIMED = (
    Proclaimed(date(2011, 4, 29), date(2010, 11, 23)),  # royal wedding
    Proclaimed(date(2012, 6, 4), date(2010, 1, 5), instead_of=date(2012, 5, 28)),  # Diamond Jubilee
    Proclaimed(date(2012, 6, 5), date(2010, 1, 5)),
    Proclaimed(date(2020, 5, 8), date(2019, 6, 7), instead_of=date(2020, 5, 4)),  # VE Day, 75 years on
    Proclaimed(date(2022, 6, 2), date(2020, 11, 12), instead_of=date(2022, 5, 30)),  # Platinum Jubilee
    Proclaimed(date(2022, 6, 3), date(2020, 11, 12)),
    Proclaimed(date(2022, 9, 19), date(2022, 9, 10)),  # state funeral of Queen Elizabeth II
    Proclaimed(date(2023, 5, 8), date(2022, 11, 6)),  # coronation of King Charles III
)


@cache
def bank_holidays(first_year: int, last_year: int) -> frozenset[date]:
    """Bank holidays of England and Wales as known today, both years included."""
    return frozenset(day for year in range(first_year, last_year + 1) for day in _names(year))


def bank_holiday_name(day: date) -> str:
    """Empty on any other day."""
    return _names(day.year).get(day, "")


def closed_days(
    first_year: int, last_year: int, added: Iterable[Added] = (), known_on: date | None = None
) -> frozenset[date]:
    """Every closed day of those years; with ``known_on``, only what was known by the end of that day."""
    extra = {one.on for one in added if known_on is None or one.known_since <= known_on}
    of_these_years = {day for day in extra if first_year <= day.year <= last_year}
    return _bank_holidays_known(first_year, last_year, known_on) | of_these_years


def closed_days_around(
    day: date, added: Iterable[Added] = (), known_on: date | None = None
) -> frozenset[date]:
    """Those of the year before, the year itself and the year after: enough for any notice or deadline."""
    return closed_days(day.year - 1, day.year + 1, added, known_on)


def _bank_holidays_known(first_year: int, last_year: int, known_on: date | None) -> frozenset[date]:
    days = bank_holidays(first_year, last_year)
    unknown = [one for one in PROCLAIMED if known_on is not None and one.announced_on > known_on]
    if not unknown:
        return days
    moved_from = {one.instead_of for one in unknown if one.instead_of}
    return (days - {one.day for one in unknown}) | {
        day for day in moved_from if first_year <= day.year <= last_year
    }


@cache
def _names(year: int) -> dict[date, str]:
    table = holidays.country_holidays(COUNTRY, subdiv=PART, years=year)
    return {day: name for day, name in table.items() if day.year == year}
