"""What must hold of every series, tried on generated ones; and that each disputed choice makes a difference."""

from datetime import date
from decimal import Decimal as D
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.periods import shift_months
from scorecard.rag import Polarity
from scorecard.spc import Analysis, Assurance, Basis, Conflict, Options, Variation, analyse
from scorecard.spc_signals import Signal, TwoOfThree
from scorecard.travel import Observation
from tests.scorecard import spc_by_the_book as book

H, L, T = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER, Polarity.TARGET_IS_BEST
FIRST = date(2016, 1, 31)
# Whole numbers near each other, so that ties, runs and gaps are common.
FIGURES = st.none() | st.integers(0, 12).map(D) | st.decimals(0, 100, places=1)
SERIES = st.lists(FIGURES, min_size=12, max_size=36)
REBASES = st.lists(st.integers(0, 36), max_size=3)
MIRROR = {
    Signal.OUTSIDE_HIGH: Signal.OUTSIDE_LOW,
    Signal.SHIFT_HIGH: Signal.SHIFT_LOW,
    Signal.TREND_UP: Signal.TREND_DOWN,
    Signal.TWO_OF_THREE_HIGH: Signal.TWO_OF_THREE_LOW,
}
MIRROR |= {low: high for high, low in MIRROR.items()}


def month(place: int) -> date:
    return shift_months(FIRST, place)


def analysed(values, polarity=H, *, rebases=(), options=None, **settings) -> Analysis:
    points = [
        Observation(month(place), None if value is None else D(str(value)))
        for place, value in enumerate(values)
    ]
    options = options or Options(rebases=tuple(map(month, rebases)))
    return analyse(points, polarity=polarity, options=options, **settings)


def found(analysis: Analysis) -> list[set[str]]:
    return [{str(signal) for signal in reading.signals} for reading in analysis.readings]


@given(SERIES, REBASES)
def test_signals_are_those_of_the_written_rules(values, rebases):
    analysis = analysed(values, rebases=rebases)

    if analysis.basis == Basis.INSUFFICIENT:
        assert found(analysis) == [set()] * len(values)
        return
    parts = book.parts_of(values, rebases)
    assert found(analysis) == [signals for part in parts for signals in book.signals(part)]
    for part, values_of_part in zip(analysis.parts, parts, strict=True):
        lines = book.limits(values_of_part)
        assert (part.limits is None) == (lines is None)
        if lines:
            ours = (part.limits.lower, part.limits.mean, part.limits.upper)
            assert all(
                abs(D(a.numerator) / a.denominator - b) < D("1e-18") for a, b in zip(lines, ours, strict=True)
            )


@given(SERIES, REBASES, st.sampled_from(Polarity), st.decimals(0, 100, places=1), st.decimals(0, 9, places=1))
def test_assurance_is_that_of_the_written_rules_for_the_last_part(
    values, rebases, polarity, target, tolerance
):
    analysis = analysed(values, polarity, rebases=rebases, target=target, tolerance=tolerance)

    last = book.parts_of(values, rebases)[-1]
    is_told = analysis.basis != Basis.INSUFFICIENT
    assert analysis.assurance == (book.assurance(last, polarity, target, tolerance) if is_told else None)


@given(SERIES, REBASES)
def test_each_part_is_read_as_if_there_were_no_other(values, rebases):
    whole = analysed(values, rebases=rebases)
    alone = [
        reading
        for part in book.parts_of(values, rebases)
        for reading in analysed(part, options=Options(minimum=0)).readings
    ]

    if whole.basis != Basis.INSUFFICIENT:
        assert [reading.signals for reading in whole.readings] == [reading.signals for reading in alone]


@given(SERIES, REBASES)
def test_mirrored_series_has_mirrored_limits_and_signals(values, rebases):
    here = analysed(values, rebases=rebases)
    there = analysed([None if value is None else -value for value in values], rebases=rebases)

    assert [{MIRROR[signal] for signal in reading.signals} for reading in here.readings] == [
        reading.signals for reading in there.readings
    ]
    for part, mirrored in zip(here.parts, there.parts, strict=True):
        assert (mirrored.limits is None) == (part.limits is None)
        if part.limits:
            assert (mirrored.limits.upper, mirrored.limits.lower) == (-part.limits.lower, -part.limits.upper)


@given(SERIES, st.sampled_from([D("0.5"), D(2), D(10), D(100)]), st.sampled_from(Polarity))
def test_scaling_a_series_scales_its_limits_and_no_verdict(values, by, polarity):
    here = analysed(values, polarity, target=D(40))
    there = analysed([None if value is None else value * by for value in values], polarity, target=40 * by)

    assert found(there) == found(here)
    assert (there.basis, there.variation, there.assurance) == (here.basis, here.variation, here.assurance)
    for scaled, part in zip(there.parts, here.parts, strict=True):
        if part.limits:
            assert scaled.limits.upper == pytest.approx(part.limits.upper * by, abs=D("1e-15"))
            assert scaled.limits.lower == pytest.approx(part.limits.lower * by, abs=D("1e-15"))


@given(SERIES, st.integers(0, 36))
def test_gap_never_adds_a_signal_where_the_limits_stay(values, place):
    """A baseline that ends before the gap holds the limits as they are."""
    figures = [at for at, value in enumerate(values) if value is not None]
    if len(figures) < 4:
        return
    held = Options(minimum=2, baseline=4)
    place = min(max(place, figures[3] + 1), len(values))

    whole = found(analysed(values, options=held))
    parted = found(analysed([*values[:place], None, *values[place:]], options=held))
    del parted[place]

    assert all(after <= before for before, after in zip(whole, parted, strict=True))


@given(st.decimals(-100, 100, places=2), st.integers(12, 36), st.sampled_from([H, L, T]))
def test_flat_line_is_ordinary_and_passes_at_its_own_target(value, months, polarity):
    analysis = analysed([value] * months, polarity, target=value)

    assert {reading.variation for reading in analysis.readings} == {Variation.COMMON_CAUSE}
    assert analysis.assurance == Assurance.PASSES
    assert (analysis.parts[0].limits.lower, analysis.parts[0].limits.upper) == (
        pytest.approx(value, abs=D("1e-20")),
    ) * 2


@given(SERIES, REBASES)
def test_parts_hold_every_month_once_and_count_their_figures(values, rebases):
    analysis = analysed(values, rebases=rebases)

    if not analysis.parts:
        return
    assert (analysis.parts[0].starts_on, analysis.parts[-1].ends_on) == (FIRST, month(len(values) - 1))
    assert all(
        after.starts_on == shift_months(before.ends_on, 1) for before, after in pairwise(analysis.parts)
    )
    assert [part.figures for part in analysis.parts] == [
        sum(value is not None for value in part) for part in book.parts_of(values, rebases)
    ]


# Mean 11 and mean range 2 in the steady months.
STEADY = [10, 12] * 8


@pytest.mark.parametrize(
    ("values", "ours", "other", "their_options"),
    [
        # Two jumps of 19 widen the limits; without them 16 lies outside.
        (
            [*[10, 11] * 8, 30, 11, 16, 11],
            (18, Variation.COMMON_CAUSE),
            Variation.IMPROVEMENT_HIGH,
            Options(screen=True),
        ),
        # Six rises in a row.
        (
            [*STEADY, 9, 10, 11, 12, 13, 14],
            (21, Variation.COMMON_CAUSE),
            Variation.IMPROVEMENT_HIGH,
            Options(trend=6),
        ),
        # Seven rises in a row.
        (
            [*STEADY, 8, 9, 10, 11, 12, 13, 14],
            (22, Variation.IMPROVEMENT_HIGH),
            Variation.COMMON_CAUSE,
            Options(trend=8),
        ),
        # One far out and one between two and three sigma.
        (
            [*STEADY, *STEADY, 9, 24, 14, 18],
            (35, Variation.IMPROVEMENT_HIGH),
            Variation.COMMON_CAUSE,
            Options(two_of_three=TwoOfThree.BAND),
        ),
        # Seven falls, all of them above the mean.
        (
            [0, 1, 0, 1, 0, 1, 0, 1, 20, 19, 18, 17, 16, 15, 14, 13],
            (15, Variation.CONCERN_LOW),
            Variation.IMPROVEMENT_HIGH,
            Options(conflict=Conflict.IMPROVEMENT),
        ),
        # Seven rises of which the last four come after a rebase.
        (
            [*STEADY, 8, 9, 10, 11, 12, 13, 14, 11, 12],
            (18, Variation.IMPROVEMENT_HIGH),
            Variation.COMMON_CAUSE,
            Options(rebases=(month(19),)),
        ),
    ],
    ids=["screening", "trend of 6", "trend of 8", "two of three", "conflict", "across a rebase"],
)
def test_disputed_choice_decides_the_icon(values, ours, other, their_options):
    place, icon = ours

    assert analysed(values).readings[place].variation == icon
    assert analysed(values, options=their_options).readings[place].variation == other


@pytest.mark.parametrize(
    ("polarity", "target", "tolerance", "on_the_line", "just_off"),
    [
        (H, "5.68", None, Assurance.PASSES, ("5.69", Assurance.HIT_OR_MISS)),
        (H, "16.32", None, Assurance.FAILS, ("16.31", Assurance.HIT_OR_MISS)),
        (L, "16.32", None, Assurance.PASSES, ("16.31", Assurance.HIT_OR_MISS)),
        (L, "5.68", None, Assurance.FAILS, ("5.69", Assurance.HIT_OR_MISS)),
        (T, "21.64", "5.32", Assurance.FAILS, ("21.63", Assurance.HIT_OR_MISS)),
    ],
)
def test_target_exactly_on_a_limit_is_settled(polarity, target, tolerance, on_the_line, just_off):
    def assured(aim):
        return analysed(STEADY, polarity, target=D(aim), tolerance=tolerance and D(tolerance)).assurance

    assert assured(target) == on_the_line
    assert assured(just_off[0]) == just_off[1]


@pytest.mark.parametrize(("shift", "flagged"), [(6, 6), (7, 0)])
def test_length_of_a_shift_reaches_the_rule(shift, flagged):
    values = [*[12, 10] * 8, 11.4, 11.5, 11.4, 11.5, 11.4, 11.5, 10]

    readings = analysed(values, options=Options(shift=shift)).readings

    assert sum(Signal.SHIFT_HIGH in reading.signals for reading in readings) == flagged
