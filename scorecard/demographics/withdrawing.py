"""What becomes of demographic tables when their upload is withdrawn: the table before stands again."""

from typing import NamedTuple

from scorecard.models import DemographicCount, Variant, WorkbookUpload
from scorecard.models.demographics import Block
from scorecard.periods import month_label

ALONE = (
    "Another upload gave it, but it would no longer stand: without this upload it has no table of all children "
    "that it could be part of"
)


class RestoredTable(NamedTuple):
    """A table that stands now or would; `then` is the upload whose table would stand.

    `now` is its revision, None where another upload's table would stand again beside that of all children.
    """

    name: str
    population: str
    month: str
    now: int | None
    then: int | None
    is_own: bool = True

    @property
    def outcome(self) -> str:
        if self.then:
            return f"{'The table before it' if self.is_own else 'It'} would stand again"
        return "There would be no table" if self.is_own else ALONE


def restored_tables(upload: WorkbookUpload) -> list[RestoredTable]:
    """In the tables' order, month by month; tables that a later upload has replaced stay replaced.

    Tables of other uploads too, where they stand or fall with that of all children.
    """
    if not upload.report.get("tables"):
        return []
    periods = upload.demographic_counts.values("period")
    standing = _first_rows(DemographicCount.objects.filter(period__in=periods).current())
    others = _first_rows(DemographicCount.objects.filter(period__in=periods).exclude(upload=upload).current())
    return [
        _restored(now, then, upload)
        for block in {**standing, **others}
        if (now := standing.get(block)) != (then := others.get(block))
    ]


def _first_rows(rows: list[DemographicCount]) -> dict[Block, DemographicCount]:
    first: dict[Block, DemographicCount] = {}
    for row in rows:
        first.setdefault(row.block, row)
    return first


def _restored(
    now: DemographicCount | None, then: DemographicCount | None, upload: WorkbookUpload
) -> RestoredTable:
    row = now or then
    return RestoredTable(
        row.category.table.name,
        Variant(row.variant).label,
        month_label(row.period.ends_on),
        now.revision if now else None,
        then.upload_id if then else None,
        is_own=now is not None and now.upload_id == upload.pk,
    )
