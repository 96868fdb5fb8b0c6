"""What the panel's meetings have to tell a reader on the first page: what waits for them, and the next meeting."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from core.access import Permission, may
from core.news import News
from meetings.date_words import clock, listed_date, plain_date
from meetings.minutes_readers import minutes_to_check
from meetings.models import AgendaIssue, Meeting, MeetingMinutes, MeetingState, MinutesState, Report
from meetings.models.minutes import PUBLIC
from meetings.report.agenda_issuing import prepare
from meetings.report.agenda_missing import day_said
from meetings.report.agenda_reports import SIGNER, may_sign, next_step, reports_for, with_contacts
from meetings.report.days import added_days
from meetings.report.deadlines import deadlines
from people.models import User

TO_COME = (MeetingState.RESERVED, MeetingState.CONFIRMED)
NOT_OVER = (*TO_COME, MeetingState.SITTING, MeetingState.ADJOURNED)
HELD = (MeetingState.HELD, MeetingState.INQUORATE)
WITH_OFFICERS = {
    None: "The minutes of {} are not begun yet.",
    MinutesState.DRAFTING: "The minutes of {} are being written.",
    MinutesState.CHAIRMAN: "The chairman agrees to the minutes of {}. They can be published.",
}
CHANGES_ASKED = "The chairman asked for changes to the minutes of {}."


def meeting_tasks(user: User, *, today: date) -> Iterator[News]:
    yield from _minutes_to_check(user)
    yield from _reports_due(user, today)
    if may(user, Permission.MANAGE_MEETINGS):
        yield from _agenda_due(today)
    if may(user, Permission.RECORD_MEETINGS):
        yield from _minutes_to_write()


def next_meeting_news(user: User, *, today: date) -> Iterator[News]:
    meeting = _next(today) if user.roles else None
    if meeting is None:
        return
    if meeting.on == today and may(user, Permission.RECORD_MEETINGS):
        page = reverse("meetings:meeting_sit", args=[meeting.pk])
        yield News(_when_and_where(meeting, today), page, "Go to the meeting")
    else:
        yield _told(meeting, today)


def coming_news(today: date) -> Iterator[News]:
    """The next meeting, for everybody."""
    if meeting := _next(today):
        yield _told(meeting, today)


def published_news() -> Iterator[News]:
    """The newest minutes, for everybody."""
    public = MeetingMinutes.objects.filter(state__in=PUBLIC).select_related("meeting")
    newest = public.order_by("-meeting__on").first()
    if newest is not None:
        draft = "" if newest.is_approved else " as a draft"
        yield News(
            f"The minutes of {plain_date(newest.meeting.on)} are published{draft}.",
            reverse("meetings:minutes_read", args=[newest.meeting_id]),
            "Read these minutes",
        )


def _next(today: date) -> Meeting | None:
    return _coming(today).filter(state__in=NOT_OVER).first()


def _told(meeting: Meeting, today: date) -> News:
    issued = AgendaIssue.objects.filter(meeting=meeting).exists()
    link = "Read the agenda" if issued else "Open the meeting’s page"
    return News(_when_and_where(meeting, today), reverse("meetings:meeting_read", args=[meeting.pk]), link)


def _when_and_where(meeting: Meeting, today: date) -> str:
    is_reserved = meeting.state == MeetingState.RESERVED
    says = "The panel’s next meeting is reserved for" if is_reserved else "Next meeting:"
    when = "today" if meeting.on == today else listed_date(meeting.on)
    at = clock(meeting.starts_at or meeting.body.starts_at)
    where = ", ".join(filter(None, [at, meeting.venue or meeting.body.venue]))
    return f"{says} {when}, {where}."


def _minutes_to_check(user: User) -> Iterator[News]:
    for record in minutes_to_check(user):
        page = reverse("meetings:minutes_read", args=[record.meeting_id])
        yield News(
            f"The minutes of {plain_date(record.meeting.on)} wait for you to agree or to ask for changes.",
            page,
            "Read these minutes",
        )


def _reports_due(user: User, today: date) -> Iterator[News]:
    """Whoever keeps all reports is told of them with the agenda."""
    if not may(user, Permission.WRITE_REPORTS) or may(user, Permission.MANAGE_MEETINGS):
        return
    coming = reports_for(user).filter(paper__item__meeting__in=_coming(today), paper__item__withdrawn_at=None)
    waiting = [
        one
        for one in with_contacts(coming.order_by("paper__item__meeting__on", "pk"))
        if _waits_for(user, one)
    ]
    if not waiting:
        return
    meeting = waiting[0].paper.item.meeting
    due = day_said(deadlines(meeting, added_days()).reports_on, today)
    if len(waiting) > 1:
        page = reverse("meetings:report_list")
        yield News(f"{len(waiting)} reports wait for you, the first {due}.", page, "Open my reports")
        return
    page = reverse("meetings:report_read", args=[waiting[0].pk])
    yield News(f"The report “{waiting[0].subject}” waits for you: it is due {due}.", page, "Open the report")


def _waits_for(user: User, report: Report) -> bool:
    step = next_step(report)
    return step is not None and (step == "draft" or step in SIGNER) and may_sign(user, report, step)


def _agenda_due(today: date) -> Iterator[News]:
    """The first meeting whose agenda is not issued yet."""
    meeting = _coming(today).filter(state__in=TO_COME, issues=None).first()
    if meeting is None:
        return
    due = day_said(deadlines(meeting, added_days()).issue_on, today)
    prepared = prepare(meeting, today=today)
    number = len(prepared.missing)
    missing = (
        "nothing is missing" if not number else f"{number} thing{' is' if number == 1 else 's are'} missing"
    )
    if not prepared.lines:
        missing = "it is not begun yet"
    yield News(
        f"Issue the agenda of {plain_date(meeting.on)} {due}: {missing}.",
        reverse("meetings:agenda_draft", args=[meeting.pk]),
        "Open the agenda",
    )


def _minutes_to_write() -> Iterator[News]:
    """Of the last meeting alone: what is left of earlier ones stands in the list of minutes."""
    meeting = Meeting.objects.filter(state__in=HELD).select_related("minutes").order_by("-on").first()
    if meeting is None:
        return
    record = getattr(meeting, "minutes", None)
    if says := _left_to_officers(record):
        page = reverse("meetings:minutes_write", args=[meeting.pk])
        yield News(says.format(plain_date(meeting.on)), page, "Go to these minutes")


def _left_to_officers(record: MeetingMinutes | None) -> str:
    if record is None:
        return WITH_OFFICERS[None]
    if record.state == MinutesState.CHAIRMAN and not record.agreed_at:
        return ""
    if record.state == MinutesState.DRAFTING and record.chairman_note:
        return CHANGES_ASKED
    return WITH_OFFICERS.get(MinutesState(record.state), "")


def _coming(today: date):
    return Meeting.objects.going_on().filter(on__gte=today).select_related("body").order_by("on")
