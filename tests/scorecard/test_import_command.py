"""manage.py import_scorecard: what it prints, how it exits and that --check leaves the database as it was."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from scorecard.models import Figure, WorkbookUpload
from tests.factories.demographics import make_table
from tests.factories.scorecard import FigureFactory, IndicatorFactory, ThresholdFactory
from tests.scorecard.demographics.sheets import line, with_sheet
from tests.scorecard.workbooks import AUGUST, JULY, row, value, xlsx

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def indicators(db, uploads_folder):
    ThresholdFactory(indicator__code="CIC01", target=98, floor=90)
    IndicatorFactory(code="CIC02", is_kpi=False)


@pytest.fixture
def run(tmp_path):
    """Writes the bytes to a file, runs the command on it, and gives back what it printed."""

    def run(data, *options, name="august.xlsx"):
        file = tmp_path / name
        file.write_bytes(data)
        out, err = io.StringIO(), io.StringIO()
        try:
            call_command("import_scorecard", str(file), *options, stdout=out, stderr=err)
        except CommandError as error:
            return 1, out.getvalue(), err.getvalue() + str(error)
        return 0, out.getvalue(), err.getvalue()

    return run


def test_tables_left_empty_are_named(run):
    make_table("Age", "Under 1")
    empty = [line(name, None, None, None) for name in ("Under 1", "All children")]

    _, out, _ = run(with_sheet(*empty), "--check")

    assert out.splitlines()[0] == "Left empty, so not counted: Age."


def database():
    """A hash of every row of every table, and where each sequence stands."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
        tables = [name for (name,) in cursor.fetchall()]
        contents = {}
        for table in tables:
            cursor.execute(
                f'SELECT count(*), md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM "{table}" t'
            )
            contents[table] = cursor.fetchone()
        cursor.execute("SELECT sequencename, last_value FROM pg_sequences ORDER BY sequencename")
        return contents | dict(cursor.fetchall())


def test_good_file_is_applied_with_counts(run):
    status, out, err = run(xlsx(row(), row("CIC02")))

    assert (status, out, err) == (0, "Applied: 2 new, 0 changed, 0 unchanged.\n", "")
    assert Figure.objects.count() == 2


def test_same_file_twice_says_that_nothing_changed_and_writes_nothing(run):
    data = xlsx(row(), row("CIC02"))
    run(data)
    before = database()

    status, out, err = run(data)

    message = "Nothing changed: all 2 figures in the workbook are those that stand.\n"
    assert (status, out, err, database()) == (0, message, "", before)


def test_problems_are_listed_at_their_cells_and_nothing_is_written(run, uploads_folder):
    before = database()

    status, out, err = run(xlsx(row(), row("CIC99"), row("CIC02", Result="98,9")))

    assert (status, out) == (1, "")
    assert err == (
        'Problem. Sheet "Scorecard", cell A3 (Code): Found "CIC99". There is no indicator with this code. '
        "Correct the code, or delete the row.\n"
        'Problem. Sheet "Scorecard", cell E4 (Result): Found "98,9". Expected a number like 87.5. '
        "Use a point for decimals: 98.9.\n"
        "1 figure ready; 2 problems to fix in the workbook. Nothing was written."
    )
    assert (database(), list(uploads_folder.iterdir())) == (before, [])


@pytest.mark.parametrize("is_faulty", [False, True])
def test_check_writes_nothing_whatever_the_file(run, uploads_folder, is_faulty):
    FigureFactory(indicator__code="CIC01", period__ends_on=JULY)
    FigureFactory(indicator__code="CIC01", period__ends_on=AUGUST, value=97)
    data = xlsx(row("CIC99" if is_faulty else "CIC01"))
    before = database()

    status, _, _ = run(data, "--check")

    assert (status, database(), list(uploads_folder.iterdir())) == (int(is_faulty), before, [])


def test_check_says_what_would_happen(run):
    FigureFactory(indicator__code="CIC01", period__ends_on=AUGUST, value=97)

    status, out, _ = run(xlsx(row(), row("CIC02")), "--check")

    assert (status, out) == (
        0,
        'Warning. Sheet "Scorecard", cell E2 (Result): Found "98.9". CIC01 is amber as it stands and would be green.\n'
        "Changed. CIC01, All children, August 2018: 97.0% becomes 98.9% (1,513 of 1,530)\n"
        "Rating. CIC01, All children, August 2018: green; as it stands amber\n"
        "Checked, nothing was written: 1 new, 1 changed, 0 unchanged.\n",
    )


def test_warnings_are_printed_and_applied_unless_strict(run):
    data = xlsx(row(Indicator="Other"))

    strict, ordinary = run(data, "--strict"), run(data)

    assert (strict[0], strict[2]) == (1, "There is more to say: 1 warning. Nothing was written.")
    assert (ordinary[0], ordinary[1].splitlines()[-1]) == (0, "Applied: 1 new, 0 changed, 0 unchanged.")


@pytest.mark.parametrize("check", [[], ["--check"]])
def test_small_percentage_is_refused_unless_confirmed(run, check):
    data = xlsx(value("CIC02", 0.989))

    refused, confirmed = run(data, *check), run(data, "--confirm-small-percentages", *check)

    assert (refused[0], confirmed[0]) == (1, 0)
    assert refused[2] == (
        "A percentage of 1 or less wants confirming. Nothing was written. "
        "Correct it, or give --confirm-small-percentages if it is meant so."
    )


def test_history_holds_many_months_without_a_warning(run):
    data = xlsx(row(), row(Month=JULY))

    assert "The workbook holds 2 months" in run(data, "--check")[1]
    assert run(data, "--history")[1] == "Applied: 2 new, 0 changed, 0 unchanged.\n"


def test_unreadable_file_is_told_with_its_name(run):
    status, _, err = run(b"%PDF-1.7", name="august.xlsx")

    assert (status, err[:70]) == (1, 'august.xlsx: The name ends in ".xlsx", but the file is a PDF document.')
    assert not WorkbookUpload.objects.exists()


def test_missing_file_is_told_plainly(tmp_path):
    with pytest.raises(
        CommandError, match=r"There is no file .*none\.xlsx\. Check the name and the folder\."
    ):
        call_command("import_scorecard", str(tmp_path / "none.xlsx"))


def test_folder_is_told_plainly(tmp_path):
    with pytest.raises(CommandError, match=r" is a folder\. Name the workbook inside it\."):
        call_command("import_scorecard", str(tmp_path))
