"""Democratic services record the answer to a recommendation, its days, and what the panel resolved about it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from core.access import Permission, requires
from core.forms import Form
from core.methods import show_and_save
from meetings.views.saving import Done, save_or_show
from recommendations.actions import closures, dates, following
from recommendations.actions.responses import record_response
from recommendations.due_dates import statutory_last_day
from recommendations.forms import panel as forms
from recommendations.models import Recommendation, ResponseKind
from recommendations.report.claims import claimed_on
from recommendations.report.closures import closures_of
from recommendations.report.due import NEEDED, due_now, meeting_days, next_round_due
from recommendations.report.worse import worse_figures

TO_CLOSE = (
    "No resolution that names recommendation {0} is marked “Accept as done” yet. Write “recommendation {0}” in it "
    "where it was recorded, under the meeting’s item, and mark it, before the minutes are published; then come back. "
    "Where approved minutes do not name it, ask the panel to resolve it by its number at its next meeting."
)
TO_REOPEN = (
    "No resolution names recommendation {0} but those that closed it. The panel takes it up again by one whose words "
    "say “recommendation {0}”: record it under the meeting’s item before the minutes are published; then come back."
)
for_officers = requires(Permission.CLOSE_RECOMMENDATIONS)


@show_and_save
@for_officers
def response_record(request: HttpRequest, pk: int) -> HttpResponse:
    one = _one_or_404(pk)
    report = one.report
    law = report.response_kind == ResponseKind.STATUTORY and report.received_on
    last_day = statutory_last_day(report.received_on, report.notice_on) if law else None
    stands = {
        "reason": one.response_reason,
        "responded_by": one.response_by,
        "on": one.response_on,
    }
    return _record(
        request,
        one,
        forms.ResponseRecordForm,
        record_response,
        "The response is recorded.",
        template="recommendations/reporting/response.html",
        context={"last_day": last_day},
        initial=stands,
    )


@show_and_save
@for_officers
def due_revise(request: HttpRequest, pk: int) -> HttpResponse:
    one = _one_or_404(pk)
    return _record(
        request,
        one,
        forms.RevisionForm,
        dates.revise_due,
        "The new day is recorded. The first one stays on record.",
        template="recommendations/reporting/revise.html",
        context={"due": due_now(one, meeting_days()), "revisions": list(one.revisions.all())},
        initial={"due_on": None},
    )


@show_and_save
@for_officers
def round_record(request: HttpRequest, pk: int) -> HttpResponse:
    one = _one_or_404(pk)
    following_on = next_round_due(one)
    return _record(
        request,
        one,
        forms.RoundForm,
        dates.record_round,
        "The round is recorded.",
        template="recommendations/reporting/round.html",
        context={"round_on": following_on, "rounds": list(one.rounds.all())},
        initial={"due_on": following_on, "met_on": None},
    )


@show_and_save
@for_officers
def event_record(request: HttpRequest, pk: int) -> HttpResponse:
    one = _one_or_404(pk)
    return _record(
        request,
        one,
        forms.EventForm,
        dates.record_event,
        "The event is recorded.",
        template="recommendations/reporting/event.html",
        initial={"on": one.event_on},
    )


@show_and_save
@for_officers
def recommendation_close(request: HttpRequest, pk: int) -> HttpResponse:
    one = _one_or_404(pk)
    claim = claimed_on(one)
    return _record(
        request,
        one,
        forms.CloseForm,
        closures.close,
        "Closed. It is provisional until a later meeting approves those minutes.",
        template="recommendations/reporting/close.html",
        context={
            "claimed_on": claim,
            "worse": worse_figures(one),
            "limbs": list(one.limbs.all()),
            "nothing_named": TO_CLOSE.format(one.number),
        },
        recommendation=one,
    )


@show_and_save
@for_officers
def recommendation_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    one = _one_or_404(pk)
    return _record(
        request,
        one,
        forms.ReopenForm,
        closures.reopen,
        "It is taken up again.",
        template="recommendations/reporting/reopen.html",
        context={"closures": closures_of(one), "nothing_named": TO_REOPEN.format(one.number)},
        initial={"due_on": None, "limbs": []},
        recommendation=one,
    )


@require_POST
def recommendation_follow(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody signed in may hear when the panel closes one or takes it up again."""
    one = get_object_or_404(Recommendation, pk=pk)
    act = following.unfollow if "stop" in request.POST else following.follow
    act(one, by=request.user)
    return redirect("recommendations:recommendation_read", pk)


def _record(
    request: HttpRequest,
    one: Recommendation,
    form: type[Form],
    action: Callable[..., object],
    said: str,
    *,
    template: str,
    context: dict[str, Any] | None = None,
    **how: Any,
) -> HttpResponse:
    def act(**given: Any) -> Done:
        action(one, by=request.user, **given)
        return Done(said, reverse("recommendations:recommendation_read", args=[one.pk]))

    context = {"recommendation": one} | (context or {})
    return save_or_show(request, form, act, template=template, row=one, context=context, **how)


def _one_or_404(pk: int) -> Recommendation:
    rows = Recommendation.objects.select_related("report", "owner", "due_meeting")
    return get_object_or_404(rows.prefetch_related("limbs", *NEEDED), pk=pk)
