"""The letters of stamps: a small part of the portal's own font, put into the pack once."""

from dataclasses import dataclass, field
from io import BytesIO

from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf

ALWAYS = "".join(chr(code) for code in range(32, 127)) + "£–—‘’“”•…àáâäçèéêëìíîïñòóôöùúûü"


@dataclass(frozen=True, slots=True)
class Letters:
    """``program`` is the font file, ``glyphs`` by letter, ``widths`` by glyph in thousandths of the size."""

    program: bytes
    glyphs: dict[str, int]
    widths: list[int]
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    _unknown: int = field(default=0)

    def width(self, words: str, size: float) -> float:
        return sum(self.widths[self._glyph(letter)] for letter in words) * size / 1000

    def encoded(self, words: str) -> bytes:
        return b"<" + "".join(f"{self._glyph(letter):04X}" for letter in words).encode() + b">"

    def _glyph(self, letter: str) -> int:
        return self.glyphs.get(letter, self.glyphs.get("?", self._unknown))


def letters_of(font_file: bytes, more: str = "") -> Letters:
    """``more`` than the usual letters, for the names of readers."""
    font = TTFont(BytesIO(font_file), recalcTimestamp=False)
    options = subset.Options(hinting=False, layout_features=[], name_IDs=[], notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=ALWAYS + more)
    subsetter.subset(font)
    scale = 1000 / font["head"].unitsPerEm
    order = font.getGlyphOrder()
    known = {chr(code): order.index(name) for code, name in font.getBestCmap().items()}
    widths = [round(font["hmtx"][name][0] * scale) for name in order]
    head, hhea = font["head"], font["hhea"]
    box = tuple(round(side * scale) for side in (head.xMin, head.yMin, head.xMax, head.yMax))
    out = BytesIO()
    font.save(out, reorderTables=True)
    return Letters(
        out.getvalue(), known, widths, box, round(hhea.ascent * scale), round(hhea.descent * scale)
    )


def put_into(pdf: Pdf, letters: Letters) -> Object:
    """The font, embedded and with its letters named, so that stamps can be searched and copied."""
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/PORTAL+SourceSans3"),
        Flags=4,
        FontBBox=Array(letters.box),
        ItalicAngle=0,
        Ascent=letters.ascent,
        Descent=letters.descent,
        CapHeight=660,
        StemV=80,
        FontFile2=pdf.make_stream(letters.program, Length1=len(letters.program)),
    )
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=descriptor.FontName,
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        CIDToGIDMap=Name.Identity,
        W=Array([0, Array(letters.widths)]),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=descriptor.FontName,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(_names_of(letters)),
        )
    )


def _names_of(letters: Letters) -> bytes:
    known = sorted((glyph, letter) for letter, glyph in letters.glyphs.items())
    lines = [f"<{glyph:04X}> <{ord(letter):04X}>" for glyph, letter in known]
    parts = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    body = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Portal def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n" + body + "\nendcmap\nend\nend"
    ).encode()
