from datetime import date
from decimal import Decimal

import pytest

from meetings.attendance_rate import AttendanceRate, AttendanceStatus, Outcome, Sitting, attendance_rate
from meetings.seat_dates import Tenure

MEMBER = [Tenure(1, "Alex Wragge", "carer 1", date(2018, 7, 19), date(2018, 11, 1))]


def held(day, status, **more):
    return Sitting(day, Outcome.HELD, status, **more)


def test_rate_counts_meetings_held_in_the_time_of_membership_both_ends_included():
    rate = attendance_rate(
        MEMBER,
        [
            held(date(2018, 7, 18), AttendanceStatus.PRESENT),
            held(date(2018, 7, 19), AttendanceStatus.PRESENT),
            held(date(2018, 9, 19), AttendanceStatus.APOLOGY),
            held(date(2018, 11, 1), AttendanceStatus.PRESENT),
            held(date(2018, 11, 2), AttendanceStatus.PRESENT),
        ],
    )

    assert rate == AttendanceRate(attended=2, held=3, substituted=0)
    assert rate.percentage == Decimal("66.7")
    assert rate.sentence == "Attended 2 of 3 meetings."


@pytest.mark.parametrize("outcome", [Outcome.CANCELLED, Outcome.POSTPONED, Outcome.INQUORATE])
def test_meeting_that_was_not_held_counts_for_nobody(outcome):
    rate = attendance_rate(MEMBER, [Sitting(date(2018, 9, 19), outcome, AttendanceStatus.PRESENT)])

    assert rate == AttendanceRate(attended=0, held=0, substituted=0)
    assert rate.percentage is None
    assert rate.sentence == "No meeting was held in this time."


def test_being_substituted_is_shown_beside_the_rate_and_not_counted_as_attended():
    rate = attendance_rate(MEMBER, [held(date(2018, 9, 19), AttendanceStatus.APOLOGY, is_substituted=True)])

    assert rate == AttendanceRate(attended=0, held=1, substituted=1)
    assert rate.percentage == Decimal("0.0")
    assert rate.sentence == "Attended 0 of 1 meeting; a substitute came to 1."


@pytest.mark.parametrize(
    "status", [AttendanceStatus.EXPECTED, AttendanceStatus.APOLOGY, AttendanceStatus.ABSENT]
)
def test_meeting_without_the_member_is_one_not_attended(status):
    rate = attendance_rate(MEMBER, [held(date(2018, 9, 19), status)])

    assert rate == AttendanceRate(attended=0, held=1, substituted=0)


def test_several_tenures_count_each_meeting_once():
    tenures = [*MEMBER, Tenure(1, "Alex Wragge", "carer 2", date(2018, 9, 1))]

    assert attendance_rate(tenures, [held(date(2018, 9, 19), AttendanceStatus.PRESENT)]).held == 1


@pytest.mark.parametrize(
    ("attended", "held_number", "percentage"),
    [(1, 16, "6.3"), (1, 3, "33.3"), (5, 5, "100.0"), (1, 80, "1.3")],
)
def test_percentage_is_rounded_half_up(attended, held_number, percentage):
    assert AttendanceRate(attended, held_number, 0).percentage == Decimal(percentage)
