"""Excel sheets that break a rule or a limit, with what is said about the place where they do."""

from tests.core.hostile import Hostile
from tests.core.hostile.packages import MEGABYTE
from tests.factories.workbooks import (
    MAIN,
    scorecard_bytes,
    sheet_xml,
    stored,
    strings_xml,
    styles_xml,
    xlsx,
    xlsx_parts,
)

ONE = '<c r="A1"><v>1</v></c>'
BROKEN_CELL = 'Sheet "Scorecard", cell A1 cannot be made out'


def row(number: object, cells: str = "") -> str:
    return f'<row r="{number}">{cells}</row>'


LIMITS = [
    (
        "far corner",
        row(1048576, '<c r="XFD1048576"><v>1</v></c>'),
        "too_many_rows",
        'Sheet "Scorecard", cell XFD1048576',
    ),
    (
        "row too far",
        row(5001, '<c r="A5001"><v>1</v></c>'),
        "too_many_rows",
        "cell A5001 holds something, and only",
    ),
    (
        "column too far",
        row(1, '<c r="BI1"><v>1</v></c>'),
        "too_many_columns",
        'Sheet "Scorecard", cell BI1 holds',
    ),
    ("row twice", row(1, ONE) * 2, "row_twice", 'Sheet "Scorecard", row 1 appears twice'),
    (
        "rows out of order",
        row(3) + row(2),
        "row_twice",
        'Sheet "Scorecard", row 2 appears twice, or after a later',
    ),
    ("cell twice", row(1, ONE * 2), "cell_twice", 'Sheet "Scorecard", cell A1 appears twice'),
    (
        "cells out of order",
        row(1, '<c r="B1"/><c r="A1"/>'),
        "cell_twice",
        "cell A1 appears twice, or after a later",
    ),
]
DAMAGED = [
    ("row 0", row(0), 'row 1 is numbered "0"'),
    ("row -1", row(-1), 'is numbered "-1"'),
    ("row 1048577", row(1048577), 'is numbered "1048577"'),
    ("row in letters", row("one"), 'is numbered "one"'),
    ("row in Arabic digits", row("٣"), 'is numbered "٣"'),
    ("row of a thousand digits", row("9" * 1000), 'Sheet "Scorecard", row 1 is numbered'),
    ("cell of another row", row(1, '<c r="A2"/>'), 'row 1 has a cell addressed "A2"'),
    ("cell past XFD", row(1, '<c r="XFE1"/>'), 'addressed "XFE1"'),
    ("cell in small letters", row(1, '<c r="a1"/>'), 'addressed "a1"'),
    ("cell without letters", row(1, '<c r="1"/>'), 'addressed "1"'),
    ("cell with dollars", row(1, '<c r="$A$1"/>'), 'addressed "$A$1"'),
    ("row inside a row", f'<row r="1">{ONE}<row r="2"/></row>', "row 2 stands outside the table"),
    ("text that is not there", row(1, '<c r="A1" t="s"><v>7</v></c>'), BROKEN_CELL),
    ("text number -1", row(1, '<c r="A1" t="s"><v>-1</v></c>'), BROKEN_CELL),
    ("style that is not there", row(1, '<c r="A1" s="9"><v>1</v></c>'), BROKEN_CELL),
    ("style -1", row(1, '<c r="A1" s="-1"><v>1</v></c>'), BROKEN_CELL),
    ("unknown type", row(1, '<c r="A1" t="zz"><v>1</v></c>'), BROKEN_CELL),
    ("two values", row(1, '<c r="A1"><v>1</v><v>2</v></c>'), BROKEN_CELL),
    ("value and text", row(1, '<c r="A1" t="inlineStr"><v>1</v><is><t>2</t></is></c>'), BROKEN_CELL),
    ("value where text is announced", row(1, '<c r="A1" t="inlineStr"><v>1</v></c>'), BROKEN_CELL),
    ("text where a value is announced", row(1, '<c r="A1" t="b"><is><t>2</t></is></c>'), BROKEN_CELL),
    ("truth that is neither", row(1, '<c r="A1" t="b"><v>2</v></c>'), BROKEN_CELL),
]


def empty_rows(count: int) -> str:
    return "".join(f'<row r="{number}"/>' for number in range(1, count + 1))


def texts(count: int, length: int) -> bytes:
    cells = "".join(row(number, f'<c r="A{number}" t="s"><v>0</v></c>') for number in range(1, count + 1))
    return xlsx(cells, strings=strings_xml(f"<t>{'x' * length}</t>"))


def unaddressed_cells(size: int) -> bytes:
    return stored(xlsx_parts(f"<row>{'<c/>' * (size // 4)}</row>"))


def sheet_without_end(size: int) -> bytes:
    return stored(xlsx_parts(sheet=sheet_xml("", before="<a/>" * (size // 4))))


MERGED_NOWHERE = sheet_xml("", after='<mergeCell ref="here"/>')
UNNUMBERED_FORMAT = f'<styleSheet xmlns="{MAIN}"><numFmt formatCode="0"/></styleSheet>'
MANY_FORMATS = styles_xml(*(f"0.{number}" for number in range(1_001)))

CASES = [
    *(Hostile(name, lambda rows=rows: xlsx(rows), code, words) for name, rows, code, words in LIMITS),
    *(Hostile(name, lambda rows=rows: xlsx(rows), "damaged", words) for name, rows, words in DAMAGED),
    Hostile(
        "a million empty rows",
        lambda: xlsx(empty_rows(1_000_000)),
        "too_many_empty_rows",
        'Sheet "Scorecard", row 100001 is reached without an end in sight',
    ),
    Hostile(
        "too many cells", lambda: scorecard_bytes(2_000, 60), "too_many_cells", "at most 100,000 filled cells"
    ),
    Hostile(
        "too much text", lambda: texts(300, 10_000), "too_much_text", "cell A201 goes past the most text"
    ),
    Hostile(
        "long text", lambda: texts(1, 40_000), "cell_too_long", "cell A1 holds more than 32,767 characters"
    ),
    Hostile(
        "merged nowhere", lambda: xlsx(sheet=MERGED_NOWHERE), "damaged", "a merged range in it has no address"
    ),
    Hostile(
        "unnumbered format", lambda: xlsx(styles=UNNUMBERED_FORMAT), "damaged", "its list of number formats"
    ),
    Hostile("many formats", lambda: xlsx(styles=MANY_FORMATS), "damaged", "more than 1,000 number formats"),
    Hostile(
        "a row without end", lambda: unaddressed_cells(9 * MEGABYTE), "damaged", "does not come to an end"
    ),
    Hostile(
        "a row of many cells",
        lambda: unaddressed_cells(7 * MEGABYTE),
        "damaged",
        "row 1 has a cell addressed",
    ),
    Hostile(
        "a sheet without end", lambda: sheet_without_end(9 * MEGABYTE), "damaged", "does not come to an end"
    ),
]
