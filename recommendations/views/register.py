"""The register of recommendations: for everybody, since what was asked of the council is public."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.pdf import PdfError
from recommendations.exports import FORMATS
from recommendations.forms.register import RegisterFilter
from recommendations.models import Recommendation
from recommendations.report.counts import Counts, count, finding
from recommendations.report.lines import lines
from recommendations.report.row_words import STALE
from recommendations.report.standing import Row, register

ON_A_PAGE = 50


@login_not_required
@require_safe
def recommendation_list(request: HttpRequest) -> HttpResponse:
    rows, form = _register(request)
    shown = form.narrow(rows)
    counts = count(rows)
    page = Paginator(shown, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": rows,
        "shown": shown,
        "page": page,
        "lines": lines(page.object_list, without=STALE if counts.is_all_stale else ""),
        "filter": form,
        "counts": counts,
        "finding": finding(counts),
        "ways": _ways(counts, form),
        "formats": FORMATS,
        "query": _query(request),
    }
    return render(request, "recommendations/register/list.html", context)


@login_not_required
@require_safe
def register_download(request: HttpRequest, extension: str) -> HttpResponseBase:
    """As narrowed by the address, and always all of it."""
    rows, form = _register(request)
    try:
        content = FORMATS[extension].chunks(form.narrow(rows))
    except PdfError as fault:
        messages.error(request, str(fault))
        return redirect("recommendations:recommendation_list")
    how = "inline" if extension == "pdf" else "attachment"
    name = f"recommendations-{timezone.localdate()}.{extension}"
    headers = {"Content-Disposition": f'{how}; filename="{name}"', "Cache-Control": "private, no-cache"}
    return StreamingHttpResponse(content, content_type=FORMATS[extension].content_type, headers=headers)


def _register(request: HttpRequest) -> tuple[list[Row], RegisterFilter]:
    rows = register(Recommendation.objects.all(), timezone.localdate())
    return rows, RegisterFilter(request.GET, rows=rows)


def _query(request: HttpRequest) -> str:
    given = request.GET.copy()
    given.pop("page", None)
    return given.urlencode()


def _ways(counts: Counts, form: RegisterFilter) -> list[dict[str, Any]]:
    """The counts as links that narrow the register, each on its own."""
    wanted = [("", "All", counts.counted + counts.outside)]
    wanted += [(f"state={status}", status.label, number) for status, number in counts.by_delivery.items()]
    closed = sum(counts.closed.values())
    wanted += [
        (query, label, number)
        for query, label, number in (
            ("state=closed", "Closed", closed),
            ("lateness=overdue", "Overdue", counts.overdue),
            ("sign=stale", STALE, counts.stale),
        )
        if number
    ]
    now = "&".join(f"{name}={form.data[name]}" for name in form.fields if form.data.get(name))
    return [
        {"href": f"?{query}", "text": f"{label}: {number}", "current": query == now}
        for query, label, number in wanted
    ]
