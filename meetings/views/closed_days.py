"""The officers' page of days on which the offices are closed."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from core.access import Permission, requires
from core.whole_numbers import whole_number
from meetings.actions.closed_days import add_closed_day, remove_closed_day
from meetings.date_words import listed_date
from meetings.forms.closed_days import ClosedDayForm
from meetings.models import ClosedDay
from meetings.report.closed_days import (
    FIRST_YEAR,
    LAST_YEAR,
    agendas_that_fall_short,
    bank_holidays_of,
)
from meetings.report.days import added_days
from meetings.views.saving import Done, page, save_or_show

for_officers = requires(Permission.MANAGE_MEETINGS)


@require_http_methods(["GET", "HEAD", "POST"])
@for_officers
def closed_days(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    year = _year(request, today.year)

    def add(**day: Any) -> Done:
        add_closed_day(by=request.user, **day)
        short = agendas_that_fall_short(today, added_days())
        warning = f" {_short(len(short))}" if short else ""
        return Done(f"{listed_date(day['on'])} is in the list.{warning}", page("closed_days"))

    added = added_days()
    context = {
        "year": year,
        "holidays": bank_holidays_of(year),
        "added": [(day, listed_date(day.on)) for day in added],
        "short": agendas_that_fall_short(today, added),
        "earlier": year - 1 if year > FIRST_YEAR else None,
        "later": year + 1 if year < LAST_YEAR else None,
    }
    return save_or_show(
        request,
        ClosedDayForm,
        add,
        template="meetings/calendar/closed_days.html",
        context=context,
        initial={"known_since": today, "kind": ClosedDayForm.base_fields["kind"].initial},
    )


@require_POST
@for_officers
def closed_day_remove(request: HttpRequest, pk: int) -> HttpResponse:
    day = ClosedDay.objects.filter(pk=pk).first()
    if day is None:
        messages.info(request, "That day is out of the list already.")
    else:
        remove_closed_day(day, by=request.user)
        messages.success(request, f"{listed_date(day.on)} is out of the list.")
    return redirect("meetings:closed_days")


def _year(request: HttpRequest, this: int) -> int:
    year = whole_number(request.GET.get("year")) or this
    return year if FIRST_YEAR <= year <= LAST_YEAR else this


def _short(number: int) -> str:
    agendas = "1 issued agenda falls" if number == 1 else f"{number} issued agendas fall"
    return f"{agendas} short now: see below."
