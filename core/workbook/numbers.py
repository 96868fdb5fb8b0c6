"""Numbers as people type them and as spreadsheets keep them. Never float on the way to a figure."""

import math
import re
from decimal import Decimal
from functools import lru_cache

PLAIN = re.compile(r"[+-]?[0-9]{1,30}(\.[0-9]{1,30})?")
GROUPED = re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3}){1,9}(\.[0-9]{1,30})?")
STORED = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,4})?")
SHORT = re.compile(r"(-?[1-9][0-9]*|0)(\.[0-9]+)?")  # with 16 characters at most, exact as it stands

DECIMAL_COMMA = re.compile(r"([+-]?[0-9]+),([0-9]{1,2}|[0-9]{4,})(%?)")
SPACED = re.compile(r"[+-]?[0-9]{1,3}( [0-9]{3})+(\.[0-9]+)?")
SCIENTIFIC = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?[eE][+-]?[0-9]{1,2}")
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212\uff0d"

JUST_THE_NUMBER = "Type the number alone, without words or units."


class Unclear(ValueError):
    """Text that stands for no one value. ``str()`` says what to do."""


def number_from_text(text: str) -> Decimal:
    """A number as a person types it: 87.5, -3, 1,579 or 98.9% (which gives 98.9)."""
    if PLAIN.fullmatch(text):
        return Decimal(text)
    text = " ".join(text.split())
    number = text.removesuffix("%").rstrip()
    if PLAIN.fullmatch(number):
        return Decimal(number)
    if GROUPED.fullmatch(number):
        return Decimal(number.replace(",", ""))
    raise Unclear(_what_to_type(text))


def _what_to_type(text: str) -> str:
    if comma := DECIMAL_COMMA.fullmatch(text):
        return f"Use a point for decimals: {comma[1]}.{comma[2]}{comma[3]}."
    if SPACED.fullmatch(text):
        return f"Leave out the spaces: {text.replace(' ', '')}."
    if SCIENTIFIC.fullmatch(text):
        return f"Write the number out in full: {written_out(text)}."
    if text[:1] in DASHES and PLAIN.fullmatch(text[1:]):
        return f"Use the ordinary minus sign: -{text[1:]}."
    if any(character.isdigit() and not character.isascii() for character in text):
        return "Use the digits 0 to 9."
    if text.startswith("="):
        return "This is a formula kept as text: enter the number itself."
    return JUST_THE_NUMBER


@lru_cache(maxsize=4096)
def stored_number(text: str) -> str | None:
    """The number a spreadsheet shows for what it stores, written out; None if it stores no number.

    Files keep up to 17 digits of a binary float: 0.98899999999999999 for 0.989, 0.099999999999999978 for
    =1-0.9. Spreadsheet programs show 15 significant digits, and so do we: 0.989 and 0.1.
    """
    if SHORT.fullmatch(text) and len(text) <= 16:
        return text
    if not STORED.fullmatch(text) or not math.isfinite(number := float(text)):
        return None
    return written_out(f"{number:.15g}")


def written_out(number: str) -> str:
    """1e-05 as 0.00001, -0 as 0."""
    if "e" in number.lower():
        number = f"{Decimal(number):f}"
    return "0" if number == "-0" else number
