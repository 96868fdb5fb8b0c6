"""The picture beside a verdict: each kind has its own shape."""

from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from core.charts import NARROW, WIDE, Series, Signal, variation_icon
from tests.core.charts import SVG, chart, drawn, of_class, points


def icon(signal: Signal | None) -> Element:
    return fromstring(
        str(variation_icon(signal)).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    )


@pytest.mark.parametrize(
    ("signal", "letters", "starts"),
    [
        (Signal.IMPROVEMENT_HIGH, ["I"], "M20 3L"),
        (Signal.IMPROVEMENT_LOW, ["I"], "M20 37L"),
        (Signal.CONCERN_HIGH, ["C"], "M20 3L"),
        (Signal.CONCERN_LOW, ["C"], "M20 37L"),
        (Signal.NEITHER_HIGH, [], "M20 3L"),
        (Signal.NEITHER_LOW, [], "M20 37L"),
    ],
)
def test_triangle_points_the_way_the_figure_went_and_carries_its_letter(signal, letters, starts):
    shape = icon(signal)

    (path,) = shape.findall(f"{SVG}path")
    assert path.get("d").startswith(starts)
    assert [text.text for text in shape.findall(f"{SVG}text")] == letters


def test_ordinary_variation_is_a_line_between_two_limits():
    classes = [path.get("class") for path in icon(None).findall(f"{SVG}path")]

    assert classes == ["chart-limit", "chart-limit", "chart-axis"]


def test_the_words_beside_it_are_enough_for_a_screen_reader():
    assert icon(Signal.CONCERN_LOW).get("aria-hidden") == "true"


@pytest.mark.parametrize(("size", "every"), [(WIDE, 1), (NARROW, 6)])
def test_letters_of_a_run_do_not_lie_on_each_other(size, every):
    months = 36
    signal = dict.fromkeys(range(months), Signal.CONCERN_LOW)
    run = chart(series=(Series(points(*[50] * months, signal=signal)),))

    letters = [e for e in of_class(drawn(run, size), "chart-concern") if e.tag == f"{SVG}text"]
    places = [float(letter.get("x")) for letter in letters[:-1]]  # the last is that of the key

    assert all(after - before >= 10.9 for before, after in pairwise(places))
    assert len(places) == months // every
