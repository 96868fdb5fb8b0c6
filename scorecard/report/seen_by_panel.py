"""Which months the panel has seen with a figure of one indicator: these keep their targets, and what prints them."""

from datetime import date

from django.db.models import Exists, Max, OuterRef

from scorecard.models import Figure, Indicator, PanelReport, PublishedFigure


def months_seen(indicator: Indicator) -> dict[date, date]:
    """The day of the meeting by the month's end, earliest first. A report that was withdrawn was never seen.

    Of a report from before the portal, which has no figures of its own, those of its month count.
    """
    current = Figure.objects.current().filter(indicator=indicator, period=OuterRef("period"))
    published = PublishedFigure.objects.filter(indicator=indicator, report=OuterRef("pk"))
    reports = PanelReport.objects.standing().filter(Exists(current) | Exists(published))
    return dict(reports.order_by("period__ends_on").values_list("period__ends_on", "meeting_on"))


def latest_month_seen() -> date | None:
    """Its figures may have been withdrawn since."""
    return PanelReport.objects.standing().aggregate(latest=Max("period__ends_on"))["latest"]


def figures_seen(indicator: Indicator) -> set[tuple[str, date]]:
    """Of which population and month, in one query."""
    standing = PanelReport.objects.standing()
    current = Figure.objects.current().filter(indicator=indicator, period__panel_reports__in=standing)
    published = PublishedFigure.objects.filter(indicator=indicator, report__in=standing)
    return set(
        current.values_list("variant", "period__ends_on").union(
            published.values_list("variant", "report__period__ends_on")
        )
    )
