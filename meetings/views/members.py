"""Who sits on the panel, what changed, and who came: for everybody signed in; contacts are not shown here."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.access import Permission, may, requires
from meetings.forms.members import ChangesForm, OnDayForm, PeriodForm, asked_day
from meetings.models import Body, Term
from meetings.report.attendance_rates import attendance_rates, near_six_months
from meetings.report.body import the_panel
from meetings.report.membership import meeting_before, membership_changes
from meetings.report.seats import members_page
from meetings.seat_dates import Told, agenda_note, change_phrases

A_YEAR = timedelta(days=365)


@require_safe
def member_list(request: HttpRequest) -> HttpResponse:
    body, today = the_panel(), timezone.localdate()
    if body is None:
        return render(request, "meetings/no_panel.html")
    form = OnDayForm(request.GET or None)
    day = asked_day(form, today)
    if not form.is_bound:
        form = OnDayForm(initial={"on": day})
    context = {"form": form, "members": members_page(body, day), "day": day, "is_today": day == today}
    return render(request, "meetings/members/list.html", context)


@require_safe
@requires(Permission.MANAGE_MEMBERSHIP)
def membership_compare(request: HttpRequest) -> HttpResponse:
    body = the_panel()
    meetings = body.meetings.going_on().order_by("-on") if body else None
    if body is None or meetings is None or len(meetings[:2]) < 2:
        return render(request, "meetings/members/no_changes.html")
    form = _changes_form(request, meetings)
    context: dict = {"form": form}
    if form.is_valid():
        earlier, later = form.cleaned_data["earlier"], form.cleaned_data["later"]
        changes = membership_changes(later, since=earlier)
        context |= {
            "earlier": earlier,
            "later": later,
            "phrases": change_phrases(changes, Told.ON_AGENDA),
            "note": agenda_note(changes),
        }
    return render(request, "meetings/members/changes.html", context)


@require_safe
def attendance_read(request: HttpRequest) -> HttpResponse:
    body, today = the_panel(), timezone.localdate()
    if body is None:
        return render(request, "meetings/no_panel.html")
    form = PeriodForm(request.GET or None)
    first, last = _period(form, body, today)
    if not form.is_bound:
        form = PeriodForm(initial={"first": first, "last": last})
    is_officer = may(request.user, Permission.MANAGE_MEMBERSHIP)
    context = {
        "form": form,
        "first": first,
        "last": last,
        "lines": attendance_rates(body, first, last),
        "near": near_six_months(body, today) if is_officer else [],
    }
    return render(request, "meetings/members/attendance.html", context)


def _changes_form(request: HttpRequest, meetings) -> ChangesForm:
    """Without a question: from the meeting before the next one, or before the last of all, to that one."""
    if request.GET:
        return ChangesForm(request.GET, meetings=meetings)
    upcoming = meetings.filter(on__gte=timezone.localdate()).order_by("on").first()
    later = upcoming if upcoming and meeting_before(upcoming) else meetings[0]
    earlier = meeting_before(later)
    return ChangesForm({"earlier": earlier.pk if earlier else "", "later": later.pk}, meetings=meetings)


def _period(form: PeriodForm, body: Body, today: date) -> tuple[date, date]:
    """As asked; otherwise from the beginning of the council's term, or a year, until today."""
    asked = form.cleaned_data if form.is_valid() else {}
    last = asked.get("last") or today
    term = Term.objects.filter(body=body, starts_on__lte=last).last()
    return asked.get("first") or (term.starts_on if term else last - A_YEAR), last
