"""Fonts that papers carry alike are kept once in their pack: the portal's own all print with the same."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


class Shared:
    """Grows with the papers of one pack."""

    def __init__(self) -> None:
        self._kept: dict[bytes, Object] = {}

    def share(self, pages: Iterable[pikepdf.Page]) -> None:
        for holder, key in _streams(_fonts(pages)):
            held = holder[key]
            if isinstance(held, Stream):
                holder[key] = self._kept.setdefault(_likeness(held), held)


def _likeness(held: Stream) -> bytes:
    """The same for streams that say the same in the same way."""
    told = sha256(held.read_raw_bytes())
    for name, value in sorted(held.items()):
        told.update(f"{name} {value!r}".encode())
    return told.digest()


def _fonts(pages: Iterable[pikepdf.Page]) -> Iterator[Object]:
    """Each once: the pages of a paper often have their fonts in common."""
    seen = set()
    for page in pages:
        resources = page.obj.get("/Resources")
        fonts = resources.get("/Font") if isinstance(resources, Dictionary) else None
        for font in fonts.values() if isinstance(fonts, Dictionary) else ():
            if isinstance(font, Dictionary) and font.objgen not in seen:
                seen.add(font.objgen)
                yield font


def _streams(fonts: Iterable[Object]) -> Iterator[tuple[Object, str | Name]]:
    for font in fonts:
        below = font.get("/DescendantFonts")
        parts = [font, *(below if isinstance(below, Array) else ())]
        if "/ToUnicode" in font:
            yield font, Name.ToUnicode
        for part in parts:
            descriptor = part.get("/FontDescriptor") if isinstance(part, Dictionary) else None
            if isinstance(descriptor, Dictionary):
                yield from ((descriptor, key) for key in PROGRAMS if key in descriptor)
