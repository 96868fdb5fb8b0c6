"""One defect a row, each named at its cell with what to do about it."""

import datetime
from decimal import Decimal

import pytest

from scorecard.models import Figure
from scorecard.periods import shift_months
from scorecard.published import Unit
from tests.factories.scorecard import IndicatorFactory, ThresholdFactory
from tests.scorecard.checking import checked, problems_in, report_of, told
from tests.scorecard.workbooks import HEADINGS, book, csv_file, row, saved, value, xlsx

pytestmark = pytest.mark.django_db

NUMBER = "Expected a number like 87.5. "


@pytest.fixture(autouse=True)
def indicators():
    ThresholdFactory(indicator__code="CIC01", target=98, floor=90)
    IndicatorFactory(code="CIC02", is_kpi=False)
    IndicatorFactory(code="CIC09", unit=Unit.COUNT, decimals=0, is_kpi=False)


def test_good_row_has_no_problem_and_no_warning():
    report = report_of(xlsx(row(RAG="G", Status="Reported", Provisional="No")))

    assert (report.problems, report.warnings, report.new_count) == ([], [], 1)


def test_figure_is_written_as_the_row_has_it():
    figure = checked(xlsx(row(Provisional="Yes", Note="Late return"))).to_write[0].held

    assert figure == (
        *(Decimal("98.9"), Decimal(1513), Decimal(1530)),
        *("reported", True, False, "Late return"),
        *(None, None),
    )


@pytest.mark.parametrize(
    ("cell", "typed", "found", "message"),
    [
        (
            "A2",
            {"Code": "CIC99"},
            '"CIC99"',
            "There is no indicator with this code. Correct the code, or delete the row.",
        ),
        ("A2", {"Code": "cic01"}, '"cic01"', "Write the code in capital letters: CIC01."),
        ("A2", {"Code": None}, "", "Enter the indicator's code, like CIC03, or delete the row."),
        (
            "C2",
            {"Population": "Everybody"},
            '"Everybody"',
            "Enter one of these: All children, Excluding UASC; or leave the cell empty.",
        ),
        ("D2", {"Month": None}, "", "Expected a date like 31 August 2018. Fill it in."),
        (
            "D2",
            {"Month": datetime.date(2018, 8, 30)},
            '"30 August 2018"',
            "Expected the last day of a month. Write it as 31 August 2018.",
        ),
        (
            "D2",
            {"Month": "31/8/18"},
            '"31/8/18"',
            "Expected a date like 31 August 2018. Write the year with four digits, like 31 August 2018.",
        ),
        (
            "D2",
            {"Month": datetime.date(1918, 8, 31)},
            '"31 August 1918"',
            "Check the year: it is not one the scorecard can be for.",
        ),
        (
            "E2",
            {"Result": "about 99"},
            '"about 99"',
            NUMBER + "Type the number alone, without words or units.",
        ),
        ("E2", {"Result": "98,9"}, '"98,9"', NUMBER + "Use a point for decimals: 98.9."),
        ("E2", {"Result": "#REF!"}, '"#REF!"', NUMBER + "Mend the formula, or type the value."),
        (
            "E2",
            {"Result": datetime.date(2018, 8, 9)},
            '"9 August 2018"',
            NUMBER + "Give the cell the number format General, then type the number.",
        ),
        ("E2", {"Result": True}, '"TRUE"', NUMBER + "Type a number like 87.5."),
        (
            "E2",
            {"Result": 100.1, "Numerator": None, "Denominator": None},
            '"100.1"',
            "Enter a percentage from 0 to 100, like 98.9.",
        ),
        (
            "E2",
            {"Result": -0.1, "Numerator": None, "Denominator": None},
            '"-0.1"',
            "Enter a percentage from 0 to 100, like 98.9.",
        ),
        ("F2", {"Numerator": "many"}, '"many"', NUMBER + "Type the number alone, without words or units."),
        ("F2", {"Numerator": -1, "Result": None}, '"-1"', "Enter 0 or more."),
        (
            "F2",
            {"Numerator": 1531, "Result": None},
            '"1531"',
            "The numerator is more than the denominator, 1,530. Correct one of them.",
        ),
        ("F2", {"Numerator": None}, "", "Enter the numerator that goes with the denominator."),
        (
            "G2",
            {"Denominator": None, "Result": None},
            "",
            "Enter the denominator that goes with the numerator, or the result.",
        ),
        ("G2", {"Denominator": "1.530e3"}, '"1.530e3"', NUMBER + "Write the number out in full: 1530."),
        ("G2", {"Denominator": 1_000_000_000}, '"1000000000"', "Enter a number below 1,000,000,000."),
        (
            "G2",
            {"Denominator": "15%"},
            '"15%"',
            "A percentage does not belong here. Give the cell the number format General.",
        ),
        (
            "E2",
            {"Result": 98.8},
            '"98.8"',
            "1,513 of 1,530 gives 98.9%, not 98.8%. Correct one of the three.",
        ),
        (
            "E2",
            {"Result": 0.989},
            '"0.989"',
            "1,513 of 1,530 gives 98.9%, so enter 98.9, or give the cell a percentage format.",
        ),
        (
            "E2",
            {"Result": 0, "Numerator": 0, "Denominator": 0},
            '"0"',
            "0 of 0 gives no result. Delete the result.",
        ),
        (
            "E2",
            {"Result": 100, "Numerator": 2499, "Denominator": 2500},
            '"100"',
            "2,499 of 2,500 gives 99.9%, not 100.0%. Correct one of the three.",
        ),
        (
            "E2",
            {"Status": "Not due"},
            '"98.9"',
            "The row says not due, so no figure belongs here. Delete the figure, or correct the status.",
        ),
        (
            "F2",
            {"Status": "Not available", "Result": "-"},
            '"1513"',
            "The row says not available, so no figure belongs here. Delete the figure, or correct the status.",
        ),
        (
            "F2",
            {"Result": "c"},
            '"1513"',
            "The row says suppressed, so no figure belongs here. Delete the figure, or correct the status.",
        ),
        (
            "H2",
            {"Result": "c", "Numerator": None, "Denominator": None, "Status": "Not due"},
            '"Not due"',
            "The result says suppressed. Choose that status, or correct the result.",
        ),
        (
            "E2",
            {"Result": None, "Numerator": None, "Denominator": None, "Status": "Reported"},
            "",
            "Enter the result, or choose the status that says why there is none.",
        ),
        (
            "H2",
            {"Status": "Late"},
            '"Late"',
            "Enter one of these: Reported, Suppressed, Not available, Not applicable, Not due; "
            "or leave the cell empty.",
        ),
        ("I2", {"Provisional": "Maybe"}, '"Maybe"', "Enter one of these: Yes, No; or leave the cell empty."),
        ("J2", {"RAG": "Purple"}, '"Purple"', "Enter one of these: G, A, R; or leave the cell empty."),
        (
            "J2",
            {"RAG": "A"},
            '"A"',
            "The portal works out Green: 98.9% against a target of 98% (target met). "
            "The portal's rating is the one published. Correct the figure, or empty this cell.",
        ),
        (
            "K2",
            {"Note": "x" * 501},
            f'"{"x" * 39}…"',
            "The note has 501 characters. Shorten it to 500 or fewer.",
        ),
        ("K2", {"Note": "#N/A"}, '"#N/A"', "Mend the formula, or type what belongs here."),
    ],
)
def test_defect_is_named_at_its_cell(cell, typed, found, message):
    assert problems_in(row(**typed)) == [(cell, found, message)]


def test_place_names_sheet_cell_and_heading():
    problem = report_of(xlsx(row(Result="abc"))).problems[0]

    assert str(problem) == (
        'Sheet "Scorecard", cell E2 (Result): Found "abc". '
        "Expected a number like 87.5. Type the number alone, without words or units."
    )


def test_csv_has_no_sheet_to_name():
    problem = report_of(csv_file(row(Result="abc")), "figures.csv").problems[0]

    assert problem.place == "Cell E2 (Result)"


def test_text_with_a_leading_equals_sign_is_never_a_number():
    (problem,) = told(report_of(csv_file(row(Result="=98.9")), "figures.csv").problems)

    message = NUMBER + "This is a formula kept as text: enter the number itself."
    assert problem == ("E2", '"=98.9"', message)


def test_every_row_is_read_and_every_problem_told_in_the_order_of_the_sheet():
    problems = problems_in(
        row("CIC99", Result="x"), row(Month=None, Note="#N/A"), row("CIC02", Numerator="y")
    )

    assert [cell for cell, _, _ in problems] == ["A2", "E2", "D3", "K3", "F4"]


def test_same_figure_twice_is_a_problem_at_the_second_row():
    problems = problems_in(row(), row("CIC02"), row(Result=97, Numerator=97, Denominator=100))

    message = "Row 2 holds the same code, population and month. Delete one of the two rows."
    assert problems == [("A4", '"CIC01"', message)]


def test_two_populations_of_one_indicator_are_two_figures():
    report = report_of(xlsx(row(), row(Population="Excluding UASC")))

    assert (report.problems, report.new_count) == ([], 2)


def test_percentage_of_a_number_is_a_problem():
    assert problems_in(value("CIC09", "15%")) == [
        ("E2", '"15%"', "A percentage does not belong here. Give the cell the number format General.")
    ]


@pytest.mark.parametrize(
    ("typed", "number_format", "kept"),
    [
        (0.989, "0.0%", "98.9"),
        (98.9, "0.0", "98.9"),
        ("98.9%", "General", "98.9"),
        (98.84999, "0.0", "98.8499"),
        (0.57, "0%", "57"),
    ],
)
def test_percentage_is_read_by_its_number_format(typed, number_format, kept):
    workbook = book(value("CIC02", typed))
    workbook.active["E2"].number_format = number_format

    result = checked(saved(workbook))

    assert (result.report.problems, result.report.warnings) == ([], [])
    assert result.to_write[0].held.value == Decimal(kept)


@pytest.mark.parametrize("typed", ["0.00001%", "0.00004%"])
def test_percentage_finer_than_is_kept_is_not_none(typed):
    result = checked(xlsx(value("CIC02", typed)))

    assert result.to_write[0].held.value == Decimal("0.0001")
    assert result.report.new[0].now == "0.1%"


def test_percentage_finer_than_is_kept_is_quoted_as_it_was_typed():
    assert problems_in(row("CIC02", Result="0.00001%", Numerator=1, Denominator=100)) == [
        ("E2", '"0.00001%"', "1 of 100 gives 1.0%, not 0.1%. Correct one of the three.")
    ]
    (warning,) = report_of(xlsx(value("CIC02", 0.00001))).warnings
    assert warning.message.startswith(
        "This may be 0.001% without its % sign. Enter 0.001 if so; tick if 0.00001%"
    )


@pytest.mark.parametrize(
    ("typed", "asked"), [(0.00001, 1), (0.001, 1), (0.989, 1), (1, 1), (0, 0), (1.01, 0)]
)
def test_bare_percentage_up_to_1_has_to_be_confirmed(typed, asked):
    warnings = [w for w in report_of(xlsx(value("CIC02", typed))).warnings if w.must_confirm]

    assert len(warnings) == asked


def test_small_percentage_says_what_it_may_have_meant():
    warning = report_of(xlsx(value("CIC02", 0.989))).warnings[0]

    assert (warning.cell, warning.message) == (
        "E2",
        "This may be 98.9% without its % sign. Enter 98.9 if so; tick if 0.989% is meant.",
    )


def test_small_percentage_with_parts_that_agree_needs_no_confirming():
    report = report_of(xlsx(row("CIC02", Result=0.4, Numerator=2, Denominator=500)))

    assert (report.problems, report.warnings) == ([], [])


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ({"Result": "-"}, "not_available"),
        ({"Result": None}, "not_available"),
        ({"Result": "c"}, "suppressed"),
        ({"Result": "N/A"}, "not_applicable"),
        ({"Result": "-", "Status": "Not due"}, "not_due"),
        ({"Result": "–", "Numerator": "-", "Denominator": "-"}, "not_available"),
        ({"Result": None, "Status": "suppressed"}, "suppressed"),
    ],
)
def test_signs_and_blanks_are_statuses_not_zeros(typed, status):
    figure = checked(xlsx(value("CIC02", **{"result": typed.pop("Result")} | typed))).to_write[0].held

    assert figure[:4] == (None, None, None, status)


def test_invisible_characters_of_a_text_are_left_out():
    figure = checked(xlsx(row("CIC01\u200b", Note="Late\u202e return"))).to_write[0]

    assert (figure.entry.code, figure.held.note) == ("CIC01", "Late return")


def test_zero_is_a_figure():
    figure = checked(xlsx(value("CIC09", 0))).to_write[0].held

    assert (figure.value, figure.status) == (Decimal(0), "reported")


def test_result_is_worked_out_from_its_parts_when_it_is_left_blank():
    figure = checked(xlsx(row(Result=None))).to_write[0].held

    assert figure[:4] == (None, Decimal(1513), Decimal(1530), "reported")


def test_thousands_commas_are_read():
    figure = checked(xlsx(row(Numerator="1,513", Denominator="1,530"))).to_write[0].held

    assert (figure.numerator, figure.denominator) == (Decimal(1513), Decimal(1530))


@pytest.mark.parametrize("typed", ["31/08/2018", "2018-08-31", "31 August 2018", "Aug 2018"])
def test_month_may_be_typed_as_text(typed):
    assert checked(xlsx(row(Month=typed))).months == [datetime.date(2018, 8, 31)]


@pytest.mark.parametrize("typed", ["", "all children", "All  Children"])
def test_population_left_blank_is_all_children(typed):
    assert checked(xlsx(row(Population=typed))).to_write[0].entry.variant == "all"


def test_formula_that_was_never_calculated_is_a_problem():
    workbook = book(row())
    workbook.active["E2"] = "=F2/G2"

    (problem,) = told(report_of(saved(workbook)).problems)

    assert problem == (
        "E2",
        "a formula without a result",
        NUMBER + "Open the workbook in Excel or LibreOffice, let it calculate, save it and upload it.",
    )


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"code": "CIC02"}, "The portal gives no rating: an activity measure is never rated."),
        (
            {"Result": None, "Numerator": 1, "Denominator": 4},
            "The portal gives no rating: a denominator below 5 is too small to rate.",
        ),
        (
            {"Result": "-", "Numerator": None, "Denominator": None},
            "The portal gives no rating: there is no figure to rate.",
        ),
        ({"Population": "Excluding UASC"}, "The portal gives no rating: no target is set for this month."),
    ],
)
def test_rating_that_the_portal_does_not_give_is_a_problem_with_the_reason(typed, why):
    ((cell, _, message),) = problems_in(row(**typed | {"RAG": "A"}))

    assert (cell, message.partition(". ")[0] + ".") == ("J2", why)


@pytest.mark.parametrize("typed", ["G", "g", "Green", " GREEN ", "-", "n/a", None])
def test_rating_that_agrees_or_says_nothing_is_no_problem(typed):
    assert problems_in(row(RAG=typed)) == []


def test_row_with_nothing_but_a_column_that_is_not_read_is_left_aside():
    headings = (*HEADINGS, "Last month (for reference)")
    report = report_of(xlsx(row(), [None] * 11 + ["99.1%"], headings=headings))

    assert (report.problems, report.rows) == ([], 1)


def test_checking_writes_nothing():
    report_of(xlsx(row()))

    assert not Figure.objects.exists()


def test_percentage_to_confirm_is_listed_however_many_other_warnings_there_are():
    months = [shift_months(datetime.date(2018, 8, 31), -back) for back in range(1, 261)]
    others = [value(c, 97, Indicator="Another name", Month=m) for c in ("CIC02", "CIC09") for m in months]

    report = report_of(xlsx(*others, value("CIC02", 0.989)), is_history=True)

    assert report.warning_count > len(report.warnings)
    assert (
        report.obstacle(is_strict=False, is_confirmed=False) == "A percentage of 1 or less wants confirming."
    )
    assert {tick.key for tick in report.ticks} >= {"name", "small_percentage"}
