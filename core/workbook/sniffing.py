"""What a file is by its first bytes, whatever its name says."""

from typing import IO, NamedTuple

from .refusals import UnreadableWorkbook

ZIP, EMPTY_ZIP, OLE = b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED, OLD_EXCEL = ("EncryptedPackage".encode("utf-16-le"), "Workbook".encode("utf-16-le"))

ENDINGS = (".xlsx", ".ods", ".csv")
PLEASE_SAVE = "Open it in Excel or LibreOffice, save it as an Excel workbook (.xlsx) and upload that."
PLEASE_FIND = "Upload the workbook itself."


class Look(NamedTuple):
    """What a file looks like, in words, and what to do about it."""

    found: str
    fix: str = PLEASE_FIND


MAGIC = (
    (b"%PDF-", Look("a PDF document")),
    (b"{\\rtf", Look("a rich text document")),
    (b"\x89PNG", Look("a picture")),
    (b"\xff\xd8\xff", Look("a picture")),
    (b"GIF8", Look("a picture")),
    (b"Rar!", Look("a compressed archive", "Unpack it and upload the workbook inside it.")),
    (b"7z\xbc\xaf", Look("a compressed archive", "Unpack it and upload the workbook inside it.")),
    (b"\x1f\x8b", Look("a compressed archive", "Unpack it and upload the workbook inside it.")),
    (b"MZ", Look("a program")),
    (b"\x7fELF", Look("a program")),
    (EMPTY_ZIP, Look("an empty archive")),
)
WEB_PAGE = (b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<meta", b"<script", b"<style")
OLD_XML = b"urn:schemas-microsoft-com:office:spreadsheet"


def ending_of(filename: str) -> str:
    """.xlsx, .ods or .csv; refuses any other."""
    ending = f".{filename.rpartition('.')[2].lower()}" if "." in filename else filename
    if ending not in ENDINGS:
        raise UnreadableWorkbook("ending", ending=ending[-20:])
    return ending


def refuse_other_content(file: IO[bytes], ending: str) -> None:
    """Refuses what is plainly not of the kind that the ending promises; a zip file is looked into later."""
    start = file.read(8192)
    file.seek(0)
    if not start:
        raise UnreadableWorkbook("nothing_in_it")
    if start.startswith(OLE):
        _refuse_ole(file, ending)
    if look := _unwanted_look(start, ending):
        raise UnreadableWorkbook("other_content", ending=ending, found=look.found, fix=look.fix)


def _refuse_ole(file: IO[bytes], ending: str) -> None:
    content = file.read()
    if ENCRYPTED in content:
        raise UnreadableWorkbook("password")
    found = "an old Excel workbook (.xls)" if OLD_EXCEL in content else "an old Office document"
    raise UnreadableWorkbook("other_content", ending=ending, found=found, fix=PLEASE_SAVE)


def _unwanted_look(start: bytes, ending: str) -> Look | None:
    for magic, look in MAGIC:
        if start.startswith(magic):
            return look
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith(WEB_PAGE):
        return Look("a web page", PLEASE_SAVE)
    if text.startswith(b"<"):
        return Look("an old XML spreadsheet" if OLD_XML in text else "an XML file", PLEASE_SAVE)
    if start.startswith(ZIP):
        return (
            Look("a zip file, perhaps an Excel workbook", "Give it its right ending.")
            if ending == ".csv"
            else None
        )
    return None if ending == ".csv" else _not_a_zip(start)


def _not_a_zip(start: bytes) -> Look:
    if b"\0" in start:
        return Look("not a spreadsheet", PLEASE_SAVE)
    return Look("plain text", "If it is CSV, give it the ending .csv; otherwise upload the workbook itself.")
