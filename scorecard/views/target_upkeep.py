"""The officers' pages of targets: set from a month on, withdrawn; each shows first what it would change."""

import re
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from scorecard import upkeep
from scorecard.forms.indicators import ReasonForm
from scorecard.forms.targets import TargetForm
from scorecard.models import Indicator, Threshold
from scorecard.periods import month_label, next_month_end
from scorecard.report.changes import joined
from scorecard.report.seen_by_panel import months_seen
from scorecard.report.upkeep import target_row
from scorecard.views.confirming import confirmation, put_errors
from scorecard.views.indicator_upkeep import for_managers, named, show_and_save

PK = re.compile(r"[0-9]{1,9}")


@show_and_save
@for_managers
def target_set(request: HttpRequest, code: str) -> HttpResponse:
    indicator = named(code)
    seen = list(months_seen(indicator))
    form = TargetForm(request.POST or None, indicator=indicator, initial=_initial(request, indicator, seen))
    context: dict[str, Any] = {"form": form, "indicator": indicator}
    if seen:
        context["seen"] = joined([month_label(day) for day in seen])
    if form.is_valid():
        try:
            preview = upkeep.preview_target(form.threshold())
            confirm = confirmation(request, preview)
            if confirm.is_valid():
                upkeep.set_target(form.threshold(), seen=preview.fingerprint, by=request.user)
                first = month_label(form.cleaned_data["first"])
                messages.success(request, f"The target of {code} is set from {first} on.")
                return redirect("scorecard:indicator_manage", code)
            context |= {"preview": preview, "confirm": confirm, "forms": [confirm]}
        except ValidationError as problem:
            put_errors(form, problem)
    return render(request, "scorecard/upkeep/target.html", context)


@show_and_save
@for_managers
def target_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    threshold = get_object_or_404(Threshold.objects.select_related("indicator"), pk=pk)
    form = ReasonForm(request.POST or None)
    context: dict[str, Any] = {"form": form, "indicator": threshold.indicator, "row": target_row(threshold)}
    try:
        preview = upkeep.preview_withdrawal(threshold)
    except ValidationError as problem:
        return render(
            request, "scorecard/upkeep/target_withdraw.html", context | {"refusal": problem.messages[0]}
        )
    confirm = confirmation(request, preview)
    if form.is_valid() and confirm.is_valid():
        try:
            upkeep.withdraw_target(
                threshold, seen=preview.fingerprint, reason=form.cleaned_data["reason"], by=request.user
            )
        except ValidationError as problem:
            put_errors(form, problem)
        else:
            messages.success(request, "The target is withdrawn. The history keeps it.")
            return redirect("scorecard:indicator_manage", threshold.indicator.code)
    context |= {"preview": preview, "confirm": confirm, "forms": [confirm]}
    return render(request, "scorecard/upkeep/target_withdraw.html", context)


def _initial(request: HttpRequest, indicator: Indicator, seen: list[date]) -> dict[str, Any]:
    """The target that is to be changed, or the first month after all that the panel has seen."""
    asked = request.GET.get("target", "")
    threshold = indicator.thresholds.filter(pk=asked).first() if PK.fullmatch(asked) else None
    if threshold:
        return TargetForm.initial_of(threshold)
    return {"first": next_month_end(seen[-1])} if seen else {}
