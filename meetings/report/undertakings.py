"""The register of undertakings: when each falls due, whether it is late, and where it comes back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from core import tags
from core.access import Permission, may
from meetings.date_words import plain_date
from meetings.due import Due, DueRule, due, due_sentence
from meetings.item_numbers import ItemNumber
from meetings.models import (
    CALLED_OFF,
    PUBLIC,
    Access,
    AgendaIssue,
    AgendaItem,
    DueKind,
    Meeting,
    MeetingState,
    Minute,
    Undertaking,
    UndertakingState,
    UndertakingUpdate,
)
from meetings.readers import read_by_members
from meetings.references import ItemReference
from meetings.report.tables import public_undertakings

NOT_HELD = (*CALLED_OFF, MeetingState.INQUORATE)
LEFT_OPEN = (UndertakingState.OPEN, UndertakingState.UNDERWAY)


@dataclass(frozen=True, slots=True)
class Kept:
    """One undertaking with what is worked out about it on a day. ``reference``: "103(2)", empty before a number."""

    undertaking: Undertaking
    due: Due
    when: str
    is_overdue: bool
    reference: str
    made_at: str
    comes_back: tuple[tuple[str, AgendaItem], ...]
    updates: tuple[UndertakingUpdate, ...]

    @property
    def state(self) -> str:
        return "Overdue" if self.is_overdue else self.undertaking.get_state_display()

    @property
    def is_private(self) -> bool:
        row = self.undertaking
        in_private = any(minute.is_exempt for minute in row.item.minutes.all())
        return row.is_exempt or row.item.is_exempt or in_private

    @property
    def tag_class(self) -> str:
        return tags.STRONG if self.is_overdue else tags.PLAIN

    @property
    def lateness(self) -> str:
        return self.undertaking.get_state_display() if self.is_overdue else ""


def keeps_all(user: Any) -> bool:
    return may(user, Permission.RECORD_MEETINGS) or may(user, Permission.MANAGE_MEETINGS)


def readable(user: Any, posts: Iterable[int] = ()) -> QuerySet[Undertaking]:
    """Officers see all. Others see what published minutes say, and what is asked of a post they hold.

    What was undertaken in exempt business is for those who read the exempt minutes: members with a seat of that day.
    """
    rows = Undertaking.objects.all()
    if keeps_all(user):
        return rows
    own = Q(owner__in=list(posts), is_exempt=False) & ~Q(item__access=Access.EXEMPT)
    entitled = Q(item__meeting__minutes__state__in=PUBLIC, item__meeting__in=read_by_members(user))
    return rows.filter(own | entitled | Q(pk__in=public_undertakings().values("pk")))


def without_exempt(register: Iterable[Kept]) -> list[Kept]:
    """For a file, which goes from hand to hand: exempt business is read on its page alone."""
    return [one for one in register if not one.is_private]


def kept(rows: QuerySet[Undertaking], today: date, *, drafts: bool = True) -> list[Kept]:
    """By meeting, newest first, then in the order of its items. A fixed number of queries.

    ``drafts``: items of agendas that are not issued yet are named too.
    """
    back = AgendaItem.objects.listed().select_related("meeting").order_by("meeting__on", "position")
    if not drafts:
        back = back.filter(
            Q(number__isnull=False) | Exists(AgendaIssue.objects.filter(meeting=OuterRef("meeting")))
        )
    rows = (
        rows.select_related("item__meeting", "owner", "due_meeting", "accepted_by__record__meeting")
        .prefetch_related(
            Prefetch("items", back),
            Prefetch("updates", UndertakingUpdate.objects.select_related("by")),
            Prefetch("item__minutes", Minute.objects.order_by("pk")),
        )
        .order_by("-item__meeting__on", "item__position", "pk")
    )
    days = _meeting_days()
    return [_kept(one, days, today) for one in rows]


def due_for(meeting: Meeting) -> list[Kept]:
    """Undertakings of earlier meetings that are open and fall due by this one, the earliest due first."""
    rows = Undertaking.objects.filter(
        item__meeting__body=meeting.body_id, item__meeting__on__lt=meeting.on, state__in=LEFT_OPEN
    )
    found = [one for one in kept(rows, meeting.on) if one.due.meeting_on and one.due.meeting_on <= meeting.on]
    return sorted(found, key=lambda one: (one.due.meeting_on or meeting.on, one.undertaking.pk))


def due_rule(one: Undertaking) -> DueRule:
    on = one.due_meeting.on if one.due_meeting else one.due_on
    event = one.due_rule.removeprefix("once ").removeprefix("Once ")
    return DueRule(DueKind(one.due_kind), on=on, event=event)


def due_warning(one: Undertaking) -> str:
    """Like "December 2018 holds no meeting."; empty when nothing is to be said."""
    days = _meeting_days()
    return due(
        due_rule(one), made_on=one.item.meeting.on, meetings=days.held, called_off=days.called_off
    ).warning


class _Days(NamedTuple):
    """``called_off``: days of meetings that are not held, each with the day that took its place, if any did."""

    held: Sequence[date]
    called_off: Mapping[date, date | None]


def _meeting_days() -> _Days:
    rows = {row.pk: row for row in Meeting.objects.only("pk", "on", "state", "moved_to").order_by("on")}
    off = {pk: row for pk, row in rows.items() if row.state in NOT_HELD}
    held = [row.on for pk, row in rows.items() if pk not in off]
    return _Days(held, {row.on: _in_its_place(row, rows) for row in off.values() if row.on not in held})


def _in_its_place(meeting: Meeting, all_of_them: Mapping[int, Meeting]) -> date | None:
    """Put off once more, and it is the last day that counts."""
    passed = set()
    while meeting.moved_to_id and meeting.pk not in passed:
        passed.add(meeting.pk)
        meeting = all_of_them[meeting.moved_to_id]
    return None if meeting.state in NOT_HELD else meeting.on


def _kept(one: Undertaking, days: _Days, today: date) -> Kept:
    rule = due_rule(one)
    reported = [update.at.date() for update in one.updates.all() if update.state == UndertakingState.REPORTED]
    found = due(
        rule,
        made_on=one.item.meeting.on,
        meetings=days.held,
        called_off=days.called_off,
        last_reported_on=max(reported, default=None),
    )
    numbers = [minute.number for minute in one.item.minutes.all() if minute.number]
    mark = one.paragraph if one.paragraph.startswith("(") or not one.paragraph else _marked(one.paragraph)
    return Kept(
        undertaking=one,
        due=found,
        when=_when(one, rule, found),
        is_overdue=one.state in LEFT_OPEN and found.is_overdue(today),
        reference=f"{numbers[0]}{mark}" if numbers else "",
        made_at=item_reference(one.item),
        comes_back=tuple((item_reference(item), item) for item in one.items.all()),
        updates=tuple(one.updates.all()),
    )


def _marked(paragraph: str) -> str:
    """ "2(c)" is printed (2)(c)."""
    first, bracket, rest = paragraph.partition("(")
    return f"({first}){bracket}{rest}"


def _when(one: Undertaking, rule: DueRule, found: Due) -> str:
    sentence = due_sentence(rule, found)
    adds = one.due_rule and rule.kind != DueKind.EVENT
    words = f"{one.due_rule[:1].upper()}{one.due_rule[1:]}"
    return f"{sentence} {words.rstrip('.')}." if adds else sentence


def item_reference(item: AgendaItem) -> str:
    """ "Item 8 of 19 Sep 2018"; "the agenda of 19 September 2018" while its number may still change."""
    if item.number is None:
        return f"the agenda of {plain_date(item.meeting.on)}"
    return str(ItemReference(ItemNumber(item.number, item.letter), item.meeting.on))
