"""The forward work programme: every move kept, done once, and shown to whoever reads it."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from core.access import Role
from meetings.actions import programme as actions
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.models import Meeting, MeetingState, ProgrammeEntry, ProgrammeState, Recurrence
from meetings.report.programme import move_words, programme_of
from tests.factories.meetings import BodyFactory, MeetingFactory, ProgrammeEntryFactory
from tests.factories.people import PostFactory
from tests.page import Page, open_page

pytestmark = pytest.mark.django_db
LIST = "/meetings/programme/"
TODAY = date(2018, 10, 1)
NOVEMBER = date(2018, 11, 1)


@pytest.fixture
def officer(client_as) -> Client:
    return client_as(Role.DEMOCRATIC_SERVICES)


@pytest.fixture
def clerk(user_as):
    return user_as(Role.DEMOCRATIC_SERVICES)


@pytest.fixture
def soon() -> Meeting:
    return MeetingFactory(on=timezone.localdate() + timedelta(days=30))


@pytest.fixture
def entry(soon) -> ProgrammeEntry:
    return ProgrammeEntryFactory(title="Fostering report", meeting=soon, state=ProgrammeState.SCHEDULED)


def send(client: Client, address: str, answers: dict, status: int = 200) -> Page:
    response = client.post(address, answers, follow=True)
    assert response.status_code == status
    return Page(response.content)


def said(page: Page) -> list[str]:
    return page.texts(".govuk-notification-banner__heading")


def errors(page: Page) -> list[str]:
    return page.texts(".govuk-error-summary__list li")


# Reading


def test_without_a_panel_there_is_no_programme(client_as):
    assert open_page(client_as(), LIST).texts("h1") == ["The panel is not set up yet"]
    assert client_as().get(f"{LIST}programme.csv").status_code == 404


def test_empty_programme_says_what_will_stand_here(client_as):
    BodyFactory()

    assert open_page(client_as(), LIST).texts(".portal-empty h2") == ["Nothing is planned yet"]


def test_lines_stand_under_their_meetings_ideas_after_and_what_is_past_latest_first():
    future = [MeetingFactory(on=NOVEMBER), MeetingFactory(on=date(2019, 1, 31))]
    MeetingFactory(on=date(2018, 12, 6), state=MeetingState.CANCELLED, reason="Snow")
    past = [MeetingFactory(on=date(2018, 7, 19)), MeetingFactory(on=date(2018, 9, 19))]
    for n, meeting in enumerate([future[0], *past, None]):
        ProgrammeEntryFactory(title=f"Line {n}", meeting=meeting)
    gone = ProgrammeEntryFactory(state=ProgrammeState.DROPPED)

    found = programme_of(BodyFactory(), TODAY)

    def lines(groups) -> list:
        return [(group.heading, [entry.title for entry in group.entries]) for group in groups]

    assert lines(found.to_come) == [
        ("Thursday 1 November 2018", ["Line 0"]),
        ("Thursday 31 January 2019", []),
    ]
    assert lines([found.ideas]) == [("Ideas without a meeting", ["Line 3"])]
    assert lines(found.earlier) == [
        ("Wednesday 19 September 2018", ["Line 2"]),
        ("Thursday 19 July 2018", ["Line 1"]),
    ]
    assert found.dropped == [gone]


@pytest.mark.parametrize("number", [1, 3])
def test_programme_costs_the_same_queries_for_one_and_three(
    client_as, clerk, number, django_assert_num_queries
):
    reader = client_as()
    for n in range(number):
        meeting = MeetingFactory(on=timezone.localdate() + timedelta(days=n))
        line = ProgrammeEntryFactory(owner=PostFactory())
        actions.move_entry(line, to=meeting, version=1, reason="Ready", by=clerk)

    with django_assert_num_queries(6):  # session, reader, panel, meetings, lines, moves
        reader.get(LIST)


def test_file_has_every_move_and_no_note(client_as, clerk, entry, soon):
    actions.change_entry(entry, version=1, note="Canary", by=clerk)
    actions.move_entry(entry, to=None, version=2, reason="=Not ready", by=clerk)

    content = client_as().get(f"{LIST}programme.csv").content

    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    day = f"{soon.on:%A} {soon.on.day} {soon.on:%B %Y}"
    assert rows[1:] == [
        ["", "Fostering report", "", "", "Once", "Idea", f"from {day} to no meeting =Not ready"]
    ]
    assert b"Canary" not in content


def test_notes_are_for_officers_alone(officer, client_as, clerk, entry):
    actions.change_entry(entry, version=1, note="Canary", by=clerk)

    assert b"Canary" not in client_as(Role.PANEL_MEMBER).get(LIST).content
    assert b"Canary" in officer.get(f"{LIST}{entry.pk}/").content


# Adding and changing


def test_line_is_added_for_a_meeting_or_as_an_idea(officer, soon):
    answers = {"title": "Adoption report", "recurrence": "annual", "owner": PostFactory().pk}

    send(officer, f"{LIST}add/", answers | {"meeting": soon.pk})
    send(officer, f"{LIST}add/", answers | {"title": "Health of care leavers"})

    assert list(ProgrammeEntry.objects.order_by("pk").values_list("title", "meeting", "state")) == [
        ("Adoption report", soon.pk, ProgrammeState.SCHEDULED),
        ("Health of care leavers", None, ProgrammeState.IDEA),
    ]


def test_line_needs_a_title(officer, soon):
    page = send(officer, f"{LIST}add/", {"title": " ", "recurrence": "once"})

    assert errors(page) == ["Enter an answer to “What comes before the panel”"]


def test_meeting_that_is_called_off_cannot_be_chosen(officer, clerk, entry):
    off = MeetingFactory(
        on=timezone.localdate() + timedelta(days=40), state=MeetingState.CANCELLED, reason="Snow"
    )

    page = send(officer, f"{LIST}{entry.pk}/move/", {"to": off.pk, "reason": "Ready", "version": 1})

    assert errors(page) == ["“Move it to”: choose one of those listed"]
    with pytest.raises(Refused, match=actions.CALLED_OFF):
        actions.move_entry(entry, to=off, version=1, reason="Ready", by=clerk)


def test_words_change_once_and_the_second_officer_loses_nothing(officer, entry):
    address = f"{LIST}{entry.pk}/edit/"
    answers = {"title": "Fostering", "recurrence": "once", "version": 1}

    for _ in range(2):
        assert said(send(officer, address, answers))[0].startswith("“Fostering”")
    page = send(officer, address, answers | {"title": "Foster care"}, status=409)

    assert page.all("#id_title")[0].get("value") == "Foster care"
    assert page.texts("#changed-meanwhile") == ["Changed meanwhile"]
    entry.refresh_from_db()
    assert (entry.title, entry.version) == ("Fostering", 2)


# Moving


def test_every_move_is_kept_and_shown_with_its_reason(officer, entry, soon):
    later = MeetingFactory(on=soon.on + timedelta(days=60))
    address = f"{LIST}{entry.pk}/move/"
    answers = {"to": later.pk, "reason": "The inspection comes first", "version": 1}

    for _ in range(2):
        send(officer, address, answers)
    send(officer, address, {"to": "", "reason": "No figures yet", "version": 2})

    entry.refresh_from_db()
    assert (entry.meeting, entry.state) == (None, ProgrammeState.IDEA)
    assert [(m.moved_from, m.moved_to, m.reason, m.by) for m in entry.moves.all()] == [
        (soon, later, "The inspection comes first", officer.user),
        (later, None, "No figures yet", officer.user),
    ]
    shown = open_page(officer, LIST).texts(".meetings-entries .portal-table__detail")
    assert [text.split(". ")[-1] for text in shown] == ["The inspection comes first", "No figures yet"]


def test_move_needs_a_reason(officer, entry):
    page = send(officer, f"{LIST}{entry.pk}/move/", {"to": "", "reason": "", "version": 1})

    assert errors(page) == ["Say why it moves"]


def test_move_from_an_old_page_is_refused(clerk, entry):
    actions.change_entry(entry, version=1, title="Other", by=clerk)

    with pytest.raises(ChangedMeanwhile):
        actions.move_entry(entry, to=None, version=1, reason="Late", by=clerk)


@pytest.mark.parametrize(
    ("state", "message"),
    [
        (ProgrammeState.ON_AGENDA, actions.ON_AGENDA),
        (ProgrammeState.CONSIDERED, "This was considered already. Take it up again first."),
        (ProgrammeState.DROPPED, "This was dropped already. Take it up again first."),
    ],
)
def test_what_is_on_an_agenda_or_over_does_not_move(officer, entry, state, message):
    ProgrammeEntry.objects.filter(pk=entry.pk).update(state=state)

    page = send(officer, f"{LIST}{entry.pk}/move/", {"to": "", "reason": "Late", "version": 1})

    assert errors(page) == [message]


def test_dropped_line_keeps_its_reason_and_is_taken_up_again(officer, entry):
    for _ in range(2):
        send(officer, f"{LIST}{entry.pk}/drop/", {"reason": "No longer wanted", "version": 1})
    entry.refresh_from_db()
    assert (entry.state, entry.meeting, entry.moves.count()) == (ProgrammeState.DROPPED, None, 1)

    for _ in range(2):
        send(officer, f"{LIST}{entry.pk}/restore/", {"reason": "Asked for again", "version": 2})

    entry.refresh_from_db()
    assert entry.state == ProgrammeState.IDEA
    assert [m.reason for m in entry.moves.all()] == [
        "Dropped: No longer wanted",
        "Taken up again: Asked for again",
    ]


def test_what_waits_cannot_be_taken_up_again(clerk, entry):
    with pytest.raises(Refused, match=actions.NOT_OVER):
        actions.take_up_entry(entry, version=1, reason="x", by=clerk)


# On an agenda and considered


def test_line_that_goes_on_another_agenda_moves_there(clerk, entry, soon):
    other = MeetingFactory(on=soon.on + timedelta(days=7))

    actions.put_on_agenda(entry, soon, by=clerk)
    assert entry.moves.count() == 0
    actions.put_on_agenda(entry, other, by=clerk)

    entry.refresh_from_db()
    assert (entry.state, entry.meeting) == (ProgrammeState.ON_AGENDA, other)
    assert move_words(entry.moves.get()).startswith("from ")


@pytest.mark.parametrize(
    ("recurrence", "next_on"),
    [
        (Recurrence.ONCE, []),
        (Recurrence.EVERY_MEETING, [date(2018, 12, 6)]),
        (Recurrence.ANNUAL, [date(2019, 11, 1)]),
    ],
)
def test_what_recurs_stands_in_the_programme_again(clerk, recurrence, next_on):
    MeetingFactory(on=date(2018, 11, 8), state=MeetingState.CANCELLED, reason="Snow")
    for day in (date(2018, 12, 6), date(2019, 10, 31), date(2019, 11, 1)):
        MeetingFactory(on=day)
    line = ProgrammeEntryFactory(
        meeting=MeetingFactory(on=NOVEMBER), state=ProgrammeState.ON_AGENDA, recurrence=recurrence
    )

    for _ in range(2):
        actions.entry_considered(line, by=clerk)

    line.refresh_from_db()
    assert line.state == ProgrammeState.CONSIDERED
    following = ProgrammeEntry.objects.exclude(pk=line.pk)
    assert [entry.meeting.on for entry in following] == next_on


def test_what_recurs_without_a_meeting_to_come_is_an_idea(officer):
    line = ProgrammeEntryFactory(
        meeting=MeetingFactory(on=NOVEMBER), state=ProgrammeState.SCHEDULED, recurrence=Recurrence.ANNUAL
    )

    page = send(officer, f"{LIST}{line.pk}/considered/", {})

    assert said(page) == [
        f"The panel has considered “{line}”. It comes back as an idea without a meeting yet."
    ]


@pytest.mark.parametrize(("days", "offered"), [(-1, True), (0, True), (1, False)])
def test_considered_is_offered_from_the_day_of_the_meeting_on(officer, days, offered):
    meeting = MeetingFactory(on=timezone.localdate() + timedelta(days=days))
    line = ProgrammeEntryFactory(meeting=meeting, state=ProgrammeState.SCHEDULED)

    buttons = open_page(officer, f"{LIST}{line.pk}/").texts("main button")

    assert ("The panel has considered it" in buttons) == offered


def test_idea_was_not_considered(officer):
    line = ProgrammeEntryFactory()

    page = send(officer, f"{LIST}{line.pk}/considered/", {})

    assert said(page) == ["Choose the meeting that considered it first."]


# Who may


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DEMOCRATIC_SERVICES])
def test_everybody_signed_in_reads_and_officers_alone_change(client_as, officer, entry, role):
    pages = [
        f"{LIST}add/",
        *(f"{LIST}{entry.pk}/{part}" for part in ("", "edit/", "move/", "drop/", "restore/")),
    ]
    other = client_as(role)

    assert open_page(other, LIST).texts(".meetings-entries__title") == ["Fostering report"]
    assert open_page(other, LIST).links(".meetings-entries__title a") == []
    assert [officer.get(address).status_code for address in pages] == [200] * 6
    assert [other.get(address).status_code for address in pages] == [403] * 6
    for call in (
        lambda by: actions.add_entry(entry.body, title="x", by=by),
        lambda by: actions.change_entry(entry, version=1, title="x", by=by),
        lambda by: actions.move_entry(entry, to=None, version=1, reason="x", by=by),
        lambda by: actions.drop_entry(entry, version=1, reason="x", by=by),
        lambda by: actions.take_up_entry(entry, version=1, reason="x", by=by),
        lambda by: actions.put_on_agenda(entry, entry.meeting, by=by),
        lambda by: actions.entry_considered(entry, by=by),
    ):
        with pytest.raises(PermissionDenied):
            call(other.user)


def test_nobody_reads_it_without_signing_in(entry):
    assert Client().get(LIST).status_code == 302
