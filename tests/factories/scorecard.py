"""Scorecard rows without surprises: August 2018, all children, one percentage with a target of 90.

A code, a month or a section that is there already is used again: `FigureFactory(indicator__code="CIC01",
period__ends_on=date(2018, 7, 31))`.
"""

import datetime
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from scorecard.models import (
    BaselineBreak,
    Benchmark,
    Figure,
    Indicator,
    PanelReport,
    Rebase,
    ReportingPeriod,
    Section,
    Threshold,
    UploadState,
    WorkbookUpload,
)
from scorecard.models.uploads import UploadChannel
from scorecard.periods import DataPeriod
from scorecard.published import Unit
from scorecard.rag import Polarity

AUGUST = datetime.date(2018, 8, 31)
NOON = datetime.datetime(2018, 9, 24, 12, tzinfo=datetime.UTC)
USER = "tests.factories.people.UserFactory"


class SectionFactory(DjangoModelFactory):
    class Meta:
        model = Section
        django_get_or_create = ("name",)

    name = "Care planning and placements"
    order = factory.Sequence(lambda n: n + 1)


class IndicatorFactory(DjangoModelFactory):
    """A key performance indicator: a percentage with one decimal, higher is better, a snapshot."""

    class Meta:
        model = Indicator
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"CIC{n + 1:02}")
    name = factory.LazyAttribute(lambda indicator: f"Indicator {indicator.code}")
    section = factory.SubFactory(SectionFactory)
    order = factory.Sequence(lambda n: n + 1)
    is_kpi = True
    polarity = Polarity.HIGHER_IS_BETTER
    data_period = DataPeriod.SS
    unit = Unit.PERCENT
    decimals = 1


class ThresholdFactory(DjangoModelFactory):
    class Meta:
        model = Threshold

    indicator = factory.SubFactory(IndicatorFactory)
    valid_from = datetime.date(2016, 4, 1)
    target = Decimal(90)
    floor = Decimal(80)


class ReportingPeriodFactory(DjangoModelFactory):
    class Meta:
        model = ReportingPeriod
        django_get_or_create = ("ends_on",)

    ends_on = AUGUST
    starts_on = factory.LazyAttribute(lambda period: period.ends_on.replace(day=1))


class WorkbookUploadFactory(DjangoModelFactory):
    """A checked upload by an officer; no file lies behind its name. The traits are what may become of it."""

    class Meta:
        model = WorkbookUpload

    class Params:
        submitted = factory.Trait(state=UploadState.SUBMITTED, submitted_at=NOON)
        applied = factory.Trait(
            state=UploadState.APPLIED,
            submitted_at=NOON,
            decided_by=factory.SubFactory(USER),
            decided_at=NOON,
        )
        by_command = factory.Trait(state=UploadState.APPLIED, channel=UploadChannel.COMMAND, uploaded_by=None)

    file = factory.Sequence(lambda n: f"{n}.xlsx")
    original_name = "scorecard-2018-08.xlsx"
    extension = "xlsx"
    sha256 = factory.Sequence(lambda n: f"{n:064x}")
    size = 10_000
    state = UploadState.CHECKED
    month_ends = factory.LazyFunction(lambda: [AUGUST])
    uploaded_by = factory.SubFactory(USER)
    uploaded_at = NOON


class FigureFactory(DjangoModelFactory):
    """98.9%, reported and final, from an upload of its own by the command."""

    class Meta:
        model = Figure

    indicator = factory.SubFactory(IndicatorFactory)
    period = factory.SubFactory(ReportingPeriodFactory)
    value = Decimal("98.9")
    upload = factory.SubFactory(WorkbookUploadFactory, by_command=True)


class BenchmarkFactory(DjangoModelFactory):
    class Meta:
        model = Benchmark

    indicator = factory.SubFactory(IndicatorFactory)
    area = "England"
    area_type = "england"
    period_label = "2016/17"
    value = Decimal(85)
    source_label = "National return"


class BaselineBreakFactory(DjangoModelFactory):
    class Meta:
        model = BaselineBreak

    indicator = factory.SubFactory(IndicatorFactory)
    from_period = factory.SubFactory(ReportingPeriodFactory)
    kind = "system"
    reason = "A new recording system."


class RebaseFactory(DjangoModelFactory):
    class Meta:
        model = Rebase

    indicator = factory.SubFactory(IndicatorFactory)
    at_period = factory.SubFactory(ReportingPeriodFactory)
    reason = "A new team took the work on."
    agreed_by = factory.SubFactory(USER)
    agreed_on = datetime.date(2018, 9, 24)


class PanelReportFactory(DjangoModelFactory):
    class Meta:
        model = PanelReport

    period = factory.SubFactory(ReportingPeriodFactory)
    meeting_on = datetime.date(2018, 11, 1)
