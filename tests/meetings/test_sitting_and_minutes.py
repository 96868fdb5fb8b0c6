"""What is recorded of a meeting rests from the first publication of its minutes on, since they print it."""

from datetime import time
from hashlib import sha256

import pytest
from django.urls import reverse

from core.access import Role
from meetings.actions import sitting as acts
from meetings.actions.at_the_table import MINUTES_OUT
from meetings.actions.attendance import (
    Change,
    Record,
    add_attender,
    save_attendance,
    take_off,
)
from meetings.actions.elections import record_election
from meetings.actions.exclusions import record_exclusion, release_papers, remove_exclusion
from meetings.actions.interests import declare_interest, remove_interest
from meetings.actions.locks import Refused
from meetings.actions.minutes_start import start_minutes
from meetings.actions.outcomes import record_outcome
from meetings.actions.resolutions import (
    add_resolution,
    change_resolution,
    record_vote,
    remove_resolution,
    votes,
)
from meetings.actions.undertakings import add_undertaking
from meetings.models import (
    Attendance,
    AttendanceStatus,
    Capacity,
    Exclusion,
    MeetingMinutes,
    Resolution,
    Undertaking,
)
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    MeetingMinutesFactory,
    PersonFactory,
    ResolutionFactory,
)
from tests.factories.people import PostFactory, UserFactory
from tests.meetings.sittings import AFTER, councillors, the_meeting
from tests.page import open_page
from tests.worlds import shared_world

pytestmark = pytest.mark.django_db
NO_VOTE = votes(None, None, None, "")


@pytest.fixture(scope="module")
def held(django_db_setup, django_db_blocker):
    """A meeting with one item, a resolution, and minutes that are published as draft."""
    with shared_world(django_db_blocker):
        meeting = the_meeting("held", presided_by=councillors(3)[0])
        item = AgendaItemFactory(meeting=meeting, number=1, outcome="taken", taken_order=1)
        ResolutionFactory(item=item, text="the report be noted")
        MeetingMinutesFactory(meeting=meeting, state="published")
        yield meeting


@pytest.fixture(scope="module")
def clerk(held):
    return UserFactory(roles=[Role.DEMOCRATIC_SERVICES])


def _present(meeting, clerk):
    person = meeting.presided_by_id
    record = Record(status=AttendanceStatus.ABSENT)
    save_attendance(meeting, [Change(person, 0, record)], by=clerk, now=AFTER)


def _add(meeting, clerk):
    add_attender(meeting, capacity=Capacity.OFFICER, person=PersonFactory(), by=clerk, now=AFTER)


def _outcome(meeting, clerk):
    record_outcome(meeting.items.get(), version=1, outcome="withdrawn", by=clerk)


def _resolve(meeting, clerk):
    words = {"form": "resolved", "text": "more be asked", "effects": [], "vote": NO_VOTE}
    add_resolution(meeting.items.get(), after=0, by=clerk, **words)


def _change(meeting, clerk):
    words = {"form": "resolved", "text": "it be agreed", "effects": [], "vote": NO_VOTE}
    change_resolution(Resolution.objects.get(), version=1, by=clerk, **words)


def _remove(meeting, clerk):
    remove_resolution(Resolution.objects.get().pk, meeting.items.get(), version=1, by=clerk)


def _vote(meeting, clerk):
    record_vote(Resolution.objects.get(), person=meeting.presided_by, cast="for", by=clerk)


def _elect(meeting, clerk):
    record_election(meeting.items.get(), version=0, office="chairman", outcome="deferred", by=clerk)


def _exclude(meeting, clerk):
    nobody = {"moved_by": None, "seconded_by": None, "at": None}
    record_exclusion(meeting, items=[], paragraphs=[1], is_resolved=True, after=0, by=clerk, **nobody)


def _declare(meeting, clerk):
    words = {"kind": "dpi", "nature": "A trustee", "effect": "withdrew"}
    declare_interest(meeting.items.get(), person=meeting.presided_by, by=clerk, **words)


@pytest.mark.parametrize(
    "act",
    [
        _present,
        _add,
        _outcome,
        _resolve,
        _change,
        _remove,
        _vote,
        _elect,
        _exclude,
        _declare,
        lambda meeting, clerk: take_off(meeting, 1, version=1, by=clerk),
        lambda meeting, clerk: remove_interest(1, meeting.items.get(), by=clerk),
        lambda meeting, clerk: remove_exclusion(1, meeting, by=clerk),
        lambda meeting, clerk: acts.close_meeting(meeting, at=time(12), by=clerk, now=AFTER),
    ],
)
def test_what_published_minutes_print_is_not_changed_behind_them(held, clerk, act):
    with pytest.raises(Refused) as refusal:
        act(held, clerk)

    assert str(refusal.value) == MINUTES_OUT


def test_undertakings_go_on_beside_published_minutes(held, clerk):
    add_undertaking(
        held.items.get(), after=0, by=clerk, what="Ask the school", owner=PostFactory(), due_kind="none"
    )

    assert Undertaking.objects.count() == 1


def approved(meeting) -> None:
    text = "{}"
    MeetingMinutes.objects.filter(meeting=meeting).update(
        state="approved",
        approved_at=meeting,
        content=text,
        content_sha256=sha256(text.encode()).hexdigest(),
    )


@pytest.mark.parametrize("state", ["published", "approved"])
def test_papers_are_released_beside_published_minutes_and_after_their_approval(held, clerk, state):
    item = AgendaItemFactory(meeting=held, number=2, position=2, exempt=True)
    exclusion = Exclusion.objects.create(meeting=held, paragraphs=[2], is_resolved=False)
    exclusion.items.add(item)
    if state == "approved":
        approved(held)

    assert release_papers(item, version=1, is_confirmed=True, by=clerk, now=AFTER)


def test_beginning_published_minutes_again_finds_them(held, clerk):
    assert start_minutes(held, by=clerk) == (held.minutes, False)


@pytest.mark.parametrize("state", ["drafting", "chairman"])
def test_before_publication_everything_can_still_be_recorded(held, clerk, state):
    held.minutes.__class__.objects.filter(meeting=held).update(state=state)

    _outcome(held, clerk)

    assert held.items.get().outcome == "withdrawn"


@pytest.mark.parametrize("page", ["attendance_record", "meeting_sit", "item_record"])
def test_pages_of_the_meeting_say_beforehand_that_its_record_rests(held, client, clerk, page):
    client.force_login(clerk)
    of = held.items.get() if page == "item_record" else held

    shown = open_page(client, reverse(f"meetings:{page}", args=[of.pk]))

    assert shown.texts(".govuk-warning-text__text") == [f"Warning {MINUTES_OUT}"]


def test_attendance_sent_after_publication_is_kept_on_the_page_with_the_reason(held, client, clerk):
    client.force_login(clerk)
    person = held.presided_by_id
    AttendanceFactory(meeting=held, person=held.presided_by, status=AttendanceStatus.PRESENT)
    sent = {f"{person}-version": 1, f"{person}-status": "apology", "way": "save"}

    answer = client.post(reverse("meetings:attendance_record", args=[held.pk]), sent)

    assert answer.status_code == 409
    assert MINUTES_OUT in answer.content.decode()
    assert Attendance.objects.get().status == AttendanceStatus.PRESENT
