"""What becomes of demographic tables when their upload is withdrawn: the table before stands again."""

from typing import NamedTuple

from scorecard.models import DemographicCount, Variant, WorkbookUpload
from scorecard.models.demographics import Block
from scorecard.periods import month_label


class RestoredTable(NamedTuple):
    """A table of the upload that stands now; `then` is the upload whose table would stand in its place."""

    name: str
    population: str
    month: str
    now: int
    then: int | None

    @property
    def outcome(self) -> str:
        return "The table before it would stand again" if self.then else "There would be no table"


def restored_tables(upload: WorkbookUpload) -> list[RestoredTable]:
    """In the tables' order, month by month; tables that a later upload has replaced stay replaced."""
    if not upload.report.get("tables"):
        return []
    periods = upload.demographic_counts.values("period")
    standing = _first_rows(DemographicCount.objects.filter(period__in=periods).current())
    others = _first_rows(DemographicCount.objects.filter(period__in=periods).exclude(upload=upload).current())
    return [
        _restored(row, others.get(block)) for block, row in standing.items() if row.upload_id == upload.pk
    ]


def _first_rows(rows: list[DemographicCount]) -> dict[Block, DemographicCount]:
    first: dict[Block, DemographicCount] = {}
    for row in rows:
        first.setdefault(row.block, row)
    return first


def _restored(now: DemographicCount, then: DemographicCount | None) -> RestoredTable:
    return RestoredTable(
        now.category.table.name,
        Variant(now.variant).label,
        month_label(now.period.ends_on),
        now.revision,
        then.upload_id if then else None,
    )
