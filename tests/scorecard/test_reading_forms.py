import pytest
from django.http import QueryDict

from scorecard.forms.reading import FilterForm, read_view
from scorecard.models import Variant
from scorecard.report.months import Months
from scorecard.travel import Comparison
from tests.scorecard.readings import AUGUST, SUMMER, row

ROWS = [
    row("95.0", "96.0", code="CIC01", name="Reviews held on time", section="Placements"),
    row("85.0", "84.0", code="CIC02", name="Health assessments (UASC)", section="Health"),
    row("75.0", "75.0", code="CIC03", name="Dental checks", section="Health", definition="Seen by a dentist"),
    row(None, "75.0", code="CIC14", name="Days to a match", section="Adoption"),
]


def kept(comparison=Comparison.PREVIOUS_MONTH, **asked) -> list[str]:
    return [row.code for row in FilterForm(asked, ROWS).keep(comparison)]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["CIC01", "CIC02", "CIC03", "CIC14"]),
        ({"rating": "green"}, ["CIC01"]),
        ({"rating": "missed"}, ["CIC02", "CIC03"]),
        ({"rating": "rated"}, ["CIC01", "CIC02", "CIC03"]),
        ({"rating": "not_rated"}, ["CIC14"]),
        ({"section": "Health"}, ["CIC02", "CIC03"]),
        ({"direction": "improved"}, ["CIC02"]),
        ({"direction": "worsened"}, ["CIC01"]),
        ({"direction": "same"}, ["CIC03"]),
        ({"direction": "none"}, ["CIC14"]),
        ({"q": "DENTAL"}, ["CIC03"]),
        ({"q": "checks dental"}, ["CIC03"]),
        ({"q": "cic14"}, ["CIC14"]),
        ({"q": "Dentist"}, ["CIC03"]),
        ({"q": "checks dentist"}, ["CIC03"]),
        ({"q": "(uasc)"}, ["CIC02"]),
        ({"q": "   "}, ["CIC01", "CIC02", "CIC03", "CIC14"]),
        ({"q": "nothing like it"}, []),
        ({"section": "Health", "rating": "amber", "direction": "improved", "q": "health"}, ["CIC02"]),
        ({"section": "Health", "rating": "green"}, []),
        ({"rating": "purple"}, ["CIC01", "CIC02", "CIC03", "CIC14"]),
        ({"rating": "purple", "section": "Health"}, ["CIC02", "CIC03"]),
    ],
)
def test_filters_narrow_the_list_together(asked, expected):
    assert kept(**asked) == expected


def test_direction_is_that_of_the_comparison():
    assert kept(Comparison.PREVIOUS_PANEL, direction="none") == ["CIC01", "CIC02", "CIC03", "CIC14"]


@pytest.mark.parametrize(
    ("asked", "number", "heading"),
    [
        ({}, 48, "All 48 indicators"),
        ({"rating": "purple"}, 48, "All 48 indicators"),
        ({"rating": "amber"}, 11, "11 amber indicators"),
        ({"rating": "missed"}, 1, "1 amber or red indicator"),
        ({"rating": "red"}, 0, "No red indicators"),
        ({"section": "Health"}, 5, "5 indicators in Health"),
        ({"direction": "improved"}, 5, "5 indicators that improved since July 2018"),
        ({"direction": "none"}, 2, "2 indicators that cannot be compared"),
        ({"q": "foster <b>"}, 2, "2 indicators with “foster <b>” in name or definition"),
        (
            {"rating": "amber", "section": "Health", "direction": "worsened", "q": "health"},
            2,
            "2 amber indicators in Health that worsened since July 2018 with “health” in name or definition",
        ),
    ],
)
def test_heading_says_what_is_shown(asked, number, heading):
    assert FilterForm(asked, ROWS).heading(number, "since July 2018") == heading


@pytest.mark.parametrize(
    ("asked", "problems"),
    [
        ({}, []),
        ({"rating": "green", "q": "x"}, []),
        ({"rating": "purple"}, ["There is no rating called “purple”. Indicators of every rating are shown."]),
        (
            {"section": "Roads"},
            ["There is no section called “Roads”. Indicators of every section are shown."],
        ),
        (
            {"direction": "up"},
            ["There is no direction called “up”. Indicators of every direction are shown."],
        ),
        ({"q": "x" * 100}, []),
        ({"q": "x" * 101}, ["Look for at most 100 ordinary characters. All indicators are shown."]),
        ({"q": "a\0b"}, ["Look for at most 100 ordinary characters. All indicators are shown."]),
    ],
)
def test_filter_that_does_not_exist_is_said_plainly(asked, problems):
    assert FilterForm(asked, ROWS).problems == problems


@pytest.mark.parametrize(
    ("asked", "is_open"),
    [
        ({}, False),
        ({"rating": "amber"}, False),
        ({"q": "x"}, True),
        ({"rating": "amber", "section": "Health"}, True),
        ({"rating": "purple"}, True),
    ],
)
def test_form_stands_open_where_it_says_more_than_the_counts(asked, is_open):
    assert FilterForm(asked, ROWS).is_open == is_open


@pytest.mark.parametrize(
    ("address", "variant", "comparison"),
    [
        ("", Variant.ALL, Comparison.PREVIOUS_MONTH),
        ("population=&compare=", Variant.ALL, Comparison.PREVIOUS_MONTH),
        ("population=exc_uasc", Variant.EXC_UASC, Comparison.PREVIOUS_MONTH),
        ("compare=previous_panel", Variant.ALL, Comparison.PREVIOUS_PANEL),
    ],
)
def test_view_is_what_the_address_asks_for(address, variant, comparison):
    view = read_view(QueryDict(address), SUMMER)

    assert (view.variant, view.comparison, view.problems) == (variant, comparison, ())


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("population=pets", "There is no group of children called “pets”. All children are shown."),
        (
            "compare=tomorrow",
            "August 2018 cannot be compared with “tomorrow”. It is compared with July 2018.",
        ),
        (
            "compare=same_month_last_year",
            "August 2018 cannot be compared with “same_month_last_year”. It is compared with July 2018.",
        ),
    ],
)
def test_view_that_does_not_exist_is_said_plainly_and_the_usual_one_shown(address, problem):
    view = read_view(QueryDict(address), SUMMER)

    assert view.problems == (problem,)
    assert (view.variant, view.comparison) == (Variant.ALL, Comparison.PREVIOUS_MONTH)


def test_month_without_an_earlier_one_says_so():
    view = read_view(QueryDict("compare=previous_panel"), Months(AUGUST, (AUGUST,), {}))

    assert view.problems == (
        "August 2018 cannot be compared with “previous_panel”. There is no earlier month.",
    )


def test_panel_is_the_usual_comparison_where_the_month_before_is_missing():
    panel_only = SUMMER._replace(baselines={Comparison.PREVIOUS_PANEL: SUMMER.every[-1]})

    assert read_view(QueryDict(), panel_only).comparison == Comparison.PREVIOUS_PANEL


@pytest.mark.parametrize(
    ("address", "query"),
    [
        ("compare=previous_month", "month=2018-08"),
        ("compare=previous_panel", "month=2018-08&compare=previous_panel"),
        ("q=a+b&rating=amber&page=2", "month=2018-08&q=a+b&rating=amber"),
        ("population=exc_uasc", "month=2018-08&population=exc_uasc"),
    ],
)
def test_links_carry_on_what_differs_from_the_usual_view(address, query):
    assert read_view(QueryDict(address), SUMMER).query == query
