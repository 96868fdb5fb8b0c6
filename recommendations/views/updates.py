"""Writing an update, looking at it before it is sent in, and putting a published one right."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from core.access import Permission, requires
from core.methods import show_and_save
from core.whole_numbers import whole_number
from meetings.actions.locks import ChangedMeanwhile, Refused
from recommendations.actions import drafts
from recommendations.forms.whole_update import WholeUpdate
from recommendations.models import Recommendation, Update, UpdateState
from recommendations.report.at_work import at_work, workable

for_writers = requires(Permission.WRITE_UPDATES)
FORM = "recommendations/reporting/update_form.html"
CHANGED = "Somebody else changed this update since the page was loaded. Look at it again, then go on."


@show_and_save
@for_writers
def update_add(request: HttpRequest, pk: int) -> HttpResponse:
    recommendation = get_object_or_404(_with_limbs(), pk=pk)
    if not drafts.may_write(request.user, recommendation):
        raise PermissionDenied(drafts.NOT_YOURS)
    begun = drafts.open_draft(recommendation)
    if begun and request.method != "POST":
        return redirect("recommendations:update_read", begun.pk)
    return _begin(request, recommendation)


@show_and_save
@for_writers
def update_edit(request: HttpRequest, pk: int) -> HttpResponse:
    if request.method == "POST" and (recommendation := _of_discarded(request, pk)):
        return _begin(request, recommendation)
    update, seen = _correction_again(request, pk) or (one_or_404(request, pk), None)
    if update.state != UpdateState.DRAFT and request.method != "POST":
        messages.error(request, drafts.NOT_A_DRAFT.format(update.get_state_display().lower()))
        return redirect("recommendations:update_read", pk)

    def act(whole: WholeUpdate) -> Update:
        return drafts.save_draft(
            update,
            words=whole.words(),
            parts=whole.parts(),
            version=whole.version if seen is None else seen,
            by=request.user,
        )

    return _write(request, update.recommendation, update, act)


@require_safe
@for_writers
def update_read(request: HttpRequest, pk: int) -> HttpResponse:
    one = at_work(one_or_404(request, pk), timezone.localdate())
    context = {"one": one, "update": one.update, "recommendation": one.update.recommendation}
    return render(request, "recommendations/reporting/update.html", context)


@require_POST
@for_writers
def update_submit(request: HttpRequest, pk: int) -> HttpResponse:
    update = one_or_404(request, pk)
    said = "Sent to democratic services, who publish it or return it to you."
    return _step(request, pk, said, lambda version: drafts.submit(update, version=version, by=request.user))


@require_POST
@for_writers
def update_discard(request: HttpRequest, pk: int) -> HttpResponse:
    update = one_or_404(request, pk)

    def act(version: int) -> None:
        drafts.discard_draft(update, version=version, by=request.user)

    return _step(request, pk, "The draft is thrown away.", act, to="recommendations:duty_list")


@require_POST
@for_writers
def update_correct(request: HttpRequest, pk: int) -> HttpResponse:
    update = one_or_404(request, pk)
    try:
        correction = drafts.begin_correction(update, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("recommendations:update_read", pk)
    return redirect("recommendations:update_edit", correction.pk)


def one_or_404(request: HttpRequest, pk: int) -> Update:
    rows = workable(request.user).select_related(
        "recommendation__report", "recommendation__owner", "author", "supersedes", "published_by"
    )
    parts = ("recommendation__limbs", "limb_reports__limb", "figures", "next_steps", "documents")
    return get_object_or_404(rows.prefetch_related(*parts), pk=pk)


def version_of(request: HttpRequest) -> int:
    return whole_number(request.POST.get("version")) or 0


def _begin(request: HttpRequest, recommendation: Recommendation) -> HttpResponse:
    def act(whole: WholeUpdate) -> Update:
        return drafts.begin_update(recommendation, words=whole.words(), parts=whole.parts(), by=request.user)

    return _write(request, recommendation, None, act)


def _of_discarded(request: HttpRequest, pk: int) -> Recommendation | None:
    """What a draft was about that was thrown away while somebody wrote on: their words begin another."""
    if Update.objects.filter(pk=pk).exists():
        return None
    events = Update.pgh_event_model.objects.filter(id=pk, supersedes=None)
    about = events.values_list("recommendation", flat=True).first()
    found = _with_limbs().filter(pk=about).first()
    return found if found and drafts.may_write(request.user, found) else None


def _correction_again(request: HttpRequest, pk: int) -> tuple[Update, int] | None:
    """A correction that was thrown away while somebody wrote on is begun anew, and the version the writer knows.

    There is one of an update at a time: of another's, begun since, the writer knows none.
    """
    if request.method != "POST" or Update.objects.filter(pk=pk).exists():
        return None
    corrected = Update.pgh_event_model.objects.filter(id=pk).values_list("supersedes", flat=True).first()
    update = workable(request.user).filter(pk=corrected).first()
    if update is None:
        return None
    is_anothers = update.corrections.exists()
    try:
        begun = drafts.begin_correction(update, by=request.user)
    except Refused:
        return None
    return one_or_404(request, begun.pk), 0 if is_anothers else begun.version


def _write(
    request: HttpRequest,
    recommendation: Recommendation,
    update: Update | None,
    act: Callable[[WholeUpdate], Update],
) -> HttpResponse:
    whole = WholeUpdate(
        request.POST if request.method == "POST" else None, recommendation=recommendation, update=update
    )
    context: dict[str, Any] = {"recommendation": recommendation, "update": update}
    status = 200
    if request.method == "POST" and whole.is_valid():
        try:
            saved = act(whole)
            messages.success(request, "The draft is saved. Look at it, then send it in.")
            return redirect("recommendations:update_read", saved.pk)
        except ChangedMeanwhile as meanwhile:
            whole = _on_top(request, recommendation, meanwhile.theirs)
            context["theirs"], status = meanwhile.theirs, 409
        except Refused as refusal:
            whole.form.add_error(None, str(refusal))
    context |= {"whole": whole, "forms": whole.all}
    return render(request, FORM, context, status=status)


def _on_top(request: HttpRequest, recommendation: Recommendation, theirs: Any) -> WholeUpdate:
    """All that was typed, now about the draft as it stands, so that saving once more overrules it."""
    data = request.POST.copy()
    data["version"] = str(theirs.version)
    return WholeUpdate(data, recommendation=recommendation, update=theirs)


def _step(
    request: HttpRequest, pk: int, said: str, act: Callable[[int], Any], *, to: str = ""
) -> HttpResponse:
    """A button: done, or said why not on the page it stands on."""
    try:
        act(version_of(request))
    except ChangedMeanwhile:
        messages.error(request, CHANGED)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
        return redirect(to) if to else redirect("recommendations:update_read", pk)
    return redirect("recommendations:update_read", pk)


def _with_limbs() -> Any:
    return Recommendation.objects.select_related("report", "owner").prefetch_related("limbs")
