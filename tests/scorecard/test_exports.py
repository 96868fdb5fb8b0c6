"""The files of a month: safe to open, named for what they hold, and only for those who may read it."""

import io

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from core.access import Role
from scorecard.exports import FORMATS
from scorecard.report.scorecard import scorecard_context
from tests.factories.scorecard import FigureFactory, ThresholdFactory


def test_export_before_any_upload_says_what_to_do(db):
    with pytest.raises(CommandError, match="import_scorecard FILE"):
        call_command("export_scorecard", "2018-08")


HOSTILE = ['=HYPERLINK("http://x")', "+1", "@SUM(A1)", "-2+3", "\t=1", "==1+1"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", HOSTILE)
def test_no_cell_of_an_export_is_a_live_formula(name):
    ThresholdFactory(indicator__code="CIC01", indicator__name=name, indicator__section__name="=cmd")
    FigureFactory(indicator__code="CIC01", note=name)
    scorecard = scorecard_context("2018-08")

    cells = [
        cell
        for row in load_workbook(io.BytesIO(FORMATS["xlsx"].write(scorecard)))["Scorecard"]
        for cell in row
    ]
    texts = FORMATS["csv"].write(scorecard).decode("utf-8-sig")

    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    assert f"'{name}" in [cell.value for cell in cells]
    assert f"'{name}".replace('"', '""') in texts


@pytest.mark.django_db
def test_negative_figures_stay_numbers(tmp_path):
    ThresholdFactory(indicator__code="CIC01", indicator__unit="score")
    FigureFactory(indicator__code="CIC01", value=-3)

    sheet = load_workbook(io.BytesIO(FORMATS["xlsx"].write(scorecard_context("2018-08"))))["Scorecard"]

    assert next(cell.value for cell in sheet[2] if cell.data_type == "n" and cell.value is not None) == -3


@pytest.mark.parametrize("extension", FORMATS)
def test_download_is_for_readers_of_the_scorecard(db, client_as, client, extension):
    FigureFactory()
    address = f"/scorecard/2018-08.{extension}"

    refused = client_as().get(address)
    stranger = client.get(address)

    assert (refused.status_code, stranger.status_code) == (403, 302)


@pytest.mark.parametrize("extension", ["json", "csv", "xlsx"])
def test_download_is_named_for_its_month(db, client_as, extension):
    FigureFactory()

    answer = client_as(Role.PANEL_MEMBER).get(f"/scorecard/2018-08.{extension}")

    assert (
        answer["Content-Disposition"]
        == f'attachment; filename="children-in-care-scorecard-2018-08.{extension}"'
    )
    assert answer["Content-Type"] == FORMATS[extension].content_type


def test_download_of_an_unknown_month_or_format_is_not_found(db, client_as):
    FigureFactory()
    client = client_as(Role.PANEL_MEMBER)

    answers = [
        client.get(f"/scorecard/{name}").status_code for name in ("2018-07.csv", "2018-08.exe", "2018-13.csv")
    ]

    assert answers == [404, 404, 404]


def test_export_asks_the_database_as_much_for_one_indicator_as_for_three(db, django_assert_num_queries):
    FigureFactory()
    with django_assert_num_queries(2):
        FORMATS["csv"].write(scorecard_context("2018-08"))
    FigureFactory(indicator__code="CIC98")
    FigureFactory(indicator__code="CIC99")

    with django_assert_num_queries(2):
        FORMATS["csv"].write(scorecard_context("2018-08"))
