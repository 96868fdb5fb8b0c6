"""An agenda is issued: its words, its PDF and their hashes are kept for good, and its numbers stay."""

from collections.abc import Collection
from datetime import date, datetime
from hashlib import sha256

from django.utils import timezone

from core.access import Permission, demand
from meetings.actions.agenda_turns import turn
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.exports.agenda import front_sheet_pdf
from meetings.item_notice import missing_reason
from meetings.models import AgendaIssue, AgendaItem, ExemptIssue, IssueKind, Meeting
from meetings.report.agenda_issuing import (
    ISSUED_FROM,
    NOT_CONFIRMED,
    Prepared,
    as_kind,
    canonical,
    prepare,
    printed_lines,
)
from meetings.report.agenda_lines import every_line
from people.models import User

CHANGED = (
    "The agenda has changed since this page loaded, so nothing was issued. Read it again, then issue it."
)
EMPTY = "There is nothing on this agenda yet."
FIRST_IS_MAIN = "The first issue is the agenda itself."
SECOND_IS_NOT = "The agenda is issued already: issue a supplement, or issue it again."
MORE_THAN_ADDED = (
    "A supplement only adds items and papers. Something else is different too: issue the agenda again."
)
NOT_SHORTENED = "Enter a day up to the day of the meeting."


def issue_agenda(
    meeting_pk: int,
    *,
    by: User,
    kind: str,
    seen: str,
    corrected: Collection[int] = (),
    at: datetime | None = None,
) -> AgendaIssue:
    """`seen` is the fingerprint of the page that was read. What the last issue says already is not issued again.

    Raises Refused for the first thing that stands in the way, and PdfError.
    """
    demand(by, Permission.MANAGE_MEETINGS)
    at = at or timezone.now()
    today = timezone.localdate(at)
    prepared = _ready(_meeting(meeting_pk), kind, seen=seen, corrected=corrected, today=today)
    if isinstance(prepared, AgendaIssue):
        return prepared
    pdf = front_sheet_pdf(printed_lines(as_kind(prepared, kind)))
    with turn(meeting_pk, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        again = _ready(meeting, kind, seen=seen, corrected=corrected, today=today)
        if isinstance(again, AgendaIssue):
            return again
        return _keep(again, kind, by=by, at=at, today=today, pdf=pdf)


def shorten_notice(meeting_pk: int, *, by: User, version: int, on: date, reason: str) -> Meeting:
    """The meeting is called with fewer clear days left; from that day on its agenda lies open."""
    with turn(meeting_pk, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        if (meeting.convened_on, meeting.short_notice_reason) == (on, reason):
            return meeting
        if meeting.version != version:
            raise ChangedMeanwhile(meeting)
        if on > meeting.on:
            raise Refused(NOT_SHORTENED)
        if problems := missing_reason(reason, "why the meeting is called at shorter notice"):
            raise Refused(problems[0])
        meeting.convened_on, meeting.short_notice_reason = on, reason
        meeting.version += 1
        meeting.save(update_fields=["convened_on", "short_notice_reason", "version"])
    return meeting


def _meeting(pk: int) -> Meeting:
    return Meeting.objects.select_related("body__clerk", "body__proper_officer").get(pk=pk)


def _ready(
    meeting: Meeting, kind: str, *, seen: str, corrected: Collection[int], today: date
) -> Prepared | AgendaIssue:
    """What is to be issued, as it was seen; or the issue that this very page made before."""
    prepared = prepare(meeting, today=today, corrected=corrected)
    if prepared.is_issued_already:
        return prepared.latest
    if meeting.state not in ISSUED_FROM:
        raise Refused(NOT_CONFIRMED.format(meeting.get_state_display().lower()))
    if not prepared.lines:
        raise Refused(EMPTY)
    if prepared.missing:
        raise Refused(prepared.missing[0].sentence)
    _refuse_wrong_kind(prepared, kind)
    if prepared.late:
        late = prepared.late[0]
        raise Refused(f"{late.line.name}: {late.verdict.sentence}")
    if prepared.fingerprint != seen:
        raise Refused(CHANGED)
    return prepared


def _refuse_wrong_kind(prepared: Prepared, kind: str) -> None:
    if (kind == IssueKind.MAIN) != (prepared.latest is None):
        raise Refused(FIRST_IS_MAIN if prepared.latest is None else SECOND_IS_NOT)
    if kind == IssueKind.SUPPLEMENT and not prepared.may_supplement:
        raise Refused(MORE_THAN_ADDED)


def _keep(prepared: Prepared, kind: str, *, by: User, at: datetime, today: date, pdf: bytes) -> AgendaIssue:
    content = canonical(as_kind(prepared, kind))
    issue = AgendaIssue.objects.create(
        meeting=prepared.meeting,
        number=len(prepared.issues) + 1,
        kind=kind,
        published_at=at,
        published_on=today,
        published_by=by,
        short_notice_reason=prepared.meeting.short_notice_reason,
        note="\n".join(prepared.differences),
        content=content,
        content_sha256=sha256(content.encode()).hexdigest(),
        pdf=pdf,
        pdf_sha256=sha256(pdf).hexdigest(),
    )
    if prepared.secrets:
        ExemptIssue.objects.create(issue=issue, content=canonical(prepared.secrets))
    _freeze_numbers(prepared)
    return issue


def _freeze_numbers(prepared: Prepared) -> None:
    for line in every_line(prepared.lines):
        if line.number and line.item.number is None:
            AgendaItem.objects.filter(pk=line.item.pk).update(
                number=line.number.number, letter=line.number.letter
            )
