"""Reports to the panel: asked for, written, signed in turn, read by those whom they concern."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from core.access import Role
from core.richtext import to_plain
from meetings.actions.agenda_reports import (
    ask_for_report,
    save_report,
    sign_report,
)
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.actions.papers import change_paper, withdraw_paper
from meetings.exports.agenda_report import report_html, report_pdf
from meetings.models import Paper, PaperState, Report, ReportState
from meetings.report.agenda_reports import next_step, steps_of, told
from tests.factories.meetings import PersonFactory
from tests.factories.people import UserFactory
from tests.meetings.agendas import WHOLE_REPORT, a_whole_report, an_item, an_officer, november, signed
from tests.page import Page, open_page
from tests.pdf_checks import assert_accessible

pytestmark = pytest.mark.django_db
AHEAD = date(2098, 11, 6)
HOW = "By e-mail of 12 October"
PRINTED = ("name", "post", "telephone", "email")


@pytest.fixture
def officer():
    return an_officer()


@pytest.fixture
def author():
    return UserFactory(roles=[Role.REPORT_OWNER], name="Ada Brown")


@pytest.fixture
def item():
    return an_item(november(on=AHEAD), "Adoption")


@pytest.fixture
def report(item, author):
    return a_whole_report(item, author)


@pytest.fixture
def client_of(client_as):
    def sign_in(user):
        client = client_as()
        client.force_login(user)
        return client

    return sign_in


def address(name: str, thing) -> str:
    return reverse(f"meetings:{name}", kwargs={"pk": thing.pk})


def posted(report, **changed) -> dict:
    """What the form sends when only `changed` was typed anew."""
    words = {name: getattr(report, name) for name in WHOLE_REPORT} | {"subject": report.subject}
    contacts = {f"{one.role}-{name}": getattr(one, name) for one in report.contacts.all() for name in PRINTED}
    words["body"] = to_plain(report.body)
    return words | contacts | {"divisions": "All", "version": report.version} | changed


def contacts_of(report) -> dict:
    return {
        one.role: {name: getattr(one, name) for name in ("person", *PRINTED)} for one in report.contacts.all()
    }


def test_asking_for_a_report_makes_a_paper_once(item, officer, author):
    for _ in range(2):
        report = ask_for_report(item, by=officer, author=author, subject="Adoption services ")

    item.refresh_from_db()
    assert (report.author, report.paper.title, item.paper_state) == (
        author,
        "Adoption services",
        PaperState.ATTACHED,
    )
    assert Paper.objects.count() == 1


def test_report_on_an_exempt_item_is_an_exempt_paper(item, officer, author):
    secret = an_item(item.meeting, exempt=True)

    assert ask_for_report(secret, by=officer, author=author, subject="A child").paper.is_exempt


def test_printed_report_says_to_whom_and_how_open_it_is(report):
    printed = told(report)

    assert printed["to"] == "Corporate Parenting Panel – 6th November 2098"
    assert printed["classification"] == "Unrestricted"
    assert [one["role"] for one in printed["contacts"]] == ["Report author", "Lead officer", "Lead director"]


def test_report_goes_from_author_to_clerk_and_each_sign_off_is_kept(report, officer, author):
    sign_report(report, by=author, step=ReportState.DRAFT, version=1)
    for step in (ReportState.LEAD_OFFICER, ReportState.LEAD_DIRECTOR):
        sign_report(report, by=officer, step=step, version=1, note=HOW)
    report = sign_report(report, by=officer, step=ReportState.CLERK, version=1)

    kept = list(report.sign_offs.values_list("state", "by", "report_version", "note"))
    assert kept == [
        ("draft", author.pk, 1, ""),
        ("lead_officer", officer.pk, 1, HOW),
        ("lead_director", officer.pk, 1, HOW),
        ("clerk", officer.pk, 1, ""),
    ]
    assert (report.state, next_step(Report.objects.get())) == (ReportState.CLERK, None)


def test_sign_off_sent_twice_is_kept_once(report, author):
    for _ in range(2):
        sign_report(report, by=author, step=ReportState.DRAFT, version=1)

    assert report.sign_offs.count() == 1


def test_lead_officer_signs_with_their_own_account(report, author):
    lead = UserFactory(roles=[Role.REPORT_OWNER])
    report.contacts.filter(role="lead_officer").update(person=PersonFactory(user=lead))
    sign_report(report, by=author, step=ReportState.DRAFT, version=1)

    assert sign_report(report, by=lead, step=ReportState.LEAD_OFFICER, version=1).state == "lead_officer"
    with pytest.raises(Refused, match="waits for the lead director"):
        sign_report(report, by=lead, step=ReportState.LEAD_DIRECTOR, version=1)


def test_officer_who_records_a_sign_off_says_how_they_know(report, officer, author):
    sign_report(report, by=author, step=ReportState.DRAFT, version=1)

    with pytest.raises(Refused, match="how you know"):
        sign_report(report, by=officer, step=ReportState.LEAD_OFFICER, version=1)


def test_page_tells_who_agreed_from_who_recorded_it(report, officer, author, client_of):
    report.contacts.filter(role="lead_officer").update(name="Max Ridley")
    lead = UserFactory(name="Lee Field", roles=[Role.REPORT_OWNER])
    report.contacts.filter(role="lead_director").update(person=PersonFactory(user=lead))
    sign_report(report, by=author, step="draft", version=1)
    sign_report(report, by=officer, step="lead_officer", version=1, note="By e-mail to the clerk")
    sign_report(report, by=lead, step="lead_director", version=1)
    sign_report(report, by=officer, step="clerk", version=1)

    steps = open_page(client_of(officer), address("report_read", report)).texts(".agenda-desk__side ol li")

    step_day = f"{timezone.localdate():%-d %B %Y}"
    assert [step.partition(f", {step_day}")[0] for step in steps][1:] == [
        f"Agreed by Max Ridley (lead officer), recorded by {officer}",
        "Agreed by the lead director: Lee Field",
        f"Accepted by the clerk: {officer}",
    ]
    assert steps[1].endswith("m (by e-mail to the clerk)")


def test_who_agreed_to_an_earlier_text_is_not_guessed_from_its_contacts_now(report, officer, author):
    sign_report(report, by=officer, step="draft", version=1, note="Max told me")
    Report.objects.update(version=2)

    (step,) = steps_of(Report.objects.get())

    assert (step.said, step.how) == (f"Handed over by the author, recorded by {officer}", "Max told me")


def test_nobody_jumps_the_queue_or_signs_for_others(report, officer, author):
    with pytest.raises(Refused, match="waits for the author"):
        sign_report(report, by=officer, step=ReportState.CLERK, version=1)
    sign_report(report, by=author, step=ReportState.DRAFT, version=1)
    with pytest.raises(Refused, match="waits for the lead officer"):
        sign_report(report, by=author, step=ReportState.LEAD_OFFICER, version=1, note=HOW)


def test_report_with_gaps_is_not_signed(report, author):
    Report.objects.update(summary="")

    with pytest.raises(Refused, match="Write the summary"):
        sign_report(report, by=author, step=ReportState.DRAFT, version=1)


def test_text_that_changed_while_somebody_read_is_not_signed(report, author):
    Report.objects.update(version=2)

    with pytest.raises(Refused, match="Read it again"):
        sign_report(report, by=author, step=ReportState.DRAFT, version=1)


def test_change_of_the_text_makes_it_a_draft_again_and_says_so(report, officer, author, client_of):
    signed(report, officer)
    report = Report.objects.get()

    response = client_of(author).post(
        address("report_edit", report), posted(report, summary="New."), follow=True
    )

    report.refresh_from_db()
    assert (report.state, report.version, report.summary) == (ReportState.DRAFT, 2, "New.")
    page = Page(response.content)
    said = page.texts(".govuk-notification-banner__heading")
    assert said == [
        f"Saved: {report.subject}. The text has changed, so it is a draft again and is signed anew."
    ]
    steps = page.texts(".agenda-desk__side ol li")
    assert [step.endswith("The text has changed since") for step in steps] == [True] * 4


def test_same_text_sent_again_leaves_the_sign_offs(report, officer, author, client_of):
    signed(report, officer)

    client_of(author).post(address("report_edit", report), posted(Report.objects.get()))

    assert Report.objects.get().state == ReportState.CLERK


def test_second_writer_sees_both_texts(report, officer, author, client_of):
    client_of(officer).post(address("report_edit", report), posted(report, summary="Theirs."))

    response = client_of(author).post(address("report_edit", report), posted(report, summary="Mine."))

    page = Page(response.content)
    assert response.status_code == 409
    assert "Theirs." in page.texts(".report-head td")
    assert page.texts("textarea[name=summary]") == ["Mine."]
    assert page.all("input[name=version]")[0].get("value") == "2"


def test_writer_is_told_what_is_missing(report, author, client_of):
    Report.objects.update(summary="", background_documents="")

    page = open_page(client_of(author), address("report_read", report))

    assert page.texts(".agenda-desk__side .govuk-list--bullet li") == [
        "Write the summary.",
        "List the background documents, or write “None”.",
    ]
    assert page.texts(".govuk-button") == ["Write the report"]


def test_whole_report_is_handed_over_from_its_page(report, author, client_of):
    client = client_of(author)
    page = open_page(client, address("report_read", report))
    assert page.texts(".govuk-button") == ["Hand it over to the lead officer"]

    client.post(address("report_sign", report), {"step": "draft", "version": 1})

    page = open_page(client, address("report_read", report))
    assert page.texts("#sign-off") == ["Waits for the lead officer"]
    assert page.texts(".govuk-button") == []


def test_contact_without_a_post_is_asked_for_it(report, author, client_of):
    response = client_of(author).post(address("report_edit", report), posted(report) | {"author-post": ""})

    assert Page(response.content).texts(".govuk-error-summary__list li") == [
        "Enter the post of the report author."
    ]


@pytest.mark.parametrize("name", ["report_read", "report_edit", "report_pdf"])
def test_report_of_somebody_else_is_not_found(report, client_as, name):
    assert client_as(Role.REPORT_OWNER).get(address(name, report)).status_code == 404
    assert client_as(Role.PANEL_MEMBER).get(address(name, report)).status_code == 403


def test_stranger_neither_writes_nor_signs(report):
    stranger = UserFactory(roles=[Role.REPORT_OWNER])

    with pytest.raises(PermissionDenied):
        save_report(report, by=stranger, version=1, words={"summary": "Mine"}, contacts=contacts_of(report))
    with pytest.raises(PermissionDenied):
        sign_report(report, by=stranger, step=ReportState.DRAFT, version=1)


def test_only_officers_ask_for_a_report_or_take_it_away(item, report, author, client_of):
    with pytest.raises(PermissionDenied):
        ask_for_report(item, by=author, author=author, subject="Mine")
    with pytest.raises(PermissionDenied):
        withdraw_paper(report.paper, by=author)
    assert client_of(author).get(address("paper_edit", report.paper)).status_code == 403


def test_officer_makes_a_paper_exempt_and_takes_it_away(report, officer, client_of):
    client, paper = client_of(officer), report.paper
    client.post(address("paper_edit", paper), {"is_exempt": "on", "is_listed": "on", "version": 1})
    paper.refresh_from_db()
    assert (paper.is_exempt, paper.is_appendix, paper.is_listed) == (True, False, True)

    client.post(address("paper_withdraw", paper))
    assert client.get(address("report_read", report)).status_code == 404


def test_paper_that_was_taken_away_is_put_back_as_it_was(report, officer, author, client_of):
    client, paper = client_of(officer), report.paper
    withdraw_paper(paper, by=officer)
    item = address("item_edit", paper.item)
    away = open_page(client, item).texts(".minutes-inline button")

    for _ in range(2):
        client.post(address("paper_restore", paper))

    assert away == [f"Put it back: {paper.title}"]
    assert open_page(client, item).texts(".minutes-inline button") == []
    assert client.get(address("report_read", report)).status_code == 200
    assert client_of(author).post(address("paper_restore", paper)).status_code == 403


def test_sections_of_a_report_are_numbered_alike_on_page_and_paper(report, officer, client_of):
    report.body = "<h2>Introduction</h2><p>One.</p><h3>Homes</h3><p>Two.</p>"
    report.save()
    expected = ["1. Introduction", "1.1 One.", "1.2 Homes", "1.2.1 Two."]

    shown = open_page(client_of(officer), address("report_read", report))
    paper = Page(report_html(told(report)).encode())

    for page in (shown, paper):
        assert page.texts(".report-body h2, .report-body h3, .report-body p") == expected


def test_second_officer_at_a_paper_is_told(report, officer):
    change_paper(report.paper, by=officer, version=1, is_exempt=True, is_appendix=False, is_listed=True)

    with pytest.raises(ChangedMeanwhile):
        change_paper(report.paper, by=officer, version=1, is_exempt=False, is_appendix=True, is_listed=True)


def test_reports_are_listed_for_their_writers(report, author, client_of, client_as):
    mine = open_page(client_of(author), reverse("meetings:report_list"))
    other = open_page(client_as(Role.REPORT_OWNER), reverse("meetings:report_list"))

    assert mine.texts("tbody tr") == [
        "Adoption 6 November 2098 Ada Brown Waits for the author to hand it over"
    ]
    assert other.texts(".portal-empty h2") == ["No report is asked of you"]


@pytest.mark.parametrize("number", [1, 3])
def test_list_takes_as_many_queries_for_three_as_for_one(
    item, author, client_of, number, django_assert_num_queries
):
    client = client_of(author)
    for place in range(number):
        a_whole_report(item, author, subject=f"Report {place}", position=place + 1)

    with django_assert_num_queries(5):
        client.get(reverse("meetings:report_list"))


def test_scripts_in_a_report_are_taken_out_and_markup_typed_is_text(report, author, client_of):
    report.body = "<p>Words<script>alert(1)</script></p>"
    report.save()
    assert "<script>" not in report_html(told(report))

    client_of(author).post(address("report_edit", report), posted(report, body="Less than <b>five</b>"))

    page = open_page(client_of(author), address("report_read", report))
    assert page.texts(".report-body") == ["Less than <b>five</b>"]


def test_points_of_a_report_are_numbered(report, author, client_of):
    client_of(author).post(address("report_edit", report), posted(report, body="1. First\n\n2. Second"))

    assert Report.objects.get().body == "<ol><li><p>First</p></li><li><p>Second</p></li></ol>"


@pytest.mark.pdf
def test_report_is_an_accessible_pdf(report):
    assert_accessible(report_pdf(told(report)))


def test_contact_of_a_report_reads_it(report, client_of):
    lead = UserFactory(roles=[Role.PARTICIPATION_WORKER])
    other = a_whole_report(report.paper.item, None, subject="Another", position=9)
    other.contacts.filter(role="author").update(person=PersonFactory(user=lead))

    assert client_of(lead).get(address("report_read", other)).status_code == 200
    assert client_of(lead).get(address("report_read", report)).status_code == 404
