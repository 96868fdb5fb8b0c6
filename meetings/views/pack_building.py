"""Officers build the pack, follow it and stop it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from meetings.actions.locks import Refused
from meetings.actions.pack_build import ask_for_pack, cancel_build
from meetings.models import BuildState
from meetings.report.packs import chain_of, copies_of, latest_build, packs_of
from meetings.views.agenda import for_officers, meeting_or_404


@require_http_methods(["GET", "HEAD", "POST"])
@for_officers
def pack_build(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = meeting_or_404(pk)
    if request.method == "POST":
        try:
            ask_for_pack(meeting.pk, by=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("meetings:pack_build", pk=pk)
    chain = chain_of(meeting)
    build, packs = latest_build(chain[-1]) if chain else None, packs_of(chain, exempt=True)
    has_pack = any(pack.issue == chain[-1] for pack in packs)
    context = {
        "meeting": meeting,
        "issue": chain[-1] if chain else None,
        "build": build,
        "is_done": has_pack and (build is None or build.state == BuildState.DONE),
        "packs": packs,
        "copies": copies_of(meeting),
    }
    return render(request, "meetings/packs/build.html", context)


@require_POST
@for_officers
def pack_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    cancel_build(meeting_or_404(pk).pk, by=request.user)
    return redirect("meetings:pack_build", pk=pk)
