"""What the minutes of a meeting begin with: one for each item, in the order taken, from what was recorded."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import Prefetch

from meetings.exempt_wording import exclusion_refused, exclusion_resolved, public_readmitted
from meetings.item_numbers import ItemNumber
from meetings.models import AgendaItem, Exclusion, Interest, ItemKind, Meeting, MeetingState
from meetings.report.attendance import attendance_blocks
from meetings.report.minutes_sentences import Recorded, paragraphs_of
from people.print_names import name_of

EXCLUSION = "Exclusion of the press and public"
INQUORATE = "No quorum"
QUORUM_LOST = "End of the meeting"


@dataclass(frozen=True, slots=True)
class Grown:
    """One minute before anybody has edited it. ``paragraphs`` are plain words; a list of them are its bullets."""

    heading: str
    paragraphs: list[str | list[str]]
    items: list[AgendaItem] = field(default_factory=list)
    is_exempt: bool = False


def grown(meeting: Meeting) -> list[Grown]:
    """A meeting without a quorum gives one note."""
    if meeting.state == MeetingState.INQUORATE:
        return [Grown(INQUORATE, [meeting.reason])]
    recorded = _recorded(meeting)
    waiting = list(meeting.exclusions.prefetch_related("items").order_by("pk"))
    found: list[Grown] = []
    for together in _taken(meeting):
        for exclusion in [one for one in waiting if set(one.items.all()) & set(together)]:
            waiting.remove(exclusion)
            found.append(Grown(EXCLUSION, _exclusion(exclusion)))
        found.append(_minute(together, recorded))
    if meeting.reason:  # why it ended before it was through
        found.append(Grown(QUORUM_LOST, [meeting.reason]))
    return found


def _taken(meeting: Meeting) -> Iterator[list[AgendaItem]]:
    """In the order taken, those not taken at their place on the agenda; items taken together in one."""
    items = AgendaItem.objects.listed().filter(meeting=meeting, kind=ItemKind.ITEM)
    listed = list(
        items.in_order()
        .select_related("deferred_to", "election", "urgency_by")
        .prefetch_related("resolutions", "approves_minutes_of__minutes", Prefetch("interests", _interests()))
    )
    parents = {item.parent_id for item in listed}
    printed = [item for item in listed if item.pk not in parents or item.outcome]
    for _, group in groupby(_by_order(printed), lambda pair: pair[0]):
        yield [item for _, item in group]


def _by_order(items: list[AgendaItem]) -> list[tuple[tuple[int, int], AgendaItem]]:
    """One that was not taken stands after the one before it on the agenda."""
    placed, last = [], 0
    for position, item in enumerate(items):
        last = item.taken_order if item.taken_order is not None else last
        placed.append(((last, 0 if item.taken_order is not None else position + 1), item))
    return sorted(placed, key=lambda pair: pair[0])


def _minute(items: list[AgendaItem], recorded: Recorded) -> Grown:
    is_exempt = all(item.is_exempt and not _was_open(item) for item in items)
    titles = [(is_exempt and item.private_title) or item.title for item in items]
    paragraphs = [paragraph for item in items for paragraph in paragraphs_of(item, recorded)]
    return Grown(" and ".join(titles)[:250], paragraphs, items, is_exempt)


def _was_open(item: AgendaItem) -> bool:
    """The meeting's latest word on it was that the public stays."""
    latest = item.exclusions.order_by("-pk").first()
    return latest is not None and not latest.is_resolved


def _exclusion(exclusion: Exclusion) -> list[str | list[str]]:
    items = [ItemNumber(item.number, item.letter) for item in exclusion.items.all() if item.number]
    if not items:
        return [EXCLUSION]
    if not exclusion.is_resolved:
        return [exclusion_refused(items)]
    moved = ""
    if exclusion.moved_by and exclusion.seconded_by:
        moved = f"{name_of(exclusion.moved_by).formal} moved and {name_of(exclusion.seconded_by).formal} seconded "
    said = exclusion_resolved(items, exclusion.paragraphs)
    readmitted = [public_readmitted(exclusion.readmitted_at)] if exclusion.readmitted_at else []
    return [*([f"{moved}that the public be excluded."] if moved else []), said, *readmitted]


def _recorded(meeting: Meeting) -> Recorded:
    return Recorded(meeting, attendance_blocks(meeting), list(_interests().filter(meeting=meeting)))


def _interests():
    return Interest.objects.select_related("person", "item").order_by("pk")
