"""Laws: what is written is read back, to the last digit."""

import csv
import io
from datetime import date
from decimal import Decimal

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from core.workbook import Kind, Workbook, read_workbook
from core.workbook.numbers import stored_number
from tests.core.reading import read_here
from tests.factories.workbooks import (
    odfpy_bytes,
    openpyxl_bytes,
)

bounded = settings(max_examples=150, deadline=None)

words = st.text(
    st.characters(min_codepoint=32, exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1, max_size=12
)
filled = words.filter(lambda text: text.strip() and not text.startswith("=") and "_x" not in text)
decimals = st.decimals(min_value=-(10**9), max_value=10**9, places=3)
numbers = decimals.map(float)


def values(workbook: Workbook) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in workbook.sheets[0].rows]


@bounded
@given(st.lists(st.lists(filled | numbers | st.booleans(), min_size=1, max_size=4), min_size=1, max_size=4))
def test_what_openpyxl_writes_is_read_back(rows: list[list[str | float | bool]]):
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)

    cells = [
        cell for row in read_here(openpyxl_bytes(workbook), ".xlsx").sheets[0].rows for cell in row.cells
    ]

    found = [cell.as_decimal() if cell.kind is Kind.NUMBER else cell.text for cell in cells]
    assert found == [_expected(value) for row in rows for value in row]


def _expected(value: str | float | bool) -> str | Decimal:
    if isinstance(value, bool):
        return str(value).upper()
    return Decimal(repr(value)) if isinstance(value, float) else value


@bounded
@given(st.dates(min_value=date(1900, 3, 1)))
def test_dates_openpyxl_writes_are_read_back(day: date):
    workbook = openpyxl.Workbook()
    workbook.active["C14"] = day

    cell = read_here(openpyxl_bytes(workbook), ".xlsx").sheets[0].rows[0].cells[0]

    assert (cell.address, cell.as_date()) == ("C14", day)


@bounded
@given(st.lists(st.lists(filled | numbers, min_size=1, max_size=3), min_size=1, max_size=3))
def test_what_odfpy_writes_is_read_back(rows: list[list[str | float]]):
    rows = [[" ".join(value.split()) if isinstance(value, str) else value for value in row] for row in rows]

    found = read_here(odfpy_bytes(rows), ".ods").sheets[0].rows

    texts = [
        [cell.as_decimal() if cell.kind is Kind.NUMBER else cell.text for cell in row.cells] for row in found
    ]
    assert texts == [[_expected(value) for value in row] for row in rows]


@bounded
@given(
    st.lists(
        st.lists(filled, min_size=2, max_size=4),
        min_size=1,
        max_size=4,
    )
)
def test_what_csv_writes_is_read_back(rows: list[list[str]]):
    file = io.StringIO()
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)

    assert values(read_here(file.getvalue().encode("utf-8-sig"), ".csv")) == rows


@bounded
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**14), max_value=10**14, places=1))
def test_number_of_up_to_15_digits_is_exact_however_a_file_writes_it(number: Decimal):
    written = (f"{float(number):.17g}", f"{float(number):.16e}", repr(float(number)), f"{number:f}")

    assert [Decimal(stored_number(text)) for text in written] == [number] * 4


def test_every_percentage_with_one_decimal_is_exact():
    workbook = openpyxl.Workbook()
    for tenths in range(1001):
        workbook.active.append([tenths / 1000, float(f"{tenths / 1000:.17g}")])
    for row in workbook.active.iter_rows():
        for cell in row:
            cell.number_format = "0.0%"

    rows = read_workbook(openpyxl_bytes(workbook), filename="a.xlsx").sheets[0].rows

    expected = [Decimal(tenths) / 10 for tenths in range(1001)]
    assert [row.cells[0].as_decimal() for row in rows] == expected
    assert [row.cells[1].as_decimal() for row in rows] == expected
