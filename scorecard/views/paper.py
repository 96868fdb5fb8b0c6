"""The officers' way of a month to the panel: its paper, the words in it, the meeting, and publication."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from core.access import Permission, requires
from core.methods import show_and_save
from core.pdf import PdfError
from scorecard.exports.paper import paper_pdf
from scorecard.forms.panel import PartForm, PlanForm, PublishForm
from scorecard.publishing.locks import PUBLISHED, ReportRefused, WrittenMeanwhile
from scorecard.publishing.paper_text import edit_part, plan_report
from scorecard.publishing.publication import publish_report
from scorecard.report.months import Months
from scorecard.report.paper import every_part, read_paper
from scorecard.report.paper_words import FIELDS
from scorecard.report.readiness import read_readiness
from scorecard.views.no_month import of_month


@require_safe
@requires(Permission.PREPARE_REPORTS)
@of_month
def paper_read(request: HttpRequest, months: Months) -> HttpResponse:
    paper = read_paper(months, today=timezone.localdate())
    is_open = months.chosen.report_pk is None
    context = {
        "month": months.chosen,
        "paper": paper.data,
        "outdated": paper.outdated,
        "edit_month": months.chosen.slug if is_open else "",
        "shows_edits": True,
    }
    return render(request, "scorecard/paper/draft.html", context)


@require_safe
@requires(Permission.PREPARE_REPORTS)
@of_month
def paper_pdf_read(request: HttpRequest, months: Months) -> HttpResponse:
    paper = read_paper(months, today=timezone.localdate())
    try:
        content = paper_pdf(paper.data, is_draft=True)
    except PdfError as fault:
        messages.error(request, str(fault))
        return redirect("scorecard:paper_read", month=months.chosen.slug)
    headers = {"Content-Disposition": f'inline; filename="draft-scorecard-paper-{months.chosen.slug}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@show_and_save
@requires(Permission.PREPARE_REPORTS)
@of_month
def paper_edit(request: HttpRequest, months: Months, key: str) -> HttpResponse:
    paper = read_paper(months, today=timezone.localdate())
    part = every_part(paper.data).get(key)
    if part is None:
        raise Http404(f"The paper has no part called {key}.")
    stored = paper.edits.get(key)
    how = {"label": part["label"], "is_field": key in FIELDS}
    initial = {"text": part["text"], "version": stored.version if stored else 0}
    form = PartForm(request.POST, **how) if request.method == "POST" else PartForm(initial=initial, **how)
    theirs, refusal = None, ""
    if form.is_valid():
        try:
            _edit(request, months, part, form)
            return redirect("scorecard:paper_read", month=months.chosen.slug)
        except WrittenMeanwhile as meanwhile:
            theirs = meanwhile.theirs
            data = request.POST.copy()
            data["version"] = str(theirs.version if theirs else 0)
            form = PartForm(data, **how)
        except ReportRefused as refused:
            refusal = str(refused)
    elif months.chosen.report_pk is not None:
        refusal = PUBLISHED
    context = {"month": months.chosen, "part": part, "form": form, "theirs": theirs, "refusal": refusal}
    status = 409 if form.is_bound and (theirs or refusal) else 200
    return render(request, "scorecard/paper/edit.html", context, status=status)


def _edit(request: HttpRequest, months: Months, part: dict[str, Any], form: PartForm) -> None:
    text = "" if request.POST.get("way") == "restore" else form.cleaned_data["text"]
    kept = edit_part(months, part["key"], by=request.user, text=text, version=form.cleaned_data["version"])
    is_edited = kept is not None and kept.text
    words = "Your words stand in the paper" if is_edited else "The portal's own words stand in the paper"
    messages.success(request, f"{words}: {part['label']}.")


@show_and_save
@requires(Permission.PREPARE_REPORTS)
@of_month
def report_plan(request: HttpRequest, months: Months) -> HttpResponse:
    plan = read_paper(months, today=timezone.localdate()).plan
    form = PlanForm(request.POST) if request.method == "POST" else PlanForm(plan=plan)
    if form.is_valid():
        try:
            plan_report(months, by=request.user, **form.cleaned_data)
            messages.success(request, f"The plan for {months.chosen.label} is kept.")
            return redirect("scorecard:paper_read", month=months.chosen.slug)
        except ReportRefused as refusal:
            form.add_error("meeting_on", str(refusal))
    return render(request, "scorecard/paper/plan.html", {"month": months.chosen, "form": form})


@show_and_save
@requires(Permission.PUBLISH_REPORTS)
@of_month
def report_publish(request: HttpRequest, months: Months) -> HttpResponse:
    readiness = read_readiness(months, today=timezone.localdate())
    how = {"cautions": readiness.cautions, "fingerprint": readiness.fingerprint}
    form = PublishForm(request.POST, **how) if request.method == "POST" else PublishForm(**how)
    if request.method == "POST" and (form.is_valid() or readiness.obstacles):
        answers = form.cleaned_data if form.is_valid() else {}
        try:
            report = publish_report(
                months,
                by=request.user,
                seen=answers.get("seen", ""),
                ticked=answers.get("ticked", ()),
                note=answers.get("note", ""),
            )
            messages.success(
                request, f"Published: {report.period} to the panel on {date_format(report.meeting_on)}."
            )
            return redirect("scorecard:report_read", pk=report.pk)
        except (ReportRefused, PdfError) as refusal:
            messages.error(request, str(refusal))
            return redirect("scorecard:report_publish", month=months.chosen.slug)
    context = {
        "month": months.chosen,
        "readiness": readiness,
        "paper": readiness.paper.data,
        "form": None if readiness.obstacles else form,
    }
    return render(request, "scorecard/reports/publish.html", context)
