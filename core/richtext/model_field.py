"""The column that keeps formatted text. Whatever way it is written to through the ORM, it is cleaned first."""

from typing import Any

from django import forms
from django.db import models

from core.richtext.cleaning import clean
from core.richtext.form_field import RichTextFormField


class RichTextField(models.TextField):
    """Clean HTML. ``headings=False`` for minutes, whose headings are the items themselves."""

    def __init__(self, *args: Any, headings: bool = True, **kwargs: Any) -> None:
        self.headings = headings
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple:
        name, _, args, kwargs = super().deconstruct()
        if not self.headings:
            kwargs["headings"] = False
        return name, "core.richtext.RichTextField", args, kwargs

    def to_python(self, value: Any) -> str | None:
        return self._cleaned(super().to_python(value))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """The object has what the database has."""
        value = self._cleaned(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value: Any) -> Any:
        """Also for update(), bulk_update() and fixtures."""
        return self._cleaned(super().get_prep_value(value))

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        return super().formfield(**{"form_class": RichTextFormField, "headings": self.headings, **kwargs})

    def _cleaned(self, value: Any) -> Any:
        return clean(value, headings=self.headings) if isinstance(value, str) else value
