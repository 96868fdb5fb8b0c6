"""The panel's paper "Progress to date": what it says is for everybody."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.pdf import PdfError
from recommendations.exports.progress import progress_pdf
from recommendations.report.progress_paper import progress_context


@login_not_required
@require_safe
def progress_read(request: HttpRequest) -> HttpResponse:
    return render(request, "recommendations/progress/page.html", progress_context(timezone.localdate()))


@login_not_required
@require_safe
def progress_print(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    try:
        content = progress_pdf(today)
    except PdfError as fault:
        messages.error(request, str(fault))
        return redirect("recommendations:progress_read")
    name = f"progress-on-recommendations-{today}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "private, no-cache"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
