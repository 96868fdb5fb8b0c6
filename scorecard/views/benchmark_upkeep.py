"""The officers' pages of other areas' figures, and of months that cannot be compared."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from scorecard import upkeep
from scorecard.forms.indicators import ReasonForm
from scorecard.forms.targets import BenchmarkForm, BreakForm
from scorecard.models import BaselineBreak, Benchmark
from scorecard.views.confirming import put_errors
from scorecard.views.indicator_upkeep import for_managers, named, show_and_save


@show_and_save
@for_managers
def benchmark_add(request: HttpRequest, code: str) -> HttpResponse:
    return _benchmark_form(request, Benchmark(indicator=named(code)))


@show_and_save
@for_managers
def benchmark_edit(request: HttpRequest, pk: int) -> HttpResponse:
    return _benchmark_form(request, get_object_or_404(Benchmark.objects.select_related("indicator"), pk=pk))


@show_and_save
@for_managers
def benchmark_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    benchmark = get_object_or_404(Benchmark.objects.select_related("indicator"), pk=pk)
    indicator, form = benchmark.indicator, ReasonForm(request.POST or None)
    if form.is_valid():
        upkeep.withdraw_benchmark(benchmark, reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, "The benchmark is withdrawn. The history keeps it.")
        return redirect("scorecard:indicator_manage", indicator.code)
    context = {"form": form, "indicator": indicator, "benchmark": benchmark}
    return render(request, "scorecard/upkeep/benchmark_withdraw.html", context)


@show_and_save
@for_managers
def break_add(request: HttpRequest, code: str) -> HttpResponse:
    indicator, form = named(code), BreakForm(request.POST or None)
    if form.is_valid():
        answers = form.cleaned_data
        try:
            upkeep.add_break(
                indicator,
                month_end=answers["month"],
                kind=answers["kind"],
                reason=answers["reason"],
                by=request.user,
            )
        except ValidationError as problem:
            put_errors(form, problem)
        else:
            messages.success(request, "The break is marked. Nothing is compared across it.")
            return redirect("scorecard:indicator_manage", code)
    return render(request, "scorecard/upkeep/break_add.html", {"form": form, "indicator": indicator})


@show_and_save
@for_managers
def break_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    broken = get_object_or_404(BaselineBreak.objects.select_related("indicator", "from_period"), pk=pk)
    indicator, form = broken.indicator, ReasonForm(request.POST or None)
    if form.is_valid():
        upkeep.withdraw_break(broken, reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, "The break is withdrawn. Figures are compared across it again.")
        return redirect("scorecard:indicator_manage", indicator.code)
    context = {"form": form, "indicator": indicator, "broken": broken}
    return render(request, "scorecard/upkeep/break_withdraw.html", context)


def _benchmark_form(request: HttpRequest, benchmark: Benchmark) -> HttpResponse:
    indicator, is_new = benchmark.indicator, benchmark.pk is None
    form = BenchmarkForm(request.POST or None, instance=benchmark)
    if form.is_valid():
        upkeep.save_benchmark(form.save(commit=False), by=request.user)
        messages.success(request, "The benchmark is added." if is_new else "The benchmark is changed.")
        return redirect("scorecard:indicator_manage", indicator.code)
    context = {"form": form, "indicator": indicator, "is_new": is_new}
    return render(request, "scorecard/upkeep/benchmark.html", context)
