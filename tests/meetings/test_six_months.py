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
    ("last", "today", "said"),
    [
        (JULY, date(2019, 1, 19), "Last came on 19 July 2018; six months end on 19 January 2019."),
        (JULY, date(2019, 1, 20), "Last came on 19 July 2018; six months ended on 19 January 2019."),
        (
            None,
            date(2019, 1, 1),
            "No attendance is recorded here since 19 July 2018; six months end on 19 January 2019.",
        ),
    ],
)
def test_the_last_day_of_the_six_months_is_named(last, today, said):
    assert non_attendance(last_came_on=last, joined_on=JULY, today=today).sentence == said
