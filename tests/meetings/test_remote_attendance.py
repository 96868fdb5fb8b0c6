from datetime import date

import pytest

from meetings.remote_attendance import ENGLAND, RemotePeriod, remote_counts


@pytest.mark.parametrize(
    ("meeting_on", "counts"),
    [
        (date(2020, 4, 3), False),
        (date(2020, 4, 4), True),
        (date(2021, 5, 6), True),
        (date(2021, 5, 7), False),
        (date(2018, 11, 1), False),
    ],
)
def test_joining_by_video_counted_for_thirteen_months(meeting_on, counts):
    assert remote_counts(meeting_on) == counts


def test_period_without_an_end_goes_on():
    periods = [*ENGLAND, RemotePeriod(date(2030, 1, 1))]

    assert [remote_counts(date(year, 1, 1), periods) for year in (2029, 2030, 2099)] == [False, True, True]
