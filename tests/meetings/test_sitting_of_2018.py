"""The demonstration: who was there on 19 September 2018, what was undertaken, and where it came back."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from core.access import Role
from meetings.demonstration import load_demonstration
from meetings.models import AttendanceStatus, Capacity, Meeting, Undertaking
from meetings.report.attendance import attendance_blocks, read_room
from meetings.report.quorum import quorum_of
from meetings.report.undertakings import due_for, kept
from people.demonstration import load_accounts
from tests.factories.people import UserFactory
from tests.page import open_page
from tests.worlds import shared_world

pytestmark = pytest.mark.django_db
SEPTEMBER, NOVEMBER = date(2018, 9, 19), date(2018, 11, 1)
NOW = datetime(2018, 11, 2, 12, tzinfo=UTC)


@pytest.fixture(scope="module", autouse=True)
def meetings_of_2018(django_db_setup, django_db_blocker):
    with shared_world(django_db_blocker), override_settings(DEMO=True):
        load_accounts(lambda said: None)
        load_demonstration(lambda said: None)
        yield


def the_meeting(on) -> Meeting:
    return Meeting.objects.select_related("body").get(on=on)


def test_attendance_has_fourteen_members_a_substitute_six_apologies_and_four_not_recorded():
    room = read_room(the_meeting(SEPTEMBER))
    statuses = [place.status for place in room.places]

    assert [statuses.count(status) for status in AttendanceStatus] == [4, 14, 6, 0]
    assert len(room.of(Capacity.SUBSTITUTE)) == 1


def test_blocks_of_names_are_as_the_minutes_print_them():
    blocks = attendance_blocks(the_meeting(SEPTEMBER))

    assert blocks.present.startswith("Mrs R E Ellerby, MBE (Chairman), Ms A J Bellamy, ")
    assert "Mr D L Monkton (Substitute for Mr L Brackenby)" in blocks.present
    assert len(blocks.present.replace(" and ", ", ").replace(", MBE", "").split(", ")) == 15
    assert blocks.also_present == "Mr A W Westmarsh"
    assert blocks.in_attendance.endswith(" and Miss T A Elmstead (Democratic Services Officer)")
    assert blocks.observers == "Ms V Hothfield (Department for Education)"
    assert blocks.apologies.count(",") == 4
    assert blocks.substitutes == ["Dale Monkton was present as a substitute for Lee Brackenby."]
    assert blocks.by_video == ""


def test_september_was_quorate():
    assert quorum_of(read_room(the_meeting(SEPTEMBER)), NOW).is_quorate


def register() -> dict:
    return {one.reference: one for one in kept(Undertaking.objects.all(), NOVEMBER)}


@pytest.mark.parametrize(
    ("reference", "item"), [("103(2)", "Item 14 of 1 Nov 2018"), ("98(2)", "Item 3 of 1 Nov 2018")]
)
def test_undertaking_is_discharged_by_its_item(reference, item):
    assert [back for back, _ in register()[reference].comes_back] == [item]


def test_what_falls_due_by_november_is_known():
    assert {"98(2)", "103(2)"} <= {one.reference for one in due_for(the_meeting(NOVEMBER))}


def test_december_2018_holds_no_meeting():
    launch = next(one for one in register().values() if one.undertaking.due_kind == "month")

    assert launch.due.warning.startswith("December 2018 holds no meeting.")


def test_pages_of_november_open_for_the_clerk():
    clerk, meeting = Client(), the_meeting(NOVEMBER)
    clerk.force_login(UserFactory(roles=[Role.DEMOCRATIC_SERVICES]))

    lines = open_page(clerk, reverse("meetings:attendance_record", args=[meeting.pk])).all("[data-line]")
    items = open_page(clerk, reverse("meetings:meeting_sit", args=[meeting.pk])).all(".sitting-items li")

    assert (len(lines), len(items)) == (25, 14)
