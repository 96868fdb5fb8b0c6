"""The meetings: dates, the two agendas, and who was there on 19 September."""

from datetime import UTC, date, datetime
from typing import Any

from core.fixtures import is_yes, read_csv, read_json
from meetings.models import (
    AgendaItem,
    Attendance,
    Body,
    DueKind,
    ItemSource,
    Meeting,
    PaperState,
    Resolution,
    Undertaking,
)
from people.models import Person, Post

SEPTEMBER, NOVEMBER = date(2018, 9, 19), date(2018, 11, 1)
ACCEPTED_AT = datetime(2018, 9, 19, 8, tzinfo=UTC)  # an hour before the meeting


def load_meetings(people: dict[str, Person]) -> None:
    body = Body.objects.get()
    for row in read_csv("meetings/meetings"):
        Meeting.objects.create(
            body=body,
            on=row["on"],
            starts_at=row["starts_at"] or None,
            venue=row["venue"],
            state=row["state"],
            is_school_holiday=is_yes(row["school_holiday"]),
            note=row["note"],
        )
    _september(people)
    _november()


def _september(people: dict[str, Person]) -> None:
    meeting = Meeting.objects.get(on=SEPTEMBER)
    meeting.presided_by = people["M01"]
    meeting.save(update_fields=["presided_by"])
    items = {row["item"]: _minuted_item(meeting, row) for row in read_json("meetings/minutes-2018-09-19")}
    for row in read_csv("meetings/attendance-2018-09-19"):
        person = people[row["person"]]
        Attendance.objects.create(
            meeting=meeting,
            person=person,
            capacity=row["capacity"],
            status=row["status"],
            substitute_for=people.get(row["substitute_for"]),
            accepted_at=ACCEPTED_AT if row["substitute_for"] else None,
            described_as=person.roles.get().title if row["capacity"] in ("officer", "observer") else "",
        )
    for row in read_csv("meetings/undertakings-2018-09-19"):
        _undertaking(items[int(row["item"])], row)


def _minuted_item(meeting: Meeting, row: dict[str, Any]) -> AgendaItem:
    item = AgendaItem.objects.create(
        meeting=meeting,
        position=row["item"],
        number=row["item"],
        standing_key=row["key"],
        title=row["title"],
        source=ItemSource.STANDING if row["key"] else ItemSource.PROGRAMME,
        outcome=row["outcome"],
        taken_order=row["item"],
        deferred_to=Meeting.objects.get(on=row["deferred_to"]) if "deferred_to" in row else None,
    )
    for position, decided in enumerate(row.get("resolutions", []), 1):
        Resolution.objects.create(item=item, position=position, **decided)
    if "approves" in row:
        item.approves_minutes_of.add(Meeting.objects.get(on=row["approves"]))
    return item


def _undertaking(item: AgendaItem, row: dict[str, str]) -> None:
    post, _ = Post.objects.get_or_create(title=row["owner"])
    Undertaking.objects.create(
        item=item,
        paragraph=row["paragraph"],
        what=row["what"],
        owner=post,
        binding=row["binding"],
        due_kind=DueKind(row["due_kind"]),
        due_on=row["due_on"] or None,
        due_meeting=Meeting.objects.get(on=row["due_meeting"]) if row["due_meeting"] else None,
        due_rule=row["due_rule"],
    )


def _november() -> None:
    meeting = Meeting.objects.get(on=NOVEMBER)
    promised = {row["id"]: row["what"] for row in read_csv("meetings/undertakings-2018-09-19")}
    for row in read_csv("meetings/agenda-2018-11-01"):
        item = AgendaItem.objects.create(
            meeting=meeting,
            position=row["number"],
            standing_key=row["standing_key"],
            title=row["title"],
            purpose=row["purpose"],
            lead=row["lead"],
            paper_state=PaperState(row["paper_state"]),
            source=ItemSource.STANDING if row["standing_key"] else ItemSource.PROGRAMME,
        )
        if row["undertakings"]:
            item.undertakings.add(Undertaking.objects.get(what=promised[row["undertakings"]]))
        if row["approves"]:
            item.approves_minutes_of.add(Meeting.objects.get(on=row["approves"]))
