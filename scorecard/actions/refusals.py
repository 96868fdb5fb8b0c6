"""What cannot be done with an upload now, and how long anybody waits to find out."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError

from scorecard.models import WorkbookUpload

LOCK_NOT_AVAILABLE = "55P03"
BUSY = "Somebody else is working on figures of the same month at this moment. Wait a minute and try again."
OWN_ONLY = "Only the officer who uploaded this workbook can do that."


class UploadRefused(Exception):
    """What cannot be done with an upload now. ``str()`` is the sentence for the officer."""


class CheckOutOfDate(UploadRefused):
    """The portal holds something else than when the workbook was checked."""

    def __init__(self) -> None:
        super().__init__(
            "Figures, indicators or targets in the portal have changed since this workbook was checked. "
            "Check it again, so that you decide on what would really happen."
        )


def refuse_unless(is_possible: bool, upload: WorkbookUpload) -> None:
    if not is_possible:
        state = upload.get_state_display().lower()
        raise UploadRefused(f"This can no longer be done. The upload's state is now: {state}.")


def locked_upload(upload: WorkbookUpload) -> WorkbookUpload:
    with waiting_plainly():
        return WorkbookUpload.objects.select_for_update(of=("self",)).get(pk=upload.pk)


@contextmanager
def waiting_plainly() -> Iterator[None]:
    """Somebody else holds what we need for longer than the database lets us wait."""
    try:
        yield
    except OperationalError as error:
        if getattr(error.__cause__, "pgcode", None) != LOCK_NOT_AVAILABLE:
            raise
        raise UploadRefused(BUSY) from None
