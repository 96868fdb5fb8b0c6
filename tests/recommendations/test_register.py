"""The register as readers see it: what it tells at once, how it is narrowed, and its files."""

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from core.access import Role
from recommendations.exports.pdf import register_html
from recommendations.models import DueRule, Recommendation
from recommendations.report.counts import Counts
from recommendations.report.standing import register
from recommendations.status import DeliveryStatus, Impact
from tests.factories.recommendations import (
    PledgeThemeFactory,
    PrincipleFactory,
    RecommendationFactory,
    ThemeFactory,
    closed,
    published,
)
from tests.page import Page, open_page
from tests.pdf_checks import assert_accessible
from tests.worlds import shared_world

pytestmark = pytest.mark.django_db
LIST = "/recommendations/"
NAMES = ".recommendations-table tbody th a"


@pytest.fixture(scope="module", autouse=True)
def five(django_db_setup, django_db_blocker):
    """An overdue one, one done whose aim was not met, one with a silent part, one closed and one without news."""
    with shared_world(django_db_blocker):
        today = timezone.localdate()
        theme = ThemeFactory(title="Roles", position=1)
        pledge, principle = PledgeThemeFactory(code="P1"), PrincipleFactory(code="safety")
        overdue = RecommendationFactory(
            theme=theme,
            number=1,
            short_title="=Overdue",
            due_rule=DueRule.DATE,
            due_on=today - timedelta(days=20),
            owner__title="Head of Housing",
        )
        published(overdue, says={"a": "on_track", "b": "slipped"}, as_at=today)
        done = RecommendationFactory(theme=theme, number=2, short_title="Done", limbs="a")
        published(done, says={"a": "done"}, as_at=today, impact=Impact.WORSE, impact_reason="More.")
        silent = RecommendationFactory(number=3, short_title="Silent", theme__report=theme.report)
        published(silent, says={"a": "on_track"}, as_at=today)
        over = RecommendationFactory(theme=theme, number=4, short_title="Closed", limbs="a")
        published(over, says={"a": "done"}, as_at=today)
        closed(over, on=today - timedelta(days=3))
        quiet = RecommendationFactory(theme=theme, number=5, short_title="Quiet")
        quiet.pledges.add(pledge)
        done.principles.add(principle)
        yield {"theme": theme, "owner": overdue.owner}


def names(page: Page) -> list[str]:
    return page.texts(NAMES)


def test_public_reads_how_all_of_it_stands_in_one_sentence(client):
    page = open_page(client, LIST)

    assert page.texts("h1") == ["1 of 5 recommendations is reported complete, 1 has slipped, 1 is overdue"]
    assert names(page) == ["1. =Overdue", "5. Quiet", "3. Silent", "2. Done", "4. Closed"]
    assert "1 part of what was asked is not mentioned in the newest update. Show which" in page.texts(
        "p.govuk-body"
    )


def test_counts_are_links_that_narrow(client):
    page = open_page(client, LIST)

    assert page.texts(".portal-filters a") == [
        "All: 5",
        "Not started: 1",
        "On track: 1",
        "Slipped: 1",
        "Reported complete: 1",
        "Closed: 1",
        "Overdue: 1",
        "No recent update: 1",
    ]
    for link, shown in zip(
        page.links(".portal-filters a"),
        [5, 1, 1, 1, 1, 1, 1, 1],
        strict=True,
    ):
        assert len(names(open_page(client, LIST + link))) == shown


def test_row_tells_deed_time_news_and_effect_apart(client):
    rows = open_page(client, LIST).texts(".recommendations-table tbody tr")

    assert [row.partition(" ")[2] for row in (rows[0], rows[3])] == [
        f"=OverdueHead of Housing Slipped0 of 2 parts done {_due()}Overdue by 20 days {_today()}Overdue"
        " No effect claimed",
        f"Done{Recommendation.objects.get(number=2).owner} Reported completeDone No date {_today()}Aim not met Worse",
    ]


def _today() -> str:
    return f"{timezone.localdate():%B %Y}"


def _due() -> str:
    return f"By {timezone.localdate() - timedelta(days=20):%-d %B %Y}"


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("state=open", ["1. =Overdue", "5. Quiet", "3. Silent", "2. Done"]),
        ("state=reported_complete", ["2. Done"]),
        ("state=implemented", ["4. Closed"]),
        ("lateness=overdue", ["1. =Overdue"]),
        ("lateness=met_undated", ["2. Done", "4. Closed"]),
        ("sign=silent", ["3. Silent"]),
        ("sign=aim_not_met", ["2. Done"]),
        ("sign=date_changed", []),
        ("pledge=P1", ["5. Quiet"]),
        ("principle=safety", ["2. Done"]),
        ("pledge=P1&state=closed", []),
        ("state=nonsense", ["1. =Overdue", "5. Quiet", "3. Silent", "2. Done", "4. Closed"]),
        ("pledge=nonsense", ["1. =Overdue", "5. Quiet", "3. Silent", "2. Done", "4. Closed"]),
    ],
)
def test_address_narrows_the_register(client, query, shown):
    page = open_page(client, f"{LIST}?{query}")

    assert names(page) == shown
    assert page.texts(".portal-empty h2") == ([] if shown else ["No recommendation is like that"])


def test_register_is_narrowed_by_theme_and_owner(client, five):
    by_theme = open_page(client, f"{LIST}?theme={five['theme'].pk}")
    by_owner = open_page(client, f"{LIST}?owner={five['owner'].pk}")

    assert names(by_theme) == ["1. =Overdue", "5. Quiet", "2. Done", "4. Closed"]
    assert names(by_owner) == ["1. =Overdue"]


def test_long_register_comes_in_pages_that_keep_the_choice(client, monkeypatch):
    monkeypatch.setattr("recommendations.views.register.ON_A_PAGE", 2)

    page = open_page(client, f"{LIST}?state=open&page=2")

    assert names(page) == ["3. Silent", "2. Done"]
    assert page.links(".govuk-pagination a") == ["?state=open&page=1"]
    assert page.links(".portal-filters a[aria-current]") == []
    assert page.links(".meetings-ways a")[-1] == "/recommendations/register.csv?state=open"


@pytest.mark.parametrize("role", [None, *Role])
def test_everybody_may_read_the_register(client, client_as, role):
    reader = client_as(role) if role else client

    assert len(names(open_page(reader, LIST))) == 5


def test_csv_is_streamed_with_one_line_for_each(client):
    response = client.get(f"{LIST}register.csv?state=open")

    assert response.streaming
    text = b"".join(response).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    first = {name: rows[0][name] for name in ("Number", "Recommendation", "Status", "Days late", "Effect")}
    assert len(rows) == 4
    assert first == {
        "Number": "1",
        "Recommendation": "'=Overdue",  # no formula to a spreadsheet
        "Status": "Slipped",
        "Days late": "20",
        "Effect": "No effect claimed",
    }


def test_workbook_is_streamed_with_a_sheet_of_parts(client):
    response = client.get(f"{LIST}register.xlsx")

    assert response.streaming
    book = load_workbook(io.BytesIO(b"".join(response)))
    register_sheet, parts = book.worksheets
    assert [sheet.title for sheet in book.worksheets] == ["Recommendations", "Parts"]
    assert (register_sheet.max_row, parts.max_row) == (6, 9)
    assert register_sheet["C2"].value == "'=Overdue"
    silent = [row for row in parts.iter_rows(values_only=True) if row[1] == "Silent"]
    assert [(row[2], row[4], row[6]) for row in silent] == [
        ("(a)", "On track", "Mentioned"),
        ("(b)", "Not started", "Not mentioned"),
    ]


@pytest.mark.parametrize("unseen", ["\x0b", "\x1f", "\ufffe"])
def test_workbook_is_written_whatever_was_pasted_into_a_title(client, unseen):
    RecommendationFactory(number=77, short_title=f"Pasted{unseen} in", limbs="a")

    book = load_workbook(io.BytesIO(b"".join(client.get(f"{LIST}register.xlsx"))))

    assert [row[2] for row in book.worksheets[0].iter_rows(values_only=True) if row[1] == 77] == ["Pasted in"]


def test_unknown_ending_is_not_found(client):
    assert client.get(f"{LIST}register.doc").status_code == 404


@pytest.mark.pdf
def test_register_is_printed_tagged(client):
    response = client.get(f"{LIST}register.pdf")

    assert_accessible(b"".join(response))


def test_paper_says_what_the_page_says():
    html = register_html(register(Recommendation.objects.all(), timezone.localdate()))

    page = Page(html.encode())
    assert page.texts("tbody th") == ["1. =Overdue", "5. Quiet", "3. Silent", "2. Done", "4. Closed"]


def test_page_asks_as_often_for_five_as_for_six(client, django_assert_num_queries):
    with django_assert_num_queries(14):
        client.get(LIST)

    RecommendationFactory()
    with django_assert_num_queries(14):
        client.get(LIST)


ALL_STALE = "None of the {} open recommendations has a recent update."


def test_silence_about_every_open_one_is_told_once(client, settings):
    settings.RECOMMENDATION_STALE_DAYS = -40  # news of this month speaks of its last day

    page = open_page(client, LIST)

    assert page.texts("p.govuk-body")[-1] == ALL_STALE.format(4)
    assert page.texts(".recommendations-signs li") == ["Overdue", "Part (b) not mentioned", "Aim not met"]
    assert "No recent update: 4" in page.texts(".portal-filters a")


def test_silence_about_one_of_several_is_told_on_its_row(client):
    page = open_page(client, LIST)

    assert page.texts(".recommendations-signs li").count("No recent update") == 1
    assert ALL_STALE.format(1) not in page.texts("p.govuk-body")


@pytest.mark.parametrize(
    ("still_open", "stale", "is_all"), [(0, 0, False), (1, 1, False), (2, 1, False), (2, 2, True)]
)
def test_all_is_said_of_two_or_more(still_open, stale, is_all):
    by_delivery = {DeliveryStatus.SLIPPED: still_open}
    counts = Counts(still_open, by_delivery, closed={}, overdue=0, stale=stale, silent_parts=0)

    assert counts.is_all_stale == is_all
