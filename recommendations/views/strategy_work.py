"""Democratic services keep the strategy: what the panel added to an outcome, reports on it, and reviews."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from core.access import Permission, requires
from core.methods import show_and_save
from meetings.views.saving import Done, save_or_show
from recommendations.actions import strategy as actions
from recommendations.forms.strategy import OutcomeForm, OutcomeUpdateForm, ReviewForm, initial_of
from recommendations.models import StrategyAction, StrategyOutcome, Update
from recommendations.report.rhythm import rhythm_of

for_clerks = requires(Permission.ENTER_RECOMMENDATIONS)
for_publishers = requires(Permission.PUBLISH_UPDATES)


@show_and_save
@for_clerks
def outcome_edit(request: HttpRequest, pk: int) -> HttpResponse:
    outcome = _outcome_or_404(pk)

    def act(**given: object) -> Done:
        actions.change_outcome(outcome, by=request.user, **given)
        return Done("The outcome is saved.", _at(outcome))

    return save_or_show(
        request,
        OutcomeForm,
        act,
        template="recommendations/strategy/outcome.html",
        row=outcome,
        initial={"indicators": list(outcome.indicators.all())},
        context={"outcome": outcome},
    )


@show_and_save
@for_publishers
def outcome_report(request: HttpRequest, pk: int) -> HttpResponse:
    return _report(request, _outcome_or_404(pk), None)


@show_and_save
@for_publishers
def outcome_correct(request: HttpRequest, pk: int) -> HttpResponse:
    told = Update.objects.published().select_related("outcome__question__strategy")
    update = get_object_or_404(told, pk=pk, outcome__isnull=False)
    return _report(request, update.outcome, update)


@show_and_save
@for_clerks
def review_record(request: HttpRequest, pk: int) -> HttpResponse:
    rows = StrategyAction.objects.select_related("outcome__question__strategy").filter(every_months__gt=0)
    action = get_object_or_404(rows, pk=pk)
    rhythm = rhythm_of(action, action.outcome.question.strategy, timezone.localdate())

    def act(**given: object) -> Done:
        actions.record_review(action, by=request.user, **given)
        return Done("The review is recorded.", reverse("recommendations:strategy_read"))

    return save_or_show(
        request,
        ReviewForm,
        act,
        template="recommendations/strategy/review.html",
        context={"rhythm": rhythm},
        days=rhythm.open_days,
    )


def _report(request: HttpRequest, outcome: StrategyOutcome, corrects: Update | None) -> HttpResponse:
    def act(**words: object) -> Done:
        actions.report_outcome(outcome, words=words, corrects=corrects, by=request.user)
        return Done("The update is published.", _at(outcome))

    return save_or_show(
        request,
        OutcomeUpdateForm,
        act,
        template="recommendations/strategy/report.html",
        initial=initial_of(corrects),
        context={"outcome": outcome, "corrects": corrects},
    )


def _outcome_or_404(pk: int) -> StrategyOutcome:
    return get_object_or_404(StrategyOutcome.objects.select_related("question__strategy"), pk=pk)


def _at(outcome: StrategyOutcome) -> str:
    return f"{reverse('recommendations:strategy_read')}#{outcome.code.lower()}"
