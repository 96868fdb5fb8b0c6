"""The panel: who is named in its papers, who sits on it, and the council's rules for it."""

from datetime import date, time

from core.fixtures import is_yes, read_csv
from meetings.models import (
    Body,
    BodyKind,
    NumberingReset,
    Office,
    OfficeHolding,
    Seat,
    SeatTenure,
    Term,
)
from people.models import Person, PersonRole, User

PANEL_BEGAN = date(2017, 5, 25)
# The annual meetings after county elections. The next number of 2018 follows the 106 of 19 September.
TERMS = ((PANEL_BEGAN, date(2021, 5, 26)), (date(2021, 5, 27), date(2025, 5, 21)), (date(2025, 5, 22), None))
CLERK, PROPER_OFFICER, CHAIRMAN = "A04", "A08", "M01"
TELEPHONE = {CLERK: "01632 960172", PROPER_OFFICER: "01632 960814"}


def load_panel() -> dict[str, Person]:
    """Gives the people by their id in the file."""
    rows = read_csv("meetings/people")
    people = {row["id"]: _person(row) for row in rows}
    body = Body.objects.create(
        name="Corporate Parenting Panel",
        kind=BodyKind.ADVISORY,
        legacy_id=139,
        venue="Darent Room, Sessions House",
        starts_at=time(10),
        refreshments="Tea and coffee will be available 15 minutes before the meeting",
        numbering_reset=NumberingReset.TERM,
        clerk=people[CLERK],
        proper_officer=people[PROPER_OFFICER],
    )
    for starts_on, ends_on in TERMS:
        Term.objects.create(body=body, starts_on=starts_on, ends_on=ends_on)
    _seats(body, rows, people)
    OfficeHolding.objects.create(
        body=body, office=Office.CHAIRMAN, person=people[CHAIRMAN], starts_on=PANEL_BEGAN
    )
    return people


def _person(row: dict[str, str]) -> Person:
    person = Person.objects.create(
        **{
            name: row[name]
            for name in ("title", "initials", "first_name", "surname", "honours", "print_name")
        },
        telephone=TELEPHONE.get(row["id"], ""),
        user=User.objects.filter(email=row["account"]).first() if row["account"] else None,
    )
    starts_on = row["joined_on"] or PANEL_BEGAN
    PersonRole.objects.create(
        person=person,
        title=row["role"],
        is_county_councillor=is_yes(row["councillor"]),
        starts_on=starts_on,
        ends_on=row["left_on"] or None,
    )
    return person


def _seats(body: Body, rows: list[dict[str, str]], people: dict[str, Person]) -> None:
    seats: dict[str, Seat] = {}
    for row in (row for row in rows if row["category"]):
        seat = seats.get(row["seat_of"]) or Seat.objects.create(
            body=body,
            category=row["category"],
            is_voting=is_yes(row["votes"]),
            with_representative=is_yes(row["representative"]),
            starts_on=PANEL_BEGAN,
        )
        seats[row["id"]] = seat
        SeatTenure.objects.create(
            seat=seat,
            person=people[row["id"]],
            starts_on=row["joined_on"],
            ends_on=row["left_on"] or None,
            reason_joined=row["reason_joined"],
            reason_left=row["reason_left"],
        )
