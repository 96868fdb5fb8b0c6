"""The longest table of a check report, in one go: a template takes five times as long over its rows."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from scorecard.imports.comparison import Change
from scorecard.models import Variant

register = template.Library()
NONE_BEFORE = "no figure"

INDICATOR = (
    '<th scope="row" class="govuk-table__header"><strong>{}</strong> {}'
    '<span class="portal-table__detail">{}</span></th>'
)
MONTH = '<td class="govuk-table__cell" data-label="Month">{}</td>'
FIGURE = '<td class="govuk-table__cell" data-label="Figure"><strong>{}</strong></td>'
BEFORE = '<td class="govuk-table__cell" data-label="{}">{}</td>'


@register.simple_tag
def new_figure_rows(changes: Iterable[Change], *, with_month: bool, month_before: str) -> SafeString:
    """`month_before` heads the column of the figures that the new ones follow."""
    row = f'<tr class="govuk-table__row">{INDICATOR}{MONTH if with_month else ""}{BEFORE}{FIGURE}</tr>'
    months = ((change.month,) if with_month else () for change in changes)
    return format_html_join(
        "\n",
        row,
        (
            (*_what(change), *month, month_before, change.month_before or NONE_BEFORE, change.now)
            for change, month in zip(changes, months, strict=True)
        ),
    )


def _what(change: Change) -> tuple[str, str, str]:
    return change.code, change.name, population_in_words(change)


@register.filter
def population_in_words(change: Change) -> str:
    """Of all children nothing is said."""
    return "" if change.population == Variant.ALL.label else change.population
