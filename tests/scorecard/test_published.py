from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.published import (
    Unit,
    exact_figure,
    figure_in_words,
    format_figure,
    format_number,
    gap_in_words,
    line_in_words,
    published_figure,
    round_half_up,
    unit_suffix,
)

WHOLE = st.integers(0, 10**7).map(D)


@pytest.mark.parametrize(
    ("unit", "decimals", "figure"),
    [
        (Unit.PERCENT, 1, "37.5"),
        (Unit.RATE_PER_10000, 1, "3750.0"),
        (Unit.COUNT, 3, "0.375"),
        (Unit.DAYS, 2, "0.38"),
        (Unit.SCORE, 1, "0.4"),
        (Unit.CASES_PER_FTE, 0, "0"),
    ],
)
def test_figure_is_scaled_by_its_unit(unit, decimals, figure):
    assert str(published_figure(None, D(3), D(8), unit=unit, decimals=decimals)) == figure


@pytest.mark.parametrize(
    ("value", "numerator", "denominator"),
    [
        (None, None, None),
        (None, D(3), None),
        (None, None, D(8)),
        (None, D(3), D(0)),
        (None, D(0), D(0)),
    ],
)
def test_no_figure_without_a_value_or_both_parts(value, numerator, denominator):
    assert published_figure(value, numerator, denominator, unit=Unit.PERCENT, decimals=1) is None


@pytest.mark.parametrize("denominator", [None, D(0), D(3)])
def test_given_value_wins_over_its_parts(denominator):
    assert published_figure(D("12.3"), D(1), denominator, unit=Unit.PERCENT, decimals=1) == D("12.3")


def test_nought_is_a_figure():
    assert published_figure(D(0), None, None, unit=Unit.COUNT, decimals=0) == 0
    assert published_figure(None, D(0), D(7), unit=Unit.PERCENT, decimals=1) == 0


@pytest.mark.parametrize(
    ("number", "decimals", "rounded"),
    [
        ("0.25", 1, "0.3"),  # half-even would give 0.2
        ("84.95", 1, "85.0"),
        ("84.949999", 1, "84.9"),
        ("2.675", 2, "2.68"),  # 2.67 in binary floating point
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-0.25", 1, "-0.3"),
        ("-2.5", 0, "-3"),
        ("-0.04", 1, "0.0"),
        ("1579", 1, "1579.0"),
    ],
)
def test_halves_are_rounded_away_from_zero(number, decimals, rounded):
    assert str(round_half_up(D(number), decimals)) == rounded


@pytest.mark.parametrize(
    ("numerator", "denominator", "decimals", "figure"),
    [
        (2499, 2500, 1, "99.9"),
        (2500, 2500, 1, "100.0"),
        (1, 2500, 1, "0.1"),
        (0, 2500, 1, "0.0"),
        (199, 200, 0, "99"),
        (1, 201, 0, "1"),
        (1, 200, 0, "1"),
        (99999, 100000, 2, "99.99"),
        (1, 100000, 2, "0.01"),
        (999, 1000, 1, "99.9"),
        (2501, 2500, 1, "100.0"),
    ],
)
def test_percentage_reads_100_or_0_only_when_it_is_everyone_or_no_one(
    numerator, denominator, decimals, figure
):
    published = published_figure(None, D(numerator), D(denominator), unit=Unit.PERCENT, decimals=decimals)

    assert str(published) == figure


@pytest.mark.parametrize("unit", [unit for unit in Unit if unit != Unit.PERCENT])
@pytest.mark.parametrize(("value", "figure"), [("99.96", "100.0"), ("0.04", "0.0")])
def test_other_units_may_round_to_100_and_0(unit, value, figure):
    assert str(published_figure(D(value), None, None, unit=unit, decimals=1)) == figure


@pytest.mark.parametrize(
    ("value", "figure"),
    [("99.96", "99.9"), ("0.04", "0.1"), ("99.949", "99.9"), ("-0.04", "0.0"), ("-3.25", "-3.3")],
)
def test_given_percentages_keep_the_same_rule(value, figure):
    assert str(published_figure(D(value), None, None, unit=Unit.PERCENT, decimals=1)) == figure


@given(WHOLE, WHOLE.filter(bool), st.integers(0, 3), st.sampled_from(Unit))
def test_publishing_twice_changes_nothing(numerator, denominator, decimals, unit):
    once = published_figure(None, numerator, denominator, unit=unit, decimals=decimals)

    assert published_figure(once, None, None, unit=unit, decimals=decimals) == once


@given(WHOLE, WHOLE.filter(bool), st.integers(0, 3))
def test_publishing_a_percentage_gives_away_less_than_one_step(numerator, denominator, decimals):
    exact = exact_figure(None, numerator, denominator, unit=Unit.PERCENT)
    figure = published_figure(None, numerator, denominator, unit=Unit.PERCENT, decimals=decimals)

    assert abs(figure - exact) < D(1).scaleb(-decimals)
    assert (figure == 0) == (numerator == 0)
    assert (figure < 100) == (numerator < denominator) or numerator > denominator


@given(st.decimals(-(10**6), 10**6, places=6), st.integers(0, 4))
def test_rounding_mirrors_at_zero(number, decimals):
    assert round_half_up(-number, decimals) == -round_half_up(number, decimals)


@pytest.mark.parametrize(
    ("figure", "unit", "decimals", "text"),
    [
        ("47.7", Unit.PERCENT, 1, "47.7"),
        ("60", Unit.PERCENT, 1, "60.0"),
        ("1579", Unit.COUNT, 0, "1,579"),
        ("1234567.8", Unit.DAYS, 1, "1,234,567.8"),
        ("0.25", Unit.SCORE, 1, "0.3"),
        ("99.96", Unit.PERCENT, 1, "99.9"),
        ("-3.2", Unit.PERCENT, 1, "-3.2"),
        ("1E+3", Unit.COUNT, 0, "1,000"),
    ],
)
def test_figure_is_written_with_its_decimals_and_thousands(figure, unit, decimals, text):
    assert format_figure(D(figure), unit=unit, decimals=decimals) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("60", "60"),
        ("60.000", "60"),
        ("94.50", "94.5"),
        ("333045", "333,045"),
        ("1E+3", "1,000"),
        ("0.0", "0"),
    ],
)
def test_target_or_part_is_written_as_it_was_set(number, text):
    assert format_number(D(number)) == text


@pytest.mark.parametrize(
    ("unit", "figure", "decimals", "figure_words", "line_words", "gap_words"),
    [
        (Unit.PERCENT, "47.7", 1, "47.7%", "47.7%", "47.7 points"),
        (Unit.PERCENT, "1", 0, "1%", "1%", "1 point"),
        (Unit.PERCENT, "1", 1, "1.0%", "1%", "1.0 points"),
        (Unit.COUNT, "1579", 0, "1,579", "1,579", "1,579"),
        (Unit.DAYS, "121.7", 1, "121.7 days", "121.7 days", "121.7 days"),
        (Unit.DAYS, "1", 0, "1 day", "1 day", "1 day"),
        (Unit.RATE_PER_10000, "40.5", 1, "40.5 per 10,000", "40.5 per 10,000", "40.5 per 10,000"),
        (Unit.SCORE, "13.1", 1, "13.1", "13.1", "13.1"),
        (
            Unit.CASES_PER_FTE,
            "16.6",
            1,
            "16.6 cases per worker",
            "16.6 cases per worker",
            "16.6 cases per worker",
        ),
    ],
)
def test_figures_lines_and_gaps_carry_their_unit(unit, figure, decimals, figure_words, line_words, gap_words):
    number = D(figure)

    assert figure_in_words(number, unit=unit, decimals=decimals) == figure_words
    assert line_in_words(number, unit=unit) == line_words
    assert gap_in_words(-number, unit=unit, decimals=decimals) == gap_words


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_can_be_shown_apart_from_its_number(unit):
    words = figure_in_words(D("2.5"), unit=unit, decimals=1)

    assert words.removeprefix("2.5").lstrip() == unit_suffix(unit)
