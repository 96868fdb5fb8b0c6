"""Zip files that break off, lie, explode or reach outside."""

import io
import struct
import zipfile

from tests.core.hostile import Hostile
from tests.factories.workbooks import (
    listed,
    openpyxl_bytes,
    relation,
    relations,
    scorecard_bytes,
    sheet_xml,
    strings_xml,
    workbook_with_sheets,
    workbook_xml,
    xlsx,
    xlsx_parts,
    zipped,
)

MEGABYTE = 1024 * 1024
BLANKS = " " * MEGABYTE
BOMB = sheet_xml(BLANKS * 60)
OUTSIDE = relations(relation("rId1", "officeDocument", "../../etc/passwd"))

ALSO = [
    ("part above", "../evil.xml", "part_path", "../evil.xml"),
    ("part deep above", "xl/../../evil.xml", "part_path", "xl/../../evil.xml"),
    ("absolute part", "/etc/passwd", "part_path", "/etc/passwd"),
    ("part on another drive", "C:evil.xml", "part_path", "C:evil.xml"),
    ("part with backslashes", "xl\\..\\evil.xml", "part_path", "evil.xml"),
    ("part twice but for capitals", "XL/Styles.xml", "part_twice", "the part XL/Styles.xml twice"),
]
MISSING = [
    ("sheet part missing", "xl/worksheets/sheet1.xml", "its part xl/worksheets/sheet1.xml is missing"),
    ("texts missing", "xl/sharedStrings.xml", "its part xl/sharedStrings.xml is missing"),
    ("styles missing", "xl/styles.xml", "its part xl/styles.xml is missing"),
    ("workbook missing", "xl/workbook.xml", "its part xl/workbook.xml is missing"),
    ("relations missing", "_rels/.rels", "the list of its sheets is missing"),
    ("sheet relations missing", "xl/_rels/workbook.xml.rels", 'the sheet "Scorecard" is missing'),
]
SHEET_LISTS = [
    ("no sheets", workbook_xml(), "damaged", "it has no sheets"),
    (
        "one part for two sheets",
        workbook_xml(listed(), listed("Notes")),
        "sheet_twice",
        '"Notes" is there twice',
    ),
    ("endless sheet name", workbook_xml(listed("x" * 5000)), "damaged", "the name of its sheet"),
    ("sheet name turned round", workbook_xml(listed("a&#x202E;b")), "damaged", '"a b" cannot be shown'),
    ("sheet name of two lines", workbook_xml(listed("a&#10;b")), "damaged", '"a b" cannot be shown'),
]


def without(part: str) -> bytes:
    return zipped({name: content for name, content in xlsx_parts().items() if name != part})


def packed_by(method: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in xlsx_parts().items():
            archive.writestr(name, content)
    return file.getvalue()


def marked_encrypted() -> bytes:
    content = bytearray(xlsx())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(signature)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(signature, at + 1)
    return bytes(content)


def bomb_that_lies() -> bytes:
    """Its directory says that the 60 MB are 1,000 bytes."""
    return xlsx(sheet=BOMB).replace(struct.pack("<I", len(BOMB)), struct.pack("<I", 1_000))


def part_twice() -> bytes:
    return xlsx(also={"xl/styleZ.xml": "<a/>"}).replace(b"xl/styleZ.xml", b"xl/styles.xml")


def flipped_byte() -> bytes:
    content = bytearray(scorecard_bytes(30))
    content[content.find(b"xl/worksheets/sheet1.xml") + 200] ^= 0xFF
    return bytes(content)


def two_sheets(second: str) -> bytes:
    first_part = relation("rId1", "worksheet", "worksheets/sheet1.xml")
    second_part = relation("rId2", "worksheet", "worksheets/sheet2.xml")
    return xlsx(
        workbook=workbook_xml(listed(), listed(second, 2)),
        workbook_rels=relations(first_part, second_part),
        also={"xl/worksheets/sheet2.xml": sheet_xml("")},
    )


CASES = [
    *(
        Hostile(name, lambda part=part: xlsx(also={part: "<a/>"}), code, words)
        for name, part, code, words in ALSO
    ),
    *(Hostile(name, lambda part=part: without(part), "damaged", words) for name, part, words in MISSING),
    *(
        Hostile(name, lambda xml=xml: xlsx(workbook=xml), code, words)
        for name, xml, code, words in SHEET_LISTS
    ),
    Hostile("truncated", lambda: scorecard_bytes(20)[:-30], "cut_off", "The file breaks off"),
    Hostile("half", lambda: scorecard_bytes(20)[:3000], "cut_off", "The file breaks off"),
    Hostile("flipped byte", flipped_byte, "damaged", "sheet1.xml"),
    Hostile("encrypted zip", marked_encrypted, "password", "remove the password"),
    Hostile("bzip2 inside", lambda: packed_by(zipfile.ZIP_BZIP2), "damaged", "packed in an unusual way"),
    Hostile("lzma inside", lambda: packed_by(zipfile.ZIP_LZMA), "damaged", "packed in an unusual way"),
    Hostile("part twice", part_twice, "part_twice", "the part xl/styles.xml twice"),
    Hostile("relation outside", lambda: xlsx(also={"_rels/.rels": OUTSIDE}), "part_path", "../../etc/passwd"),
    Hostile("bomb", lambda: xlsx(sheet=BOMB), "unpacks_too_large", "unpacks to more than 50 MB"),
    Hostile("bomb that lies", bomb_that_lies, "damaged", "sheet1.xml cannot be unpacked"),
    Hostile(
        "bomb of one text",
        lambda: xlsx(strings=strings_xml(f"<t>{BLANKS * 5}</t>")),
        "packed_too_tightly",
        "xl/sharedStrings.xml of the file unpacks to more than 100 times",
    ),
    Hostile(
        "bomb in a part nobody reads",
        lambda: xlsx(also={"docProps/app.xml": BLANKS * 5}),
        "packed_too_tightly",
        "docProps/app.xml",
    ),
    Hostile(
        "many small bombs",
        lambda: xlsx(also={f"customXml/{number}.xml": BLANKS for number in range(60)}),
        "unpacks_too_large",
        "more than 50 MB",
    ),
    Hostile(
        "300 more parts",
        lambda: xlsx(also={f"customXml/{number}.xml": "<a/>" for number in range(300)}),
        "too_many_parts",
        "has 307 parts inside it and the most that can be read is 200",
    ),
    Hostile(
        "31 sheets",
        lambda: openpyxl_bytes(workbook_with_sheets(31)),
        "too_many_sheets",
        "more than 30 sheets",
    ),
    Hostile("sheet name twice", lambda: two_sheets("SCORECARD"), "sheet_twice", '"SCORECARD" is there twice'),
]
