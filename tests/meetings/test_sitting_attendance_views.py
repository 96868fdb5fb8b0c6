"""The attendance screen: one form for all, or a line at a time for a browser with scripts."""

from datetime import date

import pytest
from django.urls import reverse

from core.access import Role
from meetings.models import Attendance, Capacity, Meeting, MeetingState
from meetings.report.attendance import attendance_blocks
from meetings.views import sitting, sitting_attendance
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    MeetingFactory,
    PersonFactory,
    PersonRoleFactory,
)
from tests.meetings.sittings import BEFORE, at, councillors, the_meeting, there
from tests.page import Page, open_page

pytestmark = pytest.mark.django_db
MAY = Role.DEMOCRATIC_SERVICES
MAY_NOT = [Role.PANEL_MEMBER, Role.MEMBER, Role.REPORT_OWNER, Role.ADMINISTRATOR]


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    """What the clock says: 10.05 am on the day of the meeting, unless the test turns it."""

    def set_clock(now):
        for module in (sitting, sitting_attendance):
            monkeypatch.setattr(module.timezone, "now", lambda: now)

    set_clock(at(10, 5))
    return set_clock


def address(meeting, name="attendance_record") -> str:
    return reverse(f"meetings:{name}", args=[meeting.pk])


def boxes(page: Page, **changed) -> dict:
    """What the browser would send of the whole form, some of it changed."""
    sent = {}
    for box in page.all("#attendance input"):
        kind, name = box.get("type", "text"), box.get("name")
        if kind not in ("radio", "checkbox") or box.get("checked") is not None:
            sent[name] = box.get("value", "on" if kind == "checkbox" else "")
    return sent | {"way": "save"} | changed


def of(person, **fields) -> dict:
    return {f"{person.pk}-{name}": value for name, value in fields.items()}


def test_screen_lists_every_member_and_everybody_else(client_as):
    meeting, (chairman, other) = the_meeting(), councillors(2)
    AttendanceFactory(meeting=meeting, capacity=Capacity.OFFICER, described_as="Head of Service")
    AttendanceFactory(meeting=meeting, capacity=Capacity.SUBSTITUTE, substitute_for=other)

    page = open_page(client_as(MAY), address(meeting))

    assert page.texts("#attendance h2") == [
        "Members of the panel",
        "Substitutes",
        "In attendance: officers",
    ]
    assert page.texts(".sitting-add summary") == ["Add a substitute, an officer or a guest"]
    assert page.texts(f"#line-{chairman.pk} legend") == ["Ms A Council 1 Chairman"]
    assert page.texts(".sitting-quorum") == [
        "Not quorate: none of the 3 voting members needed is in the room. "
        "The wait for a quorum ends at 10.15 am."
    ]


@pytest.mark.parametrize("role", MAY_NOT)
def test_screen_is_for_clerks(client_as, role):
    meeting = the_meeting()

    assert client_as(MAY).get(address(meeting)).status_code == 200
    assert client_as(role).get(address(meeting)).status_code == 403
    assert client_as(role).post(address(meeting)).status_code == 403


def test_screen_without_seats_says_so(client_as):
    page = open_page(client_as(MAY), address(the_meeting()))

    assert page.texts("#attendance section p")[0].startswith("Nobody has a seat on the day of this meeting.")


def test_whole_list_is_saved_at_once(client_as):
    meeting, (one, other) = the_meeting(), councillors(2)
    clerk = client_as(MAY)
    page = open_page(clerk, address(meeting))

    sent = boxes(page, **of(one, status="present", arrived="10.05 am"), **of(other, status="apology"))
    answer = clerk.post(address(meeting), sent, follow=True)

    assert Page(answer.content).texts(".govuk-notification-banner__content") == ["The attendance is saved."]
    kept = Attendance.objects.values_list("person", "status", "arrived_at")
    assert sorted(kept) == [(one.pk, "present", at(10, 5).time()), (other.pk, "apology", None)]


def test_two_clerks_lose_nothing(client_as):
    """The second changed one line that the first had changed, and one that nobody had."""
    meeting, (one, two, three) = the_meeting(), councillors(3)
    first, second = client_as(MAY), client_as(MAY)
    page = open_page(second, address(meeting))
    first.post(address(meeting), boxes(page, **of(one, status="apology"), **of(three, status="absent")))

    changed = of(one, status="present") | of(two, status="present", arrived="10.02")
    answer = second.post(address(meeting), boxes(page, **changed))

    assert answer.status_code == 409
    told = Page(answer.content)
    assert [text for text in told.texts(".sitting-said") if text] == [
        "Somebody else recorded meanwhile: apology. Your entry is kept here and not saved. Save again if it is right."
    ]
    assert told.all(f"#status-{one.pk}-present")[0].get("checked") is not None
    kept = dict(Attendance.objects.values_list("person", "status"))
    assert kept == {one.pk: "apology", two.pk: "present", three.pk: "absent"}

    second.post(address(meeting), boxes(told))

    assert Attendance.objects.get(person=one).status == "present"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"status": "apology", "arrived": "10.05"}, "Choose “Present”, or take the times away."),
        (
            {"status": "present", "arrived": "11.00", "left": "10.00"},
            "Enter a time of leaving after the time of arriving.",
        ),
        ({"status": "present", "arrived": "soon"}, "Enter a time like 10.00 am or 14:30"),
    ],
)
def test_line_that_is_wrong_stays_as_typed_while_others_are_saved(client_as, typed, said):
    meeting, (one, other) = the_meeting(), councillors(2)
    clerk = client_as(MAY)
    page = open_page(clerk, address(meeting))

    answer = clerk.post(address(meeting), boxes(page, **of(one, **typed), **of(other, status="present")))

    told = Page(answer.content)
    assert [text for text in told.texts(".sitting-said") if text] == [said]
    assert told.all(f"#arrived-{one.pk}")[0].get("value") == typed["arrived"]
    assert list(Attendance.objects.values_list("person", flat=True)) == [other.pk]


def test_mistake_does_not_hide_what_another_clerk_saved(client_as):
    """Putting the mistake right later still meets the other clerk's line."""
    meeting, (one,) = the_meeting(), councillors(1)
    clerk = client_as(MAY)
    page = open_page(clerk, address(meeting))
    client_as(MAY).post(address(meeting), boxes(page, **of(one, status="absent")))
    wrong = clerk.post(address(meeting), boxes(page, **of(one, status="present", arrived="soon")))

    answer = clerk.post(address(meeting), boxes(Page(wrong.content), **of(one, arrived="10.05")))

    assert (answer.status_code, Attendance.objects.get().status) == (409, "absent")


def test_time_of_arriving_makes_somebody_present(client_as):
    meeting, (one,) = the_meeting(), councillors(1)
    clerk = client_as(MAY)

    clerk.post(address(meeting), boxes(open_page(clerk, address(meeting)), **of(one, arrived="10.05")))

    assert Attendance.objects.get().status == "present"


def test_before_the_day_apologies_are_taken_and_nobody_is_present(client_as, on_the_day):
    on_the_day(BEFORE)
    meeting, (one, other) = the_meeting(), councillors(2)
    clerk = client_as(MAY)
    sent = boxes(
        open_page(clerk, address(meeting)), **of(one, status="apology"), **of(other, status="present")
    )

    told = Page(clerk.post(address(meeting), sent).content)

    assert [text for text in told.texts(".sitting-said") if text] == [
        "The meeting is on Thursday 1 November 2018. Record then who is present or absent; "
        "an apology can be recorded now."
    ]
    assert list(Attendance.objects.values_list("status", flat=True)) == ["apology"]
    assert told.texts(".sitting-quorum") == ["1 voting member is expected, 3 needed for a quorum."]


def send_line(client, meeting, person, **fields):
    sent = of(person, **{"version": "0", "was": "expected|||False|False|"} | fields)
    return client.post(address(meeting), sent, headers={"accept": "application/json"}).json()


def test_line_alone_is_saved_and_answered_with_the_quorum(client_as):
    meeting, (one, *_) = the_meeting(), councillors(3)

    answer = send_line(client_as(MAY), meeting, one, status="present")

    assert answer["lines"] == {str(one.pk): {"text": "Saved", "version": 1, "was": "present|||False|False|"}}
    assert "1 of the 3 voting members needed is in the room." in answer["parts"]["quorum"]
    assert "presides as Chairman" in answer["parts"]["presiding"]


def test_line_alone_that_changed_meanwhile_is_told(client_as):
    meeting, (one,) = the_meeting(), councillors(1)
    there(meeting, one, status="apology")

    said = send_line(client_as(MAY), meeting, one, status="present")["lines"][str(one.pk)]

    assert (said["is_problem"], said["version"], said["was"]) == (True, 1, "apology|||False|False|")
    assert said["text"].startswith("Somebody else recorded meanwhile: apology.")


def test_substitute_is_added_with_all_that_was_typed(client_as):
    meeting, (one, other) = the_meeting(), councillors(2)
    on_list = PersonRoleFactory(person=PersonFactory(surname="Monkton")).person
    clerk = client_as(MAY)
    typed = {
        "way": "add",
        "add-capacity": "substitute",
        "add-substitute_for": other.pk,
        "add-person": on_list.pk,
        "add-told_at": "9.10 am",
    }

    page = open_page(clerk, address(meeting))
    clerk.post(address(meeting), boxes(page, **of(one, status="present"), **typed))

    kept = Attendance.objects.values_list("person", "capacity", "substitute_for")
    assert set(kept) == {(one.pk, "member", None), (on_list.pk, "substitute", other.pk)}


def test_adding_nobody_says_what_to_do_and_keeps_what_was_typed(client_as):
    meeting = the_meeting()
    clerk = client_as(MAY)
    typed = {"way": "add", "add-capacity": "substitute", "add-surname": "Godmersham"}

    told = Page(clerk.post(address(meeting), typed).content)

    assert told.texts(".govuk-error-summary li") == [
        "Choose the member for whom the substitute attends",
        "Choose a name, or enter first name and surname of somebody else",
    ]
    assert told.all("#id_add-surname")[0].get("value") == "Godmersham"


def test_new_officer_is_added_without_leaving_the_screen(client_as):
    meeting = the_meeting()
    typed = {
        "way": "add",
        "add-capacity": "officer",
        "add-title": "Mrs",
        "add-initials": "R",
        "add-first_name": "Rene",
        "add-surname": "Godmersham",
        "add-post": "Head of Adoption Service",
    }

    page = Page(client_as(MAY).post(address(meeting), typed, follow=True).content)

    assert page.texts("#attendance legend.sitting-person__name") == ["Mrs R Godmersham"]
    assert attendance_blocks(meeting).in_attendance == "Mrs R Godmersham (Head of Adoption Service)"


def test_guest_is_taken_off_the_list(client_as):
    meeting = the_meeting()
    row = AttendanceFactory(meeting=meeting, capacity=Capacity.OBSERVER)

    client_as(MAY).post(address(meeting), {"take_off": f"{row.person_id}:{row.version}"})

    assert not Attendance.objects.exists()


def test_chairman_is_put_in_the_chair(client_as):
    meeting, (chairman, other) = the_meeting(), councillors(2)
    there(meeting, chairman)
    clerk = client_as(MAY)

    for person in (other, chairman):
        clerk.post(address(meeting, "presiding_set"), {"person": person.pk, "before": ""})

    assert Meeting.objects.get().presided_by == chairman
    messages = open_page(clerk, address(meeting)).texts(".govuk-notification-banner__content")
    assert messages == [sitting_attendance.MAY_NOT_PRESIDE, "Who presides is recorded."]


def test_want_of_a_quorum_ends_the_meeting_and_items_go_forward(client_as, on_the_day):
    meeting, following = the_meeting(), MeetingFactory(on=date(2018, 12, 6))
    item = AgendaItemFactory(meeting=meeting, title="Scorecard")
    clerk = client_as(MAY)
    way = address(meeting, "meeting_lapse")

    early = open_page(clerk, way)
    on_the_day(at(10, 15))
    asked = open_page(clerk, way)
    for _ in range(2):
        clerk.post(way)

    assert (
        early.all("form[method=post] .govuk-button--warning"),
        len(asked.all(".govuk-button--warning")),
    ) == ([], 1)
    meeting.refresh_from_db()
    item.refresh_from_db()
    assert (meeting.state, meeting.sequence) == (MeetingState.INQUORATE, 1)
    assert meeting.reason.startswith("The meeting of the Panel could not proceed for want of a quorum:")
    assert (item.outcome, item.deferred_to) == ("not_reached", following)


@pytest.mark.parametrize(("status", "is_warned"), [(None, True), ("apology", False), ("absent", False)])
def test_want_of_a_quorum_without_any_attendance_is_cautioned(client_as, on_the_day, status, is_warned):
    meeting, (one,) = the_meeting(), councillors(1)
    on_the_day(at(10, 15))
    if status:
        there(meeting, one, status=status)

    page = open_page(client_as(MAY), address(meeting, "meeting_lapse"))

    assert bool(page.texts(".govuk-warning-text")) is is_warned


def test_quorate_meeting_is_not_ended(client_as, on_the_day):
    on_the_day(at(10, 30))
    meeting, people = the_meeting(), councillors(3)
    there(meeting, *people)

    page = Page(client_as(MAY).post(address(meeting, "meeting_lapse"), follow=True).content)

    assert page.texts(".govuk-notification-banner__content") == [
        "There is a quorum. Quorate: 3 voting members in the room, 3 needed."
    ]
    assert Meeting.objects.get().state == MeetingState.CONFIRMED


@pytest.mark.parametrize("number", [1, 70])
def test_screen_asks_the_same_number_of_questions(client_as, django_assert_num_queries, number):
    meeting, people = the_meeting(), councillors(number)
    there(meeting, *people)
    for person in people:
        AttendanceFactory(meeting=meeting, capacity=Capacity.SUBSTITUTE, substitute_for=person)
        AttendanceFactory(meeting=meeting, capacity=Capacity.OFFICER)
    clerk = client_as(MAY)

    with django_assert_num_queries(11):
        clerk.get(address(meeting))
