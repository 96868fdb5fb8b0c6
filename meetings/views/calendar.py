"""The list of meetings, for everybody."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from meetings.report.calendar import public_calendar


@require_safe
@login_not_required
def meeting_list(request: HttpRequest) -> HttpResponse:
    calendar = public_calendar(timezone.localdate())
    return render(request, "meetings/calendar/list.html", {"calendar": calendar})
