"""The paper "Progress to date": in the report's order, silent parts named, nothing shown that is held back."""

from datetime import date

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.pdf import html_of
from meetings.papers import NothingToShow, source_of
from recommendations.exports.progress import progress_pdf
from recommendations.report.progress_paper import progress_context
from tests.factories.meetings import MeetingFactory
from tests.factories.recommendations import (
    RecommendationFactory,
    ReportFactory,
    ThemeFactory,
    closed,
    published,
)
from tests.page import open_page
from tests.pdf_checks import assert_accessible

pytestmark = pytest.mark.django_db
PAGE = reverse("recommendations:progress_read")
FEBRUARY, AUGUST = date(2017, 2, 28), date(2017, 8, 31)
TODAY = date(2018, 11, 1)
CHILDREN = {
    "label": "Children placed by others",
    "unit": "children",
    "polarity": "lower",
    "precision": "month",
}


@pytest.fixture
def theme():
    return ThemeFactory(report=ReportFactory(), position=1, title="Roles and duties")


def entries(**how):
    return [entry for _, group in progress_context(TODAY, **how)["paper"]["themes"] for entry in group]


def test_recommendations_stand_in_the_order_of_the_report(theme):
    later = ThemeFactory(report=theme.report, position=2, title="Joint work")
    for one, number in ((later, 9), (theme, 4), (theme, 1)):
        RecommendationFactory(theme=one, number=number, short_title=f"Title {number}")

    page = open_page(Client(), PAGE)

    assert page.texts("main h2")[-2:] == ["Roles and duties", "Joint work"]
    assert page.texts("main h3") == ["1. Title 1", "4. Title 4", "9. Title 9"]


def test_entry_says_what_was_asked_what_was_done_and_what_is_silent(theme):
    one = RecommendationFactory(theme=theme, number=4, text="That the council write to the Minister.")
    figures = [
        CHILDREN | {"value": 1294, "as_at": date(2016, 10, 31)},
        CHILDREN | {"value": 3, "as_at": FEBRUARY},
    ]
    published(
        one,
        says={"a": "done"},
        text="A letter went out.",
        figures=figures,
        next_steps=[{"what": "Ask again", "by": date(2017, 4, 30)}],
    )

    said = open_page(Client(), PAGE).texts(".progress-entry")[0]

    for words in (
        "That the council write to the Minister.",
        "Progress to date (February 2017)",
        "A letter went out.",
        "(a) Part a is done: done",
        "(b) Part b is done: not started, not mentioned in this update",
        "Children placed by others: 1,294 children (October 2016)",
        "Children placed by others: 5 or fewer children (February 2017)",
        "Ask again, by April 2017",
    ):
        assert words in said


def test_figure_that_got_worse_stands_beside_the_deed(theme):
    one = RecommendationFactory(theme=theme, limbs="a")
    first = CHILDREN | {"value": 1254, "as_at": date(2016, 4, 30)}
    published(one, says={"a": "done"}, figures=[first], impact="worse", impact_reason="Up.")
    published(one, figures=[CHILDREN | {"value": 1329, "as_at": AUGUST}], as_at=AUGUST, impact="worse")

    said = open_page(Client(), PAGE).texts(".progress-entry")[0]

    assert "Did it help? Worse." in said
    assert "Up 75 (6.0%), worse: 1,254 children (April 2016), 1,329 children (August 2017)" in said


@pytest.mark.parametrize("classification", ["members", "exempt"])
def test_what_is_not_for_the_public_is_held_back_and_said_to_be(theme, classification):
    one = RecommendationFactory(theme=theme)
    published(one, says={"a": "on_track"}, text="For everybody.", as_at=FEBRUARY)
    published(one, says={"b": "on_track"}, text="The secret.", as_at=AUGUST, classification=classification)

    (entry,) = entries()
    page = open_page(Client(), PAGE)

    assert (entry.update.text, entry.held_back) == (
        "For everybody.",
        "The newest update is not for the public.",
    )
    assert "The secret." not in page.root.text_content()
    assert "For everybody." in page.root.text_content()


def test_recommendation_without_an_update_says_so(theme):
    RecommendationFactory(theme=theme)

    assert "Nothing has been reported yet." in open_page(Client(), PAGE).texts(".progress-entry")[0]


def test_nil_return_gives_its_reason(theme):
    published(RecommendationFactory(theme=theme), kind="nil", text="", reason="Nobody in post.")

    said = open_page(Client(), PAGE).texts(".progress-entry")[0]

    assert "Nothing to report. Why there is nothing to report: Nobody in post." in said


def test_correction_stands_in_the_place_of_what_it_corrects(theme):
    wrong = published(RecommendationFactory(theme=theme), says={"a": "done"}, text="Wrong.")
    published(wrong.recommendation, kind="correction", supersedes=wrong, says={"a": "slipped"}, text="Right.")

    assert [entry.update.text for entry in entries()] == ["Right."]


@pytest.mark.parametrize(("reported_on", "is_new"), [(TODAY, True), (date(2018, 9, 19), False)])
def test_update_reported_to_this_meeting_is_new(theme, reported_on, is_new):
    published(RecommendationFactory(theme=theme), says={"a": "done"}, reported_on=reported_on)

    assert [entry.is_new for entry in entries(meeting_on=TODAY)] == [is_new]


def test_overdue_and_quiet_ones_are_named_first(theme):
    late = RecommendationFactory(theme=theme, due_rule="date", due_on=date(2018, 10, 31))
    done_with = RecommendationFactory(theme=theme, due_rule="date", due_on=date(2018, 10, 31))
    closed(done_with, on=date(2018, 9, 19))
    fresh = published(RecommendationFactory(theme=theme), says={"a": "done"}, as_at=date(2018, 9, 30))

    context = progress_context(TODAY)["paper"]

    assert [line.row.recommendation for line in context["late"]] == [late]
    assert [line.row.recommendation for line in context["quiet"]] == [late]
    assert fresh.recommendation not in [line.row.recommendation for line in context["quiet"]]


def test_empty_portal_has_an_empty_paper():
    assert "No recommendation is in the portal yet." in open_page(Client(), PAGE).texts("main p")


def test_paper_of_a_meeting_is_the_same_as_the_page(theme):
    published(RecommendationFactory(theme=theme), says={"a": "done"}, reported_on=TODAY)
    meeting = MeetingFactory(on=TODAY)

    context = source_of("recommendations").context(meeting)

    assert context == progress_context(TODAY, TODAY)
    assert context["title"] == "Progress to date on recommendations, 1 November 2018"
    assert source_of("recommendations").kept(meeting) is None


def test_meeting_without_any_recommendation_has_no_such_paper():
    with pytest.raises(NothingToShow, match="enter the report first"):
        source_of("recommendations").context(MeetingFactory(on=TODAY))


def test_page_of_the_meetings_paper_and_its_pdf_are_drawn_from_the_same(theme):
    published(RecommendationFactory(theme=theme), says={"a": "done"}, text="A letter went out.")
    source = source_of("recommendations")
    context = source.context(MeetingFactory(on=TODAY))

    on_page = render_to_string(source.fragment, {"paper": context["paper"]})
    on_paper = html_of(source.template, context, title=context["title"])

    assert "A letter went out." in on_page
    assert on_page.strip() in on_paper


@pytest.mark.pdf
def test_paper_is_an_accessible_pdf(theme):
    one = RecommendationFactory(theme=theme)
    published(one, says={"a": "done"}, figures=[CHILDREN | {"value": 1294, "as_at": FEBRUARY}])

    assert_accessible(progress_pdf(TODAY))


def test_same_number_of_queries_for_one_and_three(theme):
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            Client().get(PAGE)
        return len(found)

    def add() -> None:
        figures = [CHILDREN | {"value": 1294, "as_at": FEBRUARY}]
        published(RecommendationFactory(theme=theme), says={"a": "done"}, figures=figures)

    add()
    for_one = queries()
    add()
    add()

    assert queries() == for_one
