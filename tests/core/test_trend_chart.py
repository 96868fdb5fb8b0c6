from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from defusedxml.ElementTree import fromstring
from django.template import Context, Template
from hypothesis import given, settings
from hypothesis import strategies as st

from core.charts import (
    NARROW,
    WIDE,
    AxisRules,
    ChartPoint,
    Event,
    Level,
    LevelKind,
    Series,
    Signal,
    TrendChart,
    trend_chart,
)
from core.charts.ends import end_labels
from core.charts.labels import text_width
from core.charts.scene import Scene
from tests.core.charts import SIZES, SVG, chart, description, drawn, of_class, points, words

PERCENT = AxisRules(suffix="%", may_break=True, ceiling=Decimal(100))
TARGET = Level(LevelKind.TARGET, Decimal(60), "Target 60")


def path_count(drawing, kind: str) -> int:
    return len([element for element in of_class(drawing, kind) if element.tag == f"{SVG}path"])


# What a screen reader finds


@pytest.mark.parametrize("size", SIZES)
def test_a_chart_is_one_image_named_by_its_finding_and_described(size):
    drawing = drawn(chart(50, 52, 49), size)

    labels = drawing.get("aria-labelledby").split()
    assert drawing.get("role") == "img"
    assert [drawing.find(f"{SVG}{tag}").get("id") for tag in ("title", "desc")] == labels
    assert drawing.find(f"{SVG}title").text == "47.7% in August 2018"
    assert description(drawing) == (
        "50% in September 2017, 49% in November 2017. "
        "Highest 52% in October 2017, lowest 49% in November 2017."
    )


def test_no_text_of_the_drawing_is_read_out():
    drawing = drawn(chart(50, 52, levels=(TARGET,)))

    hidden = drawing.find(f"{SVG}g")
    assert hidden.get("aria-hidden") == "true"
    assert list(drawing.iter(f"{SVG}text")) == list(hidden.iter(f"{SVG}text"))


def test_ids_of_two_charts_in_both_sizes_differ():
    found = [
        element.get("id")
        for name in ("cic03", "cic04")
        for size in SIZES
        for element in drawn(chart(1, 2, id=name), size).iter()
        if element.get("id")
    ]

    assert len(found) == len(set(found)) == 8


def test_the_same_chart_is_drawn_the_same():
    assert trend_chart(chart(50, None, 49)) == trend_chart(chart(50, None, 49))


@pytest.mark.parametrize("name", ["", "CIC03", "3", "a b", 'a"b', "a<b"])
def test_an_id_that_could_break_the_page_is_refused(name):
    with pytest.raises(ValueError, match="id is small letters"):
        chart(1, id=name)


def test_every_text_is_escaped():
    nasty = '<script>alert("1")</script> & so on'
    drawing = trend_chart(
        TrendChart(
            id="x",
            title=nasty,
            series=(Series((ChartPoint(date(2018, 8, 31), Decimal(1), nasty),), nasty),),
            levels=(Level(LevelKind.TARGET, Decimal(2), nasty),),
            events=(Event(date(2018, 8, 31), nasty),),
            axis=AxisRules(caption=nasty, suffix="<b>"),
            remarks=(nasty,),
        )
    )

    assert "<script" not in drawing
    assert "<b>" not in drawing
    assert fromstring(drawing).find(f"{SVG}title").text == nasty


def test_a_template_prints_a_chart_as_it_is():
    drawing = trend_chart(chart(1))

    assert Template("{{ chart }}").render(Context({"chart": drawing})) == drawing


# Lines


def test_a_gap_breaks_the_line_and_leaves_a_cross_on_the_axis():
    drawing = drawn(chart(50, 51, None, 52, 53))

    assert path_count(drawing, "chart-line") == 2
    assert path_count(drawing, "chart-cross") == 2  # on the axis, and in the key
    assert "no figure" in words(drawing)
    assert "No figure for: November 2017." in description(drawing)


def test_a_month_left_out_altogether_is_a_gap_too():
    first, second, third = points(50, 51, 52)

    assert path_count(drawn(chart(series=(Series((first, third)),))), "chart-cross") == 2
    assert path_count(drawn(chart(series=(Series((third, first, second)),))), "chart-cross") == 0


def test_annual_figures_stand_twelve_months_apart_without_gaps():
    years = tuple(ChartPoint(date(year, 3, 31), Decimal(year - 2000), "x") for year in (2015, 2016, 2018))

    drawing = drawn(chart(series=(Series(years),), step_months=12))

    assert path_count(drawing, "chart-cross") == 2
    assert "No figure for: March 2017." in description(drawing)


def test_a_point_between_two_gaps_is_still_seen():
    drawing = drawn(chart(50, None, 52, None, 53))

    assert path_count(drawing, "chart-line") == 0
    assert len([element for element in of_class(drawing, "chart-mark") if element.tag == f"{SVG}circle"]) == 3


def test_a_change_of_definition_breaks_the_line_and_a_rebase_does_not():
    day = points(50, 51, 52, 53)[2].period_end

    broken = drawn(chart(50, 51, 52, 53, events=(Event(day, "New definition", breaks_the_line=True),)))
    rebased = drawn(chart(50, 51, 52, 53, events=(Event(day, "Rebased"),)))

    assert path_count(broken, "chart-line") == 2
    assert path_count(rebased, "chart-line") == 1
    assert "Rebased, Nov 2017" in words(rebased)
    assert path_count(rebased, "chart-event") == 1


def test_an_event_outside_the_months_shown_is_not_drawn():
    assert (
        path_count(drawn(chart(50, 51, events=(Event(date(2016, 1, 31), "Long ago"),))), "chart-event") == 0
    )


def test_illustrative_months_are_dotted_and_say_so():
    series = (Series(points(50, 51, 52, 53, is_illustrative={0, 1, 2})),)

    drawing = drawn(chart(series=series))

    dotted = [line for line in of_class(drawing, "chart-line") if line.get("stroke-dasharray")]
    assert len(dotted) == 1
    assert "illustrative" in words(drawing)
    assert "3 of 4 figures are illustrative, the last of them November 2017." in description(drawing)


def test_a_last_figure_that_is_illustrative_is_labelled_so_at_its_line():
    drawing = drawn(chart(series=(Series(points(50, 51, is_illustrative={1})),)))

    assert "51% (illustrative)" in words(drawing, "chart-label--line")


def test_a_second_line_has_its_own_dash_and_its_name_at_the_end():
    series = (Series(points(50, 51), "All children"), Series(points(52, 53), "Excluding UASC"))

    drawing = drawn(chart(series=series))

    assert words(drawing, "chart-label--line") == ["All children 51%", "Excluding UASC 53%"]
    assert [line.get("stroke-dasharray") for line in of_class(drawing, "chart-other")] == ["7 4"]


@pytest.mark.parametrize("how_many", [0, 5])
def test_a_chart_has_one_to_four_lines(how_many):
    with pytest.raises(ValueError, match="1 to 4 lines"):
        chart(series=(Series(points(1)),) * how_many)


def test_a_chart_without_a_month_is_refused():
    with pytest.raises(ValueError, match="at least one month"):
        chart(series=(Series(()),))


def test_a_chart_without_one_figure_says_so():
    drawing = drawn(chart(None, None))

    assert description(drawing).startswith("No figures.")
    assert path_count(drawing, "chart-cross") == 3


# Year to date


def year_to_date(*values) -> TrendChart:
    return chart(
        series=(Series(points(*values, first=date(2016, 4, 30))),), year_starts_in=4, levels=(TARGET,)
    )


def test_year_to_date_draws_one_line_a_year_with_the_latest_solid():
    drawing = drawn(year_to_date(*range(1, 13), *range(2, 14), 3, 4, 5))

    assert words(drawing, "chart-label--line") == ["2016/17 12%", "2017/18 13%", "2018/19 5%"]
    assert path_count(drawing, "chart-line") == 1
    assert len({line.get("stroke-dasharray") for line in of_class(drawing, "chart-other")}) == 2
    assert [text for text in words(drawing, "chart-quiet") if text in ("Apr", "Mar")] == ["Apr", "Mar"]


def test_illustrative_years_keep_each_their_own_dash():
    figures = points(*range(12), *range(12), 3, first=date(2016, 4, 30), is_illustrative=set(range(25)))
    drawing = drawn(chart(series=(Series(figures),), year_starts_in=4))

    dashes = {line.get("stroke-dasharray") for line in of_class(drawing, "chart-other")}

    assert len(dashes) == 2
    assert "0.1 5" not in dashes


def test_year_to_date_shows_no_more_than_four_years():
    drawing = drawn(year_to_date(*range(60)))

    assert [text[:7] for text in words(drawing, "chart-label--line")] == [
        "2017/18",
        "2018/19",
        "2019/20",
        "2020/21",
    ]


def test_the_academic_year_starts_in_september():
    series = (Series(points(*range(1, 14), first=date(2016, 9, 30))),)

    drawing = drawn(chart(series=series, year_starts_in=9))

    assert words(drawing, "chart-label--line") == ["2016/17 12%", "2017/18 13%"]
    assert words(drawing, "chart-quiet")[-1] == "Aug"


def test_year_to_date_takes_one_series():
    with pytest.raises(ValueError, match="one series"):
        chart(series=(Series(points(1)), Series(points(2))), year_starts_in=4)


# Points


@pytest.mark.parametrize(
    ("flags", "tag", "is_hollow"),
    [
        ({}, "circle", False),
        ({"is_provisional": {1}}, "circle", True),
        ({"is_revised": {1}}, "rect", False),
        ({"is_revised": {1}, "is_provisional": {1}}, "rect", True),
        ({"signal": {1: Signal.CONCERN_LOW}}, "path", False),
        ({"signal": {1: Signal.IMPROVEMENT_HIGH}, "is_provisional": {1}}, "path", True),
    ],
)
def test_the_shape_of_a_point_says_what_it_is(flags, tag, is_hollow):
    drawing = drawn(chart(series=(Series(points(50, 51, 52, **flags)),)))

    ordinary = {"chart-mark", "chart-improvement", "chart-concern"}
    shapes = [
        e for e in drawing.iter() if ordinary & set(e.get("class", "").split()) and e.tag != f"{SVG}text"
    ]
    assert shapes[1].tag == f"{SVG}{tag}"
    assert ("chart-hollow" in shapes[1].get("class")) == is_hollow


@pytest.mark.parametrize(
    ("signal", "initials", "points_up"),
    [
        (Signal.IMPROVEMENT_HIGH, ["I"], True),
        (Signal.IMPROVEMENT_LOW, ["I"], False),
        (Signal.CONCERN_HIGH, ["C"], True),
        (Signal.CONCERN_LOW, ["C"], False),
        (Signal.NEITHER_HIGH, [], True),
        (Signal.NEITHER_LOW, [], False),
    ],
)
def test_a_signal_is_a_triangle_with_its_initial_in_chart_and_key(signal, initials, points_up):
    drawing = drawn(chart(series=(Series(points(50, 51, 52, signal={1: signal})),)))

    shapes = [e for e in of_class(drawing, f"chart-{signal.judgement}") if e.tag == f"{SVG}path"]
    assert words(drawing, f"chart-{signal.judgement}") == initials * 2
    assert [_points_up(shape) for shape in shapes] == [points_up] * 2
    assert "Stands out" in description(drawing)


def _points_up(shape) -> bool:
    tip, base = (float(corner.split()[1].rstrip("Z")) for corner in shape.get("d").lstrip("M").split("L")[:2])
    return tip < base


def test_triangle_of_the_key_points_up_where_the_chart_has_both_ways():
    both = {0: Signal.CONCERN_LOW, 2: Signal.CONCERN_HIGH}

    drawing = drawn(chart(series=(Series(points(50, 51, 52, signal=both)),)))

    shapes = [e for e in of_class(drawing, "chart-concern") if e.tag == f"{SVG}path"]
    assert [_points_up(shape) for shape in shapes] == [False, True, True]


@pytest.mark.parametrize(("size", "at_ends", "in_key"), [(WIDE, 3, 0), (NARROW, 1, 2)])
def test_limits_are_named_at_their_ends_or_in_a_small_drawing_in_the_key(size, at_ends, in_key):
    limits = [
        Level(LevelKind.MEAN, Decimal(51), "Average 51%"),
        Level(LevelKind.LIMIT, Decimal(53), "Upper 53%"),
    ]

    drawing = drawn(chart(50, 52, levels=(TARGET, *limits), axis=PERCENT), size)

    said = {level.text for level in (TARGET, *limits)}
    assert len(
        [word for kind in ("target", "mean", "limit") for word in words(drawing, f"chart-label--{kind}")]
    ) == (at_ends)
    assert len(said & set(words(drawing, "chart-quiet"))) == in_key


def test_the_key_names_only_what_occurs():
    assert not {"provisional", "revised", "no figure"} & set(words(drawn(chart(50, 51))))


# Target, floor, tolerance and limits


def test_target_is_solid_and_floor_dashed_each_named_at_its_end():
    floor = Level(LevelKind.FLOOR, Decimal(45), "Floor 45")

    drawing = drawn(chart(50, 51, levels=(TARGET, floor)))

    assert [line.get("stroke-dasharray") for line in of_class(drawing, "chart-target")] == [None]
    assert [line.get("stroke-dasharray") for line in of_class(drawing, "chart-floor")] == ["8 5"]
    assert words(drawing, "chart-label--target") == ["Target 60"]
    assert words(drawing, "chart-label--floor") == ["Floor 45"]
    assert "below the target 60. The last figure is above the floor 45." in description(drawing)


def test_meeting_a_line_exactly_is_said():
    assert "The last figure meets exactly the target 60." in description(
        drawn(chart(50, 60, levels=(TARGET,)))
    )


def test_a_former_target_is_drawn_for_its_own_months():
    days = [point.period_end for point in points(*range(4))]
    former = Level(LevelKind.TARGET, Decimal(55), "Target 55", ends_on=days[1])
    current = Level(LevelKind.TARGET, Decimal(60), "Target 60", starts_on=days[2])

    drawing = drawn(chart(50, 51, 52, 53, levels=(former, current)))

    (start, end), (next_start, next_end) = (
        [float(point.split()[0]) for point in line.get("d").lstrip("M").split("L")]
        for line in of_class(drawing, "chart-target")
    )
    assert end == pytest.approx(next_start, abs=0.2)
    assert start < end < next_end
    assert words(drawing, "chart-label--target") == ["Target 60", "Target 55"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "values", [(55, 55, 55, 70, 72, 74), (70, 72, 74, 55, 55, 55), (56, 57, 58, 59, 60, 61)]
)
def test_words_of_a_former_target_lie_on_no_figure_where_there_is_room(values, size):
    each = [value for value in values for _ in range(4)]
    days = [point.period_end for point in points(*each)]
    former = Level(LevelKind.TARGET, Decimal(55), "Target 55", ends_on=days[-2])
    current = Level(LevelKind.TARGET, Decimal(80), "Target 80", starts_on=days[-1])

    scene = Scene(chart(*each, levels=(former, current)), size)

    (label,) = end_labels(scene)[1]
    half, width = heights(label, scene) / 2, max(text_width(line, size.font) for line in label.lines)
    assert [
        day
        for day, value in zip(days, each, strict=True)
        if label.x <= scene.x(day) <= label.x + width
        and label.y - half <= scene.y(Decimal(value)) <= label.y + half
    ] == []


def test_a_level_of_other_years_is_left_out():
    old = Level(LevelKind.TARGET, Decimal(55), "Target 55", ends_on=date(2010, 1, 1))

    assert of_class(drawn(chart(50, 51, levels=(old,))), "chart-target") == []


def test_a_tolerance_is_hatched_between_its_two_named_edges():
    edges = (Level(LevelKind.TOLERANCE, Decimal(14), "14"), Level(LevelKind.TOLERANCE, Decimal(16), "16"))

    drawing = drawn(chart(15, 15, levels=edges))

    assert path_count(drawing, "chart-hatch") == 1
    assert sorted(words(drawing, "chart-label--tolerance")) == ["14", "16"]


@pytest.mark.parametrize(("value", "is_drawn"), [("-3.2", False), ("0", True), ("100", True), ("104", False)])
def test_a_limit_that_no_figure_can_reach_is_not_drawn(value, is_drawn):
    limit = Level(LevelKind.LIMIT, Decimal(value), f"Limit {value}")

    drawing = drawn(chart(5, 95, levels=(limit,), axis=PERCENT))

    assert bool(of_class(drawing, "chart-limit")) == is_drawn


def test_a_scale_that_does_not_start_at_0_is_marked_and_said():
    drawing = drawn(chart(50, 52, levels=(TARGET,), axis=PERCENT))

    assert "Scale starts at 47.5%" in words(drawing)
    assert description(drawing).endswith("The scale starts at 47.5%, not at 0.")


# Words never lie on words

figures = st.decimals(min_value=0, max_value=100, places=1)
levels = st.lists(
    st.builds(
        lambda kind, value: Level(kind, value, f"{kind} {value}"), st.sampled_from(list(LevelKind)), figures
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(
    lines=st.lists(st.lists(figures | st.none(), min_size=1, max_size=30), min_size=1, max_size=4),
    levels=levels,
    size=st.sampled_from([WIDE, NARROW]),
)
def test_labels_never_overlap_nor_leave_the_drawing(lines, levels, size):
    series = tuple(Series(points(*values), f"Population variant {n}") for n, values in enumerate(lines))

    scene = Scene(chart(series=series, levels=tuple(levels)), size)

    for group in end_labels(scene):
        boxes = sorted(
            (label.y - half, label.y + half) for label in group for half in [heights(label, scene) / 2]
        )
        assert all(above[1] <= below[0] + 1e-6 for above, below in pairwise(boxes))
        assert all(top >= 0 and bottom <= scene.bottom + scene.size.line_height for top, bottom in boxes)


def heights(label, scene) -> float:
    return len(label.lines) * scene.size.line_height


@given(st.lists(st.integers(0, 29), min_size=1, max_size=6, unique=True))
def test_words_above_the_plot_never_overlap(months):
    days = [point.period_end for point in points(*range(30))]
    events = tuple(Event(days[month], "Rebased after a new system came") for month in months)

    scene = Scene(chart(series=(Series(points(*range(30))),), events=events), WIDE)

    for row in {heading.row for heading in scene.headings}:
        boxes = sorted((heading.left, heading.right) for heading in scene.headings if heading.row == row)
        assert all(before[1] < after[0] for before, after in pairwise(boxes))
        assert boxes[0][0] >= 0
        assert boxes[-1][1] <= scene.size.width
