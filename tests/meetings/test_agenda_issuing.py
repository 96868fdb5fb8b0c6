"""Issuing: blocked while something is missing, kept for good, numbered for good, never twice."""

import json
from datetime import date, datetime
from hashlib import sha256

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, InternalError, transaction
from django.test import Client
from django.urls import reverse

from core.access import Role
from meetings.actions.agenda_issue import issue_agenda, shorten_notice
from meetings.actions.agenda_items import change_item, hold_urgent, withdraw_item
from meetings.actions.agenda_reports import save_report
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.models import (
    AgendaIssue,
    AgendaItem,
    ClosedDay,
    ExemptIssue,
    MeetingState,
    Pack,
    PackAccess,
    PaperState,
    Report,
)
from meetings.notice import LONDON
from meetings.report.agenda import front_sheet
from meetings.report.agenda_issues import closed_since, first_issued_on, issues_of
from meetings.report.agenda_issuing import prepare
from meetings.report.days import added_days
from tests.factories.people import UserFactory
from tests.meetings.agendas import (
    IN_TIME,
    REASON,
    a_whole_report,
    an_item,
    an_officer,
    issued,
    november,
    signed,
)
from tests.page import Page, open_page
from tests.pdf_checks import assert_accessible, spoken

pytestmark = [pytest.mark.django_db, pytest.mark.pdf]
THE_DAY_AFTER = date(2018, 10, 25)
FOUR_DAYS = "4 clear days, one too few: Friday 26, Monday 29, Tuesday 30 and Wednesday 31 October 2018"


@pytest.fixture
def officer():
    return an_officer()


@pytest.fixture
def meeting():
    return november()


def numbers(meeting) -> dict[str, str]:
    return {item.title: f"{item.number or '-'}{item.letter}" for item in meeting.items.all()}


def urgent(item, officer):
    chairman = item.meeting.body.offices.get(office="chairman").person
    at = datetime(2018, 10, 29, 14, 30, tzinfo=LONDON)
    return hold_urgent(item, by=officer, version=item.version, reason=REASON, chairman=chairman, at=at)


def test_issue_keeps_words_pdf_and_hashes(meeting, officer):
    an_item(meeting)

    issue = issued(meeting, officer)

    assert (issue.number, issue.kind, issue.published_on, issue.published_by) == (1, "main", IN_TIME, officer)
    assert issue.content_sha256 == sha256(issue.content.encode()).hexdigest()
    assert issue.pdf_sha256 == sha256(issue.pdf).hexdigest()
    sheet = json.loads(issue.content)
    assert (sheet["issued_on"], sheet["open"][0]["number"]) == ("Wednesday, 24 October 2018", "1")
    assert_accessible(issue.pdf)


def test_issued_agenda_cannot_be_changed_in_the_database(meeting, officer):
    an_item(meeting)
    issue = issued(meeting, officer)

    for change in (
        lambda: AgendaIssue.objects.filter(pk=issue.pk).update(content="{}"),
        lambda: AgendaIssue.objects.filter(pk=issue.pk).delete(),
    ):
        with pytest.raises((IntegrityError, InternalError)), transaction.atomic():
            change()


def test_issued_words_stay_when_the_draft_changes(meeting, officer):
    item = an_item(meeting, "As issued")
    issue = issued(meeting, officer)

    change_item(item, by=officer, version=1, words={"title": "As drafted"})

    assert front_sheet(meeting, as_issued=issue)["open"][0]["title"] == "As issued"
    assert front_sheet(meeting)["open"][0]["title"] == "As drafted"


def test_words_of_a_report_are_issued_with_it_and_stay(meeting, officer):
    item = an_item(meeting, paper_state=PaperState.ATTACHED)
    report = a_whole_report(item, officer)
    signed(report, officer)
    issue = issued(meeting, officer)

    contacts = {
        one.role: {name: getattr(one, name) for name in ("person", "name", "post", "telephone", "email")}
        for one in report.contacts.all()
    }
    save_report(Report.objects.get(), by=officer, version=1, words={"summary": "Other"}, contacts=contacts)

    (paper,) = front_sheet(meeting, as_issued=issue)["open"][0]["papers"]
    assert paper["report"]["summary"] == "How adoption services did in the year."


def test_numbers_are_frozen_at_the_first_issue(meeting, officer):
    an_item(meeting, "First")
    gone = an_item(meeting, "Second")
    an_item(meeting, "Third")
    assert set(numbers(meeting).values()) == {"-"}
    issued(meeting, officer)

    withdraw_item(gone, by=officer)
    late = an_item(meeting, "Late")
    urgent(late, officer)
    issued(meeting, officer, kind="reissue", on=THE_DAY_AFTER)

    assert numbers(meeting) == {"First": "1", "Second": "2", "Third": "3", "Late": "4"}


def test_agenda_without_its_clear_days_is_not_issued(meeting, officer):
    an_item(meeting)

    with pytest.raises(Refused, match=f"^{FOUR_DAYS}. Too late for an ordinary meeting"):
        issued(meeting, officer, on=THE_DAY_AFTER)

    assert AgendaIssue.objects.count() == 0


def test_urgency_of_every_item_does_not_save_a_late_agenda(meeting, officer):
    urgent(an_item(meeting), officer)

    with pytest.raises(Refused, match="Too late for an ordinary meeting"):
        issued(meeting, officer, on=THE_DAY_AFTER)


def test_agenda_of_a_meeting_called_at_shorter_notice_is_issued_with_the_reason(meeting, officer):
    an_item(meeting)
    shorten_notice(meeting.pk, by=officer, version=1, on=THE_DAY_AFTER, reason=REASON)

    issue = issued(meeting, officer, on=THE_DAY_AFTER)

    assert issue.short_notice_reason == REASON


def test_agenda_issued_after_the_meeting_was_called_is_late_all_the_same(meeting, officer):
    an_item(meeting)
    shorten_notice(meeting.pk, by=officer, version=1, on=THE_DAY_AFTER, reason=REASON)

    with pytest.raises(Refused, match="Too late"):
        issued(meeting, officer, on=date(2018, 10, 26))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"reason": "late"}, "at least 20 characters"),
        ({"on": date(2018, 11, 2)}, "up to the day of the meeting"),
    ],
)
def test_shorter_notice_needs_a_reason_and_a_day(meeting, officer, fields, said):
    with pytest.raises(Refused, match=said):
        shorten_notice(meeting.pk, by=officer, version=1, **{"on": THE_DAY_AFTER, "reason": REASON} | fields)


def test_second_officer_at_the_notice_is_told(meeting, officer):
    shorten_notice(meeting.pk, by=officer, version=1, on=THE_DAY_AFTER, reason=REASON)

    with pytest.raises(ChangedMeanwhile):
        shorten_notice(meeting.pk, by=officer, version=1, on=THE_DAY_AFTER, reason=f"{REASON} Again.")


@pytest.mark.parametrize("state", [MeetingState.RESERVED, MeetingState.HELD, MeetingState.CANCELLED])
def test_only_the_agenda_of_a_confirmed_meeting_is_issued(officer, state):
    meeting = november(state=state, reason="Said why")
    an_item(meeting)

    with pytest.raises(Refused, match="confirmed meeting"):
        issued(meeting, officer)


def test_empty_agenda_is_not_issued(meeting, officer):
    with pytest.raises(Refused, match="nothing on this agenda"):
        issued(meeting, officer)


def test_report_that_nobody_accepted_holds_the_agenda_up(meeting, officer):
    item = an_item(meeting, "Adoption", paper_state=PaperState.ATTACHED)
    a_whole_report(item, officer)

    with pytest.raises(Refused, match="Item 1, Adoption: the report “Adoption” is not accepted yet"):
        issued(meeting, officer)


def test_paper_to_follow_does_not_hold_the_agenda_up_and_is_not_in_it(meeting, officer):
    item = an_item(meeting, paper_state=PaperState.TO_FOLLOW, late_reason="Figures come on Friday.")
    a_whole_report(item, officer)

    (line,) = json.loads(issued(meeting, officer).content)["open"]

    assert (line["paper"], line["papers"]) == ("(to follow)", [])


def test_paper_that_followed_goes_out_as_a_supplement(client, meeting, officer):
    item = an_item(meeting, paper_state=PaperState.TO_FOLLOW, late_reason="Figures come on Friday.")
    an_item(meeting, "Another item")
    report = a_whole_report(item, officer)
    issued(meeting, officer)
    signed(report, officer)
    change_item(item, by=officer, version=1, words={"paper_state": "attached", "late_reason": ""})

    issue = issued(meeting, officer, kind="supplement", on=THE_DAY_AFTER)

    sheet = json.loads(issue.content)
    assert (sheet["mark"], sheet["listed"]) == ("Supplement 1", [item.pk])
    assert issue.note == (
        "Item 1, Apologies and substitutes: the paper “Adoption” is added.\n"
        "Item 1, Apologies and substitutes: its paper follows no more."
    )
    printed = spoken(issue.pdf)
    assert "Apologies and substitutes" in printed
    assert "2 Another item" not in printed
    page = open_page(client, reverse("meetings:issue_read", args=[meeting.pk, issue.number]))
    assert page.texts(".agenda-line__title") == ["1 Apologies and substitutes"]
    assert page.texts(".agenda-sheet__banner") == ["Unrestricted items"]


def test_item_is_added_by_a_supplement_beside_one_with_a_report(meeting, officer):
    item = an_item(meeting, paper_state=PaperState.ATTACHED)
    signed(a_whole_report(item, officer), officer)
    issued(meeting, officer, on=date(2018, 10, 1))
    an_item(meeting, "Another")

    issue = issued(meeting, officer, kind="supplement", on=date(2018, 10, 2))

    assert issue.note == "Item 2, Another is added."


def test_item_added_after_issue_waits_for_the_chairmans_reason(meeting, officer):
    an_item(meeting)
    issued(meeting, officer)
    late = an_item(meeting, "Late")

    with pytest.raises(Refused, match=f"^Item 2, Late: {FOUR_DAYS}. It can be taken only if"):
        issued(meeting, officer, kind="supplement", on=THE_DAY_AFTER)

    urgent(late, officer)
    issue = issued(meeting, officer, kind="supplement", on=THE_DAY_AFTER)
    assert json.loads(issue.content)["open"][1]["urgency"] == (
        f"Mrs A D Adams, MBE has agreed that this item is urgent: {REASON}"
    )


def test_item_whose_title_changed_begins_its_days_anew_unless_it_was_only_corrected(meeting, officer):
    item = an_item(meeting, "Adopton")
    issued(meeting, officer)
    change_item(item, by=officer, version=1, words={"title": "Adoption"})

    with pytest.raises(Refused, match="one too few"):
        issued(meeting, officer, kind="reissue", on=THE_DAY_AFTER)

    issue = issued(meeting, officer, kind="reissue", on=THE_DAY_AFTER, corrected=[item.pk])
    (verdict,) = prepare(meeting, today=date(2018, 10, 30)).verdicts
    assert issue.note == "Item 1, Adoption: the title was “Adopton”, it is now “Adoption”."
    assert verdict.verdict.sentence.startswith("5 clear days: Thursday 25")


def test_supplement_cannot_tell_a_change(meeting, officer):
    item = an_item(meeting)
    issued(meeting, officer)
    change_item(item, by=officer, version=1, words={"lead": "Somebody"})

    with pytest.raises(Refused, match="issue the agenda again"):
        issued(meeting, officer, kind="supplement", on=THE_DAY_AFTER)


@pytest.mark.parametrize(("first", "kind"), [(False, "reissue"), (False, "supplement"), (True, "main")])
def test_first_issue_is_the_agenda_and_no_later_one(meeting, officer, first, kind):
    item = an_item(meeting)
    if first:
        issued(meeting, officer)
        change_item(item, by=officer, version=1, words={"lead": "Somebody"})

    with pytest.raises(Refused, match=r"first issue is|issued already"):
        issued(meeting, officer, kind=kind)


def test_same_agenda_is_issued_once(meeting, officer):
    an_item(meeting)

    first = issued(meeting, officer)
    again = issued(meeting, officer)

    assert (again.pk, AgendaIssue.objects.count()) == (first.pk, 1)


def test_agenda_that_changed_while_somebody_read_is_not_issued(meeting, officer):
    item = an_item(meeting)
    seen = prepare(meeting, today=IN_TIME).fingerprint
    change_item(item, by=officer, version=1, words={"title": "Changed since"})

    with pytest.raises(Refused, match="has changed since this page loaded"):
        issue_agenda(
            meeting.pk, by=officer, kind="main", seen=seen, at=datetime(2018, 10, 24, 9, tzinfo=LONDON)
        )


def test_what_is_exempt_is_kept_apart(meeting, officer):
    item = an_item(meeting, "A matter about a child", exempt=True, private_title="Canary title")
    partly = an_item(meeting, "A service", exempt=True, access="part_exempt")
    report = a_whole_report(partly, officer, subject="Canary report")
    report.paper.is_exempt = True
    report.paper.save()
    signed(report, officer)

    issue = issued(meeting, officer)

    assert "Canary" not in issue.content
    assert "Canary" not in spoken(issue.pdf)
    kept = ExemptIssue.objects.get(issue=issue).content
    assert kept.count("Canary title") == 1
    private = front_sheet(meeting, as_issued=issue, exempt=True)
    assert private["exempt"][0]["private_title"] == "Canary title"
    assert private["open"][0]["papers"][0]["report"]["subject"] == "Canary report"
    assert item.title in issue.content


def test_holiday_added_later_raises_an_alert(meeting, officer):
    an_item(meeting)
    issued(meeting, officer)
    assert closed_since(meeting, IN_TIME, added_days()) == ""

    day = date(2018, 10, 29)
    ClosedDay.objects.create(on=day, name="Day of mourning", kind="bank_holiday", known_since=THE_DAY_AFTER)

    assert closed_since(meeting, first_issued_on(issues_of(meeting)), added_days()) == (
        "Since the agenda was issued on Wednesday 24 October 2018, Day of mourning (Monday 29 October 2018) was "
        "added to the closed days. It now has 4 clear days, one too few: Thursday 25, Friday 26, Tuesday 30 and "
        "Wednesday 31 October 2018."
    )


def test_holiday_outside_the_days_counted_raises_none(meeting, officer):
    an_item(meeting)
    issued(meeting, officer)
    ClosedDay.objects.create(
        on=date(2018, 11, 2), name="Later", kind="council_closure", known_since=THE_DAY_AFTER
    )

    assert closed_since(meeting, IN_TIME, added_days()) == ""


def test_only_officers_issue(meeting):
    an_item(meeting)
    for role in (Role.PANEL_MEMBER, Role.ADMINISTRATOR, Role.REPORT_OWNER):
        with pytest.raises(PermissionDenied):
            issued(meeting, UserFactory(roles=[role]))


class TestPages:
    @pytest.fixture
    def client(self, client_as):
        return client_as(Role.DEMOCRATIC_SERVICES)

    @pytest.fixture
    def meeting(self):
        return november(on=date(2098, 11, 6))

    def address(self, name: str, meeting, **more) -> str:
        return reverse(f"meetings:{name}", kwargs={"pk": meeting.pk} | more)

    def issue(self, client, meeting, **data) -> Page:
        page = open_page(client, self.address("agenda_issue", meeting))
        seen = page.all("input[name=seen]")[0].get("value")
        response = client.post(self.address("agenda_issue", meeting), {"seen": seen} | data, follow=True)
        return Page(response.content)

    def test_ready_agenda_offers_one_next_step(self, client, meeting):
        an_item(meeting)

        page = open_page(client, self.address("agenda_draft", meeting))

        assert page.texts(".govuk-button") == ["Issue the agenda"]

    def test_first_missing_thing_is_the_next_step(self, client, meeting):
        item = an_item(meeting, paper_state=PaperState.ATTACHED)

        page = open_page(client, self.address("agenda_draft", meeting))

        assert page.texts(".govuk-button") == ["See to its paper"]
        assert page.links(".govuk-button") == [reverse("meetings:item_edit", kwargs={"pk": item.pk})]
        page = open_page(client, self.address("agenda_issue", meeting))
        assert page.all("input[name=seen]") == []

    def test_issued_agenda_is_public_with_its_pdf(self, client, meeting, client_as, db):
        an_item(meeting)
        self.issue(client, meeting)

        page = open_page(Client(), self.address("issue_read", meeting, number=1))
        assert page.texts(".agenda-line__title") == ["1 Apologies and substitutes"]
        document = Client().get(self.address("issue_pdf", meeting, number=1))
        assert document.content == bytes(AgendaIssue.objects.get().pdf)

    def test_officer_goes_on_from_what_was_issued_to_its_pack(self, client, meeting):
        an_item(meeting)
        page = self.issue(client, meeting)
        assert page.links(".govuk-button") == [self.address("pack_build", meeting)]
        assert open_page(Client(), self.address("issue_read", meeting, number=1)).links(".govuk-button") == []

        facts = {"size": 9, "pages": 2, "last_number": 2, "ranges": {}, "papers": [], "is_exempt": False}
        for access in PackAccess.values:
            Pack.objects.create(
                issue=AgendaIssue.objects.get(),
                access=access,
                sha256="0" * 64,
                contents_sha256="1" * 64,
                **facts,
            )
        page = open_page(client, self.address("issue_read", meeting, number=1))
        assert page.links(".govuk-button") == []
        assert page.links(".portal-facts + p a") == [self.address("pack_read", meeting)]

    def test_earlier_issue_stays_readable_and_names_the_later(self, client, meeting):
        item = an_item(meeting, "First title")
        self.issue(client, meeting)
        AgendaItem.objects.filter(pk=item.pk).update(title="Second title")
        page = self.issue(client, meeting, kind="reissue")
        assert page.texts(".agenda-sheet > ul li") == [
            "Item 1, Second title: the title was “First title”, it is now “Second title”."
        ]

        page = open_page(client, self.address("issue_read", meeting, number=1))

        assert page.texts(".agenda-line__title") == ["1 First title"]
        assert page.texts(".govuk-inset-text")[0].startswith(
            "A later issue stands beside this one: issue 2 of"
        )

    def test_second_post_of_one_page_says_so_and_issues_once(self, client, meeting):
        an_item(meeting)
        seen = prepare(meeting, today=date(2026, 1, 1)).fingerprint
        for _ in range(2):
            client.post(self.address("agenda_issue", meeting), {"seen": seen})

        assert AgendaIssue.objects.count() == 1

    def test_unchanged_agenda_has_nothing_to_issue(self, client, meeting):
        an_item(meeting)
        self.issue(client, meeting)

        page = open_page(client, self.address("agenda_issue", meeting))

        assert page.texts(".portal-empty h2") == ["Nothing has changed"]

    def test_refusal_stands_on_the_page(self, client, meeting):
        an_item(meeting)
        response = client.post(self.address("agenda_issue", meeting), {"seen": "another page"})

        assert Page(response.content).texts(".govuk-error-summary__list li") == [
            "The agenda has changed since this page loaded, so nothing was issued. Read it again, then issue it."
        ]

    def test_agenda_that_was_never_issued_is_not_found(self, client, meeting):
        an_item(meeting)

        for name in ("issue_read", "issue_pdf"):
            assert client.get(self.address(name, meeting, number=1)).status_code == 404

    def test_officers_are_alerted_on_the_list_and_on_the_draft(self, client, meeting):
        an_item(meeting)
        content = json.dumps(prepare(meeting, today=date(2098, 10, 29)).sheet)
        AgendaIssue.objects.create(
            meeting=meeting,
            number=1,
            kind="main",
            published_on=date(2098, 10, 29),
            content=content,
            content_sha256=sha256(content.encode()).hexdigest(),
        )
        ClosedDay.objects.create(
            on=date(2098, 11, 3), name="Mourning", kind="bank_holiday", known_since=date(2098, 10, 30)
        )
        said = (
            "Warning Since the agenda was issued on Wednesday 29 October 2098, Mourning (Monday 3 November 2098) "
            "was added to the closed days. It now has 4 clear days, one too few: Thursday 30, Friday 31 October, "
            "Tuesday 4 and Wednesday 5 November 2098."
        )

        for address in (reverse("meetings:agenda_list"), self.address("agenda_draft", meeting)):
            assert open_page(client, address).texts(".govuk-warning-text__text") == [said]

    def test_shorter_notice_is_given_on_its_page(self, client, meeting):
        typed = {"on-day": 3, "on-month": 11, "on-year": 2098, "reason": REASON, "version": 1}

        client.post(self.address("notice_shorten", meeting), typed)
        second = client.post(self.address("notice_shorten", meeting), typed | {"reason": f"{REASON} Mine."})

        meeting.refresh_from_db()
        assert (meeting.convened_on, meeting.short_notice_reason) == (date(2098, 11, 3), REASON)
        assert second.status_code == 409
        assert Page(second.content).texts(".govuk-summary-list__value") == [REASON]

    @pytest.mark.parametrize("number", [1, 3])
    def test_issue_page_takes_as_many_queries_for_three_items_as_for_one(
        self, client, meeting, number, django_assert_num_queries
    ):
        for place in range(number):
            an_item(meeting, f"Item {place}")
        self.issue(client, meeting)

        with django_assert_num_queries(16):
            client.get(self.address("agenda_issue", meeting))
        with django_assert_num_queries(4):
            client.get(self.address("issue_read", meeting, number=1))

    @pytest.mark.parametrize("role", [role for role in Role if role != Role.DEMOCRATIC_SERVICES])
    def test_issuing_is_for_officers(self, client_as, meeting, role):
        somebody = client_as(role)

        assert somebody.get(self.address("agenda_issue", meeting)).status_code == 403
        assert somebody.post(self.address("notice_shorten", meeting)).status_code == 403
