"""The panel of one item, and what a form on it is answered with.

A browser with scripts sends each field as it is left and is answered in JSON.
"""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone

from core.whole_numbers import whole_number
from meetings.actions.at_the_table import why_it_rests
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.actions.resolutions import newest_resolution
from meetings.actions.undertakings import newest_undertaking
from meetings.forms.sitting_items import (
    ElectionForm,
    InterestForm,
    OutcomeForm,
    ResolutionItemForm,
    UndertakingForm,
    VoteForm,
)
from meetings.models import AgendaItem, Capacity, Election, ItemKind, Office, Resolution
from meetings.report.attendance import Room, read_room
from meetings.report.sitting import item_lines, members_of, names_of
from meetings.report.sitting_item import (
    Panel,
    read_panel,
    stored_election,
    stored_resolution,
    vote_sentence,
)
from meetings.report.voters import (
    more_votes_than_voters,
    movers_at,
    voters_at,
    with_recorded,
    withdrawn,
)

THEIRS = "Somebody else changed this meanwhile to: {}. Yours is kept here and not saved. Save again if it is right."

Forms = dict[str, BaseForm]


def saved(
    request: HttpRequest,
    item: AgendaItem,
    name: str,
    form: BaseForm,
    save: Callable[[], Any],
    *,
    words: Callable[[Any], str],
) -> HttpResponse:
    """A field that was left, or the form whose button was pressed."""
    problem, kept = "", None
    if form.is_valid():
        try:
            kept = save()
        except ChangedMeanwhile as meanwhile:
            problem = THEIRS.format(words(meanwhile.theirs))
            form.data = form.data.copy()
            form.data[f"{name}-version"] = str(meanwhile.theirs.version)
            kept = meanwhile.theirs
        except Refused as refusal:
            problem = str(refusal)
    else:
        problem = " ".join(message for said in form.errors.values() for message in said)
    if request.headers.get("Accept") == "application/json":
        line = {"text": problem or "Saved", "is_problem": bool(problem)}
        if kept is not None:
            line["version"] = kept.version
        here = {"lines": item_lines(item.meeting, item.pk)}
        parts = {"items": render_to_string("meetings/sitting/_items.html", here)}
        return JsonResponse({"lines": {name: line}, "parts": parts})
    if not problem:
        messages.success(request, "Saved.")
        return back_to(item, name)
    if form.is_valid():
        form.add_error(None, problem)
    return show_panel(request, item_or_404(item.pk), forms={name: form}, status=409 if kept else 200)


def added(request: HttpRequest, item: AgendaItem, forms: Forms, add: Callable[[], Any]) -> HttpResponse:
    form = next(iter(forms.values()), None)
    if form is None or form.is_valid():
        try:
            add()
            messages.success(request, "Recorded.")
            return back_to(item, "resolutions" if form is None else "recorded")
        except Refused as refusal:
            if form is None:
                messages.error(request, str(refusal))
                return back_to(item, "top")
            form.add_error(None, str(refusal))
    return show_panel(request, item, forms=forms)


def show_panel(
    request: HttpRequest,
    item: AgendaItem,
    *,
    forms: Forms | None = None,
    status: int = 200,
) -> HttpResponse:
    room = read_room(item.meeting)
    panel = read_panel(item, room, timezone.now())
    forms, names = forms or {}, names_of(panel.voters)
    context = {
        "panel": panel,
        "meeting": item.meeting,
        "rests": why_it_rests(item.meeting),
        "forms": list(forms.values()),
        "outcome": forms.get("outcome") or OutcomeForm(item=item),
        "resolutions": [_resolution(one, names, room, panel.barred, forms) for one in panel.resolutions],
        "after_resolution": newest_resolution(item),
        "after_undertaking": newest_undertaking(item),
        "new_resolution": ResolutionItemForm(prefix="new", initial={"form": "resolved"}),
        "new_undertaking": UndertakingForm(
            item=item, prefix="undertaking", initial={"is_exempt": panel.is_exempt and not panel.is_refused}
        ),
        "new_interest": InterestForm(people=[*panel.people, *also_present(item)]),
        "election": _election(panel),
    }
    return render(request, "meetings/sitting/item.html", context | forms, status=status)


def _resolution(
    one: Resolution, names: list[tuple[int, str]], room: Room, barred: set[int], forms: Forms
) -> dict[str, Any]:
    name = f"resolution{one.pk}"
    return {
        "row": one,
        "name": name,
        "form": forms.get(name) or ResolutionItemForm(prefix=name, initial=stored_resolution(one)),
        "vote": VoteForm(prefix=f"vote{one.pk}", names=names),
        "sentence": vote_sentence(one),
        "caution": more_votes_than_voters(one, room, barred),
    }


def _election(panel: Panel) -> ElectionForm | None:
    if not panel.is_election:
        return None
    begin = (
        stored_election(panel.election)
        if panel.election
        else {"version": 0, "office": _office_of(panel.item)}
    )
    return ElectionForm(people=panel.people, movers=panel.movers, initial=begin)


def _office_of(item: AgendaItem) -> str:
    return Office.VICE_CHAIRMAN if "vice" in item.title.lower() else Office.CHAIRMAN


def movers_on(item: AgendaItem) -> list[int]:
    election = Election.objects.filter(item=item).first()
    return movers_at(read_room(item.meeting), withdrawn(item.interests.all()), election)


def voters_on(item: AgendaItem) -> list[int]:
    return with_recorded(voters_at(item), item.resolutions.prefetch_related("recorded_votes"))


def people_at(item: AgendaItem) -> list[int]:
    return members_of(read_room(item.meeting))


def also_present(item: AgendaItem) -> list[int]:
    return list(
        item.meeting.attendances.filter(capacity=Capacity.COUNCILLOR).values_list("person", flat=True)
    )


def item_or_404(pk: int) -> AgendaItem:
    items = AgendaItem.objects.listed().filter(kind=ItemKind.ITEM)
    return get_object_or_404(items.select_related("meeting__body", "meeting__presided_by"), pk=pk)


def resolution_or_404(pk: int) -> Resolution:
    return get_object_or_404(Resolution.objects.select_related("item__meeting__body"), pk=pk)


def back_to(item: AgendaItem, place: str) -> HttpResponse:
    response = redirect("meetings:item_record", item.pk)
    response["Location"] += f"#{place}"
    return response


def number_in(text: str | None) -> int:
    return whole_number(text) or 0
