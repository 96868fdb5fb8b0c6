"""Reads one row of an OpenDocument sheet, where neighbours that are alike are written once and counted."""

from collections.abc import Iterator

from .addresses import column_letters
from .drafts import RawCell, SheetDraft
from .kinds import Kind
from .namespaces import OPEN_DOCUMENT, in_open_document
from .numbers import stored_number
from .refusals import UnreadableWorkbook
from .xml_stream import Element, local_name

CELLS = in_open_document("table", "table-cell", "covered-table-cell")
PARAGRAPH = in_open_document("text", "p")[0]
COMMENT = in_open_document("office", "annotation")[0]
MOST_REPEATED = 1_048_576
MOST_SPACES = 1_000

Content = tuple[Kind, str]


def read_row(row: Element, last_row: int, draft: SheetDraft) -> int:
    """Adds the row as often as it is repeated; returns the number of the last one."""
    attributes = odf_attributes(row)
    first, times = last_row + 1, repeated(attributes, "number-rows-repeated")
    cells = _cells(row, first, draft)
    is_hidden = attributes.get("visibility", "visible") != "visible"
    for number in range(first, first + (times if cells else 1)):
        draft.add_row(number, cells, is_hidden=is_hidden)
    return last_row + times


def odf_attributes(element: Element) -> dict[str, str]:
    """OpenDocument's own, without their namespaces; a program's extensions may bear the same names."""
    return {
        name.rpartition("}")[2]: value
        for name, value in element.attrib.items()
        if name.startswith(f"{{{OPEN_DOCUMENT}")
    }


def repeated(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    if not (text.isascii() and text.isdigit() and len(text) <= 7 and 1 <= int(text) <= MOST_REPEATED):
        raise UnreadableWorkbook("damaged", detail=f'a row or column in it is repeated "{text}" times')
    return int(text)


def _cells(row: Element, number: int, draft: SheetDraft) -> list[RawCell]:
    cells: list[RawCell] = []
    last_column = 0
    for element in row:
        if element.tag not in CELLS:
            continue
        attributes = odf_attributes(element)
        first, times = last_column + 1, repeated(attributes, "number-columns-repeated")
        last_column += times
        _note_merge(attributes, number, first, draft)
        kind, text = _content(element, attributes, draft)
        if kind is not Kind.EMPTY:
            _refuse_far_column(number, last_column, draft)
            is_formula = "formula" in attributes
            cells += ((column, kind, text, 0, is_formula) for column in range(first, first + times))
    return cells


def _refuse_far_column(row: int, column: int, draft: SheetDraft) -> None:
    """Before the repeated cells are made."""
    most = draft.workbook.limits.columns
    if column > most:
        raise UnreadableWorkbook("too_many_columns", place=draft.place(row, column), most=f"{most:,}")


def _note_merge(attributes: dict[str, str], row: int, column: int, draft: SheetDraft) -> None:
    wide, high = repeated(attributes, "number-columns-spanned"), repeated(attributes, "number-rows-spanned")
    if wide > 1 or high > 1:
        last = f"{column_letters(column + wide - 1)}{row + high - 1}"
        draft.merge(f"{column_letters(column)}{row}:{last}")


def _content(cell: Element, attributes: dict[str, str], draft: SheetDraft) -> Content:
    text = _text(cell, draft)
    match attributes.get("value-type"):
        case _ if _is_error(cell):
            return Kind.ERROR, text
        case "float" | "currency" | "percentage" as kind if number := stored_number(
            attributes.get("value", "")
        ):
            return Kind.PERCENTAGE if kind == "percentage" else Kind.NUMBER, number
        case "float" | "currency" | "percentage":
            text = attributes.get("value", text)
        case "date":
            return Kind.DATE, attributes.get("date-value", text)
        case "time":
            return Kind.TIME, text
        case "boolean":
            return Kind.BOOLEAN, attributes.get("boolean-value", text).upper()
        case None if "formula" in attributes:
            return Kind.UNCALCULATED, ""
        case _:
            text = attributes.get("string-value", text)
    return (Kind.TEXT, text) if text.strip() else (Kind.EMPTY, "")


def _is_error(cell: Element) -> bool:
    """LibreOffice says so in an attribute of its own, beside a value type of string."""
    return any(name.endswith("}value-type") and value == "error" for name, value in cell.attrib.items())


def _text(cell: Element, draft: SheetDraft) -> str:
    paragraphs = []
    for child in cell:
        if child.tag == PARAGRAPH:
            paragraphs.append("".join(_pieces(child)))
        elif child.tag == COMMENT:
            draft.has_comments = True
    return "\n".join(paragraphs)


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        match local_name(child):
            case "s":
                count = odf_attributes(child).get("c", "1")
                yield " " * min(int(count) if count.isascii() and count.isdigit() else 1, MOST_SPACES)
            case "tab":
                yield "\t"
            case "line-break":
                yield "\n"
            case "annotation" | "ruby-text":
                pass
            case _:
                yield from _pieces(child)
        yield child.tail or ""
