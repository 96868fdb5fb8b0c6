"""Seats, terms and offices."""

from tests.access_examples.registry import example
from tests.factories.meetings import SeatFactory, SeatTenureFactory, TermFactory, in_office, member

PUBLIC = {
    "meetings:attendance_download",
}
SIGNED_IN = {
    "meetings:member_list",
    "meetings:attendance_read",
}


@example("meetings:seat_manage", "meetings:seat_edit", "meetings:seat_fill")
def a_seat() -> dict:
    return {"pk": SeatFactory().pk}


@example("meetings:tenure_edit", "meetings:member_replace")
def a_membership() -> dict:
    return {"pk": SeatTenureFactory().pk}


@example("meetings:office_end")
def an_office() -> dict:
    return {"pk": in_office(member()).pk}


@example("meetings:term_end")
def a_term() -> dict:
    return {"pk": TermFactory().pk}
