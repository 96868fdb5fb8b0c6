import io
from datetime import UTC, date, datetime
from decimal import Decimal

from openpyxl import load_workbook

from core.workbook import MONTHLY, read_workbook
from scorecard.demonstration import months
from scorecard.demonstration.months import SheetRow
from scorecard.demonstration.workbooks import build
from scorecard.imports.layout import MONTH_PARTS, OPTIONAL, REQUIRED, SCORECARD, Column
from scorecard.models import FigureStatus

WRITTEN_ON = datetime(2018, 9, 24, 9, tzinfo=UTC)
AUGUST = date(2018, 8, 31)


def built(rows: list[SheetRow], notes: tuple[str, ...] = ("A note.",)) -> bytes:
    return build(rows, notes=notes, written_on=WRITTEN_ON)


def cells(rows: list[SheetRow]) -> list[dict[str, object]]:
    """What stands in the sheet, by heading, as a spreadsheet programme reads it."""
    sheet = load_workbook(io.BytesIO(built(rows)))[SCORECARD]
    headings, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(headings, line, strict=True)) for line in lines]


def test_workbook_has_the_headings_of_an_upload_and_the_figures_as_numbers():
    row = SheetRow(
        "CIC01", AUGUST, result=Decimal("98.9"), numerator=Decimal(1513), denominator=Decimal(1530), rag="G"
    )

    assert cells([row]) == [
        {
            "Code": "CIC01",
            "Indicator": "% of CIC Cases which were reviewed within required timescales",
            "Population": "All children",
            "Month": datetime(2018, 8, 31),
            "Result": 98.9,
            "Numerator": 1513,
            "Denominator": 1530,
            "Status": None,
            "Provisional": None,
            "RAG": "G",
            "Note": None,
        }
    ]


def test_workbook_says_why_there_is_no_figure():
    row = SheetRow("CIC20", AUGUST, status=FigureStatus.NOT_AVAILABLE, note="The system changed.")

    (line,) = cells([row])

    assert (line["Result"], line["Status"], line["Note"]) == (None, "Not available", "The system changed.")


def test_only_a_workbook_with_illustrative_figures_has_the_column_for_them():
    printed = SheetRow("CIC09", AUGUST, result=Decimal(1579), is_provisional=True)
    invented = printed._replace(code="CIC10", is_illustrative=True)

    with_column = cells([printed, invented])

    assert list(cells([printed])[0]) == [*REQUIRED]
    assert list(with_column[0]) == [*REQUIRED, Column.ILLUSTRATIVE]
    assert [line["Illustrative"] for line in with_column] == [None, "Yes"]
    assert [line["Provisional"] for line in with_column] == ["Yes", "Yes"]
    assert Column.LAST_MONTH in OPTIONAL


def test_same_figures_make_the_same_bytes():
    assert built(months.august()) == built(months.august())
    assert built(months.august()) != built(months.july())


def test_workbook_bears_the_date_it_was_written_for_and_its_notes():
    workbook = load_workbook(io.BytesIO(built(months.august(), notes=("First.", "Second."))))

    assert workbook.sheetnames == [SCORECARD, "Notes"]
    assert [cell.value for cell in workbook["Notes"]["A"]] == ["First.", "Second."]
    assert workbook.properties.created == workbook.properties.modified == WRITTEN_ON.replace(tzinfo=None)


def test_workbook_is_read_by_the_portal_s_own_reader_without_a_warning():
    workbook = read_workbook(built(months.august()), filename="scorecard-2018-08.xlsx", limits=MONTHLY)

    assert not workbook.warnings
    assert len(workbook.sheet(SCORECARD).rows) == 1 + 48 + 29


def test_only_a_workbook_with_parts_of_months_has_the_columns_for_them():
    row = SheetRow("CIC02", AUGUST, result=Decimal(96), is_illustrative=True)
    told = row._replace(month_numerator=Decimal(300), month_denominator=Decimal(310))

    assert list(cells([row])[0]) == [*REQUIRED, Column.ILLUSTRATIVE]
    assert list(cells([told])[0]) == [*REQUIRED, *MONTH_PARTS, Column.ILLUSTRATIVE]
    assert [cells([told])[0][column] for column in MONTH_PARTS] == [300, 310]
