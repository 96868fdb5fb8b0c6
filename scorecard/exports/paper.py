"""The paper that puts a month before the panel: A4 portrait, drawn from the same data as its page."""

from typing import Any

from core import pdf


def paper_pdf(data: dict[str, Any], *, is_draft: bool = False) -> bytes:
    """Raises PdfError. The same data always make the same bytes."""
    return pdf.render(paper_html(data, is_draft=is_draft), title=_title(data, is_draft))


def paper_html(data: dict[str, Any], *, is_draft: bool = False) -> str:
    context = {"paper": data, "is_draft": is_draft, "edit_month": "", "shows_edits": False}
    return pdf.html_of("scorecard/pdf/paper.html", context, title=_title(data, is_draft))


def _title(data: dict[str, Any], is_draft: bool) -> str:
    return f"Draft: {data['title']}" if is_draft else data["title"]
