import pytest

from recommendations.lateness import Lateness
from recommendations.status import DeliveryStatus
from recommendations.worst_first import ORDER, Place, place

SLIPPED, ON_TRACK = DeliveryStatus.SLIPPED, DeliveryStatus.ON_TRACK
COMPLETE, NOT_STARTED = DeliveryStatus.REPORTED_COMPLETE, DeliveryStatus.NOT_STARTED


@pytest.mark.parametrize(
    ("is_open", "lateness", "delivery", "is_stale", "where"),
    [
        (True, Lateness.LONG_OVERDUE, SLIPPED, True, Place.LONG_OVERDUE),
        (True, Lateness.OVERDUE, SLIPPED, True, Place.OVERDUE),
        (True, Lateness.DUE_SOON, SLIPPED, True, Place.SLIPPED),
        (True, Lateness.NO_DATE, ON_TRACK, True, Place.STALE),
        (True, Lateness.IN_TIME, NOT_STARTED, True, Place.STALE),
        (True, Lateness.IN_TIME, NOT_STARTED, False, Place.NOT_STARTED),
        (True, Lateness.DUE_SOON, ON_TRACK, False, Place.ON_TRACK),
        (True, Lateness.MET_LATE, COMPLETE, True, Place.COMPLETE),
        (False, Lateness.LONG_OVERDUE, SLIPPED, True, Place.CLOSED),
    ],
)
def test_recommendation_stands_under_the_worst_that_is_true_of_it(
    is_open, lateness, delivery, is_stale, where
):
    assert place(is_open=is_open, lateness=lateness, delivery=delivery, is_stale=is_stale) == where


def test_worst_comes_first():
    assert sorted(Place, key=ORDER.__getitem__) == [
        "long_overdue",
        "overdue",
        "slipped",
        "stale",
        "not_started",
        "on_track",
        "reported_complete",
        "closed",
    ]
