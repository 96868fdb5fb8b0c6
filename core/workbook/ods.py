"""Reads an OpenDocument spreadsheet (.ods)."""

import re
from typing import IO

from .drafts import SheetDraft, WorkbookDraft
from .limits import Limits
from .model import Remark
from .namespaces import in_open_document
from .ods_row import odf_attributes, read_row, repeated
from .package import Package, is_outside
from .refusals import UnreadableWorkbook
from .sniffing import PLEASE_FIND, PLEASE_SAVE
from .unwanted import FILES, LINKS, OUTSIDE, QUERIES
from .xlsx_contents import CONTENT_TYPES
from .xml_stream import Element, elements, local_name

CONTENT, MANIFEST, MIMETYPE = "content.xml", "META-INF/manifest.xml", "mimetype"
SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"
OBJECT = re.compile(r"^[^/]*object[^/]*/?$", re.IGNORECASE)
IN_MANIFEST = in_open_document("manifest", "encryption-data", "file-entry")
MACRO_NAMES = re.compile(r"^(basic|scripts)/", re.IGNORECASE)
HARMLESS_OBJECTS = (
    "application/vnd.oasis.opendocument.chart",
    "application/x-openoffice-gdimetafile;windows_formatname",
)
LINKED = ("table-source", "cell-range-source", "dde-link")
QUERIED = ("database-source-sql", "database-source-query", "database-source-table")
UNWANTED_ELEMENTS = {
    **dict.fromkeys(in_open_document("table", *LINKED), LINKS),
    **dict.fromkeys(in_open_document("office", "dde-source"), LINKS),
    **dict.fromkeys(in_open_document("table", *QUERIED), QUERIES),
    **dict.fromkeys(in_open_document("draw", "object-ole", "plugin", "applet"), FILES),
}
MAY_FETCH = in_open_document("draw", "image", "object", "floating-frame")
TABLE = in_open_document("table", "table")[0]
READ = (
    *in_open_document("style", "style"),
    *in_open_document("table", "table", "table-column", "table-row", "tracked-changes"),
)
TRACKED = Remark(
    "", "tracked changes, with what was deleted", "Accept all changes, save the workbook and upload it again."
)


def read_ods(file: IO[bytes], limits: Limits) -> WorkbookDraft:
    package = Package(file, limits)
    _refuse_other_documents(package)
    _refuse_unwanted_parts(package)
    workbook = ContentReader(limits).read(package)
    package.look_through_the_rest()
    return workbook


class ContentReader:
    """Sheets are finished when their end streams by."""

    def __init__(self, limits: Limits) -> None:
        self._workbook = WorkbookDraft(limits)
        self._hidden_styles: set[str] = set()
        self._draft: SheetDraft | None = None
        self._last_row = self._last_column = 0

    def read(self, package: Package) -> WorkbookDraft:
        for element in elements(package.open(CONTENT), (*READ, *UNWANTED_ELEMENTS, *MAY_FETCH)):
            match local_name(element):
                case "style":
                    self._remember_hidden(element)
                case "table-column":
                    self._read_column(element)
                case "table-row":
                    self._last_row = read_row(element, self._last_row, self._draft_of(element))
                case "table":
                    self._finish_sheet(element)
                case "tracked-changes":
                    self._workbook.remarks.append(TRACKED)
                case _:
                    _refuse_unwanted(element)
        if not self._workbook.sheets:
            raise UnreadableWorkbook("damaged", detail="it has no sheets")
        return self._workbook

    def _remember_hidden(self, style: Element) -> None:
        is_hidden = any(odf_attributes(child).get("display") == "false" for child in style)
        if is_hidden and (name := odf_attributes(style).get("name")):
            self._hidden_styles.add(name)

    def _draft_of(self, element: Element) -> SheetDraft:
        if self._draft is None:
            table = next(element.iterancestors(TABLE), None)
            if table is None:
                raise UnreadableWorkbook("damaged", detail="a row in it belongs to no sheet")
            self._draft = self._started(table)
        return self._draft

    def _started(self, table: Element) -> SheetDraft:
        attributes = odf_attributes(table)
        is_hidden = attributes.get("style-name") in self._hidden_styles
        return self._workbook.add_sheet(attributes.get("name", ""), is_hidden=is_hidden)

    def _read_column(self, column: Element) -> None:
        attributes = odf_attributes(column)
        first = self._last_column + 1
        self._last_column += repeated(attributes, "number-columns-repeated")
        if attributes.get("visibility", "visible") != "visible":
            self._draft_of(column).hide_columns(first, self._last_column)

    def _finish_sheet(self, table: Element) -> None:
        sheet = self._draft or self._started(table)
        if next(table.iterancestors(TABLE), None) is not None:
            raise UnreadableWorkbook("damaged", detail=f'sheet "{sheet.name}" has a table inside a table')
        self._draft = None
        self._last_row = self._last_column = 0


def _refuse_unwanted(element: Element) -> None:
    what, fix = UNWANTED_ELEMENTS.get(element.tag, OUTSIDE)
    address = next((value for name, value in element.attrib.items() if name.endswith("}href")), "")
    if element.tag in UNWANTED_ELEMENTS or is_outside(address):
        raise UnreadableWorkbook("unwanted_part", what=what, part=address or local_name(element), fix=fix)


def _refuse_other_documents(package: Package) -> None:
    if MIMETYPE not in package or CONTENT not in package:
        found = "an Excel workbook" if CONTENT_TYPES in package else "a zip file without a spreadsheet in it"
        fix = 'Give its name the ending ".xlsx".' if CONTENT_TYPES in package else PLEASE_FIND
        raise UnreadableWorkbook("other_content", ending=".ods", found=found, fix=fix)
    kind = package.read(MIMETYPE).decode("ascii", "replace").strip()
    if kind != SPREADSHEET:
        found = f"an OpenDocument {kind.rpartition('.')[2]}"
        raise UnreadableWorkbook("other_content", ending=".ods", found=found, fix=PLEASE_SAVE)


def _refuse_unwanted_parts(package: Package) -> None:
    for name in package.names:
        if MACRO_NAMES.search(name) and not name.endswith("/"):
            raise UnreadableWorkbook("macros", part=name)
    if MANIFEST not in package:
        return
    for element in elements(package.open(MANIFEST), IN_MANIFEST):
        if local_name(element) == "encryption-data":
            raise UnreadableWorkbook("password")
        attributes = odf_attributes(element)
        path, kind = attributes.get("full-path", ""), attributes.get("media-type", "")
        if OBJECT.search(path) and kind.startswith("application/") and kind not in HARMLESS_OBJECTS:
            what, fix = FILES
            raise UnreadableWorkbook("unwanted_part", what=what, part=path, fix=fix)
