from datetime import date, timedelta
from typing import NamedTuple

import pytest

from meetings.closed_days import (
    PROCLAIMED,
    bank_holiday_name,
    bank_holidays,
    closed_days,
    closed_days_around,
)
from meetings.notice import clear_days, latest_issue_day


class Added(NamedTuple):
    on: date
    known_since: date


BETWEEN_THE_YEARS = Added(on=date(2018, 12, 27), known_since=date(2018, 10, 1))


def test_bank_holidays_of_a_year_are_those_of_england_and_wales():
    assert sorted(bank_holidays(2018, 2018)) == [
        date(2018, 1, 1),
        date(2018, 3, 30),
        date(2018, 4, 2),
        date(2018, 5, 7),
        date(2018, 5, 28),
        date(2018, 8, 27),
        date(2018, 12, 25),
        date(2018, 12, 26),
    ]


def test_span_of_years_holds_each_year_and_no_other():
    assert bank_holidays(2018, 2020) == bank_holidays(2018, 2018) | bank_holidays(2019, 2020)
    assert {day.year for day in bank_holidays(2018, 2020)} == {2018, 2019, 2020}


@pytest.mark.parametrize(
    ("day", "name"),
    [(date(2018, 12, 26), "Boxing Day"), (date(2018, 12, 27), ""), (date(2024, 4, 1), "Easter Monday")],
)
def test_bank_holiday_has_a_name(day, name):
    assert bank_holiday_name(day) == name


def test_day_added_by_the_council_joins_the_bank_holidays():
    assert closed_days(2018, 2018, [BETWEEN_THE_YEARS]) == bank_holidays(2018, 2018) | {date(2018, 12, 27)}
    assert closed_days(2019, 2019, [BETWEEN_THE_YEARS]) == bank_holidays(2019, 2019)


@pytest.mark.parametrize(
    ("known_on", "is_closed"),
    [(date(2018, 9, 30), False), (date(2018, 10, 1), True), (date(2018, 10, 2), True)],
)
def test_added_day_is_known_from_its_date_on(known_on, is_closed):
    known = closed_days(2018, 2018, [BETWEEN_THE_YEARS], known_on)

    assert (BETWEEN_THE_YEARS.on in known) == is_closed


@pytest.mark.parametrize("one", PROCLAIMED)
def test_proclaimed_holiday_is_unknown_until_it_was_announced(one):
    before = closed_days_around(one.day, known_on=one.announced_on - timedelta(days=1))
    after = closed_days_around(one.day, known_on=one.announced_on)

    assert one.day not in before
    assert one.day in after
    assert one.day in bank_holidays(one.day.year, one.day.year)


@pytest.mark.parametrize("one", [one for one in PROCLAIMED if one.instead_of])
def test_moved_holiday_was_expected_on_its_usual_day(one):
    before = closed_days_around(one.day, known_on=one.announced_on - timedelta(days=1))

    assert one.instead_of in before
    assert one.instead_of not in closed_days_around(one.day)


def test_agenda_in_time_when_issued_fails_the_test_again_once_a_holiday_is_announced():
    meeting_on, issued_on = date(2022, 9, 21), date(2022, 9, 13)
    as_planned = closed_days_around(meeting_on, known_on=date(2022, 9, 9))

    assert latest_issue_day(meeting_on, as_planned) == issued_on
    assert clear_days(issued_on, meeting_on, as_planned) == 5
    assert clear_days(issued_on, meeting_on, closed_days_around(meeting_on)) == 4


def test_days_around_reach_over_the_turn_of_the_year():
    around = closed_days_around(date(2024, 1, 4))

    assert {day.year for day in around} == {2023, 2024, 2025}
