"""The list at the top of a page with mistakes: each with the address of the box that it is about."""

from django.forms import BaseForm, BoundField
from django.forms.formsets import BaseFormSet

from core.field_kinds import anchor_of, id_of


def errors_of(problem: BaseForm | BaseFormSet) -> list[dict]:
    """What error_summary.html lists: ``text`` and, for an error of one field, ``href``."""
    if isinstance(problem, BaseFormSet):
        return _of_formset(problem)
    whole = [{"text": message} for message in problem.non_field_errors()]
    fields = [problem[name] for name in problem.fields if name in problem.errors]
    return whole + [{"text": message} | _address(field) for field in fields for message in field.errors]


def _of_formset(formset: BaseFormSet) -> list[dict]:
    whole = [{"text": message} for message in formset.non_form_errors()]
    row = getattr(formset, "row_name", "Row")
    numbered = [(n, error) for n, form in enumerate(formset.forms, 1) for error in errors_of(form)]
    return whole + [error | {"text": f"{row} {n}: {error['text']}"} for n, error in numbered]


def _address(field: BoundField) -> dict[str, str]:
    return {} if field.is_hidden or not id_of(field) else {"href": f"#{anchor_of(field)}"}
