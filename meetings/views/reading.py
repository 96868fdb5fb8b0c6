"""The page of one meeting and its papers, for everybody; exempt papers for those with a right to them."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.pdf import PdfError
from meetings.actions.pack_copies import give_paper
from meetings.models import Meeting, PaperKind
from meetings.pack.faults import PackFault
from meetings.pack.sources import Unusable
from meetings.readers import reads_exempt
from meetings.report.calendar import line_of
from meetings.report.issued_papers import (
    IssuedPaper,
    issued_paper,
    pages_of,
    published_elsewhere,
    read_paper,
)
from meetings.report.packs import place_of
from meetings.report.published import with_what_is_published
from meetings.report.reading import read_meeting
from meetings.views.paper_response import paper_response


@require_safe
@login_not_required
def meeting_read(request: HttpRequest, pk: int) -> HttpResponse:
    meetings = Meeting.objects.open_to_public().select_related("body", "moved_to")
    meeting = get_object_or_404(with_what_is_published(meetings), pk=pk)
    exempt = reads_exempt(request.user, meeting, at=timezone.now())
    context = {
        "meeting": meeting,
        "line": line_of(meeting),
        "moved_from": meeting.moved_from.order_by("on"),
        "reading": read_meeting(meeting, request.user, exempt=exempt),
        "reads_exempt": exempt,
        "is_past": meeting.on < timezone.localdate(),
    }
    return render(request, "meetings/reading/meeting.html", context)


@require_safe
@login_not_required
def paper_read(request: HttpRequest, pk: int, paper: int) -> HttpResponse:
    """Its words on a page. What was not issued, or is exempt for this reader, is as if it were not there."""
    found = _issued_or_404(request, pk, paper)
    if earlier := published_elsewhere(found):
        return redirect("meetings:minutes_read", pk=earlier)
    if found.told["kind"] == PaperKind.REPORT and not found.told["report"]:
        raise Http404("This report is not in the issue.")
    context = {
        "meeting": found.paper.item.meeting,
        "line": found.line,
        "paper": found.told,
        "report": found.told["report"],
        "is_secret": found.is_secret,
        "place": place_of(found.paper, found.paper.item.meeting, exempt=found.reads_exempt),
        **(read_paper(found) if found.told["kind"] != PaperKind.REPORT else {}),
    }
    return render(request, "meetings/reading/paper.html", context)


@require_safe
@login_not_required
def paper_print(request: HttpRequest, pk: int, paper: int) -> HttpResponse:
    """As a PDF. For the public it is fetched by a way that ends at the open shelf."""
    found = _issued_or_404(request, pk, paper)
    if earlier := published_elsewhere(found):
        return redirect("meetings:minutes_print", pk=earlier)
    try:
        if found.is_secret:
            place = place_of(found.paper, found.paper.item.meeting, exempt=True)
            content = give_paper(found, place, by=request.user)
        else:
            content = pages_of(found).pdf
    except (Unusable, PdfError, PackFault) as fault:
        context = {"meeting": found.paper.item.meeting, "paper": found.told, "fault": str(fault)}
        return render(request, "meetings/reading/no_pages.html", context, status=503)
    return paper_response(content, found.paper, is_public=not found.is_secret)


def _issued_or_404(request: HttpRequest, pk: int, paper: int) -> IssuedPaper:
    meeting = get_object_or_404(Meeting.objects.open_to_public().select_related("body"), pk=pk)
    exempt = reads_exempt(request.user, meeting, at=timezone.now())
    found = issued_paper(meeting, paper, exempt=exempt)
    if found is None:
        raise Http404("No such paper was issued.")
    return found
