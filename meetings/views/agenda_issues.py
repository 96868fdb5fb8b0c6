"""Issuing an agenda, and what was issued: the public reads every issue, the latest and those before it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import quote_etag
from django.views.decorators.http import condition, require_safe

from core.methods import show_and_save
from core.pdf import PdfError
from meetings.actions.agenda_issue import issue_agenda, shorten_notice
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.forms.agenda_issue import IssueForm, ShorterNoticeForm
from meetings.models import AgendaIssue, IssueKind, Pack
from meetings.report.agenda import front_sheet
from meetings.report.agenda_issues import agenda_verdict
from meetings.report.agenda_issuing import prepare, printed_lines
from meetings.report.agenda_lines import going_out
from meetings.views.agenda import for_officers, meeting_or_404, pdf_response

SAID = {
    IssueKind.MAIN: "The agenda is issued. The public can read it.",
    IssueKind.SUPPLEMENT: "The supplement is issued. The public can read it.",
    IssueKind.REISSUE: "The agenda is issued again. The issues before it stay readable.",
}


@show_and_save
@for_officers
def agenda_issue(request: HttpRequest, pk: int) -> HttpResponse:
    meeting, today = meeting_or_404(pk), timezone.localdate()
    prepared = prepare(meeting, today=today)
    form = IssueForm(request.POST if request.method == "POST" else None, prepared=prepared)
    if form.is_valid():
        try:
            issue = issue_agenda(meeting.pk, by=request.user, **form.values())
            messages.success(request, SAID[IssueKind(issue.kind)])
            return redirect("meetings:issue_read", pk=pk, number=issue.number)
        except (Refused, PdfError) as refusal:
            form.add_error(None, str(refusal))
    context = {
        "meeting": meeting,
        "prepared": prepared,
        "form": form,
        "is_ready": bool(prepared.lines) and not prepared.missing and not prepared.is_issued_already,
        "going_out": going_out(prepared.lines),
        "verdict": agenda_verdict(meeting, issued_on=today),
    }
    return render(request, "meetings/agenda/issue.html", context)


@show_and_save
@for_officers
def notice_shorten(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = meeting_or_404(pk)
    stored = {"on": meeting.convened_on or timezone.localdate(), "reason": meeting.short_notice_reason}
    form = ShorterNoticeForm(request.POST or None, initial=stored | {"version": meeting.version})
    theirs = []
    if form.is_valid():
        try:
            shorten_notice(meeting.pk, by=request.user, **form.cleaned_data)
            messages.success(request, "The meeting is called at shorter notice.")
            return redirect("meetings:agenda_draft", pk=pk)
        except ChangedMeanwhile as meanwhile:
            theirs = [
                ("Why it is called at shorter notice", meanwhile.theirs.short_notice_reason or "Nothing")
            ]
            form.data = form.data.copy()
            form.data["version"] = str(meanwhile.theirs.version)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {"meeting": meeting, "form": form, "theirs": theirs}
    return render(request, "meetings/agenda/notice.html", context, status=409 if theirs else 200)


@require_safe
@login_not_required
def issue_read(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Word for word as it was published; what was exempt is not in it."""
    issues = list(_issues(pk).defer("pdf").select_related("meeting__body"))
    issue = next((one for one in issues if one.number == number), None)
    if issue is None:
        raise Http404("No such agenda was issued.")
    context = {
        "issue": issue,
        "meeting": issue.meeting,
        "sheet": printed_lines(front_sheet(issue.meeting, as_issued=issue)),
        "others": [one for one in reversed(issues) if one != issue],
        "is_latest": issue == issues[-1],
        "waits_for_pack": issue == issues[-1] and not Pack.objects.filter(issue=issue).exists(),
    }
    return render(request, "meetings/agenda/issued.html", context)


def _etag(request: HttpRequest, pk: int, number: int) -> str | None:
    found = _issues(pk).filter(number=number).values_list("pdf_sha256", flat=True).first()
    return quote_etag(found) if found else None


@require_safe
@login_not_required
@condition(etag_func=_etag)
def issue_pdf(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The very bytes that were published."""
    issue = get_object_or_404(_issues(pk).select_related("meeting"), number=number)
    if issue.pdf is None:
        raise Http404("The portal keeps no PDF of this agenda.")
    return pdf_response(bytes(issue.pdf), f"agenda-{issue.meeting.on}-{number}")


def _issues(meeting_pk: int):
    return AgendaIssue.objects.filter(meeting=meeting_pk).order_by("number")
