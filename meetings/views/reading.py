"""The page of one meeting, for everybody."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from meetings.models import Meeting
from meetings.report.calendar import line_of
from meetings.report.published import with_what_is_published


@require_safe
@login_not_required
def meeting_read(request: HttpRequest, pk: int) -> HttpResponse:
    meetings = Meeting.objects.open_to_public().select_related("body", "moved_to")
    meeting = get_object_or_404(with_what_is_published(meetings), pk=pk)
    context = {
        "meeting": meeting,
        "line": line_of(meeting),
        "moved_from": meeting.moved_from.order_by("on"),
    }
    return render(request, "meetings/reading/meeting.html", context)
