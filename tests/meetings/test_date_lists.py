"""Lists of dates as officers paste them, and times of day as they write them."""

from datetime import date, time

import pytest

from meetings.clock_times import read_clock
from meetings.date_lists import read_dates
from meetings.day_cautions import cautions
from meetings.models import ClosedDay

JANUARY = date(2019, 1, 31)


@pytest.mark.parametrize(
    "text",
    [
        "Thursday 31 January 2019",
        "Thursday, 31st January, 2019",
        "31 Jan 2019",
        "31/1/2019",
        "31.01.2019",
        "31-01-2019",
        "2019-01-31",
        "  31   January  2019 ",
    ],
)
def test_a_date_is_read_as_people_write_it(text):
    assert [(line.day, line.problem) for line in read_dates(text)] == [(JANUARY, "")]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("soon", "“soon” is not a date. Write it like Thursday 31 January 2019 or 31/1/2019."),
        ("31/1", "“31/1” is not a date. Write it like Thursday 31 January 2019 or 31/1/2019."),
        ("31 November 2018", "“31 November 2018” is not a day in the calendar."),
        ("31/11/2018", "“31/11/2018” is not a day in the calendar."),
        (
            "Thursday 2 November 2018",
            "“Thursday 2 November 2018” is not a Thursday: 2 November 2018 is a Friday.",
        ),
        (
            "1 May 2019, 2 May 2019",
            "“1 May 2019, 2 May 2019” holds more than one date. Put each on a line of its own.",
        ),
    ],
)
def test_a_line_that_is_no_date_says_why(text, problem):
    assert [(line.day, line.problem) for line in read_dates(text)] == [(None, problem)]


def test_lines_are_numbered_as_they_stand_and_empty_ones_left_out():
    lines = read_dates("\n31/1/2019\n\n 1/2/2019\n31 January 2019\n")

    assert [(line.number, line.day, line.problem) for line in lines] == [
        (2, JANUARY, ""),
        (4, date(2019, 2, 1), ""),
        (5, None, "“31 January 2019” is in the list twice."),
    ]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("10.00 am", time(10)),
        ("10am", time(10)),
        ("10:00", time(10)),
        ("2.30 pm", time(14, 30)),
        ("2:30 p.m.", time(14, 30)),
        ("14.30", time(14, 30)),
        ("12 am", time(0)),
        ("12 pm", time(12)),
        ("noon", time(12)),
        ("12.00 noon", time(12)),
        ("10", None),
        ("13 pm", None),
        ("0 am", None),
        ("24:00", None),
        ("10:60", None),
        ("ten", None),
    ],
)
def test_a_time_is_read_as_people_write_it(text, at):
    assert read_clock(text) == at


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2018, 11, 1), []),
        (date(2018, 10, 1), []),
        (date(2018, 9, 28), ["This day is in the past."]),
        (date(2018, 11, 3), ["This is a Saturday."]),
        (date(2018, 12, 25), ["This is a bank holiday: Christmas Day."]),
        (date(2018, 12, 27), ["The council’s offices are closed: Winter closure."]),
    ],
)
def test_what_speaks_against_a_day_is_said(day, said):
    added = [ClosedDay(on=date(2018, 12, 27), name="Winter closure")]

    assert cautions(day, added, today=date(2018, 10, 1)) == said
