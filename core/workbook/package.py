"""A zip file read with suspicion: what unpacks is counted while it unpacks, whatever the headers say."""

import posixpath
import struct
import zlib
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from .limits import Limits
from .refusals import UnreadableWorkbook, megabytes

FAULTS = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)
OUT_OF_MEMORY = "Error -4 "  # how zlib says so when it is in the middle of a part
SMALL = 1024 * 1024  # below this no ratio is suspicious: a few empty rows repeat themselves
DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
OVERLAP = max(map(len, DOCTYPES)) - 1
XML_ENDINGS = (".xml", ".rels", ".vml", ".rdf")
CHUNK = 64 * 1024


class Package:
    """The parts of a workbook by name. Names are looked up without regard to capitals, as Office does."""

    def __init__(self, file: IO[bytes], limits: Limits) -> None:
        self.limits = limits
        self.unpacked = 0
        self._read: set[str] = set()
        try:
            self._zip = ZipFile(file)
        except FAULTS:
            raise UnreadableWorkbook("cut_off") from None
        self._parts = _directory(self._zip.infolist(), limits)

    @property
    def names(self) -> list[str]:
        return [info.filename for info in self._parts.values()]

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._parts

    def open(self, name: str) -> "Part":
        if (info := self._parts.get(name.lower())) is None:
            raise UnreadableWorkbook("damaged", detail=f"its part {name} is missing")
        self._read.add(name.lower())
        try:
            return Part(self, info, self._zip.open(info))
        except FAULTS:
            raise UnreadableWorkbook("damaged", detail=f"its part {name} cannot be unpacked") from None

    def read(self, name: str) -> bytes:
        return b"".join(iter(self.open(name).read, b""))

    def look_through_the_rest(self) -> None:
        """Parts that nobody asked for are read as well: none may carry a DOCTYPE or a bomb."""
        for key, info in self._parts.items():
            if key not in self._read and key.endswith(XML_ENDINGS):
                for _ in iter(self.open(info.filename).read, b""):
                    pass


class Part:
    """One part, unpacked piece by piece."""

    def __init__(self, package: Package, info: ZipInfo, stream: IO[bytes]) -> None:
        self.name = info.filename
        self._package, self._stream = package, stream
        self._most = max(SMALL, info.compress_size * package.limits.ratio)
        self._unpacked = 0
        self._tail = b""

    def read(self) -> bytes:
        """The next piece, b"" at the end."""
        try:
            piece = self._stream.read(CHUNK)
        except FAULTS as fault:
            if str(fault).startswith(OUT_OF_MEMORY):
                raise MemoryError from None
            raise UnreadableWorkbook("damaged", detail=f"its part {self.name} cannot be unpacked") from None
        self._count(len(piece))
        self._refuse_document_type(piece)
        return piece

    def _count(self, size: int) -> None:
        limits = self._package.limits
        self._unpacked += size
        self._package.unpacked += size
        if self._package.unpacked > limits.unpacked_bytes:
            raise UnreadableWorkbook("unpacks_too_large", most=megabytes(limits.unpacked_bytes))
        if self._unpacked > self._most:
            raise UnreadableWorkbook("packed_too_tightly", part=self.name, ratio=str(limits.ratio))

    def _refuse_document_type(self, piece: bytes) -> None:
        text = self._tail + piece
        if any(doctype in text for doctype in DOCTYPES):
            raise UnreadableWorkbook("document_type", part=self.name)
        self._tail = text[-OVERLAP:]


def _directory(infos: list[ZipInfo], limits: Limits) -> dict[str, ZipInfo]:
    if len(infos) > limits.entries:
        raise UnreadableWorkbook("too_many_parts", found=f"{len(infos):,}", most=f"{limits.entries:,}")
    parts: dict[str, ZipInfo] = {}
    for info in infos:
        _refuse_odd_entry(info)
        if info.filename.lower() in parts:
            raise UnreadableWorkbook("part_twice", part=info.filename)
        parts[info.filename.lower()] = info
    if sum(info.file_size for info in infos) > limits.unpacked_bytes:
        raise UnreadableWorkbook("unpacks_too_large", most=megabytes(limits.unpacked_bytes))
    return parts


def _refuse_odd_entry(info: ZipInfo) -> None:
    if is_outside(info.orig_filename):
        raise UnreadableWorkbook("part_path", part=info.orig_filename)
    if info.flag_bits & 0x1:
        raise UnreadableWorkbook("password")
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise UnreadableWorkbook("damaged", detail=f"its part {info.filename} is packed in an unusual way")


def is_outside(path: str) -> bool:
    """Leads out of the package, or could on some machine."""
    odd = "\\" in path or "\0" in path or ":" in path
    return odd or path.startswith("/") or ".." in posixpath.normpath(path).split("/")
