"""The long papers of the demonstration as an officer would send them: a PDF with a page for each chapter."""

from core import pdf
from core.fixtures import FOLDER
from core.richtext import from_plain


def chapters_pdf(name: str, *, title: str) -> bytes:
    """Of fixtures/meetings/papers/<name>.txt."""
    text = (FOLDER / "meetings" / "papers" / f"{name}.txt").read_text(encoding="utf-8")
    html = pdf.html_of("meetings/pdf/chapters.html", {"html": from_plain(text)}, title=title)
    return pdf.render(html, title=title)
