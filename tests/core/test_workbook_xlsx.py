"""What an Excel workbook holds is read as it stands, each cell with its place, kind and exact text."""

import pytest

from core.workbook import Cell, Kind, Sheet, Workbook, read_workbook
from tests.factories.workbooks import (
    STRICT,
    listed,
    relation,
    relations,
    sheet_xml,
    strings_xml,
    styles_xml,
    workbook_xml,
    xlsx,
    xlsx_with,
)

DATE_1904 = '<workbookPr date1904="1"/>'


def read(data: bytes) -> Workbook:
    return read_workbook(data, filename="figures.xlsx")


def read_sheet(data: bytes) -> Sheet:
    (sheet,) = read(data).sheets
    return sheet


def read_cell(*cells: str, **changes: str) -> Cell:
    return read_sheet(xlsx_with(*cells, **changes)).rows[0].cells[0]


def addresses(sheet: Sheet) -> list[str]:
    return [cell.address for row in sheet.rows for cell in row.cells]


def test_cell_knows_its_place():
    cell = read_sheet(xlsx('<row r="14"><c r="C14"><v>5</v></c></row>')).rows[0].cells[0]

    assert cell == Cell("Scorecard", 14, 3, Kind.NUMBER, "5")
    assert (cell.address, cell.place) == ("C14", 'Sheet "Scorecard", cell C14')


@pytest.mark.parametrize(
    ("cell", "kind", "text"),
    [
        ('<c r="A1"><v>98.9</v></c>', Kind.NUMBER, "98.9"),
        ('<c r="A1"><v> 98.9 </v></c>', Kind.NUMBER, "98.9"),
        ('<c r="A1" t="n"><v>0</v></c>', Kind.NUMBER, "0"),
        ('<c r="A1"><v>-0</v></c>', Kind.NUMBER, "0"),
        ('<c r="A1"><v>1E-3</v></c>', Kind.NUMBER, "0.001"),
        ('<c r="A1"><v>1.5e+3</v></c>', Kind.NUMBER, "1500"),
        ('<c r="A1"><v>0.98899999999999999</v></c>', Kind.NUMBER, "0.989"),
        ('<c r="A1"><v>0.099999999999999978</v></c>', Kind.NUMBER, "0.1"),
        ('<c r="A1"><v>123456789012345</v></c>', Kind.NUMBER, "123456789012345"),
        ('<c r="A1"><v>1E400</v></c>', Kind.TEXT, "1E400"),
        ('<c r="A1"><v>NaN</v></c>', Kind.TEXT, "NaN"),
        ('<c r="A1"><v>1_000</v></c>', Kind.TEXT, "1_000"),
        ('<c r="A1"><v>٣</v></c>', Kind.TEXT, "٣"),
        ('<c r="A1" t="str"><v>n/a</v></c>', Kind.TEXT, "n/a"),
        ('<c r="A1" t="inlineStr"><is><t>CIC1</t></is></c>', Kind.TEXT, "CIC1"),
        ('<c r="A1" t="inlineStr"><is><r><t>CI</t></r><r><rPr/><t>C1</t></r></is></c>', Kind.TEXT, "CIC1"),
        (
            '<c r="A1" t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>spoken</t></rPh></is></c>',
            Kind.TEXT,
            "a",
        ),
        ('<c r="A1" t="inlineStr"><is><t>a_x000D_b_x0009_c</t></is></c>', Kind.TEXT, "a\rb\tc"),
        ('<c r="A1" t="inlineStr"><is><t>a_x0000_b</t></is></c>', Kind.TEXT, "a_x0000_b"),
        ('<c r="A1" t="inlineStr"><is><t>a_x005F_x0041_b_xD800_</t></is></c>', Kind.TEXT, "a_x0041_b_xD800_"),
        ('<c r="A1" t="b"><v>1</v></c>', Kind.BOOLEAN, "TRUE"),
        ('<c r="A1" t="b"><v>0</v></c>', Kind.BOOLEAN, "FALSE"),
        ('<c r="A1" t="e"><v>#REF!</v></c>', Kind.ERROR, "#REF!"),
        ('<c r="A1" t="d"><v>2018-08-31T00:00:00</v></c>', Kind.DATE, "2018-08-31T00:00:00"),
    ],
)
def test_value_keeps_its_kind_and_exact_text(cell: str, kind: Kind, text: str):
    found = read_cell(cell)

    assert (found.kind, found.text) == (kind, text)


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("<t>CIC1</t>", "CIC1"),
        ('<t xml:space="preserve"> CIC1 </t>', " CIC1 "),
        ("<r><t>CI</t></r><r><t>C1</t></r>", "CIC1"),
        ("<t>a</t><rPh><t>spoken</t></rPh><phoneticPr/>", "a"),
        ("<t>line_x000A_line</t>", "line\nline"),
    ],
)
def test_shared_text_is_joined_from_its_runs(item: str, text: str):
    assert read_cell('<c r="A1" t="s"><v>0</v></c>', strings=strings_xml(item)).text == text


@pytest.mark.parametrize(
    ("number_format", "value", "kind", "text"),
    [
        ("0.0%", "0.98899999999999999", Kind.PERCENTAGE, "0.989"),
        ("0.0%;[Red]-0.0%", "0.5", Kind.PERCENTAGE, "0.5"),
        ("0.0&quot;%&quot;", "98.9", Kind.NUMBER, "98.9"),
        ("0.0\\%", "98.9", Kind.NUMBER, "98.9"),
        ("General", "1", Kind.NUMBER, "1"),
        ("#,##0.00", "1579", Kind.NUMBER, "1579"),
        ("&quot;days&quot; 0", "12", Kind.NUMBER, "12"),
        ("[Red]0", "12", Kind.NUMBER, "12"),
        ("0.00E+00", "12", Kind.NUMBER, "12"),
        ("_-* #,##0_-", "12", Kind.NUMBER, "12"),
        ("@", "12", Kind.NUMBER, "12"),
        ("dd/mm/yyyy", "43343", Kind.DATE, "2018-08-31"),
        ("[$-809]dd mmmm yyyy;@", "43343", Kind.DATE, "2018-08-31"),
        ("mmm-yy", "43313", Kind.DATE, "2018-08-01"),
        ("mmmm", "43313", Kind.DATE, "2018-08-01"),
        ("dd/mm/yyyy hh:mm", "43343.5", Kind.DATE, "2018-08-31T12:00:00"),
        ("dd/mm/yyyy", "59", Kind.DATE, "1900-02-28"),
        ("dd/mm/yyyy", "60", Kind.DATE, "60"),
        ("dd/mm/yyyy", "61", Kind.DATE, "1900-03-01"),
        ("dd/mm/yyyy", "1", Kind.DATE, "1900-01-01"),
        ("dd/mm/yyyy", "0", Kind.DATE, "0"),
        ("dd/mm/yyyy", "-1", Kind.DATE, "-1"),
        ("dd/mm/yyyy", "2958465", Kind.DATE, "9999-12-31"),
        ("dd/mm/yyyy", "2958466", Kind.DATE, "2958466"),
        ("dd/mm/yyyy", "1E+30", Kind.DATE, "1000000000000000000000000000000"),
        ("hh:mm", "0.5", Kind.TIME, "12:00:00"),
        ("[h]:mm", "1.5", Kind.TIME, "36:00:00"),
        ("mm:ss", "0.5", Kind.TIME, "12:00:00"),
    ],
)
def test_number_format_says_what_a_number_is(number_format: str, value: str, kind: Kind, text: str):
    found = read_cell(f'<c r="A1" s="1"><v>{value}</v></c>', styles=styles_xml(number_format))

    assert (found.kind, found.text) == (kind, text)


def test_styles_of_named_cell_styles_are_not_taken_for_those_of_cells():
    assert read_cell('<c r="A1" s="0"><v>0.5</v></c>', styles=styles_xml("0%")).kind is Kind.NUMBER


@pytest.mark.parametrize(
    ("value", "text"), [("41881", "2018-08-31"), ("0", "1904-01-01"), ("-1", "-1"), ("2957003", "9999-12-31")]
)
def test_days_are_counted_from_1904_where_the_workbook_says_so(value: str, text: str):
    workbook = workbook_xml(listed(), properties=DATE_1904)

    cell = read_cell(f'<c r="A1" s="1"><v>{value}</v></c>', styles=styles_xml("d/m/yyyy"), workbook=workbook)

    assert cell.text == text


@pytest.mark.parametrize(
    ("cell", "kind", "text"),
    [
        ('<c r="A1"><f>B1/C1</f><v>0.5</v></c>', Kind.NUMBER, "0.5"),
        ('<c r="A1" t="str"><f>B1</f><v>n/a</v></c>', Kind.TEXT, "n/a"),
        ('<c r="A1" t="e"><f>B1</f><v>#N/A</v></c>', Kind.ERROR, "#N/A"),
        ('<c r="A1"><f>B1/C1</f></c>', Kind.UNCALCULATED, ""),
        ('<c r="A1"><f>B1/C1</f><v/></c>', Kind.UNCALCULATED, ""),
        ('<c r="A1"><f>B1/C1</f><v></v></c>', Kind.UNCALCULATED, ""),
        ('<c r="A1" t="str"><f>B1</f></c>', Kind.UNCALCULATED, ""),
        ('<c r="A1"><f t="shared" si="0"/><v>7</v></c>', Kind.NUMBER, "7"),
    ],
)
def test_formula_is_read_as_its_result_and_marked(cell: str, kind: Kind, text: str):
    found = read_cell(cell)

    assert (found.kind, found.text, found.is_formula) == (kind, text, True)


def test_formula_that_gives_no_text_is_empty():
    assert read_sheet(xlsx_with('<c r="A1" t="str"><f>""</f><v></v></c>')).rows == ()


def test_wrong_dimension_is_not_asked_for():
    sheet = sheet_xml(
        '<row r="1"><c r="A1"><v>1</v></c><c r="L1"><v>2</v></c></row><row r="9"><c r="C9"><v>3</v></c></row>',
        before='<dimension ref="A1:B2"/>',
    )

    assert addresses(read_sheet(xlsx(sheet=sheet))) == ["A1", "L1", "C9"]


def test_rows_and_cells_without_address_follow_the_one_before():
    rows = '<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'

    assert addresses(read_sheet(xlsx(rows))) == ["B3", "C3", "A4"]


def test_empty_rows_and_cells_are_left_out():
    rows = (
        '<row r="1"><c r="A1" s="0"/><c r="B1" t="s"><v>0</v></c><c r="C1"><v> </v></c></row>'
        '<row r="2"><c r="A2"><v>1</v></c></row>'
        '<row r="9000"/><row r="1048576"><c r="A1048576" s="0"/><c r="XFD1048576" s="0"/></row>'
    )

    assert addresses(read_sheet(xlsx(rows, strings=strings_xml("<t> \u00a0 </t>")))) == ["A2"]


def test_last_permitted_row_and_column_are_read():
    rows = '<row r="5000"><c r="BH5000"><v>1</v></c></row>'

    assert addresses(read_sheet(xlsx(rows))) == ["BH5000"]


def test_merged_ranges_are_named_and_not_filled():
    merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2:C2"/></mergeCells>'

    sheet = read_sheet(xlsx(sheet=sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>', after=merged)))

    assert (sheet.merged_ranges, addresses(sheet)) == (("A1:XFD1048576", "B2:C2"), ["A1"])


def test_what_is_hidden_is_read_and_said():
    hidden_row = '<row r="2" hidden="1"><c r="A2"><v>1</v></c></row>'
    sheet = sheet_xml(
        f'<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>1</v></c></row>{hidden_row}',
        before='<cols><col min="2" max="16384" hidden="1"/></cols>',
    )
    comments = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(relation("rId1", "comments", "../comments1.xml"))
    }

    workbook = read(xlsx(sheet=sheet, workbook=workbook_xml(listed(state="veryHidden")), also=comments))

    (sheet,) = workbook.sheets
    assert [row.is_hidden for row in sheet.rows] == [False, True]
    assert (sheet.is_hidden, sheet.hidden_columns, sheet.has_comments) == (True, (3,), True)
    assert [(remark.sheet, remark.found) for remark in workbook.warnings] == [
        ("Scorecard", "a hidden sheet"),
        ("Scorecard", "hidden rows: 2"),
        ("Scorecard", "hidden columns: C"),
        ("Scorecard", "comments"),
    ]


def test_plain_workbook_has_no_warnings():
    assert read(xlsx_with('<c r="A1"><v>1</v></c>')).warnings == ()


def test_chart_sheet_and_pivot_cache_are_remarked_on():
    rels = relations(
        relation("rId1", "worksheet", "worksheets/sheet1.xml"),
        relation("rId2", "chartsheet", "chartsheets/sheet1.xml"),
    )
    also = {"xl/chartsheets/sheet1.xml": "<a/>", "xl/pivotCache/pivotCacheRecords1.xml": "<a/>"}

    workbook = read(xlsx(workbook=workbook_xml(listed(), listed("Chart", 2)), workbook_rels=rels, also=also))

    assert [sheet.name for sheet in workbook.sheets] == ["Scorecard"]
    assert [(remark.sheet, remark.found) for remark in workbook.warnings] == [
        ("Chart", "a chart"),
        ("", "a pivot table"),
    ]


def test_strict_workbook_is_read():
    data = xlsx(
        sheet=sheet_xml('<row r="1"><c r="A1"><f>B1</f><v>7</v></c></row>', namespace=STRICT),
        workbook=workbook_xml(listed(), namespace=STRICT),
    )

    assert read_sheet(data).rows[0].cells[0].text == "7"


def test_elements_that_are_not_excels_are_not_seen():
    sheet = sheet_xml(
        '<row r="1" xmlns:x="urn:x"><x:c r="A1"><v>1</v></x:c><c r="B1"><x:v>1</x:v><v>2</v></c></row>'
    )

    assert [cell.text for cell in read_sheet(xlsx(sheet=sheet)).rows[0].cells] == ["2"]


def test_hyperlinks_are_allowed():
    link = relation("rId1", "hyperlink", "https://a.example/", "External")

    workbook = read(xlsx(also={"xl/worksheets/_rels/sheet1.xml.rels": relations(link)}))

    assert workbook.warnings == ()


def test_sheet_is_found_by_name_whatever_its_capitals():
    workbook = read(xlsx())

    assert workbook.sheet("SCORECARD") == workbook.sheets[0]
    assert workbook.sheet("Notes") is None


def test_row_gives_an_empty_cell_with_its_place_where_there_is_none():
    row = read_sheet(xlsx('<row r="2"><c r="B2"><v>1</v></c></row>')).rows[0]

    assert row.place == 'Sheet "Scorecard", row 2'
    assert row.cell(2).text == "1"
    assert row.cell(28) == Cell("Scorecard", 2, 28, Kind.EMPTY)
    assert row.cell(28).place == 'Sheet "Scorecard", cell AB2'
