"""What a workbook of figures looks like: its sheets, its headings, and the words its cells may hold."""

import re
from enum import StrEnum

from scorecard.imports.findings import SCORECARD as SCORECARD
from scorecard.models import FigureStatus, Variant
from scorecard.rag import Rag

NOTES = "Notes"
# Sheets that may be there too. The demographics have a reader of their own.
OTHER_SHEETS = (NOTES, "Demographics")


class Column(StrEnum):
    CODE = "Code"
    INDICATOR = "Indicator"
    POPULATION = "Population"
    MONTH = "Month"
    RESULT = "Result"
    NUMERATOR = "Numerator"
    DENOMINATOR = "Denominator"
    STATUS = "Status"
    PROVISIONAL = "Provisional"
    RAG = "RAG"
    NOTE = "Note"
    MONTH_NUMERATOR = "Month numerator"
    MONTH_DENOMINATOR = "Month denominator"
    ILLUSTRATIVE = "Illustrative"
    LAST_MONTH = "Last month (for reference)"


# Of a figure over many months what the month alone adds to it.
MONTH_PARTS = (Column.MONTH_NUMERATOR, Column.MONTH_DENOMINATOR)
OPTIONAL = (*MONTH_PARTS, Column.ILLUSTRATIVE, Column.LAST_MONTH)
READ = tuple(column for column in Column if column is not Column.LAST_MONTH)
REQUIRED = tuple(column for column in Column if column not in OPTIONAL)

# What is said of a figure beside its numbers, under headings that may be missing, and where a figure keeps it.
REMARKS = {
    Column.PROVISIONAL: "is_provisional",
    Column.ILLUSTRATIVE: "is_illustrative",
    Column.NOTE: "note",
}

# Without one of these a row says nothing that could be checked.
ESSENTIAL = (
    Column.CODE,
    Column.MONTH,
    Column.RESULT,
    Column.NUMERATOR,
    Column.DENOMINATOR,
    Column.STATUS,
)

POPULATIONS = {Variant.ALL: "All children", Variant.EXC_UASC: "Excluding UASC"}
YES_NO = ("Yes", "No")

VARIANT_WORDS = {
    "": Variant.ALL,
    "all": Variant.ALL,
    "all children": Variant.ALL,
    "exc uasc": Variant.EXC_UASC,
    "excluding uasc": Variant.EXC_UASC,
    Variant.EXC_UASC.label.lower(): Variant.EXC_UASC,
}
YES_OR_NO = {"": False, "no": False, "n": False, "false": False, "yes": True, "y": True, "true": True}
STATUS_WORDS = {status.label.lower(): status for status in FigureStatus}
# What people type into a result that is none. A dash says only that nothing stands there.
NO_RESULT = {
    "-": None,
    "\N{EN DASH}": None,
    "c": FigureStatus.SUPPRESSED,
    "n/a": FigureStatus.NOT_APPLICABLE,
    "na": FigureStatus.NOT_APPLICABLE,
}
# In this column an A is amber; a data period of the same letter has no column here.
RAG_WORDS = {
    "g": Rag.GREEN,
    "green": Rag.GREEN,
    "a": Rag.AMBER,
    "amber": Rag.AMBER,
    "r": Rag.RED,
    "red": Rag.RED,
    "not rated": Rag.NOT_RATED,
}
NO_RAG = ("-", "\N{EN DASH}", "n/a")


def plain(text: str) -> str:
    """As words are compared: without regard to capitals and to the number of spaces."""
    return " ".join(text.split()).casefold()


# Control characters, and those that turn the direction of text: a name could show another ending than it has.
NOT_SHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]+")


def shown(text: str) -> str:
    """What a reader sees of it: on one line, nothing invisible."""
    return " ".join(NOT_SHOWN.sub(" ", text).split())
