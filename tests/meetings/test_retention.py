from datetime import date

import pytest

from meetings.retention import BACKGROUND_YEARS, PAPERS_YEARS, must_stay_open, open_until


@pytest.mark.parametrize(
    ("begins_on", "years", "last_day"),
    [
        (date(2018, 9, 19), PAPERS_YEARS, date(2024, 9, 18)),
        (date(2018, 9, 19), BACKGROUND_YEARS, date(2022, 9, 18)),
        (date(2020, 2, 29), PAPERS_YEARS, date(2026, 2, 28)),
        (date(2020, 2, 29), BACKGROUND_YEARS, date(2024, 2, 28)),
        (date(2018, 3, 1), PAPERS_YEARS, date(2024, 2, 29)),
        (date(2018, 1, 1), PAPERS_YEARS, date(2023, 12, 31)),
    ],
)
def test_years_beginning_with_a_day_end_the_day_before_its_anniversary(begins_on, years, last_day):
    assert open_until(begins_on, years) == last_day


@pytest.mark.parametrize(
    ("today", "is_open"),
    [
        (date(2018, 9, 18), False),
        (date(2018, 9, 19), True),
        (date(2024, 9, 18), True),
        (date(2024, 9, 19), False),
    ],
)
def test_papers_must_stay_open_from_the_first_day_to_the_last(today, is_open):
    assert must_stay_open(date(2018, 9, 19), today) == is_open
