"""The strategy, for everybody: what the council said it would do for children in care and care leavers."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core import pdf
from core.pdf import PdfError
from meetings.date_words import plain_date
from recommendations.readers import classes_of
from recommendations.report.strategy import StrategyPage, strategy_page


@login_not_required
@require_safe
def strategy_read(request: HttpRequest) -> HttpResponse:
    page, chosen = _page(request)
    if page is None:
        return render(request, "recommendations/strategy/none.html")
    return render(request, "recommendations/strategy/page.html", _context(page, chosen))


@login_not_required
@require_safe
def strategy_print(request: HttpRequest) -> HttpResponse:
    page, chosen = _page(request)
    if page is None:
        return render(request, "recommendations/strategy/none.html")
    title = page.strategy.title
    context = _context(page, chosen) | {"day": plain_date(timezone.localdate())}
    try:
        content = pdf.render(
            pdf.html_of("recommendations/pdf/strategy.html", context, title=title), title=title
        )
    except PdfError as fault:
        messages.error(request, str(fault))
        return redirect("recommendations:strategy_read")
    headers = {"Content-Disposition": 'inline; filename="strategy.pdf"', "Cache-Control": "private, no-cache"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _page(request: HttpRequest) -> tuple[StrategyPage | None, int | None]:
    """With the service that the address asks for; an address that was changed by hand shows every service."""
    asked = request.GET.get("service", "")
    chosen = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else None
    today, classes = timezone.localdate(), classes_of(request.user)
    page = strategy_page(today, classes, chosen)
    if page is not None and chosen not in {service.pk for service, _ in page.services}:
        return (page if chosen is None else strategy_page(today, classes)), None
    return page, chosen


def _context(page: StrategyPage, chosen: int | None) -> dict[str, Any]:
    return {
        "page": page,
        "chosen": next((service for service, _ in page.services if service.pk == chosen), None),
    }
