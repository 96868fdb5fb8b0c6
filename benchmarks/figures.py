"""Indicators by the dozen, with every figure, line and benchmark that the overview reads."""

from decimal import Decimal

from django.db import connection

from scorecard.models import (
    Benchmark,
    Figure,
    Indicator,
    PanelReport,
    ReportingPeriod,
    Section,
    Threshold,
    Variant,
)
from scorecard.periods import month_ends, shift_months
from tests.factories.scorecard import AUGUST, WorkbookUploadFactory

SECTIONS = 7


def load(indicators: int, months: int, excluding_uasc: int | None = None) -> None:
    """Percentages for so many months up to August 2018, every one of them rated.

    Of both populations, but of that without unaccompanied children for fewer months where a number is given.
    """
    periods = ReportingPeriod.objects.bulk_create(
        ReportingPeriod(starts_on=day.replace(day=1), ends_on=day)
        for day in month_ends(shift_months(AUGUST, 1 - months), AUGUST)
    )
    PanelReport.objects.create(period=periods[-3], meeting_on=AUGUST)
    made = _indicators(indicators)
    Threshold.objects.bulk_create(
        Threshold(
            indicator=indicator,
            variant=variant,
            valid_from=periods[0].starts_on,
            target=Decimal(70),
            floor=Decimal(50),
        )
        for indicator in made
        for variant in Variant
    )
    Benchmark.objects.bulk_create(
        Benchmark(
            indicator=indicator,
            area="England",
            area_type="england",
            period_label="2016/17",
            value=Decimal(68),
        )
        for indicator in made[::4]
    )
    _figures(made, {Variant.ALL: periods, Variant.EXC_UASC: periods[-(excluding_uasc or months) :]})
    connection.cursor().execute("ANALYZE")


def _indicators(number: int) -> list[Indicator]:
    sections = Section.objects.bulk_create(
        Section(name=f"Section {order}", order=order) for order in range(1, SECTIONS + 1)
    )
    return Indicator.objects.bulk_create(
        Indicator(
            code=f"CIC{place:03}",
            name=f"% of children in care of whom something is known for {place} months or more",
            section=sections[place * SECTIONS // number],
            order=place,
            is_kpi=True,
            polarity="H",
            data_period="SS",
            unit="percent",
        )
        for place in range(number)
    )


def _figures(indicators: list[Indicator], periods: dict[Variant, list[ReportingPeriod]]) -> None:
    """With their parts, as a workbook brings them. They move about, and are the same every time."""
    upload = WorkbookUploadFactory(by_command=True)
    Figure.objects.bulk_create(
        (
            Figure(
                indicator=indicator,
                variant=variant,
                period=period,
                numerator=Decimal(numerator := 400 + (place * 37 + month * 13 + shift * 5) % 500),
                denominator=Decimal(1000),
                value=Decimal(numerator) / 10,
                upload=upload,
            )
            for place, indicator in enumerate(indicators)
            for shift, variant in enumerate(Variant)
            for month, period in enumerate(periods[variant])
        ),
        batch_size=1_000,
    )
