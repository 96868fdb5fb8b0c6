"""A report and what it recommends, as democratic services enter and mend them."""

from datetime import date

import pytest
from django.urls import reverse

from core.access import Role
from meetings.models import Meeting
from recommendations.actions.dates import revise_due
from recommendations.models import Recommendation, Report
from tests.factories.meetings import MeetingFactory
from tests.factories.people import PostFactory
from tests.factories.recommendations import (
    PledgeThemeFactory,
    RecommendationFactory,
    ReportFactory,
    ThemeFactory,
    published,
)
from tests.page import Page, open_page
from tests.recommendations.work import officer

pytestmark = pytest.mark.django_db
LIST = reverse("recommendations:report_list")
ADD = reverse("recommendations:report_add")
ADOPTED = date(2015, 12, 10)
REPORT = {
    "title": "Corporate parenting",
    "body": "Select Committee",
    "presented_to": "County Council",
    "presented_on-day": "10",
    "presented_on-month": "12",
    "presented_on-year": "2015",
    "response_kind": "none",
    "themes": "Roles\nJoint work\n\n",
}


@pytest.fixture
def clerk(client_as):
    return client_as(Role.DEMOCRATIC_SERVICES)


@pytest.fixture
def theme():
    return ThemeFactory(report=ReportFactory())


@pytest.fixture
def typed(theme):
    return {
        "number": "12",
        "short_title": "Report on care leavers",
        "theme": theme.pk,
        "text": "That a report on care leavers come to the panel.",
        "parts": "A report comes\nIt says who is in work",
        "owner": PostFactory().pk,
        "due_rule": "none",
        "due_precision": "month",
    }


def day(name, on):
    return {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}


def add(report) -> str:
    return reverse("recommendations:recommendation_add", args=[report.pk])


def edit(one) -> str:
    return reverse("recommendations:recommendation_edit", args=[one.pk])


def errors(response) -> list[str]:
    return Page(response.content).texts(".govuk-error-summary li")


def test_report_is_entered_once_with_its_themes(clerk):
    clerk.post(ADD, REPORT)
    clerk.post(ADD, REPORT)

    report = Report.objects.get()
    assert [theme.title for theme in report.themes.all()] == ["Roles", "Joint work"]
    assert report.adopted_on == ADOPTED
    assert open_page(clerk, LIST).texts("main li strong") == ["Corporate parenting"]


@pytest.mark.parametrize("more", [{"body": "Another committee"}, {"themes": "Roles\nOthers"}])
def test_report_sent_again_with_other_words_is_not_taken_for_the_same(clerk, more):
    clerk.post(ADD, REPORT)

    response = clerk.post(ADD, REPORT | more)

    assert errors(response) == [
        "A report of that title and day is entered already. Open it in the list to change it."
    ]
    assert Report.objects.get().body == "Select Committee"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"response_kind": "statutory"}, "Enter the day it was received: the two months begin with it"),
        ({"themes": "x" * 151}, "Keep each line to 150 characters: line 1 is longer"),
        (day("adopted_on", date(2015, 12, 9)), "A report cannot be adopted before it was presented."),
        ({"title": ""}, "Enter the title"),
    ],
)
def test_report_that_makes_no_sense_comes_back(clerk, more, said):
    response = clerk.post(ADD, REPORT | more)

    assert errors(response) == [said]
    assert not Report.objects.exists()


def test_theme_under_which_something_stands_stays(clerk):
    one = RecommendationFactory()
    address = reverse("recommendations:report_edit", args=[one.report_id])

    response = clerk.post(address, REPORT | {"version": "1"})

    assert errors(response)[0].startswith(f"Recommendations stand under “{one.theme}”")
    assert Report.objects.get(pk=one.report_id).title != "Corporate parenting"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (["New", "Part a is done", "Part b is done"], "keeps its place"),
        (["Part b is done", "Part a is done"], "keeps its place"),
        (["Part b is done"], "keeps its place"),
        (["Part a is done", "Part b is done", "New"], None),
        (["Part a is done, at last", "New"], None),
    ],
)
def test_part_that_was_reported_on_never_becomes_another(clerk, parts, said):
    one = RecommendationFactory()
    published(one, says={"a": "done"})

    response = clerk.post(edit(one), stored(clerk, one) | {"parts": "\n".join(parts)})

    texts = list(one.limbs.values_list("text", flat=True))
    assert texts == (["Part a is done", "Part b is done"] if said else parts)
    assert said is None or said in errors(response)[0]


def test_second_of_two_who_change_a_report_is_told_and_may_overrule(clerk):
    report = ReportFactory()
    address = reverse("recommendations:report_edit", args=[report.pk])
    clerk.post(address, REPORT | {"version": "1", "body": "First committee"})

    second = clerk.post(address, REPORT | {"version": "1", "body": "Second committee"})

    page = Page(second.content)
    assert (second.status_code, page.all("input[name=version]")[0].get("value")) == (409, "2")
    assert page.all("input[name=body]")[0].get("value") == "Second committee"
    assert Report.objects.get().body == "First committee"
    clerk.post(address, REPORT | {"version": "2", "body": "Second committee"})
    assert Report.objects.get().body == "Second committee"


@pytest.mark.parametrize(("rule", "is_refused"), [("relative", True), ("date", False)])
def test_day_of_adoption_stays_while_days_are_counted_from_it(clerk, rule, is_refused):
    one = RecommendationFactory(due_rule=rule, due_on=date(2016, 6, 10))
    address = reverse("recommendations:report_edit", args=[one.report_id])
    sent = REPORT | {"version": "1", "themes": one.theme.title, "adopted_on-day": "17"}

    response = clerk.post(address, sent | {"adopted_on-month": "12", "adopted_on-year": "2015"})

    assert (response.status_code == 200) is is_refused
    assert (one.report.adopted_on == Report.objects.get().adopted_on) is is_refused


def test_recommendation_is_entered_with_lettered_parts_and_links(clerk, theme, typed):
    pledge = PledgeThemeFactory()

    clerk.post(add(theme.report), typed | {"pledges": [pledge.pk]})
    clerk.post(add(theme.report), typed | {"pledges": [pledge.pk]})

    one = Recommendation.objects.get()
    assert list(one.limbs.values_list("letter", "text")) == [
        ("a", "A report comes"),
        ("b", "It says who is in work"),
    ]
    assert (list(one.pledges.all()), one.due_rule, one.due_on) == ([pledge], "none", None)


@pytest.mark.parametrize("more", [{"short_title": "Anew"}, {"parts": "A report comes"}, {"pledges": []}])
def test_recommendation_sent_again_with_other_words_is_not_taken_for_the_same(clerk, theme, typed, more):
    first = typed | {"pledges": [PledgeThemeFactory().pk]}
    clerk.post(add(theme.report), first)

    response = clerk.post(add(theme.report), first | more)

    assert errors(response) == ["This report has a recommendation of that number already."]
    one = Recommendation.objects.get()
    assert (one.short_title, one.limbs.count(), one.pledges.count()) == ("Report on care leavers", 2, 1)


@pytest.mark.parametrize(
    ("rule", "more", "expected"),
    [
        ("date", day("due_on", date(2016, 6, 30)), date(2016, 6, 30)),
        ("month", day("due_month", date(2016, 6, 1)), date(2016, 6, 30)),
        (
            "month",
            day("due_month", date(2016, 6, 1)) | {"due_precision": "financial_year"},
            date(2017, 3, 31),
        ),
        ("relative", {"months_after": "6"}, date(2016, 6, 10)),
        ("recurring", {"every_months": "12"}, None),
        ("recurring", {"every_months": "12"} | day("first_due", date(2016, 3, 31)), date(2016, 3, 31)),
        ("event", {"awaited_event": "a new intake"}, None),
        ("continuous", {}, None),
    ],
)
def test_every_due_rule_gives_its_day(clerk, theme, typed, rule, more, expected):
    clerk.post(add(theme.report), typed | {"due_rule": rule} | more)

    one = Recommendation.objects.get()
    assert (one.due_rule, one.due_on) == (rule, expected)


def test_meeting_gives_its_day(clerk, theme, typed):
    meeting = MeetingFactory(on=date(2018, 11, 1))

    clerk.post(add(theme.report), typed | {"due_rule": "meeting", "due_meeting": meeting.pk})

    assert Recommendation.objects.get().due_on == meeting.on


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"due_rule": "date"}, "Enter the day by which it is due"),
        ({"due_rule": "month"}, "Enter any day in the month or period by whose end it is due"),
        ({"due_rule": "relative"}, "Enter how many months after it was adopted"),
        ({"due_rule": "recurring"}, "Enter every how many months it comes back"),
        ({"due_rule": "event"}, "Say what it waits for"),
        ({"due_rule": "meeting"}, "Choose the meeting by which it is due"),
        ({"parts": "\n"}, "Enter the parts, one a line"),
        ({"parts": "\n".join("abcdefghijklmnopqrstuvwxyz1")}, "A recommendation has at most 26 parts."),
    ],
)
def test_what_is_missing_is_asked_for(clerk, theme, typed, more, said):
    response = clerk.post(add(theme.report), typed | more)

    assert errors(response) == [said]
    assert not Recommendation.objects.exists()


def test_number_is_given_once_in_a_report(clerk, theme, typed):
    RecommendationFactory(theme=theme, number=12)

    response = clerk.post(add(theme.report), typed)

    assert errors(response) == ["This report has a recommendation of that number already."]


def stored(client, one) -> dict:
    """What the page's form holds as it stands."""
    root = open_page(client, edit(one)).root
    form = next(form for form in root.forms if form.method == "POST" and "short_title" in form.fields)
    return {name: value for name, value in form.form_values() if name != "csrfmiddlewaretoken"}


def test_saving_the_page_as_it_stands_changes_nothing(clerk):
    one = RecommendationFactory(due_rule="recurring", every_months=12, due_on=date(2016, 3, 31))
    before = Recommendation.objects.filter(pk=one.pk).values().get()

    clerk.post(edit(one), stored(clerk, one))

    after = Recommendation.objects.filter(pk=one.pk).values().get()
    assert after == before | {"version": 2}


def test_part_that_was_reported_on_stays(clerk):
    one = RecommendationFactory()
    published(one, says={"b": "done"})

    response = clerk.post(edit(one), stored(clerk, one) | {"parts": "Only one"})

    assert errors(response) == ["Something was reported about part (b), so it stays. Put its line back."]
    assert list(one.limbs.values_list("letter", flat=True)) == ["a", "b"]


def test_part_of_which_nothing_was_said_can_go(clerk):
    one = RecommendationFactory()

    clerk.post(edit(one), stored(clerk, one) | {"parts": "Only one"})

    assert list(one.limbs.values_list("letter", "text")) == [("a", "Only one")]


def test_first_day_stays_once_a_later_one_was_agreed(clerk):
    one = RecommendationFactory(due_rule="date", due_on=date(2016, 6, 30))
    agreed = {"reason": "Longer.", "agreed_by": "The panel", "agreed_on": date(2016, 6, 1)}
    revise_due(one, due_on=date(2016, 9, 30), version=1, by=officer(), **agreed)

    response = clerk.post(edit(one), stored(clerk, one) | {"due_on-day": "29"})

    assert errors(response)[0].startswith("Its day has been worked with since")
    assert clerk.post(edit(one), stored(clerk, one) | {"short_title": "Anew"}).status_code == 302


def test_second_of_two_officers_is_told_and_may_overrule(clerk):
    one = RecommendationFactory()
    mine = stored(clerk, one) | {"short_title": "Mine"}
    clerk.post(edit(one), stored(clerk, one) | {"short_title": "Theirs"})

    response = clerk.post(edit(one), mine)

    assert response.status_code == 409
    (version,) = Page(response.content).all("main form [name=version]")
    clerk.post(edit(one), mine | {"version": version.get("value")})
    one.refresh_from_db()
    assert one.short_title == "Mine"


@pytest.mark.parametrize("became", [{"on": date(2018, 11, 8)}, {"state": "cancelled", "reason": "Snow."}])
def test_day_set_by_a_meeting_stays_when_words_are_changed_after_it_moved_or_was_cancelled(clerk, became):
    meeting = MeetingFactory(on=date(2018, 11, 1))
    one = RecommendationFactory(due_rule="meeting", due_meeting=meeting, due_on=meeting.on)
    Meeting.objects.filter(pk=meeting.pk).update(**became)

    response = clerk.post(edit(one), stored(clerk, one) | {"short_title": "Anew"})

    assert response.status_code == 302
    one.refresh_from_db()
    assert (one.short_title, one.due_meeting, one.due_on) == ("Anew", meeting, date(2018, 11, 1))


@pytest.mark.parametrize("role", [Role.REPORT_OWNER, Role.PANEL_MEMBER, Role.ADMINISTRATOR])
def test_others_are_refused(client_as, theme, role):
    client = client_as(role)

    assert [client.get(page).status_code for page in (LIST, ADD, add(theme.report))] == [403, 403, 403]


def test_list_says_what_to_do_while_it_is_empty(clerk):
    assert "No report is entered yet" in open_page(clerk, LIST).texts("main h2")
