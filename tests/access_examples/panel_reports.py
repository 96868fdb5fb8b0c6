"""A month's way to the panel."""

from datetime import date

from core.access import Role
from people.models import User
from tests.access_examples.registry import example
from tests.factories.people import PostFactory, PostHoldingFactory
from tests.factories.scorecard import FigureFactory, PanelReportFactory, ThresholdFactory


@example("scorecard:report_read", "scorecard:report_pdf", "scorecard:report_withdraw")
def a_report_without_a_document() -> dict:
    return {"pk": PanelReportFactory().pk}


@example(
    "scorecard:report_plan",
    "scorecard:report_publish",
    "scorecard:paper_read",
    "scorecard:paper_pdf",
    "scorecard:commentary_progress",
)
def a_month_on_its_way() -> dict:
    FigureFactory(period__ends_on=date(2018, 8, 31))
    return {"month": "2018-08"}


@example("scorecard:paper_edit")
def a_part_of_a_paper() -> dict:
    return a_month_on_its_way() | {"key": "summary"}


@example("scorecard:commentary_review", "scorecard:commentary_write")
def a_commentary_that_is_asked_of_every_report_owner() -> dict:
    post = PostFactory()
    ThresholdFactory(indicator__code="CIC01", indicator__owner=post)
    FigureFactory(indicator__code="CIC01", value=85, period__ends_on=date(2018, 8, 31))
    for owner in User.objects.filter(roles__contains=[Role.REPORT_OWNER]):
        PostHoldingFactory(post=post, user=owner)
    return {"month": "2018-08", "code": "CIC01"}
