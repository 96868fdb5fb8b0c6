"""What is recorded of a meeting after its minutes were begun is asked after before they are published."""

from datetime import date

import pytest

from core.access import Role
from core.richtext import from_plain
from meetings.actions.minutes_start import start_minutes
from meetings.models import Exclusion, Interest, MeetingMinutes, Minute
from meetings.report.minutes_material import minutes_findings
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    BodyFactory,
    MeetingFactory,
    MinuteFactory,
    PersonFactory,
    member,
)

pytestmark = pytest.mark.django_db
DECLARED = "Gary Cooke declared an interest: he fosters. Mr Cooke stayed and took part."
MISSING = "“Declarations” does not say what was recorded since: “{}”"
OUTDATED = "“Declarations” says what is no longer recorded: “There were no declarations of interest.”"


@pytest.fixture
def meeting():
    return MeetingFactory(body=BodyFactory(), on=date(2018, 11, 1), state="held")


@pytest.fixture
def begun(meeting, user_as) -> MeetingMinutes:
    for number, (title, key) in enumerate([("Apologies", "apologies"), ("Declarations", "declarations")], 1):
        AgendaItemFactory(
            meeting=meeting,
            title=title,
            standing_key=key,
            position=number,
            number=number,
            outcome="taken",
            taken_order=number,
        )
    record, _ = start_minutes(meeting, by=user_as(Role.DEMOCRATIC_SERVICES))
    return record


def found(record: MeetingMinutes) -> list[str]:
    findings = minutes_findings(MeetingMinutes.objects.get(pk=record.pk))
    return [
        one.sentence for one in findings if "recorded since" in one.sentence or "no longer" in one.sentence
    ]


def declare(meeting, **fields) -> Interest:
    person = PersonFactory(title="Mr", first_name="Gary", surname="Cooke")
    given = {"kind": "other", "nature": "he fosters", "effect": "stayed"}
    return Interest.objects.create(meeting=meeting, person=person, **given | fields)


def write(record: MeetingMinutes, heading: str, text: str) -> None:
    Minute.objects.filter(record=record, heading=heading).update(body=from_plain(text))


def test_nothing_is_asked_while_nothing_was_recorded_since(begun):
    assert found(begun) == []


def test_interest_recorded_later_is_asked_after_at_its_minute(begun, meeting):
    declare(meeting)

    assert found(begun) == [MISSING.format(DECLARED), OUTDATED]
    places = {one.place for one in minutes_findings(begun) if DECLARED in one.sentence}
    assert {(place.url_name, place.pk) for place in places} == {
        ("meetings:minute_edit", Minute.objects.get(heading="Declarations").pk)
    }


def test_sentence_that_was_written_in_is_not_asked_after(begun, meeting):
    declare(meeting)
    write(begun, "Declarations", DECLARED)

    assert found(begun) == []


def test_words_of_a_clerk_are_never_asked_after(begun, meeting):
    write(begun, "Declarations", "Nobody declared anything.")
    assert found(begun) == []

    declare(meeting)

    assert found(begun) == [MISSING.format(DECLARED)]


def test_apology_recorded_later_is_asked_after(begun, meeting):
    AttendanceFactory(meeting=meeting, person=member(first_name="Lee", surname="Leeson"), status="apology")

    assert "Apologies for absence were received from Lee Leeson." in found(begun)[0]


def test_exclusion_recorded_later_has_no_minute_yet(begun, meeting):
    secret = AgendaItemFactory(
        meeting=meeting, title="Testimony", position=3, number=3, exempt=True, outcome="taken", taken_order=3
    )
    exclusion = Exclusion.objects.create(meeting=meeting, paragraphs=[2], is_resolved=True)
    exclusion.items.add(secret)

    (finding,) = (one for one in minutes_findings(begun) if "Exclusion of the press" in one.sentence)

    assert finding.sentence.startswith(
        "“Exclusion of the press and public” does not say what was recorded since"
    )
    assert (finding.place.url_name, finding.place.pk) == ("meetings:minutes_write", meeting.pk)


def test_minutes_that_did_not_begin_from_the_agenda_are_not_asked(meeting):
    record = MeetingMinutes.objects.create(meeting=meeting)
    MinuteFactory(record=record, heading="Declarations", body=from_plain("It was noted."))
    declare(meeting)

    assert found(record) == []
