"""A month on its way to the panel: small ones for what happens to them, the panel's own August for what it says."""

from datetime import UTC, date, datetime
from typing import Any

from core.access import Role
from people.models import Post, User
from scorecard.models import Commentary, Figure, PanelReport, UploadState
from scorecard.publishing.commentary import Words, save_commentary
from scorecard.publishing.paper_text import plan_report
from scorecard.publishing.publication import publish_report
from scorecard.report.months import Months, all_months, choose_month
from scorecard.report.readiness import Readiness, read_readiness
from tests.factories.people import PostFactory, PostHoldingFactory, UserFactory
from tests.factories.scorecard import FigureFactory, ThresholdFactory, WorkbookUploadFactory

JULY, AUGUST = date(2018, 7, 31), date(2018, 8, 31)
MEETING = date(2018, 11, 1)
TODAY = date(2018, 10, 1)
NOW = datetime(2018, 10, 1, 9, tzinfo=UTC)
WORDS = Words("", "It fell.", "Two workers left.", "Two are coming.", date(2019, 3, 31))


def month(slug: str = "2018-08") -> Months:
    return choose_month(all_months(), slug)


def an_amber_indicator(code: str = "CIC01", *, post: Post | None = None) -> Post:
    """In August 2018: 85% against a target of 90 and a floor of 80. Returns the post that answers for it."""
    post = post or PostFactory(title=f"Head of {code}")
    ThresholdFactory(indicator__code=code, indicator__owner=post)
    FigureFactory(indicator__code=code, value=85)
    return post


def an_owner(post: Post, **fields: Any) -> User:
    owner = UserFactory(**{"roles": [Role.REPORT_OWNER], "name": f"Owner of {post.title}"} | fields)
    PostHoldingFactory(post=post, user=owner, starts_on=date(2018, 4, 1))
    return owner


def an_approver() -> User:
    return UserFactory(roles=[Role.MI_APPROVER])


def submitted(owner: User, code: str = "CIC01", words: Words = WORDS, version: int = 0) -> Commentary:
    return save_commentary(month(), code, by=owner, words=words, version=version, is_final=True, at=NOW)


def ready(slug: str = "2018-08") -> Readiness:
    return read_readiness(month(slug), today=TODAY)


def published(by: User | None = None, slug: str = "2018-08", meeting_on: date = MEETING) -> PanelReport:
    by = by or an_approver()
    plan_report(month(slug), by=by, meeting_on=meeting_on)
    readiness = read_readiness(month(slug), today=TODAY)
    ticked = [caution.key for caution in readiness.cautions]
    return publish_report(
        month(slug), by=by, seen=readiness.fingerprint, ticked=ticked, note="Looked at.", at=NOW
    )


def revise(code: str, value: Any, *, month_end: date = AUGUST, note: str = "", **fields: Any) -> None:
    """A later upload brings another figure, as `write_figures` leaves it."""
    before = Figure.objects.current().get(indicator__code=code, variant="all", period__ends_on=month_end)
    Figure.objects.filter(pk=before.pk).update(is_current=False)
    upload = WorkbookUploadFactory(
        state=UploadState.APPLIED,
        warnings_note=note,
        decided_by=UserFactory(),
        decided_at=datetime(2018, 12, 3, 12, tzinfo=UTC),
    )
    FigureFactory(
        indicator=before.indicator,
        period=before.period,
        value=value,
        revision=before.revision + 1,
        upload=upload,
        **fields,
    )
