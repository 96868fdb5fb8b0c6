"""Who is offered as mover, seconder and voter: those who are in the room."""

import pytest
from django.urls import reverse

from core.access import Role
from meetings.actions.locks import Refused
from meetings.actions.resolutions import record_vote
from meetings.models import (
    AttendanceStatus,
    Capacity,
    Election,
    Exclusion,
    Interest,
    MeetingState,
    RecordedVote,
)
from meetings.standing_order import StandingKey
from people.print_names import name_of
from tests.factories.meetings import AgendaItemFactory, AttendanceFactory, PersonFactory, ResolutionFactory
from tests.factories.people import UserFactory
from tests.meetings.sittings import carer, councillors, the_meeting, there
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


@pytest.mark.parametrize(
    ("effect", "moves", "votes"),
    [("withdrew", False, False), ("no_vote", True, False), ("stayed", True, True), ("dispensed", True, True)],
)
def test_interest_keeps_a_member_from_moving_and_voting(clerk, sitting, effect, moves, votes):
    (member,) = councillors(1)
    there(sitting, member)
    item = AgendaItemFactory(meeting=sitting, standing_key=StandingKey.ELECTION)
    words = {"kind": "other", "nature": "A trustee", "dispensation": "By the council"}
    Interest.objects.create(meeting=sitting, item=item, person=member, effect=effect, **words)
    one = ResolutionFactory(item=item)

    page = open_page(clerk, reverse("meetings:item_record", args=[item.pk]))

    assert bool(offered(page, "election-proposed_by")) == moves
    assert bool(offered(page, f"vote{one.pk}-person")) == votes


def test_only_voting_members_and_their_substitutes_are_offered_as_voters(clerk, sitting):
    first, replaced = councillors(2)
    foster_carer, stand_in, for_carer = carer(), PersonFactory(), PersonFactory()
    there(sitting, first, foster_carer)
    there(sitting, stand_in, capacity=Capacity.SUBSTITUTE, substitute_for=replaced)
    there(sitting, for_carer, capacity=Capacity.SUBSTITUTE, substitute_for=carer())
    one = ResolutionFactory(item=AgendaItemFactory(meeting=sitting))

    page = open_page(clerk, reverse("meetings:item_record", args=[one.item_id]))

    assert set(offered(page, f"vote{one.pk}-person")) == {name_of(who).formal for who in (first, stand_in)}
    for who in (foster_carer, for_carer):
        with pytest.raises(Refused, match="has no vote on this item"):
            record_vote(one, person=who, cast="for", by=UserFactory(roles=[Role.DEMOCRATIC_SERVICES]))


@pytest.mark.parametrize(
    ("before", "cast", "said"),
    [
        (None, "for", "The vote of {} is recorded."),
        (None, "", "The vote of {} was not recorded."),
        ("for", "", "The vote of {} is taken out."),
    ],
)
def test_answer_says_what_became_of_the_vote(clerk, sitting, before, cast, said):
    (member,) = councillors(1)
    one = ResolutionFactory(item=AgendaItemFactory(meeting=sitting))
    if before:
        one.recorded_votes.create(person=member, cast=before)

    sent = {f"vote{one.pk}-person": member.pk, f"vote{one.pk}-cast": cast}
    answer = clerk.post(reverse("meetings:vote_record", args=[one.pk]), sent, follow=True)

    assert [str(message) for message in answer.context["messages"]] == [said.format(member)]


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
    one = RecordedVote.objects.create(resolution=ResolutionFactory(item=item), person=voter, cast="for")
    AttendanceFactory(meeting=sitting, person=gone, status="absent")

    page = open_page(clerk, reverse("meetings:item_record", args=[item.pk]))

    assert offered(page, "election-proposed_by") == [name_of(one).formal for one in (present, gone)]
    assert offered(page, f"vote{one.resolution_id}-person") == [
        name_of(one).formal for one in (present, voter)
    ]
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
