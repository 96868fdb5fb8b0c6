"""Formsets whose rows can be added and taken away without JavaScript."""

from typing import Any

from django import forms
from django.forms.formsets import TOTAL_FORM_COUNT
from django.forms.utils import ErrorDict, ErrorList


class RowsFormSet(forms.BaseFormSet):
    """``formset_factory(MonthForm, formset=RowsFormSet, can_delete=True)``.

    The button "Add another" posts the whole form with ``<prefix>-add``: the view finds the formset not valid,
    draws it again as for any mistake, and there is one row more and no error yet.
    """

    row_name = "Row"

    def __init__(self, data: Any = None, files: Any = None, **kwargs: Any) -> None:
        prefix = kwargs.get("prefix") or self.get_default_prefix()
        self.was_asked_for_a_row = data is not None and f"{prefix}-add" in data
        super().__init__(
            _with_a_row_more(data, prefix) if self.was_asked_for_a_row else data, files, **kwargs
        )

    def _construct_form(self, i: int, **kwargs: Any) -> forms.BaseForm:
        form = super()._construct_form(i, **kwargs)
        if self.was_asked_for_a_row and i == self.total_form_count() - 1:
            form.visible_fields()[0].field.widget.attrs["autofocus"] = True
        return form

    @property
    def add_name(self) -> str:
        return f"{self.prefix}-add"

    @property
    def add_label(self) -> str:
        return f"Add another {self.row_name.lower()}"

    def full_clean(self) -> None:
        if not self.was_asked_for_a_row:
            return super().full_clean()
        self._errors, self._non_form_errors = [{} for _ in self.forms], ErrorList()
        for form in self.forms:
            form._errors, form.cleaned_data = ErrorDict(), {}
        return None

    def is_valid(self) -> bool:
        return super().is_valid() and not self.was_asked_for_a_row


def _with_a_row_more(data: Any, prefix: str) -> Any:
    more, total = data.copy(), f"{prefix}-{TOTAL_FORM_COUNT}"
    typed = str(more.get(total, "0"))
    more[total] = str(int(typed) + 1) if typed.isascii() and typed.isdigit() else typed
    return more
