from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.lateness import DateRevision, Lateness, Slippage, Standing, slippage, standing

DUE = date(2016, 6, 10)
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("days_from_due", "lateness", "counted"),
    [
        (-46, Lateness.IN_TIME, 46),
        (-45, Lateness.DUE_SOON, 45),
        (-1, Lateness.DUE_SOON, 1),
        (0, Lateness.DUE_SOON, 0),
        (1, Lateness.OVERDUE, 1),
        (60, Lateness.OVERDUE, 60),
        (61, Lateness.LONG_OVERDUE, 61),
    ],
)
def test_open_promise_on_a_day(days_from_due, lateness, counted):
    assert standing(DUE, DUE + timedelta(days=days_from_due)) == Standing(lateness, counted)


@pytest.mark.parametrize(
    ("due_on", "done_on", "found"),
    [
        (DUE, DUE, Standing(Lateness.MET)),
        (DUE, DUE - timedelta(days=1), Standing(Lateness.MET)),
        (DUE, DUE + timedelta(days=1), Standing(Lateness.MET_LATE, 1)),
        (date(2016, 6, 30), date(2017, 1, 20), Standing(Lateness.MET_LATE, 204)),
        (DUE, date(2016, 9, 23), Standing(Lateness.MET_LATE, 105)),
        (DUE, None, Standing(Lateness.MET_UNDATED)),
        (None, DUE, Standing(Lateness.MET)),
        (None, None, Standing(Lateness.MET_UNDATED)),
    ],
)
def test_done_stops_the_clock_for_ever(due_on, done_on, found):
    for today in (DUE, date(2026, 1, 1)):
        assert standing(due_on, today, is_done=True, done_on=done_on) == found


def test_without_a_date_nothing_is_ever_overdue():
    assert standing(None, date(2090, 1, 1)) == Standing(Lateness.NO_DATE)


def test_revision_keeps_the_first_date_and_the_days_already_late():
    revisions = [
        DateRevision(date(2016, 9, 30), agreed_on=DUE),
        DateRevision(date(2017, 1, 31), agreed_on=date(2016, 10, 10)),
    ]

    assert slippage(DUE, revisions) == Slippage(DUE, date(2017, 1, 31), 235, (0, 10))


def test_without_revision_nothing_has_slipped():
    assert slippage(DUE, []) == Slippage(DUE, DUE, 0, ())


@given(days, days)
def test_overdue_is_exactly_what_lies_after_the_day(due_on, today):
    found = standing(due_on, today)

    assert found.is_overdue == (today > due_on)
    assert found.days == abs((today - due_on).days)


@given(days, st.lists(st.builds(DateRevision, days, days), max_size=5))
def test_slippage_is_what_lies_between_the_first_day_and_the_last(original, revisions):
    found = slippage(original, revisions)

    assert found.original + timedelta(days=found.days) == found.current
    assert len(found.already_late) == len(revisions)
    assert all(days >= 0 for days in found.already_late)
