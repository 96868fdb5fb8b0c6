"""Two months side by side as CSV."""

from scorecard.exports.columns import NOT_REPORTED, Column
from scorecard.exports.text_files import csv_of
from scorecard.report.months import Month
from scorecard.report.readings import Reading
from scorecard.report.rows import Row
from scorecard.report.two_months import TwoMonths


def comparison_file(two: TwoMonths) -> bytes:
    return csv_of(_columns(two), two.scorecard.rows)


def _columns(two: TwoMonths) -> list[Column]:
    name = two.comparison
    return [
        Column("Code", lambda row: row.code),
        Column("Indicator", lambda row: row.name),
        Column("Section", lambda row: row.section),
        Column("Unit", lambda row: row.measure.unit.label),
        *_month(two.earlier, lambda row: row.earlier[name]),
        *_month(two.later, lambda row: row.now),
        Column("Change", lambda row: row.travel[name].change, is_published=True),
        Column("Direction", lambda row: row.travel[name].words_alone),
    ]


def _month(month: Month, reading_of) -> list[Column]:
    def status(row: Row) -> str:
        reading: Reading = reading_of(row)
        return reading.status.label if reading.status else NOT_REPORTED

    return [
        Column(f"Result {month.label}", lambda row: reading_of(row).figure, is_published=True),
        Column(f"Status {month.label}", status),
        Column(f"Target {month.label}", lambda row: reading_of(row).lines.target),
        Column(f"Remarks {month.label}", lambda row: reading_of(row).remarks),
        Column(f"Rating {month.label}", lambda row: reading_of(row).rating.rating.label),
    ]
