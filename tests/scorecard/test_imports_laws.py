"""Laws of the import: it never breaks, check and apply never disagree, what went out comes in unchanged."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.formula_escape import escape_formula
from core.workbook import Cell, Kind, Row, Sheet, UnreadableWorkbook, Workbook
from scorecard.actions import apply_from_command, check_for_command
from scorecard.imports.check import check_workbook
from scorecard.imports.layout import POPULATIONS
from scorecard.models import Figure, FigureStatus, Variant
from scorecard.periods import DataPeriod
from scorecard.published import Unit, published_figure
from tests.factories.scorecard import FigureFactory, IndicatorFactory, ThresholdFactory
from tests.scorecard.workbooks import AUGUST, HEADINGS, JULY, csv_file, xlsx

pytestmark = pytest.mark.django_db

UNITS = {
    "CIC01": Unit.PERCENT,
    "CIC02": Unit.COUNT,
    "CIC03": Unit.RATE_PER_10000,
    "CIC04": Unit.DAYS,
    "CIC05": Unit.CASES_PER_FTE,
}
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(autouse=True)
def indicators(db, uploads_folder):
    for number, (code, unit) in enumerate(UNITS.items()):
        decimals = 0 if unit == Unit.COUNT else number
        IndicatorFactory(code=code, unit=unit, decimals=decimals, data_period=DataPeriod.values[number])
        ThresholdFactory(indicator__code=code, target=50, floor=40)
    FigureFactory(indicator__code="CIC01", period__ends_on=JULY, value=20)


@contextmanager
def undone() -> Iterator[None]:
    """Each example starts from the same rows."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


typed = [
    *(*UNITS, "", "-", "c", "n/a", "98,9", "1,579", "98.9%", "-0", "1e400", "NaN", "Infinity", "1_000", "٣"),
    *("=1+1", "31/08/2018", "Aug 2018", "All children", "Excluding UASC", "Reported", "Yes", "G", "\\N"),
]
texts = st.text(max_size=20) | st.sampled_from(typed)
numbers = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False, places=6), st.integers(-(10**12), 10**12)
).map(str)
cells = st.one_of(
    st.tuples(st.just(Kind.TEXT), texts),
    st.tuples(st.sampled_from([Kind.NUMBER, Kind.PERCENTAGE]), numbers),
    st.tuples(
        st.just(Kind.DATE),
        st.sampled_from(["2018-08-31", "2018-07-31", "2018-08-30", "0001-01-31", "9999-12-31"]),
    ),
    st.sampled_from(
        [(Kind.ERROR, "#REF!"), (Kind.UNCALCULATED, ""), (Kind.BOOLEAN, "TRUE"), (Kind.TIME, "14:30:00")]
    ),
    st.just((Kind.EMPTY, "")),
)


def sheet(rows: list) -> Workbook:
    filled = [[(Kind.TEXT, heading) for heading in HEADINGS], *rows]
    return Workbook(
        (
            Sheet(
                "Scorecard",
                tuple(
                    Row(
                        "Scorecard",
                        n,
                        tuple(
                            Cell("Scorecard", n, c, *cell)
                            for c, cell in enumerate(row, 1)
                            if cell[0] != Kind.EMPTY
                        ),
                    )
                    for n, row in enumerate(filled, 1)
                ),
            ),
        )
    )


@quick
@given(st.lists(st.lists(cells, min_size=11, max_size=11), max_size=5))
def test_whatever_the_cells_hold_each_problem_has_a_place_and_a_sentence(rows):
    report = check_workbook(sheet(rows), today=date(2018, 9, 24)).report

    for finding in (*report.problems, *report.warnings):
        assert finding.message.endswith((".", '"'))
        assert finding.sheet == "Scorecard"


@quick
@given(st.lists(st.lists(texts, min_size=11, max_size=11), max_size=4))
def test_whatever_is_typed_check_and_apply_agree(rows):
    data = csv_file(*rows)
    with undone():
        try:
            promised = check_for_command(data, original_name="a.csv")
        except UnreadableWorkbook:
            return
        before = Figure.objects.count()

        done, _ = apply_from_command(data, original_name="a.csv", is_confirmed=True)

        assert done == promised
        written = promised.new_count + promised.changed_count if promised.is_sound else 0
        assert Figure.objects.count() - before == written


parts = st.decimals(min_value=0, max_value=999_999, places=1, allow_nan=False, allow_infinity=False)


@st.composite
def sound_rows(draw):
    """One row for each of some figures, as an analyst would fill it in."""
    keys = draw(
        st.lists(
            st.tuples(st.sampled_from(list(UNITS)), st.sampled_from(Variant.values)), unique=True, max_size=6
        )
    )
    return [draw(sound_row(code, variant)) for code, variant in keys]


@st.composite
def sound_row(draw, code, variant):
    unit, denominator = UNITS[code], draw(parts)
    numerator = draw(parts.filter(lambda n: unit != Unit.PERCENT or n <= denominator))
    decimals = 0 if unit == Unit.COUNT else list(UNITS).index(code)
    result = published_figure(None, numerator, denominator, unit=unit, decimals=decimals)
    status = draw(st.sampled_from(["", FigureStatus.NOT_DUE.label, FigureStatus.SUPPRESSED.label]))
    has_figure = not status and (result is None or abs(result) < 10**9)
    shown = result if has_figure and draw(st.booleans()) else None
    return [
        *(code, f"Indicator {code}", POPULATIONS[Variant(variant)], AUGUST, shown),
        *((numerator, denominator) if has_figure else (None, None)),
        *(status, draw(st.sampled_from(["", "Yes", "No"])), None),
        draw(st.sampled_from(["", "=1+1", "Late return", "back\\slash", "-", "'quoted"])),
    ]


def exported():
    """Every figure of August as a row of the workbook."""
    return [
        [
            *(
                figure.indicator.code,
                figure.indicator.name,
                POPULATIONS[Variant(figure.variant)],
                figure.period.ends_on,
            ),
            *(figure.value, figure.numerator, figure.denominator, figure.get_status_display()),
            *("Yes" if figure.is_provisional else "No", None, escape_formula(figure.note)),
        ]
        for figure in Figure.objects.current()
        .filter(period__ends_on=AUGUST)
        .select_related("indicator", "period")
    ]


@quick
@given(sound_rows(), st.sampled_from([csv_file, xlsx]))
def test_what_went_out_comes_in_without_a_change(rows, build):
    name = "a.csv" if build is csv_file else "a.xlsx"
    with undone():
        report, _ = apply_from_command(csv_file(*rows), original_name="in.csv", is_confirmed=True)
        assert report.problems == [] or rows == []

        again = check_for_command(build(*exported()), original_name=name)

        assert (again.new_count, again.changed_count, again.unchanged_count) == (0, 0, len(rows))


def test_decimal_is_kept_to_the_last_digit():
    row = ["CIC04", "", "", AUGUST, Decimal("332.0312"), None, None, "", "", "", ""]

    apply_from_command(csv_file(row), original_name="a.csv")

    assert Figure.objects.get(period__ends_on=AUGUST).value == Decimal("332.0312")
