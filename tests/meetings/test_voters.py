"""Votes that cannot be as recorded are asked after before the minutes are published."""

import pytest

from meetings.models import Election, Interest, MeetingState
from meetings.report.minutes_material import minutes_findings
from people.print_names import name_of
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingMinutesFactory,
    MinuteFactory,
    ResolutionFactory,
)
from tests.meetings.sittings import carer, councillors, the_meeting, there

pytestmark = pytest.mark.django_db


@pytest.fixture
def item():
    return AgendaItemFactory(meeting=the_meeting(MeetingState.HELD), title="Adoption", outcome="taken")


@pytest.fixture
def record(item):
    record = MeetingMinutesFactory(meeting=item.meeting)
    MinuteFactory(record=record, body="<p>It was heard.</p>").items.add(item)
    return record


def said(record) -> list[str]:
    return [one.sentence for one in minutes_findings(record) if "vote" in one.sentence]


@pytest.mark.parametrize(
    ("counted", "is_asked"),
    [((1, 1, 0), False), ((1, 1, 1), True), ((3, 0, None), True), ((None,) * 3, False)],
)
def test_more_votes_than_members_who_may_vote_are_asked_after(item, record, counted, is_asked):
    first, second, out = councillors(3)
    there(item.meeting, first, second, out, carer())
    Interest.objects.create(meeting=item.meeting, item=item, person=out, kind="dpi", effect="withdrew")
    votes_for, against, abstained = counted
    ResolutionFactory(item=item, votes_for=votes_for, votes_against=against, abstentions=abstained)

    sentence = "“Adoption”: 3 votes, but 2 voting members are recorded as present and free to vote."
    assert said(record) == ([f"{sentence} Look at the attendance."] if is_asked else [])


def test_votes_of_an_election_are_counted_too(item, record):
    (only,) = councillors(1)
    there(item.meeting, only)
    Election.objects.create(
        item=item, office="chairman", outcome="vote", person=only, votes_for=2, votes_against=0
    )

    assert said(record) == [
        "“Adoption”: 2 votes, but 1 voting member is recorded as present and free to vote. Look at the attendance."
    ]


def test_recorded_vote_of_somebody_who_has_none_is_asked_after(item, record):
    votes, officer = councillors(1)[0], carer()
    there(item.meeting, votes, officer)
    one = ResolutionFactory(item=item)
    for person in (votes, officer):
        one.recorded_votes.create(person=person, cast="for")

    assert said(record) == [
        f"“Adoption”: the vote of {name_of(officer).formal} is recorded, who has none on this item."
    ]
