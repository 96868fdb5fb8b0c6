"""What is said of a meeting wherever it is named: when and where it is, and whether it is held as planned."""

from core import tags
from meetings.date_words import clock, listed_date
from meetings.models import Meeting, MeetingState

TAG_CLASSES = {
    MeetingState.RESERVED: tags.QUIET,
    MeetingState.CANCELLED: tags.STRONG,
    MeetingState.POSTPONED: tags.STRONG,
    MeetingState.INQUORATE: tags.STRONG,
    MeetingState.ADJOURNED: tags.STRONG,
}


def day_of(meeting: Meeting) -> str:
    """ "Thursday 1 November 2018"."""
    return listed_date(meeting.on)


def time_and_place(meeting: Meeting) -> str:
    """ "10.00 am, Darent Room, Sessions House"; less when less is known."""
    return ", ".join(filter(None, [clock(meeting.starts_at) if meeting.starts_at else "", meeting.venue]))


def notice(meeting: Meeting) -> str:
    """Why it is not held as planned, in a sentence for everybody; empty while all is well."""
    reason = _sentence(meeting.reason)
    if meeting.state == MeetingState.POSTPONED:
        to = f"Moved to {day_of(meeting.moved_to)}" if meeting.moved_to else "Put off; no new date yet"
        return f"{to}. {reason}"
    if meeting.state == MeetingState.CANCELLED:
        return f"Cancelled. {reason}"
    if meeting.state == MeetingState.INQUORATE:
        return f"Not held. {reason}"
    if meeting.state == MeetingState.HELD:
        return reason
    return f"Adjourned. {reason}" if meeting.state == MeetingState.ADJOURNED else ""


def _sentence(text: str) -> str:
    words = " ".join(text.split())
    return words if not words or words.endswith((".", "!", "?")) else f"{words}."
