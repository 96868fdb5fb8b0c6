"""The officers' pages of dates: reserving a year's, and what becomes of each."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import Permission, requires
from meetings.actions import calendar as actions
from meetings.actions.turns import ChangedMeanwhile, Refused
from meetings.forms.calendar import CancelForm, MeetingForm, PostponeForm, ReserveForm
from meetings.models import Body, Meeting
from meetings.report.body import the_panel
from meetings.report.days import added_days
from meetings.report.meeting_words import day_of
from meetings.report.published import with_what_is_published
from meetings.report.upkeep import dates_of, dates_to_keep, review_dates
from meetings.views.saving import again_with_theirs, as_stands

show_and_save = require_http_methods(["GET", "HEAD", "POST"])
for_officers = requires(Permission.MANAGE_MEETINGS)


@require_safe
@for_officers
def meeting_dates(request: HttpRequest) -> HttpResponse:
    context = {"lines": dates_to_keep(timezone.localdate()), "panel": the_panel()}
    return render(request, "meetings/calendar/dates.html", context)


@show_and_save
@for_officers
def dates_reserve(request: HttpRequest) -> HttpResponse:
    """Read, shown with deadlines and warnings, then reserved. Nothing is kept in between."""
    body, today = the_panel(), timezone.localdate()
    if body is None:
        return render(request, "meetings/no_panel.html")
    is_final = request.POST.get("way") == "reserve"
    taken = [] if is_final else body.meetings.going_on().values_list("on", flat=True)
    usual = {"starts_at": body.starts_at, "venue": body.venue}
    form = ReserveForm(request.POST or None, taken=taken, today=today, initial=usual)
    context: dict[str, Any] = {"form": form, "panel": body}
    if not form.is_valid() or request.POST.get("way") == "back":
        return render(request, "meetings/calendar/reserve.html", context)
    if is_final:
        try:
            return _reserved(request, body, form)
        except Refused as refusal:
            form.add_error("dates", str(refusal))
            return render(request, "meetings/calendar/reserve.html", context)
    context |= {"reviewed": review_dates(body, form.days, today)}
    return render(request, "meetings/calendar/reserve_check.html", context)


def _reserved(request: HttpRequest, body: Body, form: ReserveForm) -> HttpResponse:
    holidays = set(request.POST.getlist("school_holiday"))
    done = actions.reserve_dates(
        body,
        [actions.NewDate(day, day.isoformat() in holidays) for day in form.days],
        starts_at=form.cleaned_data["starts_at"],
        venue=form.cleaned_data["venue"],
        by=request.user,
    )
    if done.made:
        messages.success(request, f"{_dates(len(done.made))} reserved.")
    if done.there:
        messages.info(request, f"{_dates(len(done.there))} in the calendar already.")
    return redirect("meetings:meeting_dates")


@require_safe
@for_officers
def meeting_manage(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = _named(pk)
    context = {"meeting": meeting, "dates": dates_of(meeting, timezone.localdate())}
    return render(request, "meetings/calendar/manage.html", context)


@require_POST
@for_officers
def meeting_confirm(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = _named(pk)
    try:
        if actions.confirm_meeting(meeting, by=request.user):
            messages.success(request, f"The meeting on {day_of(meeting)} is confirmed.")
        else:
            messages.info(request, f"The meeting on {day_of(meeting)} was confirmed already.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("meetings:meeting_manage", pk)


@show_and_save
@for_officers
def meeting_edit(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = _named(pk)
    form = MeetingForm(request.POST or None, initial=as_stands(meeting, MeetingForm))
    context: dict[str, Any] = {"meeting": meeting, "form": form, "day": day_of(meeting)}
    if form.is_valid():
        try:
            changed = actions.change_meeting(meeting, by=request.user, **form.cleaned_data)
        except ChangedMeanwhile as meanwhile:
            context |= again_with_theirs(MeetingForm, request.POST, meanwhile.theirs)
            return render(request, "meetings/calendar/edit.html", context, status=409)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            said = "is changed" if changed else "stands as you entered it"
            messages.success(request, f"The meeting on {day_of(meeting)} {said}.")
            return redirect("meetings:meeting_manage", pk)
    return render(request, "meetings/calendar/edit.html", context)


@show_and_save
@for_officers
def meeting_postpone(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = _named(pk)
    how = {"on": meeting.on, "added": added_days(), "today": timezone.localdate()}
    form = PostponeForm(request.POST or None, initial={"version": meeting.version}, **how)
    context: dict[str, Any] = {"meeting": meeting, "form": form, "day": day_of(meeting)}
    if form.is_valid():
        data = {name: form.cleaned_data[name] for name in ("to", "reason", "version")}
        try:
            later = actions.postpone_meeting(meeting, by=request.user, **data)
        except ChangedMeanwhile as meanwhile:
            context |= again_with_theirs(PostponeForm, request.POST, meanwhile.theirs, **how)
            return render(request, "meetings/calendar/postpone.html", context, status=409)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"The meeting on {day_of(meeting)} is put off{_to(later)}.")
            return redirect("meetings:meeting_manage", later.pk if later else pk)
    return render(request, "meetings/calendar/postpone.html", context)


@show_and_save
@for_officers
def meeting_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = _named(pk)
    form = CancelForm(request.POST or None, initial={"version": meeting.version})
    context: dict[str, Any] = {"meeting": meeting, "form": form, "day": day_of(meeting)}
    if form.is_valid():
        try:
            done = actions.cancel_meeting(meeting, by=request.user, **form.cleaned_data)
        except ChangedMeanwhile as meanwhile:
            context |= again_with_theirs(CancelForm, request.POST, meanwhile.theirs)
            return render(request, "meetings/calendar/cancel.html", context, status=409)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            said = "is cancelled" if done else "was cancelled already"
            messages.success(request, f"The meeting on {day_of(meeting)} {said}. Its page says why.")
            return redirect("meetings:meeting_manage", pk)
    return render(request, "meetings/calendar/cancel.html", context)


def _named(pk: int) -> Meeting:
    meetings = Meeting.objects.select_related("body", "moved_to")
    return get_object_or_404(with_what_is_published(meetings), pk=pk)


def _dates(number: int) -> str:
    return "1 date is" if number == 1 else f"{number} dates are"


def _to(later: Meeting | None) -> str:
    return f" to {day_of(later)}" if later else "; no new date is set"
