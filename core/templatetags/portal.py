"""What templates say: `{% component "tag" text="Draft" %}`, `{% box "details" summary="..." %}...{% endbox %}`.

A component is a template in templates/_components/ that sees only what it is given.
"""

import re
from typing import Any

from django import template
from django.template.loader import get_template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from core import access, mentions, navigation, richtext
from core.contact_links import contact_links
from core.richtext.sections import numbered_sections

register = template.Library()
WITHIN_A_NAME = re.compile(
    r"\b((?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Cllr|Professor|Rev|[A-Z])\.?) (?=[A-Z])"
)


@register.simple_tag
def component(name: str, /, **parameters: Any) -> SafeString:
    return get_template(f"_components/{name}.html").render(parameters)


@register.simple_block_tag(end_name="endbox")
def box(content: str, name: str, /, **parameters: Any) -> SafeString:
    """A component whose ``text`` is what stands between the tags."""
    return component(name, text=content, **parameters)


@register.filter
def attributes(values: dict | None) -> SafeString:
    """HTML attributes: True gives the bare name, None and False nothing."""
    kept = [(n, v) for n, v in (values or {}).items() if v is not None and v is not False]
    return format_html_join("", " {}{}", ((n, "" if v is True else format_html('="{}"', v)) for n, v in kept))


@register.filter
def rich(html: str, heading: int = 2) -> SafeString:
    """Formatted text as it was kept: ``{{ minute.text|rich }}``, with ``|rich:3`` below a heading of level 2."""
    return richtext.drawn(html, heading=heading)


@register.filter
def rich_sections(html: str) -> SafeString:
    """The text of a report, its sections and paragraphs numbered: 1., 1.1, 1.1.1."""
    return richtext.drawn(numbered_sections(html))


@register.filter
def unbroken_names(text: str) -> str:
    """Names in a list of members: no line ends between "Mrs", "A", "D" and "Allen"."""
    return WITHIN_A_NAME.sub("\\1\u00a0", text)


@register.simple_tag
def rich_text(html: str, *, anchor: str, heading: int = 2) -> SafeString:
    """The same, each paragraph with an id: ``{% rich_text minute.text anchor="minute-101" %}``."""
    return richtext.drawn(html, heading=heading, anchor=anchor)


@register.filter
def contacts(text: str) -> SafeString:
    """A helpline's telephone number to press, an e-mail address to write to."""
    return contact_links(text)


@register.filter
def may(user: Any, permission: str) -> bool:
    """``{% if user|may:"read_scorecard" %}``; an unknown permission is an error, not a no."""
    return access.may(user, access.Permission(permission))


@register.simple_tag
def mentions_of(row: Any) -> list[mentions.Mention]:
    """Where else in the portal this row is spoken of."""
    return mentions.mentions_of(row)


@register.simple_tag(takes_context=True)
def navigation_areas(context: template.Context) -> list[dict]:
    """The areas this reader may open; none where there is no request, as on an error page."""
    request = context.get("request")
    return navigation.areas_for(request) if request else []


@register.simple_tag(takes_context=True)
def navigation_sections(context: template.Context) -> list[dict]:
    request = context.get("request")
    return navigation.sections_for(request) if request else []


@register.simple_tag
def has_actions(rows: list[dict]) -> bool:
    return any(row and row.get("actions") for row in rows)


@register.simple_tag
def nth_text(cells: list[dict], position: int) -> str:
    return cells[position]["text"] if cells and position < len(cells) else ""
