"""The council's own list of days on which its offices are closed."""

from datetime import date

import pghistory
from django.db import transaction

from core.access import Permission, demand
from meetings.actions.locks import Refused
from meetings.closed_days import bank_holiday_name
from meetings.date_words import listed_date
from meetings.models import ClosedDay, ClosedDayKind
from meetings.notice import SATURDAY
from people.models import User

WEEKEND = "{} is in the weekend, when the offices are closed anyway."
KNOWN = "{} is a bank holiday that the portal knows already: {}."


def add_closed_day(*, on: date, name: str, kind: ClosedDayKind, known_since: date, by: User) -> bool:
    """False when it stands in the list as it was entered, as when one form was sent twice."""
    demand(by, Permission.MANAGE_MEETINGS)
    if on.weekday() >= SATURDAY:
        raise Refused(WEEKEND.format(listed_date(on)))
    if known := bank_holiday_name(on):
        raise Refused(KNOWN.format(listed_date(on), known))
    with transaction.atomic(), pghistory.context(user=by.pk):
        if ClosedDay.objects.filter(on=on, name=name, kind=kind, known_since=known_since).exists():
            return False
        day = ClosedDay(on=on, name=name, kind=kind, known_since=known_since)
        day.full_clean()
        day.save()
    return True


def remove_closed_day(day: ClosedDay, *, by: User) -> None:
    """Entered by mistake. The history keeps that it was there."""
    demand(by, Permission.MANAGE_MEETINGS)
    with transaction.atomic(), pghistory.context(user=by.pk):
        day.delete()
