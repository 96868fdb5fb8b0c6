"""One line of an agenda: added, changed, moved, taken off. Two officers at one line lose nothing."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from core.methods import show_and_save
from meetings.actions import agenda_items, agenda_order
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.forms.agenda_items import AccessForm, HeadingForm, ItemForm, UrgencyForm
from meetings.models import AgendaItem, ItemKind, Meeting, PaperState
from meetings.report.agenda_items import promised_before, said_of
from meetings.report.membership import offices_on
from meetings.views.agenda import for_officers, meeting_or_404
from people.models import Person

NEW = {"version": 0, "paper_state": PaperState.NONE}


@show_and_save
@for_officers
def item_add(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = meeting_or_404(pk)
    parent = _parent(request, meeting)
    is_heading = request.GET.get("kind") == ItemKind.HEADING
    kind = HeadingForm if is_heading else ItemForm
    form = kind(request.POST) if request.method == "POST" else kind(initial=NEW)
    if form.is_valid():
        try:
            item = agenda_items.add_item(
                meeting.pk,
                by=request.user,
                kind=ItemKind.HEADING if is_heading else ItemKind.ITEM,
                parent_pk=parent.pk if parent else None,
                after=_number(request.POST.get("after")),
                **form.values(),
            )
            messages.success(request, f"On the agenda: {item.title}.")
            return _back_to(item)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {
        "meeting": meeting,
        "form": form,
        "parent": parent,
        "is_heading": is_heading,
        "after": request.POST.get("after") or agenda_items.newest_item(meeting),
    }
    return render(request, "meetings/agenda/item_add.html", context)


@show_and_save
@for_officers
def item_edit(request: HttpRequest, pk: int) -> HttpResponse:
    item = item_or_404(pk)
    if item.kind == ItemKind.HEADING:
        initial = {"title": item.title, "version": item.version}
        form = HeadingForm(request.POST) if request.method == "POST" else HeadingForm(initial=initial)
    else:
        promised = promised_before(item)
        stored = {name: getattr(item, name) for name in ("version", *ItemForm.words)}
        stored["undertakings"] = item.undertakings.all()
        form = (
            ItemForm(request.POST, promised=promised)
            if request.method == "POST"
            else ItemForm(initial=stored, promised=promised)
        )
    return _saved(
        request,
        item,
        form,
        template="meetings/agenda/item.html",
        save=lambda: agenda_items.change_item(
            item,
            by=request.user,
            version=form.cleaned_data["version"],
            words=form.values(),
            undertakings=form.cleaned_data.get("undertakings"),
        ),
    )


@show_and_save
@for_officers
def item_access(request: HttpRequest, pk: int) -> HttpResponse:
    item = numbered_item_or_404(pk)
    stored = {name: getattr(item, name) for name in ("version", *AccessForm.words)}
    form = AccessForm(request.POST) if request.method == "POST" else AccessForm(initial=stored)
    return _saved(
        request,
        item,
        form,
        template="meetings/agenda/item_access.html",
        save=lambda: agenda_items.change_access(
            item, by=request.user, version=form.cleaned_data["version"], **form.values()
        ),
    )


@show_and_save
@for_officers
def item_urgency(request: HttpRequest, pk: int) -> HttpResponse:
    item = numbered_item_or_404(pk)
    if request.method == "POST" and "take_back" in request.POST:
        return _urgency_taken_back(request, item)
    chairmen = Person.objects.filter(pk__in=offices_on(item.meeting.body, item.meeting.on))
    form = UrgencyForm(request.POST or None, item=item, chairmen=chairmen)
    return _saved(
        request,
        item,
        form,
        template="meetings/agenda/item_urgency.html",
        save=lambda: agenda_items.hold_urgent(
            item, by=request.user, version=form.cleaned_data["version"], **form.values()
        ),
    )


@require_POST
@for_officers
def item_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    item = item_or_404(pk)
    return _done(
        request,
        item,
        lambda: agenda_items.withdraw_item(item, by=request.user),
        f"Taken off the agenda: {item.title}. It stands under “Taken off”, and can be put back.",
    )


@require_POST
@for_officers
def item_restore(request: HttpRequest, pk: int) -> HttpResponse:
    item = item_or_404(pk)
    return _done(
        request,
        item,
        lambda: agenda_items.restore_item(item, by=request.user),
        f"On the agenda again: {item.title}.",
    )


@require_POST
@for_officers
def item_move(request: HttpRequest, pk: int) -> HttpResponse:
    item = item_or_404(pk)
    way = "up" if request.POST.get("way") == "up" else "down"
    try:
        agenda_order.move_item(item, by=request.user, up=way == "up")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return _back_to(item, moved=way)


@require_POST
@for_officers
def items_order(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole order after a line was dragged: ids between commas."""
    meeting = meeting_or_404(pk)
    order = [_number(text) or 0 for text in request.POST.get("order", "").split(",")]
    try:
        agenda_order.order_items(meeting.pk, by=request.user, order=order)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("meetings:agenda_draft", pk=pk)


def item_or_404(pk: int) -> AgendaItem:
    items = AgendaItem.objects.select_related(
        "meeting__body__clerk", "meeting__body__proper_officer", "parent"
    )
    return get_object_or_404(items, pk=pk)


def numbered_item_or_404(pk: int) -> AgendaItem:
    """A heading is neither exempt nor urgent, and has no paper."""
    item = item_or_404(pk)
    if item.kind == ItemKind.HEADING:
        raise Http404("A heading has no such page.")
    return item


def _urgency_taken_back(request: HttpRequest, item: AgendaItem) -> HttpResponse:
    version = _number(request.POST.get("version")) or 0
    try:
        agenda_items.hold_urgent(item, by=request.user, version=version, reason="", chairman=None, at=None)
        messages.success(request, f"No longer urgent: {item.title}.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return _back_to(item)


def _saved(
    request: HttpRequest, item: AgendaItem, form: BaseForm, *, template: str, save: Callable[[], AgendaItem]
) -> HttpResponse:
    """`theirs` is what somebody else saved since this reader's page: both texts stand on the page then."""
    theirs: list[tuple[str, Any]] = []
    if form.is_bound and form.is_valid():
        try:
            messages.success(request, f"Saved: {save().title}.")
            return _back_to(item)
        except ChangedMeanwhile as meanwhile:
            theirs = said_of(meanwhile.theirs, form)
            form.data = form.data.copy()
            form.data["version"] = str(meanwhile.theirs.version)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    papers = list(item.papers.select_related("report"))
    context = {
        "item": item,
        "meeting": item.meeting,
        "form": form,
        "theirs": theirs,
        "papers": [paper for paper in papers if not paper.withdrawn_at],
        "taken_away": [paper for paper in papers if paper.withdrawn_at],
    }
    return render(request, template, context, status=409 if theirs else 200)


def _done(request: HttpRequest, item: AgendaItem, act: Callable, said: str) -> HttpResponse:
    try:
        act()
        messages.success(request, said)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("meetings:agenda_draft", pk=item.meeting_id)


def _back_to(item: AgendaItem, *, moved: str = "") -> HttpResponse:
    """To the line; after a move to its button, which a browser would not focus beside a place to scroll to."""
    draft = reverse("meetings:agenda_draft", kwargs={"pk": item.meeting_id})
    return redirect(f"{draft}?moved={item.pk}-{moved}" if moved else f"{draft}#item-{item.pk}")


def _parent(request: HttpRequest, meeting: Meeting) -> AgendaItem | None:
    pk = _number(request.GET.get("part_of"))
    return get_object_or_404(AgendaItem.objects.listed(), pk=pk, meeting=meeting) if pk else None


def _number(text: str | None) -> int | None:
    digits = (text or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None
