"""What happens to an uploaded workbook, from its arrival to its figures."""

from scorecard.actions.arriving import receive_upload, recheck_upload
from scorecard.actions.commands import apply_from_command, check_for_command
from scorecard.actions.deciding import approve_upload, cancel_upload, decline_upload, submit_upload
from scorecard.actions.refusals import (
    CheckOutOfDate,
    UploadRefused,
    locked_upload,
    refuse_unless,
    waiting_plainly,
)

__all__ = [
    "CheckOutOfDate",
    "UploadRefused",
    "apply_from_command",
    "approve_upload",
    "cancel_upload",
    "check_for_command",
    "decline_upload",
    "locked_upload",
    "receive_upload",
    "recheck_upload",
    "refuse_unless",
    "submit_upload",
    "waiting_plainly",
]
