from collections import Counter
from decimal import Decimal

import pytest

from scorecard.demonstration import months
from scorecard.demonstration.months import AUGUST, JULY, JUNE, SheetRow
from scorecard.models import FigureStatus, Variant
from scorecard.rag import Rag
from scorecard.travel import DirectionOfTravel
from tests.scorecard.demonstration.published_rows import (
    AMBERS,
    KPIS,
    LETTERS,
    direction,
    figures,
    published,
    rating,
    ratings,
    recomputed,
)
from tests.scorecard.published_2018 import ROWS


@pytest.mark.parametrize("printed", ROWS, ids=lambda row: row.code)
def test_every_figure_is_the_printed_one(printed):
    """Against a second transcription of the scorecard, made on its own."""
    without_uasc = {row.code: row for row in months.august() if row.variant == Variant.EXC_UASC}
    august, july = figures()[printed.code, AUGUST], figures()[printed.code, JULY]
    excluding = without_uasc.get(printed.code, SheetRow(printed.code, AUGUST))

    assert (august.result, august.numerator, august.denominator) == (
        printed.august,
        printed.numerator,
        printed.denominator,
    )
    assert (july.result, excluding.result) == (printed.july, printed.excluding_uasc)
    assert (august.rag, july.rag, excluding.rag) == (
        printed.august_rating,
        printed.july_rating,
        printed.excluding_uasc_rating,
    )
    if printed.june is not None:
        assert figures()[printed.code, JUNE].result == printed.june


def test_august_has_every_indicator_and_the_printed_figures_without_unaccompanied_children():
    variants = Counter(row.variant for row in months.august())

    assert variants == {Variant.ALL: 48, Variant.EXC_UASC: 29}
    assert not any(row.is_illustrative for row in months.august())


def test_august_has_no_figure_where_none_was_printed():
    without = {row.code: row.status for row in months.august() if row.result is None}

    assert without == dict.fromkeys(("CIC20", "CIC21"), FigureStatus.NOT_AVAILABLE)


def test_every_printed_result_is_already_as_it_would_be_published():
    for row in (*months.august(), *months.july()):
        assert published(row) == row.result


def test_every_numerator_and_denominator_in_august_gives_the_printed_result():
    with_parts = [row for row in months.august() if row.denominator is not None]

    assert len(with_parts) == 39
    for row in with_parts:
        assert recomputed(row) == row.result


def test_every_rating_follows_from_the_targets_as_the_council_printed_it():
    for row in (*months.august(), *months.july()):
        assert rating(row).rating == LETTERS[row.rag], row


@pytest.mark.parametrize(
    ("month", "green", "amber"), [(AUGUST, 13, 11), (JULY, 14, 10), (JUNE, 14, 10)], ids=str
)
def test_ratings_of_the_last_three_months(month, green, amber):
    assert ratings(month) == {Rag.GREEN: green, Rag.AMBER: amber, Rag.NOT_RATED: 24}


def test_one_rating_changed_since_the_panel_last_met():
    changed = {
        code: (rating(figures()[code, JUNE]).rating, rating(figures()[code, AUGUST]).rating)
        for code in KPIS
        if rating(figures()[code, JUNE]).rating != rating(figures()[code, AUGUST]).rating
    }

    assert changed == {"CIC29": (Rag.GREEN, Rag.AMBER)}


def test_directions_of_the_rated_indicators_since_july():
    directions = Counter(direction(code, JULY) for code in KPIS)

    assert directions == {
        DirectionOfTravel.IMPROVING: 8,
        DirectionOfTravel.WORSENING: 13,
        DirectionOfTravel.STEADY: 3,
    }
    assert [code for code in KPIS if direction(code, JULY) == DirectionOfTravel.STEADY] == [
        "CIC02",
        "CIC04",
        "CIC26",
    ]


def test_directions_of_the_ambers_since_june():
    ambers = [code for code in KPIS if rating(figures()[code, AUGUST]).rating == Rag.AMBER]
    declined = [code for code in ambers if direction(code, JUNE) == DirectionOfTravel.WORSENING]

    assert ambers == AMBERS
    assert Counter(direction(code, JUNE) for code in ambers) == {
        DirectionOfTravel.IMPROVING: 7,
        DirectionOfTravel.WORSENING: 4,
    }
    assert declined == ["CIC03", "CIC05", "CIC29", "CIC47"]


def test_june_is_illustrative_but_for_the_ten_results_the_report_gives():
    told = {row.code: row.result for row in months.june() if not row.is_illustrative}

    assert told == {
        "CIC03": Decimal("48.4"),
        "CIC04": Decimal("11.2"),
        "CIC05": Decimal("69.1"),
        "CIC06": Decimal("84.2"),
        "CIC07": Decimal("76.7"),
        "CIC22": Decimal("84.8"),
        "CIC23": Decimal("80.1"),
        "CIC29": Decimal("112"),
        "CIC37": Decimal("74.1"),
        "CIC47": Decimal("15.8"),
    }


def test_filled_posts_in_june_say_what_is_assumed():
    row = figures()["CIC46", JUNE]

    assert (row.numerator, row.denominator, row.result) == (
        Decimal("89.4"),
        Decimal("115.0"),
        Decimal("77.7"),
    )
    assert row.is_illustrative
    assert "115.0 posts are assumed" in row.note
