"""Gathers what the checks of minutes read."""

from collections.abc import Iterator

from core.richtext import plain_text
from meetings.date_words import plain_date
from meetings.linter import minutes_checks  # noqa: F401 - registers its checks
from meetings.linter.findings import Finding, Place
from meetings.linter.minutes_material import KnownName, MinuteMaterial, MinutesMaterial
from meetings.linter.registry import findings_in
from meetings.minute_text import minute_text
from meetings.models import (
    AgendaItem,
    Capacity,
    DueKind,
    ItemKind,
    ItemOutcome,
    MeetingMinutes,
    MeetingState,
    Minute,
    Undertaking,
    UndertakingState,
)
from meetings.report.agenda_linting import planned_days
from meetings.report.attendance import Room, read_room
from meetings.report.minutes import minutes_in_order
from meetings.report.minutes_decisions import decisions_of
from meetings.report.minutes_since import Since, recorded_since
from meetings.report.voters import odd_votes
from people.models import Person
from people.print_names import name_of


def minutes_findings(record: MeetingMinutes) -> list[Finding]:
    return findings_in(material_of(record))


def material_of(record: MeetingMinutes) -> MinutesMaterial:
    meeting, minutes = record.meeting, minutes_in_order(record)
    room = read_room(meeting)
    write = Place("meetings:minutes_write", meeting.pk)
    undertaken = _undertaken(record)
    earlier = _taken_here(record)
    told = [one for minute in minutes for one in _minute(minute, undertaken)]
    since = recorded_since(record, minutes)
    appended = [
        MinuteMaterial(
            f"The appendix “{one.title}”", plain_text(one.body), Place("meetings:appendix_edit", one.pk)
        )
        for one in record.appendices.all()
    ]
    return MinutesMaterial(
        meeting_on=meeting.on,
        meetings=planned_days(meeting),
        minutes=(*told, *appended),
        names=_names(room),
        protected=tuple(meeting.body.protected_names.values_list("name", flat=True)),
        strangers=tuple(
            (name_of(one.person).formal, Place("meetings:attendance_record", meeting.pk))
            for one in room.of(Capacity.MEMBER)
        ),
        left_out=tuple((title, write) for title in _left_out(record)),
        unapproved=tuple(
            (plain_date(one.meeting.on), Place("meetings:minutes_approve", one.meeting_id))
            for one in earlier
            if one.is_public and not one.is_approved
        ),
        unpublished=tuple(
            (plain_date(one.meeting.on), Place("meetings:minutes_write", one.meeting_id))
            for one in earlier
            if not one.is_public
        ),
        uncorrected=tuple(_uncorrected(record, earlier, told)),
        missing=tuple(_where(one, write) for one in since if one.is_missing),
        outdated=tuple(_where(one, write) for one in since if not one.is_missing),
        left_open=tuple(_left_open(record, minutes)),
        odd_votes=tuple(
            (f"“{item.title}”", said, Place("meetings:item_record", item.pk))
            for item, said in odd_votes(room, minutes)
        ),
    )


def _minute(minute: Minute, undertaken: dict[int, int]) -> list[MinuteMaterial]:
    """Its words, and those that the public reads in place of an exempt one."""
    items = list(minute.items.all())
    name, place = f"“{minute.heading}”", Place("meetings:minute_edit", minute.pk)
    words = plain_text(minute_text(minute.body, decisions_of(minute, items)))
    text = f"{minute.heading}\n{words}" if words else ""
    exempt = any(item.is_exempt or item.released_at for item in items)
    own = MinuteMaterial(
        name,
        text,
        place,
        is_public=not minute.is_exempt,
        is_opened=exempt and not minute.is_exempt,
        is_exempt=minute.is_exempt,
        is_excluded=any(one.is_resolved for item in items for one in item.exclusions.all()),
        is_exempt_elsewhere=any(one.is_exempt for item in items for one in item.minutes.all()),
        undertakings=sum(undertaken.get(item.pk, 0) for item in items),
    )
    if not (minute.is_exempt and minute.public_summary.strip()):
        return [own]
    return [own, MinuteMaterial(f"The summary of {name}", minute.public_summary, place, is_opened=True)]


def _where(one: Since, otherwise: Place) -> tuple[str, str, Place]:
    place = Place("meetings:minute_edit", one.minute.pk) if one.minute else otherwise
    return f"“{one.heading}”", one.sentence, place


def _undertaken(record: MeetingMinutes) -> dict[int, int]:
    found: dict[int, int] = {}
    for item in Undertaking.objects.filter(item__meeting=record.meeting_id).values_list("item", flat=True):
        found[item] = found.get(item, 0) + 1
    return found


def _left_open(record: MeetingMinutes, minutes: list[Minute]) -> Iterator[tuple[str, str, Place]]:
    """Dealt with at an item of this meeting, but waiting on. What falls due each year goes on waiting."""
    back = {"items__meeting": record.meeting_id, "items__outcome__in": ("", ItemOutcome.TAKEN)}
    waiting = Undertaking.objects.exclude(state=UndertakingState.ACCEPTED).exclude(due_kind=DueKind.ANNUAL)
    for item, what in waiting.filter(**back).order_by("pk").values_list("items", "what"):
        told = sorted((one for one in minutes if item in {i.pk for i in one.items.all()}), key=_is_exempt)
        yield from ((f"“{one.heading}”", what, Place("meetings:minute_edit", one.pk)) for one in told[:1])


def _is_exempt(minute: Minute) -> bool:
    return minute.is_exempt


def _names(room: Room) -> tuple[KnownName, ...]:
    """Everybody of the register: somebody may speak who came, or who did not."""
    there = {place.person.pk for place in room.places if place.is_present}
    there |= {one.person_id for one in room.others if one.status == "present"}
    return tuple(
        KnownName(name_of(person).full, name_of(person).short, person.pk in there)
        for person in Person.objects.all()
    )


def _taken_here(record: MeetingMinutes) -> list[MeetingMinutes]:
    """Minutes of earlier meetings that this meeting took; a note without a quorum has nothing to approve."""
    items = AgendaItem.objects.listed().filter(meeting=record.meeting_id, outcome__in=("", ItemOutcome.TAKEN))
    held = {"meeting__body": record.meeting.body_id, "meeting__on__lt": record.meeting.on}
    found = MeetingMinutes.objects.filter(meeting__approval_items__in=items, **held)
    found = found.exclude(meeting__state=MeetingState.INQUORATE).distinct().order_by("meeting__on")
    return list(found.defer("content", "exempt_content", "pdf").select_related("meeting"))


def _uncorrected(
    record: MeetingMinutes, earlier: list[MeetingMinutes], told: list[MinuteMaterial]
) -> Iterator[tuple[str, Place]]:
    """Corrections recorded after the minutes were begun are not in them by themselves."""
    words = "\n".join(one.text for one in told)
    for one in earlier:
        lines = [line.strip().rstrip(".") for line in one.amendment.splitlines()]
        if one.approved_at_id == record.meeting_id:
            write = Place("meetings:minutes_write", record.meeting_id)
            yield from ((line, write) for line in lines if line and line not in words)


def _left_out(record: MeetingMinutes) -> list[str]:
    if record.meeting.state == MeetingState.INQUORATE:
        return []
    items = AgendaItem.objects.listed().filter(meeting=record.meeting_id, kind=ItemKind.ITEM, parts=None)
    return list(items.exclude(minutes__record=record).in_order().values_list("title", flat=True))
