"""The page of one meeting and its papers, for everybody; exempt papers for those with a right to them."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from meetings.models import AgendaItem, Meeting, PaperKind
from meetings.readers import reads_exempt
from meetings.report.calendar import line_of
from meetings.report.published import with_what_is_published
from meetings.report.reading import paper_of, read_meeting


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
    meeting = get_object_or_404(Meeting.objects.open_to_public().select_related("body"), pk=pk)
    exempt = reads_exempt(request.user, meeting, at=timezone.now())
    found = paper_of(meeting, paper, exempt=exempt)
    if found is None:
        raise Http404
    told, line = found
    if told["kind"] == PaperKind.MINUTES:
        return _minutes_to_approve(line["id"])
    if not told["report"]:
        raise Http404
    context = {"meeting": meeting, "line": line, "paper": told, "report": told["report"]}
    return render(request, "meetings/reading/paper.html", context)


def _minutes_to_approve(item: int) -> HttpResponse:
    earlier = AgendaItem.objects.get(pk=item).approves_minutes_of.first()
    if earlier is None:
        raise Http404
    return redirect("meetings:minutes_read", pk=earlier.pk)
