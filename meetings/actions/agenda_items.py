"""Lines of an agenda: added, changed, taken off and put back, as long as the meeting is still to come."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Max
from django.utils import timezone

from core.access import Permission
from meetings.actions.agenda_order import place
from meetings.actions.agenda_turns import turn
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.actions.paper_shelves import settle
from meetings.actions.programme import put_on_agenda, take_off_agenda
from meetings.models import (
    Access,
    AgendaItem,
    ItemKind,
    Meeting,
    Paper,
    Undertaking,
)
from meetings.report.agenda_issuing import why_not_drafted
from people.models import Person, User

HEADING_HAS_NO_PARTS = "Only an item has parts: a heading and a part have none."
PARTS_AGREE = (
    "An item and its parts are all open or all exempt. Change the others, or make it an item of its own."
)
PART_OF_NOTHING = "Put back the item that this is a part of first."
HAS_MINUTES = "This item was dealt with at a meeting, so it stays on the agenda."


def refuse_unless_drafted(meeting: Meeting) -> None:
    if why_not := why_not_drafted(meeting):
        raise Refused(why_not)


def add_item(
    meeting_pk: int,
    *,
    by: User,
    title: str,
    kind: str = ItemKind.ITEM,
    parent_pk: int | None = None,
    after: int | None = None,
    **fields: Any,
) -> AgendaItem:
    """At its place in the order of business. `after` is the newest item that the writer's page knew of: the same
    title once more since then is the same form sent twice, and gives the item that stands.
    """
    with turn(meeting_pk, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        refuse_unless_drafted(meeting)
        parent = _parent(meeting, parent_pk)
        if after is not None and (sent := _sent_before(meeting, title, parent, after)):
            return sent
        access = parent.access if parent and parent.is_exempt else Access.OPEN
        item = AgendaItem(
            meeting=meeting,
            position=0,
            title=title.strip(),
            kind=kind,
            parent=parent,
            access=access,
            **fields,
        )
        if parent and parent.is_exempt:
            item.paragraphs, item.exempt_reason = parent.paragraphs, parent.exempt_reason
            item.public_interest = parent.public_interest
        place(item)
    return item


def newest_item(meeting: Meeting) -> int:
    """What `add_item` is told as `after`."""
    return AgendaItem.objects.filter(meeting=meeting).aggregate(newest=Max("pk"))["newest"] or 0


def change_item(
    item: AgendaItem,
    *,
    by: User,
    version: int,
    words: Mapping[str, Any],
    undertakings: Collection[Undertaking] | None = None,
) -> AgendaItem:
    """Title, purpose, lead, paper, and the undertakings that it answers. The same words sent twice are saved once.

    Raises ChangedMeanwhile with what somebody else saved since `version` was read.
    """
    with turn(item.meeting_id, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        refuse_unless_drafted(meeting)
        item = save_words(_locked(item), words, version=version)
        if undertakings is not None:
            item.undertakings.set(undertakings)
        return item


def change_access(
    item: AgendaItem,
    *,
    by: User,
    version: int,
    access: str,
    paragraphs: Collection[int] = (),
    exempt_reason: str = "",
    public_interest: str = "",
    private_title: str = "",
    private_purpose: str = "",
) -> AgendaItem:
    """Open, open with an exempt paper, or exempt. What is private goes with the exemption."""
    words: dict[str, Any] = {
        "paragraphs": sorted(paragraphs),
        "exempt_reason": exempt_reason,
        "public_interest": public_interest,
        "private_title": private_title,
        "private_purpose": private_purpose,
    }
    if access == Access.OPEN:
        words = {name: [] if name == "paragraphs" else "" for name in words}
    with turn(item.meeting_id, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        refuse_unless_drafted(meeting)
        item = _locked(item)
        _refuse_unless_parts_agree(item, access)
        item = save_words(item, {"access": access, **words}, version=version)
        settle(Paper.objects.filter(item=item).select_related("item"))
        return item


def hold_urgent(
    item: AgendaItem, *, by: User, version: int, reason: str, chairman: Person | None, at: datetime | None
) -> AgendaItem:
    """The chairman's special circumstances, which the minutes will state. Without a reason they are taken back."""
    words = {"urgency_reason": reason, "urgency_by": chairman, "urgency_at": at}
    if not reason:
        words = {"urgency_reason": "", "urgency_by": None, "urgency_at": None}
    with turn(item.meeting_id, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        refuse_unless_drafted(meeting)
        return save_words(_locked(item), words, version=version)


def withdraw_item(item: AgendaItem, *, by: User, at: datetime | None = None) -> AgendaItem:
    """Off the agenda, with its parts. A number that was issued is not given again."""
    with turn(item.meeting_id, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        refuse_unless_drafted(meeting)
        item = _locked(item)
        if item.outcome:
            raise Refused(HAS_MINUTES)
        for one in [item, *item.parts.filter(withdrawn_at=None)]:
            one.withdrawn_at = one.withdrawn_at or at or timezone.now()
            one.save(update_fields=["withdrawn_at"])
            if one.programme_entry:
                take_off_agenda(one.programme_entry, meeting, by=by)
    return item


def restore_item(item: AgendaItem, *, by: User) -> AgendaItem:
    with turn(item.meeting_id, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        refuse_unless_drafted(meeting)
        item = _locked(item)
        if item.parent and item.parent.withdrawn_at:
            raise Refused(PART_OF_NOTHING)
        item.withdrawn_at = None
        item.save(update_fields=["withdrawn_at"])
        if item.programme_entry:
            put_on_agenda(item.programme_entry, meeting, by=by)
    return item


def save_words(item: AgendaItem, words: Mapping[str, Any], *, version: int) -> AgendaItem:
    """Under the meeting's lock."""
    if all(getattr(item, name) == value for name, value in words.items()):
        return item
    if item.version != version:
        raise ChangedMeanwhile(item)
    for name, value in words.items():
        setattr(item, name, value)
    item.version += 1
    item.save(update_fields=[*words, "version"])
    return item


def _locked(item: AgendaItem) -> AgendaItem:
    return AgendaItem.objects.select_for_update(of=("self",), no_key=True).get(pk=item.pk)


def _parent(meeting: Meeting, pk: int | None) -> AgendaItem | None:
    if pk is None:
        return None
    parent = AgendaItem.objects.listed().filter(meeting=meeting, pk=pk).first()
    if parent is None or parent.parent_id or parent.kind == ItemKind.HEADING:
        raise Refused(HEADING_HAS_NO_PARTS)
    return parent


def _sent_before(meeting: Meeting, title: str, parent: AgendaItem | None, after: int) -> AgendaItem | None:
    same = AgendaItem.objects.listed().filter(meeting=meeting, title=title.strip(), parent=parent)
    return same.filter(pk__gt=after).first()


def _refuse_unless_parts_agree(item: AgendaItem, access: str) -> None:
    is_exempt = access == Access.EXEMPT
    others = [item.parent] if item.parent else item.parts.filter(withdrawn_at=None)
    if any(other.is_exempt != is_exempt for other in others):
        raise Refused(PARTS_AGREE)
