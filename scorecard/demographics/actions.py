"""Looking at full counts with a reason, and keeping the tables and their rows."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.text import slugify

from core.access import Permission, may
from people.models import User
from scorecard.models import (
    CategoryKind,
    DemographicCategory,
    DemographicTable,
    ReportingPeriod,
    SmallCountsOpening,
)
from scorecard.models.demographics import FIRST_ORDER

TOTAL, NONE = "All children", "None of these"


@transaction.atomic
def open_small_counts(
    period: ReportingPeriod, *, reason: str, by: User, at: datetime | None = None
) -> SmallCountsOpening:
    """Notes who looks at the month's full counts and why. Without the note nobody sees them."""
    _refuse_unless_may(by, Permission.READ_SMALL_COUNTS)
    return SmallCountsOpening.objects.create(
        period=period, reason=reason.strip(), opened_by=by, opened_at=at or timezone.now()
    )


@transaction.atomic
def add_table(*, name: str, rows_overlap: bool, named_at_most: int | None, by: User) -> DemographicTable:
    """With its total, and where rows overlap the row for children in none of them."""
    _refuse_unless_may(by, Permission.MANAGE_INDICATORS)
    last = DemographicTable.objects.aggregate(last=Max("order"))["last"] or 0
    table = DemographicTable.objects.create(
        key=_free_key(name),
        name=name,
        order=last + 1,
        rows_overlap=rows_overlap,
        named_at_most=named_at_most,
    )
    ends = [(NONE, CategoryKind.NONE)] * rows_overlap + [(TOTAL, CategoryKind.TOTAL)]
    for row, kind in ends:
        DemographicCategory.objects.create(
            table=table, name=row, order=FIRST_ORDER[kind], kind=kind, made_by=by
        )
    return table


def _free_key(name: str) -> str:
    """An address for the table that no other has."""
    key, number = slugify(name)[:36] or "table", 1
    taken = set(DemographicTable.objects.values_list("key", flat=True))
    free = key
    while free in taken:
        number += 1
        free = f"{key}-{number}"
    return free


@transaction.atomic
def add_category(table: DemographicTable, *, name: str, kind: str, by: User) -> DemographicCategory:
    """After the other rows of its kind. Workbooks from now on need a number for it."""
    _refuse_unless_may(by, Permission.MANAGE_INDICATORS)
    last = table.categories.filter(kind=kind).aggregate(last=Max("order"))["last"]
    order = FIRST_ORDER[CategoryKind(kind)] if last is None else last + 1
    return DemographicCategory.objects.create(table=table, name=name, order=order, kind=kind, made_by=by)


def _refuse_unless_may(user: User, permission: Permission) -> None:
    if not may(user, permission):
        raise PermissionDenied(f"Your account may not do this: {permission.label.lower()}.")
