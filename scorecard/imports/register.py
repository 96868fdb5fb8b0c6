"""What the officers' pages show of uploads: the register, one upload, and what this reader may do with it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Max, QuerySet

from core.access import Permission, may
from people.models import User
from scorecard.imports.report import CheckReport, counted
from scorecard.models import ReportingPeriod, UploadState, WorkbookUpload
from scorecard.periods import month_label, next_month_end, previous_month_end

MONTHS_NAMED = 2
NONE_IN_STATE = {
    UploadState.FAULTY: "No workbook has problems to fix",
    UploadState.CHECKED: "Every checked workbook has been sent for approval",
    UploadState.SUBMITTED: "No workbook waits for approval",
    UploadState.APPLIED: "No workbook has been applied yet",
    UploadState.DECLINED: "No workbook was sent back",
    UploadState.CANCELLED: "No workbook was cancelled",
    UploadState.WITHDRAWN: "No workbook was withdrawn",
}


def register_rows(state: str) -> QuerySet[WorkbookUpload]:
    """Latest first, without the reports: only their counts are read."""
    uploads = WorkbookUpload.objects.select_related("uploaded_by", "decided_by").defer("report")
    return uploads.filter(state=state) if state else uploads


def state_counts() -> dict[str, int]:
    """How many uploads are in each state that some upload is in."""
    return dict(WorkbookUpload.objects.order_by().values_list("state").annotate(Count("pk")))


def waiting_in_words(counts: dict[str, int]) -> str:
    waiting = counts.get(UploadState.SUBMITTED, 0)
    if not waiting:
        return "No workbook waits for approval."
    return f"{counted(waiting, 'workbook')} {'waits' if waiting == 1 else 'wait'} for approval."


def state_filters(counts: dict[str, int], chosen: str) -> list[dict[str, Any]]:
    """A link for each state that some upload is in, with how many."""
    every = {"text": f"All ({sum(counts.values()):,})", "href": "?", "current": not chosen}
    return [every] + [
        {
            "text": f"{UploadState(state).label} ({counts[state]:,})",
            "href": f"?state={state}",
            "current": state == chosen,
        }
        for state in UploadState.values
        if state in counts
    ]


def months_in_words(month_ends: list[date]) -> str:
    """July 2018 and August 2018; 31 months from December 2015 to June 2018."""
    if not month_ends:
        return "No month"
    if len(month_ends) <= MONTHS_NAMED:
        return " and ".join(map(month_label, month_ends))
    return f"{len(month_ends)} months from {month_label(month_ends[0])} to {month_label(month_ends[-1])}"


def latest_month_wanted(today: date) -> date:
    """The month whose figures are due: the last that is over, or the one after the latest that the portal holds."""
    over = previous_month_end(today)
    latest = ReportingPeriod.objects.aggregate(latest=Max("ends_on"))["latest"]
    return min(over, next_month_end(latest)) if latest else over


class UploadPage:
    """One upload as one reader sees it."""

    def __init__(self, upload: WorkbookUpload, reader: User) -> None:
        self.upload, self.reader = upload, reader
        self.report = CheckReport.from_json(upload.report)
        self.is_own = upload.uploaded_by_id == reader.pk

    @property
    def heading(self) -> str:
        if not self.was_applied:
            return self.report.ticked_verdict if self.upload.submitted_at else self.report.verdict
        return f"{self.upload.get_state_display()}: {'; '.join(self._written())}"

    def _written(self) -> Iterator[str]:
        """Figures and demographic tables; of two kinds the one with nothing is not told."""
        states = [table.state for table in self.report.tables if table.is_ready]
        if self.report.ready_count or not states:
            yield f"{counted(self.report.new_count, 'figure')} added, {self.report.changed_count:,} changed"
        if states:
            tables = counted(states.count("new"), "demographic table")
            yield f"{tables} added, {states.count('changed'):,} changed"

    @property
    def was_applied(self) -> bool:
        """Even if it was withdrawn since: what the report says did happen."""
        return self.upload.state in (UploadState.APPLIED, UploadState.WITHDRAWN)

    @property
    def months(self) -> str:
        return months_in_words(self.upload.month_ends)

    @property
    def has_many_months(self) -> bool:
        return len(self.upload.month_ends) > 1

    @property
    def month_before(self) -> str:
        """What heads the figures that the new ones can be held against."""
        if len(self.upload.month_ends) != 1:
            return "Month before"
        return month_label(previous_month_end(self.upload.month_ends[0]))

    @property
    def is_ticked_here(self) -> bool:
        """Each warning stands beside its own tick, and need not be listed before."""
        return self.may_submit and all(tick.count == 1 for tick in self.report.ticks)

    @property
    def may_submit(self) -> bool:
        is_ready = self.upload.state == UploadState.CHECKED and self.report.changes_something
        return is_ready and self.is_own and may(self.reader, Permission.UPLOAD_FIGURES)

    @property
    def may_decide(self) -> bool:
        is_waiting = self.upload.state == UploadState.SUBMITTED
        return is_waiting and not self.is_own and may(self.reader, Permission.APPROVE_FIGURES)

    @property
    def may_cancel(self) -> bool:
        return self.upload.is_undecided and self.is_own

    @property
    def may_recheck(self) -> bool:
        is_kept = bool(self.upload.file) and self.upload.is_undecided
        return is_kept and may(self.reader, Permission.UPLOAD_FIGURES)

    @property
    def may_withdraw(self) -> bool:
        is_applied = self.upload.state == UploadState.APPLIED
        return is_applied and not self.is_own and may(self.reader, Permission.APPROVE_FIGURES)

    @property
    def next_step(self) -> str:
        """What happens now, and who has to do it."""
        return NEXT_STEPS[self.upload.state](self)


def _faulty(page: UploadPage) -> str:
    if page.report.is_unreadable:
        return "Nothing was read and the file was not kept. Upload a file that can be read."
    return (
        "Nothing is taken from a workbook with problems. Correct them in the workbook, then upload it again."
    )


def _checked(page: UploadPage) -> str:
    if not page.report.changes_something:
        return "There is nothing to approve."
    if not page.is_own:
        return f"{page.upload.uploaded_by} has not sent this for approval yet."
    return "No figure has been changed yet. Read the report, then send it for approval."


def _submitted(page: UploadPage) -> str:
    if page.is_own:
        return "Another officer now has to approve the figures or send them back. You cannot do it yourself."
    if page.may_decide:
        return f"{page.upload.uploaded_by} asks you to approve these figures. No figure has been changed yet."
    return "An officer who approves figures has to decide on this."


def _applied(page: UploadPage) -> str:
    if page.upload.decided_by is None:
        return "Applied by a command on the server."
    return f"Approved by {page.upload.decided_by}. The figures stand; earlier revisions are kept."


NEXT_STEPS = {
    UploadState.FAULTY: _faulty,
    UploadState.CHECKED: _checked,
    UploadState.SUBMITTED: _submitted,
    UploadState.APPLIED: _applied,
    UploadState.DECLINED: lambda page: f"Sent back by {page.upload.decided_by}. No figure was changed.",
    UploadState.WITHDRAWN: lambda page: (
        f"Withdrawn by {page.upload.withdrawn_by}. Its figures no longer stand; those from before stand again."
    ),
    UploadState.CANCELLED: lambda page: "Cancelled. No figure was changed.",
}
