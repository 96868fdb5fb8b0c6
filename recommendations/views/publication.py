"""Democratic services publish what was sent in, or return it."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from core.access import Permission, requires
from core.methods import show_and_save
from meetings.views.saving import Done, save_or_show
from recommendations.actions import publication
from recommendations.forms.publication import PublishForm, ReturnForm
from recommendations.report.at_work import at_work
from recommendations.views.updates import one_or_404

for_publishers = requires(Permission.PUBLISH_UPDATES)


@show_and_save
@for_publishers
def update_publish(request: HttpRequest, pk: int) -> HttpResponse:
    update = one_or_404(request, pk)
    today = timezone.localdate()

    def act(**given: object) -> Done:
        publication.publish(update, by=request.user, **given)
        return Done("The update is published.", _recommendation(update.recommendation_id))

    return save_or_show(
        request,
        PublishForm,
        act,
        template="recommendations/reporting/publish.html",
        context=_context(update, today),
        initial={"version": update.version},
        today=today,
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


def _context(update: object, today: object) -> dict:
    return {"one": at_work(update, today), "update": update, "recommendation": update.recommendation}


def _recommendation(pk: int) -> str:
    return reverse("recommendations:recommendation_read", args=[pk])
