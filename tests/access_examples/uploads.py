"""Workbooks on their way in."""

from tests.access_examples.registry import example
from tests.factories.scorecard import WorkbookUploadFactory


@example(
    "scorecard:upload_detail",
    "scorecard:upload_submit",
    "scorecard:upload_approve",
    "scorecard:upload_decline",
    "scorecard:upload_recheck",
    "scorecard:upload_cancel",
    "scorecard:upload_withdraw",
    "scorecard:upload_file",
)
def an_applied_upload() -> dict:
    return {"pk": WorkbookUploadFactory(applied=True).pk}
