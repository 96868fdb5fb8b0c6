from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.due_dates import Precision, last_day, months_later, next_round, statutory_last_day

days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
months = st.integers(0, 120)


@pytest.mark.parametrize(
    ("day", "precision", "end"),
    [
        (date(2016, 6, 1), Precision.DAY, date(2016, 6, 1)),
        (date(2016, 6, 1), Precision.MONTH, date(2016, 6, 30)),
        (date(2016, 2, 29), Precision.MONTH, date(2016, 2, 29)),
        (date(2019, 2, 1), Precision.MONTH, date(2019, 2, 28)),
        (date(2018, 12, 31), Precision.MONTH, date(2018, 12, 31)),
        (date(2018, 1, 1), Precision.QUARTER, date(2018, 3, 31)),
        (date(2018, 3, 31), Precision.QUARTER, date(2018, 3, 31)),
        (date(2018, 4, 1), Precision.QUARTER, date(2018, 6, 30)),
        (date(2018, 12, 1), Precision.QUARTER, date(2018, 12, 31)),
        (date(2018, 1, 1), Precision.YEAR, date(2018, 12, 31)),
        (date(2018, 3, 31), Precision.FINANCIAL_YEAR, date(2018, 3, 31)),
        (date(2018, 4, 1), Precision.FINANCIAL_YEAR, date(2019, 3, 31)),
        (date(2018, 8, 31), Precision.ACADEMIC_YEAR, date(2018, 8, 31)),
        (date(2018, 9, 1), Precision.ACADEMIC_YEAR, date(2019, 8, 31)),
    ],
)
def test_period_ends_on_its_last_day(day, precision, end):
    assert last_day(day, precision) == end


@pytest.mark.parametrize(
    ("day", "number", "later"),
    [
        (date(2015, 12, 10), 6, date(2016, 6, 10)),
        (date(2015, 12, 31), 2, date(2016, 2, 29)),
        (date(2018, 12, 31), 2, date(2019, 2, 28)),
        (date(2018, 10, 31), 1, date(2018, 11, 30)),
        (date(2018, 11, 15), 0, date(2018, 11, 15)),
        (date(2018, 11, 15), 12, date(2019, 11, 15)),
    ],
)
def test_months_are_added_and_clamped_to_a_short_month(day, number, later):
    assert months_later(day, number) == later


@pytest.mark.parametrize(
    ("received", "notice", "end"),
    [
        (date(2015, 12, 10), None, date(2016, 2, 9)),
        (date(2015, 12, 10), date(2015, 12, 10), date(2016, 2, 9)),
        (date(2015, 12, 10), date(2015, 12, 14), date(2016, 2, 13)),
        (date(2015, 12, 14), date(2015, 12, 10), date(2016, 2, 13)),
        (date(2015, 12, 1), None, date(2016, 1, 31)),
        (date(2015, 12, 29), None, date(2016, 2, 28)),
        (date(2015, 12, 30), None, date(2016, 2, 29)),
        (date(2015, 12, 31), None, date(2016, 2, 29)),
        (date(2018, 12, 29), None, date(2019, 2, 28)),
    ],
)
def test_statutory_time_begins_with_the_day_of_receipt(received, notice, end):
    assert statutory_last_day(received, notice) == end


def test_next_round_counts_from_when_the_last_was_due():
    assert next_round(date(2016, 12, 10), 12) == date(2017, 12, 10)


@pytest.mark.parametrize("every", [0, -1])
def test_rhythm_of_no_months_is_refused(every):
    with pytest.raises(ValueError, match="1 or more"):
        next_round(date(2016, 12, 10), every)


@given(days, st.sampled_from(Precision))
def test_last_day_is_never_before_the_day_and_is_its_own_last_day(day, precision):
    end = last_day(day, precision)

    assert day <= end
    assert last_day(end, precision) == end


@given(days, days, st.sampled_from(Precision))
def test_a_later_day_never_ends_sooner(one, other, precision):
    earlier, later = sorted([one, other])

    assert last_day(earlier, precision) <= last_day(later, precision)


@given(days, months)
def test_adding_months_lands_in_that_month_and_never_beyond_the_day(day, number):
    later = months_later(day, number)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == number
    assert later.day <= day.day


@given(days, days, months)
def test_adding_months_keeps_the_order_of_days(one, other, number):
    earlier, later = sorted([one, other])

    assert months_later(earlier, number) <= months_later(later, number)


@given(days)
def test_statutory_time_is_two_months_less_its_own_first_day_at_most(received):
    end = statutory_last_day(received)

    assert received + timedelta(days=58) <= end < months_later(received, 2) + timedelta(days=1)
