"""Telephone numbers and e-mail addresses in a sentence, made into links."""

import re
from collections.abc import Iterator

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

NUMBER = r"(?<![\w+])(?:[+0]\d[\d \u00a0]{4,14}\d|999)(?!\w)"
ADDRESS = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
CONTACT = re.compile(f"(?P<address>{ADDRESS})|{NUMBER}")


def contact_links(text: str) -> SafeString:
    """A number is never broken between two lines."""
    return format_html_join("", "{}", ((part,) for part in _parts(text)))


def _parts(text: str) -> Iterator[str]:
    end = 0
    for found in CONTACT.finditer(text):
        yield text[end : found.start()]
        yield _link(found)
        end = found.end()
    yield text[end:]


def _link(found: re.Match[str]) -> SafeString:
    if found["address"]:
        return format_html('<a class="govuk-link" href="mailto:{0}">{0}</a>', found[0])
    dialled = re.sub(r"[^+\d]", "", found[0])
    return format_html('<a class="govuk-link portal-number" href="tel:{}">{}</a>', dialled, found[0])
