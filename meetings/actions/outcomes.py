"""What became of one item: taken, alone or with others, put off, withdrawn, or not reached."""

from django.db.models import Max

from meetings.actions.at_the_table import at_the_item
from meetings.actions.locks import Refused, take_turn
from meetings.actions.programme import settle_entries
from meetings.models import AgendaItem, Exclusion, ItemOutcome, Meeting, MeetingState
from people.models import User

TAKEN_FIRST = "Record “{}” as taken first, then take this item together with it."
UNDECIDED = "Record first whether the meeting excluded the public for this item."
ANOTHER_MEETING = "An item is taken together with one of the same meeting."


def record_outcome(
    item: AgendaItem,
    *,
    version: int,
    outcome: str,
    outcome_note: str = "",
    deferred_to: Meeting | None = None,
    taken_order: int | None = None,
    together_with: AgendaItem | None = None,
    by: User,
) -> AgendaItem:
    """Items with the same place in the order were taken together. The same words sent twice are saved once."""
    with at_the_item(item, by=by) as kept:
        if outcome == ItemOutcome.TAKEN:
            _refuse_undecided(kept)
            taken_order = _order(kept, taken_order, together_with)
        words = {
            "outcome": outcome,
            "outcome_note": outcome_note,
            "deferred_to": deferred_to if outcome == ItemOutcome.DEFERRED else None,
            "taken_order": taken_order if outcome == ItemOutcome.TAKEN else None,
        }
        if any(getattr(kept, name) != value for name, value in words.items()):
            take_turn(kept, version=version)
            for name, value in words.items():
                setattr(kept, name, value)
            kept.version += 1
            kept.save(update_fields=[*words, "version"])
            if kept.meeting.state == MeetingState.HELD:
                settle_entries([kept], by=by)
    return kept


def _refuse_undecided(item: AgendaItem) -> None:
    """An exempt item is taken without the public by resolution, or in public when that was refused."""
    if item.is_exempt and not Exclusion.objects.filter(items=item).exists():
        raise Refused(UNDECIDED)


def _order(item: AgendaItem, given: int | None, together: AgendaItem | None) -> int:
    if together is not None:
        if together.meeting_id != item.meeting_id:
            raise Refused(ANOTHER_MEETING)
        if together.taken_order is None:
            raise Refused(TAKEN_FIRST.format(together.title))
        return together.taken_order
    if given is not None:
        return given
    if item.taken_order is not None:
        return item.taken_order
    last = AgendaItem.objects.filter(meeting=item.meeting).aggregate(last=Max("taken_order"))["last"]
    return (last or 0) + 1
