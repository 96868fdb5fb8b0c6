from datetime import date

import pytest

from meetings.six_months import months_later, non_attendance

JULY = date(2018, 7, 19)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (JULY, 5, date(2018, 12, 19)),
        (JULY, 6, date(2019, 1, 19)),
        (date(2018, 8, 31), 6, date(2019, 2, 28)),
        (date(2019, 8, 31), 6, date(2020, 2, 29)),
        (date(2018, 12, 1), 1, date(2019, 1, 1)),
    ],
)
def test_months_are_counted_by_the_calendar(day, months, later):
    assert months_later(day, months) == later


@pytest.mark.parametrize(("today", "warned"), [(date(2018, 12, 18), False), (date(2018, 12, 19), True)])
@pytest.mark.parametrize("last", [JULY, None])
def test_a_warning_is_given_once_five_months_are_over(today, warned, last):
    found = non_attendance(last_came_on=last, joined_on=JULY, today=today)

    assert bool(found) == warned


@pytest.mark.parametrize(
    ("last", "begins"),
    [(JULY, "Last came on 19 July 2018."), (None, "Has not come to a meeting yet.")],
)
def test_the_last_day_of_the_six_months_is_named(last, begins):
    found = non_attendance(last_came_on=last, joined_on=JULY, today=date(2019, 1, 1))

    assert found.sentence.startswith(f"{begins} Six months end on 19 January 2019: unless another meeting")
