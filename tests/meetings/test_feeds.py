"""Feeds as calendar programs and news readers take them, and what may stand in them."""

import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from core.access import Role
from meetings.actions import calendar as actions
from meetings.calendar_file import CalendarEntry, Status, calendar_file
from meetings.models import (
    ClosedDay,
    ClosedDayKind,
    IssueKind,
    Meeting,
    MeetingState,
    PrivateCalendar,
    ProgrammeState,
    ReportState,
)
from meetings.report.feeds import LENGTH, one_entry
from tests.factories.meetings import (
    AgendaItemFactory,
    BodyFactory,
    MeetingFactory,
    PaperFactory,
    ProgrammeEntryFactory,
    ReportFactory,
    issue,
)
from tests.factories.people import PostHoldingFactory
from tests.page import Page, open_page

pytestmark = pytest.mark.django_db
FEED, ATOM, MINE = "/meetings/meetings.ics", "/meetings/issues.atom", "/meetings/calendar/"
NOVEMBER = date(2018, 11, 1)


@pytest.fixture
def anybody() -> Client:
    return Client()


@pytest.fixture
def clerk(user_as):
    return user_as(Role.DEMOCRATIC_SERVICES)


@pytest.fixture
def meeting() -> Meeting:
    return MeetingFactory(on=NOVEMBER)


def events(client: Client, address: str = FEED) -> list[dict]:
    """Each as a calendar program reads it."""
    response = client.get(address)
    assert response.status_code == 200
    return Calendar.from_ical(response.content).walk("VEVENT")


def key_of(user) -> str:
    return f"{MINE}{PrivateCalendar.objects.create(user=user).key}.ics"


# The file itself


def test_file_has_all_that_outlook_asks_for():
    entry = CalendarEntry(
        "a", 3, datetime(2018, 10, 1, 8, tzinfo=UTC), "Panel", NOVEMBER, time(10), "Room, House"
    )

    lines = calendar_file("The panel", [entry]).decode().split("\r\n")

    assert lines[:9] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Corporate Parenting Panel portal//Meetings//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:The panel",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        "X-WR-TIMEZONE:Europe/London",
    ]
    assert set(lines[lines.index("BEGIN:VEVENT") : lines.index("END:VEVENT")]) == {
        "BEGIN:VEVENT",
        "UID:a",
        "SEQUENCE:3",
        "DTSTAMP:20181001T080000Z",
        "LAST-MODIFIED:20181001T080000Z",
        "DTSTART;TZID=Europe/London:20181101T100000",
        "DTEND;TZID=Europe/London:20181101T120000",
        "SUMMARY:Panel",
        "LOCATION:Room\\, House",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
        "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
    }
    assert lines[lines.index("BEGIN:VTIMEZONE") + 1] == "TZID:Europe/London"


@pytest.mark.parametrize(
    ("ends_at", "ends"),
    [(None, 12), (time(11, 30), 11.5), (time(10), 12), (time(9), 12)],
)
def test_meeting_ends_when_it_was_closed_and_otherwise_after_two_hours(ends_at, ends):
    entry = CalendarEntry("a", 0, datetime(2018, 1, 1, tzinfo=UTC), "x", NOVEMBER, time(10), ends_at=ends_at)

    (event,) = Calendar.from_ical(calendar_file("x", [entry])).walk("VEVENT")

    assert event["dtend"].dt - event["dtstart"].dt == timedelta(hours=ends - 10)


@pytest.mark.parametrize(
    ("fields", "is_said"),
    [
        ({"starts_at": time(10)}, True),
        ({"starts_at": time(10), "state": "held", "closed_at": time(11, 30)}, False),
        ({"starts_at": time(10), "state": "cancelled", "reason": "Snow"}, False),
        ({"starts_at": None}, False),
    ],
)
def test_entry_says_that_the_end_is_a_guess(fields, is_said):
    meeting = MeetingFactory(on=NOVEMBER, **fields)

    described = one_entry(meeting, "https://x.example/").description

    assert (LENGTH in described.split("\n")) == is_said


@pytest.mark.parametrize(
    ("on", "at", "hours"),
    [
        (date(2018, 3, 25), time(0, 59), 0),
        (date(2018, 3, 25), time(2), 1),
        (date(2018, 7, 1), time(10), 1),
        (date(2018, 10, 28), time(2), 0),
        (date(2018, 11, 1), time(10), 0),
    ],
)
def test_summer_time_begins_and_ends_on_the_last_sundays(on, at, hours):
    made = calendar_file("x", [CalendarEntry("a", 0, datetime(2018, 1, 1, tzinfo=UTC), "x", on, at)])
    zone = Calendar.from_ical(made).walk("VTIMEZONE")[0].to_tz()

    assert datetime.combine(on, at, tzinfo=zone).utcoffset() == timedelta(hours=hours)


def test_lines_are_folded_at_75_octets_and_read_back_whole():
    words = "Überprüfung – " * 40

    made = calendar_file(
        "x", [CalendarEntry("a", 0, datetime(2018, 1, 1, tzinfo=UTC), words, NOVEMBER, description=words)]
    )

    assert max(len(line) for line in made.split(b"\r\n")) <= 75
    assert Calendar.from_ical(made).walk("VEVENT")[0]["description"] == words


def test_a_day_without_a_time_is_a_whole_day():
    made = calendar_file("x", [CalendarEntry("a", 0, datetime(2018, 1, 1, tzinfo=UTC), "x", NOVEMBER)])

    event = Calendar.from_ical(made).walk("VEVENT")[0]
    assert (event["dtstart"].dt, event["dtend"].dt) == (NOVEMBER, date(2018, 11, 2))


@pytest.mark.parametrize(
    ("status", "is_deadline", "busy"),
    [
        (Status.TENTATIVE, False, ("OPAQUE", "TENTATIVE")),
        (Status.CONFIRMED, False, ("OPAQUE", "BUSY")),
        (Status.CONFIRMED, True, ("TRANSPARENT", "FREE")),
        (Status.CANCELLED, False, ("TRANSPARENT", "FREE")),
    ],
)
def test_a_diary_is_blocked_by_meetings_that_are_held_alone(status, is_deadline, busy):
    entry = CalendarEntry(
        "a", 0, datetime(2018, 1, 1, tzinfo=UTC), "x", NOVEMBER, status=status, is_deadline=is_deadline
    )

    event = Calendar.from_ical(calendar_file("x", [entry])).walk("VEVENT")[0]

    assert (event["transp"], event["x-microsoft-cdo-busystatus"]) == busy


# The panel's feed


def test_empty_feed_is_a_calendar_without_events(anybody):
    assert events(anybody) == []


def test_meeting_keeps_its_uid_and_its_sequence_grows_when_it_is_cancelled(anybody, clerk, meeting):
    before = events(anybody)[0]
    actions.cancel_meeting(meeting, version=1, reason="Snow", by=clerk)

    after = events(anybody)[0]

    told = [(e["uid"], e["sequence"], e["status"], e["summary"]) for e in (before, after)]
    assert told == [
        (str(meeting.uid), 0, "CONFIRMED", "Corporate Parenting Panel"),
        (str(meeting.uid), 1, "CANCELLED", "Cancelled: Corporate Parenting Panel"),
    ]
    assert after["description"].split("\n")[0] == "Cancelled. Snow."


def test_moved_meeting_is_called_off_on_its_old_day_and_stands_anew_on_the_other(anybody, clerk, meeting):
    actions.postpone_meeting(meeting, version=1, reason="Snow", to=date(2018, 11, 8), by=clerk)

    old, new = events(anybody)

    assert (old["status"], old["description"].split("\n")[0]) == (
        "CANCELLED",
        "Moved to Thursday 8 November 2018. Snow.",
    )
    assert (new["status"], new["dtstart"].dt.date()) == ("TENTATIVE", date(2018, 11, 8))
    assert old["uid"] != new["uid"]


def test_feed_of_one_meeting_has_that_one(anybody, meeting):
    MeetingFactory(on=date(2018, 12, 6))

    assert [e["uid"] for e in events(anybody, f"/meetings/{meeting.pk}/meeting.ics")] == [str(meeting.uid)]
    assert anybody.get("/meetings/999/meeting.ics").status_code == 404


def test_answer_says_what_it_is_and_that_it_did_not_change(anybody, clerk, meeting):
    first = anybody.get(FEED)

    assert first["Content-Type"] == "text/calendar; charset=utf-8; method=PUBLISH"
    assert first["Cache-Control"] == "public, max-age=300"
    again = {
        header: anybody.get(FEED, headers={header: first[name]})
        for header, name in (("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified"))
    }
    assert {header: (one.status_code, one.content) for header, one in again.items()} == {
        "If-None-Match": (304, b""),
        "If-Modified-Since": (304, b""),
    }
    actions.cancel_meeting(meeting, version=1, reason="Snow", by=clerk)
    assert anybody.get(FEED, headers={"If-None-Match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_feed_costs_the_same_queries_for_one_and_three(anybody, number, django_assert_num_queries):
    for n in range(number):
        MeetingFactory(on=NOVEMBER + timedelta(days=n))

    with django_assert_num_queries(3):  # meetings, panel, its changes
        anybody.get(FEED)


# One person's own


def report_of(user, **item) -> ReportFactory:
    """Their report for a meeting ninety days on."""
    meeting = MeetingFactory(on=timezone.localdate() + timedelta(days=90))
    paper = PaperFactory(item=AgendaItemFactory(meeting=meeting, **item))
    return ReportFactory(paper=paper, author=user, subject="Canary")


def test_own_feed_has_the_meetings_and_the_deadline_of_ones_report(anybody, user_as):
    author, other = user_as(Role.REPORT_OWNER), user_as(Role.REPORT_OWNER)
    report = report_of(author, title="Fostering")

    found = {e["summary"]: e for e in events(anybody, key_of(author))}

    assert list(found) == ["Corporate Parenting Panel", "Report due: Fostering"]
    due = found["Report due: Fostering"]
    assert due["dtstart"].dt < report.paper.item.meeting.on
    assert len(events(anybody, key_of(other))) == 1


@pytest.mark.parametrize("state", list(ReportState))
def test_deadline_stands_until_the_clerk_accepted_the_report(anybody, user_as, state):
    author = user_as(Role.REPORT_OWNER)
    report = report_of(author)
    report.state = state
    report.save()

    assert (len(events(anybody, key_of(author))) == 2) == (state != ReportState.CLERK)


def test_deadline_of_a_post_stands_in_its_holders_feed(anybody, user_as):
    holder, before = user_as(Role.REPORT_OWNER), user_as(Role.REPORT_OWNER)
    post = PostHoldingFactory(user=before, ends_on=date(2018, 12, 31)).post
    PostHoldingFactory(user=holder, post=post)
    meeting = MeetingFactory(on=timezone.localdate() + timedelta(days=90))
    ProgrammeEntryFactory(title="Health", owner=post, meeting=meeting, state=ProgrammeState.SCHEDULED)

    assert [e["summary"] for e in events(anybody, key_of(holder))][1:] == ["Report due: Health"]
    assert len(events(anybody, key_of(before))) == 1


def test_officers_find_the_last_day_of_issue(anybody, clerk):
    MeetingFactory(on=timezone.localdate() + timedelta(days=90))

    assert [e["summary"] for e in events(anybody, key_of(clerk))][1:] == [
        "Last day to issue the agenda of Corporate Parenting Panel"
    ]


def test_deadline_s_uid_is_no_other_portal_s(anybody, clerk, user_as, settings):
    MeetingFactory(on=timezone.localdate() + timedelta(days=90), state=MeetingState.CONFIRMED)
    mine = key_of(clerk)
    (here,) = [event["uid"] for event in events(anybody, mine) if event["uid"].startswith("issue-")]

    settings.SECRET_KEY = "of another council, and just as long as it has to be for a key"
    (there,) = [event["uid"] for event in events(anybody, mine) if event["uid"].startswith("issue-")]

    assert here != there
    assert here.rpartition("-")[0] == there.rpartition("-")[0]


def test_every_line_of_a_whole_feed_keeps_to_the_standard(anybody, clerk):
    """RFC 5545: 3.1 lines end in CRLF and have 75 octets at most; 3.6.1 what every event has once."""
    meeting = MeetingFactory(on=NOVEMBER, venue="Ystafell Môn, " * 12, note="Lifts; ramps, “loop”\n" * 9)
    actions.cancel_meeting(meeting, version=1, reason="Schnee — no buses", by=clerk)

    body = anybody.get(FEED).content
    lines = body.split(b"\r\n")

    assert lines[-1] == b""
    assert body.count(b"\n") == body.count(b"\r") == len(lines) - 1
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # no character is cut in two
    event = body.partition(b"BEGIN:VEVENT\r\n")[2].partition(b"END:VEVENT")[0].split(b"\r\n")
    names = [line.split(b":")[0].split(b";")[0] for line in event if not line.startswith(b" ")]
    for once in (b"UID", b"DTSTAMP", b"DTSTART", b"DTEND", b"SEQUENCE", b"STATUS", b"LAST-MODIFIED"):
        assert names.count(once) == 1
    assert b"STATUS:CANCELLED" in event
    (stamp,) = [line for line in event if line.startswith(b"DTSTAMP")]
    assert stamp.endswith(b"Z")
    assert b"METHOD:PUBLISH" in lines


def test_a_deadline_that_moves_keeps_its_uid_and_grows_its_sequence(anybody, user_as):
    author = user_as(Role.REPORT_OWNER)
    report_of(author)
    address = key_of(author)
    before = events(anybody, address)[1]
    day = before["dtstart"].dt
    ClosedDay.objects.create(
        on=day, name="Flood", kind=ClosedDayKind.COUNCIL_CLOSURE, known_since=timezone.localdate()
    )

    after = events(anybody, address)[1]

    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert after["dtstart"].dt < day


def test_a_meeting_that_is_called_off_has_no_deadlines(anybody, clerk, user_as):
    author = user_as(Role.REPORT_OWNER)
    meeting = report_of(author).paper.item.meeting
    actions.cancel_meeting(meeting, version=1, reason="Snow", by=clerk)

    assert [e["status"] for e in events(anybody, key_of(author))] == ["CANCELLED"]


def test_own_feed_is_kept_by_nobody_on_the_way(anybody, user_as):
    response = anybody.get(key_of(user_as(Role.MEMBER)))

    assert response["Cache-Control"] == "private, no-cache"
    assert "Last-Modified" not in response  # a report given to somebody else changes no date of a meeting


def test_closed_account_and_unknown_key_have_no_feed(anybody, user_as):
    closed = user_as(Role.MEMBER, is_active=False)

    assert anybody.get(key_of(closed)).status_code == 404
    assert anybody.get(f"{MINE}unknown.ics").status_code == 404


# Getting an address


def test_address_is_made_on_asking_and_a_new_one_ends_the_old(client_as, anybody):
    reader = client_as(Role.MEMBER)
    assert not PrivateCalendar.objects.exists()

    def ask() -> Page:
        seen = open_page(reader, MINE).all("input[name=seen]")[0].get("value")
        return Page(reader.post(f"{MINE}renew/", {"seen": seen}, follow=True).content)

    addresses = [ask().links(".meetings-address")[1].removeprefix("http://testserver") for _ in range(2)]

    assert [anybody.get(address).status_code for address in addresses] == [404, 200]


def test_asking_twice_with_one_form_makes_one_address(client_as):
    reader = client_as(Role.MEMBER)

    for _ in range(2):
        page = Page(reader.post(f"{MINE}renew/", {"seen": "none"}, follow=True).content)

    assert page.texts(".govuk-notification-banner__heading") == [
        "Your calendar’s address was changed already. The one below is yours."
    ]
    assert PrivateCalendar.objects.get().events.count() == 1


def test_page_shows_nobody_elses_address(client_as, user_as):
    key = key_of(user_as(Role.MEMBER))

    assert key not in open_page(client_as(Role.MEMBER), MINE).links("main a")


# News of agendas


def entries(client: Client) -> list[tuple]:
    names = {"a": "http://www.w3.org/2005/Atom"}
    feed = ET.fromstring(client.get(ATOM).content)
    return [
        tuple(entry.findtext(f"a:{part}", namespaces=names) for part in ("title", "id", "summary"))
        for entry in feed.findall("a:entry", names)
    ]


def test_empty_atom_feed_has_no_entries(anybody):
    assert entries(anybody) == []
    assert "Last-Modified" not in anybody.get(ATOM)


def test_each_issue_is_an_entry_the_latest_first(anybody, meeting):
    issue(meeting, on=date(2018, 10, 24))
    issue(meeting, on=date(2018, 10, 26), number=2, kind=IssueKind.SUPPLEMENT)
    issue(meeting, on=date(2018, 10, 29), number=3, kind=IssueKind.REISSUE)
    page = f"http://testserver/meetings/{meeting.pk}/"
    where = "10.00 am, Darent Room, Sessions House"

    assert entries(anybody) == [
        ("Agenda for Thursday 1 November 2018, issued again", f"{page}#issue-3", where),
        ("Supplement to the agenda for Thursday 1 November 2018", f"{page}#issue-2", where),
        ("Agenda for Thursday 1 November 2018", f"{page}#issue-1", where),
    ]
    assert anybody.get(ATOM)["Content-Type"] == "application/atom+xml; charset=utf-8"


# What may not be known


def test_no_feed_holds_an_exempt_word(anybody, user_as):
    author = user_as(Role.REPORT_OWNER)
    meeting = report_of(
        author, exempt=True, title="Exempt item", private_title="Canary", private_purpose="Canary"
    ).paper.item.meeting
    issue(meeting, on=timezone.localdate())
    BodyFactory()

    for address in (FEED, ATOM, f"/meetings/{meeting.pk}/meeting.ics", key_of(author)):
        assert b"Canary" not in anybody.get(address).content
    assert meeting.state == MeetingState.CONFIRMED
