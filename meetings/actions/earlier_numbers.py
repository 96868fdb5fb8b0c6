"""Numbers that meetings and items had in the council's earlier system, by which old links find them."""

from django.db import IntegrityError, transaction

from core.access import Permission, demand
from meetings.actions.locks import Refused, one_change, take_turn
from meetings.models import AgendaItem, Meeting
from people.models import User

NUMBER_TAKEN = "Another {} has the number {} already."
NAMES = {Meeting: "meeting", AgendaItem: "item"}


def set_earlier_number(row: Meeting | AgendaItem, *, version: int, number: int | None, by: User) -> bool:
    """Also of a meeting that was held long ago: no issue prints it. False when it has that number already."""
    demand(by, Permission.MANAGE_MEETINGS)
    with one_change(by):
        kept = take_turn(row)
        if kept.legacy_id == number:
            return False
        take_turn(kept, version=version)
        kept.legacy_id, kept.version = number, kept.version + 1
        try:
            with transaction.atomic():
                kept.save(update_fields=["legacy_id", "version"])
        except IntegrityError:  # the database alone knows what another officer gives at this moment
            raise Refused(NUMBER_TAKEN.format(NAMES[type(row)], number)) from None
    return True
