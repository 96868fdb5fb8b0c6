"""Minutes go to the chairman, who reads them, agrees, or asks for changes; then they are published as draft."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256

import pghistory
from django.core.exceptions import PermissionDenied

from core.access import Permission, demand, may
from meetings.actions.locks import Refused, one_change, take_turn
from meetings.linter.minutes_checks import held_minutes
from meetings.linter.registry import findings_in
from meetings.minute_numbers import NumberFormat, numbered
from meetings.minutes_readers import checks_minutes
from meetings.models import Body, MeetingMinutes, MeetingState, Minute, MinutesState
from meetings.report.agenda_issuing import canonical
from meetings.report.minutes import kept_from, minutes_in_order, paper_of
from meetings.report.minutes_material import material_of
from meetings.report.minutes_series import numbers_to_draw, series_of
from people.models import User

EMPTY = "There is no minute to send. Write one first."
NOT_WRITTEN = "These minutes are {}, so they cannot be sent to the chairman now."
NOT_THERE = "These minutes are {}, so there is nothing to check now."
NOT_YOURS = (
    "The chairman of the meeting checks its minutes. An officer records it with a word on how they know."
)
SAY_HOW = "Say how you know that the chairman agrees. For example, by e-mail on 3 October."
NOT_AGREED = "The chairman has not agreed to these minutes yet."
CHANGED = (
    "What was recorded of the meeting has changed since the chairman agreed. Take the minutes back and send them "
    "again."
)
SECOND_PERSON = (
    "{} was exempt, and gives initials with ages. You sent these minutes to the chairman, so another officer "
    "publishes them."
)
NOT_PUBLISHED = "These minutes are {}, so they cannot be withdrawn."


def send_to_chairman(record: MeetingMinutes, *, by: User) -> bool:
    """False when they are with the chairman already."""
    with _turn(record, by) as kept:
        if kept.state == MinutesState.CHAIRMAN:
            return False
        _refuse_unless(kept, MinutesState.DRAFTING, NOT_WRITTEN)
        if not kept.minutes.exists():
            raise Refused(EMPTY)
        _change(kept, state=MinutesState.CHAIRMAN, chairman_note="", sent_by=by)
    return True


def take_back(record: MeetingMinutes, *, by: User) -> bool:
    """To change them. What was agreed to is agreed no longer."""
    with _turn(record, by) as kept:
        if kept.state == MinutesState.DRAFTING:
            return False
        _refuse_unless(kept, MinutesState.CHAIRMAN, NOT_THERE)
        _change(kept, state=MinutesState.DRAFTING, **NOT_AGREED_TO)
    return True


def ask_for_changes(record: MeetingMinutes, *, note: str, by: User) -> bool:
    """By the chairman, or by an officer who was told. They go back to be written."""
    with _turn(record, by, is_checked=True) as kept:
        if kept.state == MinutesState.DRAFTING and kept.chairman_note == note:
            return False
        _refuse_unless(kept, MinutesState.CHAIRMAN, NOT_THERE)
        _change(kept, state=MinutesState.DRAFTING, chairman_note=note, **NOT_AGREED_TO)
    return True


def agree(record: MeetingMinutes, *, note: str = "", by: User, now: datetime) -> bool:
    """False when that is recorded already. What is agreed to is what stands now."""
    with _turn(record, by, is_checked=True) as kept:
        if kept.agreed_at and kept.state == MinutesState.CHAIRMAN:
            return False
        _refuse_unless(kept, MinutesState.CHAIRMAN, NOT_THERE)
        if not checks_minutes(by, kept) and not note.strip():
            raise Refused(SAY_HOW)
        print_of = fingerprint(kept)
        _change(kept, agreed_at=now, agreed_by=by, agreed_note=note.strip(), agreed_sha256=print_of)
    return True


def publish_minutes(record: MeetingMinutes, *, by: User, now: datetime) -> bool:
    """As draft, for everybody. Numbers are drawn, and stay, as do the names of who was there: a member who marries
    or is knighted later was called otherwise then. False when they are published already.
    """
    with _turn(record, by) as kept:
        if kept.is_public:
            return False
        _refuse_unready(kept, by)
        if kept.meeting.state != MeetingState.INQUORATE:
            _draw_numbers(kept)
        _change(kept, state=MinutesState.PUBLISHED, published_at=now, head=kept_from(kept))
    return True


def withdraw_minutes(record: MeetingMinutes, *, reason: str, by: User) -> bool:
    """From everybody's eyes, when something in them must not be read. Their numbers stay with them."""
    with _turn(record, by) as kept, pghistory.context(reason=reason):
        if kept.state == MinutesState.DRAFTING:
            return False
        _refuse_unless(kept, MinutesState.PUBLISHED, NOT_PUBLISHED)
        _change(kept, state=MinutesState.DRAFTING, published_at=None, head=None, **NOT_AGREED_TO)
    return True


def fingerprint(record: MeetingMinutes) -> str:
    """Of every word, exempt ones too; numbers may still be drawn differently."""
    paper = paper_of(record, exempt=True)
    for minute in [*paper["open"], *paper["exempt"]]:
        minute["number"] = ""
    return sha256(canonical(paper).encode()).hexdigest()


NOT_AGREED_TO = {"agreed_at": None, "agreed_by": None, "agreed_note": "", "agreed_sha256": ""}


@contextmanager
def _turn(record: MeetingMinutes, by: User, *, is_checked: bool = False) -> Iterator[MeetingMinutes]:
    """``is_checked``: also for the chairman, who is no officer."""
    if not is_checked:
        demand(by, Permission.RECORD_MEETINGS)
    with one_change(by):
        take_turn(
            record.meeting
        )  # whoever records the meeting waits, so that what is printed is what is checked
        kept = take_turn(record)
        if is_checked and not (may(by, Permission.RECORD_MEETINGS) or checks_minutes(by, kept)):
            raise PermissionDenied(NOT_YOURS)
        yield kept


def _refuse_unless(record: MeetingMinutes, state: MinutesState, says: str) -> None:
    if record.state != state:
        raise Refused(says.format(record.get_state_display().lower()))


def _refuse_unready(record: MeetingMinutes, by: User) -> None:
    if record.state != MinutesState.CHAIRMAN or not record.agreed_at:
        raise Refused(NOT_AGREED)
    if fingerprint(record) != record.agreed_sha256:
        raise Refused(CHANGED)
    material = material_of(record)
    if blocks := [finding for finding in findings_in(material) if finding.is_block]:
        raise Refused(blocks[0].sentence)
    if record.sent_by_id == by.pk and (held := held_minutes(material)):
        raise Refused(SECOND_PERSON.format(held[0].name))


def _draw_numbers(record: MeetingMinutes) -> None:
    """Whoever publishes minutes of the same body at the same moment waits here."""
    meeting = record.meeting
    Body.objects.select_for_update().get(pk=meeting.body_id)
    try:
        series = series_of(meeting)
    except ValueError as unknown:
        raise Refused(str(unknown)) from None
    minutes: Sequence[Minute] = minutes_in_order(record)
    form = NumberFormat(meeting.body.number_format)
    for minute, number in zip(minutes, numbers_to_draw(minutes, series), strict=True):
        if minute.number is None:
            printed = numbered(number, form, meeting_on=meeting.on, sequence_began_on=series.began_on)
            minute.number, minute.number_year, minute.series = number, printed.year, series.key
            minute.save(update_fields=["number", "number_year", "series"])


def _change(record: MeetingMinutes, **details: object) -> None:
    for name, value in details.items():
        setattr(record, name, value)
    record.version += 1
    record.save()
