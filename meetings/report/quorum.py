"""Whether a meeting is quorate at one moment, since when it is not, and until when it waits."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from meetings.date_words import clock, listed_date
from meetings.models import (
    Attendance,
    AttendanceStatus,
    Interest,
    InterestEffect,
    Meeting,
    MeetingState,
    Seat,
    SubstitutionEnds,
)
from meetings.quorum import (
    QuorumBase,
    QuorumRule,
    QuorumVerdict,
    SeatTaken,
    Stretch,
    has_lapsed,
    lapses_at,
    quorum_at,
    share_meant,
)
from meetings.report.attendance import Place, Room

OVER = (MeetingState.HELD, MeetingState.INQUORATE)


@dataclass(frozen=True, slots=True)
class Quorum:
    """``ends_at``: when the waiting ends, None while the meeting is quorate or has not come. ``is_expected``: before
    the day, counting whoever has not sent an apology.
    """

    verdict: QuorumVerdict
    is_expected: bool = False
    ends_at: datetime | None = None
    has_lapsed: bool = False

    @property
    def is_quorate(self) -> bool:
        return self.verdict.is_quorate

    @property
    def sentence(self) -> str:
        if not self.is_expected:
            return self.verdict.sentence
        counted, needed = self.verdict.counted, self.verdict.needed
        coming = "1 voting member is" if counted == 1 else f"{counted or 'No'} voting members are"
        return f"{coming} expected, {needed} needed for a quorum."

    @property
    def waiting(self) -> str:
        if self.ends_at is None:
            return ""
        ends = clock(timezone.localtime(self.ends_at).time())
        return f"The wait for a quorum {'ended' if self.has_lapsed else 'ends'} at {ends}."


def quorum_of(room: Room, now: datetime, *, withdrawn: Collection[int] = ()) -> Quorum:
    """``withdrawn``: people who left the room for the item under discussion. Of a day that is over, the fullest
    moment counts.
    """
    count = _Counting(room, withdrawn)
    if timezone.localdate(now) < room.meeting.on:
        return Quorum(count.expected(), is_expected=True)
    if timezone.localdate(now) > room.meeting.on or room.meeting.state in OVER:
        fullest = max((count.at(moment) for moment in count.moments()), key=lambda verdict: verdict.counted)
        return Quorum(fullest, has_lapsed=not fullest.is_quorate)
    verdict = count.at(now)
    if verdict.is_quorate:
        return Quorum(verdict)
    since, minutes = count.below_since(now), room.meeting.body.quorum_wait
    return Quorum(verdict, ends_at=lapses_at(since, minutes), has_lapsed=has_lapsed(since, minutes, now))


def withdrawn_from(meeting: Meeting) -> dict[int, set[int]]:
    """By item: who left the room for it."""
    rows = Interest.objects.filter(meeting=meeting, effect=InterestEffect.WITHDREW, item__isnull=False)
    found: dict[int, set[int]] = {}
    for item, person in rows.values_list("item", "person"):
        found.setdefault(item, set()).add(person)
    return found


class _Counting:
    """The seats of the day and who was in them when."""

    def __init__(self, room: Room, withdrawn: Collection[int]) -> None:
        self.room, self.withdrawn = room, withdrawn
        body = room.meeting.body
        self.rule = QuorumRule(
            share_meant(body.quorum_fraction), body.quorum_floor, QuorumBase(body.quorum_base)
        )
        self.seats = Seat.objects.on(room.meeting.on).filter(body=body, is_voting=True).count()
        self.filled = sum(place.tenure.seat.is_voting for place in room.places)
        self.taken = [taken for place in room.places for taken in self._taken(place)]

    def at(self, moment: datetime) -> QuorumVerdict:
        return quorum_at(
            moment, self.taken, self.rule, voting_seats=self.seats, filled_voting_seats=self.filled
        )

    def expected(self) -> QuorumVerdict:
        needed = self.rule.needed(voting_seats=self.seats, filled_voting_seats=self.filled)
        coming = sum(place.tenure.seat.is_voting and _is_expected(place) for place in self.room.places)
        return QuorumVerdict(needed, coming)

    def moments(self) -> list[datetime]:
        """The start, and whenever somebody came or went."""
        rows = [row for place in self.room.places for row in (place.attendance, place.substitute) if row]
        times = {at for row in rows for at in (row.arrived_at, row.left_at) if at}
        start = starts_at(self.room.meeting)
        return sorted({start, *(max(start, local_moment(self.room.meeting.on, at)) for at in times)})

    def below_since(self, now: datetime) -> datetime:
        """When the want of a quorum began that still lasts."""
        since = None
        for moment in (one for one in self.moments() if one <= now):
            since = None if self.at(moment).is_quorate else since or moment
        return since or starts_at(self.room.meeting)

    def _taken(self, place: Place) -> list[SeatTaken]:
        member, stand_in = place.attendance, place.substitute
        rows = []
        if self.room.is_there(member) and not self.room.sits_out(place):
            rows.append(self._one(place, member, _stretch(self.room, member)))
        if self.room.is_there(stand_in):
            until = member.arrived_at if member and self._ends_on_arrival(place) else None
            rows.append(self._one(place, stand_in, _stretch(self.room, stand_in, until)))
        return rows

    def _ends_on_arrival(self, place: Place) -> bool:
        ends = self.room.meeting.body.substitution_ends
        return ends == SubstitutionEnds.ARRIVAL and self.room.is_there(place.attendance)

    def _one(self, place: Place, row: Attendance, stretch: Stretch) -> SeatTaken:
        return SeatTaken(
            place.tenure.seat_id,
            place.tenure.seat.is_voting,
            (stretch,),
            withdrawals=(Stretch(),) if row.person_id in self.withdrawn else (),
            is_substitute=row.substitute_for_id is not None,
            is_accepted=row.accepted_at is not None,
        )


def starts_at(meeting: Meeting) -> datetime:
    return local_moment(meeting.on, meeting.opened_at or meeting.starts_at or meeting.body.starts_at)


def local_moment(day: date, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))


def no_quorum_refusal(quorum: Quorum, meeting: Meeting) -> str:
    """Why the want of a quorum cannot be recorded yet; empty when it can."""
    if quorum.is_expected:
        return f"The meeting is on {listed_date(meeting.on)}. Record then whether there is a quorum."
    if quorum.is_quorate:
        return f"There is a quorum. {quorum.sentence}"
    return "" if quorum.has_lapsed else f"{quorum.waiting} Record it after that."


def _is_expected(place: Place) -> bool:
    gone = (AttendanceStatus.APOLOGY, AttendanceStatus.ABSENT)
    stand_in = place.substitute
    return place.status not in gone or (stand_in is not None and stand_in.accepted_at is not None)


def _stretch(room: Room, row: Attendance, until: time | None = None) -> Stretch:
    day = room.meeting.on
    ends = min((at for at in (row.left_at, until) if at), default=None)
    return Stretch(
        local_moment(day, row.arrived_at) if row.arrived_at else None,
        local_moment(day, ends) if ends else None,
    )
