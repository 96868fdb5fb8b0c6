"""The panel's own figures in the database, without the way they usually take."""

from collections.abc import Collection
from datetime import date

from core.fixtures import read_csv
from scorecard.demonstration import months, tables
from scorecard.demonstration.reference import load_reference_data
from scorecard.models import Figure, Indicator, ReportingPeriod
from tests.factories.scorecard import PanelReportFactory, ReportingPeriodFactory, WorkbookUploadFactory


def load_summer_of_2018(reported: Collection[str] = ("2018-06", "2018-08")) -> None:
    """June, July and August 2018 as the council printed them; what June's report leaves out is invented.

    The months `reported` went to the panel, without a document in the portal.
    """
    rows = [*months.june(), *months.july(), *months.august()]
    for day in sorted({row.month for row in rows}):
        ReportingPeriodFactory(ends_on=day)
    load_reference_data()
    for row in read_csv("panel-reports"):
        if row["month"] in reported:
            period = ReportingPeriodFactory(ends_on=tables.month(row["month"]))
            PanelReportFactory(period=period, meeting_on=date.fromisoformat(row["meeting_on"]))
    periods = {period.ends_on: period for period in ReportingPeriod.objects.all()}
    indicators = {indicator.code: indicator for indicator in Indicator.objects.all()}
    upload = WorkbookUploadFactory(by_command=True)
    Figure.objects.bulk_create(
        Figure(
            indicator=indicators[row.code],
            variant=row.variant,
            period=periods[row.month],
            value=row.result,
            numerator=row.numerator,
            denominator=row.denominator,
            status=row.status,
            is_provisional=row.is_provisional,
            is_illustrative=row.is_illustrative,
            note=row.note,
            upload=upload,
        )
        for row in rows
    )
