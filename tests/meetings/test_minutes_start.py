"""Minutes grow from the agenda: one for each item, in the council's own words."""

from datetime import UTC, date, datetime, time

import pytest
from django.core.exceptions import PermissionDenied

from core.access import Role
from core.richtext import plain_text
from meetings.actions.locks import Refused
from meetings.actions.minutes_start import start_minutes
from meetings.models import (
    Election,
    Exclusion,
    Interest,
    MeetingMinutes,
    MinutesState,
    Office,
)
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    BodyFactory,
    MeetingFactory,
    PersonFactory,
    ResolutionFactory,
    member,
)

pytestmark = pytest.mark.django_db
DAY, EARLIER = date(2018, 11, 1), date(2018, 9, 19)


@pytest.fixture
def clerk(user_as):
    return user_as(Role.DEMOCRATIC_SERVICES)


@pytest.fixture
def meeting():
    return MeetingFactory(body=BodyFactory(), on=DAY, state="held")


def item(meeting, title="A report", number=None, **fields):
    number = number or meeting.items.count() + 1
    defaults = {"position": number, "number": number, "outcome": "taken", "taken_order": number}
    return AgendaItemFactory(meeting=meeting, title=title, **defaults | fields)


def started(meeting, clerk) -> list[tuple[str, str]]:
    """Heading and plain text of each."""
    record, _ = start_minutes(meeting, by=clerk)
    return [(one.heading, plain_text(one.body)) for one in record.minutes.all()]


def text_of(meeting, clerk) -> str:
    return started(meeting, clerk)[0][1]


def test_each_item_taken_makes_one_minute_in_the_order_taken(meeting, clerk):
    for number, order in ((1, 2), (2, 1), (3, 3)):
        item(meeting, f"Report {number}", number, taken_order=order)
    AgendaItemFactory(meeting=meeting, title="Unrestricted items", position=4, kind="heading")
    item(meeting, "Off the agenda", 5, withdrawn_at=datetime(2018, 10, 1, tzinfo=UTC))

    assert [heading for heading, _ in started(meeting, clerk)] == ["Report 2", "Report 1", "Report 3"]


def test_items_taken_together_make_one_minute(meeting, clerk):
    first, second = item(meeting, "Report A", 1), item(meeting, "Report B", 2, taken_order=1)
    record, _ = start_minutes(meeting, by=clerk)

    minute = record.minutes.get()
    assert (minute.heading, list(minute.items.all())) == ("Report A and Report B", [first, second])


def test_starting_twice_begins_once(meeting, clerk):
    item(meeting)
    first, is_new = start_minutes(meeting, by=clerk)
    again, is_new_again = start_minutes(meeting, by=clerk)

    assert (first, is_new, is_new_again) == (again, True, False)
    assert first.minutes.count() == 1


@pytest.mark.parametrize("state", ["reserved", "confirmed", "sitting"])
def test_minutes_wait_until_the_meeting_was_held(meeting, clerk, state):
    meeting.state = state
    meeting.save()

    with pytest.raises(Refused, match="Its minutes begin once it was held and closed"):
        start_minutes(meeting, by=clerk)
    assert not MeetingMinutes.objects.exists()


def test_meeting_without_a_quorum_has_one_note(meeting, clerk):
    item(meeting, outcome="not_reached", taken_order=None)
    meeting.state, meeting.reason = "inquorate", "The meeting could not proceed for want of a quorum."
    meeting.save()

    assert started(meeting, clerk) == [("No quorum", "The meeting could not proceed for want of a quorum.")]


def test_membership_tells_who_came_and_went(meeting, clerk):
    MeetingFactory(body=meeting.body, on=EARLIER, state="held")
    member("foster_carer", first_name="Jude", surname="Pennifold", starts_on=date(2018, 10, 1))
    item(meeting, "Membership", standing_key="membership")

    assert text_of(meeting, clerk).split("\n") == [
        "The Panel noted the changes in its membership since its last meeting:",
        "bullet 1 Jude Pennifold (foster carer) had joined the Panel",
    ]


def test_apologies_and_substitutes_are_named(meeting, clerk):
    away, deputy = (member(first_name=name, surname=f"{name}son") for name in ("Lee", "Dale"))
    AttendanceFactory(meeting=meeting, person=away, status="apology")
    AttendanceFactory(
        meeting=meeting,
        person=PersonFactory(first_name="Kim", surname="Kent"),
        status="present",
        capacity="substitute",
        substitute_for=away,
    )
    AttendanceFactory(meeting=meeting, person=deputy, status="present")
    item(meeting, "Apologies and substitutes", standing_key="apologies")

    assert text_of(meeting, clerk).split("\n") == [
        "Apologies for absence were received from Lee Leeson.",
        "Kim Kent was present as a substitute for Lee Leeson.",
    ]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"outcome": "not_reached", "taken_order": None}, "This item was not reached."),
        (
            {"outcome": "withdrawn", "taken_order": None, "outcome_note": "it was out of date"},
            "This item was withdrawn, because it was out of date.",
        ),
        (
            {"outcome": "deferred", "taken_order": None, "outcome_note": "members were away"},
            "It was agreed that this item be deferred until a later meeting, because members were away.",
        ),
        ({"lead": "Ash Bellamy, Head of Service"}, "Ash Bellamy, Head of Service introduced the report."),
        (
            {"lead": "Ari Westmarsh", "paper_state": "verbal"},
            "Ari Westmarsh gave a verbal update.",
        ),
        (
            {"lead": "Ari Westmarsh", "standing_key": "cabinet_member", "paper_state": "attached"},
            "Ari Westmarsh gave a verbal update.",
        ),
        (
            {"lead": "Cabinet Member for Children", "paper_state": "verbal"},
            "The Cabinet Member for Children gave a verbal update.",
        ),
        ({"standing_key": "declarations"}, "There were no declarations of interest."),
        ({}, ""),
    ],
)
def test_course_of_an_item_is_told(meeting, clerk, fields, said):
    item(meeting, **fields)

    assert text_of(meeting, clerk) == said


def test_deferral_names_its_meeting_and_is_told_once(meeting, clerk):
    later = MeetingFactory(body=meeting.body, on=date(2018, 12, 6))
    put_off = item(meeting, outcome="deferred", taken_order=None, deferred_to=later)
    resolved = item(meeting, outcome="deferred", taken_order=None, deferred_to=later)
    ResolutionFactory(item=resolved, text="the report be put off", effects=["defer"])

    texts = [text for _, text in started(meeting, clerk)]

    assert put_off.deferred_to == later
    assert texts == ["It was agreed that this item be deferred until the meeting on 6 December 2018.", ""]


def test_urgency_reason_is_printed_in_the_minute(meeting, clerk):
    chairman = PersonFactory(title="Mrs", initials="R E", surname="Ellerby")
    item(
        meeting,
        urgency_reason="The inspection was last week",
        urgency_by=chairman,
        urgency_at=datetime.now(UTC),
    )

    assert text_of(meeting, clerk) == (
        "Mrs R E Ellerby had agreed that this item be taken as a matter of urgency. "
        "Reason: The inspection was last week."
    )


def test_election_is_minuted_with_proposer_seconder_and_outcome(meeting, clerk):
    one, two, three = (
        PersonFactory(title="Ms", initials=initial, surname=f"Name{initial}") for initial in "ABC"
    )
    Election.objects.create(
        item=item(meeting, "Election of Vice-Chairman", standing_key="election"),
        office=Office.VICE_CHAIRMAN,
        outcome="unanimous",
        person=one,
        proposed_by=two,
        seconded_by=three,
    )

    assert text_of(meeting, clerk).split("\n") == [
        "Ms B NameB proposed and Ms C NameC seconded that Ms A NameA be elected Vice-Chairman. Agreed unanimously.",
        "It was RESOLVED that Ms A NameA be elected Vice-Chairman.",
    ]


def test_interests_are_told_once_at_the_item_or_among_the_declarations(meeting, clerk):
    person = PersonFactory(title="Mr", first_name="Gary", surname="Cooke")
    report = item(meeting)
    Interest.objects.create(
        meeting=meeting, item=report, person=person, kind="other", nature="he fosters", effect="stayed"
    )
    assert text_of(meeting, clerk) == (
        "Gary Cooke declared an interest in this item: he fosters. Mr Cooke stayed and took part."
    )


def test_approval_of_amended_minutes_names_the_corrections(meeting, clerk):
    earlier = MeetingFactory(body=meeting.body, on=EARLIER, state="held")
    record = MeetingMinutes.objects.create(meeting=earlier)
    MeetingMinutes.objects.filter(pk=record.pk).update(
        state=MinutesState.AMENDED,
        amendment="at paragraph 96(1), “Ann” to read “Anne”",
        approved_at=meeting,
        content="{}",
        content_sha256="44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    )
    item(meeting, "Minutes", standing_key="minutes").approves_minutes_of.add(earlier)

    assert text_of(meeting, clerk) == (
        "It was RESOLVED that, subject to the following, the minutes of the meeting held on 19 September 2018 are "
        "correctly recorded and be signed by the Chairman: at paragraph 96(1), “Ann” to read “Anne”. "
        "There were no matters arising."
    )


@pytest.mark.parametrize("is_resolved", [True, False])
def test_exclusion_is_a_minute_of_its_own_before_the_first_exempt_item(meeting, clerk, is_resolved):
    item(meeting, "Open report", 1)
    secret = item(meeting, "Testimony", 2, exempt=True, private_title="Testimony of A B")
    exclusion = Exclusion.objects.create(
        meeting=meeting,
        paragraphs=[2],
        is_resolved=is_resolved,
        readmitted_at=time(11, 40) if is_resolved else None,
    )
    exclusion.items.add(secret)

    record, _ = start_minutes(meeting, by=clerk)
    minutes = list(record.minutes.all())

    heading = "Testimony of A B" if is_resolved else "Testimony"
    assert [minute.heading for minute in minutes] == [
        "Open report",
        "Exclusion of the press and public",
        heading,
    ]
    assert [minute.is_exempt for minute in minutes] == [False, False, is_resolved]
    said = plain_text(minutes[1].body)
    assert ("the motion to exclude the public" in said.lower()) is not is_resolved
    assert said.endswith("admitted to the meeting again at 11.40 am.") is is_resolved


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.ADMINISTRATOR, Role.REPORT_OWNER])
def test_others_may_not_begin_minutes(meeting, user_as, role):
    with pytest.raises(PermissionDenied):
        start_minutes(meeting, by=user_as(role))
