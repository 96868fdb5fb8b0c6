"""Open data and earlier addresses: what was published, and not a word that is exempt."""

import csv
import io
import json
from datetime import date

import pytest
from django.test import Client

from meetings.models import (
    AttendanceStatus,
    Capacity,
    Meeting,
    MeetingState,
    MinutesState,
    UndertakingState,
)
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    BodyFactory,
    MeetingFactory,
    MeetingMinutesFactory,
    MinuteFactory,
    PersonFactory,
    ResolutionFactory,
    UndertakingFactory,
    issue,
)

pytestmark = pytest.mark.django_db
NOVEMBER = date(2018, 11, 1)
LINE = {"id": 7, "number": "1", "title": "Membership", "purpose": "To note it", "access": "open", "parts": []}
CLOSED = LINE | {"id": 8, "number": "2", "title": "A placement", "purpose": "", "access": "exempt"}
SHEET = json.dumps({"open": [LINE | {"parts": [LINE | {"id": 9, "number": "1a"}]}], "exempt": [CLOSED]})
CANARY = "Canary"


@pytest.fixture
def anybody() -> Client:
    return Client()


@pytest.fixture
def meeting() -> Meeting:
    return MeetingFactory(on=NOVEMBER, body=BodyFactory(legacy_id=123), legacy_id=456)


def data(client: Client, meeting: Meeting, name: str = "meeting.jsonld") -> dict:
    return client.get(f"/meetings/{meeting.pk}/{name}").json()


def table(client: Client, name: str) -> list[list[str]]:
    content = client.get(f"/meetings/{name}.csv").content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(content)))[1:]


def test_meeting_is_told_in_the_names_of_oparl(anybody, meeting):
    found = data(anybody, meeting)

    page = f"http://testserver/meetings/{meeting.pk}/"
    assert {
        key: found[key] for key in ("id", "type", "name", "meetingState", "cancelled", "start", "web")
    } == {
        "id": page,
        "type": "https://schema.oparl.org/1.1/Meeting",
        "name": "Corporate Parenting Panel",
        "meetingState": "Confirmed",
        "cancelled": False,
        "start": "2018-11-01T10:00:00+00:00",
        "web": page,
    }
    assert anybody.get(f"/meetings/{meeting.pk}/meeting.jsonld")["Content-Type"] == "application/ld+json"


def test_nothing_of_an_agenda_is_told_before_it_is_issued(anybody, meeting):
    AgendaItemFactory(meeting=meeting, title=CANARY)

    for name in ("meeting.jsonld", "event.json"):
        assert CANARY.encode() not in anybody.get(f"/meetings/{meeting.pk}/{name}").content
    assert data(anybody, meeting)["agendaItem"] == []


def test_agenda_is_told_as_it_was_issued(anybody, meeting):
    issue(meeting, on=date(2018, 10, 24), content="{}")
    kept = issue(meeting, on=date(2018, 10, 26), number=2, kind="reissue", content=SHEET)

    found = data(anybody, meeting)

    assert [(i["number"], i["order"], i["name"], i["public"]) for i in found["agendaItem"]] == [
        ("1", 1, "Membership", True),
        ("1a", 2, "Membership", True),
        ("2", 3, "A placement", False),
    ]
    assert found["cpp:asIssued"][1] == {
        "number": 2,
        "kind": "Issued again",
        "publishedOn": "2018-10-26",
        "sha256": kept.content_sha256,
        "content": json.loads(SHEET),
    }
    event = data(anybody, meeting, "event.json")
    assert [(i["order"], i["description"], i["notes"]) for i in event["agenda"]] == [
        ("1", "Membership", ["To note it"]),
        ("2", "Membership", ["To note it"]),
        ("3", "A placement", []),
    ]


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (MeetingState.RESERVED, "tentative"),
        (MeetingState.CONFIRMED, "confirmed"),
        (MeetingState.HELD, "passed"),
        (MeetingState.CANCELLED, "cancelled"),
        (MeetingState.POSTPONED, "cancelled"),
    ],
)
def test_event_says_how_it_stands(anybody, state, status):
    meeting = MeetingFactory(on=NOVEMBER, starts_at=None, state=state, reason="Snow")

    event = data(anybody, meeting, "event.json")

    assert (event["status"], event["all_day"], event["start_date"]) == (status, True, "2018-11-01")


def test_moved_meeting_names_the_other(anybody):
    later = MeetingFactory(on=date(2018, 11, 8))
    meeting = MeetingFactory(on=NOVEMBER, state=MeetingState.POSTPONED, reason="Snow", moved_to=later)

    found = data(anybody, meeting)

    assert found["cpp:movedTo"] == f"http://testserver/meetings/{later.pk}/"
    assert found["cpp:notice"] == "Moved to Thursday 8 November 2018. Snow."


def test_agenda_as_held_is_told_once_the_minutes_are_public(anybody, meeting):
    item = AgendaItemFactory(meeting=meeting, number=3, title="Scorecard", outcome="taken")
    AgendaItemFactory(meeting=meeting, number=4)
    ResolutionFactory(item=item)
    record = MeetingMinutesFactory(meeting=meeting)
    MinuteFactory(record=record, number=103, series="1").items.add(item)
    assert data(anybody, meeting)["cpp:asHeld"] == []

    record.state = MinutesState.PUBLISHED
    record.save()

    assert data(anybody, meeting)["cpp:asHeld"] == [
        {
            "number": "3",
            "name": "Scorecard",
            "outcome": "Taken",
            "minutes": [103],
            "resolutionText": ["It was RESOLVED that the report be noted, with thanks"],
        }
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_data_costs_the_same_queries_for_one_and_three(anybody, meeting, number, django_assert_num_queries):
    record = MeetingMinutesFactory(meeting=meeting, state=MinutesState.PUBLISHED)
    for n in range(number):
        issue(meeting, on=NOVEMBER, number=n + 1, content=SHEET)
        item = AgendaItemFactory(meeting=meeting, number=n + 1, outcome="taken")
        ResolutionFactory(item=item)
        MinuteFactory(record=record).items.add(item)

    with django_assert_num_queries(6):  # meeting, issues, record, items, resolutions, minutes
        anybody.get(f"/meetings/{meeting.pk}/meeting.jsonld")


# Tables


def test_attendance_is_told_once_the_minutes_are_public(anybody, meeting):
    member, other = PersonFactory(surname="Adams"), PersonFactory(surname="Brown")
    present = {"meeting": meeting, "status": AttendanceStatus.PRESENT}
    AttendanceFactory(person=member, **present)
    AttendanceFactory(person=other, capacity=Capacity.SUBSTITUTE, substitute_for=PersonFactory(), **present)
    AttendanceFactory(capacity=Capacity.OBSERVER, **present)
    AttendanceFactory(person=PersonFactory(surname="Cole"), meeting=meeting, status="apology")
    record = MeetingMinutesFactory(meeting=meeting)
    assert table(anybody, "attendance") == []

    record.state = MinutesState.PUBLISHED
    record.save()

    rows = table(anybody, "attendance")
    assert [row[:4] for row in rows] == [
        ["2018-11-01", "Ms A Adams", "Member", "Present"],
        ["2018-11-01", "Ms A Brown", "Substitute", "Present"],
        ["2018-11-01", "Ms A Cole", "Member", "Apology"],
    ]
    assert [row[5] for row in rows] == ["In the room", "In the room", ""]
    assert rows[1][4].startswith("Ms A Surname")


def test_undertakings_are_told_once_the_minutes_are_public(anybody, meeting):
    item = AgendaItemFactory(meeting=meeting)
    UndertakingFactory(
        item=item, paragraph="(2)", due_kind="date", due_on=date(2019, 1, 31), state=UndertakingState.REPORTED
    )
    record = MeetingMinutesFactory(meeting=meeting)
    MinuteFactory(record=record, number=103, series="1").items.add(item)
    assert table(anybody, "undertakings") == []

    record.state = MinutesState.PUBLISHED
    record.save()

    row = table(anybody, "undertakings")[0]
    assert row[:4] == ["2018-11-01", "103", "(2)", "Report the figures"]
    assert row[5:] == ["A date", "2019-01-31", "Reported to the panel"]


@pytest.mark.parametrize("number", [1, 3])
def test_tables_cost_the_same_queries_for_one_and_three(anybody, meeting, number, django_assert_num_queries):
    MeetingMinutesFactory(meeting=meeting, state=MinutesState.PUBLISHED)
    for _ in range(number):
        AttendanceFactory(meeting=meeting)
        UndertakingFactory(item=AgendaItemFactory(meeting=meeting))

    with django_assert_num_queries(1):
        anybody.get("/meetings/attendance.csv")
    with django_assert_num_queries(2):  # undertakings, minutes
        anybody.get("/meetings/undertakings.csv")


# The canary


def test_no_exempt_word_is_in_any_of_it(anybody, meeting):
    secret = {"private_title": CANARY, "private_purpose": CANARY}
    closed = AgendaItemFactory(meeting=meeting, exempt=True, number=2, outcome="taken", **secret)
    part = AgendaItemFactory(
        meeting=meeting, exempt=True, access="part_exempt", number=3, outcome="taken", **secret
    )
    opened = AgendaItemFactory(meeting=meeting, number=4, outcome="taken")
    record = MeetingMinutesFactory(meeting=meeting, state=MinutesState.PUBLISHED)
    MinuteFactory(record=record, is_exempt=True, heading=CANARY, body=CANARY).items.add(part)
    for item in (closed, part):
        ResolutionFactory(item=item, text=CANARY)
        UndertakingFactory(item=item, what=CANARY)
    UndertakingFactory(item=opened, what=CANARY, is_exempt=True)
    UndertakingFactory(item=opened, what="In the open")
    issue(meeting, on=date(2018, 10, 24), content=SHEET)
    one = f"/meetings/{meeting.pk}"

    found = {
        address: anybody.get(address).content
        for address in (
            f"{one}/meeting.jsonld",
            f"{one}/event.json",
            f"{one}/meeting.ics",
            "/meetings/",
            "/meetings/attendance.csv",
            "/meetings/undertakings.csv",
            "/meetings/meetings.ics",
            "/meetings/issues.atom",
        )
    }

    assert [address for address, content in found.items() if CANARY.encode() in content] == []
    assert b"In the open" in found["/meetings/undertakings.csv"]


# Earlier addresses


@pytest.mark.parametrize(
    "query", ["CId=123&MId=456", "cid=123&mid=456&Ver=4", "CommitteeId=123&MeetingId=456", "MId=456"]
)
def test_documents_of_a_meeting_lead_to_its_page_for_good(anybody, meeting, query):
    response = anybody.get(f"/ieListDocuments.aspx?{query}")

    assert (response.status_code, response.url) == (301, f"/meetings/{meeting.pk}/")


def test_meetings_of_the_committee_lead_to_the_list(anybody, meeting):
    response = anybody.get("/ieListMeetings.aspx?CommitteeId=123&Year=2018")

    assert (response.status_code, response.url) == (301, "/meetings/")


def test_item_leads_to_its_place_once_it_was_issued(anybody, meeting):
    item = AgendaItemFactory(meeting=meeting, number=3, legacy_id=789)
    AgendaItemFactory(meeting=meeting, legacy_id=790)

    response = anybody.get("/mgAi.aspx?ID=789")

    assert (response.status_code, response.url) == (301, f"/meetings/{meeting.pk}/#item-{item.pk}")
    assert anybody.get("/mgAi.aspx?ID=790").status_code == 404


def test_address_by_committee_and_meeting_leads_to_the_page(anybody, meeting):
    response = anybody.get(f"/committees/{meeting.body_id}/meetings/{meeting.pk}/")

    assert (response.status_code, response.url) == (301, f"/meetings/{meeting.pk}/")
    assert anybody.get(f"/committees/{meeting.body_id + 1}/meetings/{meeting.pk}/").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "ieListDocuments.aspx",
        "ieListDocuments.aspx?MId=999",
        "ieListDocuments.aspx?CId=999&MId=456",
        "ieListDocuments.aspx?MId=٤",
        "ieListDocuments.aspx?MId=99999999999999999999",
        "ieListMeetings.aspx?CId=x",
        "mgAi.aspx?ID=-1",
    ],
)
def test_address_that_names_nothing_is_404(anybody, meeting, address):
    assert anybody.get(f"/{address}").status_code == 404
