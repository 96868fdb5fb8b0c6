from dataclasses import replace
from datetime import date, timedelta

import pytest

from recommendations.closing import (
    Closure,
    ClosureProposal,
    ClosureState,
    Outcome,
    closing_faults,
    closure_state,
    days_open,
    is_open,
)
from recommendations.status import DeliveryStatus, Impact

MEETING = date(2018, 11, 1)
ADOPTED = date(2015, 12, 10)
SOUND = ClosureProposal(
    outcome=Outcome.IMPLEMENTED,
    meeting_on=MEETING,
    resolution_closes=True,
    minute_number=110,
    delivery=DeliveryStatus.REPORTED_COMPLETE,
    claimed_on=MEETING,
    impact=Impact.IMPROVED,
)


def refused(**changed):
    return closing_faults(replace(SOUND, **changed), today=MEETING)


def test_all_done_claimed_and_resolved_is_closed():
    assert refused() == []


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"meeting_on": MEETING + timedelta(days=1)}, "not been held"),
        ({"resolution_closes": False}, "does not close"),
        ({"minute_number": None}, "number of the minute"),
        ({"delivery": DeliveryStatus.ON_TRACK}, "Not every part"),
        ({"delivery": DeliveryStatus.SLIPPED, "outcome": Outcome.AIM_NOT_MET}, "Not every part"),
        ({"claimed_on": None}, "No published update"),
        ({"claimed_on": MEETING + timedelta(days=1)}, "No published update"),
        ({"impact": Impact.WORSE}, "aim was not met"),
        ({"told_impact": Impact.WORSE}, "aim was not met"),
        ({"indicator_is_worse": True}, "aim was not met"),
        ({"indicator_is_worse": True, "panel_reason": "  "}, "aim was not met"),
        ({"outcome": Outcome.SUPERSEDED}, "replaces it"),
        ({"outcome": Outcome.REJECTED}, "panel's reason"),
        ({"outcome": Outcome.NOT_IMPLEMENTED}, "panel's reason"),
    ],
)
def test_what_is_missing_is_said(changed, words):
    (fault,) = refused(**changed)

    assert words in fault


@pytest.mark.parametrize(
    "changed",
    [
        {"meeting_on": MEETING, "claimed_on": MEETING - timedelta(days=1)},
        {"impact": Impact.WORSE, "outcome": Outcome.AIM_NOT_MET},
        {"impact": Impact.WORSE, "panel_reason": "The rise is outside the council's hands"},
        {
            "outcome": Outcome.SUPERSEDED,
            "replaced_by": 7,
            "delivery": DeliveryStatus.NOT_STARTED,
            "claimed_on": None,
        },
        {"outcome": Outcome.REJECTED, "panel_reason": "Not lawful", "delivery": DeliveryStatus.NOT_STARTED},
        {"outcome": Outcome.NOT_IMPLEMENTED, "panel_reason": "No money", "delivery": DeliveryStatus.SLIPPED},
    ],
)
def test_other_sound_ways_of_closing(changed):
    assert refused(**changed) == []


@pytest.mark.parametrize(
    ("approved", "struck_out", "state"),
    [
        (False, False, ClosureState.PROVISIONAL),
        (False, True, ClosureState.PROVISIONAL),
        (True, False, ClosureState.FINAL),
        (True, True, ClosureState.VOID),
    ],
)
def test_closure_is_provisional_until_the_minutes_are_approved(approved, struck_out, state):
    assert closure_state(minutes_approved=approved, struck_out=struck_out) == state


CLOSED = Closure(date(2016, 12, 10), ClosureState.FINAL)
REOPENED = replace(CLOSED, reopened_on=date(2017, 1, 10))
VOID = replace(CLOSED, state=ClosureState.VOID)


@pytest.mark.parametrize(
    ("closures", "days", "opened"),
    [
        ([], 1057, True),
        ([CLOSED], 366, False),
        ([replace(CLOSED, state=ClosureState.PROVISIONAL)], 366, False),
        ([REOPENED], 1057 - 31, True),
        ([VOID], 1057, True),
        ([REOPENED, Closure(MEETING, ClosureState.FINAL)], 1057 - 31, False),
        ([REOPENED, Closure(date(2018, 10, 1), ClosureState.FINAL), VOID], 1057 - 31 - 31, False),
    ],
)
def test_days_open_leave_out_the_days_closed(closures, days, opened):
    assert days_open(ADOPTED, closures, MEETING) == days
    assert is_open(closures) is opened
