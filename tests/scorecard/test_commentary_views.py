"""The pages of commentary: what its owner is asked for, and what the officers follow."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from core.access import Role
from core.form_errors import errors_of
from scorecard.models import Commentary
from scorecard.publishing.paper_text import plan_report
from tests.factories.people import PostHoldingFactory
from tests.factories.scorecard import (
    FigureFactory,
    PanelReportFactory,
    ReportingPeriodFactory,
    ThresholdFactory,
)
from tests.page import Page, open_page
from tests.scorecard.panel import (
    JULY,
    MEETING,
    WORDS,
    an_amber_indicator,
    an_approver,
    an_owner,
    month,
    submitted,
)

pytestmark = pytest.mark.django_db
LIST = "/scorecard/commentary/"
WRITE = "/scorecard/commentary/2018-08/CIC01/"
PROGRESS = "/scorecard/reports/2018-08/commentary/"
REVIEW = f"{PROGRESS}CIC01/"
ANSWERS = {
    "what_changed": "It fell.",
    "why": "Two workers left.",
    "action": "Two are coming.",
    "by_when-day": "31",
    "by_when-month": "3",
    "by_when-year": "2019",
    "version": "0",
}


@pytest.fixture
def post():
    return an_amber_indicator()


@pytest.fixture
def client_of(client_as):
    """A browser of somebody with the role, who holds the post if one is given."""

    def sign_in(role: Role, post=None, **fields) -> Client:
        client = client_as(role, **fields)
        if post:
            PostHoldingFactory(post=post, user=client.user)
        return client

    return sign_in


@pytest.fixture
def owner(client_of, post):
    return client_of(Role.REPORT_OWNER, post, name="Ada Brown")


@pytest.fixture
def officer(client_of):
    return client_of(Role.MI_OFFICER)


def test_owner_sees_what_is_asked_by_when_and_how_far_it_is(owner):
    plan_report(month(), by=an_approver(), meeting_on=MEETING, commentary_due_on=JULY)

    page = open_page(owner, LIST)

    assert page.texts("h1") == ["My commentary, August 2018"]
    assert page.texts("main p.govuk-body")[0] == (
        "Due on 31 July 2018, which has passed. The panel meets on 1 November 2018."
    )
    assert page.texts("tbody td") == ["It is amber", "Not begun"]
    assert page.links("tbody a") == [WRITE]


def test_owner_of_other_posts_is_asked_for_nothing(client_of, post):
    page = open_page(client_of(Role.REPORT_OWNER), LIST)

    assert page.texts(".portal-empty h2") == ["Nothing is asked of you for this month"]


def test_list_before_any_upload_says_so(client_of):
    page = open_page(client_of(Role.REPORT_OWNER), LIST)

    assert page.texts("h2")[0] == "There are no figures yet"


@pytest.mark.parametrize("asked", ["1999-01", "nonsense"])
def test_list_of_an_unknown_month_says_so(owner, asked):
    page = open_page(owner, f"{LIST}?month={asked}", 404)

    assert page.texts("h1") == ["There are no figures for that month"]


def test_lists_take_as_many_queries_for_three_indicators_as_for_one(
    owner, officer, post, django_assert_num_queries
):
    with django_assert_num_queries(8):
        open_page(owner, LIST)
    with django_assert_num_queries(8):
        open_page(officer, PROGRESS)
    for code in ("CIC02", "CIC03"):
        an_amber_indicator(code, post=post)

    with django_assert_num_queries(8):
        assert len(open_page(owner, LIST).all("tbody tr")) == 3
    with django_assert_num_queries(8):
        assert len(open_page(officer, PROGRESS).all("tbody tr")) == 3


def test_draft_is_saved_and_offered_again(owner):
    answer = owner.post(WRITE, {"why": "Two workers left.", "version": "0", "way": "draft"})

    assert (answer.status_code, answer.url) == (302, f"{LIST}?month=2018-08")
    assert open_page(owner, WRITE).texts("textarea[name=why]") == ["Two workers left."]
    assert open_page(owner, LIST).texts("tbody td") == ["It is amber", "Draft"]


def test_what_is_missing_is_named_when_it_is_submitted(owner):
    page = owner.post(WRITE, {"version": "0", "way": "submit"})

    assert [error["text"] for error in errors(page)] == [
        "Say what changed since the month you compare with.",
        "Say why it changed, or stayed.",
        "Say what is being done, or why nothing has to be done.",
        "Say by when it is done.",
    ]
    assert Commentary.objects.count() == 0


def errors(answer) -> list[dict]:
    return errors_of(answer.context["form"])


def test_submitted_commentary_is_read_by_members_on_the_indicators_page(owner, client_of):
    member = client_of(Role.PANEL_MEMBER)
    owner.post(WRITE, ANSWERS | {"way": "draft"})
    assert open_page(member, "/scorecard/indicators/CIC01/").all(".paper-commentary") == []

    owner.post(WRITE, ANSWERS | {"way": "submit", "version": "1"})

    page = open_page(member, "/scorecard/indicators/CIC01/")
    assert page.texts(".paper-commentary p")[:4] == [
        "What changed. It fell.",
        "Why. Two workers left.",
        "What is being done. Two are coming.",
        "By when. 31 March 2019",
    ]
    assert open_page(owner, WRITE).all("form textarea") == []


def test_markup_in_commentary_is_text(owner, client_of):
    owner.post(WRITE, ANSWERS | {"way": "submit", "why": "<script>alert(1)</script>"})

    page = open_page(client_of(Role.PANEL_MEMBER), "/scorecard/indicators/CIC01/")

    assert page.texts(".paper-commentary p")[1] == "Why. <script>alert(1)</script>"
    assert page.all(".paper-commentary script") == []


def test_second_writer_sees_both_texts_and_can_save_what_is_to_stand(owner, client_of, post):
    colleague = client_of(Role.REPORT_OWNER, post)
    owner.post(WRITE, ANSWERS | {"way": "draft"})

    answer = colleague.post(WRITE, ANSWERS | {"way": "draft", "why": "Another reason."})

    assert answer.status_code == 409
    page = _page(answer)
    assert "Ada Brown wrote" in page.texts("h2")
    assert page.texts(".paper-commentary p")[1] == "Why. Two workers left."
    assert page.texts("textarea[name=why]") == ["Another reason."]
    (version,) = [box.get("value") for box in page.all("input[name=version]")]
    colleague.post(WRITE, ANSWERS | {"way": "draft", "why": "Both reasons.", "version": version})
    assert Commentary.objects.get().why == "Both reasons."


def test_writer_whose_colleague_has_submitted_keeps_their_own_text_on_the_page(owner, client_of, post):
    colleague = client_of(Role.REPORT_OWNER, post)
    owner.post(WRITE, ANSWERS | {"way": "submit"})

    answer = colleague.post(WRITE, ANSWERS | {"way": "draft", "why": "Another reason."})

    page = _page(answer)
    assert (answer.status_code, page.all("form textarea")) == (409, [])
    assert page.texts(".paper-theirs") == ["It fell.", "Another reason.", "Two are coming."]


def test_writer_who_is_overtaken_by_publication_keeps_their_own_text_on_the_page(owner):
    PanelReportFactory(period=ReportingPeriodFactory())

    answer = owner.post(WRITE, ANSWERS | {"way": "draft"})

    page = _page(answer)
    assert (answer.status_code, Commentary.objects.count()) == (409, 0)
    assert page.texts(".govuk-warning-text__text")[0].startswith(
        "Warning The report of this month is published"
    )
    assert page.texts(".paper-theirs") == ["It fell.", "Two workers left.", "Two are coming."]


def _page(answer):
    return Page(answer.content)


def test_officer_follows_all_and_sends_one_back_with_a_note(owner, officer):
    submitted(owner.user)
    assert open_page(officer, PROGRESS).texts(".portal-headline") == ["1 of 1 submitted."]

    answer = officer.post(REVIEW, {"note": "Say how many.", "version": "1"})

    assert (answer.status_code, answer.url) == (302, PROGRESS)
    assert open_page(officer, PROGRESS).texts("tbody td")[2] == "Sent back"
    page = open_page(owner, WRITE)
    assert page.texts(".govuk-inset-text")[0].startswith("Sent back by")
    assert "Say how many." in page.texts(".govuk-inset-text")[0]
    assert page.texts("textarea[name=why]") == [WORDS.why]


def test_nothing_is_sent_back_without_a_note(owner, officer):
    submitted(owner.user)

    answer = officer.post(REVIEW, {"note": " ", "version": "1"})

    assert [error["text"] for error in errors(answer)] == ["Say what you would like to be changed."]
    assert Commentary.objects.get().state == "submitted"


def test_progress_of_a_month_without_a_request_says_so(officer):
    FigureFactory(indicator__is_kpi=False)

    assert open_page(officer, PROGRESS).texts(".portal-empty h2") == ["No commentary is asked for this month"]


@pytest.mark.parametrize("address", [LIST, WRITE])
def test_pages_of_an_owner_are_for_report_owners(post, owner, client_of, client, address):
    refused = [
        client_of(role, post).get(address).status_code for role in (Role.PANEL_MEMBER, Role.MI_OFFICER)
    ]

    assert owner.get(address).status_code == 200
    assert (refused, client.get(address).status_code) == ([403, 403], 302)


@pytest.mark.parametrize("address", [PROGRESS, REVIEW])
def test_pages_of_progress_are_for_officers(owner, officer, client_of, client, address):
    member = client_of(Role.PANEL_MEMBER)

    assert officer.get(address).status_code == 200
    assert [reader.get(address).status_code for reader in (owner, member, client)] == [403, 403, 302]


def test_owner_of_another_post_may_not_write_here(client_of, post):
    stranger = client_of(Role.REPORT_OWNER)

    assert stranger.get(WRITE).status_code == 403
    assert stranger.post(WRITE, ANSWERS | {"way": "draft"}).status_code == 403
    assert Commentary.objects.count() == 0


@pytest.mark.parametrize(
    "address", ["/scorecard/commentary/2018-07/CIC01/", "/scorecard/commentary/2018-08/CIC99/"]
)
def test_commentary_that_nobody_asked_for_is_not_found(owner, address):
    assert owner.get(address).status_code == 404


def test_owner_without_the_lock_of_a_published_month_reads_what_was_written(owner):
    submitted(owner.user)
    PanelReportFactory(period=ReportingPeriodFactory())

    page = open_page(owner, WRITE)

    assert page.all("form textarea") == []
    assert page.texts(".paper-commentary p")[1] == "Why. Two workers left."


def test_green_indicator_that_changed_its_colour_wants_no_date(owner, post):
    FigureFactory(indicator__code="CIC05", indicator__owner=post, value=95)
    FigureFactory(indicator__code="CIC05", value=85, period__ends_on=JULY)
    ThresholdFactory(indicator__code="CIC05")
    given = {key: value for key, value in ANSWERS.items() if not key.startswith("by_when")}

    answer = owner.post(
        WRITE.replace("CIC01", "CIC05"), given | {"way": "submit", "baseline": "previous_month"}
    )

    assert answer.status_code == 302
    assert Commentary.objects.get().by_when is None


def test_second_owner_of_the_post_sees_the_same_tasks(owner, post, client_of):
    an_owner(post)

    assert open_page(client_of(Role.REPORT_OWNER, post), LIST).links("tbody a") == [WRITE]


def news(client) -> list[str]:
    return open_page(client, "/").texts(".portal-news__sentence")[:-1]


def test_first_page_tells_an_owner_what_waits_and_by_when(owner, post, client_of):
    assert news(owner) == ["One indicator in August 2018 waits for your commentary."]
    an_amber_indicator("CIC02", post=post)
    plan_report(month(), by=an_approver(), meeting_on=MEETING, commentary_due_on=date(2018, 10, 12))

    assert news(owner) == ["Two indicators in August 2018 wait for your commentary, due on 12 October 2018."]
    assert news(client_of(Role.REPORT_OWNER)) == news(client_of(Role.PANEL_MEMBER, post)) == []


def test_first_page_tells_an_owner_nothing_once_all_is_submitted_or_published(owner, post):
    an_amber_indicator("CIC02", post=post)
    submitted(owner.user)
    assert news(owner) == ["One indicator in August 2018 waits for your commentary."]
    PanelReportFactory(period=ReportingPeriodFactory())

    assert news(owner) == []


@pytest.mark.parametrize("way", ["draft", "submit"])
@pytest.mark.parametrize(
    ("day", "problems"),
    [
        (("31", "8", "2018"), ["Enter a day after 31 August 2018: the commentary is on that month."]),
        (("1", "9", "2018"), []),
    ],
)
def test_an_action_is_not_to_be_done_before_the_month_is_over(owner, way, day, problems):
    given = dict(zip(("by_when-day", "by_when-month", "by_when-year"), day, strict=True))

    answer = owner.post(WRITE, ANSWERS | given | {"way": way})

    told = errors_of(answer.context["form"]) if problems else []
    assert [str(error["text"]) for error in told] == problems
    assert Commentary.objects.count() == (0 if problems else 1)


@pytest.mark.parametrize(
    ("days", "way", "said"),
    [
        (-1, "draft", "Change it if you meant a later one."),
        (-1, "submit", "If you meant a later one, ask a management information officer"),
        (0, "draft", ""),
        (0, "submit", ""),
    ],
)
def test_a_day_that_has_passed_is_said_and_kept(owner, days, way, said):
    day = timezone.localdate() + timedelta(days=days)
    given = {"by_when-day": day.day, "by_when-month": day.month, "by_when-year": day.year}

    page = Page(owner.post(WRITE, ANSWERS | given | {"way": way}, follow=True).content)

    told = [text for text in page.texts(".govuk-notification-banner") if "has passed" in text]
    assert [said in text for text in told] == ([True] if said else [])
    assert Commentary.objects.get().by_when == day
