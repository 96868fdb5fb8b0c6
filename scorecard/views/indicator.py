"""What members read: one indicator."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from core.access import Permission, may, requires
from core.charts import NARROW, WIDE, Svg, TrendChart, trend_chart
from scorecard.exports.indicator_pdf import indicator_pdf
from scorecard.forms.reading import View, read_view
from scorecard.models import Indicator, Variant
from scorecard.report.benchmarks import benchmark_lines
from scorecard.report.chart import month_chart_of, trend_of
from scorecard.report.commentary import shown_commentary
from scorecard.report.indicator import IndicatorReport, indicator_report
from scorecard.report.indicator_history import changes_to_targets
from scorecard.report.limits import limits_shown
from scorecard.report.months import all_months, choose_month
from scorecard.report.notes import DATA_PERIODS, short_forms
from scorecard.report.reconciling import both_right
from scorecard.report.standing import standing
from scorecard.views.no_month import no_month


@require_safe
@requires(Permission.READ_SCORECARD)
def indicator_read(request: HttpRequest, code: str) -> HttpResponse:
    if code != code.upper():
        query = request.META["QUERY_STRING"]
        address = reverse("scorecard:indicator_read", args=[code.upper()])
        return redirect(f"{address}?{query}" if query else address)
    indicator = get_object_or_404(Indicator.objects.select_related("section", "owner"), code=code)
    every, slug = all_months(), request.GET.get("month") or None
    months = choose_month(every, slug)
    if months is None:
        return no_month(request, slug, every)
    view = read_view(request.GET, months)
    report = indicator_report(indicator, months, variant=view.variant)
    context = _indicator_page(report, view)
    context["may_rebase"] = report.judged.has_limits and may(request.user, Permission.REBASE_LIMITS)
    return render(request, "scorecard/indicator.html", context)


@require_safe
@requires(Permission.READ_SCORECARD)
def indicator_download(request: HttpRequest, code: str) -> HttpResponse:
    """The page as a paper, of exactly the month asked for."""
    indicator = get_object_or_404(Indicator.objects.select_related("section", "owner"), code=code)
    months = choose_month(all_months(), request.GET.get("month") or None)
    if months is None:
        raise Http404("There are no figures for this month.")
    view = read_view(request.GET, months)
    report = indicator_report(indicator, months, variant=view.variant)
    name = f"{indicator.code.lower()}-{months.chosen.slug}.pdf"
    return HttpResponse(
        indicator_pdf(_indicator_page(report, view)),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )


def _indicator_page(report: IndicatorReport, view: View) -> dict[str, Any]:
    indicator = report.indicator
    has_choice = report.other or view.variant != Variant.ALL
    return {
        "view": view,
        "report": report,
        "indicator": indicator,
        "problems": view.problems,
        "variants": Variant.choices if has_choice else [],
        "charts": _drawn(trend_of(report)),
        "month_charts": _drawn(month_chart_of(report)),
        "noise": limits_shown(report.variability),
        "both_right": both_right(report),
        "month_noise": limits_shown(report.alone) if report.alone else None,
        "data_period": dict(DATA_PERIODS)[report.measure.data_period.label],
        "standing": standing(report),
        "commentary": shown_commentary(indicator, report.months.chosen),
        "benchmarks": benchmark_lines(
            report.benchmarks, unit=report.measure.unit, on=report.months.chosen.ends_on
        ),
        "target_changes": changes_to_targets(indicator) if report.measure.is_kpi else [],
        "short_forms": short_forms([indicator.name]),
        "breadcrumbs": [
            {
                "text": f"Scorecard, {report.months.chosen.label}",
                "href": f"{reverse('scorecard:month_read')}?{view.query}",
            },
            {"text": indicator.code},
        ],
        "neighbours": _neighbours(indicator, view),
    }


def _drawn(chart: TrendChart | None) -> list[Svg]:
    """Wide and narrow: the page shows the one that fits."""
    return [trend_chart(chart, size) for size in (WIDE, NARROW)] if chart else []


def _neighbours(indicator: Indicator, view: View) -> dict[str, dict[str, str]]:
    """The indicators before and after it on the scorecard, as pagination.html draws them."""
    on = view.months.chosen.ends_on
    shown = Indicator.objects.measured_in(on) | Indicator.objects.filter(pk=indicator.pk)
    every = list(shown.values_list("code", "name"))
    place = next(place for place, (code, _) in enumerate(every) if code == indicator.code)
    beside = {"previous": every[max(place - 1, 0) : place], "next": every[place + 1 : place + 2]}
    return {way: _neighbour(way, *found[0], view) if found else {} for way, found in beside.items()}


def _neighbour(way: str, code: str, name: str, view: View) -> dict[str, str]:
    return {
        "text": f"{way.capitalize()} indicator",
        "label": name,
        "href": f"{reverse('scorecard:indicator_read', args=[code])}?{view.query}",
    }
