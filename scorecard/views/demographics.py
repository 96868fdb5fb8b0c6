"""What members read of the children in care: the tables of a month, and their files."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.access import Permission, requires
from scorecard.demographics.files import FORMATS
from scorecard.demographics.report import Demographics, ShownTable, months_counted, read_demographics, title
from scorecard.demographics.words import (
    change_heading,
    finding,
    first_sentence,
    hidden_sentence,
    remarks,
    share_width,
)
from scorecard.report.months import Month
from scorecard.report.withdrawn_month import withdrawn_month


@require_safe
@requires(Permission.READ_SCORECARD)
def demographics_read(request: HttpRequest) -> HttpResponse:
    every, slug = months_counted(), request.GET.get("month")
    month = next((month for month in every if slug in (None, "", month.slug)), None)
    if month is None:
        return _nothing_counted(request, slug, every)
    return render(request, "scorecard/demographics/month.html", _page(month, every))


def _nothing_counted(request: HttpRequest, slug: str | None, every: tuple[Month, ...]) -> HttpResponse:
    withdrawn = withdrawn_month(slug, rows="demographic_counts")
    if not every and withdrawn is None:
        return render(request, "scorecard/demographics/none_yet.html")
    context = {"withdrawn": withdrawn, "every": every}
    return render(request, "scorecard/demographics/no_such_month.html", context, status=404)


def _page(month: Month, every: tuple[Month, ...]) -> dict[str, Any]:
    demographics = read_demographics(month, threshold=settings.SMALL_NUMBER_THRESHOLD)
    return {
        "title": title(month),
        "month": month,
        "every": every,
        "demographics": demographics,
        "headline": first_sentence(demographics),
        "hidden": hidden_sentence(demographics) if demographics.hides_something else "",
        "tables": [_table(table, demographics) for table in demographics.tables],
        "formats": FORMATS,
    }


def _table(table: ShownTable, demographics: Demographics) -> dict[str, Any]:
    return {
        "key": table.key,
        "name": table.name,
        "finding": finding(table),
        "remarks": list(remarks(table)),
        "is_withheld": table.is_withheld,
        "columns": table.columns,
        "since": change_heading(demographics.compared) if table.has_changes else "",
        "rows": [(row, share_width(row, table)) for row in table.rows],
        "ends": table.ends,
    }


@require_safe
@requires(Permission.READ_SCORECARD)
def demographics_download(request: HttpRequest, month: str, extension: str) -> HttpResponse:
    chosen = next((counted for counted in months_counted() if counted.slug == month), None)
    if chosen is None:
        raise Http404(f"No children were counted for {month}.")
    kind = FORMATS[extension]
    content = kind.write(read_demographics(chosen, threshold=settings.SMALL_NUMBER_THRESHOLD))
    name = f"children-in-care-{month}.{extension}"
    return HttpResponse(
        content,
        content_type=kind.content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
