from datetime import date
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.periods import month_ends, shift_months
from scorecard.rag import Polarity
from scorecard.spc import Assurance, Basis, Conflict, Options, Reading, Variation, analyse
from scorecard.spc_signals import Signal, TwoOfThree
from scorecard.travel import Observation

H, L, T, NONE = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER, Polarity.TARGET_IS_BEST, Polarity.NONE
FIRST = date(2016, 1, 31)
# Mean 11, mean range 2: lower limit 5.68, upper limit 16.32.
STEADY = [10, 12] * 8
SERIES = st.lists(st.none() | st.decimals(0, 100, places=1), min_size=12, max_size=36)


def month(place):
    return shift_months(FIRST, place)


def points(values):
    return [
        Observation(month(place), None if value is None else D(str(value)))
        for place, value in enumerate(values)
    ]


def analysed(values, polarity=H, **settings):
    return analyse(points(values), polarity=polarity, **settings)


def icons(analysis):
    return [reading.variation for reading in analysis.readings]


@pytest.mark.parametrize(
    ("figures", "basis"),
    [
        (0, Basis.INSUFFICIENT),
        (1, Basis.INSUFFICIENT),
        (11, Basis.INSUFFICIENT),
        (12, Basis.TRIAL),
        (14, Basis.TRIAL),
        (15, Basis.FULL),
        (36, Basis.FULL),
    ],
)
def test_limits_are_trusted_by_the_number_of_figures(figures, basis):
    assert analysed(range(figures)).basis == basis
    assert analysed([*range(figures), None, None]).basis == basis


def test_too_few_figures_leave_a_plain_line():
    analysis = analysed([*range(10), 99, None], target=D(50))

    assert [reading.figure for reading in analysis.readings] == [*range(10), 99, None]
    assert {reading.signals for reading in analysis.readings} == {frozenset()}
    assert (analysis.parts, analysis.variation, analysis.latest_on, analysis.assurance) == (
        (),
        None,
        None,
        None,
    )


def test_figures_that_are_never_neighbours_leave_a_plain_line():
    analysis = analysed([5, None] * 15, target=D(50))

    assert (analysis.basis, analysis.parts, analysis.assurance) == (Basis.INSUFFICIENT, (), None)


def test_no_points_are_an_empty_chart():
    assert analysed([]).readings == ()


def test_month_left_out_is_a_gap():
    given_as_none = analysed([*range(8), None, None, *range(8)])
    left_out = analyse(
        [p for p in points([*range(8), None, None, *range(8)]) if p.figure is not None], polarity=H
    )

    assert left_out == given_as_none
    assert [reading.period_end for reading in left_out.readings] == month_ends(month(0), month(17))


@pytest.mark.parametrize("order", [[1, 0], [0, 0]])
def test_months_out_of_order_are_refused(order):
    months = points([1, 2])

    with pytest.raises(ValueError, match="in month order, one for each month"):
        analyse([months[place] for place in order], polarity=H)


@pytest.mark.parametrize(
    ("polarity", "high", "low"),
    [
        (H, Variation.IMPROVEMENT_HIGH, Variation.CONCERN_LOW),
        (L, Variation.CONCERN_HIGH, Variation.IMPROVEMENT_LOW),
        (T, Variation.NEITHER_HIGH, Variation.NEITHER_LOW),
        (NONE, Variation.NEITHER_HIGH, Variation.NEITHER_LOW),
    ],
)
@pytest.mark.parametrize(
    ("values", "signal"),
    [
        ([*STEADY, 30], Signal.OUTSIDE_HIGH),
        ([*STEADY, *[11.9] * 8], Signal.SHIFT_HIGH),
        ([*STEADY, 12, 8, 9, 10, 10.5, 11, 11.5, 12], Signal.TREND_UP),
        ([*STEADY, 9, 16, 11.5, 16], Signal.TWO_OF_THREE_HIGH),
    ],
)
def test_signal_is_read_through_polarity(polarity, high, low, values, signal):
    rising = analysed(values, polarity)
    falling = analysed([22 - value for value in values], polarity)

    assert (rising.readings[-1].signals, rising.variation) == ({signal}, high)
    assert falling.variation == low


def test_point_without_a_signal_is_ordinary_variation():
    analysis = analysed(STEADY)

    assert icons(analysis) == [Variation.COMMON_CAUSE] * 16
    assert (analysis.variation, analysis.latest_on) == (Variation.COMMON_CAUSE, month(15))


def test_icon_is_that_of_the_latest_figure_and_names_its_month():
    analysis = analysed([*STEADY, 30, None, None])

    assert (analysis.variation, analysis.latest_on) == (Variation.IMPROVEMENT_HIGH, month(16))
    assert analysis.readings[-1] == Reading(month(18), None)


# The last eight are all above the mean and fall month by month: good and bad at once.
BOTH_WAYS = [0, 1, 0, 1, 0, 1, 0, 1, 20, 19, 18, 17, 16, 15, 14, 13]


@pytest.mark.parametrize(
    ("polarity", "conflict", "variation"),
    [
        (H, Conflict.CONCERN, Variation.CONCERN_LOW),
        (H, Conflict.IMPROVEMENT, Variation.IMPROVEMENT_HIGH),
        (L, Conflict.CONCERN, Variation.CONCERN_HIGH),
        (L, Conflict.IMPROVEMENT, Variation.IMPROVEMENT_LOW),
        *((polarity, conflict, Variation.NEITHER_HIGH) for polarity in (T, NONE) for conflict in Conflict),
    ],
)
def test_point_both_good_and_bad_goes_by_the_conflict_setting(polarity, conflict, variation):
    analysis = analysed(BOTH_WAYS, polarity, options=Options(conflict=conflict))

    assert {Signal.SHIFT_HIGH, Signal.TREND_DOWN} <= analysis.readings[-1].signals
    assert analysis.variation == variation


def test_concern_wins_unless_set_otherwise():
    assert analysed(BOTH_WAYS).variation == Variation.CONCERN_LOW


@pytest.mark.parametrize(
    ("polarity", "target", "tolerance", "assurance"),
    [
        (H, "5.68", None, Assurance.PASSES),
        (H, "5.69", None, Assurance.HIT_OR_MISS),
        (H, "16.31", None, Assurance.HIT_OR_MISS),
        (H, "16.32", None, Assurance.FAILS),
        (L, "16.32", None, Assurance.PASSES),
        (L, "16.31", None, Assurance.HIT_OR_MISS),
        (L, "5.69", None, Assurance.HIT_OR_MISS),
        (L, "5.68", None, Assurance.FAILS),
        (T, "11", "5.32", Assurance.PASSES),
        (T, "11", "5.31", Assurance.HIT_OR_MISS),
        (T, "11", None, Assurance.HIT_OR_MISS),
        (T, "11.01", "5.32", Assurance.HIT_OR_MISS),
        (T, "21.64", "5.32", Assurance.FAILS),
        (T, "21.63", "5.32", Assurance.HIT_OR_MISS),
        (T, "0.36", "5.32", Assurance.FAILS),
        (T, "0.37", "5.32", Assurance.HIT_OR_MISS),
        (H, None, None, None),
        (T, None, "5", None),
        (NONE, "11", None, None),
    ],
)
def test_assurance_sets_the_limits_against_the_target(polarity, target, tolerance, assurance):
    analysis = analysed(STEADY, polarity, target=target and D(target), tolerance=tolerance and D(tolerance))

    assert analysis.assurance == assurance


@pytest.mark.parametrize("polarity", [H, L, T])
def test_flat_line_on_its_target_passes(polarity):
    analysis = analysed([100] * 15, polarity, target=D(100))

    assert (analysis.assurance, analysis.variation) == (Assurance.PASSES, Variation.COMMON_CAUSE)


def test_tolerance_does_not_move_the_target_of_other_polarities():
    assert analysed(STEADY, H, target=D("5.69"), tolerance=D(1)).assurance == Assurance.HIT_OR_MISS


def test_rebase_starts_a_new_part_with_its_own_limits():
    analysis = analysed([*STEADY, *[50, 54] * 6], target=D(40), options=Options(rebases=(date(2017, 5, 3),)))

    old, new = analysis.parts
    assert (old.starts_on, old.ends_on, old.limits.mean, old.limits.mean_range) == (FIRST, month(15), 11, 2)
    assert (new.starts_on, new.ends_on, new.limits.mean, new.limits.mean_range) == (
        month(16),
        month(27),
        52,
        4,
    )
    assert set(icons(analysis)) == {Variation.COMMON_CAUSE}
    assert (analysis.basis, analysis.assurance) == (Basis.FULL, Assurance.PASSES)


def test_no_run_crosses_a_rebase():
    rising = [11, 10, 11, 10, 11, 10, 11, 10, 9, 10, 11, 12, 13, 14, 15, 14, 13, 14, 13, 14]
    rebased = Options(rebases=(month(12),))

    assert analysed(rising).readings[10].signals >= {Signal.TREND_UP}
    crossing = analysed(rising, options=rebased)
    assert not any(
        signal in (Signal.TREND_UP, Signal.SHIFT_HIGH)
        for reading in crossing.readings[:15]
        for signal in reading.signals
    )


@pytest.mark.parametrize("day", [date(2015, 12, 31), FIRST, month(16), date(2030, 1, 31)])
def test_rebase_at_the_start_or_outside_the_series_changes_nothing(day):
    assert analysed(STEADY, options=Options(rebases=(day,))) == analysed(STEADY)


def test_rebases_may_come_in_any_order():
    days = (month(20), month(6))

    assert analysed(range(30), options=Options(rebases=days)) == analysed(
        range(30), options=Options(rebases=days[::-1])
    )


@pytest.mark.parametrize(("since", "basis"), [(1, Basis.TRIAL), (11, Basis.TRIAL), (12, Basis.FULL)])
def test_few_figures_since_the_rebase_make_the_limits_trial(since, basis):
    values = [*STEADY, *[10, 12] * 6][: 16 + since]

    assert analysed([*values, None], options=Options(rebases=(month(16),))).basis == basis


@pytest.mark.parametrize("since", [[50], [None, 50, None], [50, None, 54]])
def test_nothing_is_said_of_a_new_part_without_limits(since):
    analysis = analysed([*STEADY, *since], target=D(40), options=Options(rebases=(month(16),)))

    assert analysis.parts[-1].limits is None
    assert (analysis.basis, analysis.variation, analysis.assurance) == (Basis.TRIAL, None, None)
    assert icons(analysis)[:16] == [Variation.COMMON_CAUSE] * 16


def test_baseline_holds_for_the_first_part_only():
    values = [*STEADY[:8], *[30, 34] * 4, *STEADY]

    analysis = analysed(values, options=Options(baseline=8, rebases=(month(16),)))

    assert [(part.limits.mean, part.limits.mean_range) for part in analysis.parts] == [(11, 2), (11, 2)]
    assert analysis.readings[8].signals >= {Signal.OUTSIDE_HIGH}


def test_screening_is_off_unless_asked_for():
    values = [*[10, 11] * 6, 30, 31, 30]

    assert analysed(values).parts[0].limits.mean_range == D(32) / 14
    assert analysed(values, options=Options(screen=True)).parts[0].limits.mean_range == 1


def test_two_of_three_counts_points_past_the_limit_unless_set_to_the_band():
    values = [*STEADY, *STEADY, 9, 24, 14, 18]

    analysis, band = analysed(values), analysed(values, options=Options(two_of_three=TwoOfThree.BAND))

    far = {reading.figure for reading in analysis.readings if Signal.TWO_OF_THREE_HIGH in reading.signals}
    assert far == {24, 18}
    assert not any(Signal.TWO_OF_THREE_HIGH in reading.signals for reading in band.readings)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"trend": 5}, "6, 7 or 8 points, not 5"),
        ({"trend": 9}, "6, 7 or 8 points, not 9"),
        ({"baseline": 1}, "at least 2 figures, not 1"),
        ({"baseline": 0}, "at least 2 figures, not 0"),
    ],
)
def test_settings_that_make_no_sense_are_refused(settings, message):
    with pytest.raises(ValueError, match=message):
        Options(**settings)


@pytest.mark.parametrize("settings", [{"trend": 6}, {"trend": 7}, {"trend": 8}, {"baseline": 2}])
def test_settings_at_their_edges_are_taken(settings):
    assert analysed(STEADY, options=Options(**settings)).basis == Basis.FULL


@given(SERIES, st.decimals(-500, 500, places=1), st.sampled_from(Polarity))
def test_moving_a_series_moves_its_limits_and_no_verdict(values, by, polarity):
    here = analysed(values, polarity, target=D(50))
    there = analysed([None if v is None else v + by for v in values], polarity, target=D(50) + by)

    assert there.basis == here.basis
    assert icons(there) == icons(here)
    assert [reading.signals for reading in there.readings] == [reading.signals for reading in here.readings]
    assert there.assurance == here.assurance
    for moved, part in zip(there.parts, here.parts, strict=True):
        assert moved.limits.upper - part.limits.upper == pytest.approx(by, abs=D("1e-9"))
        assert moved.limits.lower - part.limits.lower == pytest.approx(by, abs=D("1e-9"))


SWAPPED = {
    Variation.IMPROVEMENT_HIGH: Variation.IMPROVEMENT_LOW,
    Variation.CONCERN_LOW: Variation.CONCERN_HIGH,
    Variation.COMMON_CAUSE: Variation.COMMON_CAUSE,
    None: None,
}


@given(SERIES, st.decimals(0, 100, places=1))
def test_mirror_of_higher_is_better_is_lower_is_better(values, target):
    high = analysed(values, H, target=target)
    low = analysed([None if v is None else -v for v in values], L, target=-target)

    assert icons(low) == [SWAPPED[icon] for icon in icons(high)]
    assert low.assurance == high.assurance


@given(SERIES, st.integers(0, 36))
def test_gap_put_in_between_adds_no_shift_and_no_trend(values, place):
    place = min(place, len(values))
    runs = {Signal.SHIFT_HIGH, Signal.SHIFT_LOW, Signal.TREND_UP, Signal.TREND_DOWN}
    before = [reading.signals & runs for reading in analysed(values).readings]
    after = [
        reading.signals & runs for reading in analysed([*values[:place], None, *values[place:]]).readings
    ]
    del after[place]

    assert all(parted <= whole for parted, whole in zip(after, before, strict=True))


@given(SERIES, st.integers(0, 3), st.integers(0, 3))
def test_gaps_at_the_ends_change_no_signal(values, leading, trailing):
    plain = analysed(values)
    padded = analysed([*[None] * leading, *values, *[None] * trailing])

    inner = padded.readings[leading : leading + len(values)]
    assert [reading.signals for reading in inner] == [reading.signals for reading in plain.readings]
    assert padded.variation == plain.variation
