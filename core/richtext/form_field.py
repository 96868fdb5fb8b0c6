"""The question in a form that is answered with formatted text, with an editor or, where no script runs, without."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import linebreaks

from core.richtext.cleaning import clean
from core.richtext.plain_text import from_plain, to_plain


class PlainAnswer(str):
    """What was typed into the box without an editor; no HTML."""


class RichTextInput(forms.Textarea):
    """Drawn by govuk/rich_text.html: a plain box, and beside it a hidden one that the editor's script sends instead."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Mapping, name: str) -> str | None:
        formatted = data.get(self.formatted_name(name))
        if formatted is not None:
            return formatted
        plain = data.get(name)
        return None if plain is None else PlainAnswer(plain)

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Mapping, name: str) -> bool:
        return name not in data and self.formatted_name(name) not in data

    @staticmethod
    def formatted_name(name: str) -> str:
        return f"{name}-formatted"


class RichTextFormField(forms.CharField):
    """Clean HTML; empty where no words were typed. ``headings`` gives the editor its buttons for them."""

    widget = RichTextInput

    def __init__(self, *, headings: bool = True, **kwargs: Any) -> None:
        self.headings = headings
        super().__init__(**{**kwargs, "strip": False})

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        if isinstance(value, PlainAnswer):
            return from_plain(text, headings=self.headings)
        return clean(text, headings=self.headings)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != clean(initial or "", headings=self.headings)
        except ValidationError:
            return True


def both_ways(value: Any) -> tuple[str, str]:
    """What the box without an editor and the editor begin with; an answer that was refused comes back as it was."""
    if isinstance(value, PlainAnswer):
        html = _or_nothing(from_plain, value) or linebreaks(value, autoescape=True)
        return str(value), html
    html = _or_nothing(clean, value or "")
    return to_plain(html), html or str(value or "")


def _or_nothing(make: Callable[[str], str], value: str) -> str:
    try:
        return make(value)
    except ValidationError:
        return ""
