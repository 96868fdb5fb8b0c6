"""The officers' pages of a meeting's agenda: what is coming, one draft, and its PDF."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from core.access import Permission, requires
from core.pdf import PdfError
from meetings.actions.agenda_start import start_agenda, take_suggestion
from meetings.actions.locks import Refused
from meetings.exports.agenda import front_sheet_pdf
from meetings.models import Meeting
from meetings.report.agenda import front_sheet
from meetings.report.agenda_draft import read_draft
from meetings.report.agenda_list import coming_agendas

for_officers = requires(Permission.MANAGE_MEETINGS)


@require_safe
@for_officers
def agenda_list(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    return render(
        request, "meetings/agenda/list.html", {"agendas": coming_agendas(today=today), "today": today}
    )


@require_safe
@for_officers
def agenda_draft(request: HttpRequest, pk: int) -> HttpResponse:
    today = timezone.localdate()
    draft = read_draft(meeting_or_404(pk), today=today, moved=request.GET.get("moved", ""))
    context = {
        "draft": draft,
        "meeting": draft.meeting,
        "sheet": draft.sheet,
    }
    return render(request, "meetings/agenda/draft.html", context)


@require_safe
@for_officers
def agenda_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """As it would print now, for the officers alone."""
    meeting = meeting_or_404(pk)
    try:
        content = front_sheet_pdf(front_sheet(meeting), is_draft=True)
    except PdfError as fault:
        messages.error(request, str(fault))
        return redirect("meetings:agenda_draft", pk=pk)
    return pdf_response(content, f"draft-agenda-{meeting.on}")


@require_POST
@for_officers
def agenda_start(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = meeting_or_404(pk)
    try:
        begun = start_agenda(meeting.pk, by=request.user)
        messages.success(request, f"The agenda begins with {len(begun)} items. Change what is different.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("meetings:agenda_draft", pk=pk)


@require_POST
@for_officers
def suggestion_take(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = meeting_or_404(pk)
    try:
        item = take_suggestion(meeting.pk, request.POST.get("key", ""), by=request.user)
        messages.success(request, f"On the agenda: {item.title}.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("meetings:agenda_draft", pk=pk)


def meeting_or_404(pk: int) -> Meeting:
    meetings = Meeting.objects.select_related("body__clerk", "body__proper_officer")
    return get_object_or_404(meetings, pk=pk)


def pdf_response(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
