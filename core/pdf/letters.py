"""Which letters a document carries: those that papers usually print, and whatever else it uses.

So the fonts of most documents are the same, byte for byte, and a pack of twenty papers keeps them once.
"""

import weasyprint

_known: dict[str, tuple[dict[int, str], dict[int, int]]] = {}


def learn(document: weasyprint.Document) -> None:
    """From a document that prints `page_of_letters`: the glyphs of each face, what they say and how wide they are."""
    for font in document.fonts.values():
        _known[font.hash] = dict(font.to_unicode), dict(font.widths)


class Fonts(dict):  # type: ignore[type-arg]
    """What WeasyPrint keeps its fonts in: each begins with the usual letters."""

    def __setitem__(self, key: int, font: weasyprint.pdf.fonts.Font) -> None:
        glyphs, widths = _known.get(font.hash, ({}, {}))
        font.to_unicode.update(glyphs)
        font.widths.update(widths)
        super().__setitem__(key, font)
