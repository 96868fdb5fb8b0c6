"""The forward work programme: everybody signed in reads it, officers keep it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from core.access import Permission, requires
from core.methods import show_and_save
from meetings.actions import programme as actions
from meetings.forms.programme import (
    ChangedEntryForm,
    MoveForm,
    NewEntryForm,
    ReasonForm,
    meetings_to_choose,
)
from meetings.models import Body, ProgrammeEntry, ProgrammeState, Recurrence
from meetings.report.body import the_panel
from meetings.report.meeting_words import day_of
from meetings.report.programme import entries_with_moves, move_words, programme_csv, programme_of
from meetings.views.files import csv_response
from meetings.views.saving import Done, act_and_return, page, save_or_show

for_officers = requires(Permission.MANAGE_MEETINGS)


@require_safe
def programme_read(request: HttpRequest) -> HttpResponse:
    body = the_panel()
    if body is None:
        return render(request, "meetings/no_panel.html")
    context = {"programme": programme_of(body, timezone.localdate())}
    return render(request, "meetings/programme/list.html", context)


@require_safe
def programme_download(request: HttpRequest) -> HttpResponse:
    body = the_panel()
    if body is None:
        raise Http404("The panel is not set up yet.")
    return csv_response(programme_csv(body), "forward-work-programme")


@show_and_save
@for_officers
def entry_add(request: HttpRequest) -> HttpResponse:
    body = the_panel()
    if body is None:
        return render(request, "meetings/no_panel.html")

    def add(**details: Any) -> Done:
        entry = actions.add_entry(body, by=request.user, **details)
        where = f"planned for {day_of(entry.meeting)}" if entry.meeting else "kept as an idea"
        return Done(f"“{entry}” is {where}.", page("programme_read"))

    return save_or_show(
        request,
        NewEntryForm,
        add,
        template="meetings/programme/add.html",
        initial={"meeting": request.GET.get("meeting"), "recurrence": Recurrence.ONCE},
        meetings=meetings_to_choose(body, timezone.localdate()),
    )


@require_safe
@for_officers
def entry_manage(request: HttpRequest, pk: int) -> HttpResponse:
    body = get_object_or_404(Body, programme=pk)
    entry = next(one for one in entries_with_moves(body).filter(pk=pk))
    moves = [(move, move_words(move)) for move in entry.moves.all()]
    is_past = entry.meeting is not None and entry.meeting.on <= timezone.localdate()
    context = {
        "entry": entry,
        "moves": moves,
        "may_be_considered": is_past and entry.state != ProgrammeState.CONSIDERED,
    }
    return render(request, "meetings/programme/entry.html", context)


@show_and_save
@for_officers
def entry_edit(request: HttpRequest, pk: int) -> HttpResponse:
    entry = _named(pk)

    def change(**details: Any) -> Done:
        is_new = actions.change_entry(entry, by=request.user, **details)
        said = "is changed" if is_new else "stands as you entered it"
        return Done(f"“{details['title']}” {said}.", page("entry_manage", pk))

    return save_or_show(
        request, ChangedEntryForm, change, row=entry, **_about(entry, "meetings/programme/edit.html")
    )


@show_and_save
@for_officers
def entry_move(request: HttpRequest, pk: int) -> HttpResponse:
    entry = _named(pk)

    def move(**answers: Any) -> Done:
        is_new = actions.move_entry(entry, by=request.user, **answers)
        to = answers["to"]
        where = f"planned for {day_of(to)}" if to else "an idea without a meeting"
        return Done(f"“{entry}” is {where}{'.' if is_new else ' already.'}", page("entry_manage", pk))

    meetings = meetings_to_choose(entry.body, timezone.localdate())
    about = _about(entry, "meetings/programme/move.html")
    return save_or_show(request, MoveForm, move, row=entry, meetings=meetings, **about)


@show_and_save
@for_officers
def entry_drop(request: HttpRequest, pk: int) -> HttpResponse:
    entry = _named(pk)

    def drop(**answers: Any) -> Done:
        actions.drop_entry(entry, by=request.user, **answers)
        return Done(
            f"“{entry}” is dropped. It stays in the programme with the reason.", page("programme_read")
        )

    return save_or_show(request, ReasonForm, drop, row=entry, **_about(entry, "meetings/programme/drop.html"))


@show_and_save
@for_officers
def entry_restore(request: HttpRequest, pk: int) -> HttpResponse:
    entry = _named(pk)

    def take_up(**answers: Any) -> Done:
        actions.take_up_entry(entry, by=request.user, **answers)
        return Done(f"“{entry}” is an idea again. Move it to a meeting next.", page("entry_manage", pk))

    return save_or_show(
        request, ReasonForm, take_up, row=entry, **_about(entry, "meetings/programme/restore.html")
    )


@require_POST
@requires(Permission.RECORD_MEETINGS)
def entry_consider(request: HttpRequest, pk: int) -> HttpResponse:
    entry = _named(pk)

    def consider() -> str:
        following = actions.entry_considered(entry, by=request.user)
        if following is None:
            return f"The panel has considered “{entry}”."
        where = f"on {day_of(following.meeting)}" if following.meeting else "as an idea without a meeting yet"
        return f"The panel has considered “{entry}”. It comes back {where}."

    return act_and_return(request, consider, page("entry_manage", pk))


def _named(pk: int) -> ProgrammeEntry:
    return get_object_or_404(ProgrammeEntry.objects.select_related("body", "meeting", "owner"), pk=pk)


def _about(entry: ProgrammeEntry, template: str) -> dict[str, Any]:
    where = day_of(entry.meeting) if entry.meeting else "an idea without a meeting"
    return {
        "template": template,
        "context": {"entry": entry, "where": where},
    }
