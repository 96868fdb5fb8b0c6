from django import template
from django.utils.safestring import SafeString

from core import richtext

register = template.Library()


@register.filter
def report_text(html: str) -> SafeString:
    """The text of a report, its first headings at level 2."""
    return richtext.drawn(html)
