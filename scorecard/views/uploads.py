"""The officers' pages: the register of uploads, a new one, its check report and what is decided on it."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import Permission, requires
from scorecard.actions import (
    CheckOutOfDate,
    UploadRefused,
    approve_upload,
    cancel_upload,
    decline_upload,
    receive_upload,
    recheck_upload,
    submit_upload,
)
from scorecard.forms.uploads import ApproveForm, DeclineForm, SubmitForm, TemplateForm, UploadForm
from scorecard.imports.register import (
    NONE_IN_STATE,
    UploadPage,
    latest_month_wanted,
    months_in_words,
    register_rows,
    state_counts,
    state_filters,
    waiting_in_words,
)
from scorecard.imports.report import CheckReport
from scorecard.imports.template import template_workbook
from scorecard.models import UploadState, WorkbookUpload

UPLOADS_A_PAGE = 25
CONTENT_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv; charset=utf-8",
}
SENT = "Sent for approval. Another officer can now approve the figures or send them back."
OUT_OF_DATE = (
    "Not sent: the check was out of date, because figures, indicators or targets in the portal have changed since. "
    "The workbook has been checked again. Read the report as it is now, then send it."
)
# Whatever the file turns out to be, a browser neither runs nor keeps it.
UNTRUSTED = {"Content-Security-Policy": "default-src 'none'; sandbox", "Cache-Control": "private, no-store"}


@require_safe
@requires(Permission.READ_UPLOADS)
def upload_list(request: HttpRequest) -> HttpResponse:
    state = request.GET.get("state", "")
    state = state if state in UploadState.values else ""
    counts = state_counts()
    page = Paginator(register_rows(state), UPLOADS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [(upload, months_in_words(upload.month_ends)) for upload in page],
        "filters": state_filters(counts, state),
        "waiting": waiting_in_words(counts),
        "none_in_state": NONE_IN_STATE[UploadState(state)] if state else "",
        "state": UploadState(state).label if state else "",
        "previous": _neighbour(request, page.number - 1) if page.has_previous() else None,
        "next": _neighbour(request, page.number + 1) if page.has_next() else None,
    }
    return render(request, "scorecard/uploads/list.html", context)


def _neighbour(request: HttpRequest, number: int) -> dict[str, str]:
    query = request.GET.copy()
    query["page"] = str(number)
    return {"href": f"?{query.urlencode()}"}


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.UPLOAD_FIGURES)
def upload_create(request: HttpRequest) -> HttpResponse:
    latest = cache(lambda: latest_month_wanted(timezone.localdate()))
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm(*sent, latest=latest)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            upload = receive_upload(
                file.read(),
                original_name=file.name,
                by=request.user,
                is_history=form.cleaned_data["is_history"],
                for_month=form.cleaned_data["month"],
            )
            return redirect("scorecard:upload_detail", pk=upload.pk)
        except UploadRefused as refusal:
            form.add_error("file", str(refusal))
    context = {"form": form, "months": TemplateForm(latest=latest(), auto_id="template_%s")}
    return render(request, "scorecard/uploads/create.html", context, status=413 if form.is_too_large else 200)


@require_safe
@requires(Permission.READ_UPLOADS)
def upload_detail(request: HttpRequest, pk: int) -> HttpResponse:
    return _detail(request, _upload(pk))


def _detail(request: HttpRequest, upload: WorkbookUpload, form: Any = None) -> HttpResponse:
    """`form` is the one that came back with mistakes."""
    page = UploadPage(upload, request.user)
    context: dict[str, Any] = {"page": page, "upload": upload, "report": page.report, "form": form}
    if page.may_submit:
        submit = {"report": page.report, "fingerprint": upload.fingerprint}
        context["submit_form"] = form if isinstance(form, SubmitForm) else SubmitForm(None, **submit)
    if page.may_decide:
        context["approve_form"] = ApproveForm(initial={"seen": upload.fingerprint})
        context["decline_form"] = form if isinstance(form, DeclineForm) else DeclineForm()
    return render(request, "scorecard/uploads/detail.html", context)


@require_POST
@requires(Permission.UPLOAD_FIGURES)
def upload_submit(request: HttpRequest, pk: int) -> HttpResponse:
    upload = _upload(pk)
    page = UploadPage(upload, request.user)
    form = SubmitForm(request.POST, report=page.report, fingerprint=upload.fingerprint)
    if not form.is_valid() and page.may_submit:
        return _detail(request, upload, form)
    try:
        submit_upload(upload, by=request.user, **{"seen": ""} | form.cleaned_data)
        messages.success(request, SENT)
    except CheckOutOfDate:
        return _check_again(request, upload, note=form.cleaned_data.get("note", ""))
    except UploadRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("scorecard:upload_detail", pk=pk)


def _check_again(request: HttpRequest, upload: WorkbookUpload, *, note: str) -> HttpResponse:
    """The report as it is now; the note that was typed stands there still."""
    try:
        upload = recheck_upload(upload, by=request.user)
    except UploadRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("scorecard:upload_detail", pk=upload.pk)
    messages.error(request, OUT_OF_DATE)
    report = CheckReport.from_json(upload.report)
    form = SubmitForm(None, report=report, fingerprint=upload.fingerprint, note=note)
    return _detail(request, upload, form)


@require_POST
@requires(Permission.APPROVE_FIGURES)
def upload_approve(request: HttpRequest, pk: int) -> HttpResponse:
    upload, seen = _upload(pk), request.POST.get("seen", "")
    return _done(
        request,
        upload,
        lambda: approve_upload(upload, by=request.user, seen=seen),
        "Approved. The figures stand from now on.",
    )


@require_POST
@requires(Permission.APPROVE_FIGURES)
def upload_decline(request: HttpRequest, pk: int) -> HttpResponse:
    upload, form = _upload(pk), DeclineForm(request.POST)
    if not form.is_valid() and UploadPage(upload, request.user).may_decide:
        return _detail(request, upload, form)
    return _done(
        request,
        upload,
        lambda: decline_upload(upload, by=request.user, note=form.cleaned_data.get("note", "")),
        "Sent back. No figure was changed.",
    )


@require_POST
@requires(Permission.UPLOAD_FIGURES)
def upload_recheck(request: HttpRequest, pk: int) -> HttpResponse:
    upload = _upload(pk)
    return _done(
        request,
        upload,
        lambda: recheck_upload(upload, by=request.user),
        "Checked again against what the portal holds now.",
    )


@require_POST
@requires(Permission.UPLOAD_FIGURES)
def upload_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    upload = _upload(pk)
    return _done(
        request, upload, lambda: cancel_upload(upload, by=request.user), "Cancelled. No figure was changed."
    )


@require_safe
@requires(Permission.READ_UPLOADS)
def upload_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The original as it was sent; the limits on uploads keep it small enough to send whole."""
    upload = _upload(pk)
    try:
        with upload.file.open("rb") as file:
            content = file.read()
    except (ValueError, FileNotFoundError):
        raise Http404("The file of this upload was not kept.") from None
    disposition = content_disposition_header(as_attachment=True, filename=upload.original_name)
    return HttpResponse(
        content,
        content_type=CONTENT_TYPES[upload.extension],
        headers=UNTRUSTED | {"Content-Disposition": disposition},
    )


@require_safe
@requires(Permission.UPLOAD_FIGURES)
def template_download(request: HttpRequest) -> HttpResponse:
    form = TemplateForm(request.GET, latest=latest_month_wanted(timezone.localdate()))
    if not form.is_valid():
        raise Http404("There is no template for that month.")
    month = form.cleaned_data["month"]
    name = f"scorecard-{month:%Y-%m}.xlsx"
    return HttpResponse(
        template_workbook(month),
        content_type=CONTENT_TYPES["xlsx"],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _upload(pk: int) -> WorkbookUpload:
    return get_object_or_404(
        WorkbookUpload.objects.select_related("uploaded_by", "decided_by", "withdrawn_by"), pk=pk
    )


def _done(
    request: HttpRequest, upload: WorkbookUpload, act: Callable[[], WorkbookUpload], message: str
) -> HttpResponse:
    """Does it, says how it went, and leads back to the report."""
    try:
        act()
        messages.success(request, message)
    except UploadRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("scorecard:upload_detail", pk=upload.pk)
