"""The minutes as a tagged PDF, from the same data as their page."""

from typing import Any

from core import pdf


def minutes_pdf(paper: dict[str, Any], *, label: str, signed: str = "") -> bytes:
    """Raises PdfError. The same data always make the same bytes."""
    return pdf.render(minutes_html(paper, label=label, signed=signed), title=minutes_title(paper))


def minutes_html(paper: dict[str, Any], *, label: str, signed: str = "") -> str:
    """``paper`` with its texts drawn, as `minutes_standing.shown` gives it."""
    context = {"paper": paper, "label": label, "signed": signed}
    return pdf.html_of("meetings/pdf/minutes.html", context, title=minutes_title(paper))


def minutes_title(paper: dict[str, Any]) -> str:
    return f"Minutes, {paper['body']}, {paper['date']}"
