"""The two statements behind the check are held to the models."""

import datetime
from decimal import Decimal

import pytest

from scorecard.imports.loading import load_standing
from scorecard.imports.standing import Held, Lines, Measure
from scorecard.models import Figure, Indicator, Threshold
from tests.factories.scorecard import (
    BaselineBreakFactory,
    FigureFactory,
    IndicatorFactory,
    ReportingPeriodFactory,
    SectionFactory,
    ThresholdFactory,
)
from tests.scorecard.workbooks import AUGUST, JULY

pytestmark = pytest.mark.django_db


def test_every_indicator_is_there_in_the_scorecards_order():
    IndicatorFactory(code="CIC02", section=SectionFactory(name="Later", order=32_000))
    IndicatorFactory(code="CIC09", numerator_label="Children", denominator_label="Cases", is_kpi=False)

    measures = load_standing([]).measures

    assert list(measures.values()) == [
        Measure(*row) for row in Indicator.objects.values_list(*Measure._fields)
    ]
    assert list(measures) == ["CIC09", "CIC02"]


def test_targets_come_with_every_level_and_both_days():
    first = ThresholdFactory(
        valid_to=JULY, tolerance=Decimal("0.5"), floor_low=70, floor_high=None, floor=None
    )
    ThresholdFactory(indicator=first.indicator, valid_from=datetime.date(2018, 8, 1))
    ThresholdFactory(indicator=first.indicator, variant="exc_uasc")

    standing = load_standing([AUGUST])

    for threshold in Threshold.objects.all():
        series = threshold.indicator_id, threshold.variant
        stored = Lines(*Threshold.objects.filter(pk=threshold.pk).values_list(*Lines._fields).get())
        assert standing.lines_on(series, threshold.valid_from) == stored
        assert standing.lines_on(series, threshold.valid_to or datetime.date(2030, 1, 1)) == stored
    assert standing.lines_on((first.indicator_id, "all"), datetime.date(2016, 3, 31)).target is None


def test_figures_are_those_that_stand_in_the_two_years_before():
    figure = FigureFactory(note="Late", is_provisional=True, numerator=1513, denominator=1530)
    FigureFactory(indicator=figure.indicator, value=1, revision=2, is_current=False)
    FigureFactory(indicator=figure.indicator, period__ends_on=datetime.date(2016, 8, 31))
    FigureFactory(indicator=figure.indicator, period__ends_on=datetime.date(2016, 7, 31))
    FigureFactory(indicator=figure.indicator, period__ends_on=datetime.date(2018, 9, 30))

    months = load_standing([AUGUST]).figures[figure.indicator_id, "all"]

    assert sorted(months) == [datetime.date(2016, 8, 31), AUGUST]
    assert months[AUGUST] == Held(*Figure.objects.filter(pk=figure.pk).values_list(*Held._fields).get())


def test_breaks_are_known_by_the_first_day_of_their_month():
    broke = BaselineBreakFactory(from_period=ReportingPeriodFactory(ends_on=JULY))

    assert load_standing([AUGUST]).breaks == {broke.indicator_id: [datetime.date(2018, 7, 1)]}
