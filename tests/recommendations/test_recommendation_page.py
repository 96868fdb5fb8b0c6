"""One recommendation as different readers see it: what was asked, what was told, and what it may not show."""

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.auth.models import AnonymousUser

from core.access import Role
from recommendations.evidence import Polarity, Qualifier
from recommendations.exports.recommendation import recommendation_html
from recommendations.models import Classification, Recommendation
from recommendations.readers import readable_classes
from recommendations.report.page import recommendation_page
from recommendations.report.page_words import context_of
from recommendations.status import Impact
from recommendations.updates import UpdateKind
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, MeetingMinutesFactory, MinuteFactory
from tests.factories.people import PostHoldingFactory
from tests.factories.recommendations import (
    DueRevisionFactory,
    RecommendationFactory,
    StrategyOutcomeFactory,
    UpdateFactory,
    closed,
    publish,
    published,
    reopened,
)
from tests.factories.scorecard import FigureFactory, IndicatorFactory
from tests.page import Page, open_page
from tests.pdf_checks import assert_accessible

pytestmark = pytest.mark.django_db
CANARY = "Only a few may read this."
READ_EXEMPT = {Role.PANEL_MEMBER, Role.DEMOCRATIC_SERVICES}
FEBRUARY, AUGUST = date(2017, 2, 28), date(2018, 8, 31)


def address(one: Recommendation) -> str:
    return f"/recommendations/{one.pk}/"


def events(page: Page) -> list[str]:
    return page.texts(".recommendations-timeline h3")


def test_page_asks_and_answers(client):
    one = RecommendationFactory(number=4, short_title="A letter", limbs="ab", finding="Too many.")
    published(
        one,
        says={"a": "done"},
        done_on={"a": date(2016, 3, 31)},
        impact=Impact.WORSE,
        impact_reason="40 more.",
    )

    page = open_page(client, address(one))

    assert page.texts("h1") == [f"Recommendation 4, {one.theme.title}A letter"]
    assert page.texts(".portal-headline") == ["On track 1 of 2 parts done. Did it help? Worse"]
    assert page.texts(".recommendations-limb") == [
        "(a) Part a is done Done on 31 March 2016, shown by evidence",
        "(b) Part b is done Not started The newest update does not mention it.",
    ]
    assert "Worse. 40 more." in page.texts("section[aria-labelledby=helped] p")


@pytest.mark.parametrize(
    ("number", "said"),
    [(None, "The panel’s meeting, 1 November 2018"), (5, "Progress on recommendations, 1 November 2018")],
)
def test_item_is_named_once_its_agenda_was_issued(client, number, said):
    item = AgendaItemFactory(
        meeting__on=date(2018, 11, 1), title="Progress on recommendations", number=number
    )
    one = RecommendationFactory()
    published(one, says={"a": "done"}, item=item)

    page = open_page(client, address(one))

    assert page.texts(".recommendations-timeline a") == [said]
    printed = recommendation_page(Recommendation.objects.all(), AnonymousUser(), AUGUST)
    assert f"<p>{said}</p>" in recommendation_html(printed, AUGUST)


def test_recommendation_that_nobody_reported_on_says_so(client):
    page = open_page(client, address(RecommendationFactory(limbs="a")))

    assert page.texts(".recommendations-limb__note") == ["Nothing has been reported yet."]
    assert page.texts("#figures") == []


def test_register_without_a_recommendation_says_so(client):
    page = open_page(client, "/recommendations/")

    assert page.texts(".portal-empty h2") == ["Nothing is recommended yet"]


@pytest.mark.parametrize("ending", ["", "print/"])
def test_recommendation_that_is_not_there_is_not_found(client, ending):
    assert client.get(f"/recommendations/123456/{ending}").status_code == 404


def with_canary(classification: str) -> Recommendation:
    one = RecommendationFactory(limbs="a")
    update = published(
        one,
        classification=classification,
        text=CANARY,
        reason=CANARY,
        impact=Impact.WORSE,
        impact_reason=CANARY,
        reported_to=CANARY,
        figures=[{"label": CANARY, "value": 7, "unit": "letters", "source": CANARY, "note": CANARY}],
        next_steps=[{"what": CANARY}],
    )
    assert update.recommendation.current_update == update
    return one


def with_note(classification: str) -> Recommendation:
    """Where a part is spoken of in words."""
    one = with_canary(classification)
    update = UpdateFactory(recommendation=one, classification=classification, as_at=AUGUST)
    update.limb_reports.create(limb=one.limbs.get(), status="done", coverage="claimed", note=CANARY)
    update.documents.create(title=CANARY, where=CANARY)
    update.state, update.published_at, update.reported_on = "published", "2018-09-01T09:00Z", AUGUST
    update.save()
    return one


@pytest.mark.parametrize("role", [None, *Role])
def test_exempt_update_is_told_to_exist_and_read_by_few(client, client_as, role):
    one = with_note(Classification.EXEMPT)
    reader = client_as(role) if role else client

    said = reader.get(address(one)).content.decode()

    assert (CANARY in said) is (role in READ_EXEMPT)
    assert ("An update was given that is exempt." in said) is (role not in READ_EXEMPT)


@pytest.mark.parametrize(("role", "reads"), [(Role.MEMBER, False), (Role.PANEL_MEMBER, True)])
def test_paper_keeps_what_its_page_keeps(user_as, role, reads):
    one = with_note(Classification.EXEMPT)
    page = recommendation_page(Recommendation.objects.filter(pk=one.pk), user_as(role), AUGUST)

    assert (CANARY in recommendation_html(page, AUGUST)) is reads


@pytest.mark.parametrize("role", [None, *Role])
def test_update_for_people_with_a_sign_in_is_nothing_to_the_public(client, client_as, role):
    one = with_note(Classification.MEMBERS)
    reader = client_as(role) if role else client

    page = open_page(reader, address(one))

    assert (CANARY in page.root.text_content()) is (role is not None)
    assert len(events(page)) == (3 if role else 1)


@pytest.mark.parametrize("role", [None, Role.MEMBER, Role.PANEL_MEMBER])
def test_what_was_corrected_for_fewer_readers_is_kept_from_the_others(client, client_as, role):
    """Twice corrected: what everybody could read at first goes with the last correction."""
    one = RecommendationFactory(limbs="a")
    first = published(one, text="Once", next_steps=[{"what": CANARY}])
    second = published(one, text=CANARY, kind=UpdateKind.CORRECTION, supersedes=first)
    published(
        one,
        text="Nobody is named.",
        kind=UpdateKind.CORRECTION,
        supersedes=second,
        classification=Classification.EXEMPT,
    )

    reader = client_as(role) if role else client
    said = reader.get(address(one)).content.decode()

    assert (CANARY in said) is (role in READ_EXEMPT)
    assert ("no longer for everybody" in said) is (role not in READ_EXEMPT)


@pytest.mark.parametrize(("holds", "reads"), [("owner", True), ("partner", True), ("another", False)])
def test_post_that_answers_for_it_reads_what_is_exempt(user_as, holds, reads):
    one, other = RecommendationFactory(), RecommendationFactory()
    one.partners.add(other.owner)
    post = {"owner": one.owner, "partner": other.owner, "another": RecommendationFactory().owner}[holds]
    user = user_as(Role.REPORT_OWNER)
    PostHoldingFactory(post=post, user=user)

    assert (Classification.EXEMPT in readable_classes(user, one)) is reads


def test_newest_status_is_not_pinned_on_what_an_older_update_said(client, client_as):
    """The status of a part comes from an exempt update: the note of the one before says nothing of it."""
    one = RecommendationFactory(limbs="a")
    noted(one, date(2017, 2, 28), "on_track", "Half a day is planned")
    noted(one, AUGUST, "slipped", CANARY, classification=Classification.EXEMPT)

    public = open_page(client, address(one)).texts(".recommendations-limb")
    member = open_page(client_as(Role.PANEL_MEMBER), address(one)).texts(".recommendations-limb")
    paper = recommendation_page(Recommendation.objects.all(), AnonymousUser(), AUGUST)

    assert public == ["(a) Part a is done Slipped What the newest update says of it is not for everybody."]
    assert member == [f"(a) Part a is done Slipped, said, without evidence {CANARY} (August 2018)"]
    assert "Half a day" not in recommendation_html(paper, AUGUST).partition("What happened")[0]


def noted(one, as_at, status, note, **fields) -> None:
    update = UpdateFactory(recommendation=one, as_at=as_at, **fields)
    update.limb_reports.create(limb=one.limbs.get(), status=status, coverage="claimed", note=note)
    publish(update)


def test_closing_and_reopening_name_their_minutes_once_drawn(client):
    one = RecommendationFactory(limbs="a")
    closure = closed(one, on=date(2018, 9, 20))
    reopened(closure, on=date(2018, 11, 1), due_on=date(2019, 3, 31), limbs="a")
    item = closure.resolution.item
    minute = MinuteFactory(record=MeetingMinutesFactory(meeting=item.meeting), number=104, series="1")
    minute.items.add(item)

    page = open_page(client, address(one))

    assert [words.endswith("2018, minute 104") for words in page.texts(".recommendations-timeline a")] == [
        False,
        True,
    ]
    printed = recommendation_page(Recommendation.objects.all(), AnonymousUser(), AUGUST)
    assert "20 September 2018, minute 104</p>" in recommendation_html(printed, AUGUST)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2019, 7, 25), "The panel hears of it on 25 July 2019."),
        (date(2019, 7, 26), "The panel was to hear of it on 25 July 2019."),
    ],
)
def test_meeting_that_has_gone_is_not_told_as_to_come(today, said):
    MeetingFactory(on=date(2019, 7, 25), state="held")
    RecommendationFactory(due_rule="date", due_on=date(2019, 6, 30))

    page = recommendation_page(Recommendation.objects.all(), AnonymousUser(), today)

    assert context_of(page)["hears"] == said


def test_page_says_when_a_figure_went_the_other_way_than_its_owner_says(client):
    one = grew(10, 25, polarity=Polarity.LOWER)
    published(one, as_at=date(2018, 10, 31), impact=Impact.IMPROVED, impact_reason="We think so.")

    page = open_page(client, address(one))

    assert page.texts("section[aria-labelledby=helped] p")[:2] == [
        "Improved. We think so.",
        "A figure below went the other way since.",
    ]


def test_post_alone_is_no_right_to_read_what_is_exempt(user_as):
    one = RecommendationFactory()
    user = user_as(Role.MEMBER)
    PostHoldingFactory(post=one.owner, user=user)

    assert Classification.EXEMPT not in readable_classes(user, one)


def test_draft_is_on_no_page(client_as):
    one = RecommendationFactory()
    UpdateFactory(recommendation=one, text=CANARY)

    page = open_page(client_as(Role.DEMOCRATIC_SERVICES), address(one))

    assert CANARY not in page.root.text_content()


def test_everything_that_happened_stands_in_its_place(client):
    one = RecommendationFactory(
        limbs="a",
        due_rule="date",
        due_on=date(2016, 12, 31),
        response="accepted",
        response_by="County Council",
        response_on=date(2016, 2, 1),
    )
    DueRevisionFactory(recommendation=one, due_on=date(2017, 6, 30), agreed_on=date(2017, 1, 10))
    published(one, says={"a": "done"}, as_at=FEBRUARY)
    reopened(closed(one, on=date(2017, 5, 19)), on=date(2018, 11, 1), due_on=date(2019, 3, 31), limbs="a")

    page = open_page(client, address(one))

    assert events(page) == [
        "1 November 2018: Taken up again by the panel, due by 31 March 2019",
        "19 May 2017: Closed by the panel: implemented (provisional, until the minutes are approved)",
        "February 2017: Progress",
        "10 January 2017: A later day was agreed: 30 June 2017",
        "1 February 2016: Accepted by the County Council",
        "10 December 2015: Corporate Parenting Select Committee recommended it to the County Council",
    ]


def test_later_day_says_how_late_it_was_already(client):
    one = RecommendationFactory(due_rule="date", due_on=date(2016, 12, 31))
    DueRevisionFactory(recommendation=one, due_on=date(2017, 6, 30), agreed_on=date(2017, 1, 10))

    page = open_page(client, address(one))

    assert page.texts(".recommendations-timeline .govuk-body") == [
        "The partner asked for longer. Agreed by Corporate Parenting Panel. It was 10 days overdue by then."
    ]
    assert page.texts("#who ~ dl dd .portal-table__detail") == [
        "First set for 31 December 2016, 181 days earlier"
    ]


def test_corrected_update_stays_and_says_that_it_was_corrected(client):
    one = RecommendationFactory(limbs="a")
    wrong = published(one, says={"a": "done"}, figures=[{"value": 7, "unit": "letters"}])
    published(
        one,
        kind=UpdateKind.CORRECTION,
        supersedes=wrong,
        says={"a": "on_track"},
        reported_on=date(2017, 3, 9),
        figures=[{"value": 8, "unit": "letters"}],
    )

    page = open_page(client, address(one))

    assert page.texts(".meetings-caution") == ["Corrected on 9 March 2017: what counts is the correction."]
    assert page.texts("#figures ~ table td[data-label=Figure]") == ["8 letters"]
    assert len(events(page)) == 3


# -- figures


def told(*figures: dict, unit: str = "letters") -> Recommendation:
    one = RecommendationFactory(limbs="a")
    for figure in figures:
        published(one, as_at=figure.get("as_at", FEBRUARY), figures=[{"unit": unit} | figure])
    return one


def grew(*values: int, unit="letters", polarity=Polarity.LOWER) -> Recommendation:
    days = (date(2016, 4, 30), date(2016, 10, 31), AUGUST)
    return told(
        *(
            {"value": value, "as_at": day, "polarity": polarity, "precision": "month"}
            for value, day in zip(values, days, strict=False)
        ),
        unit=unit,
    )


def figures(page: Page) -> list[str]:
    return page.texts("td[data-label=Figure]")


def test_series_tells_what_came_of_it_and_draws_it(client):
    page = open_page(client, address(grew(1254, 1294, 1329)))

    assert page.texts("figcaption") == [
        "Children. Up 75 (6.0%), worse: 1,254 letters (April 2016), 1,329 letters (August 2018)."
    ]
    assert len(page.all("figure svg")) == 2
    assert figures(page) == ["1,254 letters", "1,294 letters", "1,329 letters"]


@pytest.mark.parametrize(
    ("polarity", "values", "finding"),
    [
        (Polarity.HIGHER, (10, 15), "Up 5 (50.0%), better: "),
        (Polarity.NEUTRAL, (10, 15), "Up 5 (50.0%): "),
        (Polarity.LOWER, (25, 10), "Down 15 (60.0%), better: "),
        (Polarity.LOWER, (10, 10), "No change: "),
        (Polarity.LOWER, (0, 14), "Up 14, worse: "),
    ],
)
def test_which_way_is_better_is_the_figures_own(client, polarity, values, finding):
    page = open_page(client, address(grew(*values, polarity=polarity)))

    assert page.texts("figcaption")[0].removeprefix("Children. ").startswith(finding)


def test_floor_is_shown_and_never_compared_or_drawn(client):
    one = told(
        {"value": 1254, "as_at": FEBRUARY},
        {"value": 1200, "as_at": AUGUST, "qualifier": Qualifier.MORE_THAN},
    )

    page = open_page(client, address(one))

    assert (figures(page), page.all("figure")) == (["1,254 letters", "more than 1,200 letters"], [])


def test_two_figures_of_one_day_are_both_shown_and_marked(client):
    one = told(
        {"value": Decimal("93.1"), "source": "Scorecard"},
        {"value": Decimal("94"), "source": "Annual report"},
        unit="%",
    )

    page = open_page(client, address(one))

    assert figures(page) == ["93.1%", "94%"]
    assert (
        page.texts("#figures ~ table .meetings-caution")
        == ["Another figure of the same day says otherwise. Both are shown."] * 2
    )
    assert page.all("figure") == []


@pytest.mark.parametrize(
    ("role", "seen", "drawn"),
    [
        (None, ["12 children", "5 or fewer children"], False),
        (Role.PANEL_MEMBER, ["12 children", "5 or fewer children"], False),
        (Role.REPORT_OWNER, ["12 children", "4 children"], True),
        (Role.DEMOCRATIC_SERVICES, ["12 children", "4 children"], True),
    ],
)
def test_few_children_are_counted_out_to_officers_alone(client, client_as, role, seen, drawn):
    reader = client_as(role) if role else client

    page = open_page(reader, address(grew(12, 4, unit="children")))

    assert (figures(page), bool(page.all("figure"))) == (seen, drawn)


def test_missing_figure_is_no_nought(client):
    page = open_page(client, address(told({"value": None})))

    assert figures(page) == ["No figure"]


# -- what it is tied to


def test_scorecard_stands_beside_the_deed_for_whoever_may_read_it(client, client_as):
    one = RecommendationFactory()
    indicator = IndicatorFactory(name="Children placed here", unit="count", decimals=0)
    FigureFactory(indicator=indicator, value=1329, period__ends_on=AUGUST)
    one.indicators.add(indicator)

    inside = open_page(client_as(Role.MEMBER), address(one))
    outside = open_page(client, address(one))

    assert "1,329 in August 2018" in inside.texts(".recommendations-linked__headline")[0]
    assert inside.links(".recommendations-linked a") == [f"/scorecard/indicators/{indicator.code}/"]
    assert outside.all(".recommendations-linked") == []


def test_page_leads_to_the_strategy_and_back(client):
    outcome = StrategyOutcomeFactory(number=3, question__number=7)
    one = RecommendationFactory()
    one.outcomes.add(outcome)

    there = open_page(client, address(one)).links("#who ~ dl a")
    back = open_page(client, "/recommendations/strategy/").links(".recommendations-outcome a")

    assert there == ["/recommendations/strategy/#q7-3"]
    assert back == [address(one)]


def test_who_holds_the_post_is_for_people_with_a_sign_in(client, client_as):
    one = RecommendationFactory()
    PostHoldingFactory(post=one.owner, user__name="Ada Brown", starts_on=date(2018, 6, 1))

    detail = "#who ~ dl .portal-table__detail"
    assert open_page(client_as(Role.MEMBER), address(one)).texts(detail) == ["Ada Brown, from 1 June 2018"]
    assert open_page(client, address(one)).texts(detail) == []


def test_page_asks_as_often_for_three_updates_as_for_one(client, django_assert_num_queries):
    one = RecommendationFactory()
    published(one, says={"a": "on_track"}, figures=[{"value": 1}])
    with django_assert_num_queries(26):
        client.get(address(one))

    published(one, says={"b": "on_track"}, figures=[{"value": 2}, {"value": 3}], as_at=AUGUST)
    published(one, says={"b": "done"}, figures=[{"value": 4}], as_at=date(2018, 9, 30))
    with django_assert_num_queries(26):
        client.get(address(one))


def test_chart_on_paper_stands_with_its_sentence():
    grew(1254, 1294, 1329)
    page = recommendation_page(Recommendation.objects.all(), AnonymousUser(), AUGUST)

    html = recommendation_html(page, AUGUST)

    figure = html.partition("<figure")[2].partition("</figure>")[0]
    assert ("<figcaption><strong>Children.</strong> Up 75 (6.0%), worse" in figure, "<svg" in figure) == (
        True,
        True,
    )


@pytest.mark.pdf
def test_recommendation_is_printed_tagged(client):
    one = grew(1254, 1294, 1329)

    assert_accessible(client.get(f"{address(one)}print/").content)
