"""The officers' pages of an agenda: what they show, what they take, who is refused."""

from datetime import date

import pytest
from django.urls import reverse

from core.access import Role
from meetings.models import AgendaItem, ItemKind, MeetingState, PaperState
from tests.factories.meetings import MeetingFactory, ProgrammeEntryFactory, UndertakingFactory
from tests.meetings.agendas import (
    a_vice_chairman,
    an_item,
    an_officer,
    held_in_september,
    issued,
    november,
    titles,
)
from tests.page import Page, open_page

pytestmark = pytest.mark.django_db
DETAILS = {"purpose": "", "lead": "", "paper_state": "none", "verbal_heads": "", "late_reason": ""}
OTHERS = [role for role in Role if role != Role.DEMOCRATIC_SERVICES]


@pytest.fixture
def officer(client_as):
    return client_as(Role.DEMOCRATIC_SERVICES)


@pytest.fixture
def meeting():
    meeting = november(on=date(2098, 11, 6))
    a_vice_chairman(meeting.body)
    return meeting


def address(name: str, thing, **query) -> str:
    return reverse(f"meetings:{name}", kwargs={"pk": thing.pk}, query=query or None)


def post(client, name: str, thing, data=None, **query) -> Page:
    response = client.post(address(name, thing, **query), data or {}, follow=True)
    page = Page(response.content)
    page.status = response.status_code
    return page


def test_draft_that_is_not_begun_offers_the_standing_order(officer, meeting):
    page = open_page(officer, address("agenda_draft", meeting))

    assert page.texts("h1") == ["Draft agenda"]
    assert page.texts(".portal-empty h2") == ["Nothing is on this agenda yet"]
    assert page.texts(".govuk-button") == ["Start from the standing order"]


def test_draft_begins_by_one_click_and_a_second_click_says_so(officer, meeting):
    page = post(officer, "agenda_start", meeting)
    assert page.texts(".agenda-line__title")[0] == "1 Apologies and substitutes"
    assert page.texts("h1") == ["6 items on the draft agenda"]

    again = post(officer, "agenda_start", meeting)
    assert again.texts(".portal-banner--error p") == ["This agenda was begun already."]
    assert len(titles(meeting)) == 6


def test_issued_agenda_of_a_past_day_is_told_of_as_issued(officer):
    meeting = november(on=date(2018, 11, 1))
    item = an_item(meeting)
    issued(meeting, an_officer(), on=date(2018, 10, 24))

    page = open_page(officer, address("agenda_draft", meeting))
    AgendaItem.objects.filter(pk=item.pk).update(title="Apologies")
    changed = open_page(officer, address("agenda_draft", meeting))

    assert [one.texts("h1") for one in (page, changed)] == [
        ["1 item on the agenda as issued"],
        ["1 item on the draft agenda"],
    ]
    signed = [one.texts(".agenda-sheet__signed strong")[-1] for one in (page, changed)]
    assert signed == ["Issued", "Changes not issued yet"]
    assert page.all("#clear-days") == []


def test_last_day_for_issue_is_counted_out(officer, meeting):
    page = open_page(officer, address("agenda_draft", meeting))

    said = page.texts(".agenda-before > p")[0]
    assert said.startswith("Issue it by Wednesday 29 October 2098, in ")
    assert said.endswith(
        "That leaves 5 clear days: Thursday 30, Friday 31 October, Monday 3, Tuesday 4 and Wednesday 5 "
        "November 2098."
    )


def test_what_is_missing_is_named_with_its_place(officer, meeting):
    meeting.state = MeetingState.RESERVED
    meeting.save()
    item = an_item(meeting, "Adoption", paper_state=PaperState.ATTACHED)

    page = open_page(officer, address("agenda_draft", meeting))

    missing = page.texts(".agenda-before .govuk-list--spaced li")
    assert missing[0].startswith("The date is only reserved. Confirm the meeting.")
    assert missing[1].startswith("Item 1, Adoption: no paper is attached.")
    assert address("item_edit", item) in page.links(".agenda-before a")


def test_suggestion_is_added_by_one_click(officer, meeting):
    entry = ProgrammeEntryFactory(body=meeting.body, title="Adoption", meeting=meeting, state="scheduled")
    an_item(meeting)

    page = post(officer, "suggestion_take", meeting, {"key": f"programme-{entry.pk}"})
    assert page.texts(".agenda-line__title")[-1] == "2 Adoption"

    again = post(officer, "suggestion_take", meeting, {"key": f"programme-{entry.pk}"})
    assert again.texts(".portal-banner--error p") == ["This is on the agenda already, or no longer due."]


def test_item_is_added_once_by_a_form_sent_twice(officer, meeting):
    typed = DETAILS | {"title": "Adoption", "purpose": "To receive it", "version": 0, "after": 0}

    for _ in range(2):
        page = post(officer, "item_add", meeting, typed)

    assert page.texts(".agenda-line__title") == ["1 Adoption"]
    assert page.texts(".agenda-line p") == ["To receive it"]


def test_heading_and_part_are_added(officer, meeting):
    item = an_item(meeting)
    post(officer, "item_add", meeting, DETAILS | {"title": "First half", "version": 0}, part_of=item.pk)
    post(officer, "item_add", meeting, {"title": "For decision", "version": 0}, kind="heading")

    page = open_page(officer, address("agenda_draft", meeting))

    assert page.texts(".agenda-line__title") == [
        "1 Apologies and substitutes",
        "1a First half",
        "For decision",
    ]
    assert AgendaItem.objects.get(title="For decision").kind == ItemKind.HEADING


def test_bad_item_says_what_to_do(officer, meeting):
    page = post(
        officer, "item_add", meeting, DETAILS | {"title": "", "paper_state": "to_follow", "version": 0}
    )

    assert page.texts(".govuk-error-summary__list li") == [
        "Enter the title",
        "Say why the paper follows later, in at least 20 characters.",
    ]


def test_item_keeps_only_what_belongs_to_its_paper(officer, meeting):
    item = an_item(meeting)
    typed = {
        "title": "Update",
        "paper_state": "verbal",
        "verbal_heads": "Budget\n\nInspection",
        "late_reason": "Left over from before",
        "version": 1,
    }

    post(officer, "item_edit", item, DETAILS | typed)

    item.refresh_from_db()
    assert (item.verbal_heads, item.late_reason, item.version) == (["Budget", "Inspection"], "", 2)


def test_undertakings_are_ticked_on_the_item_that_answers_them(officer, meeting):
    promised = UndertakingFactory(item=an_item(held_in_september(meeting.body)), what="Report figures")
    item = an_item(meeting)

    page = open_page(officer, address("item_edit", item))
    assert "Report figures" in page.texts(".govuk-checkboxes__label")
    post(
        officer, "item_edit", item, DETAILS | {"title": "Figures", "undertakings": promised.pk, "version": 1}
    )

    assert list(item.undertakings.all()) == [promised]


def test_second_officer_sees_both_texts_and_can_save_what_is_to_stand(officer, client_as, meeting):
    item = an_item(meeting)
    other = client_as(Role.DEMOCRATIC_SERVICES)
    post(other, "item_edit", item, DETAILS | {"title": "Their title", "version": 1})

    page = post(officer, "item_edit", item, DETAILS | {"title": "My title", "version": 1})

    assert page.status == 409
    assert page.texts(".govuk-summary-list__value")[0] == "Their title"
    assert [box.get("value") for box in page.all("input[name=title]")] == ["My title"]
    version = page.all("input[name=version]")[0].get("value")
    post(officer, "item_edit", item, DETAILS | {"title": "My title", "version": version})
    assert titles(meeting) == ["My title"]


def test_exempt_item_is_asked_for_paragraph_reason_and_balance(officer, meeting):
    page = post(officer, "item_access", an_item(meeting), {"access": "exempt", "version": 1})

    assert page.texts(".govuk-error-summary__list li") == [
        "Tick the paragraph, or paragraphs, by which it is exempt.",
        "Say why it is exempt, in words that the public may read.",
        "Say why that outweighs the public interest in knowing.",
    ]


@pytest.mark.parametrize("paragraph", ["0", "8", "12"])
def test_paragraphs_of_wales_or_none_are_refused(officer, meeting, paragraph):
    item = an_item(meeting)
    typed = {"access": "exempt", "paragraphs": paragraph, "exempt_reason": "It", "public_interest": "It"}

    post(officer, "item_access", item, typed | {"version": 1})

    assert AgendaItem.objects.get(pk=item.pk).access == "open"


def test_exempt_item_stands_in_its_own_part_with_its_private_title(officer, meeting):
    item = an_item(meeting, "A matter about a child")
    an_item(meeting, "Another")
    typed = {
        "access": "exempt",
        "paragraphs": ["1", "2"],
        "exempt_reason": "It names a child.",
        "public_interest": "Their privacy weighs more.",
        "private_title": "Placement of child A",
        "version": 1,
    }

    page = post(officer, "item_access", item, typed)

    assert page.texts(".agenda-line__title") == ["1 Another", "2 A matter about a child"]
    assert page.texts(".agenda-line__private") == ["Not for the public: Placement of child A"]
    assert len(page.texts(".agenda-sheet__motion")) == 1


def test_urgency_needs_a_reason_a_chairman_and_a_time(officer, meeting):
    item = an_item(meeting)
    page = post(officer, "item_urgency", item, {"reason": "late", "version": 1})
    assert page.texts(".govuk-error-summary__list li") == [
        "Say why the item cannot wait for the next meeting, in at least 20 characters.",
        "Select the chairman who agreed to it",
        "Enter the day on which they agreed",
        "Enter the time",
    ]


def test_urgency_prints_on_the_agenda(officer, meeting):
    item = an_item(meeting)
    chairman = meeting.body.offices.get(office="chairman").person
    typed = {"reason": "The inspector reports on Monday.", "chairman": chairman.pk, "at_time": "2.30 pm"}

    page = post(
        officer, "item_urgency", item, typed | {"on-day": 4, "on-month": 11, "on-year": 2098, "version": 1}
    )

    assert page.texts(".agenda-line p") == [
        "Mrs A D Adams, MBE has agreed that this item is urgent: The inspector reports on Monday."
    ]


def test_urgency_is_taken_back_from_its_page(officer, meeting):
    chairman = meeting.body.offices.get(office="chairman").person
    item = an_item(meeting, urgency_reason="Sudden.", urgency_by=chairman, urgency_at="2098-11-04T14:30Z")
    page = open_page(officer, address("item_urgency", item))
    assert page.texts(".govuk-button--secondary") == ["Take the urgency back"]

    post(officer, "item_urgency", item, {"take_back": "yes", "version": 9})
    item.refresh_from_db()
    assert item.urgency_by == chairman
    post(officer, "item_urgency", item, {"take_back": "yes", "version": 1})

    item.refresh_from_db()
    assert (item.urgency_by, item.urgency_reason) == (None, "")


@pytest.mark.parametrize("name", ["item_access", "item_urgency", "report_ask"])
def test_heading_is_neither_exempt_nor_urgent_and_has_no_report(officer, meeting, name):
    heading = an_item(meeting, "For decision", kind=ItemKind.HEADING)

    assert officer.get(address(name, heading)).status_code == 404


def test_item_is_taken_off_and_put_back(officer, meeting):
    item = an_item(meeting)

    page = post(officer, "item_withdraw", item)
    assert page.texts(".agenda-desk__sheet h2") == ["Nothing is on this agenda yet"]

    page = post(officer, "item_restore", item)
    assert page.texts(".agenda-line__title") == ["1 Apologies and substitutes"]


def test_what_was_taken_off_can_be_put_back_from_the_page(officer, meeting):
    an_item(meeting)
    gone = an_item(meeting, "Gone")
    post(officer, "item_withdraw", gone)

    page = open_page(officer, address("agenda_draft", meeting))

    assert page.texts(".agenda-desk__sheet .govuk-list li") == ["Gone Put back Gone"]


def test_buttons_move_an_item_and_keep_the_focus(officer, meeting):
    an_item(meeting, "First")
    second = an_item(meeting, "Second")

    page = post(officer, "item_move", second, {"way": "up"})

    assert page.texts(".agenda-line__title") == ["1 Second", "2 First"]
    assert page.texts("button[autofocus]") == ["Down Second"]


def test_dragged_order_is_taken_and_nonsense_refused(officer, meeting):
    first, second = an_item(meeting, "First"), an_item(meeting, "Second")

    post(officer, "items_order", meeting, {"order": f"{second.pk},{first.pk}"})
    assert titles(meeting) == ["Second", "First"]

    for order in ("", "x,y", str(first.pk), f"{first.pk},{first.pk}", "9" * 40):
        page = post(officer, "items_order", meeting, {"order": order})
        assert len(page.texts(".portal-banner--error p")) == 1
    assert titles(meeting) == ["Second", "First"]


def test_list_shows_each_coming_meeting_with_its_deadlines(officer, meeting):
    an_item(meeting)
    MeetingFactory(body=meeting.body, on=date(2098, 12, 4), state=MeetingState.RESERVED)
    held_in_september(meeting.body)

    page = open_page(officer, reverse("meetings:agenda_list"))

    rows = page.texts("tbody tr")
    assert rows == [
        "Thursday 6 November 2098 Draft, 1 line Friday 24 October Wednesday 29 October",
        "Thursday 4 December 2098Reserved, not confirmed Not begun Friday 21 November Wednesday 26 November",
    ]


def test_list_without_a_meeting_says_so(officer):
    page = open_page(officer, reverse("meetings:agenda_list"))

    assert page.texts(".portal-empty h2") == ["No meeting is to come"]


@pytest.mark.parametrize("number", [1, 3])
def test_pages_take_as_many_queries_for_three_as_for_one(officer, meeting, number, django_assert_num_queries):
    for place in range(number):
        an_item(meeting, f"Item {place}")
        MeetingFactory(body=meeting.body, on=date(2099, 1, 1 + place))
        ProgrammeEntryFactory(body=meeting.body, meeting=meeting, state="scheduled")

    with django_assert_num_queries(35):
        officer.get(address("agenda_draft", meeting))
    with django_assert_num_queries(4):
        officer.get(reverse("meetings:agenda_list"))


@pytest.mark.parametrize("role", OTHERS)
def test_agendas_are_for_officers(client_as, meeting, role):
    somebody, item = client_as(role), an_item(meeting)

    for name, thing in (("agenda_draft", meeting), ("agenda_pdf", meeting), ("item_edit", item)):
        assert somebody.get(address(name, thing)).status_code == 403
    for name, thing in (("agenda_start", meeting), ("item_move", item), ("item_withdraw", item)):
        assert somebody.post(address(name, thing)).status_code == 403


def test_meeting_or_item_that_is_not_there_is_not_found(officer, meeting):
    for name in ("agenda_draft", "item_edit"):
        assert officer.get(reverse(f"meetings:{name}", kwargs={"pk": 999})).status_code == 404
    elsewhere = an_item(MeetingFactory(body=meeting.body, on=date(2098, 12, 4)))
    assert officer.get(address("item_add", meeting, part_of=elsewhere.pk)).status_code == 404


@pytest.mark.parametrize("state", [MeetingState.SITTING, MeetingState.HELD, MeetingState.INQUORATE])
def test_agenda_of_a_meeting_that_began_offers_nothing_to_change(officer, meeting, state):
    an_item(meeting)
    ProgrammeEntryFactory(body=meeting.body, meeting=meeting)
    meeting.state, meeting.reason = state, "x"
    meeting.save()

    page = open_page(officer, address("agenda_draft", meeting))

    said = f"This meeting is {meeting.get_state_display().lower()}: its agenda can no longer be changed."
    assert page.texts(".agenda-desk__side p") == [said]
    assert page.all("main form") == page.all("#agenda-order")
    assert (page.texts("main .govuk-button"), page.links(".agenda-line a")) == ([], [])
