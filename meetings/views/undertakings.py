"""The register of undertakings: for everybody signed in what published minutes say, for officers all of it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.access import Permission, may, requires
from core.methods import show_and_save
from core.pdf import PdfError
from meetings.actions import undertakings as actions
from meetings.actions.at_the_table import newest
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.date_words import plain_date
from meetings.exports.undertakings import register_csv, register_pdf
from meetings.forms.sitting_items import UndertakingForm
from meetings.forms.undertakings import RegisterFilter, ReportForm
from meetings.models import Undertaking
from meetings.report.undertakings import Kept, due_warning, keeps_all, kept, readable, without_exempt


@require_safe
def undertaking_list(request: HttpRequest) -> HttpResponse:
    register, form = _register(request)
    shown = form.narrow(register)
    context = {
        "register": register,
        "shown": shown,
        "filter": form,
        "overdue": sum(one.is_overdue for one in register),
        "is_officer": keeps_all(request.user),
        "query": request.GET.urlencode(),
    }
    return render(request, "meetings/undertakings/list.html", context)


@require_safe
def register_download(request: HttpRequest) -> HttpResponse:
    register, form = _register(request, in_a_file=True)
    content = register_csv(form.narrow(register), is_officer=keeps_all(request.user))
    return _file(content, "text/csv; charset=utf-8", "attachment", "csv")


@require_safe
def register_print(request: HttpRequest) -> HttpResponse:
    register, form = _register(request, in_a_file=True)
    try:
        content = register_pdf(form.narrow(register), day=plain_date(timezone.localdate()))
    except PdfError as fault:
        messages.error(request, str(fault))
        return redirect("meetings:undertaking_list")
    return _file(content, "application/pdf", "inline", "pdf")


@require_safe
def undertaking_read(request: HttpRequest, pk: int) -> HttpResponse:
    one = _one_or_404(request, pk)
    context = {
        "one": one,
        "row": one.undertaking,
        "is_officer": keeps_all(request.user),
        "can_report": actions.may_report(request.user, one.undertaking),
        "can_edit": may(request.user, Permission.RECORD_MEETINGS),
    }
    return render(request, "meetings/undertakings/undertaking.html", context)


@show_and_save
def undertaking_report(request: HttpRequest, pk: int) -> HttpResponse:
    """By officers, or whoever holds the post."""
    one = _one_or_404(request, pk)
    if not actions.may_report(request.user, one.undertaking):
        raise PermissionDenied(actions.NOT_YOURS)
    after = newest(one.undertaking.updates.all())
    form = ReportForm(request.POST or None, undertaking=one.undertaking, after=after)
    if form.is_valid():
        try:
            actions.report_progress(one.undertaking, by=request.user, **form.cleaned_data)
            messages.success(request, "Your report is added.")
            return redirect("meetings:undertaking_read", pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return render(
        request, "meetings/undertakings/report.html", {"one": one, "row": one.undertaking, "form": form}
    )


@show_and_save
@requires(Permission.RECORD_MEETINGS)
def undertaking_edit(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(Undertaking.objects.select_related("item__meeting__body"), pk=pk)
    form = UndertakingForm(request.POST or None, item=row.item, initial=UndertakingForm.stored(row))
    context: dict[str, Any] = {"row": row, "form": form}
    status = 200
    if form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            changed = actions.change_undertaking(row, version=version, by=request.user, **form.values())
            messages.success(request, "The undertaking is saved.")
            if caution := due_warning(changed):
                messages.warning(request, caution)
            return redirect("meetings:undertaking_read", pk)
        except ChangedMeanwhile as meanwhile:
            data = request.POST.copy()
            data["version"] = str(meanwhile.theirs.version)
            context |= {"form": UndertakingForm(data, item=row.item), "theirs": meanwhile.theirs}
            status = 409
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return render(request, "meetings/undertakings/edit.html", context, status=status)


def _register(request: HttpRequest, *, in_a_file: bool = False) -> tuple[list[Kept], RegisterFilter]:
    user = request.user
    rows = readable(user, actions.posts_of(user))
    register = kept(rows, timezone.localdate(), drafts=keeps_all(user))
    if in_a_file and not keeps_all(user):
        register = without_exempt(register)
    return register, RegisterFilter(request.GET, register=register)


def _one_or_404(request: HttpRequest, pk: int) -> Kept:
    """What a reader may not know of is not there."""
    user = request.user
    rows = readable(user, actions.posts_of(user)).filter(pk=pk)
    found = kept(rows, timezone.localdate(), drafts=keeps_all(user))
    if not found:
        raise Http404("There is no such undertaking.")
    return found[0]


def _file(content: bytes, kind: str, how: str, extension: str) -> HttpResponse:
    name = f"undertakings-{timezone.localdate()}.{extension}"
    headers = {"Content-Disposition": f'{how}; filename="{name}"', "Cache-Control": "private, no-cache"}
    return HttpResponse(content, content_type=kind, headers=headers)
