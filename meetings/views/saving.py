"""A form whose answer is acted on once. Of two officers who had it open, the second sees what the first saved."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from meetings.actions.locks import ChangedMeanwhile, Refused


class Done(NamedTuple):
    """What the officer is told, and the page they go on to."""

    said: str
    to: str


def save_or_show(
    request: HttpRequest,
    form_type: type[BaseForm],
    act: Callable[..., Done],
    *,
    template: str,
    row: Model | None = None,
    context: dict[str, Any] | None = None,
    initial: dict[str, Any] | None = None,
    **how: Any,
) -> HttpResponse:
    """``act`` takes the cleaned answers. ``row`` is what the form begins with; ``how`` goes to the form."""
    begins = _as_stands(row, form_type) | (initial or {})
    form = form_type(answers_of(request), initial=begins, **how)
    anew = partial(form_type, **how)
    return act_on(request, form, act, template=template, context=context or {}, anew=anew)


def act_on(
    request: HttpRequest,
    form: BaseForm,
    act: Callable[..., Done],
    *,
    template: str,
    context: dict[str, Any],
    anew: Callable[..., BaseForm],
    refuse: Callable[[BaseForm, Refused], None] | None = None,
) -> HttpResponse:
    """``anew`` makes the form once more from other data; ``refuse`` puts a refusal on it, on top if not said."""
    context, status = context | {"form": form}, 200
    if form.is_valid():
        try:
            done = act(**form.cleaned_data)
        except ChangedMeanwhile as meanwhile:
            context |= {
                "form": _with_all_that_was_typed(request, anew, meanwhile),
                "theirs": meanwhile.theirs,
            }
            status = 409
        except Refused as refusal:
            (refuse or _put_on_top)(form, refusal)
        except ValidationError as problem:
            put_errors(form, problem)
        else:
            messages.success(request, done.said)
            return redirect(done.to)
    return render(request, template, context, status=status)


def _put_on_top(form: BaseForm, refusal: Refused) -> None:
    form.add_error(None, str(refusal))


def act_and_return(request: HttpRequest, act: Callable[[], str], to: str) -> HttpResponse:
    """For a button without a form: what was done, or why not, is told on the page it stands on."""
    try:
        messages.success(request, act())
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(to)


def put_errors(form: BaseForm, problem: ValidationError) -> None:
    """Each at its field; what belongs to none that the form has stands above them all."""
    by_field = (
        problem.message_dict if hasattr(problem, "error_dict") else {NON_FIELD_ERRORS: problem.messages}
    )
    for name, said in by_field.items():
        form.add_error(name if name in form.fields else None, said)


def answers_of(request: HttpRequest) -> QueryDict | None:
    """None when the page is only asked for; a form with every box empty was sent all the same."""
    return request.POST if request.method == "POST" else None


def page(name: str, *args: Any) -> str:
    return reverse(f"meetings:{name}", args=args)


def _as_stands(row: Model | None, form: type[BaseForm]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in form.base_fields if hasattr(row, name)}


def _with_all_that_was_typed(
    request: HttpRequest, anew: Callable[..., BaseForm], meanwhile: ChangedMeanwhile
) -> BaseForm:
    """Now about the row as it stands, so that saving once more overrules it."""
    data = request.POST.copy()
    data["version"] = str(meanwhile.theirs.version)
    return anew(data)
