"""By when an agenda and its reports are due, for a meeting as it is kept."""

from datetime import date

import pytest

from meetings.models import ClosedDay, ClosedDayKind
from meetings.report.deadlines import deadlines
from tests.factories.meetings import BodyFactory, MeetingFactory

pytestmark = pytest.mark.django_db
NOVEMBER = date(2018, 11, 1)


@pytest.mark.parametrize(
    ("on", "issue_on", "reports_on"),
    [
        (NOVEMBER, date(2018, 10, 24), date(2018, 10, 19)),
        (date(2021, 5, 27), date(2021, 5, 19), date(2021, 5, 14)),
        (date(2023, 5, 11), date(2023, 5, 2), date(2023, 4, 26)),
        (date(2024, 1, 4), date(2023, 12, 22), date(2023, 12, 19)),
    ],
)
def test_deadlines_follow_the_rules_of_notice(on, issue_on, reports_on):
    found = deadlines(MeetingFactory(on=on))

    assert (found.issue_on, found.reports_on) == (issue_on, reports_on)


def test_the_days_are_counted_out():
    found = deadlines(MeetingFactory(on=NOVEMBER))

    assert (found.issue_by, found.reports_by) == ("Wednesday 24 October 2018", "Friday 19 October 2018")
    assert found.days_sentence == (
        "Five clear days follow: Thursday 25, Friday 26, Monday 29, Tuesday 30 and Wednesday 31 October 2018"
    )


def test_the_panels_own_rules_are_taken():
    meeting = MeetingFactory(on=NOVEMBER, body=BodyFactory(name="Other", clear_days=1, report_days=0))

    found = deadlines(meeting)

    assert (found.issue_on, found.reports_on) == (date(2018, 10, 30), date(2018, 10, 30))
    assert found.days_sentence == "One clear day follows: Wednesday 31 October 2018"


@pytest.mark.parametrize("kind", ClosedDayKind)
def test_a_day_that_officers_added_is_no_working_day(kind):
    ClosedDay.objects.create(on=date(2018, 10, 30), name="Flood", kind=kind, known_since=date(2018, 10, 25))

    assert deadlines(MeetingFactory(on=NOVEMBER)).issue_on == date(2018, 10, 23)
