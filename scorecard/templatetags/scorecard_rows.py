"""The rows of the scorecard's table, written in Python: as a template they cost more than all the rest of the page."""

from collections.abc import Iterable
from functools import lru_cache

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from core.templatetags.portal import component
from scorecard.report.rows import Row
from scorecard.report.scorecard import Scorecard
from scorecard.travel import Travel

register = template.Library()
component_once = lru_cache(maxsize=4096)(component)

ROW = """<tr class="govuk-table__row">
<th scope="row" class="govuk-table__header"><a class="govuk-link" href="{address}">{name}</a>{remarks}</th>
<td class="govuk-table__cell govuk-table__cell--numeric" data-label="{month}">{figure}</td>
<td class="govuk-table__cell govuk-table__cell--numeric" data-label="Target">{target}</td>
<td class="govuk-table__cell govuk-table__cell--numeric" data-label="Floor">{floor}</td>
<td class="govuk-table__cell" data-label="Rating">{rating}</td>
<td class="govuk-table__cell" data-label="{against}">{direction}</td>
<td class="govuk-table__cell" data-label="24 months">{sparkline}</td>
<td class="govuk-table__cell govuk-table__cell--numeric" data-label="Benchmark">{benchmark}</td>
</tr>
"""
DETAIL = '<span class="portal-table__detail">{}</span>'
FIGURE = '<span><strong class="scorecard-figure">{}</strong><span class="scorecard-unit">{}</span></span>'
ADDRESS = "{}?month={}&population={}"


@register.simple_tag
def scorecard_rows(rows: Iterable[tuple[Row, Travel]], scorecard: Scorecard, against: str) -> SafeString:
    """Table rows of indicators with the direction to show; `against` names its baseline."""
    page = reverse("scorecard:indicator_read", args=["CODE"])
    return format_html_join(
        "", "{}", ((_row(row, travel, scorecard, against, page),) for row, travel in rows)
    )


def _row(row: Row, travel: Travel, scorecard: Scorecard, against: str, page: str) -> SafeString:
    now = row.now
    return format_html(
        ROW,
        address=ADDRESS.format(page.replace("CODE", row.code), scorecard.month.slug, scorecard.variant),
        name=row.name,
        remarks=_detail(row.remarks),
        month=scorecard.month.label,
        figure=format_html(FIGURE, now.text, now.suffix) if now.text else f"No figure: {now.without_figure}",
        target=now.target_text,
        floor=format_html(
            "{}{}", now.floor_text, _detail("illustrative" if now.is_floor_illustrative else "")
        ),
        rating=component_once("rag", rating=now.rating.rating),
        against=against,
        direction=component_once("direction", arrow=travel.arrow, text=travel.words),
        sparkline=row.sparkline,
        benchmark=_benchmark(row),
    )


def _detail(text: str) -> SafeString | str:
    return format_html(DETAIL, text) if text else ""


def _benchmark(row: Row) -> SafeString | str:
    shown = row.benchmark
    return format_html("{}{}", shown.text, _detail(f"{shown.area} {shown.period_label}")) if shown else ""
