"""A form whose answer is acted on once. What was refused is noted by its rule and comes back in no page."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from challenge_cards.actions.door import NotTaken, record_refusals
from challenge_cards.forms.base import CardForm
from meetings.actions.locks import Refused
from meetings.views.saving import Done, act_on, answers_of

FORM = "challenge_cards/form.html"


def save_or_show(
    request: HttpRequest,
    form_type: Callable[..., CardForm],
    act: Callable[..., Done],
    *,
    context: dict[str, Any],
    template: str = FORM,
    initial: dict[str, Any] | None = None,
) -> HttpResponse:
    """``act`` takes the cleaned answers."""
    form = form_type(answers_of(request), initial=initial)
    form.full_clean()
    record_refusals(form.refused, by=request.user)
    return act_on(request, form, act, template=template, context=context, anew=form_type, refuse=_refuse)


def _refuse(form: CardForm, refusal: Refused) -> None:
    if isinstance(refusal, NotTaken):
        form.forget(list(refusal.findings))
    else:
        form.add_error(None, str(refusal))


def page(name: str, *args: Any) -> str:
    return reverse(f"challenge_cards:{name}", args=args)
