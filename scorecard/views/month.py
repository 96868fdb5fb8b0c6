"""What members read: the scorecard of a month, and its files."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.access import Permission, requires
from scorecard.exports import FORMATS
from scorecard.forms.reading import FilterForm, View, read_view
from scorecard.models import Variant
from scorecard.report.changes import changes_since, otherwise_by_month
from scorecard.report.comparing import ALWAYS
from scorecard.report.facts import facts, marks
from scorecard.report.months import Months, all_months, choose_month
from scorecard.report.notes import DIRECTIONS, FIGURES, MEANINGS, short_forms
from scorecard.report.scorecard import read_scorecard
from scorecard.report.summary import month_headline
from scorecard.travel import Comparison

COMPARED = {
    Comparison.PREVIOUS_MONTH: "{month}",
    Comparison.PREVIOUS_PANEL: "{month}, the last panel report",
    Comparison.SAME_MONTH_LAST_YEAR: "{month}",
}


@require_safe
@requires(Permission.READ_SCORECARD)
def month_read(request: HttpRequest) -> HttpResponse:
    every = all_months()
    if not every:
        return render(request, "scorecard/no_figures.html")
    months = choose_month(every, request.GET.get("month") or None)
    if months is None:
        return no_such_month(request, every[0])
    view = read_view(request.GET, months)
    return render(request, "scorecard/month.html", _month_page(request, view))


def no_such_month(request: HttpRequest, latest: Any) -> HttpResponse:
    return render(request, "scorecard/no_such_month.html", {"latest": latest}, status=404)


def _month_page(request: HttpRequest, view: View) -> dict[str, Any]:
    scorecard = read_scorecard(view.months, variant=view.variant, comparisons=(*ALWAYS, view.comparison))
    filters = FilterForm(request.GET.dict(), scorecard.rows)
    shown = filters.keep(view.comparison)
    since = f"since {baseline.label}" if (baseline := view.months.baseline(view.comparison)) else ""
    return {
        "view": view,
        "scorecard": scorecard,
        "headline": month_headline(scorecard),
        "facts": facts(scorecard),
        "marks": marks(scorecard.rows),
        "counts": [(rating, number) for rating, number in scorecard.ratings._asdict().items()],
        "since_panel": changes_since(scorecard, Comparison.PREVIOUS_PANEL),
        "otherwise": otherwise_by_month(scorecard),
        "filters": filters,
        "problems": [*view.problems, *filters.problems],
        "comparisons": _comparisons(view.months),
        "variants": Variant.choices,
        "since": since,
        "heading": filters.heading(len(shown), since),
        "sections": [(name, list(rows)) for name, rows in groupby(shown, lambda row: row.section)],
        "formats": FORMATS,
        "key": MEANINGS.items(),
        "notes": (*DIRECTIONS, *FIGURES),
        "short_forms": short_forms(row.name for row in scorecard.rows),
    }


def _comparisons(months: Months) -> list[tuple[Comparison, str]]:
    return [(name, COMPARED[name].format(month=month.label)) for name, month in months.baselines.items()]


@require_safe
@requires(Permission.READ_SCORECARD)
def month_download(request: HttpRequest, month: str, extension: str) -> HttpResponse:
    """The file of a whole month: filters do not narrow it."""
    months = choose_month(all_months(), month)
    if months is None:
        raise Http404(f"There are no figures for {month}.")
    kind = FORMATS[extension]
    content = kind.write(read_scorecard(months, variant=read_view(request.GET, months).variant))
    name = f"children-in-care-scorecard-{month}.{extension}"
    disposition = "inline" if extension == "pdf" else "attachment"
    return HttpResponse(
        content,
        content_type=kind.content_type,
        headers={"Content-Disposition": f'{disposition}; filename="{name}"'},
    )
