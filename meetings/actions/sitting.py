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
from meetings.report.quorum import Quorum, no_quorum_refusal, quorum_of
from meetings.wording import inquorate, quorum_lost
from people.models import User

TO_COME = (MeetingState.RESERVED, MeetingState.CONFIRMED)
NOT_NOW = "This meeting is {}, so it cannot be {} now."
TOO_EARLY = "The meeting is on {}. Open it then."
NOT_TAKEN = "Record first what became of {}, or say that what is left was not reached."
CLOSED_FIRST = "Enter a time of closing after the meeting was opened."


def open_meeting(meeting: Meeting, *, at: time | None = None, by: User, now: datetime) -> bool:
    """False when it is sitting already. Chairman or Vice-Chairman preside unless somebody else was chosen.

    Without ``at`` it opened this minute; recorded on a later day, when it was to begin.
    """
    with at_the_table(meeting, by=by) as kept:
        if kept.state == MeetingState.SITTING:
            return False
        _refuse_unless(kept, TO_COME, "opened")
        if timezone.localdate(now) < kept.on:
            raise Refused(TOO_EARLY.format(listed_date(kept.on)))
        planned = kept.starts_at or kept.body.starts_at
        opened_at = at or (_minute(now) if _is_the_day(kept, now) else planned)
        _change(kept, state=MeetingState.SITTING, opened_at=opened_at, presided_by_id=_presiding(kept))
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
    """Held. Every item has its outcome then. False when it was closed already.

    Without ``at`` it closed this minute; recorded on a later day, nobody knows when.
    """
    with at_the_table(meeting, by=by) as kept:
        if kept.state == MeetingState.HELD:
            return False
        _refuse_unless(kept, (MeetingState.SITTING,), "closed")
        left = open_items(kept)
        if left and not rest_not_reached:
            raise Refused(NOT_TAKEN.format(joined([f"“{item.title}”" for item in left])))
        for item in left:
            _set_outcome(item, ItemOutcome.NOT_REACHED)
        if at and kept.opened_at and at < kept.opened_at:
            raise Refused(CLOSED_FIRST)
        _end(kept, at=at or (_minute(now) if _is_the_day(kept, now) else None), by=by)
    return True


def lapse_meeting(meeting: Meeting, *, by: User, now: datetime) -> bool:
    """No quorum came: a note, no minute. Lost for good after items were taken: they have their minutes, and the
    meeting was held. What was not taken goes to the next meeting. False when that is recorded already.
    """
    with at_the_table(meeting, by=by) as kept:
        if kept.state == MeetingState.INQUORATE or (kept.state == MeetingState.HELD and kept.reason):
            return False
        _refuse_unless(kept, (*TO_COME, MeetingState.SITTING, MeetingState.ADJOURNED), "ended")
        quorum = quorum_of(read_room(kept), now)
        if why_not := no_quorum_refusal(quorum, kept):
            raise Refused(why_not)
        following = next_meeting(kept)
        for item in open_items(kept):
            _set_outcome(item, ItemOutcome.NOT_REACHED, following)
        note = lapse_note(kept, quorum, now)
        if has_taken(kept):
            _end(kept, at=_minute(now), by=by, reason=note)
        else:
            _change(kept, state=MeetingState.INQUORATE, reason=note)
    return True


def lapse_note(meeting: Meeting, quorum: Quorum, now: datetime) -> str:
    """What ends the meeting, as its note or its minutes tell it."""
    verdict = quorum.verdict
    if has_taken(meeting):
        return quorum_lost(_minute(now), verdict.counted, verdict.needed)
    return inquorate(verdict.counted, verdict.needed)


def has_taken(meeting: Meeting) -> bool:
    """What a quorate meeting did stands, and is minuted."""
    return meeting.items.listed().filter(outcome=ItemOutcome.TAKEN).exists()


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


def _end(meeting: Meeting, *, at: time | None, by: User, reason: str = "") -> None:
    """Whoever presided and was recorded as present only after the opening is known by now."""
    presiding = _presiding(meeting)
    _change(meeting, state=MeetingState.HELD, closed_at=at, reason=reason, presided_by_id=presiding)
    settle_entries(meeting.items.listed().select_related("programme_entry"), by=by)


def _presiding(meeting: Meeting) -> int | None:
    first = by_order(candidates(read_room(meeting)))
    return meeting.presided_by_id or (first.person if first else None)


def _is_the_day(meeting: Meeting, now: datetime) -> bool:
    return timezone.localdate(now) == meeting.on


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
