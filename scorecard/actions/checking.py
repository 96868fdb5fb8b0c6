"""The check of an upload's file, on its arrival and ever again until it is decided on."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.files.base import ContentFile
from django.utils import timezone

from core.workbook import UnreadableWorkbook, Workbook
from scorecard.actions.refusals import UploadRefused
from scorecard.imports.arrival import Arrival
from scorecard.imports.check import Checked, check_workbook
from scorecard.models import UploadState, WorkbookUpload

NOT_THE_FILE = (
    "The stored file is not the one that was checked, so nothing was done. Upload the workbook again."
)


def check(workbook: Workbook, upload: WorkbookUpload, *, lock: bool = False) -> Checked:
    return check_workbook(
        workbook,
        today=timezone.localdate(upload.uploaded_at),
        is_history=upload.is_history,
        for_month=upload.for_month,
        with_illustrative=settings.DEMO,
        lock=lock,
    )


def take_up(checked: Checked, upload: WorkbookUpload) -> None:
    upload.state = UploadState.CHECKED if checked.report.is_sound else UploadState.FAULTY
    upload.report = checked.stored
    upload.fingerprint = checked.fingerprint
    upload.month_ends = checked.months
    upload.is_illustrative = checked.is_illustrative


@contextmanager
def kept(upload: WorkbookUpload, data: bytes) -> Iterator[None]:
    """Stores the file ahead of its row; when the row cannot be written the file does not stay either."""
    upload.file.save(upload.original_name, ContentFile(data), save=False)
    try:
        yield
    except BaseException:
        upload.file.storage.delete(upload.file.name)
        raise


def stored_workbook(upload: WorkbookUpload) -> Workbook:
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
