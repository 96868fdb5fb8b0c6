"""Reports to the panel: asked for, written, signed off in turn. A change of the text begins the sign-off anew."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied

from core.access import Permission, demand
from meetings.actions.agenda_items import refuse_unless_drafted
from meetings.actions.agenda_turns import turn
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.actions.paper_files import next_paper
from meetings.models import (
    AgendaItem,
    Paper,
    PaperKind,
    Report,
    ReportContact,
    ReportSignOff,
    ReportState,
)
from meetings.report.agenda_reports import (
    WAITS_FOR,
    may_sign,
    missing_of,
    next_step,
    reports_for,
    signs_for_another,
)
from people.models import User

NOT_YOURS = "Only its author, its leads and democratic services officers write this report."
NOT_YOUR_TURN = "This report waits for {}."
CHANGED_SINCE = "The report has changed since this page loaded. Read it again before you sign."
SAY_HOW = "Say how you know that they agree, for example by the day of their e-mail."
ALL_SIGNED = "Everybody has signed this report already."


def ask_for_report(item: AgendaItem, *, by: User, author: User, subject: str) -> Report:
    """The same subject once more on the same item is the same form sent twice."""
    with turn(item.meeting_id, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        refuse_unless_drafted(meeting)
        subject = subject.strip()
        asked = Report.objects.filter(paper__item=item, paper__withdrawn_at=None, subject=subject).first()
        if asked:
            return asked
        paper = next_paper(item, kind=PaperKind.REPORT, title=subject, is_exempt=item.is_exempt)
        return Report.objects.create(paper=paper, subject=subject, author=author)


def save_report(
    report: Report,
    *,
    by: User,
    version: int,
    words: Mapping[str, str],
    contacts: Mapping[str, Mapping[str, Any]],
) -> bool:
    """Whether a sign-off was undone: whoever agreed has not read these words. `contacts` by role; without a name, none.

    The same words sent twice are saved once. Raises ChangedMeanwhile with what somebody else saved since.
    """
    demand(by, Permission.WRITE_REPORTS)
    with turn(report.paper.item.meeting_id, by=by, permission=Permission.WRITE_REPORTS) as meeting:
        refuse_unless_drafted(meeting)
        report = _locked(report)
        if not reports_for(by).filter(pk=report.pk).exists():
            raise PermissionDenied(NOT_YOURS)
        if _stands(report, words, contacts):
            return False
        if report.version != version:
            raise ChangedMeanwhile(report)
        was_signed = next_step(report) != ReportState.DRAFT
        for name, value in words.items():
            setattr(report, name, value)
        report.state, report.version = ReportState.DRAFT, report.version + 1
        report.save(update_fields=[*words, "state", "version"])
        Paper.objects.filter(pk=report.paper_id).update(title=report.subject)
        _write_contacts(report, contacts)
    return was_signed


def sign_report(report: Report, *, by: User, step: str, version: int, note: str = "") -> Report:
    """`step` is the state that this sign-off leads to, DRAFT for the author's. Sent twice, it is kept once."""
    demand(by, Permission.WRITE_REPORTS)
    with turn(report.paper.item.meeting_id, by=by, permission=Permission.WRITE_REPORTS) as meeting:
        refuse_unless_drafted(meeting)
        report = _locked(report)
        if not reports_for(by).filter(pk=report.pk).exists():
            raise PermissionDenied(NOT_YOURS)
        if report.sign_offs.filter(state=step, report_version=version).exists():
            return report
        expected = next_step(report)
        if expected is None:
            raise Refused(ALL_SIGNED)
        if step != expected or not may_sign(by, report, expected):
            raise Refused(NOT_YOUR_TURN.format(WAITS_FOR[expected]))
        if report.version != version:
            raise Refused(CHANGED_SINCE)
        if missing := missing_of(report):
            raise Refused(missing[0])
        if signs_for_another(by, report, expected) and not note.strip():
            raise Refused(SAY_HOW)
        ReportSignOff.objects.create(
            report=report, state=expected, report_version=version, by=by, note=note.strip()
        )
        report.state = expected
        report.save(update_fields=["state"])
    return report


def _locked(report: Report) -> Report:
    return (
        Report.objects.select_for_update(of=("self",), no_key=True)
        .select_related("paper__item__meeting__body")
        .prefetch_related("contacts__person", "sign_offs")
        .get(pk=report.pk)
    )


def _stands(report: Report, words: Mapping[str, str], contacts: Mapping[str, Mapping[str, Any]]) -> bool:
    kept = {
        one.role: {name: getattr(one, name) for name in ("person", "name", "post", "telephone", "email")}
        for one in report.contacts.all()
    }
    wanted = {role: dict(contact) for role, contact in contacts.items() if contact["name"]}
    return kept == wanted and all(getattr(report, name) == value for name, value in words.items())


def _write_contacts(report: Report, contacts: Mapping[str, Mapping[str, Any]]) -> None:
    for role, contact in contacts.items():
        if contact["name"]:
            ReportContact.objects.update_or_create(report=report, role=role, defaults=dict(contact))
        else:
            ReportContact.objects.filter(report=report, role=role).delete()
