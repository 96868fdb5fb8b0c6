"""What belongs to minutes beside their text: earlier versions, and texts appended to them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from core.richtext import difference
from core.whole_numbers import whole_number
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.actions.minutes_appendices import add_appendix, change_appendix, remove_appendix
from meetings.actions.minutes_text import save_minute
from meetings.forms.minutes import AppendixForm
from meetings.models import MinutesAppendix
from meetings.report.minutes_versions import versions_of
from meetings.views.minutes_writing import for_clerks, minute_or_404, record_or_404, show_and_save

RESTORED = ("heading", "body", "is_exempt", "public_summary")


@require_safe
@for_clerks
def minute_versions(request: HttpRequest, pk: int) -> HttpResponse:
    minute = minute_or_404(pk)
    context = {"minute": minute, "meeting": minute.record.meeting, "versions": versions_of(minute)}
    return render(request, "meetings/minutes/versions.html", context)


@require_POST
@for_clerks
def minute_restore(request: HttpRequest, pk: int) -> HttpResponse:
    minute = minute_or_404(pk)
    number, version = (whole_number(request.POST.get(name)) or 0 for name in ("event", "version"))
    event = minute.events.filter(pgh_id=number).first()
    if event is None:
        messages.error(request, "Choose one of the versions below.")
        return redirect("meetings:minute_versions", pk=pk)
    words = {name: getattr(event, name) for name in RESTORED}
    try:
        save_minute(minute, version=version, by=request.user, **words)
        messages.success(request, "That version stands again.")
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("meetings:minute_versions", pk=pk)
    return redirect("meetings:minute_edit", pk=pk)


@show_and_save
@for_clerks
def appendix_add(request: HttpRequest, pk: int) -> HttpResponse:
    record = record_or_404(pk)
    newest = record.appendices.order_by("-pk").values_list("pk", flat=True).first() or 0
    form = AppendixForm(request.POST or None, initial={"after": newest})
    if form.is_valid():
        given = form.cleaned_data
        try:
            add_appendix(
                record, title=given["title"], body=given["body"], after=given["after"] or 0, by=request.user
            )
            messages.success(request, f"Appended: {given['title']}.")
            return redirect("meetings:minutes_write", pk=pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {"meeting": record.meeting, "form": form}
    return render(request, "meetings/minutes/appendix.html", context)


@show_and_save
@for_clerks
def appendix_edit(request: HttpRequest, pk: int) -> HttpResponse:
    appendix = get_object_or_404(MinutesAppendix.objects.select_related("record__meeting"), pk=pk)
    stands = {"title": appendix.title, "body": appendix.body, "version": appendix.version}
    form = AppendixForm(request.POST or None, initial=stands)
    compared, status = "", 200
    if form.is_valid():
        given = form.cleaned_data
        try:
            change_appendix(
                appendix,
                version=given["version"] or 0,
                title=given["title"],
                body=given["body"],
                by=request.user,
            )
            messages.success(request, "Saved.")
            return redirect("meetings:minutes_write", pk=appendix.record.meeting_id)
        except ChangedMeanwhile as meanwhile:
            compared, status = difference(meanwhile.theirs.body, given["body"]), 409
            data = request.POST.copy()
            data["version"] = str(meanwhile.theirs.version)
            form = AppendixForm(data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {"meeting": appendix.record.meeting, "form": form, "appendix": appendix, "difference": compared}
    return render(request, "meetings/minutes/appendix.html", context, status=status)


@require_POST
@for_clerks
def appendix_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the meeting's, so that a second click finds its page."""
    record = record_or_404(pk)
    number = whole_number(request.POST.get("appendix")) or 0
    try:
        done = remove_appendix(record, number, by=request.user)
        messages.success(request, "The text is taken out." if done else "It was taken out already.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("meetings:minutes_write", pk=pk)
