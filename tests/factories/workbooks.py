"""Workbooks made in memory, part by part, so that each can be wrong in one way only."""

import io
import zipfile

import openpyxl
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACRO_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = "META-INF/manifest.xml"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
CALCEXT = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"


def zipped(parts: dict[str, bytes | str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def stored(parts: dict[str, bytes | str]) -> bytes:
    """Without compression."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def relation(name: str, kind: str, target: str, mode: str = "") -> str:
    mode = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def relations(*items: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(items)}</Relationships>'


def sheet_xml(rows: str, *, before: str = "", after: str = "", namespace: str = MAIN) -> str:
    """A worksheet with these rows; ``before`` and ``after`` stand beside the table of cells."""
    return f'<worksheet xmlns="{namespace}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def styles_xml(*formats: str) -> str:
    """A style sheet whose style 1 has the first format, style 2 the second; style 0 has none."""
    custom = "".join(f'<numFmt numFmtId="{200 + n}" formatCode="{code}"/>' for n, code in enumerate(formats))
    used = "".join(f'<xf numFmtId="{200 + n}"/>' for n in range(len(formats)))
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{custom}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0"/>{used}</cellXfs></styleSheet>'
    )


def strings_xml(*items: str) -> str:
    return f'<sst xmlns="{MAIN}">{"".join(f"<si>{item}</si>" for item in items)}</sst>'


def workbook_xml(*sheets: str, properties: str = "", namespace: str = MAIN) -> str:
    """``sheets`` are elements made by ``listed``."""
    listed_sheets = f"<sheets>{''.join(sheets)}</sheets>"
    return f'<workbook xmlns="{namespace}" xmlns:r="{OFFICE}">{properties}{listed_sheets}</workbook>'


def listed(name: str = "Scorecard", number: int = 1, state: str = "visible") -> str:
    return f'<sheet name="{name}" sheetId="{number}" state="{state}" r:id="rId{number}"/>'


def xlsx_parts(rows: str = "", **changes: str | bytes | None) -> dict[str, bytes | str]:
    """The parts of a workbook with one sheet, "Scorecard"; ``sheet``, ``styles`` ... replace single ones."""
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{changes.get("content_type", XLSX_TYPE)}"/></Types>',
        "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": changes.get("workbook") or workbook_xml(listed()),
        "xl/_rels/workbook.xml.rels": changes.get("workbook_rels")
        or relations(
            relation("rId1", "worksheet", "worksheets/sheet1.xml"),
            relation("rId8", "styles", "styles.xml"),
            relation("rId9", "sharedStrings", "sharedStrings.xml"),
        ),
        "xl/worksheets/sheet1.xml": changes.get("sheet") or sheet_xml(rows),
        "xl/styles.xml": changes.get("styles") or styles_xml(),
        "xl/sharedStrings.xml": changes.get("strings") or strings_xml(),
    }


def xlsx(
    rows: str = "", *, also: dict[str, bytes | str] | None = None, **changes: str | bytes | None
) -> bytes:
    return zipped(xlsx_parts(rows, **changes) | (also or {}))


def xlsx_with(*cells: str, **changes: str | bytes | None) -> bytes:
    """One row with these cells, 1."""
    return xlsx(f'<row r="1">{"".join(cells)}</row>', **changes)


def openpyxl_bytes(workbook: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def workbook_with_sheets(count: int) -> openpyxl.Workbook:
    workbook = openpyxl.Workbook()
    for _ in range(count - 1):
        workbook.create_sheet()
    return workbook


def scorecard_bytes(rows: int, columns: int = 12) -> bytes:
    """A workbook as an officer's would be: codes, names and percentages to one decimal."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Scorecard"
    sheet.append(["Code", "Name", *(f"Month {month}" for month in range(1, columns - 1))])
    for row in range(1, rows):
        sheet.append(
            [
                f"CIC{row}",
                f"Indicator {row}",
                *(((row * 7 + month) % 1001) / 10 for month in range(columns - 2)),
            ]
        )
    return openpyxl_bytes(workbook)


def ods_content(tables: str, *, styles: str = "") -> str:
    spaces = " ".join(
        f'xmlns:{space}="{ODF}:{space}:1.0"' for space in ("office", "table", "text", "style", "draw")
    )
    return (
        f'<office:document-content {spaces} xmlns:calcext="{CALCEXT}" xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )


def ods_table(rows: str, *, name: str = "Scorecard", more: str = "") -> str:
    return f'<table:table table:name="{name}"{more}>{rows}</table:table>'


def ods_parts(
    rows: str = "", *, content: str | None = None, kind: str = ODS_TYPE, manifest: str = ""
) -> dict[str, str]:
    entries = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>{manifest}'
    return {
        "mimetype": kind,
        "content.xml": content or ods_content(ods_table(rows)),
        MANIFEST: f'<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0">{entries}</manifest:manifest>',
    }


def ods(rows: str = "", *, also: dict[str, bytes | str] | None = None, **changes: str) -> bytes:
    return zipped(ods_parts(rows, **changes) | (also or {}))


def ods_row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def ods_cell(attributes: str = "", text: str = "", more: str = "") -> str:
    """A cell with a paragraph of text."""
    return f"<table:table-cell {attributes}>{more}<text:p>{text}</text:p></table:table-cell>"


def odfpy_bytes(rows: list[list[str | float]]) -> bytes:
    """As odfpy writes it: numbers as floats, the rest as strings."""
    document = OpenDocumentSpreadsheet()
    table = Table(name="Scorecard")
    for values in rows:
        row = TableRow()
        for value in values:
            kind = (
                {"valuetype": "float", "value": value}
                if isinstance(value, float)
                else {"valuetype": "string"}
            )
            cell = TableCell(**kind)
            cell.addElement(P(text=str(value)))
            row.addElement(cell)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
