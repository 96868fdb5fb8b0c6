"""The minutes of 19 September 2018 in the council's layout, as a page and as a PDF."""

from datetime import date

import pytest
from django.test import override_settings
from django.urls import reverse

from core.access import Role
from meetings.demonstration import load_demonstration
from meetings.models import Meeting, MeetingMinutes, Minute
from meetings.report.minutes import minutes_of
from meetings.report.minutes_series import numbers_to_draw, series_of
from people.demonstration import load_accounts
from tests.page import open_page
from tests.pdf_checks import assert_accessible, spoken
from tests.worlds import shared_world

pytestmark = pytest.mark.django_db
SEPTEMBER, NOVEMBER, JULY = date(2018, 9, 19), date(2018, 11, 1), date(2018, 7, 19)


@pytest.fixture(scope="module", autouse=True)
def meetings_of_2018(django_db_setup, django_db_blocker):
    with shared_world(django_db_blocker), override_settings(DEMO=True):
        load_accounts(lambda said: None)
        load_demonstration(lambda said: None)
        yield


@pytest.fixture
def meeting():
    return Meeting.objects.select_related("body").get(on=SEPTEMBER)


@pytest.fixture
def address(meeting):
    return reverse("meetings:minutes_read", kwargs={"pk": meeting.pk})


def test_heading_is_one_sentence(meeting):
    assert minutes_of(meeting, exempt=False)["sentence"] == (
        "MINUTES of a meeting of the Corporate Parenting Panel held in Darent Room - Sessions House on "
        "Wednesday, 19 September 2018."
    )


def test_names_stand_in_the_council_s_order_and_form(client, address):
    page = open_page(client, address)

    present, also, officers = page.texts(".minutes-names p")
    assert present.startswith("PRESENT: Mrs R E Ellerby, MBE (Chairman), Ms A J Bellamy, ")
    assert ", Mr D L Monkton (Substitute for Mr L Brackenby), " in present
    assert present.endswith(" and Ms A Wragge")
    assert (
        present.count(" Mr ") + present.count(" Mrs ") + present.count(" Ms ") == 15 + 1
    )  # one is named twice
    assert also == "ALSO PRESENT: Mr A W Westmarsh"
    assert officers.startswith("IN ATTENDANCE: ")
    assert officers.rpartition(" and ")[2].endswith("(Democratic Services Officer)")


def test_minutes_have_their_numbers_and_items(client, address):
    page = open_page(client, address)

    headings = page.texts(".minutes-minute__heading")
    assert headings[0] == "96. Membership (Item 1)"
    assert [text.partition(".")[0] for text in headings] == [str(number) for number in range(96, 107)]
    assert [text.rpartition(" ")[2] for text in headings] == [f"{number})" for number in range(1, 12)]
    assert page.texts(".minutes-banner") == ["Unrestricted items"]


def test_next_number_is_107(meeting):
    november = Meeting.objects.select_related("body").get(on=NOVEMBER)

    assert series_of(november) == series_of(meeting)
    assert numbers_to_draw([Minute(), Minute()], series_of(november)) == [107, 108]


def test_paragraph_has_an_address_of_its_own(client, address):
    minute = Minute.objects.get(number=103)
    page = open_page(client, address)

    paragraph = page.texts(f"#minute-{minute.pk}-2")
    assert paragraph[0].startswith("Asked how many of the children excluded from school had additional needs")
    assert page.texts(f"#minute-{minute.pk}-3") == [
        "It was RESOLVED that the figures in the children in care scorecard be noted, with thanks."
    ]


def test_single_paragraph_has_no_number_and_points_are_lettered(client, address):
    page = open_page(client, address)
    approval, adoption = (Minute.objects.get(number=number).pk for number in (99, 105))

    assert page.all(f"#minute-{approval} ol") == []
    assert page.texts(f"#minute-{adoption}-3-b") != []
    assert page.texts(f"#minute-{adoption}-3 > p") == ["It was RESOLVED that:-"]


def test_appendix_follows_the_last_minute(client, address):
    page = open_page(client, address)

    assert len(page.all(".minutes-appendix")) == 1
    assert page.texts(".minutes-appendix__heading")[0].startswith("Appendix: ")


def test_draft_says_where_it_is_to_be_approved(client, address):
    assert open_page(client, address).texts(".minutes-standing__label") == [
        "Draft, to be approved at the meeting on Thursday 1 November 2018."
    ]


def test_minutes_older_than_the_portal_say_so(client):
    held = Meeting.objects.get(on=JULY)
    page = open_page(client, reverse("meetings:minutes_read", kwargs={"pk": held.pk}))

    assert page.texts(".minutes-standing__label") == [
        "Approved at the meeting on Wednesday 19 September 2018."
    ]
    assert page.texts(".govuk-body") == [
        "The text of these minutes is not in the portal: they were approved before it was in use."
    ]
    pdf = client.get(reverse("meetings:minutes_print", kwargs={"pk": held.pk}))
    assert pdf.status_code == 404


@pytest.mark.pdf
def test_pdf_says_what_the_page_says(client, meeting, address):
    response = client.get(reverse("meetings:minutes_print", kwargs={"pk": meeting.pk}))

    assert response["Content-Disposition"] == 'inline; filename="draft-minutes-2018-09-19.pdf"'
    assert_accessible(response.content)
    words = " ".join(spoken(response.content).replace('"', " ").split())
    page = open_page(client, address)
    for heading in page.texts(".minutes-minute__heading"):
        assert heading.partition(" (Item")[0].partition(". ")[2] in words


@pytest.mark.parametrize(
    ("state", "reads"),
    [
        ("drafting", {Role.DEMOCRATIC_SERVICES}),
        ("chairman", {Role.DEMOCRATIC_SERVICES, "chairman"}),
        ("published", {Role.DEMOCRATIC_SERVICES, Role.PANEL_MEMBER, "chairman", "public"}),
    ],
)
def test_unpublished_minutes_are_for_their_officers_and_then_the_chairman(
    client, client_as, address, meeting, state, reads
):
    MeetingMinutes.objects.filter(meeting=meeting).update(state=state)
    clients = {role: client_as(role) for role in (Role.DEMOCRATIC_SERVICES, Role.PANEL_MEMBER)}
    clients |= {"public": client, "chairman": client_as(Role.PANEL_MEMBER)}
    chairman = meeting.presided_by
    chairman.user = clients["chairman"].user
    chairman.save()

    answers = {who: one.get(address).status_code for who, one in clients.items()}

    assert answers == {who: 200 if who in reads else 404 for who in clients}


def test_meeting_without_minutes_has_no_page(client):
    november = Meeting.objects.get(on=NOVEMBER)

    assert client.get(reverse("meetings:minutes_read", kwargs={"pk": november.pk})).status_code == 404
