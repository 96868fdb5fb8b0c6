"""The register of undertakings: who reads what, when it is late, and how it is done with."""

from contextlib import nullcontext
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.access import Role
from meetings.actions.locks import Refused
from meetings.actions.undertakings import accept_undertaking, report_progress
from meetings.exports.undertakings import FOR_OFFICERS, HEADINGS
from meetings.linter import Place, warn
from meetings.linter.minutes_checks import ACCEPT
from meetings.models import Meeting, MinutesState, Undertaking, UndertakingUpdate
from meetings.report.agenda_suggestions import suggestions_for
from meetings.report.minutes_material import minutes_findings
from meetings.report.undertakings import due_for, kept, readable
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingFactory,
    MeetingMinutesFactory,
    MinuteFactory,
    PersonFactory,
    SeatTenureFactory,
    UndertakingFactory,
)
from tests.factories.people import PostHoldingFactory
from tests.page import Page, open_page
from tests.pdf_checks import assert_accessible

pytestmark = pytest.mark.django_db
CLERK = Role.DEMOCRATIC_SERVICES
REGISTER = reverse("meetings:undertaking_list")
SEPTEMBER, NOVEMBER, JANUARY = date(2018, 9, 19), date(2018, 11, 1), date(2019, 1, 29)


@pytest.fixture
def meetings():
    return [MeetingFactory(on=on, state="held") for on in (SEPTEMBER, NOVEMBER, JANUARY)]


def undertaking(meeting, *, published=True, **fields) -> Undertaking:
    """At item 8 of that meeting, minuted in number 103."""
    item = AgendaItemFactory(meeting=meeting, number=fields.pop("number", 8), title="Scorecard")
    record = MeetingMinutesFactory(
        meeting=meeting, state=MinutesState.PUBLISHED if published else MinutesState.DRAFTING
    )
    minute = MinuteFactory(record=record, number=103 if published else None, series="1" if published else "")
    minute.items.add(item)
    return UndertakingFactory(item=item, **fields)


def state_on(day, row) -> str:
    (one,) = kept(Undertaking.objects.filter(pk=row.pk), day)
    return one.state


def put_off(meeting, *, to) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(state="postponed", reason="Snow", moved_to=to)


def address(name, row) -> str:
    return reverse(f"meetings:{name}", args=[row.pk])


@pytest.mark.parametrize(
    ("fields", "last_day", "day_after"),
    [
        ({}, NOVEMBER, date(2018, 11, 2)),
        ({"due_kind": "month", "due_on": date(2018, 11, 30)}, NOVEMBER, date(2018, 11, 2)),
        ({"due_kind": "month", "due_on": date(2018, 12, 31)}, date(2018, 12, 31), date(2019, 1, 1)),
        ({"due_kind": "date", "due_on": date(2018, 12, 5)}, date(2018, 12, 5), date(2018, 12, 6)),
    ],
)
def test_undertaking_is_overdue_on_the_day_after_it_fell_due(meetings, fields, last_day, day_after):
    row = undertaking(meetings[0], **fields)

    assert [state_on(day, row) for day in (last_day, day_after)] == ["Open", "Overdue"]


@pytest.mark.parametrize("state", ["reported", "open"])
def test_what_was_reported_is_no_longer_overdue(meetings, state):
    row = undertaking(meetings[0], state=state)

    assert state_on(JANUARY, row) == {"reported": "Reported to the panel", "open": "Overdue"}[state]


def test_month_without_a_meeting_is_warned_of(meetings):
    row = undertaking(meetings[0], due_kind="month", due_on=date(2018, 12, 31))
    (one,) = kept(Undertaking.objects.filter(pk=row.pk), NOVEMBER)

    assert one.due.warning == (
        "December 2018 holds no meeting. It is heard at the first one after it, Tuesday 29 January 2019."
    )


def test_undertaking_names_its_minute_and_the_item_that_brings_it_back(meetings):
    row = undertaking(meetings[0], paragraph="2")
    AgendaItemFactory(meeting=meetings[1], number=14).undertakings.add(row)

    (one,) = kept(Undertaking.objects.all(), NOVEMBER)

    assert (one.reference, one.made_at) == ("103(2)", "Item 8 of 19 Sep 2018")
    assert [reference for reference, _ in one.comes_back] == ["Item 14 of 1 Nov 2018"]


def test_item_of_an_agenda_that_is_not_issued_is_for_officers(meetings):
    row = undertaking(meetings[0])
    AgendaItemFactory(meeting=meetings[1], position=3).undertakings.add(row)

    named = [
        kept(Undertaking.objects.all(), NOVEMBER, drafts=drafts)[0].comes_back for drafts in (True, False)
    ]

    assert [len(back) for back in named] == [1, 0]


def test_what_falls_due_by_a_meeting_is_suggested_for_it(meetings):
    september, november, january = meetings
    due_in_november = undertaking(september)
    for fields in (
        {"due_kind": "meeting", "due_meeting": january},
        {"due_kind": "future_meeting"},
        {"due_kind": "none"},
        {"state": "reported"},
    ):
        UndertakingFactory(item=due_in_november.item, **fields)

    assert [one.undertaking for one in due_for(november)] == [due_in_november]
    assert len(due_for(january)) == 2


def test_undertaking_for_a_meeting_that_was_put_off_follows_it(meetings, user_as):
    september, november, january = meetings
    march = MeetingFactory(on=date(2019, 3, 27))
    put_off(november, to=january)
    put_off(january, to=march)
    row = undertaking(september, due_kind="meeting", due_meeting=november)

    (one,) = kept(Undertaking.objects.all(), NOVEMBER)

    assert (one.due.on, one.due.meeting_on) == (NOVEMBER, march.on)
    assert one.due.warning == (
        "The meeting on Thursday 1 November 2018 was put off to Wednesday 27 March 2019."
    )
    assert [kept.undertaking for kept in due_for(march)] == [row]
    assert [found.undertakings for found in suggestions_for(march) if found.undertakings] == [(row,)]


def test_undertaking_for_a_cancelled_meeting_is_heard_at_the_next(meetings):
    september, november, _ = meetings
    Meeting.objects.filter(pk=november.pk).update(state="cancelled", reason="Snow")
    named = undertaking(september, due_kind="meeting", due_meeting=november)
    UndertakingFactory(item=named.item)

    found = {one.undertaking.due_kind: one.due for one in kept(Undertaking.objects.all(), NOVEMBER)}

    assert {kind: (one.on, one.meeting_on) for kind, one in found.items()} == {
        "meeting": (NOVEMBER, JANUARY),
        "next_meeting": (JANUARY, JANUARY),
    }
    assert {one.warning for one in found.values()} == {
        "No meeting is held on Thursday 1 November 2018. It is heard at the first one after it, "
        "Tuesday 29 January 2019."
    }


def test_undertaking_for_a_called_off_meeting_can_still_be_changed(meetings, client_as):
    september, november, january = meetings
    put_off(november, to=january)
    row = undertaking(september, due_kind="meeting", due_meeting=november)
    page = open_page(client_as(Role.DEMOCRATIC_SERVICES), address("undertaking_edit", row))

    assert page.texts("[name=due_meeting] option") == [
        "Choose a meeting",
        "Thursday 1 November 2018, postponed",
        "Tuesday 29 January 2019",
    ]


@pytest.mark.parametrize(
    ("fields", "for_reader"),
    [
        ({}, 1),
        ({"published": False}, 0),
        ({"is_exempt": True}, 0),
    ],
)
def test_reader_knows_what_published_minutes_say(meetings, user_as, fields, for_reader):
    undertaking(meetings[0], **fields)
    readers = [user_as(role) for role in (Role.DEMOCRATIC_SERVICES, Role.PANEL_MEMBER, Role.REPORT_OWNER)]

    assert [readable(reader).count() for reader in readers] == [1, for_reader, for_reader]


@pytest.mark.parametrize(
    ("role", "fields", "published", "number"),
    [
        (Role.PANEL_MEMBER, {}, True, 1),
        (Role.PANEL_MEMBER, {}, False, 0),
        (Role.REPORT_OWNER, {}, True, 0),
        (Role.PANEL_MEMBER, {"seat__reads_exempt": False}, True, 0),
        (Role.PANEL_MEMBER, {"ends_on": SEPTEMBER}, True, 1),
        (Role.PANEL_MEMBER, {"ends_on": date(2018, 9, 18)}, True, 0),
        (Role.PANEL_MEMBER, {"starts_on": NOVEMBER}, True, 0),
    ],
)
def test_what_was_undertaken_in_exempt_business_is_for_officers_and_members_of_that_day(
    meetings, user_as, role, fields, published, number
):
    row = undertaking(meetings[0], published=published)
    item = AgendaItemFactory(meeting=meetings[0], exempt=True)
    Undertaking.objects.filter(pk=row.pk).update(item=item)
    holder = PostHoldingFactory(post=row.owner, starts_on=SEPTEMBER)
    reader = user_as(role)
    SeatTenureFactory(person=PersonFactory(user=reader), seat__body=meetings[0].body, **fields)

    assert readable(reader).count() == number
    assert readable(user_as(Role.PANEL_MEMBER)).count() == 0
    assert readable(holder.user, {row.owner_id}).count() == 0
    assert readable(user_as(Role.DEMOCRATIC_SERVICES)).count() == 1


def test_exempt_undertaking_is_read_on_its_page_and_goes_into_no_members_file(meetings, client_as):
    row = undertaking(meetings[0], what="Visit the home", is_exempt=True)
    reader = client_as(Role.PANEL_MEMBER)
    SeatTenureFactory(person=PersonFactory(user=reader.user), seat__body=meetings[0].body)

    page = open_page(reader, REGISTER)
    files = [client.get(reverse("meetings:register_download")) for client in (reader, client_as(CLERK))]

    assert page.texts("th .undertakings-table__from") == [
        "Minute 103, Item 8 of 19 Sep 2018. Kept from the public"
    ]
    assert "Only those who read the exempt minutes" in " ".join(
        open_page(reader, address("undertaking_read", row)).texts(".govuk-summary-list__value")
    )
    assert ["Visit the home" in answer.content.decode() for answer in files] == [False, True]


def test_heading_of_an_exempt_minute_does_not_show_where_it_accepted_something(meetings, client_as):
    row = undertaking(meetings[0])
    record = MeetingMinutesFactory(meeting=meetings[1])
    minute = MinuteFactory(record=record, number=110, series="1", is_exempt=True, heading="A secret")
    Undertaking.objects.filter(pk=row.pk).update(state="accepted", accepted_by=minute)

    shown = client_as(Role.PANEL_MEMBER).get(address("undertaking_read", row)).content.decode()

    assert "Minute 110 of 1 November 2018" in shown
    assert "A secret" not in shown


def test_page_of_what_a_reader_may_not_know_is_not_there(meetings, client_as):
    row = undertaking(meetings[0], published=False)
    holder = client_as(Role.REPORT_OWNER)
    PostHoldingFactory(post=row.owner, user=holder.user)
    names = ("undertaking_read", "undertaking_report")

    found = {
        role: [client.get(address(name, row)).status_code for name in names]
        for role, client in (
            ("member", client_as(Role.PANEL_MEMBER)),
            ("holder", holder),
            ("clerk", client_as(Role.DEMOCRATIC_SERVICES)),
        )
    }

    assert found == {"member": [404, 404], "holder": [200, 200], "clerk": [200, 200]}


def test_reader_reads_and_does_not_report(meetings, client_as):
    row = undertaking(meetings[0])
    reader, clerk = client_as(Role.PANEL_MEMBER), client_as(Role.DEMOCRATIC_SERVICES)

    assert [client.get(address("undertaking_report", row)).status_code for client in (reader, clerk)] == [
        403,
        200,
    ]
    assert [client.get(address("undertaking_edit", row)).status_code for client in (reader, clerk)] == [
        403,
        200,
    ]
    assert open_page(reader, address("undertaking_read", row)).all(".govuk-button") == []


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "is_let"),
    [
        (SEPTEMBER, None, True),
        (SEPTEMBER, date(2018, 12, 31), False),
        (date(2999, 1, 1), None, False),
    ],
)
def test_report_is_for_whoever_holds_the_post_today(meetings, starts_on, ends_on, is_let):
    row = undertaking(meetings[0])
    holder = PostHoldingFactory(post=row.owner, starts_on=starts_on, ends_on=ends_on)

    with nullcontext() if is_let else pytest.raises(PermissionDenied):
        report_progress(row, text="Done", state="reported", after=0, by=holder.user)

    assert UndertakingUpdate.objects.exists() == is_let


def test_reports_are_added_and_the_same_form_sent_twice_is_one(meetings, client_as):
    row, clerk = undertaking(meetings[0]), client_as(Role.DEMOCRATIC_SERVICES)
    sent = {"text": "The figures are asked for", "state": "underway", "after": 0}

    for _ in range(2):
        clerk.post(address("undertaking_report", row), sent)
    clerk.post(
        address("undertaking_report", row), {"text": "They are here", "state": "reported", "after": 99}
    )
    page = open_page(clerk, address("undertaking_read", row))

    row.refresh_from_db()
    assert (row.state, row.updates.count()) == ("reported", 2)
    assert page.texts(".sitting-entry .govuk-body") == ["The figures are asked for", "They are here"]


def test_nobody_accepts_but_a_minute(meetings, user_as):
    row, clerk = undertaking(meetings[0]), user_as(Role.DEMOCRATIC_SERVICES)
    minute = MinuteFactory(record=MeetingMinutesFactory(meeting=meetings[1]))

    with pytest.raises(Refused, match="Only a minute of the panel accepts an undertaking"):
        report_progress(row, text="Done", state="accepted", after=0, by=clerk)
    done = [accept_undertaking(row, minute=minute, by=clerk) for _ in range(2)]

    row.refresh_from_db()
    assert (done, row.state, row.accepted_by) == ([True, False], "accepted", minute)
    with pytest.raises(Refused, match="The panel has accepted this undertaking as done"):
        report_progress(row, text="More", state="open", after=0, by=clerk)


def test_minute_of_an_earlier_meeting_accepts_nothing(meetings, user_as):
    row = undertaking(meetings[1])
    earlier = MinuteFactory(record=MeetingMinutesFactory(meeting=meetings[0]))

    with pytest.raises(Refused, match="A minute of an earlier meeting cannot accept"):
        accept_undertaking(row, minute=earlier, by=user_as(Role.DEMOCRATIC_SERVICES))


def test_only_clerks_let_a_minute_accept(meetings, user_as):
    row = undertaking(meetings[0])

    with pytest.raises(PermissionDenied):
        accept_undertaking(row, minute=row.item.minutes.get(), by=user_as(Role.REPORT_OWNER))


def test_item_lists_what_came_back_and_accepts_it_by_its_minute(meetings, client_as):
    row, other = undertaking(meetings[0]), UndertakingFactory(item__meeting=meetings[0])
    item, clerk = AgendaItemFactory(meeting=meetings[1], outcome="taken"), client_as(CLERK)
    row.items.add(item)
    way = address("undertaking_accept", item)

    before = open_page(clerk, address("item_record", item))
    clerk.post(way, {"undertaking": row.pk})
    row.refresh_from_db()
    unminuted = row.state
    minute = MinuteFactory(record=MeetingMinutesFactory(meeting=meetings[1]))
    minute.items.add(item)
    offered = open_page(clerk, address("item_record", item))
    for one in (other, row, row):
        clerk.post(way, {"undertaking": one.pk})
    after = open_page(clerk, address("item_record", item))

    row.refresh_from_db()
    other.refresh_from_db()
    button = f"form[action='{way}']"
    assert [len(page.all(button)) for page in (before, offered, after)] == [0, 1, 0]
    assert (unminuted, row.state, row.accepted_by, other.state) == ("open", "accepted", minute, "open")
    assert client_as(Role.PANEL_MEMBER).post(way, {"undertaking": row.pk}).status_code == 403


@pytest.mark.parametrize(
    ("outcome", "fields", "number"),
    [
        ("taken", {}, 1),
        ("", {"state": "reported"}, 1),
        ("deferred", {}, 0),
        ("taken", {"due_kind": "annual"}, 0),
    ],
)
def test_undertaking_left_open_at_an_item_that_was_taken_is_asked_after(
    meetings, user_as, outcome, fields, number
):
    row = undertaking(meetings[0], what="Bring the figures", **fields)
    item = AgendaItemFactory(meeting=meetings[1], outcome=outcome)
    row.items.add(item)
    minute = MinuteFactory(record=MeetingMinutesFactory(meeting=meetings[1]), heading="Attendance")
    minute.items.add(item)

    asked = [one for one in minutes_findings(minute.record) if "came back here" in one.sentence]
    accept_undertaking(row, minute=minute, by=user_as(CLERK))
    after = [one for one in minutes_findings(minute.record) if "came back here" in one.sentence]

    sentence = "“Attendance”: the undertaking “Bring the figures” came back here and is not accepted."
    found = warn(f"{sentence} {ACCEPT}", Place("meetings:minute_edit", minute.pk))
    assert (asked, after) == ([found] * number, [])


def test_two_clerks_at_one_undertaking_lose_nothing(client_as):
    row = UndertakingFactory(item__meeting__state="held")
    clerk = client_as(Role.DEMOCRATIC_SERVICES)
    sent = {"what": "Mine", "owner": row.owner_id, "due_kind": "none", "binding": "decision", "version": 1}
    client_as(Role.DEMOCRATIC_SERVICES).post(address("undertaking_edit", row), sent | {"what": "Theirs"})

    answer = clerk.post(address("undertaking_edit", row), sent)
    page = Page(answer.content)

    assert answer.status_code == 409
    assert page.texts("main > p.govuk-body")[0].startswith("It stands now as: Theirs")
    assert page.all("#id_what")[0].text.strip() == "Mine"
    clerk.post(
        address("undertaking_edit", row), sent | {"version": page.all("[name=version]")[0].get("value")}
    )
    assert Undertaking.objects.get().what == "Mine"


def test_register_begins_empty(client_as):
    page = open_page(client_as(Role.PANEL_MEMBER), REGISTER)

    assert page.texts(".portal-empty h2") == ["Nothing is undertaken yet"]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["Elect", "Launch", "Report"]),
        ("?state=overdue", ["Elect"]),
        ("?state=still_open", ["Elect", "Launch"]),
        ("?state=reported", ["Report"]),
        ("?state=accepted", []),
        ("?state=nonsense", ["Elect", "Launch", "Report"]),
    ],
)
def test_register_is_narrowed(meetings, client_as, query, shown):
    row = undertaking(meetings[0], what="Elect")
    UndertakingFactory(item=row.item, what="Launch", due_kind="none")
    UndertakingFactory(item=row.item, what="Report", state="reported")

    page = open_page(client_as(Role.PANEL_MEMBER), f"{REGISTER}{query}")

    assert page.texts("tbody th a") == shown
    assert page.texts("h1") == ["1 undertaking is overdue"]


def test_register_is_narrowed_by_post_and_meeting(meetings, client_as):
    row = undertaking(meetings[0], what="Elect")
    other = UndertakingFactory(item=row.item, what="Launch")
    client = client_as(Role.PANEL_MEMBER)

    assert open_page(client, f"{REGISTER}?owner={other.owner_id}").texts("tbody th a") == ["Launch"]
    assert len(open_page(client, f"{REGISTER}?meeting={row.item.meeting_id}").texts("tbody th a")) == 2


@pytest.mark.parametrize(
    ("role", "headings"),
    [(Role.PANEL_MEMBER, HEADINGS), (Role.DEMOCRATIC_SERVICES, (*HEADINGS, *FOR_OFFICERS))],
)
def test_register_as_a_file_has_the_readers_columns(meetings, client_as, role, headings):
    undertaking(meetings[0], what="=1+1", paragraph="2")

    lines = (
        client_as(role).get(reverse("meetings:register_download")).content.decode("utf-8-sig").splitlines()
    )

    assert lines[0] == ",".join(headings)
    assert lines[1].startswith("2018-09-19,Item 8 of 19 Sep 2018,103(2),'=1+1,")


@pytest.mark.pdf
def test_register_on_paper_is_accessible(meetings, client_as):
    undertaking(meetings[0])

    answer = client_as(Role.PANEL_MEMBER).get(reverse("meetings:register_print"))

    assert answer["Content-Type"] == "application/pdf"
    assert_accessible(answer.content)


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.DEMOCRATIC_SERVICES])
def test_register_asks_the_same_number_of_questions(
    meetings, client_as, django_assert_num_queries, role, number
):
    item = undertaking(meetings[0]).item
    for row in UndertakingFactory.create_batch(number - 1, item=item):
        row.updates.create(text="Begun", state="underway")
        AgendaItemFactory(meeting=meetings[1], number=row.pk).undertakings.add(row)
    client = client_as(role)

    with django_assert_num_queries(8):
        client.get(REGISTER)
