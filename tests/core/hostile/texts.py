"""OpenDocument rows and CSV files that break a rule or a limit."""

from tests.core.hostile import Hostile
from tests.factories.workbooks import (
    ods,
    ods_cell,
    ods_content,
    ods_parts,
    ods_row,
    ods_table,
    stored,
    zipped,
)

FLOAT = 'office:value-type="float" office:value="1"'
ONE = ods_cell(FLOAT)
THIRTY_ONE = "".join(ods_table("", name=f"Sheet{number}") for number in range(31))


def many(what: str, times: object) -> str:
    return f' table:number-{what}="{times}"'


ROWS = [
    (
        "far row",
        ods_row(more=many("rows-repeated", 1048575)) + ods_row(ONE),
        "too_many_rows",
        "cell A1048576 holds",
    ),
    (
        "repeated rows",
        ods_row(ONE, more=many("rows-repeated", 1048576)),
        "too_many_rows",
        "cell A5001 holds something",
    ),
    (
        "repeated cells",
        ods_row(ods_cell(FLOAT + many("columns-repeated", 16384))),
        "too_many_columns",
        "cell XFD1 holds",
    ),
    ("repeated 0 times", ods_row(more=many("rows-repeated", 0)), "damaged", 'is repeated "0" times'),
    ("repeated too often", ods_row(more=many("rows-repeated", 9**20)), "damaged", "is repeated"),
    (
        "merged backwards",
        ods_row(ods_cell(FLOAT + many("columns-spanned", -1))),
        "damaged",
        'is repeated "-1" times',
    ),
    ("long text", ods_row(ods_cell("", "x" * 40_000)), "cell_too_long", "cell A1 holds more than 32,767"),
    (
        "many spaces",
        ods_row(ods_cell("", 'x<text:s text:c="99999999"/>' * 40)),
        "cell_too_long",
        "cell A1 holds",
    ),
    (
        "table in a table",
        ods_row(f"<table:table-cell>{ods_table('', name='b')}</table:table-cell>"),
        "damaged",
        "inside",
    ),
]
TABLES = [
    ("row outside", ods_row(ONE), "damaged", "a row in it belongs to no sheet"),
    ("sheet twice", ods_table("") * 2, "sheet_twice", '"Scorecard" is there twice'),
    ("31 sheets", THIRTY_ONE, "too_many_sheets", "more than 30 sheets"),
    ("no sheets", "", "damaged", "it has no sheets"),
    ("bomb", " " * 60 * 1024 * 1024, "unpacks_too_large", "more than 50 MB"),
]
CSV = [
    (
        "NUL",
        b"Code,Value\nCIC1,\x00\n",
        "control_character",
        "Cell B2 holds a character that is not text (code 0)",
    ),
    ("utf-16 without mark", "Code,Value\n".encode("utf-16-le"), "control_character", "CSV UTF-8"),
    (
        "escape codes",
        b"Code\n\x1b[31mred\n",
        "control_character",
        "Cell A2 holds a character that is not text (code 27)",
    ),
    ("bytes", b"Code\n" + bytes(range(128)), "control_character", "Cell A2 holds"),
    (
        "never closed",
        b'Code,Value\n"CIC1,98.9\n',
        "csv_row",
        "Row 2 of the file cannot be made out: a quotation mark",
    ),
    ("one long line", b"CIC1,98.9," * 400, "csv_too_wide", "Row 1 of the file has 800 columns"),
    ("stray quotes", b'Code,Value\n"CIC1"x,98.9\n', "csv_row", "its quotation marks do not fit"),
    ("huge field", b"Code\n" + b"x" * 40_000, "cell_too_long", "A cell of row 2 holds more than 32,767"),
    ("too many rows", b"x\n" * 5_001, "too_many_rows", "Cell A5001 holds something"),
    ("too many columns", b",".join([b"x"] * 61), "csv_too_wide", "Row 1 of the file has 61 columns"),
    ("empty lines", b"\n" * 200_000, "too_many_empty_rows", "Row 100001 is reached"),
    ("no encoding", b"caf\x81\n", "encoding", "The text of the file cannot be made out"),
    ("half utf-16", b"\xff\xfea\x00b", "encoding", "The text of the file cannot be made out"),
]

CASES = [
    *(
        Hostile(f"ods {name}", lambda rows=rows: ods(rows), code, words, "a.ods")
        for name, rows, code, words in ROWS
    ),
    *(
        Hostile(f"ods {name}", lambda tables=tables: ods(content=ods_content(tables)), code, words, "a.ods")
        for name, tables, code, words in TABLES
    ),
    *(
        Hostile(f"csv {name}", lambda data=data: data, code, words, "a.csv")
        for name, data, code, words in CSV
    ),
    Hostile(
        "ods many empty rows",
        lambda: stored(ods_parts("<table:table-row/>" * 150_000)),
        "too_many_empty_rows",
        'Sheet "Scorecard", row 100001 is reached',
        "a.ods",
    ),
    Hostile("ods truncated", lambda: ods()[:-10], "cut_off", "The file breaks off", "a.ods"),
    Hostile(
        "ods without content",
        lambda: zipped({"mimetype": "x"}),
        "other_content",
        "without a spreadsheet in it",
        "a.ods",
    ),
]
