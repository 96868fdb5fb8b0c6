"""The text of minutes while they are written. Of two clerks at one minute neither loses a word."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db.models import F, Max

from core.access import Permission, demand
from meetings.actions.locks import ChangedMeanwhile, Refused, one_change, take_turn
from meetings.models import AgendaItem, MeetingMinutes, Minute, MinutesState
from people.models import User

WORDS = ("heading", "body", "is_exempt", "public_summary", "corrects")
NOT_OPEN = {
    MinutesState.CHAIRMAN: "These minutes are with the chairman. Take them back to change them.",
    MinutesState.PUBLISHED: "These minutes are published as draft. What is wrong is corrected when they are approved.",
    MinutesState.APPROVED: "These minutes are approved. A correction is a new minute that points back.",
    MinutesState.AMENDED: "These minutes are approved. A correction is a new minute that points back.",
}
NUMBERED = "This minute has its number, so it stays. Write in it that nothing was done."
GONE = "This minute was taken out meanwhile."
TAKEN = "“{}” has a minute already. Take that one out first."
ELSEWHERE = "Choose items of the same meeting."


@contextmanager
def writing(record: MeetingMinutes, *, by: User) -> Iterator[MeetingMinutes]:
    """One transaction in which nobody else writes in these minutes."""
    demand(by, Permission.RECORD_MEETINGS)
    with one_change(by):
        kept = take_turn(record)
        if kept.state in NOT_OPEN:
            raise Refused(NOT_OPEN[MinutesState(kept.state)])
        yield kept


def save_minute(minute: Minute, *, version: int, by: User, **words: Any) -> Minute:
    """The same words sent twice are saved once. Raises ChangedMeanwhile, with what somebody else saved."""
    with writing(minute.record, by=by):
        kept = _kept(minute)
        if _is_same(kept, words):
            return kept
        if kept.version != version:
            raise ChangedMeanwhile(kept)
        return _write(kept, words)


def keep_theirs(minute: Minute, *, by: User, **words: Any) -> Minute:
    """What somebody else saved stands; one's own words stay among the earlier versions."""
    with writing(minute.record, by=by):
        kept = _kept(minute)
        theirs = {name: getattr(kept, name) for name in WORDS}
        if _is_same(kept, words):
            return kept
        _write(kept, words)
        return _write(kept, theirs)


def add_minute(
    record: MeetingMinutes, *, heading: str, item: AgendaItem | None, after: int, by: User
) -> Minute:
    """At the end; `after`: the newest minute that the page knew, so that the same form sent twice adds one."""
    with writing(record, by=by) as kept:
        sent = kept.minutes.filter(pk__gt=after, heading=heading).first()
        if sent:
            return sent
        if item and item.minutes.filter(record=kept).exists():
            raise Refused(TAKEN.format(item.title))
        last = kept.minutes.aggregate(last=Max("position"))["last"] or 0
        minute = Minute.objects.create(record=kept, position=last + 1, heading=heading)
        if item:
            minute.items.add(item)
    return minute


def set_items(minute: Minute, *, items: Collection[AgendaItem], version: int, by: User) -> bool:
    """Items that were taken together have one minute. False when it is of these already."""
    with writing(minute.record, by=by) as record:
        kept = _kept(minute)
        wanted = {item.pk for item in items}
        if set(kept.items.values_list("pk", flat=True)) == wanted:
            return False
        if kept.version != version:
            raise ChangedMeanwhile(kept)
        for item in items:
            if item.meeting_id != record.meeting_id:
                raise Refused(ELSEWHERE)
            if item.minutes.filter(record=record).exclude(pk=kept.pk).exists():
                raise Refused(TAKEN.format(item.title))
        kept.items.set(items)
        _write(kept, {})
    return True


def remove_minute(minute: Minute, *, version: int, by: User) -> None:
    """Its words stay in the history; its items may have another minute."""
    with writing(minute.record, by=by):
        kept = _kept(minute)
        if kept.number:
            raise Refused(NUMBERED)
        if kept.version != version:
            raise ChangedMeanwhile(kept)
        kept.items.clear()
        kept.delete()


def move_minute(minute: Minute, *, up: bool, by: User) -> bool:
    """Past its neighbour; False at the end of the list. Numbers that are drawn stay where they are."""
    with writing(minute.record, by=by) as record:
        kept = _kept(minute)
        others = record.minutes.exclude(pk=kept.pk)
        before = others.filter(position__lt=kept.position).order_by("-position")
        following = others.filter(position__gt=kept.position).order_by("position")
        other = (before if up else following).first()
        if other is None:
            return False
        if kept.number or other.number:
            raise Refused(NUMBERED)
        _swap(kept, other)
    return True


def _kept(minute: Minute) -> Minute:
    kept = Minute.objects.select_for_update(of=("self",)).filter(pk=minute.pk).first()
    if kept is None:
        raise Refused(GONE)
    return kept


def _is_same(minute: Minute, words: Mapping[str, Any]) -> bool:
    return all(getattr(minute, name) == value for name, value in words.items())


def _write(minute: Minute, words: Mapping[str, Any]) -> Minute:
    for name, value in words.items():
        setattr(minute, name, value)
    minute.version += 1
    minute.save()
    return minute


def _swap(one: Minute, other: Minute) -> None:
    one.position, other.position = other.position, one.position
    for minute in (one, other):
        Minute.objects.filter(pk=minute.pk).update(position=minute.position, version=F("version") + 1)
