"""The officers' pages of indicators: the list, one of them, and what is changed about it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from core.access import Permission, requires
from core.methods import show_and_save
from scorecard import upkeep
from scorecard.forms.indicators import IndicatorForm, ReasonForm, RetireForm
from scorecard.models import Indicator
from scorecard.periods import month_label
from scorecard.report.indicator_history import indicator_history
from scorecard.report.upkeep import missing, sections_to_manage, target_rows, with_what_counts
from scorecard.views.confirming import confirmation, put_errors

for_managers = requires(Permission.MANAGE_INDICATORS)


@require_safe
@for_managers
def indicator_list(request: HttpRequest) -> HttpResponse:
    sections = sections_to_manage(timezone.localdate())
    lines = [line for section in sections for line in section.lines]
    context = {
        "sections": sections,
        "number": len(lines),
        "incomplete": sum(bool(line.missing) for line in lines),
    }
    return render(request, "scorecard/upkeep/list.html", context)


@require_safe
@for_managers
def indicator_manage(request: HttpRequest, code: str) -> HttpResponse:
    indicator = get_object_or_404(with_what_counts(), code=code)
    context = {
        "indicator": indicator,
        "missing": missing(indicator, timezone.localdate()),
        "targets": target_rows(indicator),
        "benchmarks": indicator.benchmarks.all(),
        "breaks": indicator.breaks.select_related("from_period"),
        "last_month": month_label(indicator.measured_until) if indicator.measured_until else "",
    }
    return render(request, "scorecard/upkeep/indicator.html", context)


@require_safe
@for_managers
def indicator_changes(request: HttpRequest, code: str) -> HttpResponse:
    indicator = named(code)
    context = {"indicator": indicator, "changes": indicator_history(indicator)}
    return render(request, "scorecard/upkeep/history.html", context)


@show_and_save
@for_managers
def indicator_add(request: HttpRequest) -> HttpResponse:
    form = IndicatorForm(request.POST or None, initial={"section": request.GET.get("section")})
    if form.is_valid():
        try:
            indicator = upkeep.add_indicator(form.save(commit=False), by=request.user)
        except ValidationError as problem:
            put_errors(form, problem)
        else:
            messages.success(request, f"{indicator.code} is added. Set its target next.")
            return redirect("scorecard:indicator_manage", indicator.code)
    return render(request, "scorecard/upkeep/indicator_add.html", {"form": form})


@show_and_save
@for_managers
def indicator_edit(request: HttpRequest, code: str) -> HttpResponse:
    """What changes no rating is saved at once; the rest is shown first and confirmed."""
    indicator = named(code)
    form = IndicatorForm(request.POST or None, instance=named(code))
    context: dict[str, Any] = {"form": form, "indicator": indicator}
    if form.is_valid():
        changed = form.save(commit=False)
        try:
            preview = upkeep.preview_indicator(changed)
            confirm = confirmation(request, preview)
            if not preview.what.changes or confirm.is_valid():
                upkeep.change_indicator(changed, seen=preview.fingerprint, by=request.user)
                messages.success(request, f"{changed.code} is changed.")
                return redirect("scorecard:indicator_manage", changed.code)
            context |= {"preview": preview, "confirm": confirm, "forms": [confirm]}
        except ValidationError as problem:
            put_errors(form, problem)
    return render(request, "scorecard/upkeep/indicator_edit.html", context)


@require_POST
@for_managers
def indicator_move(request: HttpRequest, code: str) -> HttpResponse:
    indicator = named(code)
    if indicator.measured_until is None:
        upkeep.move_indicator(indicator, up=request.POST.get("way") == "up", by=request.user)
    return redirect("scorecard:indicator_list")


@show_and_save
@for_managers
def indicator_retire(request: HttpRequest, code: str) -> HttpResponse:
    indicator, form = named(code), RetireForm(request.POST or None)
    if form.is_valid():
        try:
            upkeep.retire_indicator(indicator, **form.cleaned_data, by=request.user)
        except ValidationError as problem:
            put_errors(form, problem)
        else:
            last = month_label(form.cleaned_data["last"])
            messages.success(request, f"{indicator.code} is retired after {last}. Its figures stay.")
            return redirect("scorecard:indicator_manage", code)
    return render(request, "scorecard/upkeep/indicator_retire.html", {"form": form, "indicator": indicator})


@show_and_save
@for_managers
def indicator_restore(request: HttpRequest, code: str) -> HttpResponse:
    indicator, form = named(code), ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            upkeep.restore_indicator(indicator, **form.cleaned_data, by=request.user)
        except ValidationError as problem:
            put_errors(form, problem)
        else:
            messages.success(request, f"{indicator.code} is in use again.")
            return redirect("scorecard:indicator_manage", code)
    return render(request, "scorecard/upkeep/indicator_restore.html", {"form": form, "indicator": indicator})


def named(code: str) -> Indicator:
    return get_object_or_404(Indicator.objects.select_related("section", "owner"), code=code)
