"""What an Office file says it contains: its kind, its sheets, the way they count days."""

from typing import NamedTuple

from .namespaces import in_package, in_spreadsheet
from .package import Package
from .refusals import UnreadableWorkbook
from .relations import relations_of
from .sniffing import PLEASE_FIND, PLEASE_SAVE
from .xml_stream import Element, elements, local_name

CONTENT_TYPES = "[Content_Types].xml"
OTHER_KINDS = {
    "sheet.binary": ("a binary Excel workbook (.xlsb)", PLEASE_SAVE),
    "wordprocessingml": ("a Word document", PLEASE_FIND),
    "presentationml": ("a PowerPoint presentation", PLEASE_FIND),
    "spreadsheetml.template": ("an Excel template", PLEASE_SAVE),
}
MACRO_KINDS = ("macroenabled", "vbaproject", "macrosheet")
SHOWN = "visible"
TRUE = ("1", "true")


class ListedSheet(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    is_hidden: bool
    relation: str


def main_part(package: Package) -> str:
    """The part that lists the sheets, once the content types say that this is a plain Excel workbook."""
    if CONTENT_TYPES not in package:
        raise _not_office(package)
    for element in elements(package.open(CONTENT_TYPES), in_package("Override", "Default")):
        _refuse_kind(element.get("ContentType", ""), element.get("PartName") or "a macro-enabled workbook")
    for relation in relations_of(package, "").values():
        if relation.type == "officeDocument":
            return relation.target
    raise UnreadableWorkbook("damaged", detail="the list of its sheets is missing")


def listed_sheets(package: Package, main: str) -> tuple[list[ListedSheet], bool]:
    """The sheets in their order, and whether days are counted from 1904."""
    sheets: list[ListedSheet] = []
    counts_from_1904 = False
    for element in elements(package.open(main), in_spreadsheet("sheet", "workbookPr")):
        if local_name(element) == "workbookPr":
            counts_from_1904 = element.get("date1904") in TRUE
        else:
            is_hidden = element.get("state", SHOWN) != SHOWN
            sheets.append(ListedSheet(element.get("name", ""), is_hidden, _relation_id(element)))
    if not sheets:
        raise UnreadableWorkbook("damaged", detail="it has no sheets")
    return sheets, counts_from_1904


def _relation_id(element: Element) -> str:
    return next((value for name, value in element.attrib.items() if name.endswith("/relationships}id")), "")


def _refuse_kind(content_type: str, part: str) -> None:
    for word, (found, fix) in OTHER_KINDS.items():
        if word in content_type and ".main" in content_type:
            raise UnreadableWorkbook("other_content", ending=".xlsx", found=found, fix=fix)
    if any(word in content_type.lower() for word in MACRO_KINDS):
        raise UnreadableWorkbook("macros", part=part)


def _not_office(package: Package) -> UnreadableWorkbook:
    if "mimetype" in package:
        found, fix = "an OpenDocument file", 'If it is a spreadsheet, give its name the ending ".ods".'
    else:
        found, fix = "a zip file without a workbook in it", PLEASE_FIND
    return UnreadableWorkbook("other_content", ending=".xlsx", found=found, fix=fix)
