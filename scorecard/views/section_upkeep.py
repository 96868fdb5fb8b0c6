"""The officers' pages of sections."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from scorecard import upkeep
from scorecard.forms.indicators import SectionForm
from scorecard.models import Section
from scorecard.views.confirming import put_errors
from scorecard.views.indicator_upkeep import for_managers, show_and_save

LIST = "scorecard:indicator_list"


@show_and_save
@for_managers
def section_add(request: HttpRequest) -> HttpResponse:
    form = SectionForm(request.POST or None)
    if form.is_valid():
        section = upkeep.add_section(name=form.cleaned_data["name"], by=request.user)
        messages.success(request, f"The section “{section}” is added. It shows once it has an indicator.")
        return redirect(LIST)
    return render(request, "scorecard/upkeep/section.html", {"form": form, "section": None})


@show_and_save
@for_managers
def section_edit(request: HttpRequest, pk: int) -> HttpResponse:
    section = get_object_or_404(Section, pk=pk)
    form = SectionForm(request.POST or None, instance=get_object_or_404(Section, pk=pk))
    if form.is_valid():
        try:
            upkeep.change_section(section, name=form.cleaned_data["name"], by=request.user)
        except ValidationError as problem:
            put_errors(form, problem)
        else:
            messages.success(request, "The section is renamed.")
            return redirect(LIST)
    return render(request, "scorecard/upkeep/section.html", {"form": form, "section": section})


@require_POST
@for_managers
def section_move(request: HttpRequest, pk: int) -> HttpResponse:
    section = get_object_or_404(Section, pk=pk)
    if not section.is_retired:
        upkeep.move_section(section, up=request.POST.get("way") == "up", by=request.user)
    return redirect(LIST)


@require_POST
@for_managers
def section_retire(request: HttpRequest, pk: int) -> HttpResponse:
    return _done(request, pk, upkeep.retire_section, "The section “{}” is retired.")


@require_POST
@for_managers
def section_restore(request: HttpRequest, pk: int) -> HttpResponse:
    return _done(request, pk, upkeep.restore_section, "The section “{}” is in use again.")


def _done(request: HttpRequest, pk: int, act: Callable, said: str) -> HttpResponse:
    section = get_object_or_404(Section, pk=pk)
    try:
        act(section, by=request.user)
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
    else:
        messages.success(request, said.format(section))
    return redirect(LIST)
