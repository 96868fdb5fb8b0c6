"""Files that are not the spreadsheet their name promises."""

from tests.core.hostile import Hostile
from tests.factories.workbooks import MACRO_TYPE, ods, xlsx, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ENCRYPTED = OLE + "EncryptedPackage".encode("utf-16-le")
OLD_EXCEL = OLE + "Workbook".encode("utf-16-le")
OLD_XML = b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'

XML = "application/vnd.openxmlformats-officedocument"
WORD = f"{XML}.wordprocessingml.document.main+xml"
SLIDES = f"{XML}.presentationml.presentation.main+xml"
TEMPLATE = f"{XML}.spreadsheetml.template.main+xml"
BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
TEXT_DOCUMENT = "application/vnd.oasis.opendocument.text"

BYTES = [
    ("web page", b"<!doctype html><table><tr><td>1", "is a web page"),
    ("web page after a mark and blanks", b"\xef\xbb\xbf \n <HTML>", "is a web page"),
    ("pdf", b"%PDF-1.7 ...", "is a PDF document"),
    ("rtf", b"{\\rtf1 hello}", "is a rich text document"),
    ("picture", b"\x89PNG\r\n\x1a\n", "is a picture"),
    ("photo", b"\xff\xd8\xff\xe0", "is a picture"),
    ("program", b"MZ\x90\x00", "is a program"),
    ("archive", b"7z\xbc\xaf\x27\x1c", "is a compressed archive"),
    ("gzip", b"\x1f\x8b\x08", "is a compressed archive"),
    ("text", b"Code,Value\nCIC1,98.9\n", "is plain text"),
    ("bytes", bytes(range(256)), "is not a spreadsheet"),
    ("old Excel", OLD_EXCEL, "is an old Excel workbook (.xls)"),
    ("old Office", OLE, "is an old Office document"),
    ("xml", b"<?xml version='1.0'?><a/>", "is an XML file"),
    ("xml spreadsheet", OLD_XML, "is an old XML spreadsheet"),
]
ENDINGS = [
    ("xls", "figures.xls", '".xls" cannot be read'),
    ("xlsm", "figures.xlsm", '".xlsm" cannot be read'),
    ("two endings", "figures.xlsx.exe", '".exe" cannot be read'),
    ("no ending", "figures", '"figures" cannot be read'),
    ("path for an ending", "a.b/../../etc", '"./etc" cannot be read'),
    ("ending turned round", "figures.\u202exslx", '". xslx" cannot be read'),
]

CASES = [
    *(Hostile(name, lambda data=data: data, "other_content", words) for name, data, words in BYTES),
    *(Hostile(name, xlsx, "ending", words, filename) for name, filename, words in ENDINGS),
    Hostile("empty", lambda: b"", "nothing_in_it", "0 bytes"),
    Hostile("50 MB", lambda: bytes(50 * 1024 * 1024), "too_large", "The file is 50 MB and the most"),
    Hostile("encrypted", lambda: ENCRYPTED, "password", "remove the password"),
    Hostile("encrypted csv", lambda: ENCRYPTED, "password", "remove the password", "a.csv"),
    Hostile("empty zip", lambda: zipped({}), "other_content", "is an empty archive"),
    Hostile(
        "some zip", lambda: zipped({"a.txt": "hello"}), "other_content", "is a zip file without a workbook"
    ),
    Hostile("Word", lambda: xlsx(content_type=WORD), "other_content", "is a Word document"),
    Hostile("slides", lambda: xlsx(content_type=SLIDES), "other_content", "is a PowerPoint presentation"),
    Hostile("xlsb", lambda: xlsx(content_type=BINARY), "other_content", "is a binary Excel workbook (.xlsb)"),
    Hostile("template", lambda: xlsx(content_type=TEMPLATE), "other_content", "is an Excel template"),
    Hostile("xlsm as xlsx", lambda: xlsx(content_type=MACRO_TYPE), "macros", "without macros (.xlsx)"),
    Hostile("ods as xlsx", ods, "other_content", 'the ending ".ods"'),
    Hostile("xlsx as ods", xlsx, "other_content", 'the ending ".xlsx"', "a.ods"),
    Hostile("xlsx as csv", xlsx, "other_content", "is a zip file, perhaps an Excel workbook", "a.csv"),
    Hostile("pdf as csv", lambda: b"%PDF-1.7", "other_content", "is a PDF document", "a.csv"),
    Hostile("page as csv", lambda: b"<html>", "other_content", "is a web page", "a.csv"),
    Hostile("odt as ods", lambda: ods(kind=TEXT_DOCUMENT), "other_content", "an OpenDocument text", "a.ods"),
]
