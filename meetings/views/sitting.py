"""The meeting as a whole, while it sits."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from core.access import Permission, requires
from meetings.actions import sitting as actions
from meetings.actions.locks import Refused
from meetings.report.attendance import read_room
from meetings.report.quorum import no_quorum_refusal, quorum_of
from meetings.views.sitting_attendance import meeting_or_404
from meetings.wording import inquorate

show_and_save = require_http_methods(["GET", "HEAD", "POST"])
for_clerks = requires(Permission.RECORD_MEETINGS)


@show_and_save
@for_clerks
def meeting_lapse(request: HttpRequest, pk: int) -> HttpResponse:
    """Asked first: it ends the meeting."""
    meeting, now = meeting_or_404(pk), timezone.now()
    if request.method == "POST":
        try:
            if actions.lapse_meeting(meeting, by=request.user, now=now):
                messages.success(request, "Recorded: there was no quorum. The items go to the next meeting.")
            else:
                messages.info(request, "It was recorded already that there was no quorum.")
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("meetings:attendance_record", pk)
    quorum = quorum_of(read_room(meeting), now)
    context = {
        "meeting": meeting,
        "quorum": quorum,
        "why_not": no_quorum_refusal(quorum, meeting),
        "note": inquorate(quorum.verdict.counted, quorum.verdict.needed),
        "items": actions.open_items(meeting),
        "following": actions.next_meeting(meeting),
    }
    return render(request, "meetings/sitting/lapse.html", context)
