from datetime import UTC, date, datetime

import pytest

from meetings.closed_days import bank_holidays
from meetings.item_notice import (
    LEAST_REASON,
    ShorterNotice,
    Timing,
    Urgency,
    days_sentence,
    item_verdict,
)
from meetings.notice import counted_days

HOLIDAYS = bank_holidays(2018, 2024)
MEETING = date(2018, 11, 1)
IN_TIME, LATE = date(2018, 10, 24), date(2018, 10, 25)
REASON = "The inspectors asked for an answer before December."
URGENT = Urgency(REASON, "Rowan Ellerby", datetime(2018, 10, 26, 9, 30, tzinfo=UTC))
FIVE = "Thursday 25, Friday 26, Monday 29, Tuesday 30 and Wednesday 31 October 2018"
FOUR = "4 clear days, one too few: Friday 26, Monday 29, Tuesday 30 and Wednesday 31 October 2018"


def verdict(issued_on=IN_TIME, **more):
    return item_verdict(issued_on=issued_on, meeting_on=MEETING, bank_holidays=HOLIDAYS, **more)


def test_item_issued_on_the_latest_day_is_in_time_and_shows_the_days():
    found = verdict()

    assert found.timing == Timing.IN_TIME
    assert found.may_be_taken
    assert found.days == tuple(counted_days(IN_TIME, MEETING, HOLIDAYS))
    assert found.sentence == f"5 clear days: {FIVE}."


def test_item_issued_a_day_later_is_blocked_and_says_by_how_much():
    found = verdict(LATE)

    assert found.timing == Timing.BLOCKED
    assert not found.may_be_taken
    assert len(found.days) == 4
    assert found.sentence == f"{FOUR}. It can be taken only if the chairman holds it urgent and says why."
    assert found.missing == (
        "Say why the item cannot wait for the next meeting, in at least 20 characters.",
        "Enter the name of the chairman who agreed.",
        "Enter when the chairman agreed.",
    )


def test_item_on_no_issue_yet_has_no_days():
    found = verdict(None)

    assert found.timing == Timing.BLOCKED
    assert found.days == ()
    assert found.sentence.startswith("No clear days, five too few.")


def test_change_in_substance_makes_the_item_new():
    assert verdict(changed_on=IN_TIME).timing == Timing.IN_TIME
    assert verdict(changed_on=LATE).timing == Timing.BLOCKED
    assert verdict(changed_on=LATE).sentence.startswith(FOUR)


def test_late_item_held_urgent_may_be_taken_and_says_by_whom_and_why():
    found = verdict(LATE, urgency=URGENT)

    assert found.timing == Timing.URGENT
    assert found.may_be_taken
    assert found.missing == ()
    assert found.sentence == f"{FOUR}. Rowan Ellerby holds the item urgent: {REASON}"


def test_item_in_time_stays_in_time_whatever_is_said_of_urgency():
    assert verdict(urgency=URGENT).timing == Timing.IN_TIME


@pytest.mark.parametrize(
    ("urgency", "missing"),
    [
        (
            Urgency("late", URGENT.agreed_by, URGENT.agreed_at),
            "Say why the item cannot wait for the next meeting, in at least 20 characters.",
        ),
        (Urgency(REASON, "  ", URGENT.agreed_at), "Enter the name of the chairman who agreed."),
        (Urgency(REASON, URGENT.agreed_by, None), "Enter when the chairman agreed."),
    ],
)
def test_urgency_without_a_part_of_it_still_blocks(urgency, missing):
    found = verdict(LATE, urgency=urgency)

    assert found.timing == Timing.BLOCKED
    assert found.missing == (missing,)


@pytest.mark.parametrize(
    ("reason", "is_enough"),
    [("x" * (LEAST_REASON - 1), False), ("x" * LEAST_REASON, True), (" " * LEAST_REASON + "x", False)],
)
def test_reason_of_urgency_has_a_least_length_and_spaces_do_not_fill_it(reason, is_enough):
    urgency = Urgency(reason, URGENT.agreed_by, URGENT.agreed_at)

    assert (urgency.missing == []) == is_enough


def test_item_open_since_a_meeting_was_convened_at_shorter_notice_is_in_time():
    found = verdict(LATE, shorter_notice=ShorterNotice(LATE, REASON))

    assert found.timing == Timing.SHORTER_NOTICE
    assert found.may_be_taken
    assert found.sentence == (
        f"{FOUR}. The meeting was convened at shorter notice on Thursday 25 October 2018: {REASON}"
    )


def test_shorter_notice_without_a_reason_blocks():
    found = verdict(LATE, shorter_notice=ShorterNotice(LATE, ""))

    assert found.timing == Timing.BLOCKED
    assert found.missing == (
        "Say why the meeting was convened at shorter notice, in at least 20 characters.",
    )


def test_item_added_after_a_meeting_was_convened_at_shorter_notice_needs_urgency():
    convened = ShorterNotice(LATE, REASON)

    assert verdict(date(2018, 10, 26), shorter_notice=convened).timing == Timing.BLOCKED
    assert verdict(date(2018, 10, 26), shorter_notice=convened, urgency=URGENT).timing == Timing.URGENT


def test_other_number_of_required_days_decides():
    assert verdict(date(2018, 10, 26), required=3).timing == Timing.IN_TIME
    assert verdict(date(2018, 10, 29), required=3).timing == Timing.BLOCKED


@pytest.mark.parametrize(
    ("days", "required", "sentence"),
    [
        ([], 5, "No clear days, five too few"),
        ([], 12, "No clear days, 12 too few"),
        ([date(2018, 10, 31)], 5, "1 clear day, four too few: Wednesday 31 October 2018"),
        ([date(2018, 10, 31)], 1, "1 clear day: Wednesday 31 October 2018"),
    ],
)
def test_few_days_are_said_in_words(days, required, sentence):
    assert days_sentence(days, required) == sentence


@pytest.mark.parametrize(
    ("published_on", "sentence"),
    [
        (
            date(2018, 10, 17),
            "10 clear days: Thursday 18, Friday 19, Monday 22, Tuesday 23, Wednesday 24, Thursday 25, Friday 26, "
            "Monday 29, Tuesday 30 and Wednesday 31 October 2018",
        ),
        (
            date(2018, 10, 16),
            "11 clear days: the working days from Wednesday 17 October 2018 to Wednesday 31 October 2018",
        ),
    ],
)
def test_more_than_ten_days_are_said_by_the_first_and_the_last(published_on, sentence):
    assert days_sentence(counted_days(published_on, MEETING, HOLIDAYS)) == sentence
