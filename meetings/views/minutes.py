"""The minutes of a meeting, as a page and as a PDF. The public reads them once they are published."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.pdf import PdfError
from meetings.exports.minutes import minutes_pdf
from meetings.minutes_readers import checks_minutes, reads_minutes
from meetings.models import MeetingMinutes, MinutesState
from meetings.readers import reads_exempt
from meetings.report.minutes import minutes_of
from meetings.report.minutes_standing import NOT_IN_THE_PORTAL, shown, standing_of


@require_safe
@login_not_required
def minutes_read(request: HttpRequest, pk: int) -> HttpResponse:
    record = readable_or_404(request, pk)
    context = {
        "meeting": record.meeting,
        "record": record,
        "is_asked": record.state == MinutesState.CHAIRMAN and checks_minutes(request.user, record),
        **_paper(request, record),
    }
    return render(request, "meetings/minutes/read.html", context)


@require_safe
@login_not_required
def minutes_print(request: HttpRequest, pk: int) -> HttpResponse:
    """Approved ones byte for byte as they were kept; with their exempt part, or as a draft, as they stand."""
    record = readable_or_404(request, pk)
    found = _paper(request, record)
    if record.pdf and not found["shows_exempt"]:
        return _pdf_response(bytes(record.pdf), record)
    if found["is_elsewhere"]:
        raise Http404(NOT_IN_THE_PORTAL)
    try:
        content = minutes_pdf(found["paper"], label=found["standing"].label, signed=found["standing"].signed)
    except PdfError as fault:
        context = {"meeting": record.meeting, "fault": str(fault)}
        return render(request, "meetings/minutes/no_pdf.html", context, status=503)
    return _pdf_response(content, record)


def readable_or_404(request: HttpRequest, pk: int) -> MeetingMinutes:
    records = MeetingMinutes.objects.select_related(
        "meeting__body", "meeting__presided_by", "approved_at", "signed_by"
    )
    record = get_object_or_404(records, meeting=pk)
    if not reads_minutes(request.user, record):
        raise Http404("These minutes are not published.")
    return record


def _paper(request: HttpRequest, record: MeetingMinutes) -> dict[str, Any]:
    exempt = reads_exempt(request.user, record.meeting, at=timezone.now())
    kept = minutes_of(record.meeting, exempt=exempt)
    has_text = "sentence" in kept
    paper = shown(kept, record, exempt=exempt)
    return {
        "paper": paper,
        "standing": standing_of(record),
        "is_elsewhere": not has_text,
        "not_here": NOT_IN_THE_PORTAL,
        "shows_exempt": exempt and any(minute["html"] for minute in paper["exempt"]),
    }


def _pdf_response(content: bytes, record: MeetingMinutes) -> HttpResponse:
    draft = "" if record.is_approved else "draft-"
    headers = {"Content-Disposition": f'inline; filename="{draft}minutes-{record.meeting.on}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
