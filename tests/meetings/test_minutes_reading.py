"""What of minutes a reader is shown: exempt ones only to those entitled, whatever the form."""

import json

import pytest
from django.urls import reverse

from core.access import Role
from meetings.models import Meeting
from meetings.report.minutes import minutes_of
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingMinutesFactory,
    MinuteFactory,
    ResolutionFactory,
    member,
)
from tests.page import open_page
from tests.pdf_checks import spoken

pytestmark = pytest.mark.django_db
CANARY = "canaryzq"


@pytest.fixture
def record():
    return MeetingMinutesFactory(state="published")


@pytest.fixture
def exempt_minute(record):
    item = AgendaItemFactory(
        meeting=record.meeting,
        exempt=True,
        number=9,
        title="Testimony of young people",
        private_title=f"{CANARY} title",
        private_purpose=f"{CANARY} purpose",
    )
    ResolutionFactory(item=item, text=f"{CANARY} be helped")
    minute = MinuteFactory(
        record=record,
        number=107,
        series="1:2017-05-25",
        is_exempt=True,
        heading=f"{CANARY} heading",
        body=f"<p>{CANARY} body</p>",
    )
    minute.items.add(item)
    return minute


def address(record, name="minutes_read"):
    return reverse(f"meetings:{name}", kwargs={"pk": record.meeting.pk})


def test_exempt_minute_is_in_no_answer_to_the_public(client, client_as, record, exempt_minute):
    for reader in (client, client_as(Role.PANEL_MEMBER), client_as(Role.ADMINISTRATOR)):
        page = reader.get(address(record)).content.decode()
        printed = spoken(reader.get(address(record, "minutes_print")).content)
        assert "Testimony of young people" in page
        assert "Testimony of young people" in " ".join(printed.split())
        assert CANARY not in page + printed
    assert CANARY not in json.dumps(minutes_of(record.meeting, exempt=False))


def test_those_entitled_read_the_exempt_minute(client_as, record, exempt_minute):
    user_on_panel = client_as(Role.PANEL_MEMBER)
    member(user=user_on_panel.user)

    for reader in (client_as(Role.DEMOCRATIC_SERVICES), user_on_panel):
        page = open_page(reader, address(record))
        assert page.texts(f"#minute-{exempt_minute.pk}-heading") == [f"107. {CANARY} heading (Item 9)"]
        assert page.texts(f"#minute-{exempt_minute.pk}-1") == [f"{CANARY} body"]
        assert page.texts(f"#minute-{exempt_minute.pk}-2") == [f"It was RESOLVED that {CANARY} be helped."]


@pytest.mark.parametrize(
    ("summary", "printed"),
    [
        ("", "This minute is exempt and is not published."),
        ("The Panel heard four young people.", "The Panel heard four young people."),
    ],
)
def test_public_reads_the_summary_in_place_of_the_minute(client, record, exempt_minute, summary, printed):
    exempt_minute.public_summary = summary
    exempt_minute.save()

    page = open_page(client, address(record))

    assert page.texts(".minutes-banner") == ["Exempt items"]
    assert page.texts(".minutes-minute__heading") == ["107. Testimony of young people (Item 9)"]
    assert page.texts(".minutes-minute__summary") == [printed]
    assert page.texts(".minutes-minute__exempt") == [
        "Exempt under paragraph 2 of Part 1 of Schedule 12A to the Local Government Act 1972: "
        "It would reveal who somebody is."
    ]


def test_exempt_minute_beside_an_open_one_does_not_repeat_what_was_decided(client_as, record):
    item = AgendaItemFactory(meeting=record.meeting, number=1)
    ResolutionFactory(item=item)
    for exempt in (False, True):
        MinuteFactory(record=record, is_exempt=exempt, body="<p>Said.</p>").items.add(item)

    page = open_page(client_as(Role.DEMOCRATIC_SERVICES), address(record))

    decided = [len(section.xpath(".//li")) for section in page.all(".minutes-minute")]
    assert decided == [2, 0]


@pytest.mark.parametrize("number", [1, 3])
def test_page_asks_as_often_for_three_minutes_as_for_one(client, record, number, django_assert_num_queries):
    for position in range(1, number + 1):
        item = AgendaItemFactory(meeting=record.meeting, position=position, number=position)
        ResolutionFactory(item=item)
        MinuteFactory(record=record, position=position).items.add(item)

    with django_assert_num_queries(16):
        page = open_page(client, address(record))

    assert len(page.all(".minutes-minute")) == number


def test_minutes_without_a_word_say_so(client, record):
    assert open_page(client, address(record)).texts(".portal-empty h2") == ["Nothing is written yet"]


def test_items_taken_together_share_one_minute(client, record):
    minute = MinuteFactory(record=record, heading="Two reports")
    for letter in "ab":
        minute.items.add(AgendaItemFactory(meeting=record.meeting, number=16, letter=letter))

    page = open_page(client, address(record))

    assert page.texts(".minutes-minute__items") == ["(Items 16a and 16b)"]


def test_later_correction_is_shown_at_what_it_corrects(client, record):
    wrong = MinuteFactory(record=record, number=99, series="1:2017-05-25")
    later = MeetingMinutesFactory(state="published")
    held = Meeting.objects.get(pk=later.meeting.pk)
    right = MinuteFactory(record=later, number=120, series="1:2017-05-25", corrects=wrong)

    page = open_page(client, address(record))
    after = open_page(client, address(later))

    said = f"Corrected by minute 120 of {held.on:%-d %B %Y}"
    assert page.texts(".minutes-minute__note") == [said]
    assert page.links(".minutes-minute__note a") == [f"{address(later)}#minute-{right.pk}"]
    assert after.texts(".minutes-minute__note") == [
        f"This corrects minute 99 of {record.meeting.on:%-d %B %Y}."
    ]
