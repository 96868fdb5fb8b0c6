"""Texts appended to the minutes, like that of a verbal update."""

from django.db.models import Max

from meetings.actions.locks import ChangedMeanwhile, take_turn
from meetings.actions.minutes_text import writing
from meetings.models import MeetingMinutes, MinutesAppendix
from people.models import User


def add_appendix(record: MeetingMinutes, *, title: str, body: str, after: int, by: User) -> MinutesAppendix:
    """`after`: the newest appendix that the page knew, so that the same form sent twice adds one."""
    with writing(record, by=by) as kept:
        sent = kept.appendices.filter(pk__gt=after, title=title).first()
        if sent:
            return sent
        last = kept.appendices.aggregate(last=Max("position"))["last"] or 0
        return MinutesAppendix.objects.create(record=kept, position=last + 1, title=title, body=body)


def change_appendix(
    appendix: MinutesAppendix, *, version: int, title: str, body: str, by: User
) -> MinutesAppendix:
    with writing(appendix.record, by=by):
        kept = take_turn(appendix)
        if (kept.title, kept.body) == (title, body):
            return kept
        if kept.version != version:
            raise ChangedMeanwhile(kept)
        kept.title, kept.body = title, body
        kept.version += 1
        kept.save()
    return kept


def remove_appendix(record: MeetingMinutes, pk: int, *, by: User) -> bool:
    """False when it was taken out already."""
    with writing(record, by=by) as kept:
        return bool(kept.appendices.filter(pk=pk).delete()[0])
