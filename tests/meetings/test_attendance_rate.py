from datetime import date
from decimal import Decimal

import pytest

from meetings.attendance_rate import AttendanceRate, Outcome, Presence, Sitting, attendance_rate
from meetings.seat_dates import Tenure

MEMBER = [Tenure(1, "Alex Wragge", "carer 1", date(2018, 7, 19), date(2018, 11, 1))]


def held(day, presence):
    return Sitting(day, Outcome.HELD, presence)


def test_rate_counts_meetings_held_in_the_time_of_membership_both_ends_included():
    rate = attendance_rate(
        MEMBER,
        [
            held(date(2018, 7, 18), Presence.PRESENT),
            held(date(2018, 7, 19), Presence.PRESENT),
            held(date(2018, 9, 19), Presence.APOLOGY),
            held(date(2018, 11, 1), Presence.PRESENT),
            held(date(2018, 11, 2), Presence.PRESENT),
        ],
    )

    assert rate == AttendanceRate(attended=2, held=3, substituted=0)
    assert rate.percentage == Decimal("66.7")
    assert rate.sentence == "Attended 2 of 3 meetings."


@pytest.mark.parametrize("outcome", [Outcome.CANCELLED, Outcome.POSTPONED, Outcome.INQUORATE])
def test_meeting_that_was_not_held_counts_for_nobody(outcome):
    rate = attendance_rate(MEMBER, [Sitting(date(2018, 9, 19), outcome, Presence.PRESENT)])

    assert rate == AttendanceRate(attended=0, held=0, substituted=0)
    assert rate.percentage is None
    assert rate.sentence == "No meeting was held in this time."


def test_being_substituted_is_shown_beside_the_rate_and_not_counted_as_attended():
    rate = attendance_rate(MEMBER, [held(date(2018, 9, 19), Presence.SUBSTITUTED)])

    assert rate == AttendanceRate(attended=0, held=1, substituted=1)
    assert rate.percentage == Decimal("0.0")
    assert rate.sentence == "Attended 0 of 1 meeting; a substitute came to 1."


def test_absence_without_a_word_is_a_meeting_not_attended():
    rate = attendance_rate(MEMBER, [held(date(2018, 9, 19), Presence.NOT_RECORDED)])

    assert rate == AttendanceRate(attended=0, held=1, substituted=0)


def test_several_tenures_count_each_meeting_once():
    tenures = [*MEMBER, Tenure(1, "Alex Wragge", "carer 2", date(2018, 9, 1))]

    assert attendance_rate(tenures, [held(date(2018, 9, 19), Presence.PRESENT)]).held == 1


@pytest.mark.parametrize(
    ("attended", "held_number", "percentage"),
    [(1, 16, "6.3"), (1, 3, "33.3"), (5, 5, "100.0"), (1, 80, "1.3")],
)
def test_percentage_is_rounded_half_up(attended, held_number, percentage):
    assert AttendanceRate(attended, held_number, 0).percentage == Decimal(percentage)
