from decimal import Decimal as D
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.spc_limits import Limits, limits_of
from scorecard.spc_signals import HIGH, Signal, TwoOfThree, find_signals

# Upper limit 76.6, lower limit 23.4, two-sigma lines 67.73 and 32.27.
LIMITS = Limits(D(50), D(10))
MONTHS = st.lists(st.none() | st.decimals(0, 100, places=1), max_size=40)
MIRROR = {
    Signal.OUTSIDE_HIGH: Signal.OUTSIDE_LOW,
    Signal.SHIFT_HIGH: Signal.SHIFT_LOW,
    Signal.TREND_UP: Signal.TREND_DOWN,
    Signal.TWO_OF_THREE_HIGH: Signal.TWO_OF_THREE_LOW,
}
MIRROR |= {low: high for high, low in MIRROR.items()}


def numbers(*values):
    return [None if value is None else D(str(value)) for value in values]


def signals(values, limits=LIMITS, **options):
    rules = {"shift": 7, "trend": 7, "two_of_three": TwoOfThree.BEYOND}
    return find_signals(values, limits, **rules | options)


def places(signal, values, **options):
    """Where the signal stands on the values, and on their mirror image the opposite one."""
    at = [place for place, found in enumerate(signals(values, **options)) if signal in found]
    mirrored = [None if value is None else 100 - value for value in values]
    opposite = [place for place, found in enumerate(signals(mirrored, **options)) if MIRROR[signal] in found]
    assert at == opposite
    return at


def test_limits_are_mean_and_266_mean_ranges():
    limits = limits_of(numbers(*[10, 12] * 8))

    assert (limits.mean, limits.mean_range) == (11, 2)
    assert (limits.lower, limits.upper) == (D("5.68"), D("16.32"))
    assert limits.upper_two_sigma == pytest.approx(D("14.546666667"), abs=D("1e-8"))


def test_limits_are_not_clipped_at_0_or_100():
    assert limits_of(numbers(1, 3)).lower == D("-3.32")
    assert limits_of(numbers(97, 99)).upper == D("103.32")


def test_no_range_is_taken_across_a_gap():
    limits = limits_of(numbers(10, 12, None, 50, 52))

    assert (limits.mean, limits.mean_range) == (31, 2)


@pytest.mark.parametrize("values", [(), (None,), (5,), (5, None, 7), (None, 5, None, 7, None)])
def test_no_limits_without_two_figures_in_a_row(values):
    assert limits_of(numbers(*values)) is None


def test_baseline_fixes_mean_and_range_by_the_first_figures():
    limits = limits_of(numbers(10, None, 10, 14, 90, 10), baseline=3)

    assert (limits.mean, limits.mean_range) == (D(34) / 3, 4)


def test_baseline_longer_than_the_series_takes_all_of_it():
    assert limits_of(numbers(10, 12), baseline=9) == limits_of(numbers(10, 12))


def test_screening_drops_extreme_ranges_once():
    values = numbers(*[10, 11] * 6, 30, 31, 30)

    assert limits_of(values).mean_range == D(32) / 14
    assert limits_of(values, screen=True).mean_range == 1
    assert limits_of(values, screen=True).mean == limits_of(values).mean


def test_range_right_on_the_screening_limit_is_dropped():
    # Ten ranges of 1 and one of r average (10 + r) / 11; r is 3.267 times that at 32.67 / 7.733.
    largest = D("32.67") / D("7.733")
    values = [*numbers(*[0, 1] * 5, 0), largest]

    assert limits_of(values, screen=True).mean_range == 1


def test_flat_series_survives_screening():
    assert limits_of(numbers(*[7] * 12), screen=True) == Limits(D(7), D(0))


@given(st.lists(st.none() | st.decimals(-1000, 1000, places=2), min_size=2, max_size=40))
def test_limits_agree_with_the_plain_formula(values):
    figures = [Fraction(value) for value in values if value is not None]
    ranges = [abs(Fraction(b) - Fraction(a)) for a, b in pairwise(values) if None not in (a, b)]
    limits = limits_of(values)

    if not ranges:
        assert limits is None
        return
    mean, reach = Fraction(sum(figures), len(figures)), Fraction(266, 100) * sum(ranges) / len(ranges)
    expected = [mean, mean + reach, mean - reach, mean + reach * 2 / 3]
    found = [limits.mean, limits.upper, limits.lower, limits.upper_two_sigma]
    assert all(abs(Fraction(a) - b) < Fraction(1, 10**20) for a, b in zip(found, expected, strict=True))


@pytest.mark.parametrize(("value", "at"), [("76.6", []), ("76.61", [1]), (None, []), ("50", [])])
def test_point_is_outside_only_past_the_limit(value, at):
    assert places(Signal.OUTSIDE_HIGH, numbers(50, value, 50)) == at


def test_dust_of_division_puts_no_point_outside():
    third = D(100) / 3
    limits = Limits(third, 2 * third / D("2.66"))

    assert signals(numbers(100), limits) == [frozenset()]
    assert signals(numbers("100.0001"), limits) == [{Signal.OUTSIDE_HIGH}]


@pytest.mark.parametrize(
    ("values", "at"),
    [
        ([51] * 6, []),
        ([51] * 7, [0, 1, 2, 3, 4, 5, 6]),
        ([49, *[51] * 8, 49], [1, 2, 3, 4, 5, 6, 7, 8]),
        ([51, 51, 51, 50, 51, 51, 51, 51], []),
        ([51, 51, 51, None, 51, 51, 51, 51], []),
        ([51, 51, 51, 49, 51, 51, 51, 51], []),
        ([None, *[51] * 7, None], [1, 2, 3, 4, 5, 6, 7]),
        ([50] * 9, []),
    ],
)
def test_shift_is_seven_in_a_row_on_one_side_of_the_mean(values, at):
    assert places(Signal.SHIFT_HIGH, numbers(*values)) == at


@pytest.mark.parametrize(("shift", "at"), [(6, [0, 1, 2, 3, 4, 5]), (7, []), (8, [])])
def test_length_of_a_shift_can_be_set(shift, at):
    assert places(Signal.SHIFT_HIGH, numbers(*[51] * 6), shift=shift) == at


@pytest.mark.parametrize(
    ("values", "at"),
    [
        ([45, 46, 47, 48, 49, 50], []),
        ([45, 46, 47, 48, 49, 50, 51], [0, 1, 2, 3, 4, 5, 6]),
        ([46, 45, 46, 47, 48, 49, 50, 51, 52, 52], [1, 2, 3, 4, 5, 6, 7, 8]),
        ([45, 46, 47, 48, 48, 49, 50, 51], []),
        ([45, 46, 47, None, 48, 49, 50, 51], []),
        ([None, 45, 46, 47, 48, 49, 50, 51], [1, 2, 3, 4, 5, 6, 7]),
        ([50] * 9, []),
    ],
)
def test_trend_is_seven_points_each_above_the_one_before(values, at):
    assert places(Signal.TREND_UP, numbers(*values)) == at


@pytest.mark.parametrize(("trend", "length"), [(6, 6), (7, 7), (8, 8)])
def test_length_of_a_trend_can_be_set(trend, length):
    rises = numbers(*range(45, 45 + length))

    assert places(Signal.TREND_UP, rises, trend=trend) == list(range(length))
    assert places(Signal.TREND_UP, rises[1:], trend=trend) == []


@pytest.mark.parametrize(
    ("values", "beyond", "band"),
    [
        ([68, 51, 68], [0, 2], [0, 2]),
        ([68, 68, 51], [0, 1], [0, 1]),
        ([51, 68, 68], [1, 2], [1, 2]),
        ([68, 68, 68], [0, 1, 2], [0, 1, 2]),
        ([68, 49, 68], [], []),
        ([68, 50, 68], [], []),
        ([68, None, 68], [], []),
        ([68, 51, 51, 68], [], []),
        ([51, 51, 68], [], []),
        ([49, 68, 68], [], []),
        ([68, 68, 49], [], []),
        ([68, 68], [], []),
        ([77, 51, 68], [0, 2], []),
        ([77, 68, 68], [0, 1, 2], [1, 2]),
        (["76.6", 51, 68], [0, 2], [0, 2]),
        ([68, 51, 68, 51, 68], [0, 2, 4], [0, 2, 4]),
    ],
)
def test_two_of_three_far_out_on_one_side(values, beyond, band):
    assert places(Signal.TWO_OF_THREE_HIGH, numbers(*values)) == beyond
    assert places(Signal.TWO_OF_THREE_HIGH, numbers(*values), two_of_three=TwoOfThree.BAND) == band


def test_point_right_on_the_two_sigma_line_is_not_beyond_it():
    limits = Limits(D(50), D(30) / D("2.66"))

    assert signals(numbers(70, 51, 70), limits) == [frozenset()] * 3
    assert signals(numbers("70.1", 51, "70.1"), limits)[0] == {Signal.TWO_OF_THREE_HIGH}


def test_flat_series_has_no_signal():
    assert signals(numbers(*[50] * 24), Limits(D(50), D(0))) == [frozenset()] * 24


@given(MONTHS)
def test_mirror_swaps_high_and_low(values):
    mirrored = [None if value is None else 100 - value for value in values]

    found = [{MIRROR[signal] for signal in at} for at in signals(values)]

    assert signals(mirrored) == found


@given(MONTHS, st.integers(0, 40), st.sampled_from(TwoOfThree))
def test_gap_put_in_between_never_adds_a_signal(values, place, kind):
    place = min(place, len(values))
    parted = signals([*values[:place], None, *values[place:]], two_of_three=kind)
    del parted[place]

    assert all(
        after <= before for before, after in zip(signals(values, two_of_three=kind), parted, strict=True)
    )


@given(MONTHS, st.integers(0, 39), st.sampled_from(TwoOfThree))
def test_figure_taken_away_never_adds_a_signal_elsewhere(values, place, kind):
    without = [None if at == place else value for at, value in enumerate(values)]

    found = zip(signals(values, two_of_three=kind), signals(without, two_of_three=kind), strict=True)

    assert all(after <= before for before, after in found)


@given(MONTHS, st.integers(2, 9), st.sampled_from([6, 7, 8]))
def test_runs_are_found_as_by_looking_at_every_window(values, shift, trend):
    def in_a_window(length, is_run):
        starts = [
            start for start in range(len(values) - length + 1) if is_run(values[start : start + length])
        ]
        return {place for start in starts for place in range(start, start + length)}

    found = signals(values, shift=shift, trend=trend)

    shifted = in_a_window(shift, lambda window: all(v is not None and v > 50 for v in window))
    rising = in_a_window(trend, lambda window: None not in window and all(a < b for a, b in pairwise(window)))
    assert {place for place, at in enumerate(found) if Signal.SHIFT_HIGH in at} == shifted
    assert {place for place, at in enumerate(found) if Signal.TREND_UP in at} == rising


def test_half_of_the_signals_look_upwards():
    assert {MIRROR[signal] for signal in HIGH} == set(Signal) - HIGH
