"""An applied upload taken back: its figures stop standing, and what stood before stands again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from people.models import User
from scorecard.actions import UploadRefused, locked_upload, waiting_plainly
from scorecard.demographics.withdrawing import RestoredTable, restored_tables
from scorecard.imports.comparison import Change, RatingChange, in_words
from scorecard.imports.findings import LISTED_AT_MOST
from scorecard.imports.loading import load_standing, lock_months
from scorecard.imports.standing import Held, Measure, Standing, rating_of
from scorecard.models import Figure, PanelReport, UploadState, WorkbookUpload
from scorecard.periods import month_label

SECOND_PERSON = "Another officer has to withdraw this: nobody decides alone about figures they uploaded."
NOT_APPLIED = "Only figures that were applied can be withdrawn. The upload's state is now: {}."
NO_REASON = "Say why the figures are withdrawn. Whoever looks at them later reads it."
CHANGED = "Figures have changed since this page loaded. Read once more what would stand again, then decide."


class Restored(NamedTuple):
    """A figure that would stop standing, and the one that would stand in its place."""

    now: Figure
    then: Figure | None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What withdrawing would do. `seen` tells whether somebody who decides has read exactly this."""

    changes: list[Change]
    rating_changes: list[RatingChange]
    tables: list[RestoredTable]
    count: int
    gone: int
    overtaken: int
    reports: list[PanelReport]
    seen: str

    @property
    def restored(self) -> int:
        return self.count - self.gone


def withdrawal_of(upload: WorkbookUpload) -> Withdrawal:
    rows, tables = _restored(upload), restored_tables(upload)
    standing = load_standing(upload.month_ends)
    listed = [_change(row) for row in rows[:LISTED_AT_MOST]]
    ratings = [change for row in rows if (change := _rating_change(row, standing))]
    return Withdrawal(
        changes=listed,
        rating_changes=ratings[:LISTED_AT_MOST],
        tables=tables,
        count=len(rows),
        gone=sum(row.then is None for row in rows),
        reports=list(
            PanelReport.objects.standing()
            .without_document()
            .filter(period__ends_on__in=upload.month_ends)
            .select_related("period")
        ),
        overtaken=upload.figures.filter(is_current=False).count(),
        seen=_digest(rows, tables),
    )


@transaction.atomic
def withdraw_upload(
    upload: WorkbookUpload, *, by: User, reason: str, seen: str, at: datetime | None = None
) -> WorkbookUpload:
    """Figures that a later upload has replaced stay replaced. Raises UploadRefused, PermissionDenied.

    `seen` is the digest of what the person read that would happen.
    """
    with waiting_plainly():
        lock_months(upload.month_ends)
        upload = locked_upload(upload)
        if upload.state != UploadState.APPLIED:
            raise UploadRefused(NOT_APPLIED.format(upload.get_state_display().lower()))
        if upload.uploaded_by_id == by.pk:
            raise PermissionDenied(SECOND_PERSON)
        if not reason.strip():
            raise UploadRefused(NO_REASON)
        rows = _restored(upload)
        if _digest(rows, restored_tables(upload)) != seen:
            raise UploadRefused(CHANGED)
        Figure.objects.filter(pk__in=[row.now.pk for row in rows]).update(is_current=False)
        Figure.objects.filter(pk__in=[row.then.pk for row in rows if row.then]).update(is_current=True)
        upload.state, upload.withdrawn_by, upload.withdrawn_at = (
            UploadState.WITHDRAWN,
            by,
            at or timezone.now(),
        )
        upload.withdrawal_reason = reason.strip()
        upload.save(update_fields=["state", "withdrawn_by", "withdrawn_at", "withdrawal_reason"])
    return upload


def _restored(upload: WorkbookUpload) -> list[Restored]:
    """In the scorecard's order, month by month."""
    standing = (
        upload.figures.current()
        .select_related("indicator__section", "period")
        .order_by("period__ends_on", "indicator__section__order", "indicator__order", "variant")
    )
    then = {_place(figure): figure for figure in _next_in_line(upload)}
    return [Restored(figure, then.get(_place(figure))) for figure in standing]


def _next_in_line(upload: WorkbookUpload) -> Iterable[Figure]:
    """For each of the upload's figures that stand: the latest other one that nobody has withdrawn."""
    replaced = upload.figures.current().filter(
        indicator=OuterRef("indicator"), variant=OuterRef("variant"), period=OuterRef("period")
    )
    place = ("indicator_id", "variant", "period_id")
    others = Figure.objects.filter(Exists(replaced), upload__state=UploadState.APPLIED).exclude(upload=upload)
    return others.order_by(*place, "-revision").distinct(*place)


def _place(figure: Figure) -> tuple[int, str, int]:
    return figure.indicator_id, figure.variant, figure.period_id


def _digest(rows: list[Restored], tables: list[RestoredTable]) -> str:
    pairs = [(now.pk, then.pk if then else None) for now, then in rows]
    return sha256(repr((pairs, tables)).encode()).hexdigest()


def _held(figure: Figure) -> Held:
    return Held(*(getattr(figure, name) for name in Held._fields))


def _measure(figure: Figure) -> Measure:
    return Measure(*(getattr(figure.indicator, name) for name in Measure._fields))


def _what(row: Restored) -> dict[str, str]:
    now = row.now
    population, month = now.get_variant_display(), month_label(now.period.ends_on)
    return {"code": now.indicator.code, "name": now.indicator.name, "population": population, "month": month}


def _change(row: Restored) -> Change:
    measure = _measure(row.now)
    then = in_words(measure, _held(row.then)) if row.then else "No figure"
    return Change(**_what(row), was=in_words(measure, _held(row.now)), now=then, cell="")


def _rating_change(row: Restored, standing: Standing) -> RatingChange | None:
    measure = _measure(row.now)
    lines = standing.lines_on((measure.id, row.now.variant), row.now.period.ends_on)
    was, now = (
        rating_of(measure, _held(figure) if figure else None, lines).rating for figure in (row.now, row.then)
    )
    return None if was == now else RatingChange(**_what(row), was=was.value, now=now.value, against="")
