"""The papers of 1 November 2018, with the slips that the council's own pack went to print with, and its issue.

An address with a comma, a year with two strokes, one director under four titles, two reports that name no background
documents, and an appended text that no agenda line lists: what the checks before an issue are for.
"""

from datetime import UTC, datetime
from typing import Any

from django.utils import timezone

from core.access import Role
from core.fixtures import read_json
from core.richtext import from_plain
from meetings.actions.agenda_issue import issue_agenda
from meetings.actions.paper_files import add_file
from meetings.demonstration.chapters import chapters_pdf
from meetings.demonstration.sittings import NOVEMBER
from meetings.models import (
    AgendaItem,
    IssueKind,
    Meeting,
    Paper,
    PaperKind,
    Report,
    ReportContact,
    ReportSignOff,
    ReportState,
)
from meetings.report.agenda_issuing import prepare
from people.demonstration import email_of
from people.models import Person, User

ISSUED_AT = datetime(2018, 10, 24, 9, tzinfo=UTC)


def load_november() -> None:
    clerk = User.objects.get(email=email_of(Role.DEMOCRATIC_SERVICES))
    meeting = Meeting.objects.select_related("body").get(on=NOVEMBER)
    items = {item.position: item for item in AgendaItem.objects.filter(meeting=meeting)}
    for row in read_json("meetings/reports-2018-11-01"):
        _paper(items[row["item"]], row, clerk=clerk)
    prepared = prepare(meeting, today=timezone.localdate(ISSUED_AT))
    issue_agenda(meeting.pk, by=clerk, kind=IssueKind.MAIN, seen=prepared.fingerprint, at=ISSUED_AT)


def _paper(item: AgendaItem, row: dict[str, Any], *, clerk: User) -> None:
    if row["kind"] == PaperKind.FILE:
        _file(item, row, clerk=clerk)
        return
    paper = Paper.objects.create(
        item=item,
        position=item.papers.count() + 1,
        kind=row["kind"],
        title=row["title"],
        is_appendix=row.get("is_appendix", False),
        is_listed=row.get("is_listed", True),
        source_key=row.get("source_key", ""),
    )
    if paper.kind == PaperKind.REPORT:
        _report(paper, row, clerk=clerk)


def _file(item: AgendaItem, row: dict[str, Any], *, clerk: User) -> None:
    """By the way that an officer's own file takes."""
    add_file(
        item,
        by=clerk,
        title=row["title"],
        data=chapters_pdf(row["text"], title=row["title"]),
        filename=f"{row['text']}.pdf",
        is_appendix=True,
        is_listed=row.get("is_listed", True),
    )


def _report(paper: Paper, row: dict[str, Any], *, clerk: User) -> None:
    report = Report.objects.create(
        paper=paper,
        from_lines=row["from"],
        subject=row["subject"],
        summary=row["summary"],
        recommendation=row["recommendation"],
        body=from_plain("\n\n".join(row["body"])),
        background_documents=row["background"],
        state=ReportState.CLERK,
    )
    for role, name, post, telephone, email in row["contacts"]:
        first_name, surname = name.split()
        ReportContact.objects.create(
            report=report,
            role=role,
            person=Person.objects.get(first_name=first_name, surname=surname),
            name=name,
            post=post,
            telephone=telephone,
            email=email,
        )
    ReportSignOff.objects.create(
        report=report,
        state=ReportState.CLERK,
        report_version=report.version,
        by=clerk,
        note="Agreed on paper before the portal.",
    )
