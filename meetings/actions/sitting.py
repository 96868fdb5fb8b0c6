"""How a meeting goes as a whole: opened, adjourned, resumed, closed, or ended for want of a quorum."""

from datetime import datetime, time
from typing import Any

from django.utils import timezone

from meetings.actions.at_the_table import at_the_table
from meetings.actions.locks import Refused
from meetings.actions.programme import settle_entries
from meetings.date_words import joined, listed_date
from meetings.models import AgendaItem, ItemKind, ItemOutcome, Meeting, MeetingState
from meetings.presiding import by_order
from meetings.report.attendance import read_room
from meetings.report.attendance_lines import candidates
from meetings.report.quorum import no_quorum_refusal, quorum_of
from meetings.wording import inquorate
from people.models import User

TO_COME = (MeetingState.RESERVED, MeetingState.CONFIRMED)
NOT_NOW = "This meeting is {}, so it cannot be {} now."
TOO_EARLY = "The meeting is on {}. Open it then."
NOT_TAKEN = "Record first what became of {}, or say that what is left was not reached."
CLOSED_FIRST = "Enter a time of closing after the meeting was opened."


def open_meeting(meeting: Meeting, *, at: time | None = None, by: User, now: datetime) -> bool:
    """False when it is sitting already. Chairman or Vice-Chairman preside unless somebody else was chosen."""
    with at_the_table(meeting, by=by) as kept:
        if kept.state == MeetingState.SITTING:
            return False
        _refuse_unless(kept, TO_COME, "opened")
        if timezone.localdate(now) < kept.on:
            raise Refused(TOO_EARLY.format(listed_date(kept.on)))
        first = by_order(candidates(read_room(kept)))
        presiding = kept.presided_by_id or (first.person if first else None)
        opened_at = at or _minute(now)
        _change(kept, state=MeetingState.SITTING, opened_at=opened_at, presided_by_id=presiding)
    return True


def adjourn_meeting(meeting: Meeting, *, reason: str, by: User) -> bool:
    """The same agenda goes on when it resumes. False when it is adjourned already."""
    with at_the_table(meeting, by=by) as kept:
        if kept.state == MeetingState.ADJOURNED:
            return False
        _refuse_unless(kept, (MeetingState.SITTING,), "adjourned")
        _change(kept, state=MeetingState.ADJOURNED, reason=reason)
    return True


def resume_meeting(meeting: Meeting, *, by: User) -> bool:
    with at_the_table(meeting, by=by) as kept:
        if kept.state == MeetingState.SITTING:
            return False
        _refuse_unless(kept, (MeetingState.ADJOURNED,), "resumed")
        _change(kept, state=MeetingState.SITTING, reason="")
    return True


def close_meeting(
    meeting: Meeting, *, at: time | None = None, rest_not_reached: bool = False, by: User, now: datetime
) -> bool:
    """Held. Every item has its outcome then. False when it was closed already."""
    with at_the_table(meeting, by=by) as kept:
        if kept.state == MeetingState.HELD:
            return False
        _refuse_unless(kept, (MeetingState.SITTING,), "closed")
        left = open_items(kept)
        if left and not rest_not_reached:
            raise Refused(NOT_TAKEN.format(joined([f"“{item.title}”" for item in left])))
        for item in left:
            _set_outcome(item, ItemOutcome.NOT_REACHED)
        closed_at = at or _minute(now)
        if at and kept.opened_at and closed_at < kept.opened_at:
            raise Refused(CLOSED_FIRST)
        _change(kept, state=MeetingState.HELD, closed_at=closed_at)
        settle_entries(kept.items.listed().select_related("programme_entry"), by=by)
    return True


def lapse_meeting(meeting: Meeting, *, by: User, now: datetime) -> bool:
    """No quorum came, or it was lost for good: a note, no minute. What was not taken goes to the next meeting."""
    with at_the_table(meeting, by=by) as kept:
        if kept.state == MeetingState.INQUORATE:
            return False
        _refuse_unless(kept, (*TO_COME, MeetingState.SITTING, MeetingState.ADJOURNED), "ended")
        quorum = quorum_of(read_room(kept), now)
        if why_not := no_quorum_refusal(quorum, kept):
            raise Refused(why_not)
        following = next_meeting(kept)
        for item in open_items(kept):
            _set_outcome(item, ItemOutcome.NOT_REACHED, following)
        note = inquorate(quorum.verdict.counted, quorum.verdict.needed)
        _change(kept, state=MeetingState.INQUORATE, reason=note)
    return True


def open_items(meeting: Meeting) -> list[AgendaItem]:
    """On the agenda, and nothing is recorded of what became of them."""
    items = AgendaItem.objects.listed().filter(meeting=meeting, kind=ItemKind.ITEM, outcome="")
    return list(items.in_order())


def next_meeting(meeting: Meeting) -> Meeting | None:
    later = Meeting.objects.going_on().filter(body=meeting.body_id, on__gt=meeting.on)
    return later.order_by("on").first()


def _set_outcome(item: AgendaItem, outcome: ItemOutcome, to: Meeting | None = None) -> None:
    item.outcome, item.deferred_to = outcome, to
    item.version += 1
    item.save(update_fields=["outcome", "deferred_to", "version"])


def _refuse_unless(meeting: Meeting, states: tuple[MeetingState, ...], done: str) -> None:
    if meeting.state not in states:
        raise Refused(NOT_NOW.format(meeting.get_state_display().lower(), done))


def _minute(now: datetime) -> time:
    return timezone.localtime(now).time().replace(second=0, microsecond=0)


def _change(meeting: Meeting, **details: Any) -> None:
    """Calendar programs take up a new state or reason by its sequence."""
    for name, value in details.items():
        setattr(meeting, name, value)
    meeting.version += 1
    meeting.sequence += 1
    meeting.save()
