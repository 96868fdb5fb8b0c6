"""The package that a Word file is: held to limits, its parts counted. Runs in the limited child only."""

import re
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from .refusals import UnreadableDocument

MOST_PARTS = 3_000
MOST_BYTES = (
    100 * 1024 * 1024
)  # unpacked, counted while it unpacks: what the package says of itself may be a lie
PIECE = 1024 * 1024
MAIN = "word/document.xml"
BRINGS_IN = re.compile(r"\b(INCLUDETEXT|INCLUDEPICTURE|DDEAUTO|DDE|LINK|IMPORT|RD)\b")
INSTRUCTIONS = re.compile(r"<w:instrText\b[^>]*>([^<]*)</w:instrText>|w:instr=\"([^\"]*)\"")
ANY_QUOTED = re.compile(r"(?:\"|&quot;|“)[^\"“”]*(?:\"|&quot;|”)?")


@dataclass(frozen=True, slots=True)
class Package:
    """By name. What is no XML was looked at for its size only."""

    names: tuple[str, ...]
    texts: dict[str, str]

    def count(self, sign: str) -> int:
        """How often a tag begins in the document itself."""
        return len(re.findall(rf"<{sign}[\s/>]", self.texts[MAIN]))

    def below(self, folder: str) -> int:
        return sum(name.startswith(folder) and not name.endswith("/") for name in self.names)


def opened(data: bytes) -> Package:
    """Raises UnreadableDocument."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = package.namelist()
            if len(names) > MOST_PARTS:
                raise UnreadableDocument("unpacks")
            if len(set(names)) != len(names):
                raise UnreadableDocument("not_whole")
            texts = _texts(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
        raise UnreadableDocument("not_whole") from None
    found = Package(tuple(names), texts)
    _refuse(found)
    return found


def _texts(package: zipfile.ZipFile) -> dict[str, str]:
    """Every part is unpacked to its end; those in XML are kept."""
    left, texts = MOST_BYTES, {}
    for info in package.infolist():
        pieces = []
        with package.open(info) as part:
            while piece := part.read(PIECE):
                left -= len(piece)
                if left < 0:
                    raise UnreadableDocument("unpacks")
                if info.filename.endswith((".xml", ".rels")):
                    pieces.append(piece)
        if pieces:
            texts[info.filename] = b"".join(pieces).decode("utf-8")
    return texts


def _refuse(package: Package) -> None:
    if MAIN not in package.texts or "[Content_Types].xml" not in package.texts:
        raise UnreadableDocument("not_whole")
    if any("<!DOCTYPE" in text or "<!ENTITY" in text for text in package.texts.values()):
        raise UnreadableDocument("not_whole")
    has_macros = any(name.lower().endswith("vbaproject.bin") for name in package.names)
    if has_macros or "macroenabled" in package.texts["[Content_Types].xml"].lower():
        raise UnreadableDocument("macros")
    for name, text in package.texts.items():
        if name.startswith("word/") and (field := _brings_in(text)):
            raise UnreadableDocument("brings_in", field=field)


def _brings_in(text: str) -> str:
    """The field that would read another file; Word may write its name in pieces. Quoted words are what it shows."""
    instructions = "".join(part or attribute for part, attribute in INSTRUCTIONS.findall(text))
    found = BRINGS_IN.search(ANY_QUOTED.sub(" ", instructions).upper())
    return found[1] if found else ""
