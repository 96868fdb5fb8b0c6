"""An upload is put before a second person, who approves it or sends it back; or its officer takes it away."""

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from people.models import User
from scorecard.actions.checking import check, stored_workbook
from scorecard.actions.refusals import (
    OWN_ONLY,
    CheckOutOfDate,
    UploadRefused,
    locked_upload,
    refuse_unless,
    waiting_plainly,
)
from scorecard.demographics.writing import write_tables
from scorecard.imports.report import CheckReport
from scorecard.imports.writing import write_figures
from scorecard.models import UploadState, WorkbookUpload

NOTHING_NEW = (
    "Nothing would change: every figure in the workbook is the one that stands. There is nothing to approve."
)
SECOND_PERSON = "Another officer has to decide on this: nobody approves or sends back their own figures."


def submit_upload(
    upload: WorkbookUpload,
    *,
    by: User,
    seen: str,
    ticked: Collection[str] = (),
    note: str = "",
    at: datetime | None = None,
) -> WorkbookUpload:
    """Put a checked upload before a second person. `seen` is the fingerprint of the report that was read.

    Raises CheckOutOfDate when the same check would say something else now.
    """
    workbook = stored_workbook(upload)
    with transaction.atomic():
        upload = locked_upload(upload)
        refuse_unless(upload.state == UploadState.CHECKED, upload)
        if upload.uploaded_by_id != by.pk:
            raise PermissionDenied(OWN_ONLY)
        _refuse_unless_seen(upload, seen)
        if check(workbook, upload).fingerprint != upload.fingerprint:
            raise CheckOutOfDate
        _refuse_unless_answered(CheckReport.from_json(upload.report), ticked, note)
        upload.state, upload.submitted_at = UploadState.SUBMITTED, at or timezone.now()
        upload.warnings_note = note.strip()
        upload.save(update_fields=["state", "submitted_at", "warnings_note"])
    return upload


def _refuse_unless_answered(report: CheckReport, ticked: Collection[str], note: str) -> None:
    if not report.changes_something:
        raise UploadRefused(NOTHING_NEW)
    if missing := [tick for tick in report.ticks if tick.key not in ticked]:
        raise UploadRefused(
            f"Tick every warning that is right: {len(missing)} of {len(report.ticks)} are not ticked."
        )
    if report.ticks and not note.strip():
        raise UploadRefused("Say in the note why the figures are right although there are warnings.")


def approve_upload(
    upload: WorkbookUpload, *, by: User, seen: str, at: datetime | None = None
) -> WorkbookUpload:
    """A second person's yes: the same check on the same bytes once more, then its figures, all or none."""
    workbook = stored_workbook(upload)
    with waiting_plainly(), transaction.atomic():
        upload = _to_decide_on(upload, by)
        _refuse_unless_seen(upload, seen)
        checked = check(workbook, upload, lock=True)
        if checked.fingerprint != upload.fingerprint:
            raise CheckOutOfDate
        upload.state, upload.decided_by, upload.decided_at = UploadState.APPLIED, by, at or timezone.now()
        upload.save(update_fields=["state", "decided_by", "decided_at"])
        write_figures(checked.to_write, upload)
        write_tables(checked.tables_to_write, upload)
    return upload


@transaction.atomic
def decline_upload(
    upload: WorkbookUpload, *, by: User, note: str, at: datetime | None = None
) -> WorkbookUpload:
    """A second person sends the workbook back, and says why."""
    upload = _to_decide_on(upload, by)
    if not note.strip():
        raise UploadRefused("Say what has to be put right before the figures can be approved.")
    upload.state, upload.decided_by, upload.decided_at = UploadState.DECLINED, by, at or timezone.now()
    upload.decision_note = note.strip()
    upload.save(update_fields=["state", "decided_by", "decided_at", "decision_note"])
    return upload


@transaction.atomic
def cancel_upload(upload: WorkbookUpload, *, by: User) -> WorkbookUpload:
    upload = locked_upload(upload)
    refuse_unless(upload.is_undecided, upload)
    if upload.uploaded_by_id != by.pk:
        raise PermissionDenied(OWN_ONLY)
    upload.state = UploadState.CANCELLED
    upload.save(update_fields=["state"])
    return upload


def _to_decide_on(upload: WorkbookUpload, by: User) -> WorkbookUpload:
    upload = locked_upload(upload)
    refuse_unless(upload.state == UploadState.SUBMITTED, upload)
    if upload.uploaded_by_id == by.pk:
        raise PermissionDenied(SECOND_PERSON)
    return upload


def _refuse_unless_seen(upload: WorkbookUpload, seen: str) -> None:
    if seen != upload.fingerprint:
        raise UploadRefused(
            "The check report has changed since this page loaded. Read it again, then decide."
        )
