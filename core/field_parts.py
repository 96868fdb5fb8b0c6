"""What the templates of the ``govuk`` pack need to know of one bound field, put together in one place."""

from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe

from core.dates import PARTS, wrong_parts
from core.field_kinds import anchor_of, id_of, kind_of, look_of
from core.richtext.form_field import both_ways

LEFT_OUT = {
    "id",
    "class",
    "required",
    "aria-describedby",
    "min",
    "max",
    "step",
    "cols",
    "rows",
    "placeholder",
}
ROWS_OF_A_TEXT = 12
BLANK = "---------"  # Django's label for no choice


def parts_of(field: BoundField) -> dict[str, Any]:
    """The context of ``govuk/<kind>.html``."""
    kind, look = kind_of(field), look_of(field)
    parts = {
        "field": field,
        "id": id_of(field),
        "name": field.html_name,
        "label": _label(field),
        "label_classes": f"govuk-label--{look.label_size}" if look.label_size else "",
        "hint": field.help_text,
        "hint_id": f"{id_of(field)}-hint",
        "error_id": f"{id_of(field)}-error",
        "error": format_html_join(mark_safe("<br>"), "{}", ((message,) for message in field.errors)),
        "described_by": _described_by(field, kind),
        "look": look,
    }
    return parts | MORE[kind](field, parts)


def _label(field: BoundField) -> str:
    is_marked = not field.field.required and getattr(field.form, "marks_optional", True)
    is_alone = isinstance(field.field.widget, forms.CheckboxInput)  # leaving a tick box alone is an answer
    return f"{field.label} (optional)" if is_marked and not is_alone else field.label


def _described_by(field: BoundField, kind: str) -> str:
    ids = [field.field.widget.attrs.get("aria-describedby", "")]
    if field.help_text and kind != "checkbox":
        ids.append(f"{id_of(field)}-hint")
    if field.errors:
        ids.append(f"{id_of(field)}-error")
    if kind == "textarea" and (_limit(field) or look_of(field).word_limit):
        ids.insert(1, f"{id_of(field)}-info")
    return " ".join(part for part in ids if part)


def _classes(field: BoundField, name: str) -> str:
    look = look_of(field)
    parts = [f"govuk-{name}", look.classes, field.field.widget.attrs.get("class", "")]
    if look.width:
        parts.insert(1, f"govuk-input--width-{look.width}")
    if field.errors:
        parts.append(f"govuk-{name}--error")
    return " ".join(part for part in parts if part)


def _control(field: BoundField, name: str, parts: dict, **more: Any) -> dict[str, Any]:
    """The attributes of the one element that takes the answer."""
    own = {k: v for k, v in field.field.widget.attrs.items() if k not in LEFT_OUT}
    return {
        "class": _classes(field, name),
        "id": parts["id"] or None,
        "name": parts["name"],
        "disabled": field.field.disabled,
        "aria-describedby": parts["described_by"] or None,
        **more,
        **own,
    }


def _input(field: BoundField, parts: dict) -> dict[str, Any]:
    widget = field.field.widget
    more: dict[str, Any] = {"type": widget.input_type, "value": widget.format_value(field.value())}
    if widget.input_type == "number":  # spinners and scroll wheels change figures by accident
        has_decimals = isinstance(field.field, (forms.DecimalField, forms.FloatField))
        more |= {"type": "text", "inputmode": "decimal" if has_decimals else "numeric"}
    return {"control": _control(field, "input", parts, **more)}


def _password(field: BoundField, parts: dict) -> dict[str, Any]:
    typing = {
        "type": "password",
        "spellcheck": "false",
        "autocapitalize": "none",
        "autocomplete": "current-password",
    }
    value = field.field.widget.format_value(field.value()) if field.field.widget.render_value else None
    control = _control(field, "input", parts, value=value, **typing)
    control["class"] += " govuk-password-input__input govuk-js-password-input-input"
    return {"control": control}


def _limit(field: BoundField) -> int | None:
    return look_of(field).limit or field.field.widget.attrs.get("maxlength")


def _textarea(field: BoundField, parts: dict) -> dict[str, Any]:
    control = _control(field, "textarea", parts, rows=parts["look"].rows)
    control.pop("maxlength", None)  # too long is said beneath the box, not cut off while typing
    limit = _limit(field)
    if limit or parts["look"].word_limit:
        control["class"] += " govuk-js-character-count"
    return {"control": control, "value": field.field.widget.format_value(field.value()), "limit": limit}


def _rich_text(field: BoundField, parts: dict) -> dict[str, Any]:
    widget, described_by = field.field.widget, parts["described_by"]
    without_editor = f"{parts['id']}-plain-hint {described_by}".strip()
    plain, formatted = both_ways(field.value())
    rows = max(parts["look"].rows, ROWS_OF_A_TEXT)
    return {
        "control": _control(field, "textarea", parts | {"described_by": without_editor}, rows=rows),
        "plain": plain,
        "formatted": formatted,
        "formatted_name": widget.formatted_name(parts["name"]),
        "has_headings": field.field.headings,
    }


def _file(field: BoundField, parts: dict) -> dict[str, Any]:
    return {"control": _control(field, "file-upload", parts)}


def _select(field: BoundField, parts: dict) -> dict[str, Any]:
    groups = [(group, [_named(o) for o in options]) for group, options, _ in _optgroups(field)]
    several = field.field.widget.allow_multiple_selected
    return {"control": _control(field, "select", parts, multiple=several), "groups": groups}


def _named(option: dict) -> dict:
    return option | {"label": "Choose one"} if option["label"] == BLANK else option


def _optgroups(field: BoundField) -> list:
    widget = field.field.widget
    return widget.optgroups(field.html_name, widget.format_value(field.value()), {})


def _choices(field: BoundField, parts: dict) -> dict[str, Any]:
    items: list[dict] = []
    number = 0
    for option in [o for _, group, _ in _optgroups(field) for o in group if o["label"] != BLANK]:
        number += 2 if str(option["value"]) == parts["look"].divider else 1  # the word "or" counts as one
        items.append(_item(field, parts, option, number))
    return {"items": items}


def _item(field: BoundField, parts: dict, option: dict, number: int) -> dict[str, Any]:
    """The first bears the field's own id, so that a link to the field finds it."""
    look, value = parts["look"], str(option["value"])
    id_ = parts["id"] if number == 1 else f"{parts['id']}-{number}"
    hint, revealed = look.hints.get(value), look.reveals.get(value)
    return {
        "id": id_,
        "value": value,
        "label": option["label"],
        "is_checked": option["selected"],
        "hint": hint,
        "divider": "or" if value == look.divider else "",
        "revealed": field.form[revealed] if revealed else None,
        "attributes": {
            "disabled": field.field.disabled or option["attrs"].get("disabled"),
            "data-aria-controls": f"conditional-{id_}" if revealed else None,
            "data-behaviour": "exclusive" if value == look.none_of_these else None,
            "aria-describedby": f"{id_}-item-hint" if hint else None,
        },
    }


def _checkbox(field: BoundField, parts: dict) -> dict[str, Any]:
    widget = field.field.widget
    hint_id = f"{parts['id']}-item-hint" if field.help_text else ""
    described_by = f"{parts['described_by']} {hint_id}".strip() or None
    control = _control(field, "checkboxes__input", parts | {"described_by": described_by})
    control |= {
        "class": "govuk-checkboxes__input",
        "type": "checkbox",
        "checked": widget.check_test(field.value()),
    }
    return {"control": {"value": "on"} | control, "hint_id": hint_id}


def _date(field: BoundField, parts: dict) -> dict[str, Any]:
    typed, wrong = field.field.widget.format_value(field.value()), wrong_parts(field)
    return {"boxes": [_box(field, parts, part, typed.get(part, ""), part in wrong) for part in PARTS]}


def _box(field: BoundField, parts: dict, part: str, typed: str, is_wrong: bool) -> dict[str, Any]:
    width = 4 if part == "year" else 2
    error = " govuk-input--error" if is_wrong else ""
    control = {
        "class": f"govuk-input govuk-date-input__input{error} govuk-input--width-{width}",
        "id": f"{parts['id']}-{part}",
        "name": f"{parts['name']}-{part}",
        "type": "text",
        "value": typed or None,
        "inputmode": "numeric",
        "autocomplete": field.field.widget.attrs.get(f"autocomplete-{part}"),
        "disabled": field.field.disabled,
    }
    return {"label": part.capitalize(), "control": control}


def _other(field: BoundField, parts: dict) -> dict[str, Any]:
    attrs = {"aria-describedby": parts["described_by"]} if parts["described_by"] else {}
    return {"html": field.as_widget(attrs=attrs), "id": anchor_of(field)}


MORE = {
    "input": _input,
    "password": _password,
    "textarea": _textarea,
    "rich_text": _rich_text,
    "file": _file,
    "select": _select,
    "radios": _choices,
    "checkboxes": _choices,
    "checkbox": _checkbox,
    "date": _date,
    "other": _other,
}
