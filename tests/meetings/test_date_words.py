from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.date_words import (
    clock,
    formal_date,
    joined,
    listed_date,
    listed_days,
    ordinal,
    plain_date,
    report_date,
    title_date,
)
from meetings.written_dates import written_dates

STYLES = [title_date, formal_date, plain_date, report_date, listed_date]


@pytest.mark.parametrize(
    ("style", "day", "printed"),
    [
        (title_date, date(2018, 11, 1), "Thursday, 1st November, 2018"),
        (formal_date, date(2018, 9, 19), "Wednesday, 19 September 2018"),
        (plain_date, date(2018, 7, 19), "19 July 2018"),
        (report_date, date(2018, 11, 1), "1st November 2018"),
        (listed_date, date(2019, 5, 29), "Wednesday 29 May 2019"),
    ],
)
def test_date_is_printed_in_the_style_of_its_place(style, day, printed):
    assert style(day) == printed


def test_every_day_of_a_month_has_its_ending():
    assert [ordinal(day) for day in range(1, 32)] == [
        *("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th", "11th", "12th", "13th"),
        *("14th", "15th", "16th", "17th", "18th", "19th", "20th", "21st", "22nd", "23rd", "24th", "25th"),
        *("26th", "27th", "28th", "29th", "30th", "31st"),
    ]


@pytest.mark.parametrize(
    ("at", "printed"),
    [
        (time(10, 0), "10.00 am"),
        (time(9, 5), "9.05 am"),
        (time(11, 59), "11.59 am"),
        (time(12, 0), "12.00 noon"),
        (time(12, 1), "12.01 pm"),
        (time(14, 30), "2.30 pm"),
        (time(0, 0), "12.00 midnight"),
        (time(0, 30), "12.30 am"),
    ],
)
def test_time_has_a_point_and_small_letters(at, printed):
    assert clock(at) == printed


@pytest.mark.parametrize(
    ("days", "printed"),
    [
        ([], ""),
        ([date(2018, 10, 31)], "Wednesday 31 October 2018"),
        ([date(2018, 10, 30), date(2018, 10, 31)], "Tuesday 30 and Wednesday 31 October 2018"),
        (
            [date(2024, 3, 28), date(2024, 4, 2), date(2024, 4, 3)],
            "Thursday 28 March, Tuesday 2 and Wednesday 3 April 2024",
        ),
        (
            [date(2023, 12, 29), date(2024, 1, 2), date(2024, 1, 3)],
            "Friday 29 December 2023, Tuesday 2 and Wednesday 3 January 2024",
        ),
        ([date(2023, 10, 31), date(2024, 10, 31)], "Tuesday 31 October 2023 and Thursday 31 October 2024"),
    ],
)
def test_days_in_a_row_say_month_and_year_once(days, printed):
    assert listed_days(days) == printed


@pytest.mark.parametrize(
    ("words", "printed"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_words_are_joined_as_in_a_sentence(words, printed):
    assert joined(words) == printed


@pytest.mark.parametrize("style", STYLES)
@given(day=st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_style_reads_back_as_the_day_it_prints(style, day):
    assert [written.day for written in written_dates(style(day))] == [day]
    assert [written.problem for written in written_dates(style(day))] == [""]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 24)), st.integers(1, 6))
def test_another_days_weekday_is_always_found_out(day, off):
    weekday = listed_date(day + timedelta(days=off)).split()[0]

    assert [written.has_wrong_weekday for written in written_dates(f"{weekday} {plain_date(day)}")] == [True]
