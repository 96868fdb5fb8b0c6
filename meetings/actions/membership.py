"""Seats of the panel, who has them from when to when, and its offices."""

from datetime import date
from typing import Any

from django.db.models import Q

from core.access import Permission, demand
from meetings.actions.locks import Refused, changed, one_change, take_turn
from meetings.date_words import plain_date
from meetings.models import Body, Category, OfficeHolding, Seat, SeatTenure
from meetings.name_lists import Office
from people.models import Person, User

ADDED_ALREADY = (
    "Seats were added since the page was loaded, perhaps by this very form. Look at the list first."
)
NO_COUNCILLOR = (
    "{} is not entered as a county councillor on {}, so they cannot have a county councillor’s seat. "
    "Enter it on their own page first."
)
SEAT_BEGINS_LATER = "This seat exists from {}. Choose that day or a later one."
SEAT_IS_OVER = "This seat exists until {} only."
STILL_HELD = "Somebody has this seat after that day. End their membership first."
OVER_BEFORE = "The last day must be on or after the first, {}."
OUT_FIRST = "The new member begins after the last day of the earlier one, {}."


def add_seats(body: Body, *, number: int, seen: int, by: User, **details: Any) -> list[Seat]:
    """``seen``: how many seats the panel had on the page, so that a form sent twice adds them once."""
    demand(by, Permission.MANAGE_MEMBERSHIP)
    with one_change(by):
        kept = take_turn(body)
        if kept.seats.count() != seen:
            raise Refused(ADDED_ALREADY)
        seats = [Seat(body=kept, **details) for _ in range(number)]
        for seat in seats:
            seat.full_clean()
            seat.save()
    return seats


def change_seat(seat: Seat, *, version: int, by: User, **details: Any) -> bool:
    """False when nothing differs, as when one form was sent twice."""
    demand(by, Permission.MANAGE_MEMBERSHIP)
    with one_change(by):
        kept = take_turn(seat)
        if not changed(kept, details, version=version):
            return False
        if kept.ends_on and kept.tenures.filter(Q(ends_on=None) | Q(ends_on__gt=kept.ends_on)).exists():
            raise Refused(STILL_HELD)
        kept.full_clean()
        kept.save()
    return True


def fill_seat(
    seat: Seat, *, person: Person, starts_on: date, reason_joined: str = "", by: User
) -> SeatTenure:
    """Sent twice, it gives the same membership again."""
    demand(by, Permission.MANAGE_MEMBERSHIP)
    with one_change(by):
        kept = take_turn(seat)
        return _seated(kept, person, starts_on, reason_joined)


def replace_member(
    tenure: SeatTenure,
    *,
    version: int,
    ends_on: date,
    reason_left: str,
    person: Person,
    starts_on: date,
    reason_joined: str = "",
    by: User,
) -> SeatTenure:
    """The one leaves and the other has the seat, together or not at all. Sent twice, it happens once."""
    demand(by, Permission.MANAGE_MEMBERSHIP)
    if starts_on <= ends_on:
        raise Refused(OUT_FIRST.format(plain_date(ends_on)))
    with one_change(by):
        seat, kept = take_turn(tenure.seat), take_turn(tenure)
        _end(kept, {"ends_on": ends_on, "reason_left": reason_left}, version)
        return _seated(seat, person, starts_on, reason_joined)


def change_tenure(
    tenure: SeatTenure,
    *,
    version: int,
    starts_on: date,
    ends_on: date | None,
    reason_joined: str,
    reason_left: str,
    by: User,
) -> None:
    """Ends a membership, or puts its dates right. Whoever leaves gives up their office on the same day."""
    demand(by, Permission.MANAGE_MEMBERSHIP)
    with one_change(by):
        kept = take_turn(tenure)
        _refuse_outside(kept.seat, starts_on)
        words = {"starts_on": starts_on, "reason_joined": reason_joined}
        _end(kept, words | {"ends_on": ends_on, "reason_left": reason_left}, version)


def take_office(body: Body, *, office: Office, person: Person, starts_on: date, by: User) -> OfficeHolding:
    """The database asks that they are a county councillor and a member. Sent twice, it happens once."""
    demand(by, Permission.MANAGE_MEMBERSHIP)
    with one_change(by):
        take_turn(body)
        holding = body.offices.filter(office=office, person=person, starts_on=starts_on).first()
        return holding or OfficeHolding.objects.create(
            body=body, office=office, person=person, starts_on=starts_on
        )


def end_office(holding: OfficeHolding, *, version: int, ends_on: date | None, by: User) -> bool:
    """False when it ends then already."""
    demand(by, Permission.MANAGE_MEMBERSHIP)
    with one_change(by):
        kept = take_turn(holding)
        if ends_on and ends_on < kept.starts_on:
            raise Refused(OVER_BEFORE.format(plain_date(kept.starts_on)))
        is_new = changed(kept, {"ends_on": ends_on}, version=version)
        kept.save(update_fields=["ends_on", "version"])
    return is_new


def _seated(seat: Seat, person: Person, starts_on: date, reason: str) -> SeatTenure:
    there = seat.tenures.filter(person=person, starts_on=starts_on).first()
    if there:
        return there
    _refuse_outside(seat, starts_on)
    is_councillor = Person.objects.councillors_on(starts_on).filter(pk=person.pk).exists()
    if seat.category == Category.COUNTY_COUNCILLOR and not is_councillor:
        raise Refused(NO_COUNCILLOR.format(person, plain_date(starts_on)))
    return SeatTenure.objects.create(seat=seat, person=person, starts_on=starts_on, reason_joined=reason)


def _refuse_outside(seat: Seat, day: date) -> None:
    if day < seat.starts_on:
        raise Refused(SEAT_BEGINS_LATER.format(plain_date(seat.starts_on)))
    if seat.ends_on and day > seat.ends_on:
        raise Refused(SEAT_IS_OVER.format(plain_date(seat.ends_on)))


def _end(tenure: SeatTenure, words: dict[str, Any], version: int) -> None:
    if not changed(tenure, words, version=version):
        return
    ends_on = tenure.ends_on
    if ends_on and ends_on < tenure.starts_on:
        raise Refused(OVER_BEFORE.format(plain_date(tenure.starts_on)))
    tenure.save()
    if ends_on:
        held = OfficeHolding.objects.filter(body=tenure.seat.body_id, person=tenure.person_id)
        for holding in held.filter(Q(ends_on=None) | Q(ends_on__gt=ends_on), starts_on__lte=ends_on):
            holding.ends_on = ends_on
            holding.version += 1
            holding.save(update_fields=["ends_on", "version"])
