"""Feeds: the panel's dates for calendar programs, and agendas as they are issued for news readers."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from meetings.actions.private_calendars import mark_of, renew_address
from meetings.calendar_file import CalendarEntry, calendar_file
from meetings.models import Meeting, PrivateCalendar
from meetings.report.body import the_panel
from meetings.report.feeds import Address, last_change, one_entry, private_entries, public_entries
from meetings.report.issue_feed import issue_feed_file
from meetings.views.files import file_response

CALENDAR = "text/calendar; charset=utf-8; method=PUBLISH"
ATOM = "application/atom+xml; charset=utf-8"


@require_safe
@login_not_required
def calendar_feed(request: HttpRequest) -> HttpResponse:
    return _calendar(request, public_entries(page_of(request)), "meetings.ics")


@require_safe
@login_not_required
def meeting_feed(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.open_to_public(), pk=pk)
    entry = one_entry(meeting, page_of(request)(meeting))
    return _calendar(request, [entry], f"meeting-{meeting.on.isoformat()}.ics")


@require_safe
@login_not_required
def private_feed(request: HttpRequest, key: str) -> HttpResponse:
    """Whoever knows the key; a calendar program cannot sign in. An account that is closed has no feed."""
    owned = PrivateCalendar.objects.select_related("user").filter(key=key, user__is_active=True).first()
    if owned is None:
        raise Http404("No calendar has this address.")
    entries = private_entries(owned.user, page_of(request), on=timezone.localdate())
    return _calendar(request, entries, "my-meetings.ics", is_public=False)


@require_safe
@login_not_required
def issue_feed(request: HttpRequest) -> HttpResponse:
    content, changed_at = issue_feed_file(
        page_of(request), own_address=request.build_absolute_uri(), home=_absolute(request, "meeting_list")
    )
    return file_response(request, content, content_type=ATOM, changed_at=changed_at)


@require_safe
def calendar_subscribe(request: HttpRequest) -> HttpResponse:
    mine = PrivateCalendar.objects.filter(user=request.user).first()
    context = {
        "public_address": _absolute(request, "calendar_feed"),
        "private_address": _absolute(request, "private_feed", mine.key) if mine else "",
        "mine": mine,
        "mark": mark_of(mine),
        "atom_address": _absolute(request, "issue_feed"),
    }
    return render(request, "meetings/calendar/subscribe.html", context)


@require_POST
def calendar_renew(request: HttpRequest) -> HttpResponse:
    if renew_address(seen=request.POST.get("seen", ""), by=request.user):
        messages.success(request, "Your calendar has a new address. Any older address has stopped working.")
    else:
        messages.info(request, "Your calendar’s address was changed already. The one below is yours.")
    return redirect("meetings:calendar_subscribe")


def page_of(request: HttpRequest) -> Address:
    """The whole address of a meeting's page."""
    return lambda meeting: _absolute(request, "meeting_read", meeting.pk)


def _absolute(request: HttpRequest, name: str, *args: object) -> str:
    return request.build_absolute_uri(reverse(f"meetings:{name}", args=args))


def _calendar(
    request: HttpRequest, entries: list[CalendarEntry], name: str, *, is_public: bool = True
) -> HttpResponse:
    panel = the_panel()
    return file_response(
        request,
        calendar_file(panel.name if panel else "Meetings", entries),
        content_type=CALENDAR,
        changed_at=last_change(entries) if is_public else None,
        name=name,
        is_public=is_public,
    )
