"""What calendar programs are told: the panel's meetings, and for one person the deadlines that are theirs."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Max, Q, QuerySet
from django.utils.crypto import salted_hmac

from core.access import Permission, may
from meetings.calendar_file import CalendarEntry, Status
from meetings.models import (
    AgendaItem,
    Body,
    ClosedDay,
    Meeting,
    MeetingState,
    ProgrammeEntry,
    ProgrammeState,
    ReportState,
)
from meetings.report.days import added_days
from meetings.report.deadlines import deadlines
from meetings.report.meeting_words import day_of, notice
from people.models import PostHolding, User

LENGTH = "The end is not fixed; the calendar keeps two hours free."
Address = Callable[[Meeting], str]


def public_entries(address: Address) -> list[CalendarEntry]:
    """Every meeting, those called off too. ``address``: the whole address of its page."""
    return [_meeting_entry(meeting, address(meeting)) for meeting in _with_change(Meeting.objects.all())]


def one_entry(meeting: Meeting, address: str) -> CalendarEntry:
    return _meeting_entry(_with_change(Meeting.objects.filter(pk=meeting.pk)).get(), address)


def private_entries(user: User, address: Address, *, on: date) -> list[CalendarEntry]:
    """The meetings, and by when this person's reports are due; for officers by when agendas are."""
    return [*public_entries(address), *_deadline_entries(user, address, on)]


def last_change(entries: Iterable[CalendarEntry]) -> datetime | None:
    """Of the panel's feed: of any meeting, or of the panel's own name. None while there is no meeting."""
    renamed_at = Body.pgh_event_model.objects.aggregate(at=Max("pgh_created_at"))["at"]
    changes = [entry.changed_at for entry in entries]
    return max([*changes, *([renamed_at] if renamed_at else [])]) if changes else None


def _with_change(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Adds ``changed_at``, from the history that the database keeps."""
    named = meetings.select_related("body", "moved_to")
    return named.annotate(changed_at=Max("events__pgh_created_at")).order_by("on", "pk")


def _meeting_entry(meeting: Meeting, address: str) -> CalendarEntry:
    return CalendarEntry(
        uid=str(meeting.uid),
        sequence=meeting.sequence,
        changed_at=meeting.changed_at,
        summary=_summary(meeting),
        on=meeting.on,
        starts_at=meeting.starts_at,
        ends_at=meeting.closed_at,
        place=meeting.venue,
        description="\n".join(filter(None, [notice(meeting), meeting.note, _length(meeting), address])),
        address=address,
        status=_status(meeting),
    )


def _length(meeting: Meeting) -> str:
    """No end is known before the meeting is closed."""
    is_guessed = meeting.starts_at and not meeting.closed_at and not meeting.is_called_off
    return LENGTH if is_guessed else ""


def _summary(meeting: Meeting) -> str:
    kind = "" if meeting.kind == "ordinary" else f" ({meeting.get_kind_display().lower()})"
    off = f"{meeting.get_state_display()}: " if meeting.is_called_off else ""
    return f"{off}{meeting.body.name}{kind}"


def _status(meeting: Meeting) -> Status:
    if meeting.is_called_off:
        return Status.CANCELLED
    return Status.TENTATIVE if meeting.state == MeetingState.RESERVED else Status.CONFIRMED


def _deadline_entries(user: User, address: Address, on: date) -> Iterator[CalendarEntry]:
    """A deadline moves when the council's rules or closed days do, so their changes count in its SEQUENCE."""
    waiting = Meeting.objects.going_on().filter(on__gte=on)
    meetings = {meeting.pk: meeting for meeting in _with_change(waiting)}
    added = added_days()
    rules = _changes_of_the_rules()
    for meeting_pk, uid, what, version in _what_is_due(user, meetings, on):
        meeting = meetings[meeting_pk]
        due = deadlines(meeting, added)
        is_issue = uid.startswith("issue-")
        yield CalendarEntry(
            uid=f"{uid}-{_this_portal()}",
            sequence=meeting.sequence + version + rules.number,
            changed_at=max(filter(None, [meeting.changed_at, rules.last_at])),
            summary=what,
            on=due.issue_on if is_issue else due.reports_on,
            description=f"For the meeting on {day_of(meeting)}. {due.days_sentence}.\n{address(meeting)}",
            address=address(meeting),
            is_deadline=True,
        )


def _this_portal() -> str:
    """A UID is unique in the world (RFC 5545, 3.8.4.7), and a row's number is not: other calendars count too."""
    return salted_hmac("meetings.calendar", "this portal").hexdigest()[:16]


def _what_is_due(user: User, meetings: dict[int, Meeting], on: date) -> Iterator[tuple[int, str, str, int]]:
    """Meeting, UID, words and version. Titles of items are safe for everybody; those of reports may not be."""
    for item in _items_to_write(user, meetings):
        yield item.meeting_id, f"report-{item.pk}-{user.pk}", f"Report due: {item.title}", item.version
    for entry in _entries_to_bring(user, meetings, on):
        words = f"Report due: {entry.title}"
        yield entry.meeting_id, f"programme-{entry.pk}-{user.pk}", words, entry.version
    if may(user, Permission.MANAGE_MEETINGS):
        for meeting in meetings.values():
            words = f"Last day to issue the agenda of {meeting.body.name}"
            yield meeting.pk, f"issue-{meeting.uid}", words, 0


def _items_to_write(user: User, meetings: Iterable[int]) -> QuerySet[AgendaItem]:
    """Whose report this person writes and the clerk has not accepted yet."""
    unfinished = [state for state in ReportState if state != ReportState.CLERK]
    mine = AgendaItem.objects.filter(
        meeting__in=meetings,
        withdrawn_at=None,
        papers__withdrawn_at=None,
        papers__report__author=user,
        papers__report__state__in=unfinished,
    )
    return mine.distinct().in_order()


def _entries_to_bring(user: User, meetings: Iterable[int], on: date) -> QuerySet[ProgrammeEntry]:
    held = PostHolding.objects.filter(Q(ends_on=None) | Q(ends_on__gte=on), user=user, starts_on__lte=on)
    posts = held.values("post")
    return ProgrammeEntry.objects.filter(
        meeting__in=meetings, state=ProgrammeState.SCHEDULED, owner__in=posts
    ).order_by("pk")


class _Changes(NamedTuple):
    number: int
    last_at: datetime | None


def _changes_of_the_rules() -> _Changes:
    """How often the panel's rules or the list of closed days changed, and when last. It never grows less."""
    kept = [model.pgh_event_model.objects for model in (Body, ClosedDay)]
    last = [events.aggregate(at=Max("pgh_created_at"))["at"] for events in kept]
    return _Changes(sum(events.count() for events in kept), max(filter(None, last), default=None))
