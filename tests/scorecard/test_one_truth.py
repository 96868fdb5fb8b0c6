"""August 2018 of the demonstration, as it leaves the portal: one truth in every form."""

import csv
import io
import json
import subprocess
from datetime import date

import pikepdf
import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from core.access import Role
from scorecard.demonstration import load_demonstration, months
from scorecard.exports import FORMATS
from scorecard.exports.paper import paper_pdf
from scorecard.models import Variant
from scorecard.report.paper import read_paper
from scorecard.report.scorecard import scorecard_context
from tests.factories.people import UserFactory
from tests.pdf_checks import assert_accessible, spoken
from tests.scorecard.published_2018 import ROWS
from tests.scorecard.reading_files import in_csv, in_json, in_pdf, in_workbook, on_page, plain
from tests.worlds import shared_world

READERS = {"json": in_json, "csv": in_csv, "xlsx": in_workbook}


@pytest.fixture(scope="module")
def demonstration(django_db_setup, django_db_blocker):
    """Loaded once for this file, and taken back after it."""
    with shared_world(django_db_blocker), pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.conf.settings.DEMO", True)
        UserFactory(roles=[Role.MI_OFFICER])
        UserFactory(roles=[Role.MI_APPROVER])
        load_demonstration(lambda said: None)
        yield


@pytest.fixture
def august(demonstration, db):
    return scorecard_context("2018-08")


def exported(tmp_path, *arguments: str) -> bytes:
    target = tmp_path / "scorecard"
    call_command("export_scorecard", *arguments, "--output", str(target), stdout=io.StringIO())
    return target.read_bytes()


def test_json_holds_every_printed_figure(august, tmp_path):
    indicators = json.loads(exported(tmp_path, "2018-08", "--format", "json"))["indicators"]

    assert {i["code"]: plain(i["value"]) for i in indicators} == {row.code: plain(row.august) for row in ROWS}
    assert {i["code"]: plain(i["numerator"]) for i in indicators} == {
        row.code: plain(row.numerator) for row in ROWS
    }
    assert {i["code"]: plain(i["denominator"]) for i in indicators} == {
        row.code: plain(row.denominator) for row in ROWS
    }


def test_json_summary_counts_the_panels_ratings_and_names_each_baseline(august, tmp_path):
    told = json.loads(exported(tmp_path, "2018-08", "--format", "json"))

    assert told["period"] == "2018-08"
    assert told["baselines"] == {"previous_month": "2018-07", "previous_panel": "2018-06"}
    counts = {name: told["summary"][name] for name in ("green", "amber", "red", "not_rated")}
    assert counts == {"green": 13, "amber": 11, "red": 0, "not_rated": 24}
    against_july = {
        way: told["summary"][way]["previous_month"] for way in ("improved", "worsened", "unchanged")
    }
    assert against_july == {"improved": 8, "worsened": 13, "unchanged": 3}


def test_one_rating_changed_since_the_june_panel_report(august):
    indicators = in_data(august)
    rated = [i for i in indicators if i["rating"] != "not_rated"]

    changed = {i["code"] for i in rated if i["travel"]["previous_panel"]["from_rating"] != i["rating"]}

    assert changed == {"CIC29"}


def test_of_eleven_ambers_seven_improved_and_four_declined_since_june(august):
    ambers = [i for i in in_data(august) if i["rating"] == "amber"]

    judged = [i["travel"]["previous_panel"]["judgement"] for i in ambers]

    assert (len(ambers), judged.count("improved"), judged.count("worsened")) == (11, 7, 4)


def test_invented_figures_of_june_are_marked_in_every_file_that_compares_with_them(august):
    june = {i["code"]: i["travel"]["previous_panel"] for i in in_data(august)}
    invented = {code for code, told in june.items() if told["from_is_illustrative"]}
    lines = list(csv.DictReader(io.StringIO(FORMATS["csv"].write(august).decode("utf-8-sig"))))
    head, *cells = load_workbook(io.BytesIO(FORMATS["xlsx"].write(august)))["Scorecard"].values
    marked = "Illustrative result at previous panel report, June 2018"

    printed = {row.code for row in months.june() if not row.is_illustrative and row.variant == Variant.ALL}
    assert {code for code, told in june.items() if told["from_is_illustrative"] is False} == printed
    assert {line["Code"] for line in lines if line[marked] == "Yes"} == invented
    assert {line[0] for line in cells if line[head.index(marked)] == "Yes"} == invented
    assert {code for code, told in june.items() if "illustrative" in told["words"]} == {
        code for code in invented if june[code]["arrow"]
    }


def in_data(august) -> list[dict]:
    return json.loads(FORMATS["json"].write(august))["indicators"]


@pytest.mark.parametrize("population", Variant.values)
def test_page_csv_and_workbook_say_what_the_json_says(demonstration, db, client_as, tmp_path, population):
    page = client_as(Role.PANEL_MEMBER).get("/scorecard/", {"month": "2018-08", "population": population})
    seen = {
        kind: read(exported(tmp_path, "2018-08", "--format", kind, "--population", population))
        for kind, read in READERS.items()
    }

    assert len(seen["json"]) == 48
    assert seen["csv"] == seen["json"]
    assert seen["xlsx"] == seen["json"]
    assert on_page(page.content) == seen["json"]


@pytest.mark.pdf
def test_paper_of_an_indicator_with_three_years_that_stand_out_is_three_pages(august, client_as):
    paper = client_as(Role.PANEL_MEMBER).get("/scorecard/indicators/CIC03.pdf?month=2018-08").content

    with pikepdf.open(io.BytesIO(paper)) as pdf:
        assert len(pdf.pages) == 3
    assert "Concern: past limit, run, falling," in spoken(paper)


@pytest.mark.pdf
def test_paper_for_the_panel_keeps_each_indicator_and_each_table_of_children_on_a_page(august):
    data = read_paper(august.months, today=date(2018, 10, 1)).data

    pages = pages_of(paper_pdf(data))

    kept = [(block["part"]["text"], block["commentary"]["action"]) for block in data["blocks"]]
    kept += [
        (table["words"], f"{table['name']} {table['columns'][0]}") for table in data["children"]["tables"]
    ]
    assert len(kept) == 16
    assert [both for both in kept if not any(all(words in page for words in both) for page in pages)] == []
    assert len(pages) == 10


def pages_of(paper: bytes) -> list[str]:
    told = subprocess.run(["pdftotext", "-raw", "-", "-"], input=paper, capture_output=True, check=True)
    return [" ".join(page.split()) for page in told.stdout.decode().rstrip("\f").split("\f")]


@pytest.mark.pdf
def test_pdf_says_what_the_json_says_and_can_be_read_aloud(august, tmp_path):
    paper = exported(tmp_path, "2018-08", "--format", "pdf")

    assert in_pdf(paper) == in_json(FORMATS["json"].write(august))
    assert_accessible(paper)


def test_export_prints_to_the_terminal_without_a_file(august, capfdbinary):
    call_command("export_scorecard", "2018-08", "--format", "csv")

    assert capfdbinary.readouterr().out == FORMATS["csv"].write(august)


def test_export_of_a_month_without_figures_says_which_months_there_are(august):
    with pytest.raises(CommandError, match=r"no figures for '2031-01'.* from 2015-12 to 2018-08"):
        call_command("export_scorecard", "2031-01")


def test_export_to_a_folder_that_is_not_there_says_so(august, tmp_path):
    with pytest.raises(CommandError, match="Could not write"):
        call_command("export_scorecard", "2018-08", "--output", str(tmp_path / "no" / "file.json"))
