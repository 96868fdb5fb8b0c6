"""Parts that a scorecard workbook has no business to carry: code, links, files inside files."""

import re

from .package import Package
from .refusals import UnreadableWorkbook
from .relations import relations_in

LINKS = (
    "links to other workbooks",
    "In Excel choose Data, Edit Links, Break Link, save it and upload it again.",
)
FILES = ("a file or object inside it", "Delete the embedded object, save it and upload it again.")
QUERIES = (
    "a connection to a database or web page",
    "In Excel delete it under Data, Queries & Connections, and save.",
)
CONTROLS = ("an ActiveX control", "Delete the control, save it and upload it again.")
OUTSIDE = (
    "a link that fetches something from outside",
    "Delete the linked picture or object, save it and upload it.",
)

MACRO_NAMES = re.compile(r"vbaproject|vbadata\.xml|macrosheets/|dialogsheets/")
UNWANTED_NAMES = (
    (re.compile(r"externallinks/"), LINKS),
    (re.compile(r"embeddings/"), FILES),
    (re.compile(r"(^|/)connections\.xml|querytables/|customdata/|xl/model/"), QUERIES),
    (re.compile(r"activex/"), CONTROLS),
)
MACRO_TYPES = re.compile(r"vbaProject|Macrosheet|dialogsheet|wordVbaData|attachedToolbars", re.IGNORECASE)
UNWANTED_TYPES = {
    **dict.fromkeys(("externalLink", "externalLinkPath", "xlExternalLinkPath"), LINKS),
    **dict.fromkeys(("oleObject", "package"), FILES),
    **dict.fromkeys(("connections", "queryTable", "customDataProps", "powerPivotData"), QUERIES),
    "control": CONTROLS,
}


def refuse_unwanted_parts(package: Package) -> None:
    """By the names of the parts and, in case they were renamed, by what the relations say they are."""
    for name in package.names:
        _refuse_name(name)
    for name in package.names:
        if name.endswith(".rels"):
            _refuse_relations(package, name)


def _refuse_name(name: str) -> None:
    if MACRO_NAMES.search(name.lower()):
        raise UnreadableWorkbook("macros", part=name)
    for pattern, (what, fix) in UNWANTED_NAMES:
        if pattern.search(name.lower()):
            raise UnreadableWorkbook("unwanted_part", what=what, part=name, fix=fix)


def _refuse_relations(package: Package, rels: str) -> None:
    for relation in relations_in(package, rels).values():
        if MACRO_TYPES.search(relation.type):
            raise UnreadableWorkbook("macros", part=relation.target)
        unwanted = UNWANTED_TYPES.get(relation.type)
        if unwanted is None and relation.is_external and relation.type != "hyperlink":
            unwanted = OUTSIDE
        if unwanted is not None:
            what, fix = unwanted
            raise UnreadableWorkbook("unwanted_part", what=what, part=relation.target, fix=fix)
