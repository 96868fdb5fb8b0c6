from datetime import date
from decimal import Decimal

import pytest

from scorecard.models import FigureStatus, Variant
from scorecard.periods import DataPeriod
from scorecard.published import Unit
from scorecard.rag import Polarity, Rag, Reason
from scorecard.report.months import Month
from scorecard.report.readings import NO_LINES, DatedLines, Lines, lines_on
from tests.scorecard.readings import decimal, not_uploaded, reading


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "text"),
    [
        ("47.7", None, None, "47.7"),
        (None, 496, 1040, "47.7"),
        ("47.65", None, None, "47.7"),
        (None, 2499, 2500, "99.9"),
        ("0", None, None, "0.0"),
        (None, 3, 0, ""),
    ],
)
def test_text_is_the_published_figure(value, numerator, denominator, text):
    assert reading(value, numerator, denominator).text == text


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "text", "suffix"),
    [
        ("47.7", Unit.PERCENT, 1, "47.7", "%"),
        ("1579", Unit.COUNT, 0, "1,579", ""),
        ("332", Unit.DAYS, 1, "332.0", "days"),
        ("1", Unit.DAYS, 0, "1", "day"),
        ("40.5", Unit.RATE_PER_10000, 1, "40.5", "per 10,000"),
    ],
)
def test_figure_is_written_with_its_unit(value, unit, decimals, text, suffix):
    found = reading(value, measure={"unit": unit, "decimals": decimals})

    assert (found.text, found.suffix) == (text, suffix)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (FigureStatus.SUPPRESSED, "suppressed"),
        (FigureStatus.NOT_AVAILABLE, "not available"),
        (FigureStatus.NOT_APPLICABLE, "not applicable"),
        (FigureStatus.NOT_DUE, "no new figure due"),
    ],
)
def test_missing_figure_says_why(status, words):
    found = reading(None, status=status)

    assert (found.text, found.suffix, found.without_figure) == ("", "", words)
    assert found.rating == (Rag.NOT_RATED, Reason.NO_VALUE)


def test_figure_that_never_came_is_not_reported():
    assert not_uploaded().without_figure == "not reported"


def test_reading_with_a_figure_gives_no_reason_for_missing():
    assert reading("0").without_figure == ""


@pytest.mark.parametrize(
    ("numerator", "denominator", "words"),
    [(496, 1040, "496 of 1,040"), (14, None, "14"), (None, None, ""), ("90.5", "115.0", "90.5 of 115")],
)
def test_parts_are_numerator_of_denominator(numerator, denominator, words):
    assert reading("47.7", numerator, denominator).parts == words


@pytest.mark.parametrize("unit", [unit for unit in Unit if unit != Unit.PERCENT])
def test_parts_of_an_average_are_no_share(unit):
    assert reading("13.1", 2678, 204, measure={"unit": unit}).parts == "2,678 over 204"


@pytest.mark.parametrize(
    ("lines", "target", "floor"),
    [
        (Lines(), "", ""),
        (Lines(Decimal("94.50"), Decimal("80.0")), "94.5", "80"),
        (Lines(Decimal(50), None, Decimal(5), Decimal(40), Decimal(60)), "50", "40 to 60"),
        (Lines(Decimal(50), None, Decimal(5), None, Decimal(60)), "50", "60"),
    ],
)
def test_lines_are_written_as_they_were_set(lines, target, floor):
    found = reading(lines=lines)

    assert (found.target_text, found.floor_text) == (target, floor)


@pytest.mark.parametrize(
    ("denominator", "cautions"),
    [(None, []), (5, ["small cohort"]), (9, ["small cohort"]), (10, []), (4, [])],
)
def test_small_cohort_is_rated_with_a_caution_and_a_smaller_one_is_not_rated(denominator, cautions):
    assert reading("80.0", None if denominator is None else 4, denominator).cautions == cautions


@pytest.mark.parametrize(
    ("month", "data_period", "is_early"),
    [
        (3, DataPeriod.YTD, False),
        (4, DataPeriod.YTD, True),
        (6, DataPeriod.YTD, True),
        (7, DataPeriod.YTD, False),
        (5, DataPeriod.AC_YTD, False),
        (5, DataPeriod.R12M, False),
    ],
)
def test_year_to_date_asks_for_care_from_april_to_june(month, data_period, is_early):
    found = reading(month=Month(1, date(2018, month, 28)), measure={"data_period": data_period})

    assert found.cautions == (["early in the year, few counted yet"] if is_early else [])


def test_caution_is_not_given_without_a_figure():
    found = reading(
        None,
        month=Month(1, date(2018, 5, 31)),
        status=FigureStatus.NOT_AVAILABLE,
        measure={"data_period": DataPeriod.YTD},
    )

    assert found.cautions == []


def test_remarks_tell_all_that_sets_a_figure_apart():
    found = reading("95.0", is_provisional=True, is_illustrative=True, revision=2, note="Recounted.")

    assert found.remarks == "provisional, illustrative, revision 2, Recounted."


def test_ordinary_figure_has_no_remarks():
    assert reading("95.0").remarks == ""


def test_explanation_is_worked_out_from_what_is_printed():
    found = reading("47.7", target=60, floor=45)

    assert found.explanation == "Amber: 47.7% is below the target of 60% and at or above the floor of 45%"


def test_rating_reads_polarity_and_lines():
    found = reading("10.7", target=10, floor=12, measure={"polarity": Polarity.LOWER_IS_BETTER})

    assert found.rating == (Rag.AMBER, Reason.FLOOR_MET)


def lines_of(variant=Variant.ALL, valid_from=date(2018, 4, 1), valid_to=None, target="1") -> DatedLines:
    return DatedLines(variant, valid_from, valid_to, False, Lines(decimal(target)))


EARLIER = lines_of(valid_from=date(2017, 4, 1), valid_to=date(2018, 3, 31), target="2")
OF_OTHERS = lines_of(Variant.EXC_UASC, target="3")


@pytest.mark.parametrize(
    ("day", "variant", "expected"),
    [
        (date(2017, 3, 31), Variant.ALL, NO_LINES),
        (date(2017, 4, 1), Variant.ALL, EARLIER),
        (date(2018, 3, 31), Variant.ALL, EARLIER),
        (date(2018, 4, 1), Variant.ALL, lines_of()),
        (date(2030, 1, 31), Variant.ALL, lines_of()),
        (date(2018, 4, 1), Variant.EXC_UASC, OF_OTHERS),
        (date(2018, 3, 31), Variant.EXC_UASC, NO_LINES),
    ],
)
def test_lines_are_those_of_the_day_and_the_population(day, variant, expected):
    assert lines_on(day, variant, [OF_OTHERS, lines_of(), EARLIER]) == expected
