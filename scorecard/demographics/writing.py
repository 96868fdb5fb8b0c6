"""Writes approved tables as new revisions, each whole."""

from collections.abc import Iterable

from django.db.models import Max

from scorecard.demographics.adding_up import Proposal
from scorecard.models import DemographicCount, ReportingPeriod, WorkbookUpload


def write_tables(proposals: Iterable[Proposal], upload: WorkbookUpload) -> None:
    """Within the caller's transaction, which holds the locks of the months. Each table stands from now on."""
    rows = [row for proposal in proposals for row in _rows(proposal, upload)]
    DemographicCount.objects.bulk_create(rows)


def _rows(proposal: Proposal, upload: WorkbookUpload) -> list[DemographicCount]:
    month = proposal.key.month
    period, _ = ReportingPeriod.objects.get_or_create(
        ends_on=month, defaults={"starts_on": month.replace(day=1)}
    )
    revision = _next_revision(proposal, period)
    return [
        DemographicCount(
            category_id=category,
            variant=proposal.key.variant,
            period=period,
            revision=revision,
            upload=upload,
            **numbers._asdict(),
        )
        for category, numbers in proposal.rows.items()
    ]


def _next_revision(proposal: Proposal, period: ReportingPeriod) -> int:
    former = DemographicCount.objects.filter(
        category__table=proposal.table, variant=proposal.key.variant, period=period
    )
    return 1 + (former.aggregate(highest=Max("revision"))["highest"] or 0)
