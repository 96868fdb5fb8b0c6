"""What members read: the scorecard of a month, and its files."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.access import Permission, requires
from scorecard.exports import FORMATS
from scorecard.forms.reading import FilterForm, View, read_view
from scorecard.models import Variant
from scorecard.report.changes import changes_since, has_earlier_figures, joined, otherwise_by_month
from scorecard.report.comparing import ALWAYS
from scorecard.report.facts import facts, illustrative_then, marks
from scorecard.report.months import Month, Months, all_months, choose_month
from scorecard.report.notes import DIRECTIONS, FIGURES, MEANINGS, short_forms
from scorecard.report.rows import Row
from scorecard.report.scorecard import read_scorecard
from scorecard.report.summary import month_headline, ways
from scorecard.travel import Comparison
from scorecard.views.no_month import no_month, of_month

COMPARED = {
    Comparison.PREVIOUS_MONTH: "the month before",
    Comparison.PREVIOUS_PANEL: "the last panel report",
    Comparison.SAME_MONTH_LAST_YEAR: "the same month last year",
}


@require_safe
@requires(Permission.READ_SCORECARD)
def month_read(request: HttpRequest) -> HttpResponse:
    every, slug = all_months(), request.GET.get("month") or None
    months = choose_month(every, slug)
    if months is None:
        return no_month(request, slug, every)
    view = read_view(request.GET, months)
    return render(request, "scorecard/month.html", _month_page(request, view))


def _month_page(request: HttpRequest, view: View) -> dict[str, Any]:
    scorecard = read_scorecard(view.months, variant=view.variant, comparisons=(*ALWAYS, view.comparison))
    filters = FilterForm(request.GET.dict(), scorecard.rows)
    shown = filters.keep(view.comparison)
    if not has_earlier_figures(scorecard.rows, view.comparison):
        shown = _quietly(shown, view.comparison)
    since = f"since {baseline.label}" if (baseline := view.months.baseline(view.comparison)) else ""
    return {
        "view": view,
        "scorecard": scorecard,
        "headline": month_headline(scorecard),
        "facts": facts(scorecard),
        "marks": marks(scorecard.rows),
        "counts": [(rating, number) for rating, number in scorecard.ratings._asdict().items()],
        "ways": ways(scorecard, view.comparison),
        "made_up": illustrative_then(scorecard, view.comparison),
        "made_up_by_panel": illustrative_then(scorecard, Comparison.PREVIOUS_PANEL),
        "since_panel": changes_since(scorecard, Comparison.PREVIOUS_PANEL),
        "otherwise": otherwise_by_month(scorecard),
        "filters": filters,
        "problems": [*view.problems, *filters.problems],
        "comparisons": comparisons(view),
        "variants": Variant.choices,
        "since": since,
        "heading": filters.heading(len(shown), since),
        "sections": [(name, list(rows)) for name, rows in groupby(shown, lambda row: row.section)],
        "formats": FORMATS,
        "key": MEANINGS.items(),
        "notes": (*DIRECTIONS, *FIGURES),
        "short_forms": short_forms(row.name for row in scorecard.rows),
    }


def comparisons(view: View) -> list[tuple[Comparison, str]]:
    """Each baseline once, as the chosen comparison where that is one of several with the same month."""
    named: dict[Month, list[Comparison]] = {}
    for name, month in view.months.baselines.items():
        named.setdefault(month, []).append(name)
    return [
        (view.comparison if view.comparison in names else names[0], _compared(month, names))
        for month, names in named.items()
    ]


def _compared(month: Month, names: list[Comparison]) -> str:
    told = len(names) > 1 or Comparison.PREVIOUS_PANEL in names
    return f"{month.label}, {joined([COMPARED[name] for name in names])}" if told else month.label


def _quietly(rows: Iterable[Row], comparison: Comparison) -> list[Row]:
    """Rows that leave to one sentence above them why none can be compared."""
    return [
        row._replace(travel={**row.travel, comparison: replace(row.travel[comparison], words="not compared")})
        for row in rows
    ]


@require_safe
@requires(Permission.READ_SCORECARD)
@of_month
def month_download(request: HttpRequest, months: Months, extension: str) -> HttpResponse:
    """The file of a whole month: filters do not narrow it."""
    kind = FORMATS[extension]
    content = kind.write(read_scorecard(months, variant=read_view(request.GET, months).variant))
    name = f"children-in-care-scorecard-{months.chosen.slug}.{extension}"
    disposition = "inline" if extension == "pdf" else "attachment"
    return HttpResponse(
        content,
        content_type=kind.content_type,
        headers={"Content-Disposition": f'{disposition}; filename="{name}"'},
    )
