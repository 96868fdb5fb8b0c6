"""The attendance screen. A browser with scripts sends one line at a time and is answered in JSON; without, all."""

from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_POST

from core.access import Permission, requires
from core.methods import show_and_save
from core.whole_numbers import whole_number
from meetings.actions import attendance as actions
from meetings.actions.at_the_table import why_it_rests
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.forms.attendance import AddForm, LineForm, told
from meetings.models import Meeting, MeetingState
from meetings.presiding import sentence
from meetings.report.attendance import Room, read_room
from meetings.report.attendance_lines import (
    STATUSES,
    candidates,
    errors_in_words,
    groups_of,
    meanwhile,
    with_typed,
)
from meetings.report.quorum import no_quorum_refusal, quorum_of

for_clerks = requires(Permission.RECORD_MEETINGS)
Problems = dict[int, tuple[LineForm, str]]

MAY_NOT_PRESIDE = "Whoever presides is a county councillor on the panel who is recorded as present."
CHOSEN_MEANWHILE = "Somebody else chose who presides meanwhile. Look at it, then choose again."
WITHOUT_QUORUM = (MeetingState.RESERVED, MeetingState.CONFIRMED, MeetingState.SITTING, MeetingState.ADJOURNED)


@show_and_save
@for_clerks
def attendance_record(request: HttpRequest, pk: int) -> HttpResponse:
    meeting, now = meeting_or_404(pk), timezone.now()
    if request.method != "POST":
        return _page(request, meeting, now)
    if "take_off" in request.POST:
        return _taken_off(request, meeting)
    problems, saved = _saved(request, meeting, now)
    meeting = meeting_or_404(pk)
    if request.headers.get("Accept") == "application/json":
        return _in_json(request, meeting, now, problems, saved)
    if problems or request.POST.get("way") == "add":
        return _added_or_page(request, meeting, now, problems)
    messages.success(request, "The attendance is saved.")
    return redirect("meetings:attendance_record", pk)


@require_POST
@for_clerks
def presiding_set(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = meeting_or_404(pk)
    chosen, before = (whole_number(request.POST.get(name)) for name in ("person", "before"))
    allowed = {one.person for one in candidates(read_room(meeting)) if one.may_preside}
    if chosen is not None and chosen not in allowed:
        messages.error(request, MAY_NOT_PRESIDE)
        return redirect("meetings:attendance_record", pk)
    try:
        if actions.set_presiding(meeting, person=chosen, before=before, by=request.user):
            messages.error(request, CHOSEN_MEANWHILE)
        else:
            messages.success(request, "Who presides is recorded.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("meetings:attendance_record", pk)


def _saved(request: HttpRequest, meeting: Meeting, now: datetime) -> tuple[Problems, dict[int, Any]]:
    """What is right is saved; what is not stays on the page with what is the matter."""
    touched = [form for form in _lines(request, meeting, timezone.localdate(now)) if form.is_touched]
    problems = {one.person: (one, errors_in_words(one)) for one in touched if not one.is_valid()}
    right = {one.person: one for one in touched if one.is_valid()}
    try:
        changes = [one.change for one in right.values()]
        saved = actions.save_attendance(meeting, changes, by=request.user, now=now)
    except Refused as refusal:
        return problems | {person: (one, str(refusal)) for person, one in right.items()}, {}
    problems |= {person: (right[person], meanwhile(theirs)) for person, theirs in saved.theirs.items()}
    return problems, saved.lines


def _lines(request: HttpRequest, meeting: Meeting, today: date) -> list[LineForm]:
    sent = [name.removesuffix("-version") for name in request.POST if name.endswith("-version")]
    return [
        LineForm(request.POST, person=person, on=meeting.on, today=today)
        for person in map(whole_number, sent)
        if person
    ]


def _taken_off(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    person, _, version = request.POST["take_off"].partition(":")
    try:
        done = actions.take_off(
            meeting, whole_number(person) or 0, version=whole_number(version) or 0, by=request.user
        )
        messages.success(request, "Taken off the list." if done else "This person was off the list already.")
    except ChangedMeanwhile as meanwhile_changed:
        messages.error(request, meanwhile(meanwhile_changed.theirs))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("meetings:attendance_record", meeting.pk)


def _added_or_page(request: HttpRequest, meeting: Meeting, now: datetime, problems: Problems) -> HttpResponse:
    room = read_room(meeting)
    form = AddForm(
        request.POST if request.POST.get("way") == "add" else None,
        meeting=meeting,
        members=[place.person.pk for place in room.places],
    )
    if not problems and form.is_bound and form.is_valid():
        try:
            row, is_new = actions.add_attender(meeting, by=request.user, now=now, **form.values())
            said = "is on the list" if is_new else "was on the list already"
            messages.success(request, f"{row.person} {said}.")
            return redirect("meetings:attendance_record", meeting.pk)
        except Refused as why_not:
            form.add_error(None, str(why_not))
    status = 409 if problems else 200
    return _page(request, meeting, now, room=room, problems=problems, form=form, status=status)


def _in_json(
    request: HttpRequest, meeting: Meeting, now: datetime, problems: Problems, saved: dict[int, Any]
) -> HttpResponse:
    room = read_room(meeting)
    standing = {line.person: line for group in groups_of(room) for line in group.lines}
    lines = {
        person: {"text": "Saved", "version": row.version, "was": told(actions.record_of(row))}
        for person, row in saved.items()
    }
    for person, (form, text) in problems.items():
        lines[person] = {"text": text, "is_problem": True}
        if form.is_valid() and person in standing:
            lines[person] |= {"version": standing[person].version, "was": standing[person].was}
    parts = {
        name: render_to_string(f"meetings/sitting/_{name}.html", _about(room, now), request)
        for name in ("quorum", "presiding")
    }
    return JsonResponse({"lines": lines, "parts": parts})


def _page(
    request: HttpRequest,
    meeting: Meeting,
    now: datetime,
    *,
    room: Room | None = None,
    problems: Problems | None = None,
    form: AddForm | None = None,
    status: int = 200,
) -> HttpResponse:
    room = room or read_room(meeting)
    context = {
        "groups": with_typed(groups_of(room), problems or {}),
        "statuses": STATUSES,
        "rests": why_it_rests(meeting),
        "problems": problems,
        "form": form or AddForm(meeting=meeting, members=[place.person.pk for place in room.places]),
        **_about(room, now),
    }
    return render(request, "meetings/sitting/attendance.html", context, status=status)


def _about(room: Room, now: datetime) -> dict[str, Any]:
    """What changes with every line that is saved: the quorum, and who presides."""
    quorum, there = quorum_of(room, now), candidates(room)
    can_lapse = room.meeting.state in WITHOUT_QUORUM and not no_quorum_refusal(quorum, room.meeting)
    return {
        "meeting": room.meeting,
        "quorum": quorum,
        "can_lapse": can_lapse,
        "candidates": [one for one in there if one.may_preside],
        "presiding": sentence(there),
    }


def meeting_or_404(pk: int) -> Meeting:
    return get_object_or_404(Meeting.objects.select_related("body", "presided_by"), pk=pk)
