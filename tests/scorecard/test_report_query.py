"""The one statement in SQL, held to what the models say."""

from datetime import date
from decimal import Decimal

import pytest

from scorecard.models import FigureStatus, Indicator, Variant
from scorecard.periods import shift_months
from scorecard.published import Unit, exact_figure
from scorecard.report.months import all_months
from scorecard.report.query import dated_lines, decimal, figure_parts, indicator_data, indicator_texts
from scorecard.report.readings import DatedLines, FigureParts, Lines
from tests.factories.scorecard import (
    AUGUST,
    BaselineBreakFactory,
    BenchmarkFactory,
    FigureFactory,
    IndicatorFactory,
    ReportingPeriodFactory,
    SectionFactory,
    ThresholdFactory,
)

pytestmark = pytest.mark.django_db
JULY = shift_months(AUGUST, -1)


def ask(variant: Variant = Variant.ALL):
    months = [month.pk for month in all_months()]
    return [
        indicator_data(text) for text in indicator_texts(months, drawn=months, variant=variant, on=AUGUST)
    ]


def test_indicators_come_in_the_order_of_the_models_with_what_they_are():
    second = SectionFactory(name="Health", order=2)
    first = SectionFactory(name="Placements", order=1)
    IndicatorFactory(code="CIC09", section=second, order=1, unit=Unit.COUNT, decimals=0, is_kpi=False)
    IndicatorFactory(code="CIC05", section=first, order=2)
    IndicatorFactory(code="CIC07", section=first, order=1)

    expected = [
        (i.code, i.name, i.section.name, i.is_kpi, i.polarity, i.data_period, i.unit, i.decimals)
        for i in Indicator.objects.select_related("section")
    ]

    assert [row[:8] for row in ask()] == expected
    assert [row.code for row in ask()] == ["CIC07", "CIC05", "CIC09"]


def test_indicator_without_anything_has_none_of_it():
    IndicatorFactory()

    (row,) = ask()

    assert row[8:] == ("", *(None,) * 7)


def test_definition_has_what_is_counted_and_out_of_what():
    IndicatorFactory(definition="Reviews in time.", numerator_label="Reviews", denominator_label="Children")

    (row,) = ask()

    assert row.definition == "Reviews in time. Reviews Children"


def test_figures_of_both_populations_arrive_digit_by_digit():
    given = [
        FigureFactory(
            indicator__code="CIC01",
            value=Decimal("98.9001"),
            is_provisional=True,
            note="A <note>",
            revision=3,
        ),
        FigureFactory(
            indicator__code="CIC01",
            variant=Variant.EXC_UASC,
            value=None,
            numerator=Decimal("90.5000"),
            denominator=Decimal("115.0000"),
            month_numerator=Decimal("7.5000"),
            month_denominator=Decimal("9.0000"),
        ),
        FigureFactory(
            indicator__code="CIC01",
            period__ends_on=JULY,
            value=None,
            status=FigureStatus.SUPPRESSED,
            is_illustrative=True,
        ),
    ]

    (row,) = ask()

    assert {(int(texts[0]), texts[1]): figure_parts(texts) for texts in row.figures} == {
        (figure.period_id, figure.variant): FigureParts(
            figure.value,
            figure.numerator,
            figure.denominator,
            figure.status,
            figure.is_provisional,
            figure.is_illustrative,
            figure.note,
            figure.revision,
            figure.month_numerator,
            figure.month_denominator,
        )
        for figure in given
    }


def test_only_the_revision_that_stands_is_read():
    FigureFactory(indicator__code="CIC01", value=Decimal(1), revision=1, is_current=False)
    FigureFactory(indicator__code="CIC01", value=Decimal(2), revision=2)

    (row,) = ask()

    assert [figure_parts(texts).value for texts in row.figures] == [Decimal(2)]
    assert row.series == [2.0]


def test_only_the_months_asked_for_are_read():
    FigureFactory(indicator__code="CIC01")
    july = FigureFactory(indicator__code="CIC01", period__ends_on=JULY)
    months = [month.pk for month in all_months() if month.ends_on == JULY]

    (text,) = indicator_texts(months, drawn=[*months, None], variant=Variant.ALL, on=AUGUST)
    row = indicator_data(text)

    assert [int(texts[0]) for texts in row.figures] == [july.period_id]
    assert row.series_months == [july.period_id]


def test_lines_are_every_threshold_with_its_dates():
    indicator = IndicatorFactory()
    given = [
        ThresholdFactory(indicator=indicator, valid_to=date(2018, 3, 31), floor=None),
        ThresholdFactory(
            indicator=indicator,
            variant=Variant.EXC_UASC,
            target=Decimal("50.5000"),
            floor=None,
            tolerance=Decimal("5.0000"),
            floor_low=Decimal("40.0000"),
            floor_high=Decimal("60.0000"),
            is_floor_illustrative=True,
        ),
    ]

    (row,) = ask()

    assert sorted(dated_lines(texts) for texts in row.lines) == sorted(
        DatedLines(
            line.variant,
            line.valid_from,
            line.valid_to,
            line.is_floor_illustrative,
            Lines(line.target, line.floor, line.tolerance, line.floor_low, line.floor_high),
        )
        for line in given
    )


def test_benchmarks_come_in_the_order_of_the_models():
    indicator = IndicatorFactory()
    for area, area_type, ended in [
        ("South East", "region", date(2017, 3, 31)),
        ("England", "england", date(2016, 3, 31)),
        ("England", "england", date(2017, 3, 31)),
        ("Area not stated", "not_stated", None),
    ]:
        BenchmarkFactory(indicator=indicator, area=area, area_type=area_type, period_ends_on=ended)

    (row,) = ask()

    assert row.benchmarks == [
        [b.area, b.period_label, str(b.value), b.source_label, "false", b.comparability_note]
        for b in indicator.benchmarks.all()
    ]


def test_breaks_are_the_first_days_of_their_months():
    BaselineBreakFactory(from_period__ends_on=JULY)

    (row,) = ask()

    assert row.breaks == ["2018-07-01"]


@pytest.mark.parametrize("unit", Unit)
def test_series_is_the_figure_before_rounding(unit):
    indicator = IndicatorFactory(unit=unit)
    given = FigureFactory(indicator=indicator, value=None, numerator=Decimal(1), denominator=Decimal(3))

    (row,) = ask()

    expected = exact_figure(None, given.numerator, given.denominator, unit=unit)
    assert row.series == [pytest.approx(float(expected), abs=1e-9)]


@pytest.mark.parametrize(
    "fields",
    [
        {"value": None, "status": FigureStatus.NOT_AVAILABLE},
        {"value": None, "numerator": Decimal(0), "denominator": Decimal(0)},
    ],
)
def test_series_has_a_gap_where_there_is_no_figure(fields):
    FigureFactory(**fields)

    (row,) = ask()

    assert row.series == [None]


def test_series_is_of_the_population_asked_for():
    FigureFactory(indicator__code="CIC01", value=Decimal(10))
    other = FigureFactory(
        indicator__code="CIC01", value=Decimal(20), variant=Variant.EXC_UASC, is_illustrative=True
    )

    (all_children,), (others,) = ask(), ask(Variant.EXC_UASC)

    assert (all_children.series, all_children.illustrative_months) == ([10.0], None)
    assert (others.series, others.illustrative_months) == ([20.0], [other.period_id])


def test_number_of_queries_does_not_grow(django_assert_num_queries):
    FigureFactory()
    with django_assert_num_queries(2):
        assert len(ask()) == 1

    for _ in range(2):
        FigureFactory(period=ReportingPeriodFactory(ends_on=AUGUST))
    with django_assert_num_queries(2):
        assert len(ask()) == 3


@pytest.mark.parametrize(
    ("text", "value"), [(None, None), ("0", Decimal(0)), ("98.9000", Decimal("98.9000"))]
)
def test_number_keeps_its_digits(text, value):
    assert str(decimal(text)) == str(value)
