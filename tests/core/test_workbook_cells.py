"""What a cell is asked for it gives exactly, or it says what is wrong and what to do."""

from datetime import date
from decimal import Decimal

import pytest

from core.workbook import Cell, CellProblem, Kind


def cell(text: str, kind: Kind = Kind.TEXT, number_format: str = "") -> Cell:
    return Cell("Scorecard", 14, 3, kind, text, number_format)


@pytest.mark.parametrize(
    ("text", "kind", "number", "is_percent"),
    [
        ("98.9", Kind.NUMBER, "98.9", False),
        ("-3", Kind.NUMBER, "-3", False),
        ("0", Kind.NUMBER, "0", False),
        ("0.989", Kind.NUMBER, "0.989", False),
        ("0.989", Kind.PERCENTAGE, "98.9", True),
        ("1", Kind.PERCENTAGE, "100", True),
        ("0", Kind.PERCENTAGE, "0", True),
        ("0.5", Kind.PERCENTAGE, "50", True),
        ("-0.005", Kind.PERCENTAGE, "-0.5", True),
        ("98.9", Kind.TEXT, "98.9", False),
        (" 98.9\u00a0", Kind.TEXT, "98.9", False),
        ("+98.9", Kind.TEXT, "98.9", False),
        ("98.9%", Kind.TEXT, "98.9", True),
        ("98.9 %", Kind.TEXT, "98.9", True),
        ("1,579", Kind.TEXT, "1579", False),
        ("1,234,567.8", Kind.TEXT, "1234567.8", False),
        ("007", Kind.TEXT, "7", False),
    ],
)
def test_number_is_read_exactly_as_a_person_reads_it(text: str, kind: Kind, number: str, is_percent: bool):
    found = cell(text, kind)

    assert found.as_decimal() == Decimal(number)
    assert str(found.as_decimal()) == str(found.as_decimal() + 0)
    assert "E" not in str(found.as_decimal())
    assert found.is_percent is is_percent


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("98,9", "Use a point for decimals: 98.9."),
        ("98,9%", "Use a point for decimals: 98.9%."),
        ("1,57", "Use a point for decimals: 1.57."),
        ("1,5790", "Use a point for decimals: 1.5790."),
        ("1 579", "Leave out the spaces: 1579."),
        ("1\u00a0579", "Leave out the spaces: 1579."),
        ("1e3", "Write the number out in full: 1000."),
        ("1.5E-3", "Write the number out in full: 0.0015."),
        ("−5", "Use the ordinary minus sign: -5."),
        ("–5", "Use the ordinary minus sign: -5."),
        ("٣", "Use the digits 0 to 9."),
        ("９８.９", "Use the digits 0 to 9."),
        ("=B1/C1", "This is a formula kept as text: enter the number itself."),
        ("1_000", "Type the number alone, without words or units."),
        ("NaN", "Type the number alone, without words or units."),
        ("inf", "Type the number alone, without words or units."),
        ("Infinity", "Type the number alone, without words or units."),
        ("1E400", "Type the number alone, without words or units."),
        ("n/a", "Type the number alone, without words or units."),
        ("-", "Type the number alone, without words or units."),
        ("%", "Type the number alone, without words or units."),
        ("12 days", "Type the number alone, without words or units."),
        ("£12", "Type the number alone, without words or units."),
        ("(5)", "Type the number alone, without words or units."),
        ("12,34,567", "Type the number alone, without words or units."),
        ("1.579,8", "Type the number alone, without words or units."),
        (".5", "Type the number alone, without words or units."),
        ("5.", "Type the number alone, without words or units."),
        ("98.9%%", "Type the number alone, without words or units."),
        ("9" * 31, "Type the number alone, without words or units."),
        ("1\n2", "Type the number alone, without words or units."),
    ],
)
def test_what_is_not_one_plain_number_is_refused_with_what_to_do(text: str, fix: str):
    with pytest.raises(CellProblem) as problem:
        cell(text).as_decimal()

    assert problem.value.fix == fix


def test_problem_is_a_sentence_with_place_and_what_was_found():
    with pytest.raises(CellProblem) as problem:
        cell("98,9").as_decimal()

    assert str(problem.value) == (
        'Sheet "Scorecard", cell C14: found "98,9", expected a number like 87.5. Use a point for decimals: 98.9.'
    )


@pytest.mark.parametrize(
    ("kind", "text", "found", "fix"),
    [
        (Kind.EMPTY, "", "nothing", "Fill it in."),
        (Kind.ERROR, "#REF!", '"#REF!"', "Mend the formula, or type the value."),
        (
            Kind.UNCALCULATED,
            "",
            "a formula without a result",
            "Open the workbook in Excel or LibreOffice, let it",
        ),
        (Kind.BOOLEAN, "TRUE", '"TRUE"', "Type a number like 87.5."),
        (
            Kind.DATE,
            "2018-08-31",
            '"31 August 2018"',
            "Give the cell the number format General, then type the number.",
        ),
        (
            Kind.TIME,
            "12:00:00",
            '"12:00:00"',
            "Give the cell the number format General, then type the number.",
        ),
    ],
)
def test_cell_of_another_kind_is_no_number(kind: Kind, text: str, found: str, fix: str):
    with pytest.raises(CellProblem) as problem:
        cell(text, kind).as_decimal()

    assert (problem.value.found, problem.value.fix[: len(fix)]) == (found, fix)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("2018-08-31", Kind.DATE, date(2018, 8, 31)),
        ("2018-08-31T12:00:00", Kind.DATE, date(2018, 8, 31)),
        ("2018-08-31", Kind.TEXT, date(2018, 8, 31)),
        ("2018-08-31 00:00:00", Kind.TEXT, date(2018, 8, 31)),
        ("31/08/2018", Kind.TEXT, date(2018, 8, 31)),
        ("31.8.2018", Kind.TEXT, date(2018, 8, 31)),
        ("13-12-2018", Kind.TEXT, date(2018, 12, 13)),
        ("5/5/2018", Kind.TEXT, date(2018, 5, 5)),
        ("31 August 2018", Kind.TEXT, date(2018, 8, 31)),
        (" 31\u00a0aug  2018 ", Kind.TEXT, date(2018, 8, 31)),
        ("1st September 2018", Kind.TEXT, date(2018, 9, 1)),
        ("1-Sept-2018", Kind.TEXT, date(2018, 9, 1)),
        ("29 February 2020", Kind.TEXT, date(2020, 2, 29)),
        ("Aug 2018", Kind.TEXT, date(2018, 8, 1)),
        ("August 2018", Kind.TEXT, date(2018, 8, 1)),
    ],
)
def test_date_is_read(text: str, kind: Kind, day: date):
    assert cell(text, kind).as_date() == day


AMBIGUOUS = "It could be 6 May 2018 or 5 June 2018. Write it out, like 6 May 2018."


@pytest.mark.parametrize(
    ("text", "kind", "fix"),
    [
        ("06/05/2018", Kind.TEXT, AMBIGUOUS),
        ("08/31/2018", Kind.TEXT, "Put the day before the month, like 31/08/2018."),
        ("31/08/18", Kind.TEXT, "Write the year with four digits, like 31 August 2018."),
        ("31 Aug 18", Kind.TEXT, "Write the year with four digits, like 31 August 2018."),
        ("Aug-18", Kind.TEXT, "Write the year with four digits, like 31 August 2018."),
        ("31/06/2018", Kind.TEXT, "There is no such day. Check the day and the month."),
        ("2018-02-29", Kind.TEXT, "There is no such day. Check the day and the month."),
        ("0/13/2018", Kind.TEXT, "Put the day before the month, like 31/08/2018."),
        ("00/00/2018", Kind.TEXT, "There is no such day. Check the day and the month."),
        ("31 Augustus 2018", Kind.TEXT, "Write it like 31 August 2018."),
        ("31 Augu 2018", Kind.TEXT, "Write it like 31 August 2018."),
        ("31/08-2018", Kind.TEXT, "Write it like 31 August 2018."),
        ("August", Kind.TEXT, "Write it like 31 August 2018."),
        ("٣١/08/2018", Kind.TEXT, "Write it like 31 August 2018."),
        ("43343", Kind.TEXT, "Write it like 31 August 2018."),
        ("43343", Kind.NUMBER, "Type the date, or give the cell a date format."),
        ("60", Kind.DATE, "Write it like 31 August 2018."),
        ("12:00:00", Kind.TIME, "Type a date like 31 August 2018."),
        ("", Kind.EMPTY, "Fill it in."),
        ("#N/A", Kind.ERROR, "Mend the formula, or type the value."),
    ],
)
def test_unclear_date_is_refused_with_what_to_do(text: str, kind: Kind, fix: str):
    with pytest.raises(CellProblem) as problem:
        cell(text, kind).as_date()

    assert problem.value.fix == fix


@pytest.mark.parametrize(
    ("text", "kind", "number_format"),
    [
        ("2018-02-28", Kind.DATE, "dd/mm/yyyy"),
        ("2018-02-01", Kind.DATE, "mmm-yy"),
        ("28/02/2018", Kind.TEXT, ""),
        ("Feb 2018", Kind.TEXT, ""),
    ],
)
def test_month_end_is_read_from_its_day_or_from_a_month_without_a_day(
    text: str, kind: Kind, number_format: str
):
    assert cell(text, kind, number_format).as_month_end() == date(2018, 2, 28)


@pytest.mark.parametrize(("text", "kind"), [("2018-02-01", Kind.DATE), ("27 February 2018", Kind.TEXT)])
def test_day_inside_a_month_is_no_month_end(text: str, kind: Kind):
    with pytest.raises(CellProblem) as problem:
        cell(text, kind, "dd/mm/yyyy").as_month_end()

    assert (problem.value.expected, problem.value.fix) == (
        "the last day of a month",
        "Write it as 28 February 2018.",
    )


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("x" * 50, Kind.TEXT, '"' + "x" * 39 + '…"'),
        ("two\nlines", Kind.TEXT, '"two lines"'),
        ("turned\u202eround", Kind.TEXT, '"turned round"'),
        ("0.989", Kind.PERCENTAGE, '"98.9%"'),
        ("0.5", Kind.PERCENTAGE, '"50%"'),
        ("2018-08-31T09:30:00", Kind.DATE, '"31 August 2018 09:30"'),
        ("60", Kind.DATE, '"60"'),
    ],
)
def test_what_was_found_is_shown_in_one_short_line(text: str, kind: Kind, found: str):
    assert cell(text, kind).found == found


def test_percentage_with_more_digits_than_decimal_counts_with_is_kept_whole():
    cell = Cell("Scorecard", 2, 5, Kind.PERCENTAGE, "99999999999999999999999999.995000", "0%")

    assert cell.as_text() == "9999999999999999999999999999.5000%"
