"""Reads an Excel workbook (.xlsx), as usual or as "Strict Open XML"."""

from typing import IO

from .drafts import SheetDraft, WorkbookDraft
from .limits import Limits
from .model import Remark
from .package import Package
from .refusals import UnreadableWorkbook
from .relations import Relation, relations_of
from .unwanted import refuse_unwanted_parts
from .xlsx_contents import listed_sheets, main_part
from .xlsx_sheet import SheetReader
from .xlsx_strings import shared_strings
from .xlsx_styles import cell_styles

STRINGS, STYLES, CELLS = "sharedStrings", "styles", "worksheet"
COMMENTS = {"comments", "threadedComment"}
PIVOT = Remark("", "a pivot table", "It carries a hidden copy of its data. Check that it names nobody.")
LEFT_OUT = "It has no cells, so it was left out."


def read_xlsx(file: IO[bytes], limits: Limits) -> WorkbookDraft:
    package, draft = Package(file, limits), WorkbookDraft(limits)
    main = main_part(package)
    refuse_unwanted_parts(package)
    relations = relations_of(package, main)
    sheets, counts_from_1904 = listed_sheets(package, main)
    reader = _sheet_reader(package, list(relations.values()), draft, counts_from_1904)
    read: set[str] = set()
    for sheet in sheets:
        relation = relations.get(sheet.relation)
        if relation is None:
            raise UnreadableWorkbook("damaged", detail=f'the sheet "{sheet.name}" is missing')
        if relation.target in read:
            raise UnreadableWorkbook("sheet_twice", sheet=sheet.name)
        read.add(relation.target)
        if relation.type == CELLS:
            sheet_draft = draft.add_sheet(sheet.name, is_hidden=sheet.is_hidden)
            _read_sheet(package, relation.target, reader, sheet_draft)
        else:
            draft.remarks.append(Remark(sheet.name, "a chart", LEFT_OUT))
    _remark_on_pivots(package, draft)
    package.look_through_the_rest()
    return draft


def _sheet_reader(
    package: Package, relations: list[Relation], draft: WorkbookDraft, counts_from_1904: bool
) -> SheetReader:
    parts = {relation.type: relation.target for relation in relations}
    strings = shared_strings(package.open(parts[STRINGS])) if STRINGS in parts else []
    styles = cell_styles(package.open(parts[STYLES]), draft) if STYLES in parts else []
    return SheetReader(strings, styles, counts_from_1904=counts_from_1904)


def _read_sheet(package: Package, part: str, reader: SheetReader, draft: SheetDraft) -> None:
    types = {relation.type for relation in relations_of(package, part).values()}
    draft.has_comments = bool(types & COMMENTS)
    reader.read(package.open(part), draft)


def _remark_on_pivots(package: Package, draft: WorkbookDraft) -> None:
    if any("pivotcache" in name.lower() for name in package.names):
        draft.remarks.append(PIVOT)
