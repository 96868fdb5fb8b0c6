"""Text that no spreadsheet program takes for a formula. Every export puts its texts through here."""

import re
from typing import TypeVar

SIGNS = r"=+\-@" + "\uff1d\uff0b\uff0d\uff20" + "\ufe66\ufe62\ufe63\ufe6b"  # also full-width and small
BLANKS = r"\s\0\u200b-\u200f\u2060\ufeff"  # some programs drop them before they look
LIVE = re.compile(rf"'*([{BLANKS}]*[{SIGNS}]|[\t\r\n\0])")

# Nothing that can be seen; XML, and so a workbook, cannot hold it
UNSEEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

T = TypeVar("T")


def escape_formula(value: T) -> T:
    """A text that could run as a formula with an apostrophe before it; anything but text as it is.

    Numbers go out as numbers, so -3 stays -3 and the text "-3" becomes "'-3".
    """
    return f"'{value}" if isinstance(value, str) and LIVE.match(value) else value


def cell_text(value: T) -> T:
    """As ``escape_formula``, for a cell of a workbook: without characters that no workbook can hold."""
    return escape_formula(UNSEEN.sub("", value)) if isinstance(value, str) else value


def unescape_formula(text: str) -> str:
    """The text that ``escape_formula`` was given, when an exported file is read back."""
    return text[1:] if text.startswith("'") and LIVE.match(text) else text
