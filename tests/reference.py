"""The reference examples that govuk-frontend ships with each component, and HTML compared by what it means."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.utils.safestring import mark_safe
from lxml import html

PACKAGE = Path(__file__).parent.parent / "node_modules/govuk-frontend/dist/govuk/components"


def examples(component: str, *, unsupported: dict[str, str]) -> list:
    """Every example as a pytest parameter, but for those named with the reason why they are not drawn."""
    fixtures = json.loads((PACKAGE / component / "fixtures.json").read_text())["fixtures"]
    unknown = unsupported.keys() - {fixture["name"] for fixture in fixtures}
    assert not unknown, f"{component} has no examples named {unknown}"
    kept = [f for f in fixtures if f["name"] not in unsupported]
    return [pytest.param(f["options"], f["html"], id=f"{component}: {f['name']}") for f in kept]


def text_of(options: dict | None, name: str = "text", html_name: str = "html") -> str:
    """Text to be escaped, or the HTML that an example gives instead."""
    options = options or {}
    return mark_safe(options[html_name]) if options.get(html_name) else options.get(name, "")


def plain(attributes: dict | None) -> dict:
    """Attributes as our templates take them: the reference also has {value, optional} for each."""
    return {n: v["value"] if isinstance(v, dict) else v for n, v in (attributes or {}).items()}


def shape(markup: str) -> Any:
    """What HTML says: elements, attributes in any order, classes in any order, white space as one space."""
    return [
        _shape_of(node) for node in html.fragments_fromstring(markup.strip()) if not isinstance(node, str)
    ]


def _shape_of(node: html.HtmlElement) -> tuple:
    attributes = {name: _value(name, value) for name, value in node.attrib.items()}
    children: list[Any] = [_words(node.text)]
    for child in node:
        children += [_shape_of(child), _words(child.tail)]
    return node.tag, attributes, _trimmed([child for child in children if child != ""])


def _trimmed(children: list) -> list:
    if children and isinstance(children[0], str):
        children[0] = children[0].lstrip()
    if children and isinstance(children[-1], str):
        children[-1] = children[-1].rstrip()
    return [child for child in children if child not in ("", " ")]


def _value(name: str, value: str) -> str:
    return " ".join(sorted(value.split())) if name == "class" else re.sub(r"\s+", " ", value).strip()


def _words(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
