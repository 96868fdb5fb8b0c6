"""How the parts of an Office file point at one another."""

import posixpath
from typing import NamedTuple

from .namespaces import in_package
from .package import Package, is_outside
from .refusals import UnreadableWorkbook
from .xml_stream import elements


class Relation(NamedTuple):
    type: str  # the last word of its address: worksheet, sharedStrings, hyperlink ...
    target: str  # name of a part, or an address outside
    is_external: bool


def relations_of(package: Package, part: str) -> dict[str, Relation]:
    """By id; ``part`` is "" for the package itself."""
    folder, name = posixpath.split(part)
    return relations_in(package, posixpath.join(folder, "_rels", f"{name}.rels"))


def relations_in(package: Package, rels: str) -> dict[str, Relation]:
    if rels not in package:
        return {}
    folder = posixpath.dirname(posixpath.dirname(rels))
    found = {}
    for element in elements(package.open(rels), in_package("Relationship")):
        is_external = element.get("TargetMode", "").lower() == "external"
        target = element.get("Target", "")
        target = target if is_external else _inside(folder, target)
        found[element.get("Id", "")] = Relation(
            element.get("Type", "").rpartition("/")[2], target, is_external
        )
    return found


def _inside(folder: str, target: str) -> str:
    path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    path = path.partition("#")[0]
    if is_outside(path):
        raise UnreadableWorkbook("part_path", part=target)
    return posixpath.normpath(path)
