"""An uploaded PDF: opened, held to limits, cleaned, looked at. Runs in the limited child only."""

from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, Pdf

from .model import Document
from .pdf_cleaning import clean
from .pdf_looking import fonts_missing, has_picture, is_tagged, size_of, size_words
from .pdf_tagged import tagged_html
from .refusals import UnreadableDocument
from .sniffing import PDF

MOST_PAGES = 400
SMALLEST, LARGEST = 72, 3_400  # points: an inch, and A0
LONGEST_PAGE = 50_000  # characters
FEWEST_SIGNS = 4  # fewer on a page are a page number, not words


def read_pdf(data: bytes) -> Document:
    with _opened(data) as pdf:
        seen = _facts(pdf)
        for number, page in enumerate(pdf.pages, 1):
            _refuse_page(number, page)
        seen["taken_out"] = sorted(clean(pdf).items())
        seen |= _looked_at(pdf)
        content, number = _saved(pdf), len(pdf.pages)
    pages, tagged = _words(content)
    _refuse_unless_whole(content, pages, number)
    seen |= _words_seen(pages, seen.pop("pictured"))
    return Document(PDF, content, pages, "", tagged, seen)


def _opened(data: bytes) -> Pdf:
    try:
        pdf = pikepdf.open(BytesIO(data), suppress_warnings=True)
        number = len(pdf.pages)
    except pikepdf.PasswordError:
        raise UnreadableDocument("password") from None
    except pikepdf.PdfError:
        raise UnreadableDocument("broken") from None
    if not number:
        raise UnreadableDocument("no_pages")
    if number > MOST_PAGES:
        raise UnreadableDocument("too_many_pages", pages=number, most=MOST_PAGES)
    return pdf


def _facts(pdf: Pdf) -> dict[str, Any]:
    """What cleaning will change."""
    return {
        "was_protected": pdf.is_encrypted,
        "was_mended": bool(pdf.get_warnings()),
        "has_title": bool(str(pdf.docinfo.get("/Title", "")).strip()),
    }


def _refuse_page(number: int, page: pikepdf.Page) -> None:
    """Raises UnreadableDocument for a page that would not print, or not as it was meant."""
    try:
        width, height = size_of(page)
        held = page.obj.get("/Contents", Array())
        for part in held if isinstance(held, Array) else [held]:
            part.read_bytes()
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError, NotImplementedError):
        raise UnreadableDocument("page_broken", page=number) from None
    if not all(SMALLEST <= side <= LARGEST for side in (width, height)):
        raise UnreadableDocument("page_size", page=number, size=size_words(width, height))


def _looked_at(pdf: Pdf) -> dict[str, Any]:
    sizes: dict[str, int] = {}
    for page in pdf.pages:
        words = size_words(*size_of(page))
        sizes[words] = sizes.get(words, 0) + 1
    return {
        "sizes": sorted(sizes.items(), key=lambda one: -one[1]),
        "rotated": sum(bool(page.obj.get("/Rotate", 0)) for page in pdf.pages),
        "is_tagged": is_tagged(pdf),
        "has_language": bool(str(pdf.Root.get("/Lang", "")).strip()),
        "fonts_missing": fonts_missing(pdf),
        "pictured": [has_picture(page) for page in pdf.pages],
    }


def _saved(pdf: Pdf) -> bytes:
    """Without its protection. The same file always gives the same bytes."""
    cleaned = BytesIO()
    pdf.save(
        cleaned,
        deterministic_id=True,
        encryption=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
    )
    return cleaned.getvalue()


def _refuse_unless_whole(content: bytes, pages: list[str], number: int) -> None:
    """What was damaged may be beyond mending: what two readers do not both find in the copy is not kept."""
    try:
        with pikepdf.open(BytesIO(content), suppress_warnings=True) as again:
            is_whole = len(again.pages) == len(pages) == number and not again.get_warnings()
    except pikepdf.PdfError:
        is_whole = False
    if not is_whole:
        raise UnreadableDocument("broken")


def _words(content: bytes) -> tuple[list[str], list[str]]:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise UnreadableDocument("broken") from None
    pages, tagged = [], []
    for page in document:
        words = page.get_textpage().get_text_bounded()[:LONGEST_PAGE]
        pages.append(words.replace("\r\n", "\n").replace("\x00", "").replace("\f", "\n").strip())
        tagged.append(tagged_html(page, words)[:LONGEST_PAGE])
    return pages, tagged if any(tagged) else []


def _words_seen(pages: list[str], pictured: list[bool]) -> dict[str, Any]:
    bare = [number for number, words in enumerate(pages) if len("".join(words.split())) < FEWEST_SIGNS]
    return {
        "scanned": [number + 1 for number in bare if pictured[number]],
        "blank": [number + 1 for number in bare if not pictured[number]],
    }
