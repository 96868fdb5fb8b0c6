"""Page numbers, item marks and readers' names: drawn as a reader sees the page, and not read out."""

from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary

from meetings.pack.letters import Letters
from meetings.pack.places import (
    LEADING,
    SIZE,
    Matrix,
    Seen,
    at_top_left,
    at_top_right,
    beside_top_right,
    centred_at_foot,
    product,
    seen,
)

FONT = "/PortalLetters"
FAINT = "/PortalFaint"
LARGEST_NOTICE = 8.0
DIAGONAL = (0.7071, 0.7071, -0.7071, 0.7071)


class Stamps:
    """Draws on the pages of one pack with one font."""

    def __init__(self, pdf: pikepdf.Pdf, letters: Letters, font: pikepdf.Object) -> None:
        self.pdf, self.letters, self.font = pdf, letters, font

    def number(self, page: pikepdf.Page, number: int, mark: str = "") -> None:
        """``mark`` stands top right: "Agenda Item 8"."""
        whole = seen_page(page)
        size = SIZE * whole.unit
        words, font = f"Page {number}", self._font_on(page)
        lines = [self._line(words, font, size, centred_at_foot(whole, self.letters.width(words, size)))]
        if mark:
            lines.append(self._line(mark, font, size, at_top_right(whole, self.letters.width(mark, size))))
        self._draw(page, whole.to_user, b"0.1 g", lines)

    def notice(self, page: pikepdf.Page, words: str, mark: str = "") -> None:
        """Top left, beside ``mark``, in letters that are as large as the band above the page allows."""
        whole, font = seen_page(page), self._font_on(page)
        across, up = beside_top_right(whole, self.letters.width(mark, SIZE * whole.unit))
        size = LARGEST_NOTICE * whole.unit
        while len(rows := self._rows(words, size, across)) * size * LEADING > up:
            size *= 0.95
        lines = [self._line(row, font, size, at_top_left(whole, n, size)) for n, row in enumerate(rows)]
        self._draw(page, whole.to_user, b"0.1 g", lines)

    def _rows(self, words: str, size: float, across: float) -> list[str]:
        first, *rest = words.split()
        rows = [first]
        for word in rest:
            if self.letters.width(f"{rows[-1]} {word}", size) <= across:
                rows[-1] += f" {word}"
            else:
                rows.append(word)
        return rows

    def sentence(self, page: pikepdf.Page, words: str) -> None:
        """In the middle of an empty page."""
        whole = seen_page(page)
        size = SIZE * whole.unit
        place = (whole.width - self.letters.width(words, size)) / 2, whole.height / 2
        self._draw(page, whole.to_user, b"0.35 g", [self._line(words, self._font_on(page), size, place)])

    def reader(self, page: pikepdf.Page, words: Sequence[str]) -> None:
        """Large and faint across the page, over what is there, so that no picture hides it."""
        whole = seen_page(page)
        longest = max(self.letters.width(line, 1) for line in words)
        size = min(36.0 * whole.unit, 0.85 * min(whole.width, whole.height) * 1.3 / longest)
        a, b, c, d = DIAGONAL
        centre: Matrix = (a, b, c, d, whole.width / 2, whole.height / 2)
        font = self._font_on(page)
        lines = [
            self._line(
                line,
                font,
                size,
                (-self.letters.width(line, size) / 2, (len(words) / 2 - row - 1) * size * 1.2),
            )
            for row, line in enumerate(words)
        ]
        _part(page, "/ExtGState")[FAINT] = Dictionary(ca=0.13)
        self._draw(page, product(centre, whole.to_user), FAINT.encode() + b" gs 0.1 g", lines)

    def _font_on(self, page: pikepdf.Page) -> str:
        """Under a name of its own: a page that was stamped before keeps the letters of those stamps."""
        fonts, name = _part(page, "/Font"), FONT
        while name in fonts and fonts[name].objgen != self.font.objgen:
            name += "Next"
        fonts[name] = self.font
        return name

    def _line(self, words: str, font: str, size: float, place: tuple[float, float]) -> bytes:
        x, y = place
        told = self.letters.encoded(words)
        return b"BT %s %.2f Tf 1 0 0 1 %.2f %.2f Tm %s Tj ET" % (font.encode(), size, x, y, told)

    def _draw(self, page: pikepdf.Page, matrix: Matrix, how: bytes, lines: list[bytes]) -> None:
        place = " ".join(f"{number:.5f}" for number in matrix).encode()
        drawn = b"\n/Artifact <</Type /Pagination>> BDC q %s cm %s\n%s\nQ EMC\n"
        stamp = self.pdf.make_stream(drawn % (place, how, b"\n".join(lines)))
        held = page.obj.get("/Contents")
        before = list(held) if isinstance(held, Array) else ([] if held is None else [held])
        page.Contents = Array([*before, stamp])


def seen_page(page: pikepdf.Page) -> Seen:
    left, bottom, right, top = (float(side) for side in page.MediaBox)
    rotate, unit = int(page.obj.get("/Rotate", 0)), float(page.obj.get("/UserUnit", 1))
    return seen((left, bottom, right, top), rotate, unit)


def _part(page: pikepdf.Page, key: str) -> pikepdf.Object:
    """The fonts or states of a page, to add one to."""
    if not isinstance(page.obj.get("/Resources"), Dictionary):
        page.Resources = Dictionary()
    if not isinstance(page.Resources.get(key), Dictionary):
        page.Resources[key] = Dictionary()
    return page.Resources[key]
