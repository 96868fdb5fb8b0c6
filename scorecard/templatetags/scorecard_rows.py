"""The repeated parts of the scorecard's page, written in Python: as templates they cost more than all the rest of it.

Text is escaped where it enters the markup. What a component or a chart gives is markup already.
"""

from collections.abc import Iterable
from functools import lru_cache
from html import escape as escape_text

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString

from core.templatetags.portal import component
from scorecard.forms.reading import View
from scorecard.rag import Rag
from scorecard.report.facts import Marks
from scorecard.report.readings import Reading
from scorecard.report.rows import Row
from scorecard.travel import Travel, TravelReason

register = template.Library()
component_once = lru_cache(component)
escape = lru_cache(16_384)(escape_text)  # the same names, words and figures page after page


@register.simple_tag
def scorecard_rows(rows: Iterable[Row], view: View, since: str, marks: Marks) -> SafeString:
    """Table rows of indicators, with the direction that the view asks for; `since` names its baseline."""
    page = escape(f"{reverse('scorecard:indicator_read', args=['CODE0'])}?{view.query}")
    return SafeString("".join(_row(row, row.travel[view.comparison], page, since, marks) for row in rows))


@register.simple_tag
def rag(rating: Rag) -> SafeString:
    """The tag of a rating: there are four, and each is drawn once."""
    return component_once("rag", rating=rating)


@register.simple_tag
def options(choices: Iterable[tuple[str, str]], chosen: str | None) -> SafeString:
    """The choices of a select."""
    return SafeString(
        "".join(
            f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(label)}</option>\n'
            for value, label in choices
        )
    )


def _row(row: Row, travel: Travel, page: str, since: str, marks: Marks) -> str:
    now, way = row.now, f"scorecard-row__travel--{travel.colour}"
    remarks = row.remarks(are_all_illustrative=marks.figures_are_illustrative)
    told_since = f' data-since="{escape(since)}"' if travel.arrow else ""
    return f"""<tr class="scorecard-row">
<th scope="row" class="scorecard-row__name">
<a class="govuk-link" href="{page.replace("CODE0", escape(row.code), 1)}">{escape(row.name)}</a>{_detail(remarks)}</th>
<td class="scorecard-row__figure">{_figure(now)}</td>
<td class="scorecard-row__target">{escape(now.target_text)}</td>
<td class="scorecard-row__floor">{_floor(now, marks)}</td>
<td class="scorecard-row__rating">{rag(now.rating.rating)}</td>
<td class="scorecard-row__travel {way}"{told_since}>{_direction(travel)}</td>
<td class="scorecard-row__line">{row.sparkline}</td>
<td class="scorecard-row__benchmark">{_benchmark(row)}</td>
</tr>
"""


def _detail(text: str) -> str:
    return f' <span class="portal-table__detail">{escape(text)}</span>' if text else ""


def _figure(now: Reading) -> str:
    """ "%" stands beside the figure, "per 10,000" under it."""
    if not now.text:
        return f'<span class="scorecard-row__no-figure">No figure: {escape(now.without_figure)}</span>'
    return figure_with_unit(now)


@register.simple_tag
def figure_with_unit(reading: Reading) -> SafeString:
    """A word keeps its space, "41.6 per 10,000", also for who copies it or hears it read."""
    suffix = reading.suffix
    space, length = (" ", " scorecard-unit--long") if len(suffix) > 1 else ("", "")
    unit = f'<span class="scorecard-unit{length}">{escape(suffix)}</span>'
    return SafeString(f"<strong>{escape(reading.text)}</strong>{space}{unit}")


def _floor(now: Reading, marks: Marks) -> str:
    is_marked = now.is_floor_illustrative and now.floor_text and not marks.floors_are_illustrative
    return f"{escape(now.floor_text)}{_detail('illustrative' if is_marked else '')}"


def _direction(travel: Travel) -> str:
    """Nothing where there is no figure now: its own cell says so. The component is drawn once an arrow."""
    if travel.reason == TravelReason.NO_CURRENT:
        return ""
    return component_once("direction", arrow=travel.arrow, text="{}").replace("{}", escape(travel.words))


def _benchmark(row: Row) -> str:
    shown = row.benchmark
    if not shown:
        return ""
    return f"{escape(row.benchmark_figure)}{_detail(f'{shown.area} {shown.period_label}'.strip())}"
