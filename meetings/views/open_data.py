"""Open data of meetings, for everybody."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from meetings.models import Meeting
from meetings.report.open_data import Address, ocd_event, oparl_meeting
from meetings.report.tables import attendance_csv, undertakings_csv
from meetings.views.feeds import page_of
from meetings.views.files import csv_response


@require_safe
@login_not_required
def meeting_data(request: HttpRequest, pk: int) -> HttpResponse:
    return _json(request, pk, oparl_meeting, "application/ld+json")


@require_safe
@login_not_required
def meeting_event(request: HttpRequest, pk: int) -> HttpResponse:
    return _json(request, pk, ocd_event, "application/json")


@require_safe
@login_not_required
def attendance_download(request: HttpRequest) -> HttpResponse:
    return csv_response(attendance_csv(), "attendance")


@require_safe
@login_not_required
def undertakings_download(request: HttpRequest) -> HttpResponse:
    return csv_response(undertakings_csv(), "undertakings")


def _json(
    request: HttpRequest, pk: int, write: Callable[[Meeting, Address], dict[str, Any]], content_type: str
) -> HttpResponse:
    meetings = Meeting.objects.open_to_public().select_related("body", "moved_to")
    data = write(get_object_or_404(meetings, pk=pk), page_of(request))
    return JsonResponse(
        data, content_type=content_type, json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
