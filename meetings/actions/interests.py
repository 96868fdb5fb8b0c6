"""Interests declared at an item, and what came of them."""

from meetings.actions.at_the_table import at_the_item
from meetings.actions.locks import Refused, differs
from meetings.models import AgendaItem, Interest
from people.models import Person, User

OTHERWISE = (
    "This interest of {} is recorded already, otherwise than here: “{}”. If that is wrong, take it out and record it "
    "again."
)


def declare_interest(
    item: AgendaItem,
    *,
    person: Person,
    kind: str,
    nature: str,
    effect: str,
    dispensation: str = "",
    is_on_register: bool = False,
    by: User,
) -> tuple[Interest, bool]:
    """Declared once: the same person in the same item with the same words is the form sent twice.

    What stands is never overwritten: two clerks may have heard it differently.
    """
    came = {"effect": effect, "dispensation": dispensation, "is_on_register": is_on_register}
    with at_the_item(item, by=by) as kept:
        one, is_new = Interest.objects.get_or_create(
            meeting=kept.meeting, item=kept, person=person, kind=kind, nature=nature, defaults=came
        )
        if not is_new and differs(one, came):
            raise Refused(OTHERWISE.format(person, one.get_effect_display()))
    return one, is_new


def remove_interest(pk: int, item: AgendaItem, *, by: User) -> bool:
    """False when it is gone already."""
    with at_the_item(item, by=by) as kept:
        return bool(Interest.objects.filter(item=kept, pk=pk).delete()[0])
