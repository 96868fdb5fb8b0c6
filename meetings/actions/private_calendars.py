"""The secret address of one person's own calendar. A new one ends the old."""

import pghistory
from django.db import transaction

from meetings.models import PrivateCalendar
from people.models import User


def renew_address(*, seen: str, by: User) -> bool:
    """Made the first time, and anew after that. ``seen`` is the mark of the address that the person had before them.

    False when that is no longer theirs, as when one form was sent twice: nothing happens then.
    """
    with transaction.atomic(), pghistory.context(user=by.pk):
        User.objects.select_for_update(of=("self",), no_key=True).get(pk=by.pk)
        mine = PrivateCalendar.objects.filter(user=by).first()
        if mark_of(mine) != seen:
            return False
        mine = mine or PrivateCalendar(user=by)
        mine.key = PrivateCalendar._meta.get_field("key").get_default()
        mine.save()
    return True


def mark_of(calendar: PrivateCalendar | None) -> str:
    return calendar.made_at.isoformat() if calendar else "none"
