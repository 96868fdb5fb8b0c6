from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.quorum import (
    QuorumBase,
    QuorumRule,
    QuorumVerdict,
    SeatTaken,
    Stretch,
    has_lapsed,
    in_the_room,
    lapses_at,
    quorum_at,
    share_meant,
)

TEN = datetime(2018, 11, 1, 10, 0, tzinfo=UTC)
ELEVEN, NOON = TEN + timedelta(hours=1), TEN + timedelta(hours=2)
ALL_DAY = (Stretch(),)
THIRD = QuorumRule(Fraction(1, 3), floor=3)


@pytest.mark.parametrize(
    ("rule", "filled", "needed"),
    [
        (THIRD, 24, 8),
        (THIRD, 25, 9),
        (THIRD, 9, 3),
        (THIRD, 8, 3),
        (THIRD, 0, 3),
        (QuorumRule(Fraction(1, 4), floor=1), 9, 3),
        (QuorumRule(Fraction(1), floor=1), 7, 7),
        (QuorumRule(Fraction(0), floor=4), 24, 4),
        (QuorumRule(Fraction(1, 10), floor=1), 30, 3),
        (QuorumRule(Fraction(1, 3), 1, QuorumBase.ALL), 3, 4),
    ],
)
def test_share_of_the_seats_is_rounded_up_and_never_below_the_floor(rule, filled, needed):
    voting_seats = 12 if rule.base == QuorumBase.ALL else 30

    assert rule.needed(voting_seats=voting_seats, filled_voting_seats=filled) == needed


@pytest.mark.parametrize(
    ("share", "floor"), [(Fraction(-1, 3), 3), (Fraction(4, 3), 3), (Fraction(1, 3), -1)]
)
def test_rule_that_cannot_be_is_refused(share, floor):
    with pytest.raises(ValueError, match="a share from 0 to 1"):
        QuorumRule(share, floor)


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        ("0.3333", Fraction(1, 3)),
        ("0.6667", Fraction(2, 3)),
        ("0.25", Fraction(1, 4)),
        ("0.5000", Fraction(1, 2)),
        ("0.1667", Fraction(1, 6)),
        ("0", Fraction(0)),
        ("1", Fraction(1)),
    ],
)
def test_rounded_decimal_means_the_fraction_behind_it(typed, share):
    assert share_meant(Decimal(typed)) == share


def test_two_thirds_of_three_seats_are_two_however_the_share_was_typed():
    rule = QuorumRule(share_meant(Decimal("0.6667")), floor=1)

    assert rule.needed(voting_seats=3, filled_voting_seats=3) == 2


@pytest.mark.parametrize(
    ("person", "counts"),
    [
        (SeatTaken("A", True, ALL_DAY), True),
        (SeatTaken("A", False, ALL_DAY), False),
        (SeatTaken("A", True, ()), False),
        (SeatTaken("A", True, ALL_DAY, is_substitute=True), False),
        (SeatTaken("A", True, ALL_DAY, is_substitute=True, is_accepted=True), True),
        (SeatTaken("A", False, ALL_DAY, is_substitute=True, is_accepted=True), False),
        (SeatTaken("A", True, (Stretch(ELEVEN),)), True),
        (SeatTaken("A", True, (Stretch(TEN, ELEVEN),)), False),
        (SeatTaken("A", True, (Stretch(ELEVEN + timedelta(seconds=1)),)), False),
        (SeatTaken("A", True, (Stretch(None, ELEVEN), Stretch(ELEVEN, NOON))), True),
        (SeatTaken("A", True, ALL_DAY, (Stretch(ELEVEN, NOON),)), False),
        (SeatTaken("A", True, ALL_DAY, (Stretch(TEN, ELEVEN),)), True),
    ],
)
def test_voting_members_and_accepted_substitutes_count_while_in_the_room(person, counts):
    assert in_the_room([person], ELEVEN) == counts


def test_member_and_his_substitute_count_once():
    member = SeatTaken("A", True, ALL_DAY)
    substitute = SeatTaken("A", True, ALL_DAY, is_substitute=True, is_accepted=True)

    assert in_the_room([member, substitute, SeatTaken("B", True, ALL_DAY)], TEN) == 2


@pytest.mark.parametrize(
    ("counted", "is_quorate", "sentence"),
    [
        (4, True, "Quorate: 4 voting members in the room, 3 needed."),
        (3, True, "Quorate: 3 voting members in the room, 3 needed."),
        (2, False, "Not quorate: 2 of the 3 voting members needed are in the room."),
        (1, False, "Not quorate: 1 of the 3 voting members needed is in the room."),
        (0, False, "Not quorate: none of the 3 voting members needed is in the room."),
    ],
)
def test_verdict_says_how_many_are_there_and_how_many_are_needed(counted, is_quorate, sentence):
    verdict = QuorumVerdict(needed=3, counted=counted)

    assert (verdict.is_quorate, verdict.sentence) == (is_quorate, sentence)


def test_quorum_is_lost_the_moment_a_member_withdraws():
    people = [SeatTaken(seat, True, ALL_DAY) for seat in "AB"]
    people.append(SeatTaken("C", True, ALL_DAY, withdrawals=(Stretch(ELEVEN, NOON),)))

    verdicts = [
        quorum_at(at, people, THIRD, voting_seats=9, filled_voting_seats=9) for at in (TEN, ELEVEN, NOON)
    ]

    assert [verdict.is_quorate for verdict in verdicts] == [True, False, True]


@pytest.mark.parametrize(("minutes_on", "lapsed"), [(0, False), (14, False), (15, True), (16, True)])
def test_meeting_without_a_quorum_lapses_after_the_waiting_time(minutes_on, lapsed):
    assert lapses_at(TEN, 15) == datetime(2018, 11, 1, 10, 15, tzinfo=UTC)
    assert has_lapsed(TEN, 15, TEN + timedelta(minutes=minutes_on)) == lapsed


@given(st.integers(0, 60), st.integers(1, 10), st.fractions(Fraction(1, 60), 1), st.integers(0, 5))
def test_more_seats_never_need_fewer_members(filled, floor, share, more):
    rule = QuorumRule(share, floor)

    needed = rule.needed(voting_seats=60, filled_voting_seats=filled)

    assert needed >= floor
    assert needed >= share * filled
    assert rule.needed(voting_seats=60, filled_voting_seats=filled + more) >= needed
