from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from scorecard.demonstration.lines import Line
from scorecard.periods import month_ends

JANUARY, FEBRUARY, MARCH, APRIL = (date(2018, 1, 31), date(2018, 2, 28), date(2018, 3, 31), date(2018, 4, 30))
WAYPOINTS = {JANUARY: Decimal(10), MARCH: Decimal(20)}
MONTHS = month_ends(date(2010, 1, 31), date(2017, 12, 31))


@pytest.mark.parametrize(
    ("month", "number"),
    [
        (date(2017, 12, 31), Decimal(10)),
        (JANUARY, Decimal(10)),
        (FEBRUARY, Decimal(15)),
        (MARCH, Decimal(20)),
        (APRIL, Decimal(20)),
    ],
)
def test_line_runs_straight_between_waypoints_and_level_beyond(month, number):
    assert Line("any", WAYPOINTS).at(month) == number


def test_line_keeps_to_its_waypoints_however_much_it_wobbles():
    line = Line("any", WAYPOINTS, wobble=Decimal(5))

    assert [line.at(JANUARY), line.at(MARCH)] == [10, 20]
    assert line.at(FEBRUARY) != 15


def test_line_strays_no_further_than_its_wobble():
    line = Line("any", {JANUARY: Decimal(100)}, wobble=Decimal(5), smoothing=1)
    numbers = [line.at(month) for month in MONTHS]

    assert all(95 <= number <= 105 for number in numbers)
    assert len(set(numbers)) == len(MONTHS)


def test_smoothing_makes_smaller_steps():
    def longest_step(smoothing: int) -> Decimal:
        line = Line("any", {JANUARY: Decimal(100)}, wobble=Decimal(5), smoothing=smoothing)
        numbers = [line.at(month) for month in MONTHS]
        return max(abs(later - earlier) for earlier, later in pairwise(numbers))

    assert longest_step(12) < longest_step(2) < longest_step(1)


def test_same_name_and_month_always_give_the_same_number():
    line = Line("children_in_care", WAYPOINTS, wobble=Decimal(5))

    assert round(line.at(FEBRUARY), 6) == Decimal("11.002496")


def test_lines_of_different_names_wobble_differently():
    first, second = (Line(name, WAYPOINTS, wobble=Decimal(5)) for name in ("first", "second"))

    assert first.at(FEBRUARY) != second.at(FEBRUARY)


def test_line_rounds_to_its_decimals():
    line = Line("any", {JANUARY: Decimal(10), APRIL: Decimal(20)}, decimals=1)

    assert line.at(FEBRUARY) == Decimal("13.3")
