"""A report to the panel as a tagged PDF, from the same data as its page."""

from typing import Any

from core import pdf


def report_pdf(report: dict[str, Any], *, is_draft: bool = False) -> bytes:
    """Raises PdfError. The same data always make the same bytes."""
    return pdf.render(report_html(report, is_draft=is_draft), title=report_title(report, is_draft=is_draft))


def report_html(report: dict[str, Any], *, is_draft: bool = False) -> str:
    context = {"report": report, "is_draft": is_draft}
    return pdf.html_of("meetings/pdf/report.html", context, title=report_title(report, is_draft=is_draft))


def report_title(report: dict[str, Any], *, is_draft: bool = False) -> str:
    return f"Draft: {report['subject']}" if is_draft else report["subject"]
