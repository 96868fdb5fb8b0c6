"""A month whose figures were withdrawn: every page says so, and leads to what the panel saw."""

from datetime import UTC, date, datetime

import pytest

from core.access import Role
from scorecard.models import PanelReport, UploadState, WorkbookUpload
from scorecard.publishing.paper_text import plan_report
from scorecard.report.news import commentary_news
from scorecard.withdrawing import withdraw_upload, withdrawal_of
from tests.factories.demographics import count_children, make_table
from tests.factories.people import UserFactory
from tests.factories.scorecard import FigureFactory, PanelReportFactory, WorkbookUploadFactory
from tests.page import Page, open_page
from tests.scorecard.panel import (
    AUGUST,
    JULY,
    TODAY,
    an_amber_indicator,
    an_approver,
    an_owner,
    month,
    published,
    ready,
)

pytestmark = [pytest.mark.django_db, pytest.mark.pdf]
JUNE = date(2018, 6, 30)
WITHDRAWN_AT = datetime(2018, 12, 4, 23, 30, tzinfo=UTC)
MEMBERS_PAGES = (
    "/scorecard/?month=2018-08",
    "/scorecard/indicators/CIC01/?month=2018-08",
    "/scorecard/2018-08.csv",
)
OFFICERS_PAGES = (
    *("plan/", "paper/", "paper.pdf", "paper/summary/", "publish/", "commentary/", "commentary/CIC01/"),
)
WAS_WITHDRAWN = (
    "They were withdrawn on 4 December 2018, so there are no figures for this month until new ones are "
    "approved."
)
SEEN = "The panel was shown August 2018 on 1 November 2018, and that report stays as it was."


@pytest.fixture
def post():
    return an_amber_indicator()


def withdraw(ends_on: date = AUGUST) -> WorkbookUpload:
    upload = WorkbookUpload.objects.get(figures__period__ends_on=ends_on)
    return withdraw_upload(
        upload, by=an_approver(), reason="A slip.", seen=withdrawal_of(upload).seen, at=WITHDRAWN_AT
    )


@pytest.fixture
def report(post) -> PanelReport:
    """Published, and its upload withdrawn since; June stands."""
    FigureFactory(indicator__code="CIC01", value=88, period__ends_on=JUNE)
    report = published()
    withdraw()
    return report


def told(page: Page) -> list[str]:
    return [" ".join(text.split()) for text in page.texts("main p.govuk-body")]


@pytest.mark.parametrize("address", MEMBERS_PAGES)
def test_a_member_is_told_when_and_led_to_the_report(client_as, report, address):
    page = open_page(client_as(Role.PANEL_MEMBER), address, 404)

    assert page.texts("h1") == ["The figures for August 2018 were withdrawn"]
    assert told(page) == [
        WAS_WITHDRAWN,
        f"{SEEN} As the panel saw it on 1 November 2018",
        "The latest month with figures is June 2018. Read the scorecard for June 2018",
    ]
    assert page.links("main a") == [f"/scorecard/reports/{report.pk}/", "/scorecard/?month=2018-06"]


@pytest.mark.parametrize("address", OFFICERS_PAGES)
def test_an_approver_is_told_on_every_page_of_the_months_report(client_as, report, address):
    page = open_page(client_as(Role.MI_APPROVER), f"/scorecard/reports/2018-08/{address}", 404)

    upload = WorkbookUpload.objects.get(state=UploadState.WITHDRAWN)
    assert told(page)[0] == f"{WAS_WITHDRAWN} Read who withdrew them and why"
    assert page.links("main a")[:2] == [
        f"/scorecard/uploads/{upload.pk}/",
        f"/scorecard/reports/{report.pk}/",
    ]


@pytest.mark.parametrize("address", ["?month=2018-08", "2018-08/CIC01/"])
def test_an_owner_is_told_where_they_would_write(client_as, report, address):
    page = open_page(client_as(Role.REPORT_OWNER), f"/scorecard/commentary/{address}", 404)

    assert told(page)[0] == WAS_WITHDRAWN


def test_a_month_that_the_panel_never_saw_leads_to_no_report(client_as, post):
    withdraw()

    page = open_page(client_as(Role.PANEL_MEMBER), "/scorecard/?month=2018-08", 404)

    assert told(page) == [WAS_WITHDRAWN]


def test_a_report_that_was_withdrawn_too_is_not_led_to(client_as, report):
    PanelReport.objects.update(
        withdrawn_at=WITHDRAWN_AT, withdrawn_by=UserFactory(), withdrawal_reason="The wrong month."
    )

    page = open_page(client_as(Role.PANEL_MEMBER), "/scorecard/?month=2018-08", 404)

    assert told(page)[0] == WAS_WITHDRAWN
    assert page.links("main a") == ["/scorecard/?month=2018-06"]


def test_the_last_of_several_withdrawals_counts(client_as, post):
    old = WorkbookUploadFactory(by_command=True)
    FigureFactory(indicator__code="CIC02", upload=old, is_current=False)
    WorkbookUpload.objects.filter(pk=old.pk).update(
        state=UploadState.WITHDRAWN,
        withdrawn_at=datetime(2018, 12, 1, tzinfo=UTC),
        withdrawn_by=UserFactory(),
        withdrawal_reason="A slip.",
    )
    upload = WorkbookUpload.objects.get(figures__indicator__code="CIC01")
    withdraw_upload(
        upload, by=an_approver(), reason="A slip.", seen=withdrawal_of(upload).seen, at=WITHDRAWN_AT
    )

    assert told(open_page(client_as(Role.PANEL_MEMBER), "/scorecard/?month=2018-08", 404)) == [WAS_WITHDRAWN]


@pytest.mark.parametrize("asked", ["2031-01", "1999-13", "x", "<b>", "2018-08-31"])
def test_a_month_that_never_was_is_told_as_before(client_as, report, asked):
    page = open_page(client_as(Role.PANEL_MEMBER), f"/scorecard/?month={asked}", 404)

    assert page.texts("h1") == ["There are no figures for that month"]


def test_a_month_in_which_something_stands_again_is_read_as_ever(client_as, report):
    FigureFactory(indicator__code="CIC01", value=86, revision=2)

    assert open_page(client_as(Role.PANEL_MEMBER), "/scorecard/?month=2018-08").texts("h1") == [
        "Children in care scorecard, August 2018"
    ]


def test_with_no_figures_left_at_all_the_reports_can_still_be_found(client_as, post):
    published()
    withdraw()

    page = open_page(client_as(Role.PANEL_MEMBER), "/scorecard/")

    assert page.links("main a") == ["/scorecard/reports/"]
    assert (
        "As the panel saw it"
        in open_page(client_as(Role.PANEL_MEMBER), "/scorecard/?month=2018-08", 404).texts("main a")[0]
    )


def test_counts_of_children_that_were_withdrawn_are_told_so(client_as):
    upload = count_children(make_table("Age", "1"), {"1": 30, "All children": 30})
    WorkbookUpload.objects.filter(pk=upload.pk).update(
        state=UploadState.WITHDRAWN,
        withdrawn_at=WITHDRAWN_AT,
        withdrawn_by=UserFactory(),
        withdrawal_reason="A slip.",
    )

    page = open_page(client_as(Role.PANEL_MEMBER), "/scorecard/demographics/?month=2018-08", 404)

    assert page.texts("h1") == ["The counts for August 2018 were withdrawn"]
    assert told(page) == [WAS_WITHDRAWN.replace("no figures", "no counts")]


class TestMonthsAfterAndBefore:
    """A report of August stands, its figures do not; July was never reported."""

    @pytest.fixture(autouse=True)
    def july(self, report, post):
        FigureFactory(indicator__code="CIC01", value=85, period__ends_on=JULY)

    def test_an_earlier_month_does_not_wait_to_be_published(self, client_as):
        page = open_page(client_as(Role.MI_OFFICER), "/scorecard/reports/")

        assert "Not reported yet" not in page.texts("h2")

    def test_nor_is_its_owner_asked_for_commentary(self, post):
        assert list(commentary_news(an_owner(post), today=TODAY)) == []

    @pytest.mark.parametrize("has_june", [True, False])
    def test_who_publishes_the_next_month_is_told_what_it_compares_with(self, has_june):
        if has_june:
            PanelReportFactory(period__ends_on=JUNE, meeting_on=date(2018, 7, 20))
        FigureFactory(indicator__code="CIC01", value=95, period__ends_on=date(2018, 9, 30))
        plan_report(month("2018-09"), by=an_approver(), meeting_on=date(2018, 12, 13))

        cautions = {caution.key: caution.sentence for caution in ready("2018-09").cautions}

        instead = "compares with June 2018 instead" if has_june else "compares with no earlier report"
        assert cautions["baseline"] == (
            f"The figures of August 2018, the previous panel report, were withdrawn. The paper {instead}."
        )
