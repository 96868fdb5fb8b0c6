"""What kind of field one is to be drawn as, how it looks, and where a link to it leads."""

from django import forms
from django.forms import BoundField
from django.forms.widgets import Input

from core.dates import DateInput, wrong_parts
from core.forms import Look
from core.richtext import RichTextInput

KINDS: list[tuple[type[forms.Widget], str]] = [
    (DateInput, "date"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Select, "select"),
    (RichTextInput, "rich_text"),
    (forms.Textarea, "textarea"),
    (forms.FileInput, "file"),
    (forms.PasswordInput, "password"),
    (Input, "input"),
]


def kind_of(field: BoundField) -> str:
    return next((name for kind, name in KINDS if isinstance(field.field.widget, kind)), "other")


def look_of(field: BoundField) -> Look:
    return getattr(field.form, "looks", {}).get(field.name) or Look()


def revealed_names(form: forms.BaseForm) -> set[str]:
    return {name for look in getattr(form, "looks", {}).values() for name in look.reveals.values()}


def id_of(field: BoundField) -> str:
    return field.field.widget.attrs.get("id") or field.auto_id


def anchor_of(field: BoundField) -> str:
    """The id of the box that a link to the field's error should reach."""
    if isinstance(field.field.widget, DateInput):
        return f"{id_of(field)}-{wrong_parts(field)[0]}"
    if kind_of(field) == "other":
        return field.id_for_label or f"{id_of(field)}_0"  # Django numbers the boxes of a widget of several
    return id_of(field)
