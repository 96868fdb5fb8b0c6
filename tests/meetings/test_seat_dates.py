from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.seat_dates import (
    Change,
    ChangeKind,
    Tenure,
    Told,
    agenda_note,
    change_phrases,
    changes_between,
    members_on,
)

JULY, SEPTEMBER, NOVEMBER = date(2018, 7, 19), date(2018, 9, 19), date(2018, 11, 1)
START = date(2017, 5, 25)
DAY = timedelta(days=1)


def tenure(name, begins_on=START, ends_on=None, seat=None, **more):
    return Tenure(name, name, seat or name, begins_on, ends_on, **more)


@pytest.mark.parametrize(
    ("day", "is_member"),
    [(JULY - DAY, False), (JULY, True), (SEPTEMBER, True), (SEPTEMBER + DAY, False)],
)
def test_both_ends_of_a_tenure_belong_to_it(day, is_member):
    one = tenure("Harper Linsell", JULY, SEPTEMBER)

    assert (members_on([one], day) == [one]) == is_member


def test_tenure_without_an_end_goes_on():
    assert members_on([tenure("Alex Wragge")], date(2099, 1, 1)) != []


def test_changes_of_november_are_two_who_joined_and_one_who_left():
    tenures = [
        tenure("Alex Wragge"),
        tenure("Harper Linsell", ends_on=date(2018, 10, 12), why_left="end of apprenticeship"),
        tenure("Remy Fordcombe", date(2018, 10, 1), role="apprentice"),
        tenure("Shay Kilndown", date(2018, 10, 1), role="apprentice"),
    ]

    changes = changes_between(tenures, SEPTEMBER, NOVEMBER)

    assert changes == [
        Change(ChangeKind.LEFT, "Harper Linsell", why="end of apprenticeship"),
        Change(ChangeKind.JOINED, "Remy Fordcombe", "apprentice"),
        Change(ChangeKind.JOINED, "Shay Kilndown", "apprentice"),
    ]
    assert agenda_note(changes) == (
        "The Panel is asked to note that Harper Linsell has left the Panel (end of apprenticeship) and that "
        "Remy Fordcombe and Shay Kilndown (apprentice) have joined the Panel."
    )
    assert change_phrases(changes, Told.IN_MINUTES) == [
        "Harper Linsell had left the Panel (end of apprenticeship)",
        "Remy Fordcombe and Shay Kilndown (apprentice) had joined the Panel",
    ]


def test_successor_in_a_seat_has_replaced_the_one_before():
    tenures = [
        tenure("Parker Downe", ends_on=date(2018, 8, 1), seat="councillor 3", why_left="now in the Cabinet"),
        tenure("Billie Oakhanger", date(2018, 9, 1), seat="councillor 3"),
    ]

    changes = changes_between(tenures, JULY, SEPTEMBER)

    assert changes == [
        Change(ChangeKind.REPLACED, "Billie Oakhanger", why="now in the Cabinet", in_place_of="Parker Downe")
    ]
    assert change_phrases(changes, Told.IN_MINUTES) == [
        "Billie Oakhanger had replaced Parker Downe (now in the Cabinet)"
    ]


@pytest.mark.parametrize(
    ("ends_on", "kinds"),
    [
        (JULY - DAY, []),
        (JULY, [ChangeKind.LEFT]),
        (SEPTEMBER - DAY, [ChangeKind.LEFT]),
        (SEPTEMBER, []),
    ],
)
def test_member_has_left_when_the_last_day_was_before_the_later_meeting(ends_on, kinds):
    found = changes_between([tenure("Harper Linsell", ends_on=ends_on)], JULY, SEPTEMBER)

    assert [change.kind for change in found] == kinds


@pytest.mark.parametrize(
    ("begins_on", "kinds"),
    [
        (JULY, []),
        (JULY + DAY, [ChangeKind.JOINED]),
        (SEPTEMBER, [ChangeKind.JOINED]),
        (SEPTEMBER + DAY, []),
    ],
)
def test_member_has_joined_when_the_first_day_was_after_the_earlier_meeting(begins_on, kinds):
    found = changes_between([tenure("Harper Linsell", begins_on)], JULY, SEPTEMBER)

    assert [change.kind for change in found] == kinds


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("joined as an apprentice", "had joined the Panel as an apprentice"),
        ("Joined the Panel in place of a vacancy", "had joined the Panel in place of a vacancy"),
        ("joined", "had joined the Panel (joined)"),
        ("elected in May", "had joined the Panel (elected in May)"),
        ("", "had joined the Panel"),
    ],
)
def test_reason_that_says_joined_again_goes_on_from_the_verb(why, said):
    change = Change(ChangeKind.JOINED, "Remy Fordcombe", why=why)

    assert change_phrases([change], Told.IN_MINUTES) == [f"Remy Fordcombe {said}"]


def test_member_between_two_meetings_only_is_told_of_too():
    tenures = [tenure("Ellis Tovell", JULY + DAY, SEPTEMBER - DAY, why_left="moved away")]

    changes = changes_between(tenures, JULY, SEPTEMBER)

    assert change_phrases(changes, Told.ON_AGENDA) == [
        "Ellis Tovell has joined the Panel and left it again (moved away)"
    ]


def test_member_who_only_changed_seats_has_not_changed():
    tenures = [
        Tenure(7, "Alex Wragge", "carer 1", START, date(2018, 8, 1)),
        Tenure(7, "Alex Wragge", "carer 2", date(2018, 8, 2)),
    ]

    assert changes_between(tenures, JULY, SEPTEMBER) == []


def test_no_changes_make_no_note():
    assert agenda_note([]) == ""


TENURES = st.lists(
    st.builds(
        lambda person, seat, begins, length: Tenure(
            person, f"Member {person}", seat, START + begins * DAY, START + (begins + length) * DAY
        ),
        st.integers(1, 6),
        st.integers(1, 4),
        st.integers(0, 60),
        st.integers(0, 60),
    ),
    max_size=8,
)


@given(TENURES, st.integers(0, 120), st.integers(0, 120))
def test_earlier_membership_with_its_changes_is_the_later_one(tenures, earlier, later):
    before, after = START + earlier * DAY, START + max(earlier, later) * DAY
    changes = changes_between(tenures, before, after)

    names = {one.name for one in members_on(tenures, before)}
    names -= {change.name for change in changes if change.kind == ChangeKind.LEFT}
    names -= {change.in_place_of for change in changes}
    names |= {change.name for change in changes if change.kind in (ChangeKind.JOINED, ChangeKind.REPLACED)}
    assert names == {one.name for one in members_on(tenures, after)}
