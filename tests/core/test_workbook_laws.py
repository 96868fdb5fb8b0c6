"""Laws: what is written is read back; no bytes whatever bring anything but our own refusal."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from core.workbook import MONTHLY, Kind, UnreadableWorkbook, Workbook, read_workbook
from core.workbook.numbers import stored_number
from core.workbook.reading import read_draft
from core.workbook.wire import BrokenAnswer, pack, unpack
from tests.factories.workbooks import (
    odfpy_bytes,
    ods_parts,
    openpyxl_bytes,
    scorecard_bytes,
    xlsx_parts,
    zipped,
)

bounded = settings(max_examples=150, deadline=None)

words = st.text(
    st.characters(min_codepoint=32, exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1, max_size=12
)
filled = words.filter(lambda text: text.strip() and not text.startswith("=") and "_x" not in text)
decimals = st.decimals(min_value=-(10**9), max_value=10**9, places=3)
numbers = decimals.map(float)


def read_here(data: bytes, ending: str) -> Workbook:
    """In this process, so that a fault in the reader is seen as what it is."""
    return unpack(pack(read_draft(io.BytesIO(data), ending, MONTHLY)))


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


XML_BITS = [
    "<", ">", "/>", '"', "&", "&#0;", "&#x202E;", "]]>", "<!--", "<![CDATA[", "<!DOCTYPE a>", "\0", "-1", "1e999",
    "9" * 40, "1048577", "XFD1048576", ' r="A1"', ' t="s"', ' s="7"', "<row>", "</row>", "<c/>", "<v/>", "<is/>",
    "<f/>", "<si/>", "<t/>", "é", "\U0001f600", ' xmlns="urn:x"', "../", "NaN", "",
]  # fmt: skip


@st.composite
def wounded(draw: st.DrawFn, parts: dict[str, bytes | str]) -> bytes:
    """A workbook with some pieces of its XML replaced, and zipped as if nothing had happened."""
    wounded_parts = dict(parts)
    for _ in range(draw(st.integers(1, 4))):
        name = draw(st.sampled_from(sorted(parts)))
        text = (
            wounded_parts[name]
            if isinstance(wounded_parts[name], str)
            else wounded_parts[name].decode("latin-1")
        )
        start, length = draw(st.integers(0, len(text))), draw(st.sampled_from([0, 1, 2, 5, 20, 500]))
        wounded_parts[name] = text[:start] + draw(st.sampled_from(XML_BITS)) + text[start + length :]
    return zipped(wounded_parts)


@st.composite
def bitten(draw: st.DrawFn, data: bytes) -> bytes:
    """Bytes with some of them changed, lost or doubled."""
    for _ in range(draw(st.integers(1, 6))):
        at, length = draw(st.integers(0, len(data))), draw(st.sampled_from([0, 1, 4, 50]))
        data = data[:at] + draw(st.binary(max_size=6) | st.just(data[:at][-60:])) + data[at + length :]
    return data


XLSX = xlsx_parts(
    '<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><f>1</f><v>0.989</v></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2" t="e"><v>#REF!</v></c></row>',
    strings='<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Code</t></si></sst>',
)
ODS = ods_parts(
    '<table:table-column table:visibility="collapse"/><table:table-row table:number-rows-repeated="2">'
    '<table:table-cell office:value-type="percentage" office:value="0.989" table:number-columns-repeated="2"/>'
    "<table:table-cell><text:p>a<text:s text:c='3'/></text:p></table:table-cell></table:table-row>"
)
CSV = b'Code,Value,"a ""b"""\r\nCIC1,98.9,\r\n'
WHOLE = scorecard_bytes(4)


def is_read_or_refused(data: bytes, ending: str) -> None:
    sentence = outcome(lambda: read_here(data, ending).warnings)

    assert sentence == "read" or sentence.endswith(".")


def outcome(reading: Callable[[], object]) -> str:
    try:
        reading()
    except UnreadableWorkbook as refusal:
        return str(refusal)
    return "read"


@settings(max_examples=400, deadline=None)
@given(wounded(XLSX))
def test_wounded_xlsx_is_read_or_refused(data: bytes):
    is_read_or_refused(data, ".xlsx")


@settings(max_examples=300, deadline=None)
@given(wounded(ODS))
def test_wounded_ods_is_read_or_refused(data: bytes):
    is_read_or_refused(data, ".ods")


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([WHOLE, zipped(XLSX)]).flatmap(bitten))
def test_bitten_xlsx_is_read_or_refused(data: bytes):
    is_read_or_refused(data, ".xlsx")


@settings(max_examples=300, deadline=None)
@given(bitten(CSV) | st.binary(max_size=60))
def test_bitten_csv_is_read_or_refused(data: bytes):
    is_read_or_refused(data, ".csv")


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300) | bitten(WHOLE), st.sampled_from(["a.xlsx", "a.ods", "a.csv", "a.xls", "a", ""])
)
def test_no_bytes_stop_the_reader(data: bytes, filename: str):
    sentence = outcome(lambda: read_workbook(data, filename=filename))

    assert "reader stopped" not in sentence


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=6)
)


@bounded
@given(st.lists(plain.map(json.dumps) | st.text(max_size=9), max_size=5).map("\n".join).map(str.encode))
def test_answer_that_is_not_ours_is_noticed(answer: bytes):
    try:
        unpack(b'["read",[],[""],1]\n["Scorecard",1,false,[],[],false]\n' + answer)
    except BrokenAnswer:
        return
    number, _, cells = json.loads(answer.split(b"\n")[0])
    assert isinstance(number, int)
    assert isinstance(cells, list)
