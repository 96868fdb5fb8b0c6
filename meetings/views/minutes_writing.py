"""The clerk's desk: minutes begun from the agenda, and one of them open in the box."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from core.access import Permission, requires
from core.methods import show_and_save
from core.richtext import difference
from core.whole_numbers import whole_number
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.actions.minutes_approval import approving_meetings
from meetings.actions.minutes_decisions import accept, add_usual, newest_of
from meetings.actions.minutes_start import STARTED_FROM, start_minutes
from meetings.actions.minutes_text import (
    WORDS,
    add_minute,
    keep_theirs,
    move_minute,
    remove_minute,
    save_minute,
    set_items,
)
from meetings.date_words import clock
from meetings.forms.minutes import EXEMPT, OPEN, MinuteForm, MinuteItemsForm, NewMinuteForm
from meetings.linter.findings import Finding
from meetings.models import Meeting, MeetingMinutes, Minute, MinutesState
from meetings.report.minutes_desk import decided_at, decided_paragraphs, read_desk
from meetings.report.minutes_list import held_meetings
from meetings.report.minutes_material import minutes_findings
from meetings.report.minutes_standing import standing_of
from meetings.views.saving import Done, page, save_or_show

for_clerks = requires(Permission.RECORD_MEETINGS)
MEANWHILE = "Somebody else changed this minute while you wrote. Save yourself, to see both texts."


@require_safe
@for_clerks
def minutes_list(request: HttpRequest) -> HttpResponse:
    return render(request, "meetings/minutes/list.html", {"meetings": held_meetings()})


@require_safe
@for_clerks
def minutes_write(request: HttpRequest, pk: int) -> HttpResponse:
    """All minutes of the meeting, how far they have come, and the next step."""
    meeting = get_object_or_404(Meeting.objects.select_related("body"), pk=pk)
    context = {"meeting": meeting, "may_begin": meeting.state in STARTED_FROM}
    record = MeetingMinutes.objects.filter(meeting=pk).exists() and record_or_404(pk)
    if record:
        context |= {
            "desk": read_desk(record),
            "standing": standing_of(record),
            "appendices": record.appendices.all(),
            "is_open": record.state == MinutesState.DRAFTING,
            "may_approve": bool(approving_meetings(record)),
            **_found(record),
        }
    return render(request, "meetings/minutes/write.html", context | {"record": record})


def _found(record: MeetingMinutes) -> dict[str, list[Finding]]:
    found = [] if record.is_public else minutes_findings(record)
    return {
        "blocks": [one for one in found if one.is_block],
        "warnings": [one for one in found if not one.is_block],
    }


@require_POST
@for_clerks
def minutes_begin(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.select_related("body"), pk=pk)
    try:
        record, is_new = start_minutes(meeting, by=request.user)
        number = record.minutes.count()
        begun = f"Begun with {number} minute{'' if number == 1 else 's'}."
        messages.success(request, begun if is_new else "These minutes were begun already.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("meetings:minutes_write", pk=pk)


@show_and_save
@for_clerks
def minute_edit(request: HttpRequest, pk: int) -> HttpResponse:
    minute = minute_or_404(pk)
    if request.method != "POST":
        return _show(request, minute, _form(minute))
    form = _form(minute, request.POST)
    way = request.POST.get("way", "save")
    if not form.is_valid():
        return _not_saved(form) if way == "itself" else _show(request, minute, form)
    words = {name: form.cleaned_data[name] for name in WORDS}
    try:
        if way == "theirs":
            keep_theirs(minute, by=request.user, **words)
            messages.success(request, "The other text stands. Yours is among the earlier versions.")
        else:
            saved = save_minute(minute, version=form.cleaned_data["version"], by=request.user, **words)
    except ChangedMeanwhile as meanwhile:
        if way == "itself":
            return JsonResponse({"said": MEANWHILE, "stops": True})
        return _show_both(request, minute, words, meanwhile.theirs)
    except Refused as refusal:
        if way == "itself":
            return JsonResponse({"said": str(refusal), "stops": True})
        form.add_error(None, str(refusal))
        return _show(request, minute, form)
    if way == "itself":
        return JsonResponse(
            {"version": saved.version, "said": f"Saved at {clock(timezone.localtime().time())}."}
        )
    return _saved(request, minute, way)


@show_and_save
@for_clerks
def minute_add(request: HttpRequest, pk: int) -> HttpResponse:
    """For what was not on the agenda, and for an item whose minute was taken out."""
    record = record_or_404(pk)
    initial = {"after": read_desk(record).newest}
    form = NewMinuteForm(request.POST or None, record=record, initial=initial)
    if form.is_valid():
        try:
            minute = add_minute(record, by=request.user, **form.cleaned_data)
            return redirect("meetings:minute_edit", pk=minute.pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {"record": record, "meeting": record.meeting, "form": form}
    return render(request, "meetings/minutes/add.html", context)


@show_and_save
@for_clerks
def minute_items(request: HttpRequest, pk: int) -> HttpResponse:
    minute = minute_or_404(pk)

    def change(**answers: Any) -> Done:
        set_items(minute, by=request.user, **answers)
        return Done("The minute is of the items that you chose.", page("minute_edit", pk))

    return save_or_show(
        request,
        MinuteItemsForm,
        change,
        template="meetings/minutes/items.html",
        context={"minute": minute, "meeting": minute.record.meeting},
        initial={"version": minute.version, "items": minute.items.all()},
        minute=minute,
    )


@require_POST
@for_clerks
def minute_remove(request: HttpRequest, pk: int) -> HttpResponse:
    minute = Minute.objects.select_related("record").filter(pk=pk).first()
    if minute is None:
        messages.success(request, "This minute was taken out already.")
        return redirect("meetings:meeting_list")
    version = whole_number(request.POST.get("version")) or 0
    try:
        remove_minute(minute, version=version, by=request.user)
        messages.success(request, f"Taken out: {minute.heading}.")
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("meetings:minute_edit", pk=pk)
    return redirect("meetings:minutes_write", pk=minute.record.meeting_id)


@require_POST
@for_clerks
def minute_move(request: HttpRequest, pk: int) -> HttpResponse:
    minute = minute_or_404(pk)
    try:
        move_minute(minute, up=request.POST.get("way") == "up", by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("meetings:minute_edit", pk=pk)


def record_or_404(meeting_pk: int) -> MeetingMinutes:
    records = MeetingMinutes.objects.defer("content", "exempt_content", "pdf")
    return get_object_or_404(records.select_related("meeting__body", "approved_at"), meeting=meeting_pk)


def minute_or_404(pk: int) -> Minute:
    minutes = Minute.objects.select_related("record__meeting__body")
    return get_object_or_404(minutes, pk=pk)


def _saved(request: HttpRequest, minute: Minute, way: str) -> HttpResponse:
    """A button under the text saves it too, so that nothing typed is lost on the way."""
    what, _, which = way.partition("-")
    try:
        if what == "resolve":
            item, _, key = which.partition("-")
            add_usual(minute, item, key, after=request.POST.get("after", ""), by=request.user)
        elif what == "accept":
            accept(minute, which, by=request.user)
        elif what != "theirs":
            messages.success(request, "Saved.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    to = reverse("meetings:minute_edit", kwargs={"pk": minute.pk})
    return redirect(f"{to}#decided" if what in ("resolve", "accept") else to)


def _form(minute: Minute, data: Any = None) -> MinuteForm:
    initial = {name: getattr(minute, name) for name in (*WORDS, "version")}
    initial["is_exempt"] = EXEMPT if minute.is_exempt else OPEN
    return MinuteForm(data, record=minute.record, initial=initial)


def _not_saved(form: MinuteForm) -> JsonResponse:
    first = next(iter(form.errors.values()))[0]
    return JsonResponse({"said": f"Not saved: {first}"})


def _show(
    request: HttpRequest, minute: Minute, form: MinuteForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    record, desk = minute.record, read_desk(minute.record, open_pk=minute.pk)
    items = list(desk.here.minute.items.all()) if desk.here else []
    may_correct = form.fields["corrects"].queryset.exists()
    if not may_correct:
        del form.fields["corrects"]
    context = {
        "minute": minute,
        "record": record,
        "meeting": record.meeting,
        "form": form,
        "desk": desk,
        "before": desk.beside(-1),
        "following": desk.beside(1),
        "decided": decided_paragraphs(minute, items),
        "items": decided_at(minute),
        "after": newest_of(items),
        "is_open": record.state == MinutesState.DRAFTING,
        **more,
    }
    return render(request, "meetings/minutes/edit.html", context, status=status)


def _show_both(request: HttpRequest, minute: Minute, words: dict[str, Any], theirs: Minute) -> HttpResponse:
    """The box keeps what was typed, now about the minute as it stands: saving once more overrules it."""
    data = request.POST.copy()
    data["version"] = str(theirs.version)
    more = {"theirs": theirs, "difference": difference(theirs.body, words["body"])}
    return _show(request, minute, _form(minute, data), status=409, **more)
