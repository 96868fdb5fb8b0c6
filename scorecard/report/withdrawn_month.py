"""A month that had figures and has none now: when they were withdrawn, and what the panel saw of it."""

from datetime import date
from typing import Literal, NamedTuple

from django.utils import timezone

from scorecard.models import PanelReport, ReportingPeriod, UploadState, WorkbookUpload
from scorecard.periods import month_label


class WithdrawnMonth(NamedTuple):
    """`report` is the one that stands, if the panel was shown the month; `upload_pk` the last to be withdrawn."""

    ends_on: date
    withdrawn_on: date
    upload_pk: int
    report: PanelReport | None

    @property
    def label(self) -> str:
        return month_label(self.ends_on)


def withdrawn_month(
    slug: str | None, *, rows: Literal["figures", "demographic_counts"] = "figures"
) -> WithdrawnMonth | None:
    """Of a month of which nothing stands. None where nothing was withdrawn, as where it never had anything."""
    period = _period(slug)
    if period is None:
        return None
    withdrawn = WorkbookUpload.objects.filter(state=UploadState.WITHDRAWN, **{f"{rows}__period": period})
    last = withdrawn.order_by("-withdrawn_at").first()
    if last is None:
        return None
    report = PanelReport.objects.standing().without_document().filter(period=period).first()
    return WithdrawnMonth(period.ends_on, timezone.localdate(last.withdrawn_at), last.pk, report)


def _period(slug: str | None) -> ReportingPeriod | None:
    """An address may ask for any text as a month."""
    try:
        return ReportingPeriod.objects.filter(starts_on=date.fromisoformat(f"{slug}-01")).first()
    except ValueError:
        return None
