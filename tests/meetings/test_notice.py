"""Calendar rules: real meetings in ``historic_notice.csv``, each boundary, and the laws of the calculation."""

import csv
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.closed_days import bank_holidays, closed_days_around
from meetings.notice import (
    clear_days,
    counted_days,
    days_after_latest_issue,
    effective_day,
    latest_issue_day,
    publication_day,
    report_deadline,
    working,
    working_days_earlier,
)

HOLIDAYS = bank_holidays(1990, 2026)
ONE_DAY = timedelta(days=1)
NOVEMBER_MEETING = date(2018, 11, 1)
DAYS = st.dates(date(2010, 1, 1), date(2030, 12, 31))
CLOSURES = st.frozensets(st.dates(date(2018, 1, 1), date(2018, 3, 31)), max_size=30)
SPRING = st.dates(date(2018, 1, 1), date(2018, 3, 31))


def historic() -> list[tuple[date, date, list[date]]]:
    with Path(__file__).with_name("historic_notice.csv").open() as file:
        return [
            (
                date.fromisoformat(row["meeting_on"]),
                date.fromisoformat(row["latest_issue_on"]),
                [date.fromisoformat(day) for day in row["counted"].split()],
            )
            for row in csv.DictReader(file)
        ]


@pytest.mark.parametrize(("meeting_on", "latest", "counted"), historic())
def test_historic_meeting_has_its_latest_day_and_its_clear_days(meeting_on, latest, counted):
    assert latest_issue_day(meeting_on, HOLIDAYS) == latest
    assert days_after_latest_issue(meeting_on, HOLIDAYS) == counted
    assert clear_days(latest, meeting_on, HOLIDAYS) == 5


@pytest.mark.parametrize(
    ("published_on", "number"),
    [
        (date(2018, 10, 23), 6),
        (date(2018, 10, 24), 5),
        (date(2018, 10, 25), 4),
        (date(2018, 10, 26), 3),
        (date(2018, 10, 27), 2),  # Saturday: open from Monday on, which then does not count
        (date(2018, 10, 28), 2),
        (date(2018, 10, 29), 2),
        (date(2018, 10, 31), 0),
        (date(2018, 11, 1), 0),
        (date(2018, 11, 2), 0),
        (date(2019, 11, 2), 0),
    ],
)
def test_day_of_publication_and_day_of_meeting_do_not_count(published_on, number):
    assert clear_days(published_on, NOVEMBER_MEETING, HOLIDAYS) == number


def test_weekend_between_thursday_and_tuesday_left_only_two_days_in_elitestone():
    days = counted_days(date(1990, 4, 26), date(1990, 5, 1), HOLIDAYS)

    assert days == [date(1990, 4, 27), date(1990, 4, 30)]


def test_council_may_let_publication_on_a_closed_day_count_from_that_day():
    saturday = date(2018, 10, 27)

    assert counted_days(saturday, NOVEMBER_MEETING, HOLIDAYS, counts_from_calendar_day=True) == [
        date(2018, 10, 29),
        date(2018, 10, 30),
        date(2018, 10, 31),
    ]
    assert clear_days(saturday, NOVEMBER_MEETING, HOLIDAYS, counts_from_calendar_day=True) == 3


def test_council_closure_takes_a_day_away():
    closed = HOLIDAYS | {date(2018, 10, 29)}

    assert clear_days(date(2018, 10, 24), NOVEMBER_MEETING, closed) == 4
    assert latest_issue_day(NOVEMBER_MEETING, closed) == date(2018, 10, 23)


@pytest.mark.parametrize(
    ("required", "latest"),
    [(0, date(2018, 10, 31)), (1, date(2018, 10, 30)), (3, date(2018, 10, 26)), (5, date(2018, 10, 24))],
)
def test_latest_day_follows_the_number_of_days_required(required, latest):
    assert latest_issue_day(NOVEMBER_MEETING, HOLIDAYS, required) == latest
    assert latest_issue_day(NOVEMBER_MEETING, HOLIDAYS, required=required) == latest


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        (date(2018, 10, 26), True),
        (date(2018, 10, 27), False),
        (date(2018, 10, 28), False),
        (date(2018, 10, 29), True),
        (date(2018, 12, 24), True),
        (date(2018, 12, 25), False),
        (date(2018, 12, 26), False),
        (date(2018, 12, 27), True),
    ],
)
def test_working_day_is_a_weekday_that_is_no_holiday(day, is_working):
    assert working(day, HOLIDAYS) == is_working


@pytest.mark.parametrize(
    ("published_on", "opened_on"),
    [
        (date(2018, 12, 24), date(2018, 12, 24)),
        (date(2018, 12, 25), date(2018, 12, 27)),
        (date(2018, 12, 28), date(2018, 12, 28)),
        (date(2018, 12, 29), date(2018, 12, 31)),
        (date(2023, 12, 30), date(2024, 1, 2)),
    ],
)
def test_publication_on_a_closed_day_counts_from_the_next_working_day(published_on, opened_on):
    assert effective_day(published_on, HOLIDAYS) == opened_on


@pytest.mark.parametrize(
    ("published_at", "day"),
    [
        (datetime(2018, 7, 10, 22, 59, tzinfo=UTC), date(2018, 7, 10)),
        (datetime(2018, 7, 10, 23, 0, tzinfo=UTC), date(2018, 7, 11)),  # midnight in London's summer
        (datetime(2018, 11, 10, 23, 59, tzinfo=UTC), date(2018, 11, 10)),
    ],
)
def test_day_of_publication_is_the_day_in_london(published_at, day):
    assert publication_day(published_at) == day


def test_time_of_publication_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="must say its time zone"):
        publication_day(datetime(2018, 7, 10, 12, 0))


@pytest.mark.parametrize(
    ("number", "deadline"),
    [(0, date(2018, 10, 24)), (1, date(2018, 10, 23)), (3, date(2018, 10, 19)), (8, date(2018, 10, 12))],
)
def test_reports_are_wanted_so_many_working_days_before_the_last_day_of_issue(number, deadline):
    assert report_deadline(NOVEMBER_MEETING, HOLIDAYS, number) == deadline


def test_working_days_earlier_than_a_closed_day_start_with_the_working_day_before_it():
    easter_monday = date(2024, 4, 1)

    assert working_days_earlier(easter_monday, 0, HOLIDAYS) == easter_monday
    assert working_days_earlier(easter_monday, 1, HOLIDAYS) == date(2024, 3, 28)


def test_negative_number_of_working_days_is_refused():
    with pytest.raises(ValueError, match="0 or more"):
        working_days_earlier(NOVEMBER_MEETING, -1, HOLIDAYS)


@given(SPRING, SPRING, CLOSURES, CLOSURES)
def test_more_holidays_never_lengthen_notice(published_on, meeting_on, closures, more):
    with_more = counted_days(published_on, meeting_on, closures | more)

    assert set(with_more) <= set(counted_days(published_on, meeting_on, closures))
    assert latest_issue_day(meeting_on, closures | more) <= latest_issue_day(meeting_on, closures)


@given(DAYS, st.integers(0, 60), CLOSURES)
def test_weekends_and_holidays_never_count(published_on, length, closures):
    days = counted_days(published_on, published_on + length * ONE_DAY, closures)

    assert [day for day in days if day.weekday() >= 5 or day in closures] == []
    assert days == sorted(set(days))


@given(DAYS, st.integers(0, 12))
def test_latest_day_is_itself_in_time_and_the_next_working_day_is_not(meeting_on, required):
    holidays = closed_days_around(meeting_on)
    latest = latest_issue_day(meeting_on, holidays, required)
    following = effective_day(latest + ONE_DAY, holidays)

    assert working(latest, holidays)
    assert latest < meeting_on
    assert clear_days(latest, meeting_on, holidays) == required
    assert clear_days(following, meeting_on, holidays) < required or following >= meeting_on


@given(DAYS, st.integers(0, 60), st.integers(0, 30), CLOSURES)
def test_earlier_publication_never_gives_fewer_days(meeting_on, before, earlier, closures):
    published_on = meeting_on - before * ONE_DAY

    earlier_count = clear_days(published_on - earlier * ONE_DAY, meeting_on, closures)

    assert earlier_count >= clear_days(published_on, meeting_on, closures)


@given(DAYS, st.integers(0, 60))
def test_counting_from_the_calendar_day_never_gives_fewer_days(published_on, length):
    meeting_on = published_on + length * ONE_DAY
    holidays = closed_days_around(published_on)

    relaxed = clear_days(published_on, meeting_on, holidays, counts_from_calendar_day=True)

    assert relaxed >= clear_days(published_on, meeting_on, holidays)
