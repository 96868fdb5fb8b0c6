"""The issue that would be published now: its words, its fingerprint, what is different, what stands in its way."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from meetings.issue_differences import (
    added_lines,
    changed_in_substance,
    differences,
    lines_by_id,
    only_adds,
)
from meetings.linter import Finding
from meetings.models import (
    AgendaIssue,
    IssueKind,
    Meeting,
    MeetingState,
    Paper,
    PaperFile,
    PaperKind,
    Report,
    ReportState,
)
from meetings.report.agenda import is_open, sheet_of
from meetings.report.agenda_issues import (
    ItemVerdict,
    issues_of,
    read_sheets,
    verdicts_of,
)
from meetings.report.agenda_lines import Line, every_line, read_lines
from meetings.report.agenda_linting import agenda_findings
from meetings.report.agenda_missing import Missing, missing_of
from meetings.report.agenda_reports import told, with_contacts
from meetings.report.deadlines import deadlines

Files = dict[int, PaperFile]
ISSUED_FROM = (MeetingState.CONFIRMED, MeetingState.ADJOURNED)
DRAFTED = (MeetingState.RESERVED, *ISSUED_FROM)
NOT_DRAFTED = "This meeting is {}: its agenda can no longer be changed."
NOT_CONFIRMED = "This meeting is {}: only the agenda of a confirmed meeting is issued."


@dataclass(frozen=True, slots=True)
class Prepared:
    """`content` is public, `secrets` is what only those entitled read. `affected`: lines that a supplement lists."""

    meeting: Meeting
    lines: list[Line]
    sheet: dict[str, Any]
    secrets: dict[str, Any]
    issues: list[AgendaIssue]
    differences: list[str]
    affected: list[int]
    changed: list[int]
    may_supplement: bool
    missing: list[Missing]
    warnings: list[Finding]
    verdicts: list[ItemVerdict]

    @property
    def latest(self) -> AgendaIssue | None:
        return self.issues[-1] if self.issues else None

    @property
    def fingerprint(self) -> str:
        return sha256(f"{_words(self.sheet)}{_words(self.secrets)}".encode()).hexdigest()

    @property
    def is_issued_already(self) -> bool:
        """Whether the last issue says the very same, whatever its day."""
        return self.latest is not None and not self.differences and _same_secrets(self.latest, self.secrets)

    @property
    def late(self) -> list[ItemVerdict]:
        return [one for one in self.verdicts if not one.verdict.may_be_taken]


def prepare(meeting: Meeting, *, today: date, corrected: Collection[int] = ()) -> Prepared:
    """`corrected`: lines whose title or purpose was only put right, so that they lay open all the time."""
    lines, issues = read_lines(meeting), issues_of(meeting)
    reports, files = _reports_of(lines), _files_of(lines)
    sheet = sheet_of(meeting, lines, issued_on=today)
    _put_papers(sheet, lines, reports, files)
    sheet["corrected"] = sorted(corrected)
    issued = read_sheets(issues)
    last = issued[-1][1] if issued else None
    findings = agenda_findings(meeting, lines, reports)
    return Prepared(
        meeting=meeting,
        lines=lines,
        sheet=sheet,
        secrets=_secrets(lines, reports, files),
        issues=issues,
        differences=differences(last, sheet) if last else [],
        affected=added_lines(last, sheet) if last else [],
        changed=changed_in_substance(last, sheet) if last else [],
        may_supplement=last is not None and only_adds(last, sheet),
        missing=missing_of(meeting, lines, reports, deadlines(meeting), is_first=not issues, today=today)
        + [_to_put_right(one) for one in findings if one.is_block],
        warnings=[one for one in findings if not one.is_block],
        verdicts=verdicts_of(meeting, lines, [*issued, (today, sheet)]),
    )


def _to_put_right(finding: Finding) -> Missing:
    place = finding.place
    return Missing(
        finding.sentence, "Put it right", place.url_name if place else "", place.pk if place else None
    )


def why_not_drafted(meeting: Meeting) -> str:
    """Empty while the agenda can be changed."""
    is_drafted = meeting.state in DRAFTED
    return "" if is_drafted else NOT_DRAFTED.format(meeting.get_state_display().lower())


def as_kind(prepared: Prepared, kind: str) -> dict[str, Any]:
    """The content of the issue: a supplement names the lines it lists, a second issue says what is different."""
    sheet = dict(prepared.sheet)
    number = len(prepared.issues) + 1
    if kind == IssueKind.SUPPLEMENT:
        sheet |= {"mark": f"Supplement {number - 1}", "listed": prepared.affected}
    elif kind == IssueKind.REISSUE:
        sheet["mark"] = f"Issued again on {sheet['issued_on']}"
    return sheet | {"differences": prepared.differences}


def printed_lines(sheet: dict[str, Any]) -> dict[str, Any]:
    """The sheet as its PDF prints it: a supplement lists only the lines that it brings, under their own numbers."""
    if not sheet["listed"]:
        return sheet
    wanted = set(sheet["listed"])
    parts = {name: [_part(line, wanted) for line in sheet[name]] for name in ("open", "exempt")}
    return sheet | {name: [line for line in lines if line] for name, lines in parts.items()}


def canonical(sheet: dict[str, Any]) -> str:
    return json.dumps(sheet, ensure_ascii=False, sort_keys=True, indent=1)


def _part(line: dict[str, Any], wanted: set[int]) -> dict[str, Any] | None:
    parts = [part for part in line["parts"] if part["id"] in wanted]
    return line | {"parts": parts} if parts or line["id"] in wanted else None


def _words(content: dict[str, Any]) -> str:
    """What counts for the fingerprint: the day comes by itself, and what was only corrected is said on issuing."""
    return canonical({key: value for key, value in content.items() if key not in ("issued_on", "corrected")})


def _same_secrets(issue: AgendaIssue, secrets: dict[str, Any]) -> bool:
    kept = getattr(issue, "exempt_part", None)
    return (json.loads(kept.content) if kept else {}) == secrets


def _reports_of(lines: list[Line]) -> dict[int, Report]:
    """By paper, with all that they print."""
    papers = [paper for line in every_line(lines) for paper in line.item.papers.all()]
    reports = Report.objects.filter(
        paper__in=[one.pk for one in papers if one.kind == PaperKind.REPORT]
    ).order_by("paper__item__position", "paper__position")
    found = with_contacts(reports.select_related("paper__item__meeting__body", "author"))
    return {report.paper_id: report for report in found}


def _files_of(lines: list[Line]) -> Files:
    """By paper, the newest."""
    papers = [paper for line in every_line(lines) for paper in line.item.papers.all()]
    uploaded = [one.pk for one in papers if one.kind == PaperKind.FILE]
    found = PaperFile.objects.filter(paper__in=uploaded).order_by("number") if uploaded else ()
    return {file.paper_id: file for file in found}


def _put_papers(sheet: dict[str, Any], lines: list[Line], reports: dict[int, Report], files: Files) -> None:
    """The words of each open report, as they stand now: what was issued stays although its author writes on."""
    drawn = lines_by_id(sheet)
    for line in every_line(lines):
        drawn[line.item.pk]["papers"] = [
            _paper(paper, reports, files) for paper in _issued(line, reports) if is_open(paper, line.item)
        ]


def _paper(paper: Paper, reports: dict[int, Report], files: Files) -> dict[str, Any]:
    report, file = reports.get(paper.pk), files.get(paper.pk)
    kept = {"file": {"sha256": file.pdf_sha256, "pages": file.pages, "size": file.pdf_size}} if file else {}
    unlisted = {} if paper.is_listed else {"is_listed": False}
    return (
        kept
        | unlisted
        | {
            "id": paper.pk,
            "kind": paper.kind,
            "title": paper.title,
            "is_appendix": paper.is_appendix,
            "is_exempt": paper.is_exempt,
            "report": told(report) if report else None,
        }
    )


def _issued(line: Line, reports: dict[int, Report]) -> list[Paper]:
    """A report goes out once the clerk has accepted it."""
    return [
        paper
        for paper in line.item.papers.all()
        if paper.pk not in reports or reports[paper.pk].state == ReportState.CLERK
    ]


def _secrets(lines: list[Line], reports: dict[int, Report], files: Files) -> dict[str, Any]:
    """By item, as text because JSON has no other keys. Lines without anything private have none."""
    return {
        str(line.item.pk): {
            "private_title": line.item.private_title,
            "private_purpose": line.item.private_purpose,
            "papers": [_paper(paper, reports, files) for paper in _issued(line, reports)],
        }
        for line in every_line(lines)
        if line.item.private_title
        or line.item.private_purpose
        or any(not is_open(paper, line.item) for paper in _issued(line, reports))
    }
