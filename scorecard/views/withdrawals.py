"""The page that shows what withdrawing an applied upload would do, and does it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from core.access import Permission, requires
from scorecard.actions import UploadRefused
from scorecard.forms.uploads import WithdrawForm
from scorecard.imports.register import UploadPage
from scorecard.models import WorkbookUpload
from scorecard.withdrawing import withdraw_upload, withdrawal_of


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.APPROVE_FIGURES)
def upload_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    upload = get_object_or_404(WorkbookUpload.objects.select_related("uploaded_by", "decided_by"), pk=pk)
    page = UploadPage(upload, request.user)
    if not page.may_withdraw and request.method != "POST":
        return redirect("scorecard:upload_detail", pk=pk)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_bound and (form.is_valid() or not page.may_withdraw):
        return _withdraw(request, upload, form)
    withdrawal = withdrawal_of(upload)
    form.initial["seen"] = withdrawal.seen
    context = {"upload": upload, "page": page, "withdrawal": withdrawal, "form": form}
    return render(request, "scorecard/uploads/withdraw.html", context)


def _withdraw(request: HttpRequest, upload: WorkbookUpload, form: WithdrawForm) -> HttpResponse:
    try:
        withdraw_upload(upload, by=request.user, **{"reason": "", "seen": ""} | form.cleaned_data)
        messages.success(request, "Withdrawn. What stood before stands again.")
    except UploadRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("scorecard:upload_detail", pk=upload.pk)
