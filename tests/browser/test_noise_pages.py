"""Is it noise, and where limits start again: in a real browser, for every eye, by keyboard, without scripts."""

import pytest
from playwright.sync_api import expect

from core.access import Role
from scorecard.models import Rebase
from scorecard.periods import DataPeriod
from tests.browser.checks import check_page
from tests.factories.scorecard import (
    IndicatorFactory,
    RebaseFactory,
    ReportingPeriodFactory,
    ThresholdFactory,
)
from tests.scorecard.test_report_indicator import back, figures

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGE = "/scorecard/indicators/CIC01/"


@pytest.fixture
def indicator(transactional_db):
    """12 and 10 month by month for two years, then a jump; and a limit that started again before."""
    indicator = IndicatorFactory(code="CIC01")
    ThresholdFactory(indicator=indicator, target=15, floor=5)
    figures({0: "40"} | {back: ("12" if back % 2 else "10") for back in range(1, 28)}, indicator=indicator)
    RebaseFactory(indicator=indicator, at_period=ReportingPeriodFactory(ends_on=back(15)))
    return indicator


@pytest.fixture
def rolling(transactional_db):
    indicator = IndicatorFactory(code="CIC01", data_period=DataPeriod.R12M)
    figures(dict.fromkeys(range(20), "50"), indicator=indicator, month_numerator=30, month_denominator=60)
    return indicator


@pytest.fixture
def officer(user_as):
    return user_as(Role.MI_OFFICER, name="Odile Officer")


@pytest.mark.parametrize("kind", ["indicator", "rolling"])
def test_verdict_and_all_that_unfolds_is_accessible(request, browse, officer, kind) -> None:
    request.getfixturevalue(kind)
    page = browse(PAGE, user=officer)
    for summary in page.locator("summary").all():
        summary.click()

    check_page(page)


def test_pages_of_limits_that_start_again_are_accessible(indicator, browse, officer) -> None:
    rebase = Rebase.objects.get()
    for address in ("rebase/", "rebase/?month=2018-04", "rebase/?month=", f"rebases/{rebase.pk}/withdraw/"):
        check_page(browse(f"{PAGE}{address}", user=officer))


@pytest.mark.parametrize("scripts", [True, False])
def test_officer_starts_limits_again_and_withdraws_it(rolling, browse, officer, scripts) -> None:
    page = browse(PAGE, user=officer, scripts=scripts)

    page.get_by_role("link", name="Start the limits again at a month").click()
    page.get_by_label("The first month of the new limits").select_option("April 2018")
    page.get_by_role("button", name="Show what it would do").click()
    expect(page.get_by_role("heading", name="With new limits from April 2018")).to_be_visible()
    page.get_by_label("What changed").fill("A new team took the work on.")
    page.get_by_role("button", name="Start the limits again in April 2018").click()

    section = page.locator("section[aria-labelledby=limits]")
    expect(section).to_contain_text("April 2018. A new team took the work on.")
    expect(section).to_contain_text("Decided by Odile Officer")
    section.get_by_role("link", name="Withdraw").click()
    page.get_by_label("Why it is withdrawn").fill("The team stayed as it was.")
    page.get_by_role("button", name="Withdraw the new limits").click()

    expect(section).to_contain_text("The team stayed as it was.")
    assert not Rebase.objects.standing().exists()


def test_reason_left_out_is_asked_for_at_its_field(rolling, browse, officer) -> None:
    page = browse(f"{PAGE}rebase/?month=2018-04", user=officer)

    page.get_by_role("button", name="Start the limits again in April 2018").click()
    page.get_by_role("link", name="Say what changed in that month").click()

    expect(page.get_by_label("What changed")).to_be_focused()
