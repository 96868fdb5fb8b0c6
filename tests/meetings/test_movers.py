"""Who is offered as mover, seconder and voter: those who are in the room."""

import pytest
from django.urls import reverse

from core.access import Role
from meetings.models import AttendanceStatus, Capacity, Election, Exclusion, MeetingState, RecordedVote
from meetings.standing_order import StandingKey
from people.print_names import name_of
from tests.factories.meetings import AgendaItemFactory, AttendanceFactory, PersonFactory, ResolutionFactory
from tests.meetings.sittings import councillors, the_meeting, there
from tests.page import Page, open_page

pytestmark = pytest.mark.django_db
AWAY = [AttendanceStatus.APOLOGY, AttendanceStatus.ABSENT]


@pytest.fixture
def sitting():
    return the_meeting(MeetingState.SITTING)


@pytest.fixture
def clerk(client_as):
    return client_as(Role.DEMOCRATIC_SERVICES)


def offered(page: Page, name: str) -> list[str]:
    return page.texts(f"[name={name}] option")[1:]


def at_election(client, meeting) -> Page:
    item = AgendaItemFactory(meeting=meeting, standing_key=StandingKey.ELECTION)
    return open_page(client, reverse("meetings:item_record", args=[item.pk]))


@pytest.mark.parametrize("away", AWAY)
def test_only_those_present_can_propose_and_second_but_an_absent_member_can_be_elected(clerk, sitting, away):
    present, absent, silent = councillors(3)
    there(sitting, present)
    there(sitting, absent, status=away)

    page = at_election(clerk, sitting)

    assert (
        offered(page, "election-proposed_by")
        == offered(page, "election-seconded_by")
        == [name_of(present).formal]
    )
    assert offered(page, "election-person") == [name_of(one).formal for one in (present, absent, silent)]


@pytest.mark.parametrize("away", AWAY)
def test_before_anybody_is_recorded_all_who_sent_no_apology_are_offered(clerk, sitting, away):
    first, second, absent = councillors(3)
    there(sitting, absent, status=away)

    page = at_election(clerk, sitting)

    assert offered(page, "election-proposed_by") == [name_of(first).formal, name_of(second).formal]


def test_substitute_moves_in_place_of_the_member(clerk, sitting):
    first, member = councillors(2)
    stand_in = PersonFactory(first_name="Kim", surname="Zennor")
    there(sitting, first)
    there(sitting, stand_in, capacity=Capacity.SUBSTITUTE, substitute_for=member)

    assert offered(at_election(clerk, sitting), "election-proposed_by") == [
        name_of(first).formal,
        name_of(stand_in).formal,
    ]


def test_public_is_excluded_on_the_motion_of_those_present(clerk, sitting):
    present, absent = councillors(2)
    there(sitting, present)
    there(sitting, absent, status="apology")
    item = AgendaItemFactory(meeting=sitting, exempt=True)
    way = reverse("meetings:exclusion_add", args=[sitting.pk])

    assert offered(open_page(clerk, way), "moved_by") == [name_of(present).formal]
    given = {"items": [item.pk], "paragraphs": item.paragraphs, "result": "yes", "after": 0}
    answer = clerk.post(way, given | {"moved_by": absent.pk, "seconded_by": present.pk})
    assert (answer.status_code, Exclusion.objects.count()) == (200, 0)
    answer = clerk.post(way, given | {"moved_by": present.pk})
    assert (answer.status_code, Exclusion.objects.get().moved_by) == (302, present)


def test_vote_is_recorded_for_those_present(clerk, sitting):
    present, absent = councillors(2)
    there(sitting, present)
    there(sitting, absent, status="apology")
    resolution = ResolutionFactory(item=AgendaItemFactory(meeting=sitting))
    way = reverse("meetings:vote_record", args=[resolution.pk])

    for person in (absent, present):
        clerk.post(way, {f"vote{resolution.pk}-person": person.pk, f"vote{resolution.pk}-cast": "for"})

    assert [one.person for one in RecordedVote.objects.all()] == [present]


def test_who_is_named_already_stays_offered_whatever_becomes_of_the_attendance(clerk, sitting):
    present, gone, voter = councillors(3)
    there(sitting, present)
    item = AgendaItemFactory(meeting=sitting, standing_key=StandingKey.ELECTION)
    Election.objects.create(
        item=item,
        office="vice_chairman",
        outcome="unopposed",
        person=voter,
        proposed_by=gone,
        seconded_by=present,
    )
    RecordedVote.objects.create(resolution=ResolutionFactory(item=item), person=voter, cast="for")
    AttendanceFactory(meeting=sitting, person=gone, status="absent")

    page = open_page(clerk, reverse("meetings:item_record", args=[item.pk]))

    assert offered(page, "election-proposed_by") == [name_of(one).formal for one in (present, gone, voter)]
    assert (
        clerk.post(
            reverse("meetings:election_record", args=[item.pk]),
            {
                "election-office": "vice_chairman",
                "election-outcome": "unanimous",
                "election-person": voter.pk,
                "election-proposed_by": gone.pk,
                "election-seconded_by": present.pk,
                "election-version": 1,
            },
        )
        .headers["Location"]
        .endswith("#election")
    )
