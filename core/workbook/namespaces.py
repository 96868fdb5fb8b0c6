"""The XML namespaces of spreadsheets. Programs do not see what stands in any other; nor do we."""

OFFICE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns"


def in_spreadsheet(*names: str) -> list[str]:
    """Tags of an Excel workbook, as usual and as in "Strict Open XML"."""
    return [f"{{{namespace}}}{name}" for name in names for namespace in (OFFICE, OFFICE_STRICT)]


def in_package(*names: str) -> list[str]:
    """Tags of the parts that hold an Office file together."""
    parts = ("relationships", "content-types")
    spaces = [f"http://schemas.openxmlformats.org/package/2006/{part}" for part in parts]
    return [f"{{{namespace}}}{name}" for name in names for namespace in spaces]


def in_open_document(space: str, *names: str) -> list[str]:
    """Tags of OpenDocument: in_open_document("table", "table-row")."""
    return [f"{{{OPEN_DOCUMENT}:{space}:1.0}}{name}" for name in names]
