from datetime import date

import pytest

from recommendations.reporting_meeting import (
    NO_LATER_MEETING,
    Promise,
    at_named_meeting,
    at_next_meeting,
    by_day,
    in_month,
)

SEPTEMBER, NOVEMBER, JANUARY = date(2018, 9, 19), date(2018, 11, 1), date(2019, 1, 29)
MEETINGS = [JANUARY, SEPTEMBER, NOVEMBER]


def test_named_meeting_that_stands_is_due_and_heard_on_its_day():
    assert at_named_meeting(NOVEMBER, NOVEMBER, MEETINGS) == Promise(NOVEMBER, NOVEMBER)


@pytest.mark.parametrize("moved_to", [date(2018, 10, 25), date(2018, 11, 8)])
def test_meeting_that_moves_takes_the_report_with_it_but_not_the_day_due(moved_to):
    found = at_named_meeting(NOVEMBER, moved_to, [moved_to])

    assert (found.due_on, found.meeting_on) == (NOVEMBER, moved_to)
    assert found.note.startswith("The meeting has moved to Thursday ")


def test_cancelled_named_meeting_is_heard_at_the_next_and_due_as_before():
    assert at_named_meeting(NOVEMBER, None, [SEPTEMBER, JANUARY]) == Promise(
        NOVEMBER,
        JANUARY,
        "The meeting on Thursday 1 November 2018 was cancelled. The panel hears of it on Tuesday 29 January 2019.",
    )


def test_cancelled_last_meeting_has_nowhere_to_be_heard():
    found = at_named_meeting(JANUARY, None, [SEPTEMBER, NOVEMBER])

    assert (found.due_on, found.meeting_on) == (JANUARY, None)
    assert found.note.endswith(NO_LATER_MEETING)


def test_next_meeting_is_the_first_after_the_promise():
    assert at_next_meeting(SEPTEMBER, [], MEETINGS) == Promise(NOVEMBER, NOVEMBER)


def test_next_meeting_follows_a_cancelled_one_with_a_note():
    assert at_next_meeting(SEPTEMBER, [NOVEMBER], [SEPTEMBER, JANUARY]) == Promise(
        JANUARY,
        JANUARY,
        "The meeting on Thursday 1 November 2018 was cancelled. It is due at the next one.",
    )


@pytest.mark.parametrize("cancelled", [date(2018, 9, 1), SEPTEMBER, date(2018, 12, 1)])
def test_cancelled_meeting_outside_the_wait_is_not_mentioned(cancelled):
    assert at_next_meeting(SEPTEMBER, [cancelled], MEETINGS).note == ""


def test_next_meeting_that_is_not_in_the_calendar_has_no_day():
    assert at_next_meeting(JANUARY, [], MEETINGS) == Promise(None, None, NO_LATER_MEETING)


def test_month_is_sharpened_by_its_last_meeting():
    assert in_month(date(2019, 1, 1), [date(2019, 1, 8), *MEETINGS]) == Promise(JANUARY, JANUARY)


def test_month_without_a_meeting_ends_with_its_last_day_and_is_heard_later():
    assert in_month(date(2018, 12, 1), MEETINGS) == Promise(
        date(2018, 12, 31),
        JANUARY,
        "No meeting is held in December 2018. The panel hears of it on Tuesday 29 January 2019.",
    )


def test_month_after_the_last_meeting_still_has_its_end():
    assert in_month(date(2019, 2, 1), MEETINGS) == Promise(
        date(2019, 2, 28), None, f"No meeting is held in February 2019. {NO_LATER_MEETING}"
    )


@pytest.mark.parametrize(
    ("due_on", "meeting_on"),
    [(NOVEMBER, NOVEMBER), (date(2018, 11, 2), JANUARY), (date(2019, 1, 30), None)],
)
def test_day_is_heard_at_the_first_meeting_from_then_on(due_on, meeting_on):
    assert by_day(due_on, MEETINGS) == Promise(due_on, meeting_on)
