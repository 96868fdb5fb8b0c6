"""The meeting as a whole, while it sits."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from core.access import Permission, requires
from core.methods import show_and_save
from core.whole_numbers import whole_number
from meetings.actions import exclusions
from meetings.actions import sitting as actions
from meetings.actions.at_the_table import newest, why_it_rests
from meetings.actions.locks import Refused
from meetings.exempt_wording import exclusion_motion
from meetings.forms.sitting import AdjournForm, CloseForm, ExclusionForm, OpenForm, ReadmitForm
from meetings.models import Exclusion, Meeting
from meetings.report.attendance import is_attendance_begun, read_room
from meetings.report.quorum import no_quorum_refusal, quorum_of
from meetings.report.sitting import cautions, exclusions_of, exemptable, item_lines, movers_of
from meetings.views.sitting_attendance import meeting_or_404

for_clerks = requires(Permission.RECORD_MEETINGS)
TWICE_DECIDED = (
    "The meeting decided otherwise before on one of these items. Both decisions stand in the minutes: take one out "
    "below if it was recorded by mistake."
)
LAPSED = "Recorded: there was no quorum. The items go to the next meeting."
LOST = "Recorded: the quorum was lost. What was taken has its minutes; the rest goes to the next meeting."
DONE = {
    "open": ("The meeting is open.", "The meeting was opened already."),
    "adjourn": ("The meeting is adjourned.", "The meeting was adjourned already."),
    "resume": ("The meeting goes on.", "The meeting was resumed already."),
    "close": ("The meeting is closed.", "The meeting was closed already."),
}


@show_and_save
@for_clerks
def meeting_sit(request: HttpRequest, pk: int) -> HttpResponse:
    meeting, way = meeting_or_404(pk), request.POST.get("way", "")
    forms: dict[str, Any] = {"open": OpenForm(), "adjourn": AdjournForm(), "close": CloseForm()}
    if way in DONE:
        kind = type(forms.get(way, OpenForm()))
        forms[way] = kind(request.POST)
        if forms[way].is_valid():
            try:
                done = _acts(meeting, request)[way](**forms[way].cleaned_data)
                messages.success(request, DONE[way][0]) if done else messages.info(request, DONE[way][1])
                if way == "open" and done:
                    _tell_who_is_there(request, meeting_or_404(pk))
                return redirect("meetings:meeting_sit", pk)
            except Refused as refusal:
                forms[way].add_error(None, str(refusal))
    room, lines = read_room(meeting), item_lines(meeting)
    left = [line for line in lines if line.number and not line.item.outcome]
    context = {
        "meeting": meeting,
        "rests": why_it_rests(meeting),
        "lines": lines,
        "quorum": quorum_of(room, timezone.now()),
        "cautions": cautions(meeting),
        "exclusions": exclusions_of(meeting),
        "can_exclude": bool(exemptable(meeting)),
        "form": forms.get(way),
        "open_form": forms["open"],
        "adjourn_form": forms["adjourn"],
        "close_form": forms["close"],
        "readmit_form": ReadmitForm(),
        "left": len(left),
        "next_item": left[0] if left else None,
        "next_words": f"Take item {left[0].number}" if left else "",
    }
    return render(request, "meetings/sitting/meeting.html", context)


def _acts(meeting: Meeting, request: HttpRequest) -> dict[str, Callable[..., bool]]:
    by, now = request.user, timezone.now()
    return {
        "open": lambda at: actions.open_meeting(meeting, at=at, by=by, now=now),
        "adjourn": lambda reason: actions.adjourn_meeting(meeting, reason=reason, by=by),
        "resume": lambda at: actions.resume_meeting(meeting, by=by),
        "close": lambda at, rest: actions.close_meeting(
            meeting, at=at, rest_not_reached=rest, by=by, now=now
        ),
    }


def _tell_who_is_there(request: HttpRequest, meeting: Meeting) -> None:
    """A meeting may be opened before everybody is written down, but not without noticing."""
    quorum = quorum_of(read_room(meeting), timezone.now())
    if quorum.is_quorate:
        messages.info(request, quorum.sentence)
    else:
        messages.warning(request, f"{quorum.sentence} Record the attendance now.")


@show_and_save
@for_clerks
def exclusion_add(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = meeting_or_404(pk)
    items, people = exemptable(meeting), movers_of(read_room(meeting))
    begin = {
        "items": [item.pk for item in items],
        "paragraphs": sorted({one for item in items for one in item.paragraphs}),
        "after": newest(Exclusion.objects.filter(meeting=meeting)),
        "result": "yes",
    }
    form = ExclusionForm(request.POST or None, items=items, people=people, initial=begin)
    if form.is_valid():
        try:
            done = exclusions.record_exclusion(meeting, by=request.user, **form.values())
            said = "The public is excluded" if done.is_resolved else "The public stays"
            messages.success(request, f"{said}: the meeting's decision is recorded.")
            if exclusions.decided_otherwise(done):
                messages.warning(request, TWICE_DECIDED)
            return redirect("meetings:meeting_sit", pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    numbers = [line.number for line in item_lines(meeting) if line.item in items]
    motion = exclusion_motion(numbers, begin["paragraphs"]) if items else ""
    context = {"meeting": meeting, "form": form, "items": items, "motion": motion}
    return render(request, "meetings/sitting/exclusion.html", context)


@require_POST
@for_clerks
def exclusion_readmit(request: HttpRequest, pk: int) -> HttpResponse:
    exclusion = get_object_or_404(Exclusion.objects.select_related("meeting__body"), pk=pk)
    form = ReadmitForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Enter when the public was admitted again, like 11.45 am.")
    else:
        try:
            exclusions.readmit_public(exclusion, at=form.cleaned_data["readmitted"], by=request.user)
            messages.success(request, "Recorded: the public was admitted again.")
        except Refused as refusal:
            messages.error(request, str(refusal))
    return redirect("meetings:meeting_sit", exclusion.meeting_id)


@require_POST
@for_clerks
def exclusion_remove(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = meeting_or_404(pk)
    try:
        number = whole_number(request.POST.get("exclusion")) or 0
        done = exclusions.remove_exclusion(number, meeting, by=request.user)
        messages.success(request, "Taken out." if done else "It was taken out already.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("meetings:meeting_sit", pk)


@show_and_save
@for_clerks
def meeting_lapse(request: HttpRequest, pk: int) -> HttpResponse:
    """Asked first: it ends the meeting."""
    meeting, now = meeting_or_404(pk), timezone.now()
    has_taken = actions.has_taken(meeting)
    if request.method == "POST":
        try:
            if actions.lapse_meeting(meeting, by=request.user, now=now):
                messages.success(request, LOST if has_taken else LAPSED)
            else:
                messages.info(request, "It was recorded already that there was no quorum.")
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("meetings:attendance_record", pk)
    room = read_room(meeting)
    quorum = quorum_of(room, now)
    context = {
        "meeting": meeting,
        "quorum": quorum,
        "has_taken": has_taken,
        "why_not": no_quorum_refusal(quorum, meeting),
        "note": actions.lapse_note(meeting, quorum, now),
        "is_unrecorded": not is_attendance_begun(room),
        "items": actions.open_items(meeting),
        "following": actions.next_meeting(meeting),
    }
    return render(request, "meetings/sitting/lapse.html", context)
