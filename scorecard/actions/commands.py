"""The same for the person at the server's shell, who needs nobody else's yes."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from scorecard.actions.checking import check, kept, take_up
from scorecard.actions.refusals import waiting_plainly
from scorecard.demographics.writing import write_tables
from scorecard.imports.arrival import Arrival
from scorecard.imports.report import CheckReport
from scorecard.imports.writing import write_figures
from scorecard.models import UploadState, WorkbookUpload
from scorecard.models.uploads import UploadChannel


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
        checked = check(workbook, upload, lock=True)
        report = checked.report
        if not checked.writes_something or report.obstacle(is_strict=is_strict, is_confirmed=is_confirmed):
            return report, None
        take_up(checked, upload)
        upload.state = UploadState.APPLIED
        with kept(upload, data):
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
    return check(Arrival(data, original_name, is_history).read(), upload).report
