"""What members read: any two months side by side."""

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.access import Permission, requires
from scorecard.exports.two_months import comparison_file
from scorecard.forms.two_months import NoSuchMonth, read_months
from scorecard.models import Variant
from scorecard.report.facts import illustrative_then
from scorecard.report.months import all_months
from scorecard.report.two_months import compare_months
from scorecard.views.no_month import no_month


@require_safe
@requires(Permission.READ_SCORECARD)
def months_compare(request: HttpRequest) -> HttpResponse:
    every = all_months()
    if len(every) < 2:
        return render(request, "scorecard/two_months_none.html", {"month": every[0] if every else None})
    try:
        asked = read_months(request.GET, every)
    except NoSuchMonth as asked_for:
        return no_month(request, asked_for.slug, every)
    two = compare_months(every, earlier=asked.earlier, later=asked.later, variant=asked.variant)
    context = {
        "asked": asked,
        "two": two,
        "made_up": illustrative_then(two.scorecard, two.comparison),
        "months": [(month.slug, month.label) for month in every],
        "variants": Variant.choices,
        "sections": [
            (name, list(pairs)) for name, pairs in groupby(two.pairs, lambda pair: pair.row.section)
        ],
    }
    return render(request, "scorecard/two_months.html", context)


@require_safe
@requires(Permission.READ_SCORECARD)
def comparison_download(request: HttpRequest) -> HttpResponse:
    """Of exactly the months asked for: a file tells nothing of a month that was put in another's place."""
    every = all_months()
    try:
        asked = read_months(request.GET, every) if len(every) > 1 else None
    except NoSuchMonth as asked_for:
        return no_month(request, asked_for.slug, every)
    if asked is None or asked.problems:
        raise Http404("There are no figures for these two months.")
    two = compare_months(every, earlier=asked.earlier, later=asked.later, variant=asked.variant)
    name = f"children-in-care-{asked.earlier.slug}-and-{asked.later.slug}.csv"
    return HttpResponse(
        comparison_file(two),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
