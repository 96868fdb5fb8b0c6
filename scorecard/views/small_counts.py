"""The full counts of a month, for those who need them and say why; and the register of who did."""

from datetime import timedelta

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from core.access import Permission, requires
from scorecard.demographics.actions import open_small_counts
from scorecard.demographics.counts import CountedTable
from scorecard.demographics.report import counted_tables
from scorecard.forms.demographics import ReasonForm
from scorecard.models import ReportingPeriod, SmallCountsOpening

OPEN_FOR = timedelta(minutes=30)
OPENINGS_A_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.READ_SMALL_COUNTS)
def small_counts_open(request: HttpRequest, month: str) -> HttpResponse:
    year, number = map(int, month.split("-"))
    period = get_object_or_404(ReportingPeriod, starts_on__year=year, starts_on__month=number)
    _tables(period)  # before the line is written: nobody opened what could not be read
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        opening = open_small_counts(period, reason=form.cleaned_data["reason"], by=request.user)
        return redirect("scorecard:small_counts_read", pk=opening.pk)
    return render(request, "scorecard/demographics/open.html", {"form": form, "period": period})


@require_safe
@requires(Permission.READ_SMALL_COUNTS)
def small_counts_read(request: HttpRequest, pk: int) -> HttpResponse:
    """For half an hour, and for the one who gave the reason; everybody else is asked for a reason of their own."""
    opening = get_object_or_404(SmallCountsOpening.objects.select_related("period"), pk=pk)
    until = opening.opened_at + OPEN_FOR
    if opening.opened_by_id != request.user.pk or timezone.now() > until:
        return redirect("scorecard:small_counts_open", month=opening.period.slug)
    context = {"opening": opening, "until": until, "tables": _tables(opening.period)}
    return render(request, "scorecard/demographics/full.html", context)


def _tables(period: ReportingPeriod) -> list[CountedTable]:
    """Raises Http404 where none stands, or none any more."""
    tables = [table for table, _ in counted_tables([period.ends_on])[period.ends_on]]
    if not tables:
        raise Http404(f"No children were counted for {period}.")
    return tables


@require_safe
@requires(Permission.READ_SMALL_COUNTS_REGISTER)
def small_counts_register(request: HttpRequest) -> HttpResponse:
    openings = SmallCountsOpening.objects.select_related("period", "opened_by")
    page = Paginator(openings, OPENINGS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "previous": {"href": f"?page={page.number - 1}"} if page.has_previous() else None,
        "next": {"href": f"?page={page.number + 1}"} if page.has_next() else None,
    }
    return render(request, "scorecard/demographics/register.html", context)
