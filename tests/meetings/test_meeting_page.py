"""One meeting as its readers see it."""

import pytest
from django.test import Client
from django.urls import reverse

from core.access import Role
from meetings.models import Access, IssueKind, ItemOutcome, Meeting, MinutesState, PaperKind, PrivateNote
from tests.factories.meetings import MeetingMinutesFactory, MinuteFactory, PaperFactory, member
from tests.meetings.agendas import (
    a_whole_report,
    an_item,
    an_officer,
    held_in_september,
    issued,
    november,
    signed,
)
from tests.page import Page, open_page

pytestmark = pytest.mark.django_db
EXEMPT = {
    "access": Access.EXEMPT,
    "paragraphs": [2],
    "exempt_reason": "It would reveal who somebody is.",
    "public_interest": "Their privacy outweighs the public interest in knowing.",
    "private_title": "A placement that ended",
}


@pytest.fixture
def meeting() -> Meeting:
    return november()


@pytest.fixture
def on_the_panel(client_as) -> Client:
    reader = client_as(Role.PANEL_MEMBER)
    member(user=reader.user)
    return reader


def opened(reader: Client, meeting: Meeting) -> Page:
    return open_page(reader, reverse("meetings:meeting_read", args=[meeting.pk]))


def paper_address(paper) -> str:
    return reverse("meetings:paper_read", args=[paper.item.meeting_id, paper.pk])


def note_address(item) -> str:
    return reverse("meetings:note_write", args=[item.pk])


class TestAgenda:
    def test_everybody_reads_it_as_it_was_issued(self, client, meeting):
        item = an_item(meeting, "Apologies", purpose="To receive apologies")
        issued(meeting, an_officer())
        item.title = "Changed since"
        item.save()

        page = opened(client, meeting)

        assert page.texts(".reading-item__title") == ["1 Apologies"]
        assert page.texts(".portal-facts") == ["10.00 am, Darent Room, Sessions House. 1 item, 0 papers"]
        assert page.texts(".reading-item__own") == []

    def test_draft_shows_nothing(self, client, on_the_panel, meeting):
        an_item(meeting, "Apologies")

        for reader in (client, on_the_panel):
            page = opened(reader, meeting)

            assert "Nothing was published for this meeting" in page.root.text_content()
            assert "Apologies" not in page.root.text_content()

    def test_latest_issue_is_read_and_each_is_linked(self, client, meeting):
        an_item(meeting, "Apologies")
        officer = an_officer()
        issued(meeting, officer)
        an_item(meeting, "Meeting dates")
        issued(meeting, officer, kind=IssueKind.REISSUE)

        page = opened(client, meeting)

        assert page.texts(".reading-item__title") == ["1 Apologies", "2 Meeting dates"]
        assert page.links("#issue-1 a, #issue-2 a") == [
            reverse("meetings:issue_read", args=[meeting.pk, number]) for number in (1, 2)
        ]

    def test_outcome_stands_at_its_item(self, client, meeting):
        item, taken = an_item(meeting, "Election"), an_item(meeting, "Apologies")
        issued(meeting, an_officer())
        item.outcome, taken.outcome = ItemOutcome.DEFERRED, ItemOutcome.TAKEN
        item.deferred_to = held_in_september(meeting.body)
        item.save()
        taken.save()

        assert opened(client, meeting).texts(".reading-item__outcome") == [
            "Put off to the meeting on 19 September 2018."
        ]

    def test_published_minute_is_linked_from_its_item(self, client, meeting):
        item = an_item(meeting, "Apologies")
        issued(meeting, an_officer())
        minute = MinuteFactory(
            record=MeetingMinutesFactory(meeting=meeting), heading="Apologies", number=107, series="1:2017"
        )
        minute.items.add(item)
        before = opened(client, meeting).texts(".reading-item__minute")
        type(minute.record).objects.filter(pk=minute.record_id).update(state=MinutesState.PUBLISHED)

        after = opened(client, meeting)

        assert before == []
        assert after.texts(".reading-item__minute") == ["Minute 107: Apologies"]
        assert after.links(".reading-item__minute a") == [
            f"{reverse('meetings:minutes_read', args=[meeting.pk])}#minute-{minute.pk}"
        ]

    @pytest.mark.parametrize("items", [1, 3])
    def test_asks_as_often_for_three_items_as_for_one(
        self, on_the_panel, meeting, items, django_assert_num_queries
    ):
        officer = an_officer()
        for number in range(items):
            signed(a_whole_report(an_item(meeting, f"Item {number}"), officer), officer)
        issued(meeting, officer)

        with django_assert_num_queries(15):
            opened(on_the_panel, meeting)


class TestExemptItem:
    @pytest.fixture
    def item(self, meeting):
        item, officer = an_item(meeting, "Review of a placement", **EXEMPT), an_officer()
        signed(a_whole_report(item, officer, subject="The case of one child"), officer)
        issued(meeting, officer)
        return item

    def test_public_is_told_why_and_no_more(self, client, client_as, meeting, item):
        for reader in (
            client,
            client_as(Role.PANEL_MEMBER),
            client_as(Role.MEMBER),
            client_as(Role.ADMINISTRATOR),
        ):
            page = opened(reader, meeting)

            assert page.texts(".reading-item__title") == ["1 Review of a placement"]
            assert "It would reveal who somebody is." in page.root.text_content()
            assert "A placement that ended" not in page.root.text_content()
            assert "The case of one child" not in page.root.text_content()
            assert reader.get(paper_address(item.papers.get())).status_code == 404

    def test_member_of_the_panel_reads_title_and_paper(self, on_the_panel, meeting, item):
        page = opened(on_the_panel, meeting)
        paper = open_page(on_the_panel, paper_address(item.papers.get()))

        assert page.texts(".reading-item__private") == ["Not for the public: A placement that ended"]
        assert page.texts(".reading-item__papers a") == ["The case of one child"]
        assert paper.texts("h1") == ["Item 1, 1 November 2018The case of one child"]
        assert "Not for publication" in paper.root.text_content()


class TestPaper:
    def test_everybody_reads_an_open_report_as_it_was_issued(self, client, meeting):
        officer = an_officer()
        report = a_whole_report(an_item(meeting, "Adoption"), officer)
        signed(report, officer)
        issued(meeting, officer)
        type(report).objects.filter(pk=report.pk).update(summary="Changed since")

        page = open_page(client, paper_address(report.paper))

        assert "How adoption services did in the year." in page.root.text_content()
        assert "Changed since" not in page.root.text_content()

    def test_report_that_was_not_issued_is_not_found(self, client, meeting):
        report = a_whole_report(an_item(meeting, "Adoption"), an_officer())

        assert client.get(paper_address(report.paper)).status_code == 404

    def test_minutes_to_approve_are_where_minutes_are(self, client, meeting):
        item, earlier = an_item(meeting, "Minutes"), held_in_september(meeting.body)
        item.approves_minutes_of.add(earlier)
        MeetingMinutesFactory(meeting=earlier, state=MinutesState.PUBLISHED)
        paper = PaperFactory(item=item, kind=PaperKind.MINUTES)
        issued(meeting, an_officer())

        assert client.get(paper_address(paper)).url == reverse("meetings:minutes_read", args=[earlier.pk])

    def test_paper_of_another_meeting_is_not_found(self, client, meeting):
        officer = an_officer()
        report = a_whole_report(an_item(meeting, "Adoption"), officer)
        signed(report, officer)
        issued(meeting, officer)
        other = held_in_september(meeting.body)

        assert client.get(reverse("meetings:paper_read", args=[other.pk, report.paper_id])).status_code == 404


class TestPrivateNote:
    @pytest.fixture
    def item(self, meeting):
        item = an_item(meeting, "Adoption")
        issued(meeting, an_officer())
        return item

    def test_reader_keeps_a_note_that_nobody_else_sees(self, client_as, on_the_panel, meeting, item):
        response = on_the_panel.post(note_address(item), {"text": "Ask about siblings", "version": 0})

        assert response.url == f"{reverse('meetings:meeting_read', args=[meeting.pk])}#item-{item.pk}"
        assert opened(on_the_panel, meeting).texts(".reading-item__note") == ["Your noteAsk about siblings"]
        for other in (client_as(Role.PANEL_MEMBER), client_as(Role.DEMOCRATIC_SERVICES)):
            assert opened(other, meeting).texts(".reading-item__note") == []
            assert "siblings" not in other.get(note_address(item)).content.decode()

    def test_history_keeps_no_word_of_it(self, on_the_panel, item):
        on_the_panel.post(note_address(item), {"text": "Ask about siblings", "version": 0})
        on_the_panel.post(note_address(item), {"text": "Ask again", "version": 1})

        kept = PrivateNote.objects.get().events.values()
        assert [event["version"] for event in kept.order_by("pk")] == [1, 2]
        assert "Ask" not in str(list(kept))

    def test_note_survives_another_issue(self, on_the_panel, meeting, item):
        on_the_panel.post(note_address(item), {"text": "Ask about siblings", "version": 0})
        item.purpose = "To note the report"
        item.save()
        issued(meeting, an_officer(), kind=IssueKind.REISSUE)

        assert opened(on_the_panel, meeting).texts(".reading-item__note") == ["Your noteAsk about siblings"]

    def test_empty_note_takes_it_away(self, on_the_panel, item):
        on_the_panel.post(note_address(item), {"text": "Ask", "version": 0})
        on_the_panel.post(note_address(item), {"text": "", "version": 1})

        assert not PrivateNote.objects.exists()

    def test_same_note_sent_twice_is_kept_once(self, on_the_panel, item):
        for _ in range(2):
            assert on_the_panel.post(note_address(item), {"text": "Ask", "version": 0}).status_code == 302

        assert PrivateNote.objects.get().version == 1

    def test_second_window_sees_both_notes(self, on_the_panel, item):
        on_the_panel.post(note_address(item), {"text": "From the tablet", "version": 0})

        response = on_the_panel.post(note_address(item), {"text": "From the desk", "version": 0})

        page = Page(response.content)
        assert response.status_code == 409
        assert "From the tablet" in page.root.text_content()
        assert page.texts("textarea") == ["From the desk"]
        assert PrivateNote.objects.get().text == "From the tablet"

    def test_item_that_is_not_issued_takes_no_note(self, on_the_panel, meeting):
        draft = an_item(meeting, "Draft")

        assert on_the_panel.get(note_address(draft)).status_code == 404

    def test_nobody_notes_without_signing_in(self, client, item):
        assert client.get(note_address(item)).status_code == 302

    def test_long_note_is_said_to_be_too_long(self, on_the_panel, item):
        response = on_the_panel.post(note_address(item), {"text": "x" * 5001, "version": 0})

        assert "5000 characters or fewer" in Page(response.content).texts(".govuk-error-summary")[0]
