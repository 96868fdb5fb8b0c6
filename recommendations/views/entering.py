"""Democratic services enter a report and what it recommends."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from core.access import Permission, requires
from core.methods import show_and_save
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.views.saving import answers_of
from recommendations.actions import entering
from recommendations.forms.entering import RecommendationForm, ReportForm
from recommendations.models import Recommendation, Report

for_clerks = requires(Permission.ENTER_RECOMMENDATIONS)
REPORT, RECOMMENDATION = (
    "recommendations/entering/report.html",
    "recommendations/entering/recommendation.html",
)


@require_safe
@for_clerks
def report_list(request: HttpRequest) -> HttpResponse:
    reports = Report.objects.annotate(entered=Count("recommendations"))
    return render(request, "recommendations/entering/reports.html", {"reports": list(reports)})


@show_and_save
@for_clerks
def report_add(request: HttpRequest) -> HttpResponse:
    form = ReportForm(answers_of(request))

    def act() -> str:
        themes = form.cleaned_data["themes"]
        entering.add_report(words=form.words(), themes=themes, by=request.user)
        return "The report is entered. Now add what it recommends."

    return _save(request, form, act, REPORT, {"report": None}, to="recommendations:report_list")


@show_and_save
@for_clerks
def report_edit(request: HttpRequest, pk: int) -> HttpResponse:
    report = get_object_or_404(Report, pk=pk)
    form = ReportForm(answers_of(request), report=report)

    def act() -> str:
        themes = form.cleaned_data["themes"]
        version = form.cleaned_data["version"] or 0
        entering.change_report(report, words=form.words(), themes=themes, version=version, by=request.user)
        return "The report is saved."

    return _save(request, form, act, REPORT, {"report": report}, to="recommendations:report_list")


@show_and_save
@for_clerks
def recommendation_add(request: HttpRequest, pk: int) -> HttpResponse:
    report = get_object_or_404(Report, pk=pk)
    form = RecommendationForm(answers_of(request), report=report)

    def act() -> str:
        one = entering.add_recommendation(
            report,
            words=form.words(),
            parts=form.cleaned_data["parts"],
            links=form.linked(),
            by=request.user,
        )
        return f"Recommendation {one.number} is entered."

    context = {"report": report, "recommendation": None}
    return _save(request, form, act, RECOMMENDATION, context, to="recommendations:report_list")


@show_and_save
@for_clerks
def recommendation_edit(request: HttpRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(Recommendation.objects.select_related("report"), pk=pk)
    form = RecommendationForm(answers_of(request), report=one.report, recommendation=one)

    def act() -> str:
        entering.change_recommendation(
            one,
            words=form.words(),
            parts=form.cleaned_data["parts"],
            links=form.linked(),
            version=form.cleaned_data["version"] or 0,
            by=request.user,
        )
        return f"Recommendation {one.number} is saved."

    context = {"report": one.report, "recommendation": one}
    return _save(request, form, act, RECOMMENDATION, context, to="recommendations:report_list")


def _save(
    request: HttpRequest,
    form: BaseForm,
    act: Callable[[], str],
    template: str,
    context: dict[str, Any],
    *,
    to: str,
) -> HttpResponse:
    status = 200
    if form.is_valid():
        try:
            messages.success(request, act())
            return redirect(to)
        except ChangedMeanwhile as meanwhile:
            form.data = form.data.copy()
            form.data["version"] = str(meanwhile.theirs.version)
            context, status = context | {"theirs": meanwhile.theirs}, 409
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return render(request, template, context | {"form": form}, status=status)
