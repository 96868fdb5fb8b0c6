"""What the panel saw: the published reports, one of them beside what stands now, and its PDF as it was."""

import json
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import quote_etag
from django.views.decorators.http import condition, require_http_methods, require_safe

from core.access import Permission, may, requires
from people.models import User
from scorecard.forms.panel import WithdrawForm
from scorecard.models import PanelReport, ReportPlan
from scorecard.publishing.locks import ReportRefused
from scorecard.publishing.publication import withdraw_report
from scorecard.report.months import all_months
from scorecard.report.revised_since import how_revised, revised_since
from scorecard.report.seen_by_panel import latest_month_seen


def _visible_to(user: User) -> Any:
    """Who prepares reports reads the withdrawn ones too."""
    reports = PanelReport.objects.select_related("period", "made_by", "withdrawn_by")
    return reports if may(user, Permission.PREPARE_REPORTS) else reports.standing()


@require_safe
@requires(Permission.READ_SCORECARD)
def report_list(request: HttpRequest) -> HttpResponse:
    waiting = []
    if may(request.user, Permission.PREPARE_REPORTS):
        latest = latest_month_seen()
        waiting = [month for month in all_months() if latest is None or month.ends_on > latest]
    meetings = dict(ReportPlan.objects.values_list("period__ends_on", "meeting_on")) if waiting else {}
    context = {
        "reports": _visible_to(request.user).without_document(),
        "waiting": [(month, meetings.get(month.ends_on)) for month in waiting],
    }
    return render(request, "scorecard/reports/list.html", context)


@require_safe
@requires(Permission.READ_SCORECARD)
def report_read(request: HttpRequest, pk: int) -> HttpResponse:
    report = get_object_or_404(_visible_to(request.user).defer("pdf"), pk=pk)
    revised = revised_since(report) if report.has_document else []
    context = {
        "report": report,
        "paper": json.loads(report.content) if report.has_document else None,
        "revised": revised,
        "how_revised": how_revised(revised),
        "edit_month": "",
        "shows_edits": may(request.user, Permission.PREPARE_REPORTS),
    }
    return render(request, "scorecard/reports/report.html", context)


def _etag(request: HttpRequest, pk: int) -> str | None:
    if not may(request.user, Permission.READ_SCORECARD):
        return None
    found = _visible_to(request.user).filter(pk=pk).values_list("pdf_sha256", flat=True).first()
    return quote_etag(found) if found else None


@require_safe
@requires(Permission.READ_SCORECARD)
@condition(etag_func=_etag)
def report_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The very bytes that were published."""
    report = get_object_or_404(_visible_to(request.user).defer("content"), pk=pk)
    if not report.has_document:
        raise Http404("This report was made outside the portal.")
    name = f"scorecard-paper-{report.period.slug}.pdf"
    return HttpResponse(
        bytes(report.pdf),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "private, no-cache"},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.PUBLISH_REPORTS)
def report_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    report = get_object_or_404(_visible_to(request.user).without_document(), pk=pk)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_report(report, by=request.user, reason=form.cleaned_data["reason"])
            messages.success(request, f"Withdrawn: {report}. Officers can still read it.")
        except ReportRefused as refusal:
            messages.error(request, str(refusal))
        return redirect("scorecard:report_read", pk=pk)
    return render(request, "scorecard/reports/withdraw.html", {"report": report, "form": form})
