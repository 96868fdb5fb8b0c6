"""One item while the meeting sits: its outcome, what was resolved and undertaken, interests, an election."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from core.access import Permission, requires
from core.methods import show_and_save
from meetings.actions import elections, exclusions, interests, outcomes, resolutions
from meetings.actions.locks import Refused
from meetings.actions.minutes_decisions import accept_at
from meetings.actions.undertakings import add_undertaking
from meetings.forms.sitting import ReleaseForm
from meetings.forms.sitting_items import (
    ElectionForm,
    InterestForm,
    OutcomeForm,
    ResolutionItemForm,
    UndertakingForm,
    VoteForm,
)
from meetings.report.agenda import is_open
from meetings.report.sitting import names_of
from meetings.report.sitting_item import usual_of
from meetings.report.undertakings import due_warning
from meetings.views.sitting_panel import (
    added,
    also_present,
    back_to,
    item_or_404,
    movers_on,
    number_in,
    people_at,
    resolution_or_404,
    saved,
    show_panel,
    voters_on,
)
from people.models import Person

NO_VOTER = (
    "Choose the member whose vote is to be recorded. Only those who may vote on this item can be chosen."
)
for_clerks = requires(Permission.RECORD_MEETINGS)


@show_and_save
@for_clerks
def item_record(request: HttpRequest, pk: int) -> HttpResponse:
    item = item_or_404(pk)
    if request.method != "POST":
        return show_panel(request, item)
    form = OutcomeForm(request.POST, item=item)
    return saved(
        request,
        item,
        "outcome",
        form,
        lambda: outcomes.record_outcome(item, by=request.user, **form.cleaned_data),
        words=lambda theirs: theirs.get_outcome_display() or "nothing recorded",
    )


@require_POST
@for_clerks
def resolution_add(request: HttpRequest, pk: int) -> HttpResponse:
    """A usual one by its button, or one that was typed."""
    item, after = item_or_404(pk), number_in(request.POST.get("after"))
    usual = next((one for one in usual_of(item) if one.key == request.POST.get("usual")), None)
    if usual:
        given = {"form": usual.form, "text": usual.text, "effects": usual.effects}
        given["vote"] = resolutions.votes(None, None, None, "")
        return added(
            request, item, {}, lambda: resolutions.add_resolution(item, after=after, by=request.user, **given)
        )
    form = ResolutionItemForm(request.POST, prefix="new")
    return added(
        request,
        item,
        {"new_resolution": form},
        lambda: resolutions.add_resolution(item, after=after, by=request.user, **form.values()),
    )


@require_POST
@for_clerks
def resolution_change(request: HttpRequest, pk: int) -> HttpResponse:
    one = resolution_or_404(pk)
    form = ResolutionItemForm(request.POST, prefix=f"resolution{pk}")
    return saved(
        request,
        one.item,
        f"resolution{pk}",
        form,
        lambda: resolutions.change_resolution(
            one, version=form.cleaned_data["version"] or 0, by=request.user, **form.values()
        ),
        words=lambda theirs: f"{theirs.get_form_display()} {theirs.text}",
    )


@require_POST
@for_clerks
def resolution_remove(request: HttpRequest, pk: int) -> HttpResponse:
    item = item_or_404(pk)
    number, version = (number_in(request.POST.get(name)) for name in ("resolution", "version"))
    try:
        done = resolutions.remove_resolution(number, item, version=version, by=request.user)
        messages.success(request, "The resolution is taken out." if done else "It was taken out already.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return back_to(item, "resolutions")


@require_POST
@for_clerks
def vote_record(request: HttpRequest, pk: int) -> HttpResponse:
    one = resolution_or_404(pk)
    form = VoteForm(request.POST, prefix=f"vote{pk}", names=names_of(voters_on(one.item)))
    if form.is_valid():
        try:
            person = get_object_or_404(Person, pk=form.cleaned_data["person"])
            cast = form.cleaned_data["cast"]
            found = resolutions.record_vote(one, person=person, cast=cast, by=request.user)
            done = "is recorded" if cast else "is taken out" if found else "was not recorded"
            messages.success(request, f"The vote of {person} {done}.")
        except Refused as refusal:
            messages.error(request, str(refusal))
    else:
        messages.error(request, NO_VOTER)
    return back_to(one.item, "resolutions")


@require_POST
@for_clerks
def undertaking_add(request: HttpRequest, pk: int) -> HttpResponse:
    item, after = item_or_404(pk), number_in(request.POST.get("after"))
    form = UndertakingForm(request.POST, item=item, prefix="undertaking")

    def add() -> None:
        made = add_undertaking(item, after=after, by=request.user, **form.values())
        if caution := due_warning(made):
            messages.warning(request, caution)

    return added(request, item, {"new_undertaking": form}, add)


@require_POST
@for_clerks
def undertaking_accept(request: HttpRequest, pk: int) -> HttpResponse:
    """One that came back at the item."""
    item = item_or_404(pk)
    try:
        done = accept_at(item, request.POST.get("undertaking", ""), by=request.user)
        said = "The panel accepts the undertaking as done." if done else "It was accepted already."
        messages.success(request, said)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return back_to(item, "undertakings")


@require_POST
@for_clerks
def interest_add(request: HttpRequest, pk: int) -> HttpResponse:
    item = item_or_404(pk)
    people = [*people_at(item), *also_present(item)]
    form = InterestForm(request.POST, people=people)
    return added(
        request,
        item,
        {"new_interest": form},
        lambda: interests.declare_interest(item, by=request.user, **form.cleaned_data),
    )


@require_POST
@for_clerks
def interest_remove(request: HttpRequest, pk: int) -> HttpResponse:
    item = item_or_404(pk)
    try:
        done = interests.remove_interest(number_in(request.POST.get("interest")), item, by=request.user)
        messages.success(request, "The interest is taken out." if done else "It was taken out already.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return back_to(item, "interests")


@require_POST
@for_clerks
def election_record(request: HttpRequest, pk: int) -> HttpResponse:
    item = item_or_404(pk)
    form = ElectionForm(request.POST, people=people_at(item), movers=movers_on(item))
    return saved(
        request,
        item,
        "election",
        form,
        lambda: elections.record_election(item, by=request.user, **form.cleaned_data),
        words=lambda theirs: f"{theirs}, {theirs.person}" if theirs.person else str(theirs),
    )


@show_and_save
@for_clerks
def papers_release(request: HttpRequest, pk: int) -> HttpResponse:
    """Asked first, and for the proper officer alone."""
    item = item_or_404(pk)
    form = ReleaseForm(request.POST or None, initial={"version": item.version})
    if form.is_valid():
        try:
            given = form.cleaned_data
            done = exclusions.release_papers(
                item,
                version=given["version"],
                is_confirmed=given["confirmed"],
                by=request.user,
                now=timezone.now(),
            )
            said = "Released: the item and its papers are open." if done else "They were released already."
            messages.success(request, said)
            return back_to(item, "top")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {
        "item": item,
        "form": form,
        "meeting": item.meeting,
        "is_refused": exclusions.was_refused(item),
        "papers": [paper for paper in item.papers.standing() if not is_open(paper, item)],
    }
    return render(request, "meetings/sitting/release.html", context)
