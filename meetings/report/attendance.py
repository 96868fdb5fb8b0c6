"""Who was at a meeting: the room as it is recorded, and the blocks of names over the minutes."""

from collections.abc import Iterator
from dataclasses import dataclass

from meetings.models import (
    Attendance,
    AttendanceStatus,
    Capacity,
    Category,
    Meeting,
    Mode,
    Office,
    SeatTenure,
    SubstitutionEnds,
)
from meetings.name_lists import (
    Attender,
    PresentMember,
    also_present,
    apologies,
    in_attendance,
    present,
    substitutes,
)
from meetings.remote_attendance import ENGLAND, RemotePeriod, remote_counts
from meetings.report.membership import offices_on
from people.models import Person
from people.print_names import name_of


@dataclass(frozen=True, slots=True)
class Place:
    """One member of the day, with what is recorded of them and of whoever stands in for them."""

    tenure: SeatTenure
    office: Office | None = None
    attendance: Attendance | None = None
    substitute: Attendance | None = None

    @property
    def person(self) -> Person:
        return self.tenure.person

    @property
    def is_present(self) -> bool:
        return self.attendance is not None and self.attendance.status == AttendanceStatus.PRESENT

    @property
    def status(self) -> AttendanceStatus:
        return AttendanceStatus(self.attendance.status if self.attendance else AttendanceStatus.EXPECTED)

    @property
    def for_councillor(self) -> bool:
        return self.tenure.seat.category == Category.COUNTY_COUNCILLOR


@dataclass(frozen=True, slots=True)
class Room:
    """``places`` in surname order; ``others`` in the order in which they were added."""

    meeting: Meeting
    places: tuple[Place, ...]
    others: tuple[Attendance, ...]

    @property
    def remote_counts(self) -> bool:
        """By the panel's own dates where it has some, otherwise by what the law said on the day."""
        body = self.meeting.body
        own = body.remote_counts_from and (RemotePeriod(body.remote_counts_from, body.remote_counts_until),)
        return remote_counts(self.meeting.on, own or ENGLAND)

    def is_there(self, one: Attendance | None) -> bool:
        """Present in the sense of the law."""
        if one is None or one.status != AttendanceStatus.PRESENT:
            return False
        return one.mode == Mode.ROOM or self.remote_counts

    def sits_out(self, place: Place) -> bool:
        """A member whose substitute keeps the place to the end of the meeting."""
        ends = self.meeting.body.substitution_ends
        return ends == SubstitutionEnds.MEETING and self.is_there(place.substitute)

    def members_there(self) -> Iterator[Place]:
        return (one for one in self.places if self.is_there(one.attendance) and not self.sits_out(one))

    def of(self, *capacities: Capacity) -> list[Attendance]:
        return [one for one in self.others if one.capacity in capacities]


def read_room(meeting: Meeting) -> Room:
    """Three queries, whoever came. ``meeting.body`` is asked for its rules."""
    rows = list(
        Attendance.objects.filter(meeting=meeting).select_related("person", "substitute_for").order_by("pk")
    )
    members = {one.person_id: one for one in rows if one.capacity == Capacity.MEMBER}
    stand_ins = {one.substitute_for_id: one for one in rows if one.capacity == Capacity.SUBSTITUTE}
    held = offices_on(meeting.body, meeting.on)
    tenures = SeatTenure.objects.on(meeting.on).filter(seat__body=meeting.body_id)
    places = [
        Place(
            one,
            held.get(one.person_id),
            members.get(one.person_id),
            stand_ins.get(one.person_id),
        )
        for one in tenures.select_related("person", "seat")
    ]
    places.sort(key=lambda place: name_of(place.person).sort_key)
    listed = {place.person.pk for place in places}
    others = [one for one in rows if one.capacity != Capacity.MEMBER or one.person_id not in listed]
    return Room(meeting, tuple(places), tuple(others))


def is_attendance_begun(room: Room) -> bool:
    """Whether anything is known of who came."""
    return any(place.status != AttendanceStatus.EXPECTED for place in room.places) or bool(room.others)


@dataclass(frozen=True, slots=True)
class AttendanceBlocks:
    """As the minutes print them; empty ones are left out there. ``by_video``: joined without counting as present."""

    present: str
    also_present: str
    in_attendance: str
    observers: str
    apologies: str
    substitutes: list[str]
    by_video: str


def attendance_blocks(meeting: Meeting) -> AttendanceBlocks:
    return blocks_of(read_room(meeting))


def blocks_of(room: Room) -> AttendanceBlocks:
    there = {c: [one for one in room.of(c) if one.status == AttendanceStatus.PRESENT] for c in Capacity}
    sent_apologies = [p for p in room.places if p.status == AttendanceStatus.APOLOGY]
    stand_ins = [one for one in there[Capacity.SUBSTITUTE] if room.is_there(one)]
    return AttendanceBlocks(
        present=present(_present(room)),
        also_present=also_present([name_of(one.person) for one in there[Capacity.COUNCILLOR]]),
        in_attendance=in_attendance(
            [_attender(one, room.meeting.body.clerk_id) for one in there[Capacity.OFFICER]]
        ),
        observers=in_attendance([_attender(one, None) for one in there[Capacity.OBSERVER]]),
        apologies=apologies([name_of(place.person) for place in sent_apologies]),
        substitutes=substitutes([(name_of(one.person), name_of(one.substitute_for)) for one in stand_ins]),
        by_video=also_present([name_of(one) for one in _only_by_video(room)]),
    )


def _present(room: Room) -> list[PresentMember]:
    in_the_chair = room.meeting.presided_by_id
    members = [
        PresentMember(
            name_of(place.person),
            place.office,
            is_in_the_chair=place.person.pk == in_the_chair and place.office != Office.CHAIRMAN,
        )
        for place in room.members_there()
    ]
    stand_ins = [
        PresentMember(
            name_of(one.person),
            substitute_for=name_of(one.substitute_for),
            is_in_the_chair=one.person_id == in_the_chair,
        )
        for one in room.of(Capacity.SUBSTITUTE)
        if room.is_there(one)
    ]
    return [*members, *stand_ins]


def _only_by_video(room: Room) -> list[Person]:
    rows = [place.attendance for place in room.places] + room.of(Capacity.SUBSTITUTE)
    return [
        one.person
        for one in rows
        if one and one.status == AttendanceStatus.PRESENT and not room.is_there(one)
    ]


def _attender(one: Attendance, clerk: int | None) -> Attender:
    return Attender(name_of(one.person), one.described_as, is_clerk=one.person_id == clerk)
