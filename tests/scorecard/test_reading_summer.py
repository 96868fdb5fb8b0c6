"""The scorecard's pages of the summer of 2018, as the council printed its figures; who may read them."""

from collections.abc import Iterator
from urllib.parse import parse_qsl

import pytest
from django.test import Client

from core.access import Role
from tests.factories.scorecard import IndicatorFactory
from tests.page import open_page, text_of
from tests.scorecard.summer import load_summer_of_2018
from tests.scorecard.test_reading_views import EVIL, rows
from tests.worlds import shared_world

pytestmark = pytest.mark.django_db
MONTH, INDICATOR = "/scorecard/?month=2018-08", "/scorecard/indicators/CIC03/?month=2018-08"
ASKED = "population=exc_uasc&compare=previous_panel&q=CODE+a&section=Health&rating=missed&direction=improved"
ADDRESSES = [MONTH, INDICATOR, "/scorecard/2018-08.csv"]


@pytest.fixture(scope="module")
def summer_of_2018(django_db_setup, django_db_blocker) -> Iterator[None]:
    with shared_world(django_db_blocker):
        load_summer_of_2018()
        yield


@pytest.fixture
def member(client_as) -> Client:
    return client_as(Role.PANEL_MEMBER)


def test_august_2018_stands_on_the_page_as_printed(summer_of_2018, member):
    page = open_page(member, MONTH)

    assert page.texts("h1") == ["Children in care scorecard, August 2018"]
    assert page.texts(".portal-headline") == [
        "13 of the 24 rated indicators met their target in August 2018, and none missed its floor standard."
    ]
    assert page.texts(".scorecard-counts a") == ["13 Green", "11 Amber", "0 Red", "24 Not rated"]
    assert page.texts("h2") == [
        "Since the previous panel report (June 2018)",
        "All 48 indicators",
        "How to read this page",
    ]
    assert rows(page)["CIC03"] == {
        "name": "% of CIC for 18 months and allocated to the same worker for the last 12 months 496 of 1,040",
        "figure": "47.7%",
        "target": "60",
        "floor": "45",
        "rating": "Amber",
        "travel": "down 0.9 points, worsened",
        "line": "",
        "benchmark": "",
    }
    assert len(rows(page)) == 48


def test_changes_since_the_panel_last_met_are_told_in_sentences(summer_of_2018, member):
    told = open_page(member, MONTH).texts(".scorecard-since > li")

    assert told[:2] == [
        "One rating changed: Ave. no of days between court authority to place a child and the decision on a match "
        "went from green to amber, 112.0 to 121.7 days (target 121 days).",
        "Of 11 amber indicators seven moved towards their targets and four moved away.",
    ]
    assert told[2].startswith("Four of them look different when compared with July 2018")


def test_page_says_which_figures_it_compares_with_were_made_up(summer_of_2018, member):
    page = open_page(member, f"{MONTH}&compare=previous_panel")

    assert page.texts(".scorecard-ways") == [
        "Since June 2018: 12 improved, 11 worsened, 1 unchanged, of 24 rated. "
        "36 of the 46 June 2018 figures compared with are illustrative."
    ]
    shown = rows(page)
    assert shown["CIC01"]["travel"] == "down 0.2 points from an illustrative figure, worsened"
    assert shown["CIC03"]["travel"] == "down 0.7 points, worsened"
    (told,) = open_page(member, MONTH).texts("#since + p")
    assert told.endswith("used here. 36 of the 46 June 2018 figures compared with are illustrative.")


def test_page_says_who_saw_it_and_what_is_not_real(summer_of_2018, member):
    assert open_page(member, MONTH).texts(".portal-facts") == [
        "Reported to the panel on 1 November 2018. Final figures. All floor standards are illustrative."
    ]


def test_indicator_without_a_figure_says_so_and_why(summer_of_2018, member):
    shown = rows(open_page(member, MONTH))

    assert {code: shown[code]["figure"] for code in ("CIC20", "CIC21")} == dict.fromkeys(
        ("CIC20", "CIC21"), "No figure: not available"
    )


def test_short_forms_are_written_out_once(summer_of_2018, member):
    page = open_page(member, MONTH)

    assert "CIC child or children in care" in page.texts(".scorecard-key__list--columns > div")
    assert text_of(page.root).count("child or children in care") == 1


@pytest.mark.parametrize(
    ("asked", "number"),
    [("rating=amber", 11), ("rating=green", 13), ("rating=red", 0), ("rating=not_rated", 24)],
)
def test_each_count_leads_to_as_many_rows(summer_of_2018, member, asked, number):
    page = open_page(member, MONTH)
    (link,) = [link for link in page.links(".scorecard-counts a") if asked in link]

    narrowed = open_page(member, f"/scorecard/{link}")

    assert len(rows(narrowed)) == number
    assert narrowed.texts(".scorecard-counts a[aria-current]") == [
        next(text for text in page.texts(".scorecard-counts a") if text.startswith(f"{number} "))
    ]


def test_sentences_lead_to_the_indicators_they_count(summer_of_2018, member):
    page = open_page(member, MONTH)
    links = {a.text_content(): a.get("href") for a in page.all(".scorecard-since a")}

    found = {
        words: len(rows(open_page(member, f"/scorecard/{links[words]}")))
        for words in ("seven moved towards their targets", "four moved away")
    }

    assert found == {"seven moved towards their targets": 7, "four moved away": 4}


def test_ways_since_the_baseline_lead_to_as_many_rows(summer_of_2018, member):
    page = open_page(member, f"{MONTH}&rating=amber")

    assert page.texts(".scorecard-ways") == [
        "Since July 2018: 8 improved, 13 worsened, 3 unchanged, of 24 rated."
    ]
    assert [
        len(rows(open_page(member, f"/scorecard/{link}"))) for link in page.links(".scorecard-ways a")
    ] == [
        8,
        13,
        3,
    ]


def test_children_without_earlier_figures_are_told_so_once(summer_of_2018, member):
    page = open_page(member, f"{MONTH}&population=exc_uasc")

    assert page.texts("section[aria-labelledby=since] p")[1:] == [
        "There are no figures for these children for June 2018, so nothing can be compared."
    ]
    assert page.all(".scorecard-ways") == []
    assert {cells["travel"] for cells in rows(page).values()} == {"not compared", ""}


def test_filters_and_comparison_can_be_shared_as_a_link(summer_of_2018, member):
    page = open_page(
        member, f"{MONTH}&compare=previous_panel&section=Health&rating=amber&direction=improved&q=iha"
    )

    assert page.texts("h2")[1] == (
        "1 amber indicator in Health that improved since June 2018 with “iha” in name or definition"
    )
    assert page.texts("head > title") == [
        "1 amber indicator in Health that improved since June 2018 with “iha” in name or definition, "
        "Children in care scorecard, August 2018 - Corporate Parenting Panel"
    ]
    assert list(rows(page)) == ["CIC22"]
    assert page.texts("thead th")[5] == "Since June 2018"
    assert page.all("details.scorecard-find")[0].get("open") is not None
    assert [option.get("value") for option in page.all(".scorecard-find option[selected]")] == [
        "Health",
        "amber",
        "improved",
    ]


def test_words_of_the_definition_find_an_indicator(summer_of_2018, member):
    page = open_page(member, f"{MONTH}&q=two+years+before")

    assert list(rows(page)) == ["CIC12"]
    assert "two years before" not in rows(page)["CIC12"]["name"]


def test_find_form_keeps_month_population_and_comparison(summer_of_2018, member):
    page = open_page(member, f"{MONTH}&population=exc_uasc&compare=previous_panel&rating=amber")

    assert {
        field.get("name"): field.get("value") for field in page.all(".scorecard-find input[type=hidden]")
    } == {"month": "2018-08", "population": "exc_uasc", "compare": "previous_panel"}


def test_month_picker_keeps_everything_else_that_was_asked_for(summer_of_2018, member):
    page = open_page(member, f"{MONTH}&{ASKED}")

    assert {
        field.get("name"): field.get("value") for field in page.all(".scorecard-month input[type=hidden]")
    } == dict(parse_qsl(ASKED))


def test_way_to_an_indicator_and_back_loses_nothing(summer_of_2018, member):
    asked = "month=2018-08&compare=previous_panel&q=iha&section=Health&rating=missed&direction=improved"
    (link,) = open_page(member, f"/scorecard/?{asked}").links("tr.scorecard-row a")
    indicator = open_page(member, link)

    (back,) = indicator.links(".govuk-breadcrumbs a")
    assert link.partition("?")[0] == "/scorecard/indicators/CIC22/"
    assert dict(parse_qsl(back.partition("?")[2])) == dict(parse_qsl(asked))
    assert all(
        dict(parse_qsl(beside.partition("?")[2])) == dict(parse_qsl(asked))
        for beside in indicator.links(".govuk-pagination a")
    )


def test_population_switch_shows_the_other_children(summer_of_2018, member):
    page = open_page(member, f"{MONTH}&population=exc_uasc")

    assert rows(page)["CIC03"]["figure"] == "47.8%"
    assert page.texts("nav[aria-label='Which children'] a[aria-current]") == [
        "Excluding unaccompanied asylum-seeking children"
    ]
    assert page.links("tr.scorecard-row a")[0].endswith("month=2018-08&population=exc_uasc")


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ("rating=purple", "There is no rating called “purple”. Indicators of every rating are shown."),
        ("population=pets", "There is no group of children called “pets”. All children are shown."),
        ("compare=ever", "August 2018 cannot be compared with “ever”. It is compared with July 2018."),
        (f"rating={EVIL}", f"There is no rating called “{EVIL}”. Indicators of every rating are shown."),
    ],
)
def test_wrong_value_is_said_plainly_and_everything_shown(summer_of_2018, member, asked, problem):
    page = open_page(member, f"{MONTH}&{asked.replace('& ', '%26 ')}")

    assert page.texts(".govuk-inset-text") == [problem]
    assert len(rows(page)) == 48


def test_filter_that_nothing_fits_offers_the_way_back(summer_of_2018, member):
    page = open_page(member, f"{MONTH}&q=zebra")

    assert page.texts(".portal-empty h2") == ["Nothing fits all of this"]
    (back,) = page.links(".portal-empty a")
    assert len(rows(open_page(member, f"/scorecard/{back}"))) == 48


@pytest.mark.parametrize("address", ["/scorecard/?month=2018-05", "/scorecard/?month=august"])
def test_month_without_figures_is_not_found_and_says_which_is_the_latest(summer_of_2018, member, address):
    page = open_page(member, address, 404)

    assert page.texts("h1") == ["There are no figures for that month"]
    assert page.links("main a") == ["/scorecard/?month=2018-08"]


def test_indicator_page_tells_the_whole_of_one_indicator(summer_of_2018, member):
    page = open_page(member, INDICATOR)

    assert page.texts("head > title") == [
        "% of CIC for 18 months and allocated to the same worker for the last 12 months, August 2018 "
        "- Corporate Parenting Panel"
    ]
    assert page.texts(".portal-headline") == [
        "Amber 47.7% in August 2018, amber: 12.3 points below the target of 60%. "
        "Down 0.9 points since July 2018, worsened."
    ]
    assert page.texts(".govuk-breadcrumbs a") == ["Scorecard, August 2018"]
    assert page.texts("h2") == [
        "Is it noise?",
        "How it is counted",
        "Why it is amber",
        "How others do",
        "Month by month",
        "History of targets",
    ]
    assert [svg.get("class") for svg in page.all("figure > svg")] == [
        "chart chart--wide",
        "chart chart--narrow",
    ]


def test_indicator_page_has_a_row_for_every_month(summer_of_2018, member):
    months = open_page(member, INDICATOR).all(".scorecard-figures tbody tr")

    assert [[text_of(cell) for cell in row] for row in months] == [
        [
            "August 2018",
            "47.7%",
            "496",
            "1,040",
            "60",
            "45",
            "Amber",
            "down 0.9 points, worsened",
            "47.8",
            "",
        ],
        ["July 2018", "48.6%", "", "", "60", "45", "Amber", "up 0.2 points, improved", "", ""],
        [
            "June 2018",
            "48.4%",
            "",
            "",
            "60",
            "45",
            "Amber",
            "no figure for May 2018 to compare with",
            "",
            "",
        ],
    ]


def test_indicator_page_leads_to_its_neighbours_and_keeps_month_and_population(summer_of_2018, member):
    page = open_page(member, "/scorecard/indicators/CIC03/?month=2018-07&population=exc_uasc")

    assert page.links(".govuk-pagination a") == [
        "/scorecard/indicators/CIC02/?month=2018-07&population=exc_uasc",
        "/scorecard/indicators/CIC04/?month=2018-07&population=exc_uasc",
    ]
    assert page.links(".govuk-breadcrumbs a") == ["/scorecard/?month=2018-07&population=exc_uasc"]


@pytest.mark.parametrize(("code", "neighbours"), [("CIC01", ["CIC02"]), ("CIC48", ["CIC47"])])
def test_first_and_last_indicator_have_one_neighbour(summer_of_2018, member, code, neighbours):
    page = open_page(member, f"/scorecard/indicators/{code}/")

    found = [link.split("/")[3] for link in page.links(".govuk-pagination a")]
    assert found == neighbours


def test_indicator_that_never_had_a_figure_has_no_chart(summer_of_2018, member):
    IndicatorFactory(code="CIC99", is_kpi=False, order=99)

    page = open_page(member, "/scorecard/indicators/CIC99/?month=2018-08")

    assert page.texts(".portal-headline") == ["Not rated No figure for August 2018: not reported."]
    assert page.all("figure") == []
    assert page.texts("section[aria-labelledby=targets] p") == [
        "This is an activity measure. It is shown for information, so no target is set."
    ]


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/scorecard/indicators/CIC99/", "We cannot find that page"),
        ("/scorecard/indicators/CIC03/?month=1999-01", "There are no figures for that month"),
        ("/scorecard/2018-08.exe", "We cannot find that page"),
        ("/scorecard/2018-13.csv", "We cannot find that page"),
        ("/scorecard/1999-01.csv", "There are no figures for that month"),
    ],
)
def test_what_does_not_exist_is_not_found(summer_of_2018, member, address, heading):
    assert open_page(member, address, 404).texts("h1") == [heading]


@pytest.mark.parametrize(
    ("extension", "kind", "disposition"),
    [("csv", "text/csv; charset=utf-8", "attachment"), ("json", "application/json", "attachment")],
)
def test_file_of_the_month_is_named_for_it(summer_of_2018, member, extension, kind, disposition):
    response = member.get(f"/scorecard/2018-08.{extension}?population=exc_uasc&rating=red")

    assert response["Content-Type"] == kind
    assert response["Content-Disposition"] == (
        f'{disposition}; filename="children-in-care-scorecard-2018-08.{extension}"'
    )
    assert response.content.count(b"CIC") >= 48


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("role", Role)
def test_every_role_may_read(summer_of_2018, client_as, role, address):
    assert client_as(role).get(address).status_code == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_account_without_a_role_is_refused(summer_of_2018, client_as, address):
    assert client_as().get(address).status_code == 403


@pytest.mark.parametrize("address", ADDRESSES)
def test_stranger_is_asked_to_sign_in_and_brought_back(summer_of_2018, client, address):
    response = client.get(address)

    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/login/?next=/scorecard/")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(("method", "status"), [("head", 200), ("post", 405), ("put", 405), ("delete", 405)])
def test_pages_are_only_read(summer_of_2018, member, address, method, status):
    assert getattr(member, method)(address).status_code == status


@pytest.mark.parametrize(
    ("code", "good"),
    [
        ("CIC04", "Lower is better."),
        ("CIC09", "Neither way is better."),
        ("CIC10", "Lower is better: the scorecard counts a fall as an improvement. No target says how low."),
        (
            "CIC11",
            "Higher is better: the scorecard counts a rise as an improvement. No target says how high.",
        ),
    ],
)
def test_what_is_good_is_said_plainly_also_where_nothing_is_rated(summer_of_2018, member, code, good):
    terms = open_page(member, f"/scorecard/indicators/{code}/").texts(".scorecard-terms div")

    assert f"Good is {good}" in terms
