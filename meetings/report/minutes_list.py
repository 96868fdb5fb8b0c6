"""Meetings that were held, each with how far its minutes are."""

from dataclasses import dataclass

from meetings.actions.minutes_start import STARTED_FROM
from meetings.models import Meeting, MeetingMinutes, MinutesState
from meetings.report.published import with_what_is_published

MOST = 24  # three years or more of meetings


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    meeting: Meeting
    state: str
    next_step: str


def held_meetings() -> list[HeldMeeting]:
    """The latest first."""
    held = with_what_is_published(Meeting.objects.filter(state__in=STARTED_FROM).order_by("-on"))[:MOST]
    return [_line(meeting, getattr(meeting, "minutes", None)) for meeting in held]


def _line(meeting: Meeting, record: MeetingMinutes | None) -> HeldMeeting:
    if record is None:
        return HeldMeeting(meeting, "Not begun", "Begin them")
    return HeldMeeting(meeting, record.get_state_display(), _next_step(record))


def _next_step(record: MeetingMinutes) -> str:
    if record.state == MinutesState.DRAFTING:
        return "Change what the chairman asked for" if record.chairman_note else "Send them to the chairman"
    if record.state == MinutesState.CHAIRMAN:
        return "Publish them" if record.agreed_at else "The chairman agrees"
    if record.state == MinutesState.PUBLISHED:
        return "A later meeting approves them"
    return "" if record.signed_on else "Record the signature"
