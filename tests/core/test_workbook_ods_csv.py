"""OpenDocument and CSV are read to the same cells as Excel."""

import pytest

from core.workbook import Cell, Kind, Sheet, Workbook, read_workbook
from tests.factories.workbooks import odfpy_bytes, ods, ods_cell, ods_content, ods_row, ods_table

FLOAT = 'office:value-type="float" office:value="{}"'
ERROR = 'office:value-type="string" office:string-value="" calcext:value-type="error"'
NOT_SHOWN = '<style:table-properties table:display="false"/>'
HIDDEN_TABLE = f'<style:style style:name="ta1" style:family="table">{NOT_SHOWN}</style:style>'


def read_ods(rows: str = "", **changes: str) -> Workbook:
    return read_workbook(ods(rows, **changes), filename="figures.ods")


def read_csv(data: bytes) -> Workbook:
    return read_workbook(data, filename="Figures.CSV")


def texts(sheet: Sheet) -> list[tuple[str, str]]:
    return [(cell.address, cell.text) for row in sheet.rows for cell in row.cells]


@pytest.mark.parametrize(
    ("attributes", "text", "kind", "found"),
    [
        (FLOAT.format("98.9"), "98.9", Kind.NUMBER, "98.9"),
        (FLOAT.format("0.98899999999999999"), "1", Kind.NUMBER, "0.989"),
        (FLOAT.format("NaN"), "", Kind.TEXT, "NaN"),
        ('office:value-type="float"', "98.9", Kind.TEXT, "98.9"),
        ('office:value-type="currency" office:value="1579"', "£1,579", Kind.NUMBER, "1579"),
        ('office:value-type="percentage" office:value="0.989"', "98.9%", Kind.PERCENTAGE, "0.989"),
        ('office:value-type="date" office:date-value="2018-08-31"', "31/08/18", Kind.DATE, "2018-08-31"),
        ('office:value-type="time" office:time-value="PT12H00M00S"', "12:00", Kind.TIME, "12:00"),
        ('office:value-type="boolean" office:boolean-value="true"', "TRUE", Kind.BOOLEAN, "TRUE"),
        ('office:value-type="string"', "n/a", Kind.TEXT, "n/a"),
        ('office:value-type="string" office:string-value="n/a"', "shown", Kind.TEXT, "n/a"),
        (
            'office:value-type="string"',
            "a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d",
            Kind.TEXT,
            "a  b\tc\nd",
        ),
        ('office:value-type="string"', "a<text:span>b</text:span>c", Kind.TEXT, "abc"),
        (ERROR, "#REF!", Kind.ERROR, "#REF!"),
        ("table:formula='of:=[.B1]' " + FLOAT.format("7"), "7", Kind.NUMBER, "7"),
        ("table:formula='of:=[.B1]'", "", Kind.UNCALCULATED, ""),
    ],
)
def test_ods_value_keeps_its_kind_and_exact_text(attributes: str, text: str, kind: Kind, found: str):
    cell = read_ods(ods_row(ods_cell(attributes, text))).sheets[0].rows[0].cells[0]

    assert cell == Cell("Scorecard", 1, 1, kind, found, "", "formula" in attributes)


def test_ods_repeats_are_counted():
    rows = (
        ods_row(ods_cell(FLOAT.format(1) + ' table:number-columns-repeated="2"'), ods_cell(FLOAT.format(2)))
        + ods_row(more=' table:number-rows-repeated="3"')
        + ods_row('<table:table-cell table:number-columns-repeated="3"/>', ods_cell(FLOAT.format(3)), more="")
        + ods_row(ods_cell(FLOAT.format(4)), more=' table:number-rows-repeated="2"')
        + ods_row(
            '<table:table-cell table:number-columns-repeated="16384"/>',
            more=' table:number-rows-repeated="1048569"',
        )
    )

    assert texts(read_ods(rows).sheets[0]) == [
        ("A1", "1"), ("B1", "1"), ("C1", "2"), ("D5", "3"), ("A6", "4"), ("A7", "4"),
    ]  # fmt: skip


def test_ods_merged_cells_are_named_and_what_they_cover_is_read():
    merged = ods_cell(FLOAT.format(1) + ' table:number-columns-spanned="2" table:number-rows-spanned="2"')
    covered = f"<table:covered-table-cell {FLOAT.format(2)}/>"

    sheet = read_ods(ods_row(merged, covered)).sheets[0]

    assert (sheet.merged_ranges, texts(sheet)) == (("A1:B2",), [("A1", "1"), ("B1", "2")])


def test_ods_hidden_things_are_said_and_comments_are_not_text():
    columns = '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="9"/>'
    comment = "<office:annotation><text:p>a name</text:p></office:annotation>"
    rows = columns + ods_row(
        ods_cell('office:value-type="string"', "CIC1", comment),
        ods_cell(FLOAT.format(1)),
        more=' table:visibility="filter"',
    )

    workbook = read_ods(
        content=ods_content(ods_table(rows, more=' table:style-name="ta1"'), styles=HIDDEN_TABLE)
    )

    (sheet,) = workbook.sheets
    assert (sheet.is_hidden, sheet.hidden_columns, sheet.has_comments) == (True, (2,), True)
    assert (sheet.rows[0].is_hidden, texts(sheet)) == (True, [("A1", "CIC1"), ("B1", "1")])
    assert len(workbook.warnings) == 4


def test_ods_attributes_of_other_programs_are_not_taken_for_its_own():
    cell = ods_cell(FLOAT.format(1) + ' xmlns:x="urn:x" x:value="999"')

    assert texts(read_ods(ods_row(cell)).sheets[0]) == [("A1", "1")]


def test_ods_tracked_changes_are_remarked_on():
    content = ods_content("<table:tracked-changes><table:deletion/></table:tracked-changes>" + ods_table(""))

    (remark,) = read_ods(content=content).warnings

    assert (remark.sheet, remark.found) == ("", "tracked changes, with what was deleted")


def test_ods_of_odfpy_is_read():
    data = odfpy_bytes([["Code", "Value"], ["CIC1", 98.9]])

    sheet = read_workbook(data, filename="a.ods").sheets[0]

    assert texts(sheet) == [("A1", "Code"), ("B1", "Value"), ("A2", "CIC1"), ("B2", "98.9")]


@pytest.mark.parametrize(
    "data",
    [
        b"Code,Value\r\nCIC1,98.9\r\n",
        b"Code,Value\nCIC1,98.9",
        b"Code,Value\rCIC1,98.9\r",
        b"Code;Value\nCIC1;98.9\n",
        b"Code\tValue\nCIC1\t98.9\n",
        b"sep=;\r\nCode;Value\r\nCIC1;98.9\r\n",
        b'"Code","Value"\n"CIC1","98.9"\n',
        b"\xef\xbb\xbfCode,Value\nCIC1,98.9\n",
        "Code,Value\nCIC1,98.9\n".encode("utf-16"),
        b"\xfe\xff" + "Code,Value\nCIC1,98.9\n".encode("utf-16-be"),
        b"Code,Value,,\nCIC1,98.9,, \n",
    ],
)
def test_csv_is_read_whatever_its_encoding_and_delimiter(data: bytes):
    workbook = read_csv(data)

    assert texts(workbook.sheets[0]) == [("A1", "Code"), ("B1", "Value"), ("A2", "CIC1"), ("B2", "98.9")]
    assert workbook.warnings == ()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b'"a\nb",1\nc,2\n', [("A1", "a\nb"), ("B1", "1"), ("A2", "c"), ("B2", "2")]),
        (b"a\n\n\nb\n", [("A1", "a"), ("A4", "b")]),
        (b"a,b\n1\n2,3,4\n", [("A1", "a"), ("B1", "b"), ("A2", "1"), ("A3", "2"), ("B3", "3"), ("C3", "4")]),
        (b'a;"b,c,d,e";f\n', [("A1", "a"), ("B1", "b,c,d,e"), ("C1", "f")]),
        (b'a,"say ""hello"""\n', [("A1", "a"), ("B1", 'say "hello"')]),
        (b"=1+1,-3\n", [("A1", "=1+1"), ("B1", "-3")]),
        (b" \n", []),
    ],
)
def test_csv_rows_are_numbered_as_a_spreadsheet_numbers_them(data: bytes, found: list[tuple[str, str]]):
    assert texts(read_csv(data).sheets[0]) == found


def test_csv_of_older_windows_is_read_and_said():
    workbook = read_csv("Name\nChildren – café £\n".encode("cp1252"))

    assert texts(workbook.sheets[0]) == [("A1", "Name"), ("A2", "Children – café £")]
    assert [remark.found for remark in workbook.warnings] == ["text that is not in UTF-8"]


def test_csv_cell_has_no_sheet_in_its_place():
    row = read_csv(b"a\nb\n").sheets[0].rows[1]

    assert (row.place, row.cells[0].place) == ("Row 2", "Cell A2")
