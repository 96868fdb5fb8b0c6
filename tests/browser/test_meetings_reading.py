"""A meeting in the hands of its readers: a member with an exempt paper on a tablet, by keys alone, and everybody."""

from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from core.access import Role
from meetings.models import Meeting, MeetingState, Minute, MinutesState, PrivateNote
from meetings.notice import LONDON
from tests.browser.checks import check_page, check_pages
from tests.browser.keyboard import tab_to
from tests.factories.meetings import MeetingMinutesFactory, MinuteFactory, member
from tests.factories.people import UserFactory
from tests.meetings.agendas import a_whole_report, an_item, an_officer, issued, november, signed

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TABLET = 768
SECRET = "A placement that ended in Dover"


@pytest.fixture
def reader():
    user = UserFactory(roles=[Role.PANEL_MEMBER], name="Taylor Wickhurst")
    member(user=user, surname="Wickhurst")
    return user


@pytest.fixture
def meeting() -> Meeting:
    """Issued with an exempt item that has a report, then held, with minutes that everybody reads."""
    meeting, officer = november(), an_officer()
    opening = an_item(meeting, "Apologies and substitutes")
    closed = an_item(meeting, "A placement", exempt=True, private_title=SECRET, paper_state="attached")
    signed(a_whole_report(closed, officer, subject="What was learnt"), officer)
    issued(meeting, officer)
    record = MeetingMinutesFactory(
        meeting=meeting, state=MinutesState.PUBLISHED, published_at=datetime(2018, 11, 9, 10, tzinfo=LONDON)
    )
    minute = MinuteFactory(record=record, heading="Apologies and substitutes", number=107, series="1")
    minute.items.add(opening)
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.HELD)
    return meeting


def go(page: Page, name: str) -> None:
    tab_to(page, page.get_by_role("link", name=name, exact=True).first)
    page.keyboard.press("Enter")


def test_member_goes_from_the_list_to_an_exempt_paper_a_note_and_the_minutes_by_keys(
    page_at, meeting, reader
):
    page = page_at(TABLET, user=reader)
    page.goto("/meetings/")
    go(page, "Thursday 1 November 2018")
    expect(page.get_by_text(SECRET)).to_be_visible()

    go(page, "What was learnt")
    expect(page.get_by_text("Not for publication.")).to_be_visible()
    check_page(page)
    page.set_viewport_size({"width": TABLET, "height": 900})
    go(page, "Write a note for yourself at this item")
    tab_to(page, page.get_by_role("textbox"))
    page.keyboard.type("Ask how the school was told.")
    check_page(page)
    page.set_viewport_size({"width": TABLET, "height": 900})
    tab_to(page, page.get_by_role("button", name="Keep the note"))
    page.keyboard.press("Enter")

    expect(page.locator(".reading-item__note")).to_contain_text("Ask how the school was told.")
    check_page(page)
    page.set_viewport_size({"width": TABLET, "height": 900})
    go(page, "Minute 107: Apologies and substitutes")
    expect(page.locator(f"#minute-{Minute.objects.get().pk}")).to_be_in_viewport()
    assert PrivateNote.objects.get().user == reader


def test_note_is_kept_without_scripts(page_at, meeting, reader):
    page = page_at(TABLET, user=reader, scripts=False)
    page.goto(f"/meetings/{meeting.pk}/")
    page.get_by_role("link", name="Add a note for yourself at Apologies and substitutes").click()
    page.get_by_role("textbox").fill("Thank them.")
    page.get_by_role("button", name="Keep the note").click()

    expect(page.locator(".reading-item__note")).to_contain_text("Thank them.")


def test_others_read_the_same_pages_without_what_is_exempt(page_at, meeting, user_as):
    for user in (None, user_as(Role.MEMBER)):
        page = page_at(user=user)
        page.goto(f"/meetings/{meeting.pk}/")
        assert SECRET not in page.content()
        assert page.get_by_role("link", name="What was learnt").count() == 0

    check_pages(page, ["/meetings/", f"/meetings/{meeting.pk}/", f"/meetings/{meeting.pk}/minutes/"])
