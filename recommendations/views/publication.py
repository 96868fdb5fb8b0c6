"""Democratic services publish what was sent in, or return it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from core.access import Permission, requires
from core.methods import show_and_save
from meetings.views.saving import Done, save_or_show
from recommendations.actions import publication, taking_off
from recommendations.actions.private_words import to_look_at
from recommendations.forms.publication import PublishForm, ReturnForm
from recommendations.models import Update
from recommendations.report.at_work import at_work
from recommendations.views.updates import one_or_404

TAKEN = (
    "The words are off the public page. Members of the panel and officers concerned still read them. "
    "What may stand again comes back as a correction."
)
for_publishers = requires(Permission.PUBLISH_UPDATES)


@show_and_save
@for_publishers
def update_publish(request: HttpRequest, pk: int) -> HttpResponse:
    update = one_or_404(request, pk)
    today, doubtful = timezone.localdate(), to_look_at(update)

    def act(**given: object) -> Done:
        publication.publish(update, by=request.user, **given)
        return Done("The update is published.", _recommendation(update.recommendation_id))

    return save_or_show(
        request,
        PublishForm,
        act,
        template="recommendations/reporting/publish.html",
        context=_context(update, today) | {"doubtful": doubtful},
        initial={"version": update.version},
        today=today,
        must_look=bool(doubtful),
    )


@show_and_save
@for_publishers
def update_return(request: HttpRequest, pk: int) -> HttpResponse:
    update = one_or_404(request, pk)

    def act(words: str, version: int | None) -> Done:
        publication.return_update(update, words=words, version=version or 0, by=request.user)
        return Done(
            "Returned to its owner, with what should be changed.", reverse("recommendations:duty_list")
        )

    return save_or_show(
        request,
        ReturnForm,
        act,
        template="recommendations/reporting/return.html",
        context=_context(update, timezone.localdate()),
        initial={"version": update.version},
    )


@require_POST
@for_publishers
def update_take_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Of a recommendation or of an outcome of the strategy."""
    told = Update.objects.published().select_related("outcome__question")
    update = get_object_or_404(told, pk=pk)
    taking_off.take_off(update, by=request.user)
    messages.success(request, TAKEN)
    if update.outcome:
        return redirect("recommendations:strategy_read")
    return redirect("recommendations:recommendation_read", update.recommendation_id)


def _context(update: object, today: object) -> dict:
    return {"one": at_work(update, today), "update": update, "recommendation": update.recommendation}


def _recommendation(pk: int) -> str:
    return reverse("recommendations:recommendation_read", args=[pk])
