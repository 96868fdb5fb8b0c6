"""What a reader is told of a month without figures: that there never were any, or that they were withdrawn."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from scorecard.models import PanelReport
from scorecard.report.months import Month, all_months, choose_month
from scorecard.report.withdrawn_month import withdrawn_month


def of_month(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Gives the view the month of its address as Months. Stands below the permission it asks for."""

    @wraps(view)
    def with_months(request: HttpRequest, month: str, **others: Any) -> HttpResponse:
        every = all_months()
        months = choose_month(every, month)
        if months is None:
            page = no_month(request, month, every)
            page.status_code = HTTPStatus.NOT_FOUND
            return page
        return view(request, months, **others)

    return with_months


def no_month(request: HttpRequest, slug: str | None, every: tuple[Month, ...]) -> HttpResponse:
    """In place of the scorecard: before the first upload nothing is amiss, later the month is not found."""
    withdrawn = withdrawn_month(slug)
    if not every and withdrawn is None:
        has_reports = PanelReport.objects.standing().exists()
        return render(request, "scorecard/no_figures.html", {"has_reports": has_reports})
    context = {"withdrawn": withdrawn, "latest": every[0] if every else None}
    return render(request, "scorecard/no_such_month.html", context, status=HTTPStatus.NOT_FOUND)
