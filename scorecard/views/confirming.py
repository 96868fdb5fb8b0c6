"""Saving in two steps, without any state between them: what would change is shown, then confirmed with a tick."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest

from scorecard.forms.indicators import ConfirmForm
from scorecard.upkeep import Preview


def confirmation(request: HttpRequest, preview: Preview) -> ConfirmForm:
    """Bound when the person answers to what this preview says. Whoever read something else is asked anew."""
    if request.POST.get("seen") == preview.fingerprint:
        return ConfirmForm(request.POST)
    return ConfirmForm(initial={"seen": preview.fingerprint})


def put_errors(form: forms.BaseForm, problem: ValidationError) -> None:
    """Each at its field; what belongs to none that the form has stands above them all."""
    by_field = (
        problem.message_dict if hasattr(problem, "error_dict") else {NON_FIELD_ERRORS: problem.messages}
    )
    for name, messages in by_field.items():
        form.add_error(name if name in form.fields else None, messages)
