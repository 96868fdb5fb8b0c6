from decimal import Decimal

import pytest
from defusedxml.ElementTree import fromstring
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from core.charts import sparkline

VALUES = [Decimal(value) for value in ("47.7", "48.6", "50", "49")]


def lines(markup: str) -> list[str]:
    return [path.get("d") for path in fromstring(markup).iter("path") if path.get("class") == "chart-line"]


def test_a_named_sparkline_is_an_image():
    drawing = fromstring(sparkline(VALUES, title="49% in August & <falling>"))

    assert drawing.get("role") == "img"
    assert drawing.get("aria-hidden") is None
    assert drawing.find("title").text == "49% in August & <falling>"


def test_an_unnamed_sparkline_is_hidden():
    drawing = fromstring(sparkline(VALUES))

    assert drawing.get("aria-hidden") == "true"
    assert drawing.find("title") is None


def test_a_template_prints_it_as_it_is():
    assert Template("{{ line }}").render(Context({"line": sparkline(VALUES)})) == sparkline(VALUES)


def test_the_highest_value_is_at_the_top_and_the_target_is_in_range():
    drawing = sparkline([Decimal(1), Decimal(2)], Decimal(3))

    assert lines(drawing) == ["M4 24.0h0L119 14.0"]
    assert 'class="chart-target" d="M0 4.0H123"' in drawing


def test_a_gap_lifts_the_pen_and_a_lone_month_is_a_dot():
    drawing = sparkline([Decimal(1), None, Decimal(3), None, Decimal(2), Decimal(1)])

    assert lines(drawing)[0].count("M") == 3
    assert lines(drawing)[0].count("L") == 1


def test_a_flat_line_runs_through_the_middle():
    assert lines(sparkline([Decimal(100)] * 2)) == ["M4 14.0h0L119 14.0"]


def test_illustrative_months_are_dotted_up_to_the_first_real_one():
    dotted, solid = lines(sparkline(VALUES, illustrative=2))

    assert dotted.split("L")[-1] == solid.split("h0")[0].lstrip("M")


@pytest.mark.parametrize("values", [[], [None], [None, None]])
def test_nothing_known_is_an_empty_drawing(values):
    assert lines(sparkline(values)) == []


@given(
    st.lists(st.none() | st.decimals(-1000, 10000, places=1), max_size=36),
    st.none() | st.decimals(0, 10000, places=1),
    st.integers(0, 40),
)
def test_whatever_the_figures_it_is_well_formed_and_stays_in_its_box(values, target, illustrative):
    drawing = sparkline(values, target, illustrative=illustrative)

    heights = [
        float(point.split()[1].removesuffix("h0"))
        for path in lines(drawing)
        for point in path.replace("M", "L").split("L")[1:]
    ]
    assert all(3.9 <= height <= 24.1 for height in heights)
