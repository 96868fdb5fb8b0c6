"""What an approver is told before a month is published."""

from datetime import date
from decimal import Decimal

import pytest

from scorecard.models import UploadState
from scorecard.publishing.locks import ReportRefused
from scorecard.publishing.paper_text import plan_report
from scorecard.publishing.publication import publish_report, withdraw_report
from scorecard.report.readiness import IN_TURN, Readiness, read_readiness
from tests.factories.meetings import BodyFactory, MeetingFactory
from tests.factories.people import UserFactory
from tests.factories.scorecard import FigureFactory, PanelReportFactory, WorkbookUploadFactory
from tests.scorecard.panel import (
    AUGUST,
    JULY,
    MEETING,
    NOW,
    TODAY,
    an_amber_indicator,
    an_approver,
    month,
    published,
    ready,
    revise,
)

pytestmark = [pytest.mark.django_db, pytest.mark.pdf]
JULYS_MEETING = date(2018, 9, 19)
DECIDED = {"decided_at": NOW, "decided_by": UserFactory}
WITHDRAWN = DECIDED | {"withdrawn_at": NOW, "withdrawn_by": UserFactory, "withdrawal_reason": "A slip."}


@pytest.fixture(autouse=True)
def two_months():
    an_amber_indicator()
    FigureFactory(indicator__code="CIC01", value=88, period__ends_on=JULY)


def planned(slug: str, meeting_on: date) -> Readiness:
    plan_report(month(slug), by=an_approver(), meeting_on=meeting_on)
    return read_readiness(month(slug), today=TODAY)


def caution(key: str) -> tuple[str, ...] | None:
    """The details of one caution, None where there is none."""
    return {found.key: found.details for found in ready().cautions}.get(key)


@pytest.mark.parametrize(
    ("slug", "other", "its_meeting", "meeting"),
    [
        ("2018-07", "August 2018", MEETING, date(2018, 11, 2)),  # a later month went to an earlier meeting
        ("2018-08", "July 2018", MEETING, date(2018, 10, 31)),  # an earlier month goes to a later one
    ],
)
def test_a_month_out_of_its_turn_is_an_obstacle_and_not_published(slug, other, its_meeting, meeting):
    published(slug="2018-08" if slug == "2018-07" else "2018-07", meeting_on=its_meeting)

    readiness = planned(slug, meeting)

    assert readiness.obstacles == (IN_TURN.format(other=other, day="1 November 2018"),)
    with pytest.raises(ReportRefused, match="Months go to the panel in their order"):
        publish_report(month(slug), by=an_approver(), seen=readiness.fingerprint)


@pytest.mark.parametrize(
    ("slug", "its_meeting", "meeting"),
    [("2018-07", MEETING, date(2018, 10, 31)), ("2018-08", MEETING, date(2018, 11, 2))],
)
def test_a_month_in_its_turn_has_nothing_in_the_way(slug, its_meeting, meeting):
    published(slug="2018-08" if slug == "2018-07" else "2018-07", meeting_on=its_meeting)

    assert planned(slug, meeting).obstacles == ()


def test_a_report_that_was_withdrawn_takes_no_turn():
    report = published(slug="2018-08", meeting_on=MEETING)
    withdraw_report(report, by=an_approver(), reason="The wrong month.")

    assert planned("2018-07", date(2018, 11, 2)).obstacles == ()


def test_a_baseline_that_was_revised_is_a_caution_with_both_figures():
    published(slug="2018-07", meeting_on=JULYS_MEETING)
    assert caution("baseline") is None

    revise("CIC01", Decimal("86.5"), month_end=JULY)

    assert caution("baseline") == ("Indicator CIC01: the panel saw 88.0%, now 86.5%",)
    said = next(found.sentence for found in ready().cautions if found.key == "baseline")
    assert said == (
        "July 2018, the previous panel report, has been revised since the panel saw it. The paper compares with the "
        "figures as they stand today."
    )


def test_a_revision_of_the_month_itself_is_no_revised_baseline():
    published(slug="2018-07", meeting_on=JULYS_MEETING)
    revise("CIC01", Decimal("86.5"), month_end=AUGUST)

    assert caution("baseline") is None


def test_a_baseline_from_before_the_portal_has_nothing_to_compare_with():
    PanelReportFactory(period__ends_on=JULY, meeting_on=JULYS_MEETING)
    revise("CIC01", Decimal("86.5"), month_end=JULY)

    assert caution("baseline") is None


@pytest.mark.parametrize(
    ("state", "more", "is_told"),
    [
        (UploadState.FAULTY, {}, False),
        (UploadState.CHECKED, {}, True),
        (UploadState.SUBMITTED, {"submitted_at": NOW}, True),
        (UploadState.CANCELLED, {}, False),
        (UploadState.DECLINED, DECIDED, False),
        (UploadState.APPLIED, DECIDED, False),
        (UploadState.WITHDRAWN, WITHDRAWN, False),
    ],
)
def test_only_workbooks_that_can_still_be_decided_on_are_told(state, more, is_told):
    made = {name: fact() if fact is UserFactory else fact for name, fact in more.items()}

    WorkbookUploadFactory(state=state, original_name="Later.xlsx", **made)

    assert caution("uploads") == (("Later.xlsx",) if is_told else None)


def test_a_workbook_of_another_month_is_not_waited_for():
    WorkbookUploadFactory(submitted=True, month_ends=[JULY])

    assert caution("uploads") is None


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([], []),
        ([date(2018, 11, 1)], []),
        (
            [date(2018, 9, 19), date(2018, 10, 31), date(2019, 1, 29)],
            [
                "The panel has no meeting on 1 November 2018 in its calendar. Nearest to it: 31 October 2018 and "
                "29 January 2019."
            ],
        ),
        (
            [date(2018, 9, 19)],
            [
                "The panel has no meeting on 1 November 2018 in its calendar. Nearest to it: 19 September 2018."
            ],
        ),
    ],
)
def test_day_without_a_meeting_is_to_be_looked_at(db, days, said):
    body = BodyFactory() if days else None
    for day in days:
        MeetingFactory(body=body, on=day)

    plan_report(month(), by=an_approver(), meeting_on=MEETING)

    assert [one.sentence for one in ready().cautions if one.key == "meeting"] == said


def test_cancelled_meeting_is_none(db):
    MeetingFactory(on=MEETING, state="cancelled", reason="Snow.")
    MeetingFactory(on=date(2018, 9, 19))

    plan_report(month(), by=an_approver(), meeting_on=MEETING)

    assert "meeting" in [one.key for one in ready().cautions]
