"""The pages of reports: the list, one as the panel saw it, its draft, its publication, its withdrawal."""

from decimal import Decimal

import pytest

from core.access import Role
from core.form_errors import errors_of
from scorecard.models import Figure, PanelReport, PaperPart, ReportPlan
from scorecard.publishing.publication import withdraw_report
from scorecard.withdrawing import withdraw_upload, withdrawal_of
from tests.factories.scorecard import FigureFactory, PanelReportFactory, WorkbookUploadFactory
from tests.page import Page, open_page
from tests.scorecard.panel import MEETING, an_amber_indicator, an_approver, published, ready, revise

pytestmark = [pytest.mark.django_db, pytest.mark.pdf]
LIST = "/scorecard/reports/"
PAPER = "/scorecard/reports/2018-08/paper/"
EDIT = f"{PAPER}summary/"
PLAN = "/scorecard/reports/2018-08/plan/"
PUBLISH = "/scorecard/reports/2018-08/publish/"
PLANNED = {"meeting_on-day": "1", "meeting_on-month": "11", "meeting_on-year": "2018"}


@pytest.fixture(autouse=True)
def amber():
    return an_amber_indicator()


@pytest.fixture
def member(client_as):
    return client_as(Role.PANEL_MEMBER)


@pytest.fixture
def officer(client_as):
    return client_as(Role.MI_OFFICER)


@pytest.fixture
def approver(client_as):
    return client_as(Role.MI_APPROVER)


@pytest.fixture
def report():
    return published()


def address_of(report, what="") -> str:
    return f"{LIST}{report.pk}/{what}"


def withdrawn(report):
    return withdraw_report(report, by=an_approver(), reason="The wrong month.")


@pytest.mark.parametrize(
    ("changes", "heading", "sentence"),
    [
        (["revise"], "Corrected since: 1 figure", "This figure of August 2018 was corrected later."),
        (["withdraw"], "Withdrawn since: 1 figure", "This figure of August 2018 was withdrawn later."),
        (
            ["revise", "withdraw"],
            "Corrected or withdrawn since: 2 figures",
            "These figures of August 2018 were corrected or withdrawn later.",
        ),
    ],
)
def test_report_says_whether_figures_were_corrected_or_withdrawn(member, changes, heading, sentence):
    FigureFactory(indicator__code="CIC02", value=90)
    report = published()
    if "revise" in changes:
        revise("CIC01", Decimal("86.5"))
    if "withdraw" in changes:
        upload = Figure.objects.current().get(indicator__code="CIC02").upload
        withdraw_upload(upload, by=an_approver(), reason="A slip.", seen=withdrawal_of(upload).seen)

    page = open_page(member, f"/scorecard/reports/{report.pk}/")

    section = page.texts("section[aria-labelledby=revised] > h2, section[aria-labelledby=revised] > p")
    assert section == [heading, f"The report below is unchanged. {sentence}"]


def test_report_shows_what_the_panel_saw_and_what_was_revised_since(report, member):
    revise("CIC01", Decimal("95.0"), note="Eight records were entered late.")

    page = open_page(member, address_of(report))

    assert page.texts("main .govuk-caption-l") == ["As the panel saw it on 1 November 2018"]
    assert page.texts(".report-steps a") == ["As the panel saw it on 1 November 2018", "As it stands now"]
    assert page.texts("section[aria-labelledby=revised] tbody tr > *") == [
        "Indicator CIC01",
        "85.0%",
        "95.0%",
        "3 December 2018",
        "Eight records were entered late.",
    ]
    assert page.texts(".paper-block tbody tr")[0].startswith("August 2018 85.0%")
    (_, now) = page.links(".report-steps a")
    assert open_page(member, now).texts("tr.scorecard-row td.scorecard-row__figure") == ["95.0%"]


@pytest.mark.parametrize("what", ["published", "draft"])
def test_long_paper_begins_with_its_contents(report, officer, what):
    page = open_page(officer, PAPER if what == "draft" else address_of(report))

    links = page.links("nav[aria-label='Contents of the paper'] a")
    assert links[:2] == ["#paper-summary", "#paper-ratings"]
    assert [link for link in links if len(page.all(f"h2{link}")) != 1] == []


def test_month_leads_to_the_report_as_the_panel_saw_it(report, member):
    page = open_page(member, "/scorecard/?month=2018-08")

    assert address_of(report) in page.links("main a")


def test_report_without_a_revision_says_so(report, member):
    told = open_page(member, address_of(report)).texts("main p.govuk-body")

    assert told[0] == "No figure of August 2018 has been revised since."


def test_pdf_is_the_stored_file_and_is_not_sent_twice(report, member):
    revise("CIC01", Decimal("95.0"))

    answer = member.get(address_of(report, "report.pdf"))
    again = member.get(address_of(report, "report.pdf"), headers={"if-none-match": answer["ETag"]})

    assert answer.content == bytes(PanelReport.objects.get().pdf)
    assert answer["ETag"] == f'"{report.pdf_sha256}"'
    assert (again.status_code, again.content) == (304, b"")


def test_withdrawn_report_is_for_officers_only(report, member, officer):
    before = [member.get(address_of(report, what)).status_code for what in ("", "report.pdf")]
    withdrawn(report)

    after = [member.get(address_of(report, what)).status_code for what in ("", "report.pdf")]

    assert (before, after) == ([200, 200], [404, 404])
    page = open_page(officer, address_of(report))
    assert page.texts("blockquote") == ["The wrong month."]
    assert officer.get(address_of(report, "report.pdf")).content == bytes(PanelReport.objects.get().pdf)
    assert open_page(member, LIST).all("tbody tr") == []
    assert open_page(officer, LIST).texts("tbody th") == ["1 November 2018 Withdrawn"]


def test_pdf_of_a_withdrawn_report_is_refused_to_members_even_if_they_have_it(report, member):
    etag = member.get(address_of(report, "report.pdf"))["ETag"]
    withdrawn(report)

    answer = member.get(address_of(report, "report.pdf"), headers={"if-none-match": etag})

    assert answer.status_code == 404


def test_report_from_before_the_portal_says_that_it_is_not_kept(member):
    report = PanelReportFactory(period=FigureFactory().period)

    page = open_page(member, address_of(report))

    assert page.texts("main p.govuk-body") == [
        "This report was made outside the portal, which keeps only the month and the day of the meeting."
    ]
    assert member.get(address_of(report, "report.pdf")).status_code == 404


def test_list_without_a_report_says_so(member, officer):
    assert open_page(member, LIST).texts(".portal-empty h2") == ["No report is published yet"]
    assert open_page(member, LIST).links("main a") == []
    page = open_page(officer, LIST)
    assert page.links("main a") == [PLAN, f"{LIST}2018-08/commentary/", PAPER]
    assert page.texts("main li .govuk-tag") == ["Begin here"]


def test_steps_to_a_report_begin_with_its_meeting(approver):
    approver.post(PLAN, PLANNED)
    page = open_page(approver, LIST)

    assert page.links("main ol a") == [PLAN, f"{LIST}2018-08/commentary/", PAPER, PUBLISH]
    assert page.texts("main ol li")[0] == "Meeting and dates for August 2018: 1 November 2018"
    assert page.all("main ol .govuk-tag") == []


def test_list_and_report_take_as_many_queries_for_three_as_for_one(report, member, django_assert_num_queries):
    with django_assert_num_queries(3):
        open_page(member, LIST)
    with django_assert_num_queries(5):
        open_page(member, address_of(report))
    for place, code in enumerate(("CIC02", "CIC03"), start=1):
        FigureFactory(indicator__code=code)
        withdrawn(PanelReport.objects.standing().get())
        another = published(meeting_on=MEETING.replace(day=1 + place))

    with django_assert_num_queries(3):
        open_page(member, LIST)
    with django_assert_num_queries(5):
        open_page(member, address_of(another))


def test_officer_changes_a_part_and_takes_it_back(officer):
    own = open_page(officer, EDIT).texts("textarea[name=text]")[0]

    officer.post(EDIT, {"text": "In our own words.", "version": "0", "way": "save"})
    page = open_page(officer, PAPER)
    assert "In our own words." in page.texts("main p.govuk-body")
    assert page.texts(".paper-edit")[0].startswith(f"Edited by {officer.user.name} on ")
    assert open_page(officer, EDIT).texts("blockquote") == [own]

    officer.post(EDIT, {"text": "In our own words.", "version": "1", "way": "restore"})
    assert own in open_page(officer, PAPER).texts("main p.govuk-body")


def test_second_editor_sees_both_texts(officer, client_as):
    colleague = client_as(Role.MI_APPROVER)
    officer.post(EDIT, {"text": "First.", "version": "0", "way": "save"})

    answer = colleague.post(EDIT, {"text": "Second.", "version": "0", "way": "save"})

    page = Page(answer.content)
    assert answer.status_code == 409
    assert page.texts("blockquote.paper-theirs")[0] == "First."
    assert page.texts("textarea[name=text]") == ["Second."]
    (version,) = [box.get("value") for box in page.all("input[name=version]")]
    colleague.post(EDIT, {"text": "Both.", "version": version, "way": "save"})
    assert PaperPart.objects.get().text == "Both."


def test_editor_who_is_overtaken_by_publication_keeps_their_text_on_the_page(officer, report):
    answer = officer.post(EDIT, {"text": "Too late.", "version": "0", "way": "save"})

    assert (answer.status_code, PaperPart.objects.count()) == (409, 0)
    assert Page(answer.content).texts(".paper-theirs") == ["Too late."]


def test_part_that_the_paper_lacks_is_not_found(officer):
    assert officer.get(f"{PAPER}kpi-CIC99/").status_code == 404


def test_draft_of_a_published_month_leads_to_the_report(officer, report):
    page = open_page(officer, PAPER)

    assert address_of(report) in page.links("main a")
    assert page.links(f"main a[href='{EDIT}']") == []


def test_draft_is_there_as_pdf(officer):
    answer = officer.get("/scorecard/reports/2018-08/paper.pdf")

    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")


def test_officer_plans_the_meeting(officer):
    due = {"commentary_due_on-day": "12", "commentary_due_on-month": "10", "commentary_due_on-year": "2018"}

    officer.post(PLAN, PLANNED | due)

    plan = ReportPlan.objects.get()
    assert (str(plan.meeting_on), str(plan.commentary_due_on)) == ("2018-11-01", "2018-10-12")
    assert [box.get("value") for box in open_page(officer, PLAN).all("input.govuk-input")] == [
        *("1", "11", "2018"),
        *("12", "10", "2018"),
    ]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Enter the day of the meeting."),
        (PLANNED | {"meeting_on-month": "8"}, "Choose a meeting after the end of the month."),
    ],
)
def test_meeting_that_cannot_be_is_said_plainly(officer, sent, said):
    answer = officer.post(PLAN, sent)

    assert [error["text"] for error in errors_of(answer.context["form"])] == [said]
    assert ReportPlan.objects.count() == 0


def test_approver_reads_the_check_ticks_and_publishes(approver):
    WorkbookUploadFactory(submitted=True, original_name="Later.xlsx")
    assert open_page(approver, PUBLISH).texts(".govuk-warning-text__text") == [
        "Warning Say first to which meeting of the panel the report goes."
    ]
    approver.post(PLAN, PLANNED)
    page = open_page(approver, PUBLISH)
    assert page.texts("h1") == ["Publish to the meeting on 1 November 2018"]
    assert page.texts(".govuk-checkboxes__label") == [
        "Commentary is missing on one indicator. The paper says so.",
        "One workbook with figures of this month is not decided on yet.",
    ]
    (seen,) = [box.get("value") for box in page.all("input[name=seen]")]

    half = approver.post(PUBLISH, {"seen": seen, "ticked": ["commentary"], "note": "Looked at."})
    assert [error["text"] for error in errors_of(half.context["form"])] == [
        "Tick each one when you have looked at it: 1 not ticked yet."
    ]
    whole = {"seen": seen, "ticked": ["commentary", "uploads"], "note": "Looked at."}
    answers = [approver.post(PUBLISH, whole), approver.post(PUBLISH, whole)]

    report = PanelReport.objects.get()
    assert (answers[0].status_code, answers[0].url) == (302, address_of(report))
    assert answers[1].status_code == 302
    assert report.made_by == approver.user


def test_stale_check_publishes_nothing_and_says_so(approver):
    approver.post(PLAN, PLANNED)
    seen = ready().fingerprint
    FigureFactory(indicator__code="CIC02")

    answer = approver.post(
        PUBLISH, {"seen": seen, "ticked": ["commentary"], "note": "Looked at."}, follow=True
    )

    assert PanelReport.objects.count() == 0
    assert "have changed since this page loaded" in answer.content.decode()


def test_approver_withdraws_with_a_reason(report, approver):
    empty = approver.post(address_of(report, "withdraw/"), {"reason": " "})
    assert [error["text"] for error in errors_of(empty.context["form"])] == [
        "Say why the report is withdrawn."
    ]

    approver.post(address_of(report, "withdraw/"), {"reason": "The wrong month."})
    again = approver.post(address_of(report, "withdraw/"), {"reason": "Again."}, follow=True)

    assert PanelReport.objects.get().withdrawal_reason == "The wrong month."
    assert "This report is withdrawn already." in again.content.decode()


@pytest.mark.parametrize("what", ["", "report.pdf"])
def test_published_report_is_for_readers_of_the_scorecard(report, member, client_as, client, what):
    address = address_of(report, what)

    assert member.get(address).status_code == 200
    assert (client_as().get(address).status_code, client.get(address).status_code) == (403, 302)


@pytest.mark.parametrize("address", [PAPER, EDIT, PLAN, "/scorecard/reports/2018-08/paper.pdf"])
def test_preparing_is_for_officers(member, officer, client_as, client, address):
    owner = client_as(Role.REPORT_OWNER)

    assert officer.get(address).status_code == 200
    assert [reader.get(address).status_code for reader in (member, owner, client)] == [403, 403, 302]


def test_publishing_and_withdrawing_are_for_approvers(report, approver, officer, member):
    for address in (PUBLISH, address_of(report, "withdraw/")):
        assert approver.get(address).status_code == 200
        assert [reader.get(address).status_code for reader in (officer, member)] == [403, 403]
        assert [reader.post(address, {"reason": "x"}).status_code for reader in (officer, member)] == [
            403,
            403,
        ]
    assert not PanelReport.objects.get().is_withdrawn


@pytest.mark.parametrize("what", ["paper/", "paper.pdf", "plan/", "publish/", "commentary/"])
def test_month_without_figures_is_not_found(approver, what):
    assert approver.get(f"/scorecard/reports/2031-01/{what}").status_code == 404
