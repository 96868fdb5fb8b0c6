"""The meeting while it sits: its items in order, what became of each, and who is there to be named."""

from dataclasses import dataclass

from core import tags
from meetings.models import (
    Access,
    AgendaIssue,
    AgendaItem,
    AttendanceStatus,
    Capacity,
    Exclusion,
    ItemOutcome,
    Meeting,
)
from meetings.report.agenda_lines import every_line, lines_of
from meetings.report.attendance import Room
from people.models import Person
from people.print_names import name_of

TAG_CLASSES = {
    ItemOutcome.TAKEN: tags.PLAIN,
    ItemOutcome.DEFERRED: tags.STRONG,
    ItemOutcome.WITHDRAWN: tags.QUIET,
    ItemOutcome.NOT_REACHED: tags.QUIET,
}


@dataclass(frozen=True, slots=True)
class ItemLine:
    """``number``: as issued, or as the agenda would print it today. Empty for a heading."""

    item: AgendaItem
    number: str
    tag_class: str = ""
    is_here: bool = False

    @property
    def outcome(self) -> str:
        return self.item.get_outcome_display()


def item_lines(meeting: Meeting, here: int | None = None) -> list[ItemLine]:
    """One query. Those that were taken off the agenda are left out."""
    items = AgendaItem.objects.filter(meeting=meeting).in_order()
    return [
        ItemLine(
            line.item,
            str(line.number or ""),
            TAG_CLASSES[ItemOutcome(line.item.outcome)] if line.item.outcome else "",
            line.item.pk == here,
        )
        for line in every_line(lines_of(items, meeting.body))
    ]


def around(lines: list[ItemLine], here: int) -> tuple[AgendaItem | None, AgendaItem | None]:
    """The items before and after this one."""
    items = [line.item for line in lines if line.number]
    place = next((n for n, item in enumerate(items) if item.pk == here), None)
    if place is None:
        return None, None
    return (items[place - 1] if place else None), (items[place + 1] if place + 1 < len(items) else None)


def members_of(room: Room) -> list[int]:
    """Who may declare an interest or be elected: members of the day, and their substitutes."""
    return [
        *(place.person.pk for place in room.places),
        *(one.person_id for one in room.of(Capacity.SUBSTITUTE)),
    ]


def movers_of(room: Room) -> list[int]:
    """Who may move, second and vote: those in the room. Before anybody is recorded as present, those not away."""
    there = [place.person.pk for place in room.members_there()]
    there += [one.person_id for one in room.of(Capacity.SUBSTITUTE) if room.is_there(one)]
    away = (AttendanceStatus.APOLOGY, AttendanceStatus.ABSENT)
    return there or [place.person.pk for place in room.places if place.status not in away]


def names_of(people: list[int]) -> list[tuple[int, str]]:
    """By surname, for a list to choose from."""
    rows = Person.objects.filter(pk__in=people).order_by("surname", "first_name", "pk")
    return [(person.pk, name_of(person).formal) for person in rows]


def exemptable(meeting: Meeting) -> list[AgendaItem]:
    """Items for which the public may be excluded."""
    items = AgendaItem.objects.listed().filter(meeting=meeting).exclude(access=Access.OPEN)
    return list(items.in_order())


def exclusions_of(meeting: Meeting) -> list[Exclusion]:
    rows = Exclusion.objects.filter(meeting=meeting).select_related("moved_by", "seconded_by")
    return list(rows.prefetch_related("items"))


def cautions(meeting: Meeting) -> list[str]:
    """What speaks against opening the meeting, though it is the chairman's to decide."""
    issued = AgendaIssue.objects.filter(meeting=meeting).exists()
    return [] if issued else ["No agenda was issued for this meeting in the portal."]
