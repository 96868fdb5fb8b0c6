"""Loads the demonstration as figures come in real life: one officer uploads a workbook, another approves it."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from core.access import Role
from people.models import User
from scorecard.actions import approve_upload, receive_upload, submit_upload
from scorecard.demonstration import months
from scorecard.demonstration.children import ChildrenRow, august_children, load_demographic_tables
from scorecard.demonstration.panel import publish_month
from scorecard.demonstration.reference import load_reference_data
from scorecard.demonstration.workbooks import build
from scorecard.imports.report import CheckReport
from scorecard.models import UploadState, WorkbookUpload
from scorecard.models.uploads import UNDECIDED

Say = Callable[[str], None]


class Delivery(NamedTuple):
    """A workbook of the demonstration. `warnings_note` is what the officer says of the check's warnings."""

    name: str
    what: str
    rows: Callable[[], Sequence[months.SheetRow]]
    written_on: datetime
    notes: Sequence[str]
    warnings_note: str
    is_history: bool = False
    children: Callable[[], Sequence[ChildrenRow]] = tuple


DELIVERIES = (
    Delivery(
        "scorecard-2015-12-to-2018-05.xlsx",
        "December 2015 to May 2018",
        months.earlier,
        datetime(2018, 6, 22, 9, tzinfo=UTC),
        [
            "Illustrative figures for December 2015 to May 2018: invented for the demonstration.",
            "Printed by the council: CIC03 and CIC09 in March 2018, CIC10 in April and October 2016.",
        ],
        "Illustrative figures: the warnings are about changes that were invented.",
        is_history=True,
    ),
    Delivery(
        "scorecard-2018-06.xlsx",
        "June 2018",
        months.june,
        datetime(2018, 7, 24, 9, tzinfo=UTC),
        [
            "June 2018, as the report to the panel on 1 November 2018 tells it.",
            "Figures the report does not give are marked illustrative.",
        ],
        "Compared with the report to the panel; the other figures are illustrative.",
    ),
    Delivery(
        "scorecard-2018-07.xlsx",
        "July 2018",
        months.july,
        datetime(2018, 8, 24, 9, tzinfo=UTC),
        ["July 2018, from the column of the month before in the scorecard for August 2018."],
        "Compared with the printed scorecard. The months before July are illustrative.",
    ),
    Delivery(
        "scorecard-2018-08.xlsx",
        "August 2018",
        months.august,
        datetime(2018, 9, 24, 9, tzinfo=UTC),
        ["August 2018, as printed in the scorecard of 24 September 2018."],
        "Compared with the printed scorecard, figure by figure.",
        children=august_children,
    ),
)


def load_demonstration(progress: Say) -> None:
    """Bring in what is not there yet, and say so. What somebody decided on since then is left alone.

    Needs an account for each of the roles MI officer and MI approver.
    """
    added = load_reference_data()
    progress(f"Indicators: {added} added." if added else "Indicators: there already.")
    added = load_demographic_tables()
    progress(f"Demographic tables: {added} added." if added else "Demographic tables: there already.")
    for delivery in DELIVERIES:
        if _is_decided_on(delivery):
            progress(f"Figures for {delivery.what}: there already.")
        else:
            upload = _deliver(delivery)
            count = CheckReport.from_json(upload.report).new_count
            progress(f"Figures for {delivery.what}: {count:,} checked, approved and applied.")
        for said in publish_month(delivery.what, officer=_officer, approver=_approver):
            progress(said)


def _is_decided_on(delivery: Delivery) -> bool:
    uploads = WorkbookUpload.objects.filter(original_name=delivery.name)
    return uploads.exclude(state__in=[*UNDECIDED, UploadState.CANCELLED]).exists()


def _deliver(delivery: Delivery) -> WorkbookUpload:
    """Takes up where an earlier run was cut off: the same file sent again is the same upload."""
    officer, approver = _officer(), _approver()
    data = build(
        delivery.rows(),
        notes=delivery.notes,
        written_on=delivery.written_on,
        children=delivery.children(),
    )
    upload = receive_upload(data, original_name=delivery.name, by=officer, is_history=delivery.is_history)
    report = CheckReport.from_json(upload.report)
    if not report.is_sound:
        raise DemonstrationFault(f"{delivery.name}: {report.verdict}. {report.problems[0]}")
    if upload.state == UploadState.CHECKED:
        ticked = [tick.key for tick in report.ticks]
        upload = submit_upload(
            upload, by=officer, seen=upload.fingerprint, ticked=ticked, note=delivery.warnings_note
        )
    return approve_upload(upload, by=approver, seen=upload.fingerprint)


def _officer() -> User:
    return _holder(Role.MI_OFFICER)


def _approver() -> User:
    return _holder(Role.MI_APPROVER, other_than=_officer())


def _holder(role: Role, other_than: User | None = None) -> User:
    holders = User.objects.filter(is_active=True, roles__contains=[role])
    user = holders.exclude(pk=other_than and other_than.pk).order_by("pk").first()
    if user is None:
        raise DemonstrationFault(
            f"Nobody holds the role {role.label}. Load the demonstration's accounts first."
        )
    return user


class DemonstrationFault(Exception):
    """The demonstration's own files or order of loading are wrong. ``str()`` says what to mend."""
