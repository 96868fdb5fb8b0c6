"""Reports to the panel: asked for, written, read, signed."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from core.access import Permission, requires
from core.methods import show_and_save
from core.pdf import PdfError
from meetings.actions import agenda_reports as actions
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.exports.agenda_report import report_pdf
from meetings.forms.agenda_reports import AskForm, ReportForm, SignForm, contact_forms
from meetings.models import Report, ReportState
from meetings.report.agenda_linting import report_findings
from meetings.report.agenda_reports import (
    SAID,
    TO_DO,
    TO_RECORD,
    WAITS_FOR,
    may_sign,
    missing_of,
    next_step,
    reports_for,
    signs_for_another,
    steps_of,
    told,
    with_contacts,
)
from meetings.report.deadlines import deadlines
from meetings.views.agenda import for_officers, pdf_response
from meetings.views.agenda_items import numbered_item_or_404

for_writers = requires(Permission.WRITE_REPORTS)


@require_safe
@for_writers
def report_list(request: HttpRequest) -> HttpResponse:
    coming = reports_for(request.user).filter(paper__item__meeting__on__gte=timezone.localdate())
    reports = with_contacts(coming).order_by("paper__item__meeting__on", "paper__item__position", "pk")
    rows = [{"report": one, "missing": len(missing_of(one)), "waits_for": _waits_for(one)} for one in reports]
    return render(request, "meetings/reports/list.html", {"rows": rows})


@show_and_save
@for_officers
def report_ask(request: HttpRequest, pk: int) -> HttpResponse:
    item = numbered_item_or_404(pk)
    form = AskForm(request.POST or None, initial={"subject": item.title})
    if form.is_valid():
        try:
            report = actions.ask_for_report(item, by=request.user, **form.cleaned_data)
            messages.success(request, f"{report.author} is asked for the report “{report.subject}”.")
            return redirect("meetings:report_read", pk=report.pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return render(request, "meetings/reports/ask.html", {"form": form, "item": item})


@require_safe
@for_writers
def report_read(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, report_or_404(request, pk))


@show_and_save
@for_writers
def report_edit(request: HttpRequest, pk: int) -> HttpResponse:
    report = report_or_404(request, pk)
    data = request.POST if request.method == "POST" else None
    stored = {name: getattr(report, name) for name in ("version", *ReportForm.words)}
    form, contacts = ReportForm(data, initial=stored), contact_forms(report, data)
    theirs = None
    if data is not None and all([form.is_valid(), *(one.is_valid() for one in contacts.values())]):
        try:
            was_signed = actions.save_report(
                report,
                by=request.user,
                version=form.cleaned_data["version"],
                words=form.values(),
                contacts={role: one.cleaned_data for role, one in contacts.items()},
            )
            messages.success(request, _saved(report, was_signed=was_signed))
            return redirect("meetings:report_read", pk=pk)
        except ChangedMeanwhile as meanwhile:
            theirs = told(meanwhile.theirs)
            form.data = form.data.copy()
            form.data["version"] = str(meanwhile.theirs.version)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {
        "report": report,
        "forms": [form, *contacts.values()],
        "words": form,
        "contacts": list(contacts.values()),
        "theirs": theirs,
    }
    return render(request, "meetings/reports/edit.html", context, status=409 if theirs else 200)


@require_POST
@for_writers
def report_sign(request: HttpRequest, pk: int) -> HttpResponse:
    report = report_or_404(request, pk)
    form = SignForm(request.POST)
    if form.is_valid():
        try:
            actions.sign_report(report, by=request.user, **form.cleaned_data)
            messages.success(request, f"{SAID[ReportState(form.cleaned_data['step'])]}.")
            return redirect("meetings:report_read", pk=pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return _page(request, report, form=form)


@require_safe
@for_writers
def report_pdf_read(request: HttpRequest, pk: int) -> HttpResponse:
    report = report_or_404(request, pk)
    try:
        content = report_pdf(told(report), is_draft=report.state != ReportState.CLERK)
    except PdfError as fault:
        messages.error(request, str(fault))
        return redirect("meetings:report_read", pk=pk)
    return pdf_response(content, f"report-{report.pk}")


def report_or_404(request: HttpRequest, pk: int) -> Report:
    """Drafts of others are nothing that a writer knows of."""
    return get_object_or_404(with_contacts(reports_for(request.user)), pk=pk)


def _page(request: HttpRequest, report: Report, *, form: SignForm | None = None) -> HttpResponse:
    user, step, meeting = request.user, next_step(report), report.paper.item.meeting
    missing, for_another = missing_of(report), step is not None and signs_for_another(user, report, step)
    may_now = step is not None and not missing and may_sign(user, report, step)
    form = form or SignForm(initial={"step": step or "", "version": report.version})
    context: dict[str, Any] = {
        "report": told(report),
        "stored": report,
        "meeting": meeting,
        "missing": missing,
        "findings": report_findings(report),
        "waits_for": _waits_for(report),
        "steps": steps_of(report),
        "form": form if may_now else None,
        "asks_how": may_now and for_another,
        "sign": (TO_RECORD if for_another else TO_DO)[step] if step else "",
        "reports_on": deadlines(meeting).reports_on,
    }
    return render(request, "meetings/reports/report.html", context)


def _waits_for(report: Report) -> str:
    step = next_step(report)
    return WAITS_FOR[step] if step else ""


def _saved(report: Report, *, was_signed: bool) -> str:
    said = f"Saved: {report.subject}."
    return f"{said} The text has changed, so it is a draft again and is signed anew." if was_signed else said
