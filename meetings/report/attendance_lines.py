"""The attendance screen: a line for each member of the day, then those who came beside them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from meetings.actions.attendance import Record, record_of
from meetings.date_words import clock, joined
from meetings.forms.attendance import LineForm, shown, told
from meetings.models import Attendance, AttendanceStatus, Capacity
from meetings.presiding import Candidate
from meetings.report.attendance import Place, Room
from people.models import Person
from people.print_names import name_of

STATUSES = [
    (status.value, status.label)
    for status in (
        AttendanceStatus.PRESENT,
        AttendanceStatus.APOLOGY,
        AttendanceStatus.ABSENT,
        AttendanceStatus.EXPECTED,
    )
]
GONE = "Somebody else took this person off the list meanwhile."
MEANWHILE = (
    "Somebody else recorded meanwhile: {}. Your entry is kept here and not saved. Save again if it is right."
)


@dataclass(frozen=True, slots=True)
class Line:
    """As its boxes show it. ``problem``: what keeps it from being saved."""

    person: int
    name: str
    notes: str
    capacity: Capacity
    version: int
    was: str
    status: str
    arrived: str
    left: str
    video: bool
    accepted: bool
    post: str
    problem: str = ""
    is_substituted: bool = False

    @property
    def is_member(self) -> bool:
        return self.capacity == Capacity.MEMBER

    @property
    def is_substitute(self) -> bool:
        return self.capacity == Capacity.SUBSTITUTE

    @property
    def has_post(self) -> bool:
        return self.capacity in (Capacity.OFFICER, Capacity.OBSERVER)


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    lines: list[Line]


def groups_of(room: Room) -> list[Group]:
    """Members first; a group of others only when there is somebody in it."""
    others = [
        Group(title, [_other_line(one) for one in room.of(capacity)])
        for capacity, title in (
            (Capacity.SUBSTITUTE, "Substitutes"),
            (Capacity.COUNCILLOR, "Also present: councillors who are not on the panel"),
            (Capacity.OFFICER, "In attendance: officers"),
            (Capacity.OBSERVER, "Observers"),
            (Capacity.MEMBER, "Recorded as members, without a seat on the day"),
        )
    ]
    members = Group("Members of the panel", [_member_line(place) for place in room.places])
    return [members, *(group for group in others if group.lines)]


def with_typed(groups: Iterable[Group], problems: dict[int, tuple[LineForm, str]]) -> list[Group]:
    """The lines that could not be saved, as they were typed, each with what is the matter."""
    return [
        replace(
            group,
            lines=[
                _typed(line, *problems[line.person]) if line.person in problems else line
                for line in group.lines
            ],
        )
        for group in groups
    ]


def meanwhile(theirs: Attendance | None) -> str:
    return MEANWHILE.format(in_words(record_of(theirs))) if theirs else GONE


def in_words(record: Record) -> str:
    """ "present, arrived at 10.05 am, by video"."""
    words = [
        record.status.label.lower(),
        f"arrived at {clock(record.arrived_at)}" if record.arrived_at else "",
        f"left at {clock(record.left_at)}" if record.left_at else "",
        "by video" if record.is_remote else "",
        "accepted as substitute" if record.is_accepted else "",
        record.described_as,
    ]
    return ", ".join(filter(None, words))


def candidates(room: Room) -> list[Candidate]:
    """Who is in the room and might preside, in surname order."""
    people = [place.person.pk for place in room.places]
    councillors = set(
        Person.objects.councillors_on(room.meeting.on).filter(pk__in=people).values_list("pk", flat=True)
    )
    return [
        Candidate(place.person.pk, name_of(place.person).formal, place.office, place.person.pk in councillors)
        for place in room.members_there()
    ]


def _member_line(place: Place) -> Line:
    stand_in = place.substitute
    notes = [
        place.office.label if place.office else place.tenure.seat.get_category_display(),
        "" if place.tenure.seat.is_voting else "does not vote",
        f"substitute: {name_of(stand_in.person).formal}" if stand_in else "",
    ]
    record, version = record_of(place.attendance), place.attendance.version if place.attendance else 0
    line = _line(place.person, Capacity.MEMBER, record, version, notes)
    return replace(line, is_substituted=stand_in is not None)


def _other_line(row: Attendance) -> Line:
    capacity = Capacity(row.capacity)
    notes = [f"for {name_of(row.substitute_for).formal}" if row.substitute_for else ""]
    return _line(row.person, capacity, record_of(row), row.version, notes)


def _line(person: Person, capacity: Capacity, record: Record, version: int, notes: list[str]) -> Line:
    return Line(
        person=person.pk,
        name=name_of(person).formal,
        notes=", ".join(filter(None, notes)),
        capacity=capacity,
        version=version,
        was=told(record),
        status=record.status,
        arrived=shown(record.arrived_at),
        left=shown(record.left_at),
        video=record.is_remote,
        accepted=record.is_accepted,
        post=record.described_as,
    )


def _typed(line: Line, form: LineForm, problem: str) -> Line:
    """Only a line that was right but changed meanwhile is now about the line as it stands."""

    def box(name: str) -> Any:
        return form[name].data or ""

    is_mistake = not form.is_valid()
    return replace(
        line,
        version=int(form["version"].data) if is_mistake and "version" not in form.errors else line.version,
        was=box("was") if is_mistake else line.was,
        status=box("status") or AttendanceStatus.EXPECTED,
        arrived=box("arrived"),
        left=box("left"),
        video=bool(box("video")),
        accepted=bool(box("accepted")),
        post=box("post"),
        problem=problem,
    )


def errors_in_words(form: LineForm) -> str:
    return joined([message for messages in form.errors.values() for message in messages], "and")
