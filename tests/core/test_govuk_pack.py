"""The crispy pack draws Django's fields as govuk-frontend's own templates draw them, example by example."""

import re
from collections.abc import Callable

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict, ErrorList
from lxml import html

from core.dates import PARTS, DateField
from core.forms import Look
from core.templatetags.govuk import govuk_field
from tests.core.undrawn import UNSUPPORTED
from tests.reference import examples, plain, shape, text_of

TYPED = ("autocomplete", "autocapitalize", "inputmode", "pattern")


def draw(o: dict, field: forms.Field, error_parts: tuple = (), **look) -> str:
    """The example's label, hint, error and attributes given to a field in a form of its own."""
    name = o["name"]
    label, hint = o.get("label") or o.get("fieldset", {}).get("legend", {}), o.get("hint")
    field.label, field.help_text, field.disabled = (
        text_of(label),
        text_of(hint) if hint else "",
        bool(o.get("disabled")),
    )
    field.widget.attrs |= plain(o.get("attributes")) | {k: o[k] for k in TYPED if k in o}
    field.widget.attrs |= _named_otherwise(o)
    look |= {"label_size": _size(label), "is_page_heading": bool(label.get("isPageHeading"))}
    look["group_classes"] = o.get("formGroup", {}).get("classes", "")
    form = forms.Form(auto_id="%s")
    form.fields = {name: field} | {
        revealed: forms.CharField() for revealed in look.get("reveals", {}).values()
    }
    form.looks = {name: Look(**look)}
    if o.get("errorMessage"):
        said = ValidationError(
            text_of(o["errorMessage"]), params={"parts": error_parts} if error_parts else None
        )
        form._errors = ErrorDict({name: ErrorList([said])})
    return govuk_field(form[name])


def _named_otherwise(o: dict) -> dict:
    described_by = o.get("describedBy") or o.get("fieldset", {}).get("describedBy")
    attrs = {"id": o.get("id") or o.get("idPrefix"), "aria-describedby": described_by}
    if o.get("spellcheck") is not None:
        attrs["spellcheck"] = str(o["spellcheck"]).lower()
    return {name: value for name, value in attrs.items() if value}


def _size(label: dict) -> str:
    found = re.search(r"--(s|m|l|xl)\b", label.get("classes") or "")
    return found[1] if found else ""


def _width_and_rest(o: dict) -> dict:
    classes = o.get("classes") or ""
    found = re.search(r"govuk-input--width-(\d+)", classes)
    return {
        "width": int(found[1]) if found else None,
        "classes": classes.replace(found[0] if found else "", "").strip(),
    }


def text_input(o: dict) -> str:
    field = forms.CharField(initial=o.get("value"))
    return draw(
        o, field, prefix=text_of(o.get("prefix")), suffix=text_of(o.get("suffix")), **_width_and_rest(o)
    )


def password(o: dict) -> str:
    field = forms.CharField(widget=forms.PasswordInput(render_value=True), initial=o.get("value"))
    return draw(o, field, **_width_and_rest(o))


def textarea(o: dict) -> str:
    field = forms.CharField(widget=forms.Textarea, initial=o.get("value"))
    counts = {"limit": o.get("maxlength"), "word_limit": o.get("maxwords"), "threshold": o.get("threshold")}
    return draw(o, field, rows=o.get("rows", 5), classes=o.get("classes") or "", **counts)


class ItemAttributes(forms.Select):
    """A select whose choices have attributes, and some of which cannot be chosen."""

    items: list[dict] = []

    def create_option(self, name, value, label, selected, index, **kwargs) -> dict:
        option = super().create_option(name, value, label, selected, index, **kwargs)
        item = self.items[index]
        return option | {
            "attrs": option["attrs"] | plain(item.get("attributes")) | {"disabled": item.get("disabled")}
        }


def select(o: dict) -> str:
    items = [item for item in o.get("items", []) if item]
    selected = [item["value"] for item in items if item.get("selected")]
    field = forms.ChoiceField(
        choices=[(item["value"], item["text"]) for item in items], widget=ItemAttributes
    )
    field.initial, field.widget.items = o.get("value") or "".join(map(str, selected[:1])), items
    return draw(o, field, classes=o.get("classes") or "")


def file_upload(o: dict) -> str:
    field = forms.FileField()
    field.widget.attrs["multiple"] = bool(o.get("multiple"))
    return draw(o, field, classes=o.get("classes") or "")


def radios(o: dict) -> str:
    return _choices(o, forms.ChoiceField(widget=forms.RadioSelect), o.get("value"))


def checkboxes(o: dict) -> str:
    return _choices(o, forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple), o.get("values"))


def _choices(o: dict, field: forms.ChoiceField, initial: object) -> str:
    items = [item for item in o["items"] if item and "divider" not in item]
    field.choices = [(item["value"], text_of(item)) for item in items]
    ticked = [item["value"] for item in items if item.get("checked")]
    field.initial = initial or (
        ticked if isinstance(field, forms.MultipleChoiceField) else "".join(ticked[:1])
    )
    return draw(
        o, field, hints={item["value"]: text_of(item["hint"]) for item in items if item.get("hint")},
        divider=_after_divider(o), is_inline="--inline" in (o.get("classes") or ""),
        is_small="--small" in (o.get("classes") or ""),
        none_of_these=next((item["value"] for item in items if item.get("behaviour")), None),
        reveals={item["value"]: f"revealed-{item['value']}" for item in items if item.get("conditional")},
    )  # fmt: skip


def _after_divider(o: dict) -> str | None:
    items = [item for item in o["items"] if item]
    return next((items[i + 1]["value"] for i, item in enumerate(items) if "divider" in item), None)


def one_checkbox(o: dict) -> str:
    item = o["items"][0]
    field = forms.BooleanField(widget=forms.CheckboxInput(attrs={"value": item["value"]}))
    return draw(o | {"label": item, "hint": item.get("hint")}, field)


def date_input(o: dict) -> str:
    items = {item["name"]: item for item in o.get("items", []) if item} or {p: o.get(p, {}) for p in PARTS}
    values, prefix = o.get("values", {}), o.get("namePrefix")
    typed = {p: str(values.get(p) or values.get(f"{prefix}-{p}") or "") for p in PARTS}
    field = DateField(initial=typed)
    field.widget.attrs |= {
        f"autocomplete-{p}": item["autocomplete"] for p, item in items.items() if "autocomplete" in item
    }
    return draw(o | {"name": prefix or o["id"]}, field, error_parts=_wrong(items))


def _wrong(items: dict[str, dict]) -> tuple:
    wrong = tuple(p for p, i in items.items() if i.get("error") or "--error" in (i.get("classes") or ""))
    return wrong or tuple(p for p, i in items.items() if i.get("error") is not False)


DRAWN: dict[str, Callable[[dict], str]] = {
    "character-count": textarea,
    "checkboxes": checkboxes,
    "date-input": date_input,
    "file-upload": file_upload,
    "input": text_input,
    "password-input": password,
    "radios": radios,
    "select": select,
    "textarea": textarea,
}
EXAMPLES = [
    pytest.param(name, *p.values, id=p.id)
    for name in DRAWN
    for p in examples(name, unsupported=UNSUPPORTED.get(name, {}))
]


@pytest.mark.parametrize(("name", "options", "expected"), EXAMPLES)
def test_pack_draws_the_reference_example(name: str, options: dict, expected: str) -> None:
    assert comparable(DRAWN[name](options), options) == comparable(expected, options)


def comparable(markup: str, options: dict) -> list:
    """Without what a choice reveals, which here is a field like any other; date boxes under their field's name."""
    tree = html.fragment_fromstring(markup, create_parent=True)
    for revealed in tree.xpath("//*[starts-with(@id, 'conditional-')]"):
        revealed[:], revealed.text = [], ""
    for box in tree.xpath("//input[@name='day' or @name='month' or @name='year']"):
        box.set("name", f"{options['id']}-{box.get('name')}")
    return shape(html.tostring(tree, encoding="unicode"))


ONE = "with single option{} set 'aria-describedby' on input, and describedBy"


@pytest.mark.parametrize("name", [ONE.format(""), ONE.format(" (and hint)")])
def test_pack_draws_one_tick_box_as_the_reference_item(name: str) -> None:
    options, expected = next(p.values for p in examples("checkboxes", unsupported={}) if name in p.id)

    drawn = html.fragment_fromstring(one_checkbox(options)).xpath("//div[@class='govuk-checkboxes__item']")[0]

    reference = html.fragment_fromstring(expected).xpath("//div[@class='govuk-checkboxes__item']")[0]
    described_by = reference[0].get("aria-describedby").replace(f" {options['name']}-hint", "")
    reference[0].set(
        "aria-describedby", described_by
    )  # there, the group has a hint as well as its one choice
    assert shape(html.tostring(drawn, encoding="unicode")) == shape(
        html.tostring(reference, encoding="unicode")
    )
