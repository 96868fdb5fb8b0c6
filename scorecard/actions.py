"""What happens to an uploaded workbook, from its arrival to its figures."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from core.workbook import UnreadableWorkbook, Workbook
from people.models import User
from scorecard.demographics.writing import write_tables
from scorecard.imports.arrival import Arrival
from scorecard.imports.check import Checked, check_workbook
from scorecard.imports.report import CheckReport
from scorecard.imports.writing import write_figures
from scorecard.models import UploadState, WorkbookUpload
from scorecard.models.uploads import UploadChannel

LOCK_NOT_AVAILABLE = "55P03"
BUSY = "Somebody else is working on figures of the same month at this moment. Wait a minute and try again."
CHANGED = (
    "Figures, indicators or targets in the portal have changed since this workbook was checked. "
    "Check it again, so that you decide on what would really happen."
)
NOT_THE_FILE = (
    "The stored file is not the one that was checked, so nothing was done. Upload the workbook again."
)
NOTHING_NEW = (
    "Nothing would change: every figure in the workbook is the one that stands. There is nothing to approve."
)
SECOND_PERSON = "Another officer has to decide on this: nobody approves or sends back their own figures."
OWN_ONLY = "Only the officer who uploaded this workbook can do that."


class UploadRefused(Exception):
    """What cannot be done with an upload now. ``str()`` is the sentence for the officer."""


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
    _take_up(_check(workbook, upload), upload)
    with transaction.atomic():
        _lock_file(upload.sha256)
        if earlier := _sent_before(upload):
            return earlier
        with _kept(upload, data):
            upload.save()
    return upload


@transaction.atomic
def recheck_upload(upload: WorkbookUpload, *, by: User) -> WorkbookUpload:
    """Check the stored file against what the portal holds now. If the answer differs, ticks and approval begin anew."""
    workbook = _stored_workbook(upload)
    upload = locked_upload(upload)
    refuse_unless(upload.is_undecided, upload)
    checked = _check(workbook, upload)
    if checked.fingerprint != upload.fingerprint:
        _take_up(checked, upload)
        upload.warnings_note, upload.submitted_at = "", None
        upload.save()
    return upload


@transaction.atomic
def submit_upload(
    upload: WorkbookUpload,
    *,
    by: User,
    seen: str,
    ticked: Collection[str] = (),
    note: str = "",
    at: datetime | None = None,
) -> WorkbookUpload:
    """Put a checked upload before a second person. `seen` is the fingerprint of the report that was read."""
    upload = locked_upload(upload)
    refuse_unless(upload.state == UploadState.CHECKED, upload)
    if upload.uploaded_by_id != by.pk:
        raise PermissionDenied(OWN_ONLY)
    _refuse_unless_seen(upload, seen)
    report = CheckReport.from_json(upload.report)
    if not report.changes_something:
        raise UploadRefused(NOTHING_NEW)
    if missing := [tick for tick in report.ticks if tick.key not in ticked]:
        raise UploadRefused(
            f"Tick every warning that is right: {len(missing)} of {len(report.ticks)} are not ticked."
        )
    if report.ticks and not note.strip():
        raise UploadRefused("Say in the note why the figures are right although there are warnings.")
    upload.state, upload.submitted_at = UploadState.SUBMITTED, at or timezone.now()
    upload.warnings_note = note.strip()
    upload.save(update_fields=["state", "submitted_at", "warnings_note"])
    return upload


def approve_upload(
    upload: WorkbookUpload, *, by: User, seen: str, at: datetime | None = None
) -> WorkbookUpload:
    """A second person's yes: the same check on the same bytes once more, then its figures, all or none."""
    workbook = _stored_workbook(upload)
    with waiting_plainly(), transaction.atomic():
        upload = _to_decide_on(upload, by)
        _refuse_unless_seen(upload, seen)
        checked = _check(workbook, upload, lock=True)
        if checked.fingerprint != upload.fingerprint:
            raise UploadRefused(CHANGED)
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


def apply_from_command(
    data: bytes,
    *,
    original_name: str,
    is_history: bool = False,
    for_month: date | None = None,
    is_strict: bool = False,
    is_confirmed: bool = False,
    at: datetime | None = None,
) -> tuple[CheckReport, WorkbookUpload | None]:
    """Check and apply in one go, for the person at the server's shell.

    Nothing is written, and there is no upload, when the report names an obstacle or nothing would change.
    Raises UnreadableWorkbook and UploadRefused.
    """
    arrival = Arrival(data, original_name, is_history)
    workbook = arrival.read()
    upload = WorkbookUpload(
        original_name=arrival.name,
        extension=arrival.extension,
        sha256=arrival.sha256,
        size=len(data),
        is_history=is_history,
        for_month=for_month,
        channel=UploadChannel.COMMAND,
        uploaded_at=at or timezone.now(),
    )
    with waiting_plainly(), transaction.atomic():
        checked = _check(workbook, upload, lock=True)
        report = checked.report
        if not checked.writes_something or report.obstacle(is_strict=is_strict, is_confirmed=is_confirmed):
            return report, None
        _take_up(checked, upload)
        upload.state = UploadState.APPLIED
        with _kept(upload, data):
            upload.save()
            write_figures(checked.to_write, upload)
            write_tables(checked.tables_to_write, upload)
    return report, upload


def check_for_command(
    data: bytes,
    *,
    original_name: str,
    is_history: bool = False,
    for_month: date | None = None,
    at: datetime | None = None,
) -> CheckReport:
    """The report alone: nothing is written anywhere. Raises UnreadableWorkbook."""
    upload = WorkbookUpload(is_history=is_history, for_month=for_month, uploaded_at=at or timezone.now())
    return _check(Arrival(data, original_name, is_history).read(), upload).report


def _check(workbook: Workbook, upload: WorkbookUpload, *, lock: bool = False) -> Checked:
    return check_workbook(
        workbook,
        today=timezone.localdate(upload.uploaded_at),
        is_history=upload.is_history,
        for_month=upload.for_month,
        with_illustrative=settings.DEMO,
        lock=lock,
    )


def _take_up(checked: Checked, upload: WorkbookUpload) -> None:
    upload.state = UploadState.CHECKED if checked.report.is_sound else UploadState.FAULTY
    upload.report = checked.stored
    upload.fingerprint = checked.fingerprint
    upload.month_ends = checked.months
    upload.is_illustrative = checked.is_illustrative


def _sent_before(upload: WorkbookUpload) -> WorkbookUpload | None:
    """The same file, from the same person, with the same answer, not yet decided on: a form sent twice."""
    same = WorkbookUpload.objects.undecided().filter(
        sha256=upload.sha256, uploaded_by=upload.uploaded_by, fingerprint=upload.fingerprint
    )
    pk = same.order_by().values_list("pk", flat=True).first()
    return WorkbookUpload.objects.get(pk=pk) if pk else None


def _keep_record(upload: WorkbookUpload, refusal: UnreadableWorkbook) -> WorkbookUpload:
    if refusal.code == "busy":
        raise UploadRefused(str(refusal))
    upload.state = UploadState.FAULTY
    upload.report = CheckReport.refused(str(refusal)).as_json()
    upload.save()
    return upload


@contextmanager
def _kept(upload: WorkbookUpload, data: bytes) -> Iterator[None]:
    """Stores the file ahead of its row; when the row cannot be written the file does not stay either."""
    upload.file.save(upload.original_name, ContentFile(data), save=False)
    try:
        yield
    except BaseException:
        upload.file.storage.delete(upload.file.name)
        raise


def _lock_file(sha256: str) -> None:
    """The same bytes are taken in by one request at a time, until its transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('scorecard_workbookupload'), hashtext(%s))", [sha256]
        )


def _stored_workbook(upload: WorkbookUpload) -> Workbook:
    if not upload.file:
        raise UploadRefused("The file could not be read and was not kept. Upload a corrected workbook.")
    try:
        with upload.file.open("rb") as file:
            arrival = Arrival(file.read(), upload.original_name, upload.is_history)
        if arrival.sha256 != upload.sha256:
            raise UploadRefused(NOT_THE_FILE)
        return arrival.read()
    except (UnreadableWorkbook, FileNotFoundError) as refusal:
        raise UploadRefused(NOT_THE_FILE) from refusal


def locked_upload(upload: WorkbookUpload) -> WorkbookUpload:
    with waiting_plainly():
        return WorkbookUpload.objects.select_for_update(of=("self",)).get(pk=upload.pk)


def _to_decide_on(upload: WorkbookUpload, by: User) -> WorkbookUpload:
    upload = locked_upload(upload)
    refuse_unless(upload.state == UploadState.SUBMITTED, upload)
    if upload.uploaded_by_id == by.pk:
        raise PermissionDenied(SECOND_PERSON)
    return upload


def refuse_unless(is_possible: bool, upload: WorkbookUpload) -> None:
    if not is_possible:
        state = upload.get_state_display().lower()
        raise UploadRefused(f"This can no longer be done. The upload's state is now: {state}.")


def _refuse_unless_seen(upload: WorkbookUpload, seen: str) -> None:
    if seen != upload.fingerprint:
        raise UploadRefused(
            "The check report has changed since this page loaded. Read it again, then decide."
        )


@contextmanager
def waiting_plainly() -> Iterator[None]:
    """Somebody else holds what we need for longer than the database lets us wait."""
    try:
        yield
    except OperationalError as error:
        if getattr(error.__cause__, "pgcode", None) != LOCK_NOT_AVAILABLE:
            raise
        raise UploadRefused(BUSY) from None
