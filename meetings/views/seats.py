"""The officers' pages of seats, members and offices."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from core.access import Permission, requires
from core.methods import show_and_save
from meetings.actions import membership as actions
from meetings.forms.members import (
    ChangedSeatForm,
    EndOfficeForm,
    FillForm,
    NewSeatsForm,
    OfficeForm,
    ReplaceForm,
    TenureForm,
)
from meetings.models import OfficeHolding, Seat, SeatTenure
from meetings.name_lists import Office
from meetings.report.body import the_panel
from meetings.views.saving import Done, page, save_or_show
from people.models import Person

for_keepers = requires(Permission.MANAGE_MEMBERSHIP)


@show_and_save
@for_keepers
def seat_add(request: HttpRequest) -> HttpResponse:
    body = the_panel()
    if body is None:
        return render(request, "meetings/no_panel.html")

    def add(**answers: Any) -> Done:
        made = actions.add_seats(body, by=request.user, **answers)
        seats = "1 seat is" if len(made) == 1 else f"{len(made)} seats are"
        return Done(f"{seats} added. Say next who has them.", page("member_list"))

    initial = {"seen": body.seats.count(), "reads_exempt": True, "number": 1}
    return save_or_show(
        request, NewSeatsForm, add, template="meetings/members/seat_add.html", initial=initial
    )


@require_safe
@for_keepers
def seat_manage(request: HttpRequest, pk: int) -> HttpResponse:
    seat = _seat(pk)
    tenures = list(seat.tenures.select_related("person").order_by("-starts_on"))
    now = next((tenure for tenure in tenures if tenure.ends_on is None), None)
    context = {"seat": seat, "tenures": tenures, "now": now}
    return render(request, "meetings/members/seat.html", context)


@show_and_save
@for_keepers
def seat_edit(request: HttpRequest, pk: int) -> HttpResponse:
    seat = _seat(pk)

    def change(**details: Any) -> Done:
        actions.change_seat(seat, by=request.user, **details)
        return Done("The seat is kept as you entered it.", page("seat_manage", pk))

    return save_or_show(
        request,
        ChangedSeatForm,
        change,
        row=seat,
        template="meetings/members/seat_edit.html",
        context={"seat": seat},
    )


@show_and_save
@for_keepers
def seat_fill(request: HttpRequest, pk: int) -> HttpResponse:
    seat = _seat(pk)

    def fill(**answers: Any) -> Done:
        tenure = actions.fill_seat(seat, by=request.user, **answers)
        return Done(f"{tenure.person} has the seat from {tenure.starts_on:%-d %B %Y}.", page("member_list"))

    return save_or_show(
        request, FillForm, fill, template="meetings/members/seat_fill.html", context={"seat": seat}
    )


@show_and_save
@for_keepers
def member_replace(request: HttpRequest, pk: int) -> HttpResponse:
    tenure = _tenure(pk)

    def replace(**answers: Any) -> Done:
        new = actions.replace_member(tenure, by=request.user, **answers)
        return Done(
            f"{new.person} replaces {tenure.person} from {new.starts_on:%-d %B %Y}.", page("member_list")
        )

    return save_or_show(
        request,
        ReplaceForm,
        replace,
        template="meetings/members/replace.html",
        context={"tenure": tenure},
        initial={"version": tenure.version},
    )


@show_and_save
@for_keepers
def tenure_edit(request: HttpRequest, pk: int) -> HttpResponse:
    tenure = _tenure(pk)

    def change(**answers: Any) -> Done:
        actions.change_tenure(tenure, by=request.user, **answers)
        return Done(
            f"The membership of {tenure.person} is kept as you entered it.",
            page("seat_manage", tenure.seat_id),
        )

    return save_or_show(
        request,
        TenureForm,
        change,
        row=tenure,
        template="meetings/members/tenure.html",
        context={"tenure": tenure},
    )


@show_and_save
@for_keepers
def office_add(request: HttpRequest) -> HttpResponse:
    body = the_panel()
    if body is None:
        return render(request, "meetings/no_panel.html")

    def take(**answers: Any) -> Done:
        holding = actions.take_office(body, by=request.user, **answers)
        name = Office(holding.office).label
        return Done(f"{holding.person} is {name} from {holding.starts_on:%-d %B %Y}.", page("member_list"))

    members = Person.objects.filter(tenures__seat__body=body).distinct()
    held = body.offices.select_related("person").order_by("-starts_on")
    return save_or_show(
        request,
        OfficeForm,
        take,
        template="meetings/members/offices.html",
        context={"held": [(holding, Office(holding.office).label) for holding in held]},
        members=members,
    )


@show_and_save
@for_keepers
def office_end(request: HttpRequest, pk: int) -> HttpResponse:
    holding = get_object_or_404(OfficeHolding.objects.select_related("person"), pk=pk)
    office = Office(holding.office).label

    def end(**answers: Any) -> Done:
        actions.end_office(holding, by=request.user, **answers)
        return Done(f"The last day of {holding.person} as {office} is kept.", page("office_add"))

    return save_or_show(
        request,
        EndOfficeForm,
        end,
        row=holding,
        template="meetings/members/office_end.html",
        context={"holding": holding, "office": office},
    )


def _seat(pk: int) -> Seat:
    return get_object_or_404(Seat.objects.select_related("body"), pk=pk)


def _tenure(pk: int) -> SeatTenure:
    return get_object_or_404(SeatTenure.objects.select_related("seat__body", "person"), pk=pk)
