"""What the paper for the panel says of August 2018, and of months that are poorer."""

import json
import subprocess

import pytest

from core.access import Role
from scorecard.exports.paper import paper_pdf
from scorecard.models import Figure, ReportingPeriod
from scorecard.publishing.paper_text import edit_part, plan_report
from scorecard.report.paper import every_part, read_paper
from tests.factories.demographics import TOTAL, count_children, make_table
from tests.factories.people import UserFactory
from tests.factories.scorecard import FigureFactory, PanelReportFactory, ThresholdFactory
from tests.page import open_page, text_of
from tests.pdf_checks import assert_accessible
from tests.scorecard.panel import JULY, MEETING, NOW, TODAY, an_amber_indicator, an_owner, month, submitted
from tests.scorecard.summer import load_summer_of_2018

pytestmark = pytest.mark.django_db

ONE_CHANGE = (
    "One rating changed since June 2018, which the panel saw on 19 September 2018: Ave. no of days between court "
    "authority to place a child and the decision on a match went from green to amber, 112.0 to 121.7 days "
    "(target 121 days)."
)
RATINGS = (
    "Of the 24 KPIs, 13 are green: they meet their target. 11 are amber: they miss their target but not their floor "
    "standard. 0 are red: they miss their floor standard."
)
MOVED = (
    "Since June 2018, the previous panel report, 7 of the 11 amber KPIs improved and 4 declined. Improved means that "
    "the figure moved towards its target."
)
IMPROVED = {
    "CIC04": "11.2% to 10.7% (target 10%)",
    "CIC06": "84.2% to 84.3% (target 85%)",
    "CIC07": "76.7% to 76.8% (target 80%)",
    "CIC22": "84.8% to 86.3% (target 90%)",
    "CIC23": "80.1% to 82.8% (target 85%)",
    "CIC37": "74.1% to 74.3% (target 85%)",
    "CIC46": "77.7% (illustrative) to 78.7% (target 85%)",
}
DECLINED = {
    "CIC03": "48.4% to 47.7% (target 60%)",
    "CIC05": "69.1% to 68.8% (target 70%)",
    "CIC29": "112.0 to 121.7 days (target 121 days)",
    "CIC47": "15.8 to 16.6 cases per worker (target 15 cases per worker)",
}
DIFFERENT = "Measured against July 2018, the month before, the picture is different for four of them."
OTHERWISE = {
    "CIC04": "11.2% in June 2018, 10.7% in July 2018, 10.7% in August 2018: down 0.5 points since June 2018, "
    "improved; no change since July 2018",
    "CIC06": "84.2% in June 2018, 84.5% in July 2018, 84.3% in August 2018: up 0.1 points since June 2018, improved; "
    "down 0.2 points since July 2018, worsened",
    "CIC07": "76.7% in June 2018, 77.5% in July 2018, 76.8% in August 2018: up 0.1 points since June 2018, improved; "
    "down 0.7 points since July 2018, worsened",
    "CIC37": "74.1% in June 2018, 74.7% in July 2018, 74.3% in August 2018: up 0.2 points since June 2018, improved; "
    "down 0.4 points since July 2018, worsened",
}


@pytest.fixture
def august(db):
    """On its way to the panel: June was reported."""
    load_summer_of_2018(reported=("2018-06",))


def paper(slug="2018-08"):
    return read_paper(month(slug), today=TODAY)


def words(rows) -> dict[str, str]:
    return {row["code"]: row["words"] for row in rows}


def test_paper_counts_the_panels_ratings_and_names_the_one_change(august):
    data = paper().data

    assert data["counts"] == [["green", 13], ["amber", 11], ["red", 0], ["not_rated", 24]]
    assert data["parts"]["ratings"]["text"] == RATINGS
    assert data["parts"]["changes"]["text"] == ONE_CHANGE


def test_paper_names_who_improved_and_who_declined_since_june_with_their_figures(august):
    data = paper().data

    assert data["parts"]["movement"]["text"] == MOVED
    assert [move["heading"] for move in data["moves"]] == [
        "7 improved since June 2018",
        "4 declined since June 2018",
    ]
    assert [words(move["rows"]) for move in data["moves"]] == [IMPROVED, DECLINED]


def test_paper_says_for_which_four_july_gives_a_different_picture(august):
    data = paper().data

    assert data["parts"]["otherwise"]["text"] == DIFFERENT
    assert words(data["otherwise"]) == OTHERWISE


def test_paper_has_a_block_with_figures_for_each_amber_indicator(august):
    blocks = {block["code"]: block for block in paper().data["blocks"]}

    assert blocks.keys() == IMPROVED.keys() | DECLINED.keys()
    assert [(line["month"], line["figure"], line["rating"]) for line in blocks["CIC29"]["figures"]] == [
        ("August 2018", "121.7 days", "amber"),
        ("July 2018", "117.2 days", "green"),
        ("June 2018", "112.0 days", "green"),
    ]
    assert blocks["CIC03"]["part"]["text"] == (
        "47.7% in August 2018: 12.3 points below the target of 60% and 2.7 points above the floor of 45%, which is "
        "illustrative. Since June 2018, the previous panel report: down 0.7 points, worsened. Since July 2018, the "
        "month before: down 0.9 points, worsened. Without unaccompanied children: 47.8%."
    )


def test_a_name_that_says_exc_uasc_is_not_followed_by_the_same_figure_again(august):
    data = paper().data
    blocks = {block["code"]: block["part"]["text"] for block in data["blocks"]}
    others = {row["code"]: row["other"] for section in data["sections"] for row in section["rows"]}

    told = {code for code, text in blocks.items() if "Without unaccompanied" in text}
    assert told == {"CIC03", "CIC04", "CIC05", "CIC22", "CIC23"}
    assert {code for code, other in others.items() if not other} >= {"CIC06", "CIC07", "CIC08", "CIC30"}
    assert others["CIC03"] == "Without unaccompanied children: 47.8%"


def test_a_name_that_says_exc_uasc_is_followed_by_another_figure(august):
    Figure.objects.filter(indicator__code="CIC07", variant="exc_uasc").update(is_current=False)
    FigureFactory(indicator__code="CIC07", variant="exc_uasc", value=77, revision=2)

    blocks = {block["code"]: block["part"]["text"] for block in paper().data["blocks"]}

    assert "Without unaccompanied children: 77.0%." in blocks["CIC07"]


def statements() -> list[str]:
    lists = (*IMPROVED.values(), *DECLINED.values(), *OTHERWISE.values())
    return [ONE_CHANGE, RATINGS, MOVED, DIFFERENT, *lists]


def test_page_of_the_paper_states_it_all(august, client_as):
    page = open_page(client_as(Role.MI_OFFICER), "/scorecard/reports/2018-08/paper/")

    told = text_of(page.root)
    assert [statement for statement in statements() if statement not in told] == []


@pytest.mark.pdf
def test_pdf_of_the_paper_states_it_all_and_can_be_read_aloud(august, tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(paper_pdf(paper().data))

    told = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, check=True, text=True).stdout

    told = " ".join(told.split())
    assert [statement for statement in statements() if statement not in told] == []
    assert_accessible(file.read_bytes())


@pytest.mark.pdf
def test_same_paper_is_the_same_file_and_a_draft_says_so(august):
    data = paper().data

    assert paper_pdf(data) == paper_pdf(json.loads(json.dumps(data)))
    assert paper_pdf(data) != paper_pdf(data, is_draft=True)


def test_commentary_stands_in_the_paper_only_when_it_is_submitted(db):
    owner = an_owner(an_amber_indicator(), name="Ada Brown")
    assert paper().data["blocks"][0]["commentary"] is None

    submitted(owner)

    shown = paper().data["blocks"][0]["commentary"]
    assert (shown["why"], shown["by_when"]) == ("Two workers left.", "31 March 2019")
    assert shown["written_by"].startswith("Ada Brown, Head of CIC01")


def test_month_without_an_earlier_one_says_so_and_compares_nothing(db):
    an_amber_indicator()

    data = paper().data

    assert data["parts"]["changes"]["text"] == (
        "No earlier month was reported to the panel, so there is no earlier report to compare with."
    )
    assert (data["parts"]["movement"]["text"], data["parts"]["otherwise"]["text"]) == ("", "")
    assert (data["moves"], data["columns"]) == ([], {"panel": "", "month": ""})
    assert [line["month"] for line in data["blocks"][0]["figures"]] == ["August 2018"]


def test_month_before_that_is_also_the_last_panel_report_is_told_once(db):
    an_amber_indicator()
    FigureFactory(indicator__code="CIC01", value=88, period__ends_on=JULY)
    PanelReportFactory(period=_period(), meeting_on=MEETING)

    data = paper().data

    assert data["columns"] == {"panel": "Since July 2018, the previous panel report", "month": ""}
    assert [line["baseline"] for line in data["blocks"][0]["figures"]] == ["", "the previous panel report"]
    assert data["parts"]["otherwise"]["text"] == ""


def _period():
    return ReportingPeriod.objects.get(ends_on=JULY)


def test_month_with_nothing_missed_has_no_block(db):
    ThresholdFactory(indicator__code="CIC01")
    FigureFactory(indicator__code="CIC01")
    FigureFactory(indicator__code="CIC01", period__ends_on=JULY)
    PanelReportFactory(period=_period(), meeting_on=MEETING)

    data = paper().data

    assert (data["blocks"], data["parts"]["movement"]["text"]) == ([], "No KPI misses its target.")


def test_edited_text_is_marked_and_the_portals_own_comes_back(db):
    an_amber_indicator()
    officer = UserFactory(roles=[Role.MI_OFFICER], name="Emrys Tattersall")
    own = paper().data["parts"]["summary"]["text"]

    edit_part(month(), "summary", by=officer, text="In our own words.\n\nTwice.", version=0, at=NOW)
    edited = paper().data["parts"]["summary"]
    edit_part(month(), "summary", by=officer, text="", version=1, at=NOW)
    restored = paper().data["parts"]["summary"]

    assert (edited["paragraphs"], edited["own"]) == (["In our own words.", "Twice."], own)
    assert (edited["is_edited"], edited["edited_by"], edited["edited_on"]) == (
        True,
        "Emrys Tattersall",
        "1 October 2018",
    )
    assert (restored["text"], restored["is_edited"]) == (own, False)


def test_every_part_of_the_paper_can_be_edited(august):
    assert list(every_part(paper().data)) == [
        *("to", "from", "subject", "classification"),
        *("summary", "recommendation", "introduction", "ratings", "changes", "movement", "otherwise"),
        *(f"kpi-{code}" for code in sorted(IMPROVED.keys() | DECLINED.keys())),
    ]


def test_edit_of_words_whose_figures_changed_since_is_named(db):
    an_amber_indicator()
    officer = UserFactory(roles=[Role.MI_OFFICER])
    edit_part(month(), "kpi-CIC01", by=officer, text="85% is not enough.", version=0)
    assert paper().outdated == []

    ThresholdFactory(indicator__code="CIC02")
    FigureFactory(indicator__code="CIC02", value=85)
    edit_part(month(), "summary", by=officer, text="One indicator.", version=0)
    FigureFactory(indicator__code="CIC03")

    assert paper().outdated == ["Summary"]


def test_meeting_of_the_plan_stands_at_the_head(db):
    an_amber_indicator()
    assert paper().data["meeting"] == ""

    plan_report(month(), by=UserFactory(roles=[Role.MI_OFFICER]), meeting_on=MEETING)

    assert (paper().data["meeting"], paper().data["meeting_on"]) == ("1 November 2018", "2018-11-01")


def test_paper_takes_as_many_queries_for_three_indicators_as_for_one(db, django_assert_num_queries):
    an_amber_indicator()
    months = month()
    with django_assert_num_queries(8):
        read_paper(months, today=TODAY)
    for code in ("CIC02", "CIC03"):
        submitted(an_owner(an_amber_indicator(code)), code)

    with django_assert_num_queries(8):
        read_paper(months, today=TODAY)


def test_paper_shows_the_children_in_care_as_everybody_may_see_them(client_as):
    an_amber_indicator()
    ages = {"Under 5": 30, "5 to 9": 3, "10 to 14": 40, "15": 4, "16": 50}
    count_children(make_table("Age", *ages), ages | {TOTAL: 127})

    children = read_paper(month(), today=TODAY).data["children"]
    page = open_page(client_as(Role.MI_OFFICER), "/scorecard/reports/2018-08/paper/")

    (table,) = children["tables"]
    assert children["sentence"] == "127 children were in care on 31 August 2018"
    assert [row["texts"] for row in table["rows"]] == [["30"], ["c"], ["40"], ["c"], ["50"]]
    assert page.texts(".paper-children tbody tr") == [
        " ".join([row["name"], *row["texts"], row["share"]]).strip() for row in table["rows"]
    ]


def test_paper_of_a_month_without_demographics_says_nothing_of_them(client_as):
    an_amber_indicator()

    assert (
        "The children in care" not in client_as(Role.MI_OFFICER).get("/scorecard/reports/2018-08/paper/").text
    )
