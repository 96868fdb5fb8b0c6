from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.charts import AxisRules
from core.charts.axes import labelled_months, month_axis, tick_text, value_axis
from core.charts.labels import rows, spread, text_width, wrapped
from tests.core.charts import month_ends

BREAKABLE = AxisRules(may_break=True, ceiling=Decimal(100))


def ticks(values, lines, rules):
    axis = value_axis(map(Decimal, values), map(Decimal, lines), rules)
    return [tick_text(tick) for tick in axis.ticks]


@pytest.mark.parametrize(
    ("values", "lines", "rules", "expected"),
    [
        (["1500", "1579"], [], AxisRules(), ["0", "500", "1,000", "1,500", "2,000"]),
        (["47.7", "52"], ["60", "45"], BREAKABLE, ["40", "45", "50", "55", "60"]),
        (["48.4", "47.7"], ["60", "40"], BREAKABLE, ["35", "40", "45", "50", "55", "60"]),
        (["7.9", "12"], ["10"], BREAKABLE, ["0", "2.5", "5", "7.5", "10", "12.5"]),
        (["99.5", "100"], [], BREAKABLE, ["85", "90", "95", "100"]),
        (["20", "97"], [], AxisRules(ceiling=99), ["0", "20", "40", "60", "80", "99"]),
        (["0", "0"], [], AxisRules(whole_numbers=True), ["0", "1"]),
        (["2", "3"], [], AxisRules(whole_numbers=True), ["0", "1", "2", "3"]),
        (["0.5"], [], AxisRules(), ["0", "0.1", "0.2", "0.3", "0.4", "0.5"]),
        (["-2", "3"], [], AxisRules(), ["-2", "-1", "0", "1", "2", "3"]),
        ([], [], AxisRules(), ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
    ],
)
def test_the_scale_is_round_and_starts_at_0_unless_it_may_break(values, lines, rules, expected):
    assert ticks(values, lines, rules) == expected


@given(
    st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=40),
    st.lists(st.decimals(-50, 150, places=2), max_size=6),
    st.sampled_from([AxisRules(), BREAKABLE, AxisRules(whole_numbers=True)]),
)
def test_the_scale_holds_every_figure_and_keeps_its_ceiling(figures, lines, rules):
    axis = value_axis(figures, lines, rules)

    assert all(axis.holds(figure) for figure in figures)
    assert list(axis.ticks) == sorted(set(axis.ticks))
    assert 2 <= len(axis.ticks) <= 9
    assert rules.ceiling is None or axis.ticks[-1] <= rules.ceiling
    assert rules.may_break or not axis.is_broken


@pytest.mark.parametrize(("tick", "text"), [("1E+3", "1,000"), ("0.50", "0.5"), ("0", "0"), ("85", "85")])
def test_ticks_are_written_as_people_write_them(tick, text):
    assert tick_text(Decimal(tick)) == text


@pytest.mark.parametrize("how_many", [1, 2, 13, 24, 36, 120])
def test_the_latest_month_always_has_its_name(how_many):
    axis = month_axis(month_ends(date(2015, 9, 30), how_many))

    labelled = labelled_months(axis, 560, 15)

    assert labelled[-1] == how_many - 1
    assert len(labelled) <= 560 / text_width("Sep 2026", 15) + 1


def test_months_are_written_with_their_year():
    axis = month_axis([date(2017, 12, 31), date(2018, 1, 31)])

    assert [axis.text(0), axis.text(1)] == ["Dec 2017", "Jan 2018"]


# Room for words


@given(st.lists(st.tuples(st.floats(-50, 350), st.floats(1, 40)), max_size=12))
def test_spread_words_keep_clear_of_each_other_and_inside(labels):
    wanted, heights = [y for y, _ in labels], [height for _, height in labels]
    room = max(300.0, sum(heights))

    centres = spread(wanted, heights, 0.0, room)

    boxes = sorted((y - height / 2, y + height / 2) for y, height in zip(centres, heights, strict=True))
    assert all(above[1] <= below[0] + 1e-6 for above, below in pairwise(boxes))
    assert all(top >= -1e-6 and bottom <= room + 1e-6 for top, bottom in boxes)


@given(st.lists(st.floats(0, 300), max_size=8))
def test_spread_words_stay_in_the_order_of_their_lines(wanted):
    centres = spread(wanted, [10.0] * len(wanted), 0.0, 300.0)

    pairs = sorted(zip(wanted, centres, strict=True))
    assert [centre for _, centre in pairs] == sorted(centres)


def test_words_with_room_stay_where_they_are():
    assert spread([20.0, 100.0, 60.0], [10.0] * 3, 0.0, 200.0) == [20.0, 100.0, 60.0]


def test_two_words_for_one_height_share_it_evenly():
    assert spread([50.0, 50.0], [10.0, 10.0], 0.0, 100.0) == [45.0, 55.0]


def test_too_many_words_are_refused():
    with pytest.raises(ValueError, match="more room"):
        spread([1.0, 2.0], [10.0, 10.0], 0.0, 19.0)


def test_rows_are_as_few_as_keep_words_apart():
    assert rows([(0, 50), (40, 90), (60, 100), (99, 120)]) == [0, 1, 0, 1]


def test_long_words_wrap_at_spaces():
    assert wrapped("Excluding unaccompanied children 48.7%", 120, 15) == (
        "Excluding",
        "unaccompanied",
        "children 48.7%",
    )
