"""What I must report and by when: one page for recommendations and undertakings of one's posts."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.access import Role
from recommendations.report.duties import duties
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, UndertakingFactory
from tests.factories.people import PostFactory, PostHoldingFactory
from tests.factories.recommendations import RecommendationFactory, published
from tests.page import open_page
from tests.recommendations.work import drafted, officer, sent_in

pytestmark = pytest.mark.django_db
PAGE = reverse("recommendations:duty_list")
TODAY = timezone.localdate()


@pytest.fixture
def post():
    return PostFactory(title="Head of Care Leavers' Service")


@pytest.fixture
def owner(client_as, post):
    client = client_as(Role.REPORT_OWNER)
    PostHoldingFactory(post=post, user=client.user)
    return client


def owed(post, number, **fields):
    return RecommendationFactory(**{"owner": post, "number": number, "due_rule": "date"} | fields)


def test_page_lists_what_the_post_owes_the_earliest_due_first(owner, post):
    owed(post, 12, due_on=TODAY - timedelta(days=105), short_title="Report on care leavers")
    owed(post, 3, due_rule="none", short_title="Train members")
    item = AgendaItemFactory(meeting=MeetingFactory(on=TODAY - timedelta(days=5)))
    UndertakingFactory(item=item, owner=post, what="Bring the survey", due_kind="date", due_on=TODAY)
    RecommendationFactory(short_title="Another post's")

    page = open_page(owner, PAGE)

    assert page.texts("h1") == ["1 of 3 is overdue"]
    assert page.texts("tbody th a") == [
        "Recommendation 12: Report on care leavers",
        "Undertaking: Bring the survey",
        "Recommendation 3: Train members",
    ]
    assert page.texts("tbody td[data-label=Due] .govuk-tag")[0] == "Overdue by 105 days"


def test_papers_of_the_meeting_have_their_day(owner, post):
    owed(post, 1, due_on=date(2040, 1, 5))
    MeetingFactory(on=date(2040, 1, 19))  # a Thursday

    page = open_page(owner, PAGE)

    assert page.texts("td[data-label='Before the panel']") == [
        "19 January 2040Papers go out by 11 January 2040"
    ]


NEXT = "19 January 2040The next meeting it can go toPapers go out by 11 January 2040"


@pytest.mark.parametrize(
    ("due_on", "said"),
    [
        (None, NEXT),
        (TODAY - timedelta(days=2000), NEXT),
        (date(2040, 1, 20), "No meeting after that day is in the calendar yet"),
    ],
)
def test_duty_without_a_meeting_of_its_own_names_the_next(owner, post, due_on, said):
    owed(post, 1, due_rule="date" if due_on else "none", due_on=due_on)
    if due_on and due_on < TODAY:
        MeetingFactory(on=due_on + timedelta(days=1))  # where it was due, long ago
    MeetingFactory(on=date(2040, 1, 19))

    assert open_page(owner, PAGE).texts("td[data-label='Before the panel']") == [said]


def test_papers_that_have_gone_out_take_nothing_more(owner, post):
    owed(post, 1, due_rule="none", due_on=None)
    MeetingFactory(on=TODAY)
    MeetingFactory(on=date(2040, 1, 19))

    assert open_page(owner, PAGE).texts("td[data-label='Before the panel']") == [NEXT]


def test_without_a_coming_meeting_none_is_named(owner, post):
    owed(post, 1, due_rule="none", due_on=None)

    assert open_page(owner, PAGE).texts("td[data-label='Before the panel']") == [
        "No coming meeting is in the calendar"
    ]


def test_what_is_done_is_not_listed(owner, post):
    published(owed(post, 1, due_on=TODAY), says={"a": "done", "b": "done"})
    published(owed(post, 2, due_rule="none"), says={"a": "done", "b": "done"})

    page = open_page(owner, PAGE)

    assert page.texts(".portal-empty-state h2, main h2") == ["Nothing is asked of you now"]


def test_silent_parts_of_the_last_update_are_named(owner, post):
    published(owed(post, 1, due_on=TODAY), says={"a": "on_track"})

    assert "Not mentioned last time: part (b)" in open_page(owner, PAGE).texts("tbody th")[0]


def test_draft_and_what_was_sent_in_have_their_places(owner, post):
    drafted(owed(post, 1, due_on=TODAY), owner.user)
    sent_in(owed(post, 2, due_on=TODAY), owner.user)

    page = open_page(owner, PAGE)

    assert page.texts("main h2") == ["With democratic services", "Drafts"]
    assert [cell.split(" about")[0] for cell in page.texts("td[data-label=Next]")] == [
        "Go on with the draft",
        "Sent in",
    ]


def test_democratic_services_see_all_that_was_sent_in(client_as, post):
    sent_in(owed(post, 2, due_on=TODAY, short_title="Print it"), officer())

    page = open_page(client_as(Role.DEMOCRATIC_SERVICES), PAGE)

    assert page.texts("main h2") == ["1 update to publish"]
    assert page.texts(".recommendations-list a") == ["2. Print it"]


def test_who_holds_no_post_is_told_so(client_as):
    page = open_page(client_as(Role.REPORT_OWNER), PAGE)

    assert page.texts("main h2") == ["You hold no post"]


def test_exempt_undertaking_is_not_listed(post):
    UndertakingFactory(item=AgendaItemFactory(exempt=True), owner=post, due_kind="none")
    UndertakingFactory(owner=post, is_exempt=True, due_kind="none")
    open_one = UndertakingFactory(owner=post, due_kind="none")

    assert [duty.subject for duty in duties(TODAY, posts=[post.pk])] == [open_one]


def test_same_number_of_queries_for_one_and_three(owner, post, django_assert_num_queries):
    def add(number):
        one = owed(post, number, due_on=date(2040, 1, number))
        MeetingFactory(on=date(2040, 1, number + 10))
        published(one, says={"a": "on_track"})
        drafted(one, owner.user)
        UndertakingFactory(owner=post, due_kind="none")

    add(1)
    with CaptureQueriesContext(connection) as found:
        owner.get(PAGE)
    for number in (2, 3):
        add(number)

    with django_assert_num_queries(len(found)):
        owner.get(PAGE)
