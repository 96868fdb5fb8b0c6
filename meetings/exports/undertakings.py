"""The register of undertakings as a file: all columns for officers, and on paper."""

from collections.abc import Iterable, Iterator

from core import pdf
from core.csv_files import csv_file
from meetings.report.undertakings import Kept

HEADINGS = (
    "Meeting",
    "Item",
    "Minute",
    "What is to be done",
    "Post",
    "Due",
    "Due on",
    "State",
    "Overdue",
    "Comes back at",
    "Latest report",
    "Reported on",
)
FOR_OFFICERS = ("How binding", "Kept from the public", "Warning")
TITLE = "Undertakings"


def register_csv(register: Iterable[Kept], *, is_officer: bool) -> bytes:
    headings = (*HEADINGS, *FOR_OFFICERS) if is_officer else HEADINGS
    return csv_file(headings, _rows(register, is_officer))


def register_pdf(register: list[Kept], *, day: str) -> bytes:
    """Raises PdfError."""
    html = pdf.html_of("meetings/pdf/undertakings.html", {"register": register, "day": day}, title=TITLE)
    return pdf.render(html, title=TITLE)


def _rows(register: Iterable[Kept], is_officer: bool) -> Iterator[tuple]:
    for one in register:
        row, latest = one.undertaking, one.updates[-1] if one.updates else None
        cells = (
            row.item.meeting.on.isoformat(),
            one.made_at,
            one.reference,
            row.what,
            str(row.owner),
            one.when,
            one.due.on.isoformat() if one.due.on else None,
            row.get_state_display(),
            "yes" if one.is_overdue else "no",
            "; ".join(reference for reference, _ in one.comes_back),
            latest.text if latest else None,
            latest.at.date().isoformat() if latest else None,
        )
        more = (row.get_binding_display(), "yes" if row.is_exempt else "no", one.due.warning)
        yield (*cells, *more) if is_officer else cells
