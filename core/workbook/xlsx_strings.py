"""The texts that the cells of a workbook share, and how text is written inside them."""

import re

from .namespaces import in_spreadsheet
from .package import Part
from .xml_stream import Element, elements

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def shared_strings(part: Part) -> list[str]:
    return [text_of(element) for element in elements(part, in_spreadsheet("si"))]


def text_of(element: Element) -> str:
    """The text of a string item: its runs joined, the pronunciation beside them left out."""
    namespace = element.tag.rpartition("}")[0] + "}"
    pieces = []
    for child in element:
        if child.tag == f"{namespace}t":
            pieces.append(child.text or "")
        elif child.tag == f"{namespace}r":
            pieces.append(child.findtext(f"{namespace}t") or "")
    return unescaped("".join(pieces))


def unescaped(text: str) -> str:
    """_x000D_ stands for a character XML cannot hold. What is not text, like _x0000_, stays as it is."""
    return ESCAPED.sub(_character, text) if "_x" in text else text


def _character(escaped: re.Match[str]) -> str:
    code = int(escaped[1], 16)
    is_text = code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE
    return chr(code) if is_text else escaped[0]
