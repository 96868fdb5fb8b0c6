"""The front sheet as a tagged PDF, from the same data as its page and the issue that is kept."""

from typing import Any

from core import pdf


def front_sheet_pdf(sheet: dict[str, Any], *, is_draft: bool = False, shows_exempt: bool = False) -> bytes:
    """Raises PdfError. The same data always make the same bytes."""
    return pdf.render(
        front_sheet_html(sheet, is_draft=is_draft, shows_exempt=shows_exempt), title=_title(sheet, is_draft)
    )


def front_sheet_html(sheet: dict[str, Any], *, is_draft: bool = False, shows_exempt: bool = False) -> str:
    context = {"sheet": sheet, "is_draft": is_draft, "shows_exempt": shows_exempt, "is_edited": False}
    return pdf.html_of("meetings/pdf/agenda.html", context, title=_title(sheet, is_draft))


def _title(sheet: dict[str, Any], is_draft: bool) -> str:
    title = f"Agenda, {sheet['body']}, {sheet['date']}"
    return f"Draft: {title}" if is_draft else title
