"""The order of an agenda: one step up or down, or the whole order at once. Numbers that were issued stay."""

from collections.abc import Sequence

from core.access import Permission
from meetings.actions.agenda_turns import turn
from meetings.actions.locks import Refused
from meetings.models import AgendaItem, ItemKind, Meeting
from meetings.report.agenda_lines import in_print_order
from meetings.standing_order import ORDER, REPORTS_STAND_BEFORE
from people.models import User

RANKS = {item.key.value: rank for rank, item in enumerate(ORDER)}
ORDER_CHANGED = "The agenda has changed since this page loaded, so its order was left as it is. Try again."
NUMBER_ISSUED = "This item was issued with its number, so it keeps its place."


def place(item: AgendaItem) -> None:
    """Saves a new item at its place in the order of business, under the meeting's lock; others move down."""
    listed = _listed(item.meeting)
    item.position = 1 + max(
        (one.position for one in AgendaItem.objects.filter(meeting=item.meeting)), default=0
    )
    item.save()
    if item.parent_id:
        listed.append(item)
    else:
        listed.insert(_place_of(item, listed), item)
    _number(item.meeting, listed)


def move_item(item: AgendaItem, *, by: User, up: bool) -> None:
    """One step among its like: items in their part of the agenda, parts below their item."""
    with turn(item.meeting_id, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        listed = _listed(meeting)
        item = next((one for one in listed if one.pk == item.pk), item)
        like = [one for one in listed if _is_like(one, item)]
        if item not in like:
            return
        here = like.index(item)
        there = here - 1 if up else here + 1
        if not 0 <= there < len(like):
            return
        _refuse_if_issued([item, like[there]])
        like[here], like[there] = like[there], like[here]
        _number(meeting, _with_order(listed, like))


def order_items(meeting_pk: int, *, by: User, order: Sequence[int]) -> None:
    """Every item by its id in the new order; parts go with their item, open items stay before exempt ones."""
    with turn(meeting_pk, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        listed = _listed(meeting)
        heads = {item.pk: item for item in listed if not item.parent_id}
        if sorted(order) != sorted(heads):
            raise Refused(ORDER_CHANGED)
        before = [pk for pk in heads if heads[pk].number]
        if [pk for pk in order if heads[pk].number] != before:
            raise Refused(NUMBER_ISSUED)
        _number(meeting, _with_order(listed, [heads[pk] for pk in order]))


def _listed(meeting: Meeting) -> list[AgendaItem]:
    return list(in_print_order(AgendaItem.objects.listed().filter(meeting=meeting)))


def _is_like(one: AgendaItem, other: AgendaItem) -> bool:
    return (one.parent_id, one.is_exempt) == (other.parent_id, other.is_exempt)


def _place_of(item: AgendaItem, listed: list[AgendaItem]) -> int:
    """Before the first line that stands later in the order of business; at the end of its part otherwise."""
    rank = _rank(item)
    later = [place for place, one in enumerate(listed) if not one.parent_id and _stands_later(one, rank)]
    return later[0] if later and item.kind == ItemKind.ITEM else len(listed)


def _rank(item: AgendaItem) -> float:
    return RANKS.get(item.standing_key, RANKS[REPORTS_STAND_BEFORE] - 0.5)


def _stands_later(one: AgendaItem, rank: float) -> bool:
    return one.number is None and (one.is_exempt or (one.standing_key in RANKS and _rank(one) > rank))


def _with_order(listed: list[AgendaItem], like: Sequence[AgendaItem]) -> list[AgendaItem]:
    """`listed` with the places that hold any of `like` filled in their new order."""
    moved, among = iter(like), {item.pk for item in like}
    return [next(moved) if item.pk in among else item for item in listed]


def _refuse_if_issued(items: Sequence[AgendaItem]) -> None:
    if all(item.number for item in items):
        raise Refused(NUMBER_ISSUED)


def _number(meeting: Meeting, listed: list[AgendaItem]) -> None:
    """Places from 1 on, then those that were taken off. Only what moved is written."""
    gone = AgendaItem.objects.filter(meeting=meeting, withdrawn_at__isnull=False).in_order()
    for position, item in enumerate([*_below_their_items(listed), *gone], 1):
        if item.position != position:
            item.position = position
            item.save(update_fields=["position"])


def _below_their_items(listed: list[AgendaItem]) -> list[AgendaItem]:
    return [
        one
        for head in listed
        if not head.parent_id
        for one in (head, *(item for item in listed if item.parent_id == head.pk))
    ]
