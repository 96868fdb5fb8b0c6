"""Addresses of the council's earlier system, whose links stand in old papers, lead on for good."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from core.whole_numbers import whole_number
from meetings.models import AgendaItem, Body, Meeting

LARGEST = 2**31 - 1  # what the column holds


@require_safe
@login_not_required
def committee_meeting(request: HttpRequest, body: int, meeting: int) -> HttpResponse:
    return _to(get_object_or_404(Meeting.objects.open_to_public(), pk=meeting, body=body))


@require_safe
@login_not_required
def documents_of_meeting(request: HttpRequest) -> HttpResponse:
    """ieListDocuments.aspx?CId=…&MId=…"""
    asked: dict[str, Any] = {"legacy_id": _number(request, "mid", "meetingid")}
    if committee := _number(request, "cid", "committeeid", required=False):
        asked["body__legacy_id"] = committee
    return _to(get_object_or_404(Meeting.objects.open_to_public(), **asked))


@require_safe
@login_not_required
def meetings_of_committee(request: HttpRequest) -> HttpResponse:
    """ieListMeetings.aspx?CId=…"""
    get_object_or_404(Body, legacy_id=_number(request, "cid", "committeeid"))
    return redirect("meetings:meeting_list", permanent=True)


@require_safe
@login_not_required
def item_of_agenda(request: HttpRequest) -> HttpResponse:
    """mgAi.aspx?ID=… An item that was on no agenda yet is nobody's to know of."""
    issued = AgendaItem.objects.filter(number__isnull=False).select_related("meeting")
    item = get_object_or_404(issued, legacy_id=_number(request, "id", "aiid"))
    return _to(item.meeting, f"#item-{item.pk}")


def _to(meeting: Meeting, part: str = "") -> HttpResponse:
    return redirect(reverse("meetings:meeting_read", args=[meeting.pk]) + part, permanent=True)


def _number(request: HttpRequest, *names: str, required: bool = True) -> int:
    """By any of the names, in whatever case: the earlier system took them all. 0 when it is not there."""
    given = {name.lower(): value for name, value in request.GET.items()}
    text = next((given[name] for name in names if name in given), "")
    number = whole_number(text) or 0
    if required and not 0 < number <= LARGEST:
        raise Http404("This address names no meeting.")
    return min(number, LARGEST)
