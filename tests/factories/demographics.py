"""Tables of children and their counts without surprises: August 2018, ages from an upload of its own."""

import datetime
from collections.abc import Mapping

from django.utils.text import slugify

from people.models import User
from scorecard.models import (
    CategoryKind,
    DemographicCategory,
    DemographicCount,
    DemographicTable,
    SmallCountsOpening,
    Variant,
    WorkbookUpload,
)
from scorecard.models.demographics import FIRST_ORDER
from tests.factories.people import UserFactory
from tests.factories.scorecard import AUGUST, NOON, ReportingPeriodFactory, WorkbookUploadFactory

TOTAL = "All children"
KINDS = {TOTAL: CategoryKind.TOTAL, "Not known": CategoryKind.NOT_KNOWN, "None": CategoryKind.NONE}


def make_table(name: str = "Age", *rows: str, **fields: object) -> DemographicTable:
    """With these rows and its total; a row called "Not known" or "None" is of that kind."""
    order = fields.pop("order", DemographicTable.objects.count() + 1)
    table = DemographicTable.objects.create(key=slugify(name) or "table", name=name, order=order, **fields)
    for place, row in enumerate((*rows, TOTAL), start=1):
        kind = KINDS.get(row, CategoryKind.COUNTED)
        DemographicCategory.objects.create(table=table, name=row, order=FIRST_ORDER[kind] + place, kind=kind)
    return table


def count_children(
    table: DemographicTable,
    rows: Mapping[str, int | tuple[int, int]],
    *,
    month: datetime.date = AUGUST,
    variant: Variant = Variant.ALL,
    revision: int = 1,
    upload: WorkbookUpload | None = None,
) -> WorkbookUpload:
    """Each row's children, or its girls and boys; the total too, as an upload would give it."""
    upload = upload or WorkbookUploadFactory(by_command=True)
    period = ReportingPeriodFactory(ends_on=month)
    for name, counted in rows.items():
        girls, boys = counted if isinstance(counted, tuple) else (None, None)
        DemographicCount.objects.create(
            category=table.categories.get(name=name),
            variant=variant,
            period=period,
            everyone=sum(counted) if isinstance(counted, tuple) else counted,
            female=girls,
            male=boys,
            revision=revision,
            upload=upload,
        )
    return upload


def make_opening(by: User | None = None, **fields: object) -> SmallCountsOpening:
    """Somebody looked at August's full counts at noon."""
    usual = {"reason": "A question of the director.", "opened_at": NOON}
    period = fields.pop("period", None) or ReportingPeriodFactory()
    return SmallCountsOpening.objects.create(period=period, opened_by=by or UserFactory(), **usual | fields)
