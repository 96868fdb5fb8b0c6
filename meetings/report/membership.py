"""Who sits on the panel: on a day, as the agenda prints them, what changed between two meetings, and the quorum."""

from dataclasses import dataclass
from datetime import date

from meetings.models import Body, Category, Meeting, OfficeHolding, Seat, SeatTenure
from meetings.name_lists import ListedMember, Office
from meetings.name_lists import membership_paragraph as written_paragraph
from meetings.quorum import QuorumRule, share_meant
from meetings.seat_dates import Change, Tenure, changes_between
from people.print_names import name_of


@dataclass(frozen=True, slots=True)
class Quorum:
    """``needed``: voting members who must be in the room."""

    voting_seats: int
    filled_voting_seats: int
    needed: int

    @property
    def sentence(self) -> str:
        seats = "seat is" if self.filled_voting_seats == 1 else "seats are"
        return (
            f"{self.filled_voting_seats} of {self.voting_seats} voting {seats} filled; "
            f"the quorum is {self.needed}."
        )


def members_on(body: Body, day: date) -> list[SeatTenure]:
    """Each with person and seat, in surname order whatever the category."""
    held = SeatTenure.objects.on(day).filter(seat__body=body).select_related("person", "seat")
    return sorted(held, key=lambda tenure: name_of(tenure.person).sort_key)


def offices_on(body: Body, day: date) -> dict[int, Office]:
    """By person."""
    held = OfficeHolding.objects.on(day).filter(body=body)
    return {holding.person_id: Office(holding.office) for holding in held}


def membership_paragraph(meeting: Meeting) -> str:
    """As the front sheet of its agenda prints it."""
    return paragraph_on(meeting.body, meeting.on)


def paragraph_on(body: Body, day: date) -> str:
    members, held = members_on(body, day), offices_on(body, day)
    listed = [
        ListedMember(name_of(one.person), held.get(one.person_id), one.seat.with_representative)
        for one in members
    ]
    return written_paragraph(listed, _bodies_without_a_name(body, day, {one.seat_id for one in members}))


def membership_changes(meeting: Meeting, since: Meeting | None = None) -> list[Change]:
    """From the meeting before, or from ``since``; none for the first meeting of all."""
    earlier = since or meeting_before(meeting)
    if earlier is None:
        return []
    rows = SeatTenure.objects.filter(seat__body=meeting.body_id).select_related("person", "seat")
    return changes_between([_told(row) for row in rows], earlier.on, meeting.on)


def meeting_before(meeting: Meeting) -> Meeting | None:
    return Meeting.objects.going_on().filter(body=meeting.body_id, on__lt=meeting.on).last()


def quorum_on(body: Body, day: date) -> Quorum:
    voting = Seat.objects.on(day).filter(body=body, is_voting=True)
    seats = voting.count()
    filled = SeatTenure.objects.on(day).filter(seat__in=voting).count()
    rule = QuorumRule(share_meant(body.quorum_fraction), body.quorum_floor, body.quorum_base)
    return Quorum(seats, filled, rule.needed(voting_seats=seats, filled_voting_seats=filled))


def _bodies_without_a_name(body: Body, day: date, taken: set[int]) -> list[str]:
    """Organisations whose seat nobody is named for. A political group with a vacant seat is none."""
    seats = Seat.objects.on(day).filter(body=body).exclude(category=Category.COUNTY_COUNCILLOR)
    return sorted({seat.nominated_by for seat in seats if seat.nominated_by and seat.pk not in taken})


def _told(row: SeatTenure) -> Tenure:
    is_named = row.seat.category != Category.OTHER
    return Tenure(
        person=row.person_id,
        name=name_of(row.person).full,
        seat=row.seat_id,
        begins_on=row.starts_on,
        ends_on=row.ends_on,
        role=row.seat.get_category_display().lower() if is_named else "",
        why_joined=row.reason_joined,
        why_left=row.reason_left,
    )
