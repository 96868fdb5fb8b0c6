"""A form whose answer is acted on once. What was refused is noted by its rule and comes back in no page."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from challenge_cards.actions.door import NotTaken, record_refusals
from challenge_cards.forms.base import CardForm
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.views.saving import Done, answers_of, put_errors

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
    context, status = context | {"form": form}, 200
    is_valid = form.is_valid()
    record_refusals(form.refused, by=request.user)
    if is_valid:
        try:
            done = act(**form.cleaned_data)
        except NotTaken as refusal:
            form.forget(list(refusal.findings))
        except ChangedMeanwhile as meanwhile:
            data = request.POST.copy()
            data["version"] = str(meanwhile.theirs.version)
            context |= {"form": form_type(data), "theirs": meanwhile.theirs}
            status = 409
        except Refused as refusal:
            form.add_error(None, str(refusal))
        except ValidationError as problem:
            put_errors(form, problem)
        else:
            messages.success(request, done.said)
            return redirect(done.to)
    return render(request, template, context, status=status)


def page(name: str, *args: Any) -> str:
    return reverse(f"challenge_cards:{name}", args=args)
