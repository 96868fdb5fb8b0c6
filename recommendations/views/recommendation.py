"""One recommendation: for everybody, and what an update says for those who may read it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core import pdf
from core.pdf import PdfError
from meetings.date_words import plain_date
from recommendations.models import Recommendation
from recommendations.report import row_words
from recommendations.report.doing import doing
from recommendations.report.page import Page, recommendation_page


@login_not_required
@require_safe
def recommendation_read(request: HttpRequest, pk: int) -> HttpResponse:
    page = _page_or_404(request, pk)
    ways = doing(page.row.recommendation, request.user, is_open=page.row.is_open)
    return render(request, "recommendations/recommendation/page.html", _context(page) | {"doing": ways})


@login_not_required
@require_safe
def recommendation_print(request: HttpRequest, pk: int) -> HttpResponse:
    page = _page_or_404(request, pk)
    one = page.row.recommendation
    title = f"Recommendation {one.number}: {one.short_title}"
    context = _context(page) | {"day": plain_date(timezone.localdate())}
    try:
        content = pdf.render(
            pdf.html_of("recommendations/pdf/recommendation.html", context, title=title), title=title
        )
    except PdfError as fault:
        messages.error(request, str(fault))
        return redirect("recommendations:recommendation_read", pk)
    headers = {
        "Content-Disposition": f'inline; filename="recommendation-{one.number}.pdf"',
        "Cache-Control": "private, no-cache",
    }
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _page_or_404(request: HttpRequest, pk: int) -> Page:
    page = recommendation_page(Recommendation.objects.filter(pk=pk), request.user, timezone.localdate())
    if page is None:
        raise Http404("There is no such recommendation.")
    return page


def _context(page: Page) -> dict[str, Any]:
    row = page.row
    return {
        "page": page,
        "row": row,
        "one": row.recommendation,
        "status": row_words.status(row),
        "badges": row_words.badges(row),
        "parts": row_words.parts_words(row),
        "due": row_words.due_words(row),
        "late": row_words.lateness_words(row.standing) if row.due.on else "",
        "days_open": row_words.days_open_words(row),
        "told": row_words.told_words(row),
        "charts": [series for series in page.series if series.charts],
    }
