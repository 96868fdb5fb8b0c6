"""Whom the front sheet names: the members of the day, the clerk and the proper officer."""

from datetime import date

from meetings.models import Body, Category, OfficeHolding, Seat, SeatTenure
from meetings.name_lists import ListedMember, Office, membership_paragraph
from people.models import Person, PersonRole
from people.print_names import name_of


def post_on(person: Person, day: date) -> str:
    """What is printed under the name; empty for somebody who holds no post that day."""
    role = PersonRole.objects.on(day).filter(person=person).order_by("-starts_on", "-pk").first()
    return role.title if role else ""


def membership_on(body: Body, day: date) -> str:
    """The paragraph of the front sheet: who has a seat that day, and the bodies whose seat nobody is named for."""
    tenures = list(SeatTenure.objects.on(day).filter(seat__body=body).select_related("person", "seat"))
    held = offices_on(body, day)
    listed = [
        ListedMember(name_of(one.person), held.get(one.person_id), one.seat.with_representative)
        for one in tenures
    ]
    return membership_paragraph(listed, _bodies_without_a_name(body, day, {one.seat_id for one in tenures}))


def offices_on(body: Body, day: date) -> dict[int, Office]:
    """By person."""
    holdings = OfficeHolding.objects.on(day).filter(body=body)
    return {holding.person_id: Office(holding.office) for holding in holdings}


def _bodies_without_a_name(body: Body, day: date, taken: set[int]) -> list[str]:
    """A political group with a vacant seat is no body that is represented."""
    seats = Seat.objects.on(day).filter(body=body).exclude(category=Category.COUNTY_COUNCILLOR)
    return sorted({seat.nominated_by for seat in seats if seat.nominated_by and seat.pk not in taken})
