"""What a draft begins with, and what is offered to it because it is due."""

from datetime import date, time

import pytest

from meetings.actions.agenda_start import start_agenda, take_suggestion
from meetings.actions.locks import Refused
from meetings.models import (
    DueKind,
    ItemOutcome,
    ItemSource,
    MeetingState,
    MinutesState,
    PaperKind,
    PaperState,
    ProgrammeState,
    Recurrence,
    UndertakingState,
)
from meetings.report.agenda_occasion import purpose_of
from meetings.report.agenda_suggestions import suggestions_for
from meetings.standing_order import StandingItem, StandingKey
from tests.factories.meetings import (
    MeetingFactory,
    MeetingMinutesFactory,
    ProgrammeEntryFactory,
    UndertakingFactory,
    member,
)
from tests.meetings.agendas import a_vice_chairman, an_item, an_officer, held_in_september, november, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return an_officer()


@pytest.fixture
def meeting():
    meeting = november()
    a_vice_chairman(meeting.body)
    return meeting


@pytest.mark.parametrize(
    ("second", "lines"),
    [
        (
            {"venue": "", "starts_at": None},
            ["Wednesday 6 November 2019", "Friday 29 May 2020", "They are held at Darent Room at 10.00 am."],
        ),
        (
            {"venue": "County Hall, Maidstone"},
            [
                "Wednesday 6 November 2019",
                "Friday 29 May 2020, at County Hall, Maidstone at 10.00 am",
                "Unless the list says otherwise they are held at Darent Room at 10.00 am.",
            ],
        ),
        (
            {"starts_at": time(14)},
            [
                "Wednesday 6 November 2019",
                "Friday 29 May 2020, at Darent Room at 2.00 pm",
                "Unless the list says otherwise they are held at Darent Room at 10.00 am.",
            ],
        ),
    ],
)
def test_each_date_to_note_is_told_with_its_own_place_and_time(meeting, second, lines):
    meeting.body.venue = "Darent Room"
    for on, reserved in ((date(2019, 11, 6), {}), (date(2020, 5, 29), second)):
        MeetingFactory(body=meeting.body, on=on, **{"venue": "Darent Room"} | reserved)

    told = purpose_of(StandingItem(StandingKey.MEETING_DATES, "Meeting dates"), meeting)

    assert told.splitlines()[1:] == lines


def offered(meeting, why: str) -> list[str]:
    return [one.title for one in suggestions_for(meeting) if one.why.startswith(why)]


def test_draft_begins_with_the_business_of_every_meeting(meeting, officer):
    start_agenda(meeting.pk, by=officer)

    assert titles(meeting) == [
        "Apologies and substitutes",
        "Chairman's Announcements",
        "Verbal Update from Our Children and Young People's Council (OCYPC)",
        "Verbal Update by Cabinet Member",
        "Challenge Card Update",
        "Performance Scorecard for Children in Care",
    ]
    assert meeting.items.filter(paper_state=PaperState.VERBAL).count() == 3


def test_draft_begins_with_what_is_due_this_time(officer):
    meeting = november()
    held_in_september(meeting.body)
    member(first_name="Chris", surname="Good", category="apprentice", starts_on=date(2018, 10, 1))
    for on in (date(2019, 5, 29), date(2020, 5, 29), date(2020, 6, 1)):
        MeetingFactory(body=meeting.body, on=on, state=MeetingState.RESERVED)

    start_agenda(meeting.pk, by=officer)

    assert titles(meeting)[:5] == [
        "Membership",
        "Apologies and substitutes",
        "Election of Vice-Chairman",
        "Minutes of the meeting held on 19 September 2018",
        "Meeting Dates 2019/20",
    ]
    purposes = dict(meeting.items.values_list("standing_key", "purpose"))
    joined = "The Panel is asked to note that Chris Good (participation apprentice) has joined the Panel."
    assert purposes["membership"] == joined
    assert purposes["meeting_dates"].split("\n")[1:3] == ["Wednesday 29 May 2019", "Friday 29 May 2020"]


def test_minutes_to_approve_come_with_their_paper(officer):
    meeting = november()
    september = held_in_september(meeting.body)

    start_agenda(meeting.pk, by=officer)

    item = meeting.items.get(standing_key="minutes")
    assert list(item.approves_minutes_of.all()) == [september]
    assert [(one.kind, one.title) for one in item.papers.all()] == [
        (PaperKind.MINUTES, "Minutes of the meeting held on 19 September 2018")
    ]


def test_approved_minutes_are_not_approved_again(officer):
    meeting = november()
    september = held_in_september(meeting.body)
    fields = {
        "content": "{}",
        "content_sha256": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    }
    MeetingMinutesFactory(meeting=september, state=MinutesState.APPROVED, approved_at=meeting, **fields)

    start_agenda(meeting.pk, by=officer)

    assert not meeting.items.filter(standing_key="minutes").exists()


def test_second_start_is_refused(meeting, officer):
    start_agenda(meeting.pk, by=officer)

    with pytest.raises(Refused, match="begun already"):
        start_agenda(meeting.pk, by=officer)


def test_dates_that_an_earlier_agenda_told_are_not_told_again(meeting):
    MeetingFactory(body=meeting.body, on=date(2019, 5, 29))
    an_item(held_in_september(meeting.body), "Meeting Dates 2019/20", standing_key="meeting_dates")

    assert "Meeting Dates 2019/20" not in [one.title for one in suggestions_for(meeting)]


def test_programme_entry_of_the_meeting_is_offered_until_it_is_taken(meeting, officer):
    entry = ProgrammeEntryFactory(
        body=meeting.body, title="Adoption", meeting=meeting, state=ProgrammeState.SCHEDULED
    )
    ProgrammeEntryFactory(body=meeting.body, title="An idea")

    item = take_suggestion(meeting.pk, f"programme-{entry.pk}", by=officer)

    entry.refresh_from_db()
    assert (item.title, item.source, entry.state) == (
        "Adoption",
        ItemSource.PROGRAMME,
        ProgrammeState.ON_AGENDA,
    )
    assert offered(meeting, "Forward") == []
    with pytest.raises(Refused, match="on the agenda already"):
        take_suggestion(meeting.pk, f"programme-{entry.pk}", by=officer)


def test_entry_of_every_meeting_is_offered_at_each(meeting):
    ProgrammeEntryFactory(body=meeting.body, title="Always", recurrence=Recurrence.EVERY_MEETING)
    ProgrammeEntryFactory(
        body=meeting.body,
        title="Dropped",
        recurrence=Recurrence.EVERY_MEETING,
        state=ProgrammeState.DROPPED,
    )

    assert offered(meeting, "Forward") == ["Always"]


@pytest.mark.parametrize(
    ("fields", "is_offered"),
    [
        ({"due_kind": DueKind.NEXT_MEETING}, True),
        ({"due_kind": DueKind.DATE, "due_on": date(2018, 10, 31)}, True),
        ({"due_kind": DueKind.DATE, "due_on": date(2018, 11, 2)}, False),
        ({"due_kind": DueKind.MONTH, "due_on": date(2018, 12, 31)}, False),
        ({"due_kind": DueKind.NONE}, False),
        ({"due_kind": DueKind.FUTURE_MEETING}, False),
        ({"due_kind": DueKind.NEXT_MEETING, "state": UndertakingState.REPORTED}, False),
    ],
)
def test_undertaking_is_offered_when_it_falls_due(meeting, fields, is_offered):
    UndertakingFactory(item=an_item(held_in_september(meeting.body)), what="Report figures", **fields)

    assert offered(meeting, "Undertaking of 19 September 2018") == (["Report figures"] if is_offered else [])


def test_item_that_answers_an_undertaking_is_linked_to_it(meeting, officer):
    promised = UndertakingFactory(item=an_item(held_in_september(meeting.body)), what="Report figures")

    item = take_suggestion(meeting.pk, f"undertaking-{promised.pk}", by=officer)

    assert list(promised.items.all()) == [item]
    assert item.purpose == "To receive what was promised at the meeting held on 19 September 2018"


def test_words_of_an_exempt_undertaking_are_no_public_title(meeting):
    UndertakingFactory(item=an_item(held_in_september(meeting.body)), what="Canary", is_exempt=True)

    assert offered(meeting, "Undertaking") == ["Undertaking of 19 September 2018"]


@pytest.mark.parametrize("outcome", [ItemOutcome.DEFERRED, ItemOutcome.NOT_REACHED])
def test_item_that_was_put_off_is_offered_once(meeting, officer, outcome):
    before = an_item(held_in_september(meeting.body), "Put off", outcome=outcome)

    item = take_suggestion(meeting.pk, f"rolled-{before.pk}", by=officer)

    assert (item.title, item.rolled_from) == ("Put off", before)
    assert [one for one in suggestions_for(meeting) if one.key.startswith("rolled")] == []


def test_work_programme_follows_an_item_that_was_put_off(meeting, officer):
    held = held_in_september(meeting.body)
    entry = ProgrammeEntryFactory(body=meeting.body, meeting=held, state=ProgrammeState.ON_AGENDA)
    before = an_item(held, "Put off", outcome="deferred", programme_entry=entry)

    take_suggestion(meeting.pk, f"rolled-{before.pk}", by=officer)

    entry.refresh_from_db()
    assert (entry.meeting, entry.state) == (meeting, ProgrammeState.ON_AGENDA)
    assert entry.moves.count() == 1


@pytest.mark.parametrize(
    ("state", "moves_here"), [("postponed", True), ("postponed", False), ("cancelled", False)]
)
def test_agenda_of_a_meeting_that_was_called_off_is_offered(meeting, officer, state, moves_here):
    """Put off to a day before it, too."""
    on = date(2018, 11, 8) if moves_here else date(2018, 9, 19)
    to = {"moved_to": meeting} if moves_here else {}
    off = MeetingFactory(body=meeting.body, on=on, state=state, reason="Snow", **to)
    an_item(off, "A report")

    offers = [one.why for one in suggestions_for(meeting) if one.key.startswith("rolled")]

    words = {"postponed": "put off", "cancelled": "cancelled"}[state]
    assert offers == [f"On the agenda of the meeting {words} on {on.day} {on:%B %Y}"]


def test_entry_that_moved_with_its_meeting_is_offered_once(meeting, officer):
    off = MeetingFactory(
        body=meeting.body, on=date(2018, 10, 11), state="postponed", reason="Snow", moved_to=meeting
    )
    entry = ProgrammeEntryFactory(body=meeting.body, meeting=meeting, state=ProgrammeState.SCHEDULED)
    an_item(off, "Annual report", programme_entry=entry)

    keys = [one.key for one in suggestions_for(meeting) if one.key.startswith(("rolled", "programme"))]

    assert keys == [f"programme-{entry.pk}"]


def test_undertaking_stays_with_the_item_that_answers_it(meeting, officer):
    held = held_in_september(meeting.body)
    before = an_item(held, "Put off", outcome="deferred")
    promised = UndertakingFactory(item=an_item(held, "Exclusions"))
    before.undertakings.add(promised)

    item = take_suggestion(meeting.pk, f"rolled-{before.pk}", by=officer)

    assert list(item.undertakings.all()) == [promised]
    assert [one for one in suggestions_for(meeting) if one.undertakings] == []


def test_item_put_off_to_a_meeting_that_was_called_off_is_offered_at_the_next(meeting):
    held = held_in_september(meeting.body)
    off = MeetingFactory(body=meeting.body, on=date(2018, 10, 11), state="cancelled", reason="Snow")
    an_item(held, "Put off", outcome="deferred", deferred_to=off)

    assert [one.title for one in suggestions_for(meeting) if one.key.startswith("rolled")] == ["Put off"]


def test_item_put_off_to_another_meeting_is_not_offered_here(meeting):
    later = MeetingFactory(body=meeting.body, on=date(2018, 12, 6))
    an_item(held_in_september(meeting.body), outcome=ItemOutcome.DEFERRED, deferred_to=later)

    assert [one for one in suggestions_for(meeting) if one.key.startswith("rolled")] == []


def test_whole_agenda_of_a_meeting_without_quorum_is_offered_but_not_twice(meeting, officer):
    september = MeetingFactory(
        body=meeting.body, on=date(2018, 9, 19), state=MeetingState.INQUORATE, reason="No quorum"
    )
    an_item(september, "Apologies and substitutes", standing_key="apologies")
    an_item(september, "A report")
    start_agenda(meeting.pk, by=officer)

    assert offered(meeting, "Not taken for want of a quorum on 19 September 2018") == ["A report"]
