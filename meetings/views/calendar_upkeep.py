"""The officers' pages of dates: reserving a year's, and what becomes of each."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from core.access import Permission, requires
from core.methods import show_and_save
from meetings.actions import calendar as actions
from meetings.actions.earlier_numbers import set_earlier_number
from meetings.actions.locks import Refused
from meetings.forms.calendar import (
    CancelForm,
    EarlierNumberForm,
    ItemEarlierNumberForm,
    MeetingForm,
    PostponeForm,
    ReserveForm,
)
from meetings.models import Body, Meeting
from meetings.report.body import the_panel
from meetings.report.days import added_days
from meetings.report.meeting_words import day_of
from meetings.report.published import with_what_is_published
from meetings.report.upkeep import dates_of, dates_to_keep, review_dates
from meetings.views.agenda_items import numbered_item_or_404
from meetings.views.saving import Done, act_and_return, answers_of, page, save_or_show

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
    form = ReserveForm(answers_of(request), taken=taken, today=today, initial=usual)
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

    def confirm() -> str:
        is_new = actions.confirm_meeting(meeting, by=request.user)
        return f"The meeting on {day_of(meeting)} {'is confirmed' if is_new else 'was confirmed already'}."

    return act_and_return(request, confirm, page("meeting_manage", pk))


@show_and_save
@for_officers
def meeting_edit(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = _named(pk)

    def change(**details: Any) -> Done:
        is_new = actions.change_meeting(meeting, by=request.user, **details)
        said = "is changed" if is_new else "stands as you entered it"
        return Done(f"The meeting on {day_of(meeting)} {said}.", page("meeting_manage", pk))

    about = _about(meeting, "meetings/calendar/edit.html")
    return save_or_show(request, MeetingForm, change, row=meeting, **about)


@show_and_save
@for_officers
def earlier_number(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = _named(pk)

    def keep(*, number: int | None, version: int) -> Done:
        set_earlier_number(meeting, number=number, version=version, by=request.user)
        said = f"Old links to meeting {number} lead here." if number else "No old link leads here."
        return Done(said, page("meeting_manage", pk))

    return save_or_show(
        request,
        EarlierNumberForm,
        keep,
        row=meeting,
        initial={"number": meeting.legacy_id},
        **_about(meeting, "meetings/calendar/earlier_number.html"),
    )


@show_and_save
@for_officers
def item_earlier_number(request: HttpRequest, pk: int) -> HttpResponse:
    item = numbered_item_or_404(pk)

    def keep(*, number: int | None, version: int) -> Done:
        set_earlier_number(item, number=number, version=version, by=request.user)
        said = f"Old links to item {number} lead here." if number else "No old link leads here."
        return Done(said, page("item_edit", pk))

    return save_or_show(
        request,
        ItemEarlierNumberForm,
        keep,
        row=item,
        initial={"number": item.legacy_id},
        template="meetings/agenda/earlier_number.html",
        context={"item": item, "meeting": item.meeting},
    )


@show_and_save
@for_officers
def meeting_postpone(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = _named(pk)

    def postpone(*, to: date | None, reason: str, version: int, is_sure: bool = False) -> Done:
        later = actions.postpone_meeting(meeting, to=to, reason=reason, version=version, by=request.user)
        whither = f" to {day_of(later)}" if later else "; no new date is set"
        return Done(
            f"The meeting on {day_of(meeting)} is put off{whither}.",
            page("meeting_manage", later.pk if later else pk),
        )

    how = {"on": meeting.on, "added": added_days(), "today": timezone.localdate()}
    return save_or_show(
        request,
        PostponeForm,
        postpone,
        row=meeting,
        **how,
        **_about(meeting, "meetings/calendar/postpone.html", awaits=actions.awaits_a_date(meeting)),
    )


@show_and_save
@for_officers
def meeting_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = _named(pk)

    def cancel(*, reason: str, version: int) -> Done:
        is_new = actions.cancel_meeting(meeting, reason=reason, version=version, by=request.user)
        said = "is cancelled" if is_new else "was cancelled already"
        return Done(
            f"The meeting on {day_of(meeting)} {said}. Its page says why.", page("meeting_manage", pk)
        )

    return save_or_show(
        request, CancelForm, cancel, row=meeting, **_about(meeting, "meetings/calendar/cancel.html")
    )


def _about(meeting: Meeting, template: str, **more: Any) -> dict[str, Any]:
    return {
        "template": template,
        "context": {"meeting": meeting, "day": day_of(meeting)} | more,
    }


def _named(pk: int) -> Meeting:
    meetings = Meeting.objects.select_related("body", "moved_to")
    return get_object_or_404(with_what_is_published(meetings), pk=pk)


def _dates(number: int) -> str:
    return "1 date is" if number == 1 else f"{number} dates are"
