"""The overview of a month for somebody signed in, from the web server's side of Django to the last byte."""

import gc
import gzip
import io
import json
import logging
import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.client import ClientHandler
from django.test.utils import CaptureQueriesContext

from benchmarks import figures
from benchmarks.ratios import compare
from core.access import Role
from scorecard.exports.text_files import json_file
from scorecard.report.rows import build_row
from scorecard.report.scorecard import scorecard_context
from tests.factories.people import UserFactory
from tests.page import Page

OVERVIEW = "/scorecard/?month=2018-08"
INDICATOR = "/scorecard/indicators/CIC000/?month=2018-08"
ADMIN_LIST = "/ordinary/admin/scorecard/figure/?variant__exact=all"
MOST_QUERIES = 4
MOST_BYTES = 25_000
ROUNDS = 21

Fetch = Callable[[str], bytes]


@pytest.fixture(autouse=True)
def quiet_and_with_the_ordinary_pages(settings):
    settings.ROOT_URLCONF = "benchmarks.ordinary.urls"
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture(autouse=True)
def collector_as_under_gunicorn():
    """What `cpp_portal/gunicorn.py` does before it serves: a test run has even more to walk through."""
    usual = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    yield
    gc.set_threshold(*usual)
    gc.unfreeze()


@pytest.fixture
def fetch(db) -> Fetch:
    """A page, whole, for a reader who may also open the admin."""
    client = Client()
    client.force_login(UserFactory(roles=[Role.PANEL_MEMBER], is_staff=True, is_superuser=True))
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    handler = ClientHandler()  # as under a web server, but it leaves the tests their connection

    def get(address: str) -> bytes:
        path, _, query = address.partition("?")
        response = handler(
            {
                "REQUEST_METHOD": "GET",
                "PATH_INFO": path,
                "QUERY_STRING": query,
                "SERVER_NAME": "testserver",
                "SERVER_PORT": "80",
                "HTTP_COOKIE": f"{settings.SESSION_COOKIE_NAME}={session}",
                "wsgi.url_scheme": "http",
                "wsgi.input": io.BytesIO(),
            }
        )
        assert response.status_code == 200
        return response.content

    return get


def statements(work: Callable[[], object]) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        work()
    return [query["sql"] for query in captured.captured_queries]


def run_bare(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
            cursor.fetchall()


def shown(content: bytes) -> list[tuple[str, str, str]]:
    """Figure, rating and direction of each row, as the page has them."""
    page = Page(content)
    columns = [page.texts(f"td.scorecard-row__{name}") for name in ("figure", "rating", "travel")]
    return list(zip(*columns, strict=True))


def told() -> list[tuple[str, str, str]]:
    """The same from the JSON of the same month."""
    return [
        (
            f"{row['value']:.1f}%",
            row["rating"].capitalize(),
            row["travel"]["previous_month"]["words"],
        )
        for row in json.loads(json_file(scorecard_context("2018-08")))["indicators"]
    ]


@pytest.mark.parametrize(("indicators", "months"), [(60, 24), (400, 120)], ids=["2 years", "10 years"])
def test_overview_costs_a_few_times_its_own_sql(fetch, indicators, months):
    figures.load(indicators, months)
    own = statements(lambda: fetch(OVERVIEW))

    found = compare(
        f"overview of {indicators} x {months} x 2, against its own SQL run bare",
        lambda: fetch(OVERVIEW),
        lambda: run_bare(own),
        rounds=ROUNDS,
    )

    weight = len(gzip.compress(fetch(OVERVIEW), 6))
    print(f"; {len(own)} queries, {weight / 1000:.1f} kB compressed")
    assert shown(fetch(OVERVIEW)) == told()
    assert len(own) <= MOST_QUERIES
    assert found.ratio <= 5
    assert weight <= MOST_BYTES or indicators > 60


def test_overview_that_nobody_read_before_costs_a_little_more(fetch):
    figures.load(60, 24)
    own = statements(lambda: fetch(OVERVIEW))

    def fetch_first() -> None:
        build_row.cache_clear()
        fetch(OVERVIEW)

    found = compare(
        "overview of 60 x 24 x 2 for the first time, against its own SQL run bare",
        fetch_first,
        lambda: run_bare(own),
        rounds=ROUNDS,
    )

    assert found.ratio <= 8


def test_overview_beats_the_admin_list_of_the_same_rows(fetch):
    figures.load(60, 12)
    listed = len(re.findall(rb'<tr><td class="action-checkbox">', fetch(ADMIN_LIST)))

    found = compare(
        f"overview of 60 x 12 x 2, against the admin list of {listed} figures",
        lambda: fetch(OVERVIEW),
        lambda: fetch(ADMIN_LIST),
    )

    assert listed == 60 * 12
    assert found.ratio <= 1 / 12


def test_overview_beats_an_ordinary_view_of_the_same_rows(fetch):
    figures.load(60, 24)

    found = compare(
        "overview of 60 x 24 x 2, against models, prefetch and floatformat",
        lambda: fetch(OVERVIEW),
        lambda: fetch("/ordinary/"),
    )

    assert found.ratio <= 1 / 4


@pytest.mark.parametrize("number", [1, 48, 500])
def test_overview_takes_as_many_queries_for_any_number_of_indicators(fetch, number):
    figures.load(number, 3)

    found = statements(lambda: fetch(OVERVIEW))

    print(f"\noverview of {number} indicators: {len(found)} queries", end="")
    assert len(found) <= MOST_QUERIES
    assert len(shown(fetch(OVERVIEW))) == number


def test_indicator_page_costs_a_few_times_its_own_sql(fetch):
    """One query for each thing it tells: limits that started again, commentary, revisions, changes of its targets."""
    figures.load(60, 36)
    own = statements(lambda: fetch(INDICATOR))

    compare(
        "indicator page of 36 months, against its own SQL run bare",
        lambda: fetch(INDICATOR),
        lambda: run_bare(own),
        rounds=ROUNDS,
    )

    print(f"; {len(own)} queries")
    assert len(own) <= 14


def test_pages_of_ten_years_cost_little_more_than_of_fewer(fetch):
    """400 indicators; of all children for 10 years, of those without unaccompanied children for 2."""
    figures.load(400, 120, excluding_uasc=24)

    overview, indicator = (
        compare(
            f"{what} of 10 years, against 2 years of the same indicators",
            lambda page=page: fetch(page),
            lambda page=page: fetch(f"{page}&population=exc_uasc"),
            rounds=ROUNDS,
        )
        for what, page in (("overview", OVERVIEW), ("indicator page", INDICATOR))
    )

    assert overview.ratio <= 1.3
    assert indicator.ratio <= 1.3
