from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from scorecard.demonstration import months
from scorecard.demonstration.months import AUGUST, EARLIER, JULY
from scorecard.models import FigureStatus
from scorecard.periods import DataPeriod, month_ends, restart_between
from scorecard.published import Unit
from scorecard.rag import Rag
from tests.scorecard.demonstration.published_rows import (
    ALL_MONTHS,
    INDICATORS,
    figures,
    rating,
    recomputed,
    rows,
    series,
)


def test_there_are_thirty_illustrative_months_of_every_indicator():
    assert len(EARLIER) == 30
    assert (EARLIER[0], EARLIER[-1]) == (date(2015, 12, 31), date(2018, 5, 31))
    assert Counter(row.month for row in months.earlier()) == dict.fromkeys(EARLIER, 48)


def test_only_what_the_papers_say_is_not_illustrative():
    told = {(row.code, row.month): row.result for row in months.earlier() if not row.is_illustrative}

    assert told == {
        ("CIC03", date(2018, 3, 31)): Decimal("42.3"),
        ("CIC09", date(2018, 3, 31)): Decimal(1653),
        ("CIC10", date(2016, 4, 30)): Decimal(1254),
        ("CIC10", date(2016, 10, 31)): Decimal(1294),
    }


def test_the_same_history_is_invented_every_time():
    assert months.earlier() == months.earlier()


def test_every_row_is_a_figure_or_says_why_there_is_none():
    for row in rows():
        assert (row.result is None) == (row.status != FigureStatus.REPORTED), row
        assert row.status == FigureStatus.REPORTED or row.note, row
        assert all(
            number is None or number.is_finite() for number in (row.result, row.numerator, row.denominator)
        ), row


def test_every_numerator_and_denominator_gives_the_result_beside_it():
    with_parts = [row for row in rows() if row.denominator is not None]

    assert len(with_parts) > 1000
    for row in with_parts:
        assert recomputed(row) == row.result, row


def test_results_and_parts_are_possible_numbers():
    for row in rows():
        unit = INDICATORS[row.code]["unit"]
        if row.result is None:
            continue
        assert row.result >= 0
        if unit == Unit.PERCENT:
            assert row.result <= 100
            assert row.denominator is None or 0 <= row.numerator <= row.denominator, row
        if unit == Unit.COUNT:
            assert row.result == int(row.result)


def test_people_are_counted_whole_and_workers_in_tenths():
    in_tenths = {"CIC46": ("numerator", "denominator"), "CIC47": ("denominator",), "CIC48": ("denominator",)}

    for row in rows():
        for name in ("numerator", "denominator"):
            part = getattr(row, name)
            if part is not None and name not in in_tenths.get(row.code, ()):
                assert part == int(part), row
            assert part is None or part * 10 == int(part * 10), row


def test_all_shares_of_children_in_care_are_of_one_number_a_month():
    of_all_children = ("CIC04", "CIC13", "CIC14", "CIC15", "CIC16", "CIC33")
    for month in [*EARLIER, AUGUST]:
        children = figures()["CIC09", month].result
        wholes = {figures()[code, month].denominator for code in of_all_children}
        assert wholes == {children}
        assert figures()["CIC48", month].numerator == children
        assert figures()["CIC08", month].numerator < children
    assert [figures()["CIC09", month].result for month in (JULY, AUGUST)] == [1593, 1579]


@pytest.mark.parametrize(
    ("part", "whole"),
    [("CIC15", "CIC16"), ("CIC37", "CIC36"), ("CIC34", "CIC35"), ("CIC39", "CIC38")],
)
def test_no_part_is_larger_than_what_it_is_part_of(part, whole):
    for month in ALL_MONTHS:
        smaller, larger = figures()[part, month].result, figures()[whole, month].result
        assert smaller is None or smaller <= larger, month


@pytest.mark.parametrize(
    "codes", [("CIC03", "CIC11"), ("CIC24", "CIC25"), ("CIC36", "CIC37"), ("CIC41", "CIC42")]
)
def test_indicators_of_the_same_children_have_the_same_denominator(codes):
    for month in EARLIER:
        wholes = [figures()[code, month].denominator for code in codes]
        if None not in wholes:
            assert len(set(wholes)) == 1, month


@pytest.mark.parametrize("code", ["CIC12", "CIC17", "CIC21", "CIC27"])
def test_year_to_date_counts_only_grow_and_begin_again_with_their_year(code):
    data_period = DataPeriod(INDICATORS[code]["data_period"])
    restarts = 0
    reported = [(month, row) for month, row in series(code) if row.denominator or code == "CIC17"]
    for (earlier, before), (later, now) in pairwise(reported):
        counts = [row.result if code == "CIC17" else row.denominator for row in (before, now)]
        if restart_between(earlier, later, data_period):
            restarts += 1
            assert counts[1] == 0 or counts[1] < counts[0], later
        else:
            assert counts[0] <= counts[1], later
            assert (before.numerator or 0) <= (now.numerator or 0), later
    assert restarts == 2 if code in ("CIC17", "CIC21") else restarts == 3


@pytest.mark.parametrize("code", [code for code, row in INDICATORS.items() if row["data_period"] == "R12M"])
def test_rolling_years_move_by_little_and_join_what_is_printed(code):
    invented = 0
    for (_, before), (later, now) in pairwise(series(code)):
        is_invented = before.is_illustrative or now.is_illustrative
        if is_invented and before.result is not None and now.result is not None:
            invented += 1
            assert abs(now.result - before.result) <= max(1, before.result * 3 / 100), later
    assert invented >= 25


def test_gaps_are_where_the_data_files_say_and_nowhere_else():
    gaps = Counter(
        row.code for row in rows() if row.status == FigureStatus.NOT_AVAILABLE and row.variant == "all"
    )

    assert gaps == {"CIC20": 5, "CIC21": 5, "CIC25": 1, "CIC36": 2, "CIC37": 2, "CIC45": 1}


def test_year_end_figures_are_provisional_in_the_spring():
    provisional = {(row.code, row.month) for row in rows() if row.is_provisional}
    spring = month_ends(date(2018, 3, 31), date(2018, 5, 31))

    assert provisional == {(code, month) for code in ("CIC05", "CIC41", "CIC42") for month in spring}


def test_printed_figures_are_red_in_no_month():
    assert {rating(row).rating for row in rows() if not row.is_illustrative} == {
        Rag.GREEN,
        Rag.AMBER,
        Rag.NOT_RATED,
    }


def test_history_shows_every_rating():
    assert {rating(row).rating for row in months.earlier()} == set(Rag)


def test_three_rolling_indicators_have_illustrative_parts_of_each_month():
    with_month = [row for row in rows() if row.month_numerator is not None]

    assert {row.code for row in with_month} == {"CIC02", "CIC23", "CIC36"}
    assert all(row.is_illustrative for row in with_month)
    assert {INDICATORS[row.code]["data_period"] for row in with_month} == {"R12M"}
    for row in with_month:
        assert 0 <= row.month_numerator <= row.month_denominator, row
        assert row.month_numerator <= row.numerator, row
        assert 20 <= row.month_denominator <= row.denominator, row


def test_printed_months_have_no_parts_that_nobody_printed():
    assert all(row.month_numerator is None for row in (*months.july(), *months.august()))
