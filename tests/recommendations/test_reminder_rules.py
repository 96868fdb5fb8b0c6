from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.reminder_rules import Rule, calls

DUE = date(2018, 10, 31)  # a Wednesday


@pytest.mark.parametrize(
    ("before", "rules"),
    [
        (46, []),
        (45, [Rule.DUE_45]),
        (15, [Rule.DUE_45]),
        (14, [Rule.DUE_14]),
        (0, [Rule.DUE_14]),
        (-1, [Rule.OVERDUE]),
        (-4, [Rule.OVERDUE]),  # Sunday
        (-5, [Rule.WEEKLY]),  # Monday
        (-12, [Rule.WEEKLY]),
    ],
)
def test_one_rule_speaks_of_a_day(before, rules):
    assert [call.rule for call in calls(DUE, None, DUE - timedelta(days=before))] == rules


@pytest.mark.parametrize(("before", "speaks"), [(8, False), (7, True), (1, True), (0, True), (-1, False)])
def test_papers_are_asked_for_a_week_before_they_go_out(before, speaks):
    found = calls(None, DUE, DUE - timedelta(days=before))

    assert [(call.rule, call.on) for call in found] == (
        [(Rule.PAPER_7, date(2018, 10, 24))] if speaks else []
    )


def test_paper_and_due_day_are_two_reminders():
    today = date(2018, 10, 24)

    assert [call.rule for call in calls(DUE, DUE, today)] == [Rule.PAPER_7, Rule.DUE_14]


@pytest.mark.parametrize("today", [date(2018, 11, 5) + timedelta(days=step) for step in range(7)])
def test_weekly_digest_is_that_of_its_monday_all_week(today):
    assert [(call.rule, call.on) for call in calls(DUE, None, today)] == [(Rule.WEEKLY, date(2018, 11, 5))]


def test_what_was_due_on_a_sunday_is_told_on_monday_once():
    sunday = date(2018, 11, 4)

    assert [(call.rule, call.on) for call in calls(sunday, None, date(2018, 11, 5))] == [
        (Rule.OVERDUE, date(2018, 11, 5))
    ]
    assert [call.rule for call in calls(sunday, None, date(2018, 11, 9))] == [Rule.OVERDUE]
    assert [call.rule for call in calls(sunday, None, date(2018, 11, 12))] == [Rule.WEEKLY]


def test_nothing_is_said_of_what_has_no_day():
    assert calls(None, None, DUE) == []


@given(st.dates(date(2015, 1, 1), date(2030, 1, 1)), st.integers(-400, 60))
def test_rule_never_speaks_before_its_own_day(due_on, before):
    today = due_on - timedelta(days=before)

    assert all(call.on <= today for call in calls(due_on, due_on, today))


@given(st.dates(date(2015, 1, 1), date(2030, 1, 1)))
def test_each_rule_falls_once_before_the_day_and_weekly_after_it(due_on):
    days = [due_on + timedelta(days=step) for step in range(-60, 30)]
    told = {(call.rule, call.on) for day in days for call in calls(due_on, None, day)}

    assert sum(rule == Rule.DUE_45 for rule, _ in told) == 1
    assert sum(rule == Rule.DUE_14 for rule, _ in told) == 1
    assert sum(rule == Rule.OVERDUE for rule, _ in told) == 1
    weekly = sorted(on for rule, on in told if rule == Rule.WEEKLY)
    assert all(later - earlier == timedelta(days=7) for earlier, later in pairwise(weekly))
