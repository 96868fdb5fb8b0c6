"""A workbook arrives, is checked, and is checked again."""

from datetime import date, datetime

from django.db import connection, transaction
from django.utils import timezone

from core.workbook import UnreadableWorkbook
from people.models import User
from scorecard.actions.checking import check, kept, stored_workbook, take_up
from scorecard.actions.refusals import UploadRefused, locked_upload, refuse_unless
from scorecard.imports.arrival import Arrival
from scorecard.imports.report import CheckReport
from scorecard.models import UploadState, WorkbookUpload
from scorecard.models.uploads import UNDECIDED

# The same bytes are taken in by one request at a time, until its transaction ends. Whoever waited here sees, in the
# second statement, what the other one wrote.
LOCK_AND_LOOK = """
    SELECT pg_advisory_xact_lock(hashtext('scorecard_workbookupload'), hashtext(%(sha256)s));
    SELECT id FROM scorecard_workbookupload
    WHERE sha256 = %(sha256)s AND uploaded_by_id = %(uploaded_by)s AND fingerprint = %(fingerprint)s
      AND state IN %(undecided)s
    ORDER BY id LIMIT 1
"""


def receive_upload(
    data: bytes,
    *,
    original_name: str,
    by: User,
    is_history: bool = False,
    for_month: date | None = None,
    at: datetime | None = None,
) -> WorkbookUpload:
    """Check a file and keep it with its report. The same file sent twice by one person is one upload.

    Of a file that cannot be read only the record is kept. Raises UploadRefused when too many are being read.
    """
    arrival = Arrival(data, original_name, is_history)
    upload = WorkbookUpload(
        original_name=arrival.name,
        extension=arrival.extension,
        sha256=arrival.sha256,
        size=len(data),
        is_history=is_history,
        for_month=for_month,
        uploaded_by=by,
        uploaded_at=at or timezone.now(),
    )
    try:
        workbook = arrival.read()
    except UnreadableWorkbook as refusal:
        return _keep_record(upload, refusal)
    take_up(check(workbook, upload), upload)
    with transaction.atomic():
        if earlier := _sent_before(upload):
            return earlier
        with kept(upload, data):
            upload.save()
    return upload


@transaction.atomic
def recheck_upload(upload: WorkbookUpload, *, by: User) -> WorkbookUpload:
    """Check the stored file against what the portal holds now. If the answer differs, ticks and approval begin anew."""
    workbook = stored_workbook(upload)
    upload = locked_upload(upload)
    refuse_unless(upload.is_undecided, upload)
    checked = check(workbook, upload)
    if checked.fingerprint != upload.fingerprint:
        take_up(checked, upload)
        upload.warnings_note, upload.submitted_at = "", None
        upload.save()
    return upload


def _sent_before(upload: WorkbookUpload) -> WorkbookUpload | None:
    """The same file, from the same person, with the same answer, not yet decided on: a form sent twice."""
    same = {
        "sha256": upload.sha256,
        "uploaded_by": upload.uploaded_by_id,
        "fingerprint": upload.fingerprint,
        "undecided": UNDECIDED,
    }
    with connection.cursor() as cursor:
        cursor.execute(LOCK_AND_LOOK, same)
        found = cursor.fetchone()
    return WorkbookUpload.objects.get(pk=found[0]) if found else None


def _keep_record(upload: WorkbookUpload, refusal: UnreadableWorkbook) -> WorkbookUpload:
    if refusal.code == "busy":
        raise UploadRefused(str(refusal))
    upload.state = UploadState.FAULTY
    upload.report = CheckReport.refused(str(refusal)).as_json()
    upload.save()
    return upload
