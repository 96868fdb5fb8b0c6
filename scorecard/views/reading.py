"""What members read: a month's scorecard, one indicator, and the files of both."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from core.access import Permission, requires
from scorecard.exports import FORMATS
from scorecard.forms.reading import FilterForm, ViewForm
from scorecard.models import Indicator
from scorecard.report.changes import changes_since, disagreements
from scorecard.report.indicator import indicator_report
from scorecard.report.months import Month, Months, all_months, choose_month
from scorecard.report.notes import DIRECTIONS, FIGURES, KEY
from scorecard.report.scorecard import Scorecard, read_scorecard
from scorecard.travel import Comparison


@require_safe
@requires(Permission.READ_SCORECARD)
def month_read(request: HttpRequest) -> HttpResponse:
    every = all_months()
    if not every:
        return render(request, "scorecard/no_figures.html")
    months = choose_month(every, request.GET.get("month") or None)
    if months is None:
        return render(request, "scorecard/no_such_month.html", {"latest": every[0]}, status=404)
    return render(request, "scorecard/month.html", _month_page(request, months))


def _month_page(request: HttpRequest, months: Months) -> dict[str, Any]:
    view = ViewForm(request.GET.dict(), months)
    scorecard = read_scorecard(months, variant=view.variant())
    filters = FilterForm(request.GET.dict(), scorecard.rows)
    comparison = view.comparison()
    shown = filters.keep(scorecard.rows, comparison)
    sections = groupby(shown, lambda row: row.section)
    return {
        "scorecard": scorecard,
        "view": view,
        "filters": filters,
        "against": _against(months.baseline(comparison)),
        "sections": [(name, [(row, row.travel[comparison]) for row in rows]) for name, rows in sections],
        "shown": len(shown),
        "heading": _heading(scorecard, len(shown)),
        "counts": [(rating, number) for rating, number in scorecard.ratings._asdict().items()],
        "since_panel": changes_since(scorecard, Comparison.PREVIOUS_PANEL),
        "disagreements": disagreements(scorecard),
        "provisional": sum(row.now.is_provisional for row in scorecard.rows),
        "illustrative": sum(row.now.is_illustrative for row in scorecard.rows),
        "kept": {name: request.GET[name] for name in view.fields if request.GET.get(name)},
        "formats": FORMATS,
        "key": KEY,
        "notes": (*DIRECTIONS, *FIGURES),
    }


def _against(baseline: Month | None) -> str:
    return f"On {baseline.label}" if baseline else "Direction"


def _heading(scorecard: Scorecard, shown: int) -> str:
    """The finding where everything is shown, else how much of it is."""
    if shown < len(scorecard.rows):
        return f"{shown} of {len(scorecard.rows)} indicators"
    missed = scorecard.ratings.amber + scorecard.ratings.red
    if not missed:
        return "Every rated indicator meets its target"
    return f"{missed} {'indicator misses its' if missed == 1 else 'indicators miss their'} target"


@require_safe
@requires(Permission.READ_SCORECARD)
def month_download(request: HttpRequest, month: str, extension: str) -> HttpResponse:
    """The file of a whole month: filters do not narrow it."""
    months = choose_month(all_months(), month)
    if months is None:
        raise Http404(f"There are no figures for {month}.")
    view = ViewForm(request.GET.dict(), months)
    kind = FORMATS[extension]
    content = kind.write(read_scorecard(months, variant=view.variant()))
    name = f"children-in-care-scorecard-{month}.{extension}"
    disposition = "inline" if extension == "pdf" else "attachment"
    return HttpResponse(
        content,
        content_type=kind.content_type,
        headers={"Content-Disposition": f'{disposition}; filename="{name}"'},
    )


@require_safe
@requires(Permission.READ_SCORECARD)
def indicator_read(request: HttpRequest, code: str) -> HttpResponse:
    indicator = get_object_or_404(Indicator.objects.select_related("section", "owner"), code=code)
    every = all_months()
    months = choose_month(every, request.GET.get("month") or None)
    if months is None:
        return render(
            request, "scorecard/no_such_month.html", {"latest": every[0] if every else None}, status=404
        )
    view = ViewForm(request.GET.dict(), months)
    report = indicator_report(indicator, months, variant=view.variant())
    return render(request, "scorecard/indicator.html", {"report": report, "view": view})
