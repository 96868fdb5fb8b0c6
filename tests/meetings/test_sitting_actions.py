"""A meeting as it goes: opened, its items, what was decided, excluded, elected, adjourned, closed."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied

from core.access import Role
from meetings.actions.elections import record_election
from meetings.actions.exclusions import (
    decided_otherwise,
    readmit_public,
    record_exclusion,
    release_papers,
    remove_exclusion,
    was_refused,
)
from meetings.actions.interests import declare_interest, remove_interest
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.actions.outcomes import record_outcome
from meetings.actions.resolutions import (
    add_resolution,
    change_resolution,
    record_vote,
    remove_resolution,
    votes,
)
from meetings.actions.sitting import (
    adjourn_meeting,
    close_meeting,
    open_meeting,
    resume_meeting,
)
from meetings.models import (
    AgendaItem,
    Election,
    Exclusion,
    Interest,
    Meeting,
    MeetingState,
    Office,
    OfficeHolding,
    Paper,
    ProgrammeEntry,
    ProgrammeState,
    RecordedVote,
    Resolution,
)
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingFactory,
    MeetingMinutesFactory,
    PaperFactory,
    PersonFactory,
    ProgrammeEntryFactory,
    ResolutionFactory,
)
from tests.meetings.sittings import AFTER, BEFORE, DAY, at, carer, councillors, the_meeting, there

pytestmark = pytest.mark.django_db
NO_VOTE = votes(None, None, None, "")


@pytest.fixture
def clerk(user_as):
    return user_as(Role.DEMOCRATIC_SERVICES)


@pytest.fixture
def sitting():
    return the_meeting(MeetingState.SITTING)


def item_of(meeting, **fields) -> AgendaItem:
    return AgendaItemFactory(meeting=meeting, **fields)


def test_meeting_is_opened_once_and_the_chairman_presides(clerk):
    meeting, people = the_meeting(), councillors(3)
    there(meeting, *people)

    done = [open_meeting(meeting, by=clerk, now=at(10, 3)) for _ in range(2)]

    meeting.refresh_from_db()
    assert done == [True, False]
    assert (meeting.state, meeting.opened_at, meeting.presided_by) == (
        "sitting",
        datetime.time(10, 3),
        people[0],
    )


def test_meeting_is_not_opened_before_its_day(clerk):
    with pytest.raises(Refused, match="The meeting is on Thursday 1 November 2018"):
        open_meeting(the_meeting(), by=clerk, now=BEFORE)


@pytest.mark.parametrize("act", [adjourn_meeting, resume_meeting, close_meeting])
def test_what_was_not_opened_does_not_go_on(clerk, act):
    more = {adjourn_meeting: {"reason": "Fire"}, close_meeting: {"now": at(12)}}.get(act, {})

    with pytest.raises(Refused, match="This meeting is confirmed, so it cannot be"):
        act(the_meeting(), by=clerk, **more)


def test_meeting_is_adjourned_with_a_reason_and_goes_on(clerk, sitting):
    item = item_of(sitting)
    adjourn_meeting(sitting, reason="Fire alarm; it goes on at noon", by=clerk)
    adjourned = Meeting.objects.get()
    resume_meeting(sitting, by=clerk)

    assert (adjourned.state, adjourned.reason) == ("adjourned", "Fire alarm; it goes on at noon")
    assert (Meeting.objects.get().state, list(sitting.items.all())) == ("sitting", [item])


def test_closing_asks_for_every_items_outcome(clerk, sitting):
    item = item_of(sitting, title="Scorecard")

    with pytest.raises(Refused, match="Record first what became of “Scorecard”"):
        close_meeting(sitting, by=clerk, now=at(12))
    close_meeting(sitting, rest_not_reached=True, by=clerk, now=at(12))

    item.refresh_from_db()
    meeting = Meeting.objects.get()
    assert (item.outcome, meeting.state, meeting.closed_at) == ("not_reached", "held", datetime.time(12))


def test_meeting_closes_after_it_opened(clerk):
    meeting = the_meeting(MeetingState.SITTING, opened_at=datetime.time(10))

    with pytest.raises(Refused, match="Enter a time of closing after the meeting was opened"):
        close_meeting(meeting, at=datetime.time(9, 59), by=clerk, now=at(12))


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.ADMINISTRATOR])
def test_only_clerks_run_a_meeting(role, user_as, clerk):
    meeting = the_meeting()

    with pytest.raises(PermissionDenied):
        open_meeting(meeting, by=user_as(role), now=at(10))

    assert open_meeting(meeting, by=clerk, now=at(10))


def outcome(item, clerk, version=1, **fields):
    return record_outcome(item, version=version, by=clerk, **{"outcome": "taken"} | fields)


def on_the_programme(meeting, **fields) -> ProgrammeEntry:
    return ProgrammeEntryFactory(body=meeting.body, meeting=meeting, state=ProgrammeState.ON_AGENDA, **fields)


def closed(meeting, clerk) -> None:
    close_meeting(meeting, at=datetime.time(13), rest_not_reached=True, by=clerk, now=at(13))


@pytest.mark.parametrize(
    ("became", "state", "stays"),
    [
        ("taken", ProgrammeState.CONSIDERED, True),
        ("withdrawn", ProgrammeState.IDEA, False),
        ("deferred", ProgrammeState.ON_AGENDA, True),
        ("", ProgrammeState.ON_AGENDA, True),
    ],
)
def test_closing_the_meeting_settles_the_work_programme(clerk, sitting, became, state, stays):
    entry = on_the_programme(sitting)
    item = item_of(sitting, programme_entry=entry)
    if became:
        outcome(item, clerk, outcome=became)

    closed(sitting, clerk)

    entry.refresh_from_db()
    assert (entry.state, entry.meeting) == (state, sitting if stays else None)


def test_what_recurs_comes_back_once_the_meeting_that_took_it_is_closed(clerk, sitting):
    later = MeetingFactory(body=sitting.body, on=DAY + datetime.timedelta(days=35))
    entry = on_the_programme(sitting, recurrence="every_meeting")
    outcome(item_of(sitting, programme_entry=entry), clerk)

    closed(sitting, clerk)

    assert list(ProgrammeEntry.objects.exclude(pk=entry.pk).values_list("meeting", "state")) == [
        (later.pk, ProgrammeState.SCHEDULED)
    ]


def test_outcome_put_right_after_the_meeting_settles_the_programme_too(clerk, sitting):
    entry = on_the_programme(sitting)
    item = item_of(sitting, programme_entry=entry)
    closed(sitting, clerk)

    outcome(item, clerk, version=2)

    entry.refresh_from_db()
    assert entry.state == ProgrammeState.CONSIDERED


def test_entry_of_another_meeting_is_left_alone(clerk, sitting):
    elsewhere = MeetingFactory(body=sitting.body, on=DAY + datetime.timedelta(days=35))
    entry = on_the_programme(elsewhere)
    outcome(item_of(sitting, programme_entry=entry), clerk)

    closed(sitting, clerk)

    entry.refresh_from_db()
    assert (entry.state, entry.meeting) == (ProgrammeState.ON_AGENDA, elsewhere)


def test_items_are_taken_in_order_and_some_together(clerk, sitting):
    first, second, third = item_of(sitting), item_of(sitting), item_of(sitting)

    taken = [
        outcome(second, clerk).taken_order,
        outcome(first, clerk).taken_order,
        outcome(third, clerk, together_with=AgendaItem.objects.get(pk=first.pk)).taken_order,
    ]

    assert taken == [1, 2, 2]


def test_item_is_taken_together_with_one_that_was_taken(clerk, sitting):
    with pytest.raises(Refused, match="Record “Other” as taken first"):
        outcome(item_of(sitting), clerk, together_with=item_of(sitting, title="Other"))


def test_deferred_item_names_its_meeting_and_others_do_not(clerk, sitting):
    later, item = MeetingFactory(on=DAY + datetime.timedelta(weeks=8)), item_of(sitting)

    deferred = outcome(item, clerk, outcome="deferred", deferred_to=later, taken_order=3)
    was = (deferred.outcome, deferred.deferred_to, deferred.taken_order)
    withdrawn = outcome(item, clerk, 2, outcome="withdrawn", deferred_to=later)

    assert was == ("deferred", later, None)
    assert (withdrawn.outcome, withdrawn.deferred_to, withdrawn.version) == ("withdrawn", None, 3)


def test_outcome_changed_by_somebody_else_is_told(clerk, sitting):
    item = item_of(sitting)
    outcome(item, clerk)

    with pytest.raises(ChangedMeanwhile) as meanwhile:
        outcome(item, clerk, outcome="withdrawn")

    assert (meanwhile.value.theirs.outcome, AgendaItem.objects.get().outcome) == ("taken", "taken")
    assert outcome(item, clerk).version == 2  # the same once more


@pytest.mark.parametrize("state", ["confirmed", "reserved"])
def test_items_wait_for_the_meeting_to_open(clerk, state):
    with pytest.raises(Refused, match="Open the meeting first"):
        outcome(item_of(the_meeting(state)), clerk)


def test_approved_minutes_are_not_written_behind(clerk, sitting):
    item = item_of(sitting)
    MeetingMinutesFactory(
        meeting=sitting,
        state="approved",
        approved_at=MeetingFactory(),
        content="{}",
        content_sha256="44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    )

    with pytest.raises(Refused, match="The minutes of this meeting are approved"):
        outcome(item, clerk)


def resolve(item, clerk, text="the report be noted", after=0, **fields) -> Resolution:
    given = {"form": "resolved", "effects": ["note"], "vote": NO_VOTE} | fields
    return add_resolution(item, text=text, after=after, by=clerk, **given)


def test_resolutions_stand_in_order_and_none_twice(clerk, sitting):
    item = item_of(sitting)
    one = resolve(item, clerk)
    again = resolve(item, clerk)
    other = resolve(item, clerk, "the team be thanked")
    later = resolve(item, clerk, after=other.pk)

    assert (one, [one.position, other.position, later.position]) == (again, [1, 2, 3])


def test_two_clerks_at_one_resolution_lose_nothing(clerk, sitting):
    one = resolve(item_of(sitting), clerk)
    same = {"form": "resolved", "effects": ["note"], "vote": NO_VOTE, "by": clerk}
    change_resolution(one, version=1, text="the report be noted, with thanks", **same)

    with pytest.raises(ChangedMeanwhile) as meanwhile:
        change_resolution(one, version=1, text="the report be welcomed", **same)

    assert meanwhile.value.theirs.text == "the report be noted, with thanks"


def test_resolution_that_changed_is_not_taken_out(clerk, sitting):
    one = ResolutionFactory(item=item_of(sitting), version=2)

    with pytest.raises(ChangedMeanwhile):
        remove_resolution(one.pk, one.item, version=1, by=clerk)
    done = [remove_resolution(one.pk, one.item, version=2, by=clerk) for _ in range(2)]

    assert done == [True, False]


@pytest.mark.parametrize(
    ("given", "carried", "casting"),
    [
        ((5, 2, 1, ""), True, False),
        ((2, 5, None, ""), False, False),
        ((3, 3, 0, ""), False, False),
        ((3, 3, 0, "in_favour"), True, True),
        ((3, 3, 0, "against"), False, True),
        ((None, None, None, ""), True, False),
    ],
)
def test_vote_carries_or_loses(given, carried, casting):
    vote = votes(*given)

    assert (vote["is_carried"], vote["casting_vote"]) == (carried, casting)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((5, None, None, ""), "Enter the votes for and against, or neither."),
        ((None, None, 1, ""), "Enter the votes for and against, or neither."),
        ((5, 2, 0, "in_favour"), "A casting vote is given only when the votes are equal."),
    ],
)
def test_vote_that_cannot_be_is_refused(given, said):
    with pytest.raises(Refused) as refusal:
        votes(*given)

    assert str(refusal.value) == said


def test_member_has_their_vote_recorded_and_taken_out(clerk, sitting):
    one, (person,) = resolve(item_of(sitting), clerk), councillors(1)
    for cast in ("for", "against"):
        record_vote(one, person=person, cast=cast, by=clerk)
    kept = list(RecordedVote.objects.values_list("person", "cast"))
    record_vote(one, person=person, cast="", by=clerk)

    assert (kept, RecordedVote.objects.count()) == ([(person.pk, "against")], 0)


def test_interest_is_declared_once(clerk, sitting):
    item, (person,) = item_of(sitting), councillors(1)
    given = {"person": person, "kind": "osi", "nature": "a school governor", "by": clerk}

    declared = [declare_interest(item, effect="stayed", **given) for _ in range(2)]
    interest = Interest.objects.get()

    assert declared == [(interest, True), (interest, False)]
    assert interest.meeting == sitting
    assert [remove_interest(interest.pk, item, by=clerk) for _ in range(2)] == [True, False]


def test_interest_that_another_clerk_heard_otherwise_is_not_overwritten(clerk, sitting):
    item, (person,) = item_of(sitting), councillors(1)
    given = {"person": person, "kind": "osi", "nature": "a school governor", "by": clerk}
    declare_interest(item, effect="withdrew", **given)

    with pytest.raises(Refused, match="otherwise than here: “Left the room, took no part”"):
        declare_interest(item, effect="stayed", **given)

    assert Interest.objects.get().effect == "withdrew"


def elect(item, clerk, **fields) -> Election:
    recorded = Election.objects.filter(item=item).first()
    seen = {"version": recorded.version if recorded else 0}
    given = {"office": Office.VICE_CHAIRMAN, "outcome": "unopposed"} | seen | fields
    return record_election(item, by=clerk, **given)


def offices(day=DAY) -> dict:
    return dict(OfficeHolding.objects.on(day).values_list("office", "person"))


def test_elected_vice_chairman_holds_office_at_once(clerk, sitting):
    item, (chairman, other, _) = item_of(sitting), councillors(3)
    OfficeHolding.objects.filter(office="vice_chairman").delete()

    for _ in range(2):
        elect(item, clerk, person=other, proposed_by=chairman)

    assert offices() == {"chairman": chairman.pk, "vice_chairman": other.pk}
    assert offices(DAY - datetime.timedelta(days=1)) == {"chairman": chairman.pk}


def test_new_chairman_takes_the_chair_and_the_old_one_held_it_to_the_day_before(clerk, sitting):
    item, (old, new) = item_of(sitting), councillors(2)

    elect(item, clerk, office=Office.CHAIRMAN, person=new, outcome="vote", votes_for=4, votes_against=1)

    assert (offices(), offices(DAY - datetime.timedelta(days=1))) == (
        {"chairman": new.pk},
        {"chairman": old.pk},
    )
    assert Meeting.objects.get(pk=sitting.pk).presided_by == new


def test_election_recorded_wrongly_is_put_right(clerk, sitting):
    item, (old, wrong, right) = item_of(sitting), councillors(3)

    elect(item, clerk, office=Office.CHAIRMAN, person=wrong)
    elect(item, clerk, office=Office.CHAIRMAN, person=right)
    elected = offices()
    elect(item, clerk, office=Office.CHAIRMAN, outcome="deferred")

    assert (elected, offices()) == ({"chairman": right.pk}, {"chairman": old.pk})


def test_second_of_two_clerks_at_one_election_is_told(clerk, sitting):
    item, (old, mine, theirs) = item_of(sitting), councillors(3)
    elect(item, clerk, office=Office.CHAIRMAN, person=theirs)

    with pytest.raises(ChangedMeanwhile) as meanwhile:
        elect(item, clerk, office=Office.CHAIRMAN, person=mine, version=0)

    assert (meanwhile.value.theirs.person, offices()) == (theirs, {"chairman": theirs.pk})
    assert elect(item, clerk, office=Office.CHAIRMAN, person=theirs, version=0).version == 1  # sent twice
    elect(item, clerk, office=Office.CHAIRMAN, person=old, version=1)
    assert offices() == {"chairman": old.pk}


def test_election_that_is_put_off_elects_nobody(clerk, sitting):
    election = elect(item_of(sitting), clerk, outcome="deferred", person=PersonFactory())

    assert (election.person, OfficeHolding.objects.count()) == (None, 0)


@pytest.mark.parametrize(
    ("who", "fields", "said"),
    [
        (
            "carer",
            {},
            "is not a county councillor. By the terms of reference the Chairman and the Vice-Chairman are.",
        ),
        ("stranger", {}, "has no seat on the panel on this day."),
        ("chairman", {}, "holds the other office."),
        ("member", {"outcome": "vote"}, "Enter the votes for and against when the election was by vote."),
        ("member", {"votes_for": 3}, "Leave the votes empty unless the election was by vote."),
        (
            "member",
            {"outcome": "vote", "votes_for": 2, "votes_against": 2},
            "Nobody is elected by a vote that was lost.",
        ),
        (None, {}, "Choose who was elected, or record the election as put off."),
    ],
)
def test_election_that_cannot_be_is_refused(clerk, sitting, who, fields, said):
    chairman, member = councillors(2)
    people = {"carer": carer(), "stranger": PersonFactory(), "chairman": chairman, "member": member}

    with pytest.raises(Refused) as refusal:
        elect(item_of(sitting), clerk, person=people.get(who), **fields)

    assert said in str(refusal.value)
    assert not Election.objects.exists()


def test_nobody_seconds_what_they_proposed(clerk, sitting):
    item, (chairman, other, third) = item_of(sitting, exempt=True), councillors(3)
    said = "cannot second what they proposed themselves"

    with pytest.raises(Refused, match=said):
        elect(item, clerk, person=other, proposed_by=third, seconded_by=third)
    with pytest.raises(Refused, match=said):
        exclude(sitting, clerk, [item], moved_by=third, seconded_by=third)
    elect(item, clerk, person=other, proposed_by=chairman, seconded_by=third)
    exclude(sitting, clerk, [item], moved_by=chairman, seconded_by=third)

    assert (Election.objects.count(), Exclusion.objects.count()) == (1, 1)


def exclude(
    meeting, clerk, items, *, resolved=True, after=0, paragraphs=(2,), moved_by=None, seconded_by=None
) -> Exclusion:
    return record_exclusion(
        meeting,
        items=items,
        paragraphs=paragraphs,
        moved_by=moved_by,
        seconded_by=seconded_by,
        is_resolved=resolved,
        at=datetime.time(11),
        after=after,
        by=clerk,
    )


def test_exempt_item_waits_for_the_meetings_decision(clerk, sitting):
    item = item_of(sitting, exempt=True)

    with pytest.raises(Refused, match="Record first whether the meeting excluded the public"):
        outcome(item, clerk)
    exclude(sitting, clerk, [item])

    assert outcome(item, clerk).outcome == "taken"


def test_same_motion_sent_twice_is_one(clerk, sitting):
    item = item_of(sitting, exempt=True)

    one, again = (exclude(sitting, clerk, [item]) for _ in range(2))
    other = exclude(sitting, clerk, [item_of(sitting, exempt=True)])

    assert (one, Exclusion.objects.count()) == (again, 2)
    assert [remove_exclusion(other.pk, sitting, by=clerk) for _ in range(2)] == [True, False]


def test_public_that_was_excluded_is_not_kept_in_by_a_second_decision(clerk, sitting):
    item, other = (item_of(sitting, exempt=True, title=title) for title in ("Adoption", "Fostering"))
    first = exclude(sitting, clerk, [item])

    with pytest.raises(Refused) as refusal:
        exclude(sitting, clerk, [other, item], resolved=False)
    exclude(sitting, clerk, [other], resolved=False)
    readmit_public(first, at=datetime.time(11, 30), by=clerk)
    again = exclude(sitting, clerk, [item], resolved=False, after=Exclusion.objects.latest("pk").pk)

    assert str(refusal.value).startswith("The public was excluded for “Adoption” already.")
    assert (Exclusion.objects.count(), decided_otherwise(again)) == (3, True)


def test_public_is_excluded_from_exempt_items_by_their_paragraphs(clerk, sitting):
    with pytest.raises(Refused, match="Choose items of this meeting that are exempt"):
        exclude(sitting, clerk, [item_of(sitting)])
    with pytest.raises(Refused, match="is exempt by other paragraphs than these"):
        exclude(sitting, clerk, [item_of(sitting, exempt=True)], paragraphs=(3,))


def test_public_is_admitted_again_with_the_time(clerk, sitting):
    one = exclude(sitting, clerk, [item_of(sitting, exempt=True)])

    with pytest.raises(Refused, match="Enter a time after the public was excluded"):
        readmit_public(one, at=datetime.time(10, 59), by=clerk)

    assert [readmit_public(one, at=datetime.time(11, 30), by=clerk) for _ in range(2)] == [True, False]


def an_exempt_item(meeting) -> AgendaItem:
    item = item_of(meeting, exempt=True, title="Safe", private_title="Inspection of a home")
    PaperFactory(item=item, is_exempt=True)
    return item


def test_refusal_releases_nothing_by_itself(clerk, sitting):
    item = an_exempt_item(sitting)

    exclude(sitting, clerk, [item], resolved=False)
    outcome(item, clerk)

    item.refresh_from_db()
    assert (item.access, item.title, was_refused(item)) == ("exempt", "Safe", True)
    assert Paper.objects.get().is_exempt


def test_proper_officer_releases_the_papers(clerk, sitting):
    item = an_exempt_item(sitting)
    sitting.body.proper_officer = PersonFactory(user=clerk)
    sitting.body.save()

    with pytest.raises(Refused, match="only after the meeting refused"):
        release_papers(item, version=1, is_confirmed=False, by=clerk, now=AFTER)
    exclude(sitting, clerk, [item], resolved=False)
    done = [release_papers(item, version=1, is_confirmed=False, by=clerk, now=AFTER) for _ in range(2)]

    item.refresh_from_db()
    assert (done, item.access, item.title, item.private_title) == (
        [True, False],
        "open",
        "Inspection of a home",
        "",
    )
    assert not Paper.objects.get().is_exempt


def test_nobody_releases_in_the_proper_officers_place(clerk, user_as, sitting):
    item = an_exempt_item(sitting)
    exclude(sitting, clerk, [item], resolved=False)

    with pytest.raises(Refused, match="Confirm that the proper officer has decided"):
        release_papers(item, version=1, is_confirmed=False, by=clerk, now=AFTER)
    sitting.body.proper_officer = PersonFactory(first_name="Ozzy", surname="Pluckley", user=user_as())
    sitting.body.save()
    item.meeting.refresh_from_db()
    with pytest.raises(Refused, match="Only the proper officer, Ozzy Pluckley, may release"):
        release_papers(item, version=1, is_confirmed=True, by=clerk, now=AFTER)

    assert Paper.objects.get().is_exempt


def test_meeting_that_excluded_the_public_after_all_releases_nothing(clerk, sitting):
    item = an_exempt_item(sitting)
    exclude(sitting, clerk, [item], resolved=False)
    exclude(sitting, clerk, [item])

    with pytest.raises(Refused, match="only after the meeting refused"):
        release_papers(item, version=1, is_confirmed=True, by=clerk, now=AFTER)
