"""What a page never sends: numbers that are none, rows of other meetings, dates at the edge of the calendar."""

import pytest
from django.test import Client
from django.urls import reverse

from core.access import Role
from meetings.models import Exclusion, Interest, MinutesAppendix, Resolution
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingFactory,
    MeetingMinutesFactory,
    MinuteFactory,
    PersonFactory,
    ResolutionFactory,
    SeatTenureFactory,
)
from tests.factories.people import UserFactory
from tests.meetings.agendas import NOVEMBER, SEPTEMBER
from tests.page import Page
from tests.worlds import shared_world

pytestmark = pytest.mark.django_db
NO_NUMBERS = ["", "²", "١٢", "-1", "1e3", "1\x00", "9" * 30, "9" * 5000, "null", "[1]"]


class World:
    """Two meetings, each with one of everything."""

    def __init__(self) -> None:
        self.clerk = UserFactory(roles=[Role.DEMOCRATIC_SERVICES])
        self.tenure = SeatTenureFactory()
        self.here, self.elsewhere = (self.held(day) for day in (NOVEMBER, SEPTEMBER))

    def held(self, day) -> dict:
        meeting = MeetingFactory(on=day, state="held")
        item = AgendaItemFactory(meeting=meeting, number=1, exempt=True)
        record = MeetingMinutesFactory(meeting=meeting)
        minute = MinuteFactory(record=record, body="<p>Said.</p>")
        minute.items.add(item)
        exclusion = Exclusion.objects.create(meeting=meeting, paragraphs=[2], is_resolved=True)
        exclusion.items.add(item)
        interest = {"kind": "other", "nature": "x", "effect": "stayed"}
        return {
            "meeting": meeting,
            "item": item,
            "minute": minute,
            "exclusion": exclusion,
            "resolution": ResolutionFactory(item=item),
            "interest": Interest.objects.create(
                meeting=meeting, item=item, person=PersonFactory(), **interest
            ),
            "appendix": MinutesAppendix.objects.create(record=record, position=1, title="x", body="<p>x</p>"),
        }


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with shared_world(django_db_blocker):
        yield World()


@pytest.fixture
def client(world) -> Client:
    client = Client()
    client.force_login(world.clerk)
    return client


# Address, the row in it, and the field that names another row
BUTTONS = [
    ("exclusion_remove", "meeting", "exclusion"),
    ("resolution_remove", "item", "resolution"),
    ("interest_remove", "item", "interest"),
    ("appendix_remove", "meeting", "appendix"),
]


def counts() -> list[int]:
    return [model.objects.count() for model in (Exclusion, Resolution, Interest, MinutesAppendix)]


@pytest.mark.parametrize("number", NO_NUMBERS, ids=range(len(NO_NUMBERS)))
@pytest.mark.parametrize(
    ("name", "row", "field"),
    [
        *BUTTONS,
        ("minute_remove", "minute", "version"),
        ("minute_restore", "minute", "event"),
        ("minute_restore", "minute", "version"),
        ("resolution_add", "item", "after"),
        ("undertaking_add", "item", "after"),
        ("undertaking_accept", "item", "undertaking"),
        ("presiding_set", "meeting", "person"),
        ("attendance_record", "meeting", "take_off"),
    ],
)
def test_number_that_is_none_removes_nothing_and_breaks_nothing(world, client, name, row, field, number):
    before = counts()

    answer = client.post(reverse(f"meetings:{name}", args=[world.here[row].pk]), {field: number})

    assert answer.status_code in (200, 302, 409)
    assert counts() == before


@pytest.mark.parametrize("number", NO_NUMBERS, ids=range(len(NO_NUMBERS)))
def test_attendance_of_nobody_is_passed_over(world, client, number):
    sent = {f"{number}-version": "1", f"{number}-status": "present", "way": "save"}

    answer = client.post(reverse("meetings:attendance_record", args=[world.here["meeting"].pk]), sent)

    assert answer.status_code in (302, 400, 409)
    assert world.here["meeting"].attendances.count() == 0


@pytest.mark.parametrize(("name", "row", "field"), BUTTONS)
def test_row_of_another_meeting_is_out_of_reach(world, client, name, row, field):
    before = counts()
    sent = {field: world.elsewhere[field].pk, "version": 1}

    client.post(reverse(f"meetings:{name}", args=[world.here[row].pk]), sent)

    assert counts() == before


@pytest.mark.parametrize("name", ["item_record", "resolution_add", "interest_add", "election_record"])
@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.REPORT_OWNER, Role.MI_APPROVER, Role.ADMINISTRATOR])
def test_whoever_may_not_record_changes_nothing_though_they_send_all_of_it(world, client_as, name, role):
    sent = {
        "outcome-outcome": "taken",
        "outcome-version": 1,
        "new-form": "resolved",
        "new-text": "x",
        "election-office": "chairman",
        "election-outcome": "deferred",
        "election-version": 0,
    }
    before = counts()

    answer = client_as(role).post(reverse(f"meetings:{name}", args=[world.here["item"].pk]), sent)

    assert (answer.status_code, counts()) == (403, before)


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [
        ("9" * 30, "1", "2018"),
        ("1", "9" * 30, "2018"),
        ("1", "1", "9" * 30),
        ("1", "1", "0000"),
        ("31", "2", "2018"),
        ("0", "1", "2018"),
        ("\x00", "1", "2018"),
        ("²", "1", "2018"),
    ],
    ids=range(8),
)
def test_date_that_is_none_is_an_error_on_the_page(world, client, day, month, year):
    sent = {"starts_on-day": day, "starts_on-month": month, "starts_on-year": year, "version": 1}

    answer = client.post(reverse("meetings:tenure_edit", args=[world.tenure.pk]), sent)

    assert answer.status_code == 200
    assert len(Page(answer.content).texts(".govuk-error-summary__list li")) == 1


@pytest.mark.parametrize("number", NO_NUMBERS, ids=range(len(NO_NUMBERS)))
def test_address_with_a_number_that_is_none_is_not_found(number):
    answer = Client().get("/mgAi.aspx", {"ID": number})

    assert answer.status_code == 404


@pytest.mark.parametrize("year", NO_NUMBERS, ids=range(len(NO_NUMBERS)))
def test_year_that_is_none_shows_this_one(client, year):
    assert client.get(reverse("meetings:closed_days"), {"year": year}).status_code == 200
