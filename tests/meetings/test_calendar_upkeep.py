"""The officers' pages of dates: what they show, what they do once, what they refuse and in which words."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from core.access import Role
from meetings.actions import calendar as actions
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.actions.programme import move_entry
from meetings.models import Meeting, MeetingKind, MeetingState, ProgrammeEntry, ProgrammeState
from meetings.report.upkeep import TOO_LATE
from tests.factories.meetings import (
    AgendaItemFactory,
    BodyFactory,
    MeetingFactory,
    ProgrammeEntryFactory,
    issue,
)
from tests.page import Page, open_page

pytestmark = pytest.mark.django_db
DATES = "/meetings/dates/"
RESERVE = f"{DATES}reserve/"
NOVEMBER = date(2018, 11, 1)
LATER = date(2018, 11, 8)


@pytest.fixture
def officer(client_as) -> Client:
    return client_as(Role.DEMOCRATIC_SERVICES)


@pytest.fixture
def clerk(user_as):
    return user_as(Role.DEMOCRATIC_SERVICES)


@pytest.fixture
def meeting() -> Meeting:
    return MeetingFactory(on=NOVEMBER)


def send(client: Client, address: str, answers: dict, status: int = 200) -> Page:
    response = client.post(address, answers, follow=True)
    assert response.status_code == status
    return Page(response.content)


def errors(page: Page) -> list[str]:
    return page.texts(".govuk-error-summary__list li")


def soon(days: int) -> date:
    """A Tuesday to Thursday some weeks from today, far from the year's end when that is possible."""
    day = timezone.localdate() + timedelta(days=days)
    return day + timedelta(days=(1 - day.weekday()) % 7)


# Reserving


def test_reserving_needs_a_panel_first(officer):
    assert open_page(officer, RESERVE).texts("h1") == ["The panel is not set up yet"]


def test_a_years_dates_are_shown_with_deadlines_then_reserved(officer):
    BodyFactory()
    listed = "Wednesday 29 May 2019\n23/7/2019\n"
    answers = {"dates": listed, "starts_at": "10.00 am", "venue": "Darent Room"}

    page = send(officer, RESERVE, answers | {"way": "check"})

    assert page.texts("h1") == ["Reserve 2 dates?"]
    assert page.texts("[data-label='Reports by']") == ["Wednesday 15 May 2019", "Wednesday 10 July 2019"]
    assert Meeting.objects.count() == 0
    hidden = {box.get("name"): box.get("value") for box in page.all("input[type=hidden]")}
    assert hidden["dates"] == listed

    page = send(officer, RESERVE, answers | {"way": "reserve", "school_holiday": ["2019-05-29"]})

    assert page.texts(".govuk-notification-banner__heading") == ["2 dates are reserved."]
    assert list(Meeting.objects.values_list("on", "starts_at", "venue", "state", "is_school_holiday")) == [
        (date(2019, 5, 29), time(10), "Darent Room", "reserved", True),
        (date(2019, 7, 23), time(10), "Darent Room", "reserved", False),
    ]


def test_the_usual_time_and_place_are_filled_in(officer):
    BodyFactory()

    page = open_page(officer, RESERVE)

    assert [page.all(f"#id_{name}")[0].get("value") for name in ("starts_at", "venue")] == [
        "10.00 am",
        "Darent Room, Sessions House",
    ]


def test_every_wrong_line_is_named_and_nothing_is_lost(officer, meeting):
    typed = "Thursday 2 November 2018\n\nsoon\n1/11/2018\n1/1/2199"

    page = send(officer, RESERVE, {"dates": typed, "starts_at": "ten", "way": "check"})

    assert errors(page) == [
        "Line 1: “Thursday 2 November 2018” is not a Thursday: 2 November 2018 is a Friday.",
        "Line 3: “soon” is not a date. Write it like Thursday 31 January 2019 or 31/1/2019.",
        "Line 4: There is a meeting on Thursday 1 November 2018 already. Take the line out.",
        "Line 5: Tuesday 1 January 2199 is more than 5 years away. Check the year.",
        "Enter a time like 10.00 am or 14:30",
    ]
    assert page.all("textarea")[0].text.lstrip("\n") == typed


@pytest.mark.parametrize(
    ("typed", "error"), [("", "Enter at least one date"), (" \n ", "Enter at least one date")]
)
def test_an_empty_list_is_refused(officer, typed, error):
    BodyFactory()

    assert errors(send(officer, RESERVE, {"dates": typed, "way": "check"})) == [error]


@pytest.mark.parametrize(
    ("number", "told"), [(60, []), (61, ["Enter at most 60 dates at a time: these are 61"])]
)
def test_sixty_dates_are_enough(officer, number, told):
    BodyFactory()
    first = date(2019, 1, 1)
    typed = "\n".join((first + timedelta(days=n)).isoformat() for n in range(number))

    assert errors(send(officer, RESERVE, {"dates": typed, "way": "check"})) == told


def test_bank_holidays_and_weekends_are_warned_of_not_forbidden(officer):
    BodyFactory()

    page = send(officer, RESERVE, {"dates": "25/12/2018\n5/1/2019", "way": "check"})

    said = page.texts("tbody .meetings-caution")
    assert [one for one in said if "past" not in one] == [
        "This is a bank holiday: Christmas Day.",
        "This is a Saturday.",
    ]


def test_reserving_sent_twice_reserves_once(officer):
    BodyFactory()
    answers = {"dates": "29/5/2019", "starts_at": "10:00", "venue": "Room", "way": "reserve"}
    send(officer, RESERVE, answers)

    page = send(officer, RESERVE, answers)

    assert page.texts(".govuk-notification-banner__heading") == ["1 date is in the calendar already."]
    assert Meeting.objects.count() == 1


def test_date_that_somebody_else_took_meanwhile_is_refused_and_the_list_kept(officer):
    MeetingFactory(on=date(2019, 5, 29), venue="Elsewhere")

    page = send(officer, RESERVE, {"dates": "29/5/2019\n23/7/2019", "venue": "Room", "way": "reserve"})

    assert errors(page) == ["There is a meeting on Wednesday 29 May 2019 already."]
    assert Meeting.objects.count() == 1


def test_going_back_keeps_the_list(officer):
    BodyFactory()

    page = send(officer, RESERVE, {"dates": "29/5/2019", "way": "back"})

    assert (page.texts("h1"), page.all("textarea")[0].text.strip()) == (["Reserve dates"], "29/5/2019")


# The list with deadlines


def test_list_of_dates_begins_with_an_empty_state(officer):
    page = open_page(officer, DATES)

    assert page.texts(".portal-empty h2") == ["No meeting to come is in the calendar"]
    assert page.links(".portal-empty a") == [RESERVE]


def test_list_shows_deadlines_until_the_agenda_is_issued(officer):
    first, second = MeetingFactory(on=soon(60)), MeetingFactory(on=soon(90), state=MeetingState.RESERVED)
    MeetingFactory(on=soon(75), state=MeetingState.CANCELLED, reason="Snow")
    MeetingFactory(on=date(2018, 11, 1))
    issue(first, on=timezone.localdate())

    page = open_page(officer, DATES)

    assert page.links(".meetings-list__day") == [f"/meetings/{one.pk}/manage/" for one in (first, second)]
    issued = page.texts("[data-label='Issue by']")
    assert [text.startswith("Issued") for text in issued] == [True, False]


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_the_same_queries_for_one_and_three(officer, number, django_assert_num_queries):
    for n in range(number):
        issue(MeetingFactory(on=soon(30 + 7 * n)), on=timezone.localdate())

    with django_assert_num_queries(7):  # session, reader, closed days, meetings, issues, minutes, panel
        officer.get(DATES)


# One meeting


def test_page_of_a_meeting_counts_the_days(officer, meeting):
    page = open_page(officer, f"/meetings/{meeting.pk}/manage/")

    said = page.texts(".govuk-summary-list__value")
    assert said[0] == "by Friday 19 October 2018 (passed)"
    assert said[1] == (
        "by Wednesday 24 October 2018 (passed). Five clear days follow: "
        "Thursday 25, Friday 26, Monday 29, Tuesday 30 and Wednesday 31 October 2018."
    )


def test_confirming_is_done_once(officer):
    meeting = MeetingFactory(on=NOVEMBER, state=MeetingState.RESERVED)
    address = f"/meetings/{meeting.pk}/confirm/"

    said = [send(officer, address, {}).texts(".govuk-notification-banner__heading") for _ in range(2)]

    assert said == [
        ["The meeting on Thursday 1 November 2018 is confirmed."],
        ["The meeting on Thursday 1 November 2018 was confirmed already."],
    ]
    meeting.refresh_from_db()
    assert (meeting.state, meeting.sequence, meeting.version) == (MeetingState.CONFIRMED, 1, 2)


def details(meeting: Meeting, **changed) -> dict:
    return {
        "starts_at": "10.00 am",
        "venue": meeting.venue,
        "kind": meeting.kind,
        "note": "",
        "version": meeting.version,
    } | changed


@pytest.mark.parametrize(
    ("changed", "sequence"),
    [
        ({"starts_at": "2.00 pm"}, 1),
        ({"venue": "Swale 1"}, 1),
        ({"kind": MeetingKind.ANNUAL}, 1),
        ({"note": "Use the side door."}, 1),
        ({"is_school_holiday": "on"}, 0),
    ],
)
def test_sequence_grows_when_a_published_detail_changes(officer, meeting, changed, sequence):
    send(officer, f"/meetings/{meeting.pk}/edit/", details(meeting, **changed))

    meeting.refresh_from_db()
    assert (meeting.sequence, meeting.version) == (sequence, 2)


def test_the_same_details_sent_twice_change_once(officer, meeting):
    address, answers = f"/meetings/{meeting.pk}/edit/", details(meeting, venue="Swale 1")

    for _ in range(2):
        send(officer, address, answers)

    meeting.refresh_from_db()
    assert (meeting.venue, meeting.sequence, meeting.version) == ("Swale 1", 1, 2)


def test_second_officer_is_told_sees_both_and_loses_nothing(officer, meeting):
    address = f"/meetings/{meeting.pk}/edit/"
    send(officer, address, details(meeting, venue="Swale 1"))

    page = send(officer, address, details(meeting, venue="Swale 2"), status=409)

    assert page.texts("#changed-meanwhile") == ["Changed meanwhile"]
    assert page.texts("main > p.govuk-body")[-1] == "It stands now as: confirmed, 10:00, Swale 1."
    assert page.all("#id_venue")[0].get("value") == "Swale 2"
    meeting.refresh_from_db()
    assert meeting.venue == "Swale 1"
    assert page.all("input[name=version]")[0].get("value") == str(meeting.version)

    send(officer, address, details(meeting, venue="Swale 2"))

    meeting.refresh_from_db()
    assert meeting.venue == "Swale 2"


# Putting off


def postponing(meeting: Meeting, to: date | None = LATER, **more) -> dict:
    parts = {f"to-{part}": str(getattr(to, part)) for part in ("day", "month", "year")} if to else {}
    return {"reason": "Too few papers were ready.", "version": meeting.version} | parts | more


def test_postponed_meeting_points_to_the_new_one_and_its_plans_move_along(officer, meeting):
    entry = ProgrammeEntryFactory(meeting=meeting, state=ProgrammeState.SCHEDULED)
    answers = postponing(meeting, is_sure="on")

    for _ in range(2):
        page = send(officer, f"/meetings/{meeting.pk}/postpone/", answers)

    assert page.texts("h1") == ["Corporate Parenting PanelThursday 8 November 2018"]
    meeting.refresh_from_db()
    entry.refresh_from_db()
    later = Meeting.objects.get(on=LATER)
    assert (meeting.state, meeting.moved_to, meeting.sequence) == (MeetingState.POSTPONED, later, 1)
    assert (later.starts_at, later.venue, later.state) == (time(10), meeting.venue, MeetingState.RESERVED)
    assert Meeting.objects.count() == 2
    assert (entry.meeting, entry.state) == (later, ProgrammeState.SCHEDULED)
    assert [(m.moved_from, m.moved_to, m.reason) for m in entry.moves.all()] == [
        (meeting, later, "The meeting was put off: Too few papers were ready.")
    ]


def test_meeting_is_put_off_to_one_that_is_there_already(clerk, meeting):
    there = MeetingFactory(on=LATER)

    later = actions.postpone_meeting(meeting, version=1, reason="Snow", to=LATER, by=clerk)

    assert (later, Meeting.objects.count()) == (there, 2)


def test_meeting_is_put_off_without_a_new_date(clerk, meeting):
    entry = ProgrammeEntryFactory(meeting=meeting, state=ProgrammeState.SCHEDULED)

    assert actions.postpone_meeting(meeting, version=1, reason="Snow", by=clerk) is None
    entry.refresh_from_db()
    assert (entry.meeting, entry.state) == (None, ProgrammeState.IDEA)


@pytest.mark.parametrize("reason", ["Snow", "Snow, and then ice"])
def test_meeting_put_off_without_a_date_is_given_one_later(officer, clerk, meeting, reason):
    entry = ProgrammeEntryFactory(meeting=meeting, state=ProgrammeState.SCHEDULED)
    elsewhere = ProgrammeEntryFactory(meeting=meeting, state=ProgrammeState.SCHEDULED)
    actions.postpone_meeting(meeting, version=1, reason="Snow", by=clerk)
    elsewhere.refresh_from_db()
    december = MeetingFactory(on=date(2018, 12, 5))
    move_entry(elsewhere, to=december, version=elsewhere.version, reason="Sooner", by=clerk)
    meeting.refresh_from_db()
    way = f"/meetings/{meeting.pk}/postpone/"

    manage = open_page(officer, f"/meetings/{meeting.pk}/manage/")
    undated = send(officer, way, postponing(meeting, to=None))
    dated = postponing(meeting, reason=reason, is_sure="on")
    for _ in range(2):
        page = send(officer, way, dated)

    assert way in manage.links("main a")
    assert errors(undated) == [actions.NO_NEW_DATE]
    assert page.texts(".govuk-notification-banner__heading") == [
        "The meeting on Thursday 1 November 2018 is put off to Thursday 8 November 2018."
    ]
    meeting.refresh_from_db()
    later = Meeting.objects.get(on=LATER)
    assert (meeting.moved_to, meeting.reason, meeting.sequence) == (later, reason, 2)
    assert [ProgrammeEntry.objects.get(pk=one.pk).meeting for one in (entry, elsewhere)] == [
        later,
        december,
    ]
    assert way not in open_page(officer, f"/meetings/{meeting.pk}/manage/").links("main a")


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"reason": "", "is_sure": "on"}, ["Say why the meeting is put off"]),
        (
            {"to-day": "25", "to-month": "12"},
            [
                "This is a bank holiday: Christmas Day. This day is in the past. "
                "Choose another day, or tick that you want it"
            ],
        ),
        ({"to-day": "1"}, ["Enter another day: the meeting is on this day already"]),
        ({"to-day": "31"}, ["New date must be a real date"]),
    ],
)
def test_putting_off_names_what_is_wrong(officer, meeting, answers, told):
    page = send(officer, f"/meetings/{meeting.pk}/postpone/", postponing(meeting) | answers)

    assert errors(page) == told
    assert Meeting.objects.count() == 1


def test_a_day_with_a_warning_is_taken_once_that_is_ticked(officer, meeting):
    address = f"/meetings/{meeting.pk}/postpone/"
    page = send(officer, address, postponing(meeting))
    assert [box.get("name") for box in page.all("input[type=checkbox]")] == ["is_sure"]

    send(officer, address, postponing(meeting, is_sure="on"))

    assert Meeting.objects.filter(on=LATER).exists()


# Cancelling


def test_cancelling_is_done_once_with_its_reason(officer, meeting):
    entry = ProgrammeEntryFactory(meeting=meeting, state=ProgrammeState.SCHEDULED)
    answers = {"reason": "Snow", "version": 1}

    said = [
        send(officer, f"/meetings/{meeting.pk}/cancel/", answers).texts(".govuk-notification-banner__heading")
        for _ in range(2)
    ]

    assert said == [
        ["The meeting on Thursday 1 November 2018 is cancelled. Its page says why."],
        ["The meeting on Thursday 1 November 2018 was cancelled already. Its page says why."],
    ]
    meeting.refresh_from_db()
    entry.refresh_from_db()
    assert (meeting.state, meeting.reason, meeting.sequence) == (MeetingState.CANCELLED, "Snow", 1)
    assert (entry.meeting, entry.state, entry.moves.count()) == (None, ProgrammeState.IDEA, 1)


def test_cancelling_without_a_reason_is_refused(officer, meeting):
    page = send(officer, f"/meetings/{meeting.pk}/cancel/", {"reason": " ", "version": 1})

    assert errors(page) == ["Say why the meeting is cancelled"]


@pytest.mark.parametrize("way", ["cancel", "postpone"])
def test_two_tabs_the_second_is_told_and_keeps_its_words(officer, meeting, way):
    send(officer, f"/meetings/{meeting.pk}/edit/", details(meeting, venue="Swale 1"))

    answers = {"reason": "My own words", "version": 1}
    page = send(officer, f"/meetings/{meeting.pk}/{way}/", answers, status=409)

    assert page.texts("#changed-meanwhile") == ["Changed meanwhile"]
    assert page.all("textarea")[0].text.strip() == "My own words"


@pytest.mark.parametrize("state", [s for s in MeetingState if s not in actions.OPEN_TO_CHANGE])
def test_meeting_that_is_over_or_off_is_left_alone(clerk, state):
    new_date = MeetingFactory(on=date(2018, 12, 5)) if state == MeetingState.POSTPONED else None
    meeting = MeetingFactory(on=NOVEMBER, state=state, reason="Snow", moved_to=new_date)
    calls = [
        lambda: actions.confirm_meeting(meeting, by=clerk),
        lambda: actions.change_meeting(meeting, version=1, venue="New", by=clerk),
        lambda: actions.postpone_meeting(meeting, version=1, reason="Other", to=LATER, by=clerk),
        lambda: actions.cancel_meeting(meeting, version=1, reason="Other", by=clerk),
    ]

    for call in calls:
        with pytest.raises(Refused) as refusal:
            call()
        assert str(refusal.value) == actions.NOT_OPEN.format(meeting.get_state_display().lower())


def test_version_of_another_page_is_refused(clerk, meeting):
    actions.change_meeting(meeting, version=1, venue="Swale 1", by=clerk)

    with pytest.raises(ChangedMeanwhile) as meanwhile:
        actions.cancel_meeting(meeting, version=1, reason="Snow", by=clerk)

    assert meanwhile.value.theirs.venue == "Swale 1"


# Who may


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DEMOCRATIC_SERVICES])
def test_others_are_refused_where_officers_are_let_in(client_as, officer, user_as, meeting, role):
    one = f"/meetings/{meeting.pk}"
    addresses = [DATES, RESERVE, *(f"{one}/{part}/" for part in ("manage", "edit", "postpone", "cancel"))]
    other = client_as(role)

    assert [officer.get(address).status_code for address in addresses] == [200] * 6
    assert [other.get(address).status_code for address in addresses] == [403] * 6
    assert other.post(f"{one}/confirm/").status_code == 403
    for call in (
        lambda by: actions.confirm_meeting(meeting, by=by),
        lambda by: actions.cancel_meeting(meeting, version=1, reason="x", by=by),
        lambda by: actions.postpone_meeting(meeting, version=1, reason="x", by=by),
        lambda by: actions.change_meeting(meeting, version=1, venue="x", by=by),
        lambda by: actions.reserve_dates(meeting.body, [], starts_at=None, venue="", by=by),
    ):
        with pytest.raises(PermissionDenied):
            call(other.user)


def test_officers_find_their_pages_from_the_public_list_and_others_do_not(officer, client_as):
    links = [
        open_page(one, "/meetings/").links(".meetings-ways a") for one in (officer, client_as(Role.MEMBER))
    ]

    assert [DATES in found for found in links] == [True, False]


def test_date_that_is_too_near_for_its_agenda_is_warned_of(officer):
    BodyFactory()
    near, far = timezone.localdate() + timedelta(days=1), soon(60)

    page = send(officer, RESERVE, {"dates": f"{near:%d/%m/%Y}\n{far:%d/%m/%Y}", "way": "check"})

    warned = [TOO_LATE in " ".join(page.texts(f"tbody tr:nth-child({n}) th")) for n in (1, 2)]
    assert warned == [True, False]


# Numbers of the earlier system


def test_old_link_leads_to_a_meeting_whose_number_was_entered(officer, meeting):
    Meeting.objects.filter(pk=meeting.pk).update(state="held")
    way = f"/meetings/{meeting.pk}/earlier-number/"
    answers = {"number": "7841", "version": "1"}

    said = [send(officer, way, answers).texts(".govuk-notification-banner__content") for _ in range(2)]
    led = Client().get("/ieListDocuments.aspx", {"MId": "7841"})

    assert said == [["Old links to meeting 7841 lead here."]] * 2
    kept = Meeting.objects.get(pk=meeting.pk)
    assert (kept.version, kept.sequence) == (2, 0)
    assert (led.status_code, led.url) == (301, f"/meetings/{meeting.pk}/")


def test_number_is_that_of_one_meeting(officer, meeting):
    MeetingFactory(on=LATER, body=meeting.body, legacy_id=7841)

    page = send(officer, f"/meetings/{meeting.pk}/earlier-number/", {"number": "7841", "version": "1"})

    assert errors(page) == ["Another meeting has the number 7841 already."]


@pytest.fixture
def item(meeting):
    Meeting.objects.filter(pk=meeting.pk).update(state="held")
    return AgendaItemFactory(meeting=meeting, number=8, title="Scorecard")


def test_old_link_leads_to_an_item_whose_number_was_entered(officer, item):
    way = f"/meetings/agenda/items/{item.pk}/earlier-number/"

    said = [
        send(officer, way, {"number": "46512", "version": "1"}).texts(".govuk-notification-banner__content")
        for _ in range(2)
    ]
    led = Client().get("/mgAi.aspx", {"ID": "46512"})

    assert said == [["Old links to item 46512 lead here."]] * 2
    assert (led.status_code, led.url) == (301, f"/meetings/{item.meeting_id}/#item-{item.pk}")
    assert send(officer, way, {"number": "", "version": "2"}).texts(
        ".govuk-notification-banner__content"
    ) == ["No old link leads here."]
    assert Client().get("/mgAi.aspx", {"ID": "46512"}).status_code == 404


def test_item_s_page_leads_to_the_form_and_shows_the_number(officer, item):
    item.legacy_id = 46512
    item.save()

    page = open_page(officer, f"/meetings/agenda/items/{item.pk}/")

    assert "Number in the earlier system: 46512" in page.texts("main li")


def test_item_number_is_that_of_one_item_and_a_heading_has_none(officer, item):
    AgendaItemFactory(meeting=item.meeting, legacy_id=46512)
    heading = AgendaItemFactory(meeting=item.meeting, kind="heading")
    answers = {"number": "46512", "version": "1"}

    page = send(officer, f"/meetings/agenda/items/{item.pk}/earlier-number/", answers)

    assert errors(page) == ["Another item has the number 46512 already."]
    assert officer.get(f"/meetings/agenda/items/{heading.pk}/earlier-number/").status_code == 404


def test_item_changed_meanwhile_keeps_what_was_typed(officer, item):
    way = f"/meetings/agenda/items/{item.pk}/earlier-number/"
    send(officer, way, {"number": "1", "version": "1"})

    page = send(officer, way, {"number": "2", "version": "1"}, status=409)

    assert "It stands now as: 1." in page.texts("main p")
    assert [box.get("value") for box in page.all("[name=number]")] == ["2"]
