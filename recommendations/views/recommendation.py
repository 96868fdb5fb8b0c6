"""One recommendation: for everybody, and what an update says for those who may read it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.pdf import PdfError
from recommendations.exports.recommendation import recommendation_pdf
from recommendations.models import Recommendation
from recommendations.report.doing import doing
from recommendations.report.page import Page, recommendation_page
from recommendations.report.page_words import context_of


@login_not_required
@require_safe
def recommendation_read(request: HttpRequest, pk: int) -> HttpResponse:
    page = _page_or_404(request, pk)
    ways = doing(page.row.recommendation, request.user, is_open=page.row.is_open)
    context = context_of(page) | {"doing": ways}
    return render(request, "recommendations/recommendation/page.html", context)


@login_not_required
@require_safe
def recommendation_print(request: HttpRequest, pk: int) -> HttpResponse:
    page = _page_or_404(request, pk)
    try:
        content = recommendation_pdf(page, timezone.localdate())
    except PdfError as fault:
        messages.error(request, str(fault))
        return redirect("recommendations:recommendation_read", pk)
    headers = {
        "Content-Disposition": f'inline; filename="recommendation-{page.row.recommendation.number}.pdf"',
        "Cache-Control": "private, no-cache",
    }
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _page_or_404(request: HttpRequest, pk: int) -> Page:
    page = recommendation_page(Recommendation.objects.filter(pk=pk), request.user, timezone.localdate())
    if page is None:
        raise Http404("There is no such recommendation.")
    return page
