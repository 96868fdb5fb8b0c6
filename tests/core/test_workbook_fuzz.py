"""No bytes whatever bring anything but a workbook or our own refusal."""

import json
import re
from collections.abc import Callable
from contextlib import suppress

from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.workbook import CellProblem, UnreadableWorkbook, Workbook, read_workbook
from core.workbook.wire import BrokenAnswer, unpack
from tests.core.reading import read_here
from tests.factories.workbooks import ods_parts, scorecard_bytes, styles_xml, xlsx_parts, zipped

XML_BITS = [
    "<", ">", "/>", '"', "&", "&#0;", "&#x202E;", "]]>", "<!--", "<![CDATA[", "<!DOCTYPE a>", "\0", "-1", "1e999",
    "9" * 40, "1048577", "XFD1048576", ' r="A1"', ' t="s"', ' s="7"', "<row>", "</row>", "<c/>", "<v/>", "<is/>",
    "<f/>", "<si/>", "<t/>", "é", "\U0001f600", ' xmlns="urn:x"', "../", "NaN", "",
]  # fmt: skip


VALUE = re.compile(r'(?<==")[^"<]*(?=")|(?<=>)[^<>]+(?=<)')
VALUES = [
    "", " ", "-1", "0", "1", "7", "0.5", "1e999", "1e-9", "NaN", "٣", "9" * 40, "1048576", "1048577", "A1", "B1",
    "XFD1048576", "A1:C3", "true", "false", "s", "str", "b", "n", "e", "d", "inlineStr", "hidden", "rId9", "../x",
    "&#x202E;", "&#10;", "2018-08-31", "boolean", "date", "time", "string", "float", "collapse", "_x0000_", "x" * 200,
]  # fmt: skip


@st.composite
def wounded(draw: st.DrawFn, parts: dict[str, str]) -> bytes:
    """A workbook with pieces of its XML replaced, and zipped as if nothing had happened."""
    wounded_parts = dict(parts)
    for _ in range(draw(st.integers(1, 4))):
        name = draw(st.sampled_from(sorted(parts)))
        text = wounded_parts[name]
        start, length = draw(st.integers(0, len(text))), draw(st.sampled_from([0, 1, 2, 5, 20, 500]))
        wounded_parts[name] = text[:start] + draw(st.sampled_from(XML_BITS)) + text[start + length :]
    return zipped(wounded_parts)


@st.composite
def misled(draw: st.DrawFn, parts: dict[str, str]) -> bytes:
    """A workbook of well-formed XML in which some values are others'."""
    misled_parts = dict(parts)
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from([name for name in parts if name != "mimetype"]))
        value = draw(st.sampled_from(list(VALUE.finditer(misled_parts[name]))))
        before, after = misled_parts[name][: value.start()], misled_parts[name][value.end() :]
        misled_parts[name] = before + draw(st.sampled_from(VALUES)) + after
    return zipped(misled_parts)


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
    styles=styles_xml("0.0%"),
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
    sentence = outcome(lambda: ask_everything(read_here(data, ending)))

    assert sentence == "read" or sentence.endswith(".")


def ask_everything(workbook: Workbook) -> None:
    assert all(remark.found and remark.message.endswith(".") for remark in workbook.warnings)
    for cell in (cell for sheet in workbook.sheets for row in sheet.rows for cell in row.cells):
        for question in (cell.as_decimal, cell.as_date, cell.as_month_end):
            with suppress(CellProblem):
                question()


def outcome(reading: Callable[[], object]) -> str:
    try:
        reading()
    except UnreadableWorkbook as refusal:
        return str(refusal)
    return "read"


@settings(max_examples=400, deadline=None)
@given(wounded(XLSX) | misled(XLSX))
def test_wounded_xlsx_is_read_or_refused(data: bytes):
    is_read_or_refused(data, ".xlsx")


@settings(max_examples=300, deadline=None)
@given(wounded(ODS) | misled(ODS))
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


@settings(max_examples=150, deadline=None)
@given(st.lists(plain.map(json.dumps) | st.text(max_size=9), max_size=5).map("\n".join).map(str.encode))
@example(b'[false, false, ""]')
@example(b"[1, false, {}]")
def test_answer_that_is_not_ours_is_noticed(answer: bytes):
    try:
        unpack(b'["read",[],[""],1]\n["Scorecard",1,false,[],[],false]\n[%b]' % answer)
    except BrokenAnswer:
        return
    for number, _, cells in json.loads((b"[%b]" % answer).split(b"\n")[0]):
        assert isinstance(number, int)
        assert isinstance(cells, list)
