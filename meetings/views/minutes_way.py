"""The way of minutes: to the chairman and back, published, withdrawn, approved by a later meeting, signed."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from core.access import Permission, may
from core.pdf import PdfError
from meetings.actions import minutes_approval as approval
from meetings.actions import minutes_check as check
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.date_words import plain_date
from meetings.forms.minutes_way import (
    AgreedForm,
    ApproveForm,
    ChangesForm,
    Corrections,
    SignForm,
    WithdrawForm,
)
from meetings.minutes_readers import checks_minutes
from meetings.models import Meeting, MeetingMinutes
from meetings.report.minutes_material import minutes_findings
from meetings.report.minutes_series import printed_numbers
from meetings.views.minutes_writing import for_clerks, record_or_404, show_and_save

ALREADY = "That was done already."
CHANGED = (
    "Somebody else changed these minutes since the page was loaded. Look at them, then approve them again."
)

OUT_ALREADY = (
    "The minutes of {} are published already. See that their approving minute names these corrections: {}."
)
AND_PUBLISHED = "withdraw them from publication, change the minute and publish them again"
AND_APPROVED = "they are approved too, so that only a new minute can put it right"


@require_POST
@for_clerks
def minutes_send(request: HttpRequest, pk: int) -> HttpResponse:
    said = "The minutes are with the chairman."
    return _do(request, pk, lambda record: check.send_to_chairman(record, by=request.user), said)


@require_POST
@for_clerks
def minutes_recall(request: HttpRequest, pk: int) -> HttpResponse:
    said = "The minutes can be changed again."
    return _do(request, pk, lambda record: check.take_back(record, by=request.user), said)


@require_POST
def minutes_agree(request: HttpRequest, pk: int) -> HttpResponse:
    """The chairman's own click; an officer says how they know."""
    record = checked_or_404(request, pk)
    form = AgreedForm(request.POST)
    is_chairman = checks_minutes(request.user, record)
    if not is_chairman and not form.is_valid():
        messages.error(request, form.errors["note"][0])
        return _back(request, record)
    note = "" if is_chairman else form.cleaned_data["note"]

    def act(one: MeetingMinutes) -> bool:
        return check.agree(one, note=note, by=request.user, now=timezone.now())

    return _do(request, pk, act, "Recorded: the chairman agrees to these minutes.")


@require_POST
def minutes_return(request: HttpRequest, pk: int) -> HttpResponse:
    record = checked_or_404(request, pk)
    form = ChangesForm(request.POST)
    if not form.is_valid():
        messages.error(request, form.errors["note"][0])
        return _back(request, record)
    note = form.cleaned_data["note"]
    said = "Sent back to the officers, with what is to change."
    return _do(
        request, pk, lambda one: check.ask_for_changes(one, note=note, by=request.user), said, to_meeting=True
    )


@show_and_save
@for_clerks
def minutes_publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Asked first, with all that the checks found."""
    record = record_or_404(pk)
    if request.method == "POST":

        def act(one: MeetingMinutes) -> bool:
            return check.publish_minutes(one, by=request.user, now=timezone.now())

        return _do(request, pk, act, "The minutes are published as draft. Their numbers are drawn.")
    findings = minutes_findings(record)
    minutes = list(record.minutes.all())
    context = {
        "record": record,
        "meeting": record.meeting,
        "blocks": [finding for finding in findings if finding.is_block],
        "warnings": [finding for finding in findings if not finding.is_block],
        "numbers": [number for number in printed_numbers(record.meeting, minutes) if number],
        "is_agreed": record.state == "chairman" and record.agreed_at is not None,
    }
    return render(request, "meetings/minutes/publish.html", context)


@show_and_save
@for_clerks
def minutes_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    record = record_or_404(pk)
    form = WithdrawForm(request.POST or None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        said = "The minutes are withdrawn. Nobody but the officers reads them now."
        return _do(request, pk, lambda one: check.withdraw_minutes(one, reason=reason, by=request.user), said)
    context = {"meeting": record.meeting, "form": form}
    return render(request, "meetings/minutes/withdraw.html", context)


@show_and_save
@for_clerks
def minutes_approve(request: HttpRequest, pk: int) -> HttpResponse:
    record = record_or_404(pk)
    meetings = approval.approving_meetings(record)
    data = request.POST if request.method == "POST" else None
    form = ApproveForm(data, record=record, meetings=meetings, initial={"version": record.version})
    rows = Corrections(data, form_kwargs={"record": record}, prefix="corrections")
    if form.is_valid() and rows.is_valid():
        try:
            is_new = approval.approve_minutes(
                record, corrections=_wanted(rows), by=request.user, **form.cleaned_data
            )
            messages.success(
                request, "The minutes are approved. They stay as they are now." if is_new else ALREADY
            )
            _warn_of_what_is_out(request, form.cleaned_data["at"], pk)
            return redirect("meetings:minutes_write", pk=pk)
        except ChangedMeanwhile as meanwhile:
            form.data = form.data.copy()
            form.data["version"] = str(meanwhile.theirs.version)
            form.add_error(None, CHANGED)
        except (Refused, PdfError) as refusal:
            form.add_error(None, str(refusal))
    context = {"record": record, "meeting": record.meeting, "form": form, "rows": rows, "meetings": meetings}
    return render(request, "meetings/minutes/approve.html", context)


@show_and_save
@for_clerks
def minutes_sign(request: HttpRequest, pk: int) -> HttpResponse:
    record = record_or_404(pk)
    meetings = approval.signing_meetings(record)
    form = SignForm(request.POST or None, meetings=meetings)
    if form.is_valid():
        at = form.cleaned_data["at"]
        return _do(
            request, pk, lambda one: approval.sign_minutes(one, at=at, by=request.user), "Recorded: signed."
        )
    context = {"record": record, "meeting": record.meeting, "form": form, "meetings": meetings}
    return render(request, "meetings/minutes/sign.html", context)


def checked_or_404(request: HttpRequest, pk: int) -> MeetingMinutes:
    """For the chairman and for officers; nobody else knows of the check."""
    record = record_or_404(pk)
    if not (may(request.user, Permission.RECORD_MEETINGS) or checks_minutes(request.user, record)):
        raise Http404("These minutes are not yours to check.")
    return record


def _do(
    request: HttpRequest,
    pk: int,
    act: Callable[[MeetingMinutes], bool],
    said: str,
    *,
    to_meeting: bool = False,
) -> HttpResponse:
    record = record_or_404(pk)
    try:
        messages.success(request, said if act(record) else ALREADY)
    except Refused as refusal:
        messages.error(request, str(refusal))
    if to_meeting and not may(request.user, Permission.RECORD_MEETINGS):
        return redirect("meetings:meeting_read", pk=pk)  # the minutes are not theirs to read any more
    return _back(request, record)


def _back(request: HttpRequest, record: MeetingMinutes) -> HttpResponse:
    name = "minutes_write" if may(request.user, Permission.RECORD_MEETINGS) else "minutes_read"
    return redirect(f"meetings:{name}", pk=record.meeting_id)


def _warn_of_what_is_out(request: HttpRequest, at: Meeting, pk: int) -> None:
    """The approving minute may be published already, and say nothing of what was corrected."""
    out = MeetingMinutes.objects.filter(meeting=at).select_related("meeting").first()
    if out and out.is_public and record_or_404(pk).amendment:
        how = AND_APPROVED if out.is_approved else AND_PUBLISHED
        messages.warning(request, OUT_ALREADY.format(plain_date(at.on), how))


def _wanted(rows: Any) -> list[approval.Wanted]:
    given = [row for row in rows.cleaned_data if row.get("minute")]
    return [approval.Wanted(row["minute"].pk, row["was"], row["becomes"]) for row in given]
