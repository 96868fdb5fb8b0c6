"""Code, links, queries and document types: what no part of a workbook may hold."""

from tests.core.hostile import Hostile
from tests.factories.workbooks import (
    ods,
    ods_content,
    ods_table,
    relation,
    relations,
    sheet_xml,
    strings_xml,
    xlsx,
)

DOCTYPE = '<!DOCTYPE x [<!ENTITY a "boo">]>'
LAUGHS = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
BILLION_LAUGHS = f'<!DOCTYPE worksheet [<!ENTITY l0 "lol">{LAUGHS}]>'
UTF_16 = f'<?xml version="1.0" encoding="UTF-16"?>{DOCTYPE}<a/>'.encode("utf-16")
BIG_ENDIAN = f'<?xml version="1.0" encoding="UTF-16"?>{DOCTYPE}<a/>'.encode("utf-16-be")
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
SHEET_RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels"

LINKS, FILES = "links to other workbooks", "a file or object inside it"
QUERIES, OUTSIDE = "a connection to a database or web page", "a link that fetches something from outside"

NAMED = [
    ("macros", "xl/vbaProject.bin", "macros", "(xl/vbaProject.bin)"),
    ("macros elsewhere", "Custom/VBAProject.bin", "macros", "(Custom/VBAProject.bin)"),
    ("Excel 4 macros", "xl/macrosheets/sheet1.xml", "macros", "macrosheets"),
    ("dialog sheet", "xl/dialogsheets/sheet1.xml", "macros", "dialogsheets"),
    ("external links", "xl/externalLinks/externalLink1.xml", "unwanted_part", LINKS),
    ("embedded object", "xl/embeddings/oleObject1.bin", "unwanted_part", FILES),
    ("connections", "xl/connections.xml", "unwanted_part", QUERIES),
    ("query table", "xl/queryTables/queryTable1.xml", "unwanted_part", QUERIES),
    ("data model", "xl/model/item.data", "unwanted_part", QUERIES),
    ("ActiveX", "xl/activeX/activeX1.xml", "unwanted_part", "an ActiveX control"),
]
RELATED = [
    ("renamed macros", relation("rId1", "vbaProject", "../odd.bin"), "macros", "(xl/odd.bin)"),
    ("renamed links", relation("rId1", "externalLinkPath", "../odd.bin"), "unwanted_part", LINKS),
    ("renamed object", relation("rId1", "oleObject", "../odd.bin"), "unwanted_part", FILES),
    ("renamed query", relation("rId1", "queryTable", "../odd.bin"), "unwanted_part", QUERIES),
    (
        "picture from outside",
        relation("rId1", "image", "http://a.example/x.png", "External"),
        "unwanted_part",
        OUTSIDE,
    ),
    (
        "template from outside",
        relation("rId1", "attachedTemplate", "file:///x", "External"),
        "unwanted_part",
        OUTSIDE,
    ),
    ("relation to above", relation("rId1", "image", "../../../x.png"), "part_path", "../../../x.png"),
]
WITH_DOCTYPE = [
    (
        "billion laughs",
        SHEET,
        BILLION_LAUGHS + sheet_xml('<row r="1"><c r="A1" t="str"><v>&l9;</v></c></row>'),
    ),
    ("outside entity", SHEET, '<!DOCTYPE a SYSTEM "file:///etc/passwd">' + sheet_xml("")),
    ("doctype in texts", STRINGS, DOCTYPE + strings_xml("<t>&a;</t>")),
    ("doctype in styles", "xl/styles.xml", DOCTYPE + "<a/>"),
    ("doctype in relations", "_rels/.rels", DOCTYPE + "<a/>"),
    ("doctype in content types", "[Content_Types].xml", DOCTYPE + "<a/>"),
    ("doctype in a part nobody reads", "docProps/core.xml", DOCTYPE + "<a/>"),
    ("doctype in a drawing", "xl/drawings/vmlDrawing1.vml", DOCTYPE + "<a/>"),
    ("doctype in utf-16", "customXml/item1.xml", UTF_16),
    ("doctype in utf-16, big end first", "customXml/item1.xml", BIG_ENDIAN),
    ("doctype across two pieces", "docProps/core.xml", " " * (64 * 1024 - 4) + DOCTYPE),
]
NOT_XML = [
    ("not xml", "<worksheet"),
    ("deep", "<a>" * 5_000),
    ("unknown entity", sheet_xml('<row r="1"><c r="A1" t="str"><v>&boo;</v></c></row>')),
    ("two roots", sheet_xml("") * 2),
    ("empty part", ""),
    ("NUL in it", sheet_xml("\0")),
    ("unknown encoding", '<?xml version="1.0" encoding="klingon"?>' + sheet_xml("")),
]
OPEN_DOCUMENT = [
    ("ods macros", {"Basic/Standard/Module1.xml": "<a/>"}, "macros", "Basic/Standard/Module1.xml"),
    ("ods scripts", {"Scripts/python/evil.py": "x"}, "macros", "Scripts/python/evil.py"),
    ("ods doctype", {"content.xml": DOCTYPE + ods_content("")}, "document_type", "content.xml"),
    ("ods doctype elsewhere", {"meta.xml": DOCTYPE}, "document_type", "meta.xml"),
    ("ods not xml", {"content.xml": "<office"}, "damaged", "content.xml is not well-formed"),
]
INSIDE_SHEET = [
    ("ods linked sheet", '<table:table-source xlink:href="a.ods"/>', LINKS),
    (
        "ods linked range",
        "<table:table-row><table:table-cell><table:cell-range-source/></table:table-cell></table:table-row>",
        LINKS,
    ),
    ("ods dde", "<table:dde-link><office:dde-source/></table:dde-link>", LINKS),
    ("ods query", "<table:database-source-sql/>", QUERIES),
    ("ods picture", '<draw:image xlink:href="http://a.example/x"/>', OUTSIDE),
    ("ods frame", '<draw:floating-frame xlink:href="file:///etc/passwd"/>', OUTSIDE),
    ("ods applet", "<draw:applet/>", FILES),
]


def manifest_entry(path: str, kind: str, inside: str = "") -> str:
    start = f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}">'
    return f"{start}{inside}</manifest:file-entry>"


ENCRYPTED = manifest_entry("content.xml", "text/xml", '<manifest:encryption-data manifest:checksum="x"/>')
OLE_OBJECT = manifest_entry("Object 1", "application/vnd.sun.star.oleobject")

CASES = [
    *(
        Hostile(name, lambda part=part: xlsx(also={part: "<a/>"}), code, words)
        for name, part, code, words in NAMED
    ),
    *(
        Hostile(
            name,
            lambda item=item: xlsx(also={SHEET_RELATIONS: relations(item), "xl/odd.bin": "x"}),
            code,
            words,
        )
        for name, item, code, words in RELATED
    ),
    *(
        Hostile(
            name,
            lambda part=part, xml=xml: xlsx(also={part: xml}),
            "document_type",
            f"The part {part} of the file",
        )
        for name, part, xml in WITH_DOCTYPE
    ),
    *(
        Hostile(
            name,
            lambda xml=xml: xlsx(also={SHEET: xml}),
            "damaged",
            f"its part {SHEET} is not well-formed XML",
        )
        for name, xml in NOT_XML
    ),
    *(
        Hostile(name, lambda also=also: ods(also=also), code, words, "a.ods")
        for name, also, code, words in OPEN_DOCUMENT
    ),
    *(
        Hostile(
            name, lambda xml=xml: ods(content=ods_content(ods_table(xml))), "unwanted_part", words, "a.ods"
        )
        for name, xml, words in INSIDE_SHEET
    ),
    Hostile("ods encrypted", lambda: ods(manifest=ENCRYPTED), "password", "remove the password", "a.ods"),
    Hostile("ods object", lambda: ods(manifest=OLE_OBJECT), "unwanted_part", FILES, "a.ods"),
]
