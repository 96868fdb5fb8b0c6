from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.evidence import (
    Change,
    EvidenceFigure,
    Polarity,
    Qualifier,
    Verdict,
    change,
    disagreements,
    printed,
    went_worse,
)

APRIL, OCTOBER, AUGUST = date(2016, 4, 30), date(2016, 10, 31), date(2018, 8, 31)


def figure(value, as_at=APRIL, unit="children", polarity=Polarity.LOWER, key="placed by others", **more):
    return EvidenceFigure(
        key, None if value is None else Decimal(value), unit, as_at, polarity=polarity, **more
    )


def test_children_placed_by_others_went_up_and_that_is_worse():
    assert change(figure(1254), figure(1294, OCTOBER)) == Change(Decimal(40), Decimal("3.2"), Verdict.WORSE)
    assert change(figure(1254), figure(1329, AUGUST)).percent == Decimal("6.0")
    assert went_worse([figure(1329, AUGUST), figure(1254), figure(1294, OCTOBER)])


JULY = date(2018, 7, 31)


@pytest.mark.parametrize(
    ("told", "is_worse"),
    [
        ([], False),
        ([figure(1329, AUGUST)], False),
        ([figure(1254), figure(1254, AUGUST)], False),
        ([figure(1254), figure(1253, AUGUST)], False),
        ([figure(1254), figure(1200, JULY, qualifier=Qualifier.MORE_THAN), figure(1329, AUGUST)], True),
        ([figure(1254), figure(1329, JULY), figure(1400, AUGUST, qualifier=Qualifier.PLANNED)], True),
        ([figure(1254), figure(None, JULY), figure(1329, AUGUST)], True),
        ([figure(1400), figure(1254, OCTOBER), figure(1329, AUGUST)], True),  # than the one before
        ([figure(1254), figure(1400, OCTOBER), figure(1329, AUGUST)], True),  # than the first
        ([figure(1400), figure(1329, OCTOBER), figure(1254, AUGUST)], False),
        ([figure(1254), figure(1200, AUGUST), figure(1300, AUGUST, source="Another")], True),
        ([figure(1254), figure(1329, AUGUST, polarity=Polarity.NEUTRAL)], False),
    ],
)
def test_worsening_is_seen_through_what_is_inexact_blank_or_disputed(told, is_worse):
    assert went_worse(told) is is_worse
    assert went_worse(reversed(told)) is is_worse


@pytest.mark.parametrize(
    ("polarity", "later", "verdict"),
    [
        (Polarity.HIGHER, 11, Verdict.BETTER),
        (Polarity.HIGHER, 10, Verdict.SAME),
        (Polarity.HIGHER, 9, Verdict.WORSE),
        (Polarity.LOWER, 11, Verdict.WORSE),
        (Polarity.LOWER, 9, Verdict.BETTER),
        (Polarity.NEUTRAL, 11, Verdict.NOT_JUDGED),
        (Polarity.NEUTRAL, 10, Verdict.NOT_JUDGED),
    ],
)
def test_polarity_decides_what_is_better(polarity, later, verdict):
    assert change(figure(10), figure(later, OCTOBER, polarity=polarity)).verdict == verdict


@pytest.mark.parametrize("qualifier", [q for q in Qualifier if q != Qualifier.EXACT])
def test_only_exact_figures_are_subtracted(qualifier):
    assert change(figure(250, qualifier=qualifier), figure(300, OCTOBER)) is None
    assert change(figure(250), figure(300, OCTOBER, qualifier=qualifier)) is None


@pytest.mark.parametrize(
    "other", [figure(9, unit="%"), figure(9, key="placed by us"), figure(None)], ids=["unit", "key", "blank"]
)
def test_unlike_or_blank_figures_are_not_subtracted(other):
    assert change(figure(10), other) is None
    assert change(other, figure(10)) is None


def test_change_from_nothing_has_no_percentage():
    assert change(figure(0), figure(7, OCTOBER)) == Change(Decimal(7), None, Verdict.WORSE)


def test_two_values_for_one_day_are_shown_both_and_flagged():
    board, report = figure(93, unit="%", source="Scorecard"), figure(94, unit="%", source="Strategy")

    assert disagreements([board, figure(12), report, figure(90, OCTOBER, unit="%")]) == [(board, report)]


@pytest.mark.parametrize(
    "others",
    [[figure(1254, source="Again")], [figure(1294, OCTOBER)], [figure(None)], [figure(7, key="other")]],
    ids=["same value", "another day", "blank", "another key"],
)
def test_what_does_not_differ_is_not_flagged(others):
    assert disagreements([figure(1254), *others]) == []


@pytest.mark.parametrize(
    ("told", "public", "officer"),
    [
        (figure(0), "0 children", "0 children"),
        (figure(1), "5 or fewer children", "1 children"),
        (figure(5), "5 or fewer children", "5 children"),
        (figure(6), "6 children", "6 children"),
        (figure(1254), "1,254 children", "1,254 children"),
        (figure(3, unit="letters"), "3 letters", "3 letters"),
        (figure(3, unit="Children"), "5 or fewer Children", "3 Children"),
        (figure(3, unit="child"), "5 or fewer child", "3 child"),
        (figure(4, unit="people"), "5 or fewer people", "4 people"),
        (figure(4, unit="pupils in year 11"), "5 or fewer pupils in year 11", "4 pupils in year 11"),
        (figure(4, unit="", key="Young people who moved home"), "5 or fewer", "4"),
        (figure(4, unit="", key="Panels that met"), "4", "4"),
        (figure(4, unit="days", key="Days that a child waited"), "4 days", "4 days"),
        (figure(4, unit="years on average", key="Age of children"), "4 years on average", None),
        (
            figure(2, unit="exclusions", key="Exclusions of children in care"),
            "5 or fewer exclusions",
            "2 exclusions",
        ),
        (figure(3, unit="cases", key="Children who ran away"), "5 or fewer cases", "3 cases"),
        (
            figure(3, unit="wheelchair users", key="Homes"),
            "5 or fewer wheelchair users",
            "3 wheelchair users",
        ),
        (figure(5, unit="exclusions", key="School"), "5 or fewer exclusions", "5 exclusions"),
        (figure(6, unit="exclusions", key="School"), "6 exclusions", None),
        (figure(3, unit="years old", key="Youngest child"), "5 or fewer years old", "3 years old"),
        (figure(250, unit="young people", qualifier=Qualifier.AT_LEAST), "at least 250 young people", None),
        (figure("0.5", unit="day", qualifier=Qualifier.PLANNED), "planned 0.5 day", None),
        (figure(None), "", ""),
        (figure(50, unit="%", denominator=Decimal(4)), "not shown: too few children", "50%"),
        (figure(50, unit="per cent", denominator=Decimal(4)), "not shown: too few children", "50 per cent"),
        (
            figure(50, unit="Percent of leavers", denominator=Decimal(4)),
            "not shown: too few children",
            "50 Percent of leavers",
        ),
        (figure(3, unit="per cent", key="Children in care"), "3 per cent", None),
        (figure(50, unit="%", denominator=Decimal(5)), "50%", "50%"),
        (figure(50, unit="%"), "50%", "50%"),
        (figure("93.10", unit="%"), "93.1%", "93.1%"),
    ],
)
def test_small_counts_of_children_are_for_officers(told, public, officer):
    assert printed(told, threshold=5) == public
    assert printed(told, threshold=5, for_officer=True) == (public if officer is None else officer)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_change_and_its_opposite_judge_opposite_ways(one, other):
    there = change(figure(one), figure(other, OCTOBER))
    back = change(figure(other), figure(one, OCTOBER))

    assert there.difference == -back.difference
    assert {there.verdict, back.verdict} in ({Verdict.SAME}, {Verdict.BETTER, Verdict.WORSE})
