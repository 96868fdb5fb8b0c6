"""The number format and the kind of number behind each style of a workbook."""

from .drafts import WorkbookDraft
from .kinds import Kind
from .namespaces import in_spreadsheet
from .number_formats import BUILT_IN, kind_of_format
from .package import Part
from .refusals import UnreadableWorkbook
from .xml_stream import elements

LONGEST_FORMAT = 255  # characters, as in Excel

Style = tuple[Kind, int]  # the index of the number format
PLAIN: Style = (Kind.NUMBER, 0)


def cell_styles(part: Part, workbook: WorkbookDraft) -> list[Style]:
    """By the index that cells refer to."""
    formats = dict(BUILT_IN)
    styles: list[Style] = []
    for element in elements(part, in_spreadsheet("numFmt", "cellXfs")):
        if (code := element.get("formatCode")) is not None:
            formats[_index(element.get("numFmtId"))] = code[:LONGEST_FORMAT]
        else:
            styles = [_style(formats.get(_index(xf.get("numFmtId", "0")), ""), workbook) for xf in element]
    return styles


def _style(number_format: str, workbook: WorkbookDraft) -> Style:
    return kind_of_format(number_format), workbook.format_index(number_format)


def _index(text: str | None) -> int:
    if text is None or not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise UnreadableWorkbook("damaged", detail="its list of number formats is not in order")
    return int(text)
