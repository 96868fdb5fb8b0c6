from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.periods import (
    DataPeriod,
    academic_year,
    counts_from,
    financial_year,
    month_end,
    month_ends,
    month_label,
    months_between,
    next_month_end,
    previous_month_end,
    restart_between,
    same_month_last_year,
    shift_months,
)

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
NEVER_RESTARTING = [DataPeriod.SS, DataPeriod.R12M, DataPeriod.A, DataPeriod.M]


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2018, 8, 1), date(2018, 8, 31)),
        (date(2018, 8, 31), date(2018, 8, 31)),
        (date(2018, 2, 10), date(2018, 2, 28)),
        (date(2020, 2, 10), date(2020, 2, 29)),
        (date(2000, 2, 1), date(2000, 2, 29)),
        (date(2100, 2, 1), date(2100, 2, 28)),
        (date(2018, 12, 31), date(2018, 12, 31)),
    ],
)
def test_month_ends_on_its_last_day(day, end):
    assert month_end(day) == end


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        (date(2018, 8, 31), 0, date(2018, 8, 31)),
        (date(2018, 8, 31), 1, date(2018, 9, 30)),
        (date(2018, 12, 31), 1, date(2019, 1, 31)),
        (date(2019, 1, 31), -1, date(2018, 12, 31)),
        (date(2018, 3, 31), -1, date(2018, 2, 28)),
        (date(2020, 2, 29), -12, date(2019, 2, 28)),
        (date(2019, 2, 28), 12, date(2020, 2, 29)),
        (date(2018, 8, 31), -24, date(2016, 8, 31)),
    ],
)
def test_shifting_months_lands_on_a_month_end(day, months, end):
    assert shift_months(day, months) == end


def test_neighbouring_months_and_last_year_are_named_steps():
    august = date(2018, 8, 31)

    assert previous_month_end(august) == date(2018, 7, 31)
    assert next_month_end(august) == date(2018, 9, 30)
    assert same_month_last_year(august) == date(2017, 8, 31)


@given(DAYS, st.integers(-500, 500))
def test_months_between_undoes_a_shift(day, months):
    assert months_between(day, shift_months(day, months)) == months


def test_month_ends_lists_both_ends():
    listed = month_ends(date(2018, 12, 3), date(2019, 2, 28))

    assert listed == [date(2018, 12, 31), date(2019, 1, 31), date(2019, 2, 28)]
    assert month_ends(date(2019, 2, 28), date(2018, 12, 31)) == []


@pytest.mark.parametrize(
    ("day", "starts_on", "label"),
    [
        (date(2018, 3, 31), date(2017, 4, 1), "2017/18"),
        (date(2018, 4, 1), date(2018, 4, 1), "2018/19"),
        (date(2018, 12, 31), date(2018, 4, 1), "2018/19"),
        (date(2000, 3, 31), date(1999, 4, 1), "1999/00"),
    ],
)
def test_financial_year_starts_on_1_april(day, starts_on, label):
    year = financial_year(day)

    assert (year.starts_on, year.label) == (starts_on, label)
    assert year.ends_on == date(starts_on.year + 1, 3, 31)


@pytest.mark.parametrize(
    ("day", "starts_on"),
    [
        (date(2018, 8, 31), date(2017, 9, 1)),
        (date(2018, 9, 1), date(2018, 9, 1)),
        (date(2019, 1, 31), date(2018, 9, 1)),
    ],
)
def test_academic_year_starts_on_1_september(day, starts_on):
    assert academic_year(day) == (starts_on, date(starts_on.year + 1, 8, 31))


@given(DAYS)
def test_years_follow_on_without_a_gap(day):
    for year_of in (financial_year, academic_year):
        year = year_of(day)

        assert year.starts_on <= day <= year.ends_on
        assert year_of(year.ends_on + timedelta(days=1)).starts_on == year.ends_on + timedelta(days=1)


def test_month_label_names_the_month_in_full():
    assert month_label(date(2018, 8, 31)) == "August 2018"
    assert [month_label(date(2018, month, 1))[:3] for month in range(1, 13)] == [
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    ]


@pytest.mark.parametrize(
    ("data_period", "earlier", "later", "restarted_on"),
    [
        (DataPeriod.YTD, date(2018, 3, 31), date(2018, 4, 30), date(2018, 4, 1)),
        (DataPeriod.YTD, date(2018, 4, 30), date(2018, 5, 31), None),
        (DataPeriod.YTD, date(2018, 12, 31), date(2019, 1, 31), None),
        (DataPeriod.YTD, date(2018, 8, 31), date(2018, 9, 30), None),
        (DataPeriod.YTD, date(2016, 6, 30), date(2018, 6, 30), date(2018, 4, 1)),
        (DataPeriod.AC_YTD, date(2018, 8, 31), date(2018, 9, 30), date(2018, 9, 1)),
        (DataPeriod.AC_YTD, date(2018, 7, 31), date(2018, 8, 31), None),
        (DataPeriod.AC_YTD, date(2018, 3, 31), date(2018, 4, 30), None),
        *((period, date(2017, 3, 31), date(2018, 9, 30), None) for period in NEVER_RESTARTING),
    ],
)
def test_only_year_to_date_counts_begin_again(data_period, earlier, later, restarted_on):
    assert restart_between(earlier, later, data_period) == restarted_on


@pytest.mark.parametrize(
    ("data_period", "began_on"),
    [
        (DataPeriod.YTD, date(2018, 4, 1)),
        (DataPeriod.AC_YTD, date(2017, 9, 1)),
        *((period, None) for period in NEVER_RESTARTING),
    ],
)
def test_august_counts_from_the_start_of_its_year(data_period, began_on):
    assert counts_from(date(2018, 8, 31), data_period) == began_on
