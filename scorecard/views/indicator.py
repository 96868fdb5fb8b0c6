"""What members read: one indicator."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from core.access import Permission, requires
from scorecard.forms.reading import read_view
from scorecard.models import Indicator
from scorecard.report.indicator import indicator_report
from scorecard.report.months import all_months, choose_month
from scorecard.views.month import no_such_month


@require_safe
@requires(Permission.READ_SCORECARD)
def indicator_read(request: HttpRequest, code: str) -> HttpResponse:
    indicator = get_object_or_404(Indicator.objects.select_related("section", "owner"), code=code)
    every = all_months()
    months = choose_month(every, request.GET.get("month") or None)
    if months is None:
        return no_such_month(request, every[0] if every else None)
    view = read_view(request.GET, months)
    report = indicator_report(indicator, months, variant=view.variant)
    return render(request, "scorecard/indicator.html", {"report": report, "view": view})
