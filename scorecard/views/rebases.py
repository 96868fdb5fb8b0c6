"""Officers' pages: control limits start again at a month, or that is withdrawn."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from core.access import Permission, requires
from core.charts import NARROW, WIDE, trend_chart
from core.methods import show_and_save
from scorecard.forms.rebases import RebaseForm, RebaseMonthForm, WithdrawForm
from scorecard.models import Indicator, Rebase, ReportingPeriod, Variant
from scorecard.rebasing import RebaseRefused, start_limits_again, withdraw_rebase
from scorecard.report.chart import month_chart_of, trend_of
from scorecard.report.indicator import IndicatorReport, indicator_report
from scorecard.report.months import Month, all_months, choose_month
from scorecard.report.rebases import months_to_rebase, with_rebase_at
from scorecard.report.verdict import verdict

for_officers = requires(Permission.REBASE_LIMITS)


@show_and_save
@for_officers
def rebase_create(request: HttpRequest, code: str) -> HttpResponse:
    """The month is in the address, the reason is sent."""
    indicator = get_object_or_404(Indicator, code=code)
    report = _report(indicator)
    months = months_to_rebase(report)
    month_form = RebaseMonthForm(request.GET, months=months)
    month = month_form.cleaned_data["month"] if month_form.is_valid() else None
    form = RebaseForm(request.POST or None)
    if month and form.is_valid():
        return _start(request, indicator, month, form.cleaned_data["reason"])
    context = {"indicator": indicator, "months": months, "month_form": month_form, "form": form}
    return render(request, "scorecard/rebase.html", context | _preview(report, month))


def _start(request: HttpRequest, indicator: Indicator, month: Month, reason: str) -> HttpResponse:
    period = ReportingPeriod.objects.get(pk=month.pk)
    try:
        start_limits_again(indicator, at=period, reason=reason, by=request.user, on=timezone.localdate())
    except RebaseRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"The limits start again in {month.label}.")
    return redirect(_page_of(indicator))


@show_and_save
@for_officers
def rebase_withdraw(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    rebases = Rebase.objects.standing().select_related("indicator", "at_period", "agreed_by")
    rebase = get_object_or_404(rebases, pk=pk, indicator__code=code)
    form = WithdrawForm(request.POST or None)
    if not form.is_valid():
        return render(request, "scorecard/rebase_withdraw.html", {"rebase": rebase, "form": form})
    try:
        withdraw_rebase(rebase, reason=form.cleaned_data["reason"], by=request.user, on=timezone.localdate())
    except RebaseRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"The limits no longer start again in {rebase.at_period}.")
    return redirect(_page_of(rebase.indicator))


def _report(indicator: Indicator) -> IndicatorReport:
    months = choose_month(all_months())
    if months is None:
        raise Http404("There are no figures yet.")
    return indicator_report(indicator, months, variant=Variant.ALL)


def _preview(report: IndicatorReport, month: Month | None) -> dict[str, Any]:
    """What the limits would be; without a month what they are, which says why there are none."""
    if month is None:
        return {"month": None, "verdict": verdict(report.judged)}
    would_be = with_rebase_at(report, month)
    chart = month_chart_of(would_be) if would_be.alone else trend_of(would_be)
    charts = [trend_chart(chart, size) for size in (WIDE, NARROW)] if chart else []
    return {"month": month, "verdict": verdict(would_be.judged), "charts": charts}


def _page_of(indicator: Indicator) -> str:
    return f"{reverse('scorecard:indicator_read', args=[indicator.code])}#limits"
