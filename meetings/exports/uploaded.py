"""What an officer's file becomes: a PDF that is safe to hand on, its words, and what there is to tell of it."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError

from core import pdf
from core.documents import Document, UnreadableDocument, convert, read_document
from core.richtext import clean, plain_text

LONGEST_NAME = 255
BY_OFFICE, BY_PORTAL = "libreoffice", "portal"


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    format: str
    original: bytes
    pdf: bytes
    pages: list[str]
    html: str
    is_tagged: bool
    seen: dict[str, Any]
    tagged: list[str]

    @property
    def original_sha256(self) -> str:
        return sha256(self.original).hexdigest()


def made_of(data: bytes, *, filename: str, title: str) -> Upload:
    """Raises UnreadableDocument, and PdfError for a Word file that cannot be drawn."""
    read = read_document(data, filename=filename)
    name = filename[-LONGEST_NAME:]
    if read.pdf:
        return Upload(
            name, read.format, data, read.pdf, read.pages, "", read.is_tagged, read.seen, _tagged(read)
        )
    html = _cleaned(read)
    content, made = _drawn(data, html, title=title)
    seen = read.seen | made.seen | {"has_language": True, "has_title": True}
    return Upload(name, read.format, data, content, made.pages, html, made.is_tagged, seen, [])


def _tagged(read: Document) -> list[str]:
    """Each page as its tags tell it, fit to be shown; empty for one that is too intricate."""
    return [_fit(html) for html in read.tagged]


def _fit(html: str) -> str:
    try:
        return clean(html)
    except ValidationError:
        return ""


def _cleaned(read: Document) -> str:
    try:
        html = clean(read.html)
    except ValidationError:
        raise UnreadableDocument("too_long") from None
    if not plain_text(html).strip():
        raise UnreadableDocument("no_words")
    return html


def _drawn(data: bytes, html: str, *, title: str) -> tuple[bytes, Document]:
    """As Word shows it where LibreOffice can; else by the portal, which knows words, lists and tables."""
    if settings.LIBREOFFICE:
        try:
            made = read_document(convert(data, program=settings.LIBREOFFICE), filename="word.pdf")
            made.seen["made_by"] = BY_OFFICE
            return made.pdf, made
        except UnreadableDocument as refusal:
            if refusal.code == "busy":
                raise
    drawn = pdf.html_of("meetings/pdf/uploaded.html", {"html": html}, title=title)
    content = pdf.render(drawn, title=title)
    made = read_document(content, filename="word.pdf")
    made.seen["made_by"] = BY_PORTAL
    return content, made
