"""The panel's own layout: one row for each indicator by its name, letters beside the results, one month."""

import io
from decimal import Decimal

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from openpyxl.styles import numbers

from core.access import Role
from scorecard.actions import apply_from_command
from scorecard.imports.panel_layout import PanelColumn
from scorecard.models import Figure, Variant, WorkbookUpload
from scorecard.periods import DataPeriod
from tests.factories.scorecard import FigureFactory, IndicatorFactory, ThresholdFactory
from tests.scorecard.checking import checked, report_of, told
from tests.scorecard.workbooks import AUGUST, JULY, book, csv_file, ods, saved, xlsx

pytestmark = pytest.mark.django_db

HEADINGS = (
    *("Indicators", "Polarity", "Data Period", "Latest Result", "RAG", "Numerator", "Denominator", "Target"),
    *("Last Month's Result", "RAG", "Exc UASC", "RAG", "Benchmark"),
)
REVIEWED = "% of CIC cases which were reviewed"


def row(**cells):
    """98.9% of August 2018, green; 99.1% in July; excluding unaccompanied children 98.5%."""
    usual = {
        **{"name": REVIEWED, "polarity": "H", "period": "SS", "result": 98.9, "rag": "G"},
        **{"numerator": 1513, "denominator": 1530, "target": 98, "last": 99.1, "last_rag": "G"},
        **{"exc": 98.5, "exc_rag": "G", "benchmark": "94.0 *"},
    }
    assert cells.keys() <= usual.keys()
    return list((usual | cells).values())


def panel(*rows, sheet="Children in care", headings=HEADINGS, **how):
    return xlsx(*rows, headings=headings, sheet=sheet, **how)


def problems(data, **options):
    return told(report_of(data, **{"for_month": AUGUST} | options).problems)


def warnings(data):
    return [(cell, message) for cell, _, message in told(report_of(data, for_month=AUGUST).warnings)]


@pytest.fixture(autouse=True)
def indicators(db):
    reviewed = IndicatorFactory(code="CIC01", name=REVIEWED)
    for variant in Variant.values:
        ThresholdFactory(indicator=reviewed, variant=variant, target=98, floor=95)
    FigureFactory(indicator=reviewed, period__ends_on=JULY, value=Decimal("99.1"))
    FigureFactory(indicator=reviewed, period__ends_on=JULY, value=Decimal("98.4"), variant=Variant.EXC_UASC)


def test_each_row_gives_a_figure_of_all_children_and_one_without_unaccompanied_ones(uploads_folder):
    report, _ = apply_from_command(panel(row()), original_name="panel.xlsx", for_month=AUGUST)

    rows = Figure.objects.filter(period__ends_on=AUGUST).order_by("variant")
    assert list(rows.values_list("indicator__code", "variant", "value", "numerator", "denominator")) == [
        ("CIC01", "all", Decimal("98.9"), 1513, 1530),
        ("CIC01", "exc_uasc", Decimal("98.5"), None, None),
    ]
    assert (report.warnings, report.months) == ([], ["August 2018"])


@pytest.mark.parametrize("exc", [None, "-", "- -", "\N{EM DASH}"])
def test_no_figure_without_unaccompanied_children_where_none_is_printed(exc):
    found = checked(panel(row(exc=exc, exc_rag=exc)), for_month=AUGUST)

    assert [one.entry.variant for one in found.to_write] == [Variant.ALL]
    assert found.report.problems == []


@pytest.mark.parametrize(("result", "unchanged"), [(98.9, 1), (98.8, 0)])
def test_the_same_figure_keeps_its_note(result, unchanged):
    FigureFactory(indicator__code="CIC01", value=Decimal("98.9"), note="Late.", is_provisional=True)

    parts = {"numerator": None, "denominator": None}
    report = report_of(panel(row(result=result, exc=None, exc_rag=None, **parts)), for_month=AUGUST)

    assert (report.unchanged_count, report.changed_count) == (unchanged, 1 - unchanged)


def test_an_officer_chooses_the_month_beside_the_file(client_as, uploads_folder):
    file = io.BytesIO(panel(row()))
    file.name = "panel.xlsx"

    response = client_as(Role.MI_OFFICER).post(
        reverse("scorecard:upload_create"), {"file": file, "month": "2018-08"}, follow=True
    )

    assert "2 figures ready" in response.text
    assert WorkbookUpload.objects.latest("pk").month_ends == [AUGUST]


def test_the_command_takes_the_month_too(tmp_path, uploads_folder):
    file = tmp_path / "panel.xlsx"
    file.write_bytes(panel(row()))

    call_command("import_scorecard", str(file), "--month=2018-08", stdout=(said := io.StringIO()))

    assert said.getvalue().splitlines()[-1] == "Applied: 2 new, 0 changed, 0 unchanged."


def test_the_command_says_how_a_month_is_written(tmp_path):
    with pytest.raises(CommandError, match="is not a month"):
        call_command("import_scorecard", str(tmp_path / "panel.xlsx"), "--month=August")


def test_the_month_has_to_be_chosen():
    (problem,) = problems(panel(row()), for_month=None)

    assert problem == (
        "",
        "",
        "This is a scorecard in the panel's own layout, which does not say its month. Choose the month beside the "
        "file, and upload it again.",
    )


def test_headings_may_stand_below_a_title_and_sections_and_notes_between_the_rows():
    workbook = book(row(), headings=HEADINGS, sheet="Scorecard")
    sheet = workbook.active
    sheet.insert_rows(1, 2)
    sheet["A1"] = "Children in care, August 2018"
    sheet.merge_cells("A1:M1")
    sheet.insert_rows(4)
    sheet["A4"] = "Care planning and placements"
    sheet.merge_cells("A4:M4")
    sheet.append(["* England, 2016/17"])

    assert len(checked(saved(workbook), for_month=AUGUST).to_write) == 2


@pytest.mark.parametrize(
    "headings",
    [
        HEADINGS,
        (
            *(
                "Performance indicator",
                "POLARITY",
                "Period",
                "Result",
                "RAG status",
                "Num",
                "Denom",
                "Target",
            ),
            *("Last month", "RAG status", "Excluding UASC", "", "DoT"),
        ),
        (
            *("Indicator", "Polarity", "Data period", "Latest result and RAG status", None, "Numerator"),
            *("Denominator", "Target", "Last month's result and RAG status", None, "Result exc. UASC", None),
            "Benchmark",
        ),
        tuple(column for column in PanelColumn if column is not PanelColumn.CODE),
        (
            *(
                "Indicator",
                "Polarity",
                "Data period",
                "Result",
                "Latest RAG",
                "Numerator",
                "Denominator",
                "Target",
            ),
            *(
                "Result last month",
                "Last Month RAG",
                "Excluding UASC result",
                "Excluding UASC RAG",
                "Benchmark",
            ),
        ),
    ],
)
def test_headings_as_people_write_them(headings):
    assert problems(panel(row(), headings=headings)) == []


@pytest.mark.parametrize(
    ("rag", "last_rag", "exc_rag"),
    [
        (PanelColumn.RAG, PanelColumn.LAST_RAG, PanelColumn.EXC_RAG),
        ("Latest RAG", "Last Month RAG", "RAG (exc. UASC)"),
        ("RAG status", "RAG status last month", "Exc UASC rating"),
    ],
)
def test_each_rating_is_told_from_the_others_by_its_heading(rag, last_rag, exc_rag):
    headings = (*HEADINGS[:4], rag, *HEADINGS[5:9], "Exc UASC", last_rag, exc_rag)
    cells = row(rag="A", last_rag="R", exc_rag="R")
    rows = [*cells[:9], cells[10], cells[9], cells[11]]

    assert [found[0] for found in problems(panel(rows, headings=headings))] == ["E2", "L2"]
    rows[4] = rows[11] = "G"
    assert [cell for cell, _ in warnings(panel(rows, headings=headings))] == ["K2"]


@pytest.mark.parametrize("make", [xlsx, ods, csv_file])
def test_every_kind_of_file_is_read(make):
    ending = {xlsx: "xlsx", ods: "ods", csv_file: "csv"}[make]

    found = checked(make(row(), headings=HEADINGS), f"panel.{ending}", for_month=AUGUST)

    assert [str(one.figure) for one in found.to_write] == ["98.9", "98.5"]


def test_percentages_with_a_format_are_read_as_they_show():
    workbook = book(row(result=0.989, last=0.991, exc=0.985, target=0.98), headings=HEADINGS)
    for cell in ("D2", "H2", "I2", "K2"):
        workbook.active[cell].number_format = numbers.FORMAT_PERCENTAGE_00

    assert (problems(saved(workbook)), warnings(saved(workbook))) == ([], [])


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"rag": "A"}, ("E2", '"A"', "The portal works out Green")),
        ({"exc_rag": "R"}, ("L2", '"R"', "The portal works out Green")),
        ({"result": 97.9}, ("D2", '"97.9"', "1,513 of 1,530 gives 98.9%")),
        ({"result": "98,9"}, ("D2", '"98,9"', "Expected a number like 87.5.")),
        ({"numerator": 1600}, ("F2", '"1600"', "The numerator is more than the denominator")),
        ({"name": None}, ("A2", "", "Enter the indicator's name, or delete the row.")),
        (
            {"name": "% of CIC cases reviewed"},
            (
                "A2",
                '"% of CIC cases reviewed"',
                "No indicator has this name. Write the name as the scorecard has it",
            ),
        ),
    ],
)
def test_a_fault_is_named_at_its_cell(cells, found):
    ((cell, shown, message),) = problems(panel(row(**cells)))

    assert (cell, shown, message[: len(found[2])]) == found


def test_an_unknown_name_gets_the_nearest_one():
    ((_, _, message),) = problems(panel(row(name="% of CIC cases which were review")))

    assert message.endswith(f'The nearest is "{REVIEWED}".')


def test_a_code_decides_before_the_name():
    headings = ("Code", *HEADINGS)

    report = report_of(panel(["CIC01", *row(name="Reviews")], headings=headings), for_month=AUGUST)

    assert report.problems == []
    assert [(w.cell, w.message) for w in report.warnings] == [
        ("B2", f'CIC01 is called "{REVIEWED}" here. Check that the figure is of that indicator.')
    ] * 2


KNOWN_OTHERWISE = pytest.mark.parametrize(
    ("cells", "warning"),
    [
        ({"polarity": "L"}, ("B2", "CIC01 has H as its polarity here.")),
        ({"period": "R12M"}, ("C2", "CIC01 has SS as its data period here.")),
        ({"target": 97}, ("H2", "CIC01 has a target of 98% in August 2018 here.")),
        ({"last": 99.0}, ("I2", "CIC01 has 99.1% for July 2018 here.")),
        ({"last_rag": "A"}, ("J2", "CIC01 was green in July 2018 here.")),
    ],
)


@KNOWN_OTHERWISE
@pytest.mark.parametrize("stands", [(), ("all",), ("all", "exc_uasc")])
def test_what_the_portal_knows_otherwise_is_a_warning_even_of_figures_that_stand(cells, warning, stands):
    if "all" in stands:
        FigureFactory(indicator__code="CIC01", value=Decimal("98.9"), numerator=1513, denominator=1530)
    if "exc_uasc" in stands:
        FigureFactory(indicator__code="CIC01", value=Decimal("98.5"), variant=Variant.EXC_UASC)

    assert warnings(panel(row(**cells))) == [
        (warning[0], f"{warning[1]} The portal's is the one that counts.")
    ]


def test_file_without_the_other_population_is_one_warning_that_names_them_all():
    another = IndicatorFactory(code="CIC02", name="% of visits in time")
    FigureFactory(indicator=another, period__ends_on=JULY, value=90, variant=Variant.EXC_UASC)

    found = report_of(panel(row()[:10], headings=HEADINGS[:10]), for_month=AUGUST)

    assert [(warning.found, warning.message) for warning in found.warnings] == [
        (
            "no row for 2 figures",
            "These had a figure in July 2018 and would have none in August 2018: CIC01 (excluding UASC), CIC02 "
            "(excluding UASC).",
        )
    ]
    assert len(found.ticks) == 1


def test_the_same_indicator_twice_is_a_problem():
    ((cell, _, message),) = problems(panel(row(exc=None, exc_rag=None), row(exc=None, exc_rag=None)))

    assert (cell, message) == (
        "A3",
        "Row 2 holds the same code, population and month. Delete one of the two rows.",
    )


def test_a_heading_that_says_nothing_is_a_problem():
    assert problems(panel([*row(), 5], headings=(*HEADINGS, "Comment"))) == [
        (
            "N1",
            '"Comment"',
            "This is not a heading of the panel's scorecard. Correct it, or delete the column. The headings are: "
            "Code, Indicator, Polarity, Data period, Latest result, RAG, Numerator, Denominator, Target, "
            "Last month's result, RAG last month, Result excluding UASC, RAG excluding UASC, Benchmark.",
        )
    ]


def test_a_rating_away_from_its_result_says_which_it_belongs_to():
    headings = (*HEADINGS[:4], "Benchmark", *HEADINGS[5:12], "RAG")

    assert problems(panel(row(), headings=headings)) == [
        (
            "M1",
            '"RAG"',
            "It is not clear which result this rates. Move it to the right of its result, or write Latest RAG, RAG "
            "last month or RAG excluding UASC.",
        )
    ]


def test_merged_cells_in_a_row_of_figures_are_a_problem():
    workbook = book(row(exc=None, exc_rag=None), headings=HEADINGS)
    workbook.active.merge_cells("K2:L2")

    ((cell, _, message),) = problems(saved(workbook))

    assert (cell, message[:27]) == ("K2", "The cells K2:L2 are merged,")


def test_another_sheet_with_something_on_it_is_a_problem():
    workbook = book(row(), headings=HEADINGS, sheet="Scorecard Aug")
    workbook.create_sheet("Working")["A1"] = "Figures of July"

    ((_, _, message),) = problems(saved(workbook))

    assert message == (
        "This sheet is not part of the scorecard workbook. Nobody would see it here, and everybody who opens the "
        "file would. Delete the sheet."
    )


def test_the_month_beside_a_workbook_that_says_another_is_a_problem():
    from tests.scorecard.workbooks import row as ours

    ((cell, _, message),) = problems(
        xlsx(ours(Indicator=REVIEWED, Month=JULY, Result=99.1, Numerator=None, Denominator=None))
    )

    assert (cell, message) == (
        "D2",
        "You chose August 2018 beside the file. Correct the month here, or choose none there.",
    )


def test_a_target_of_an_activity_measure_is_not_expected():
    IndicatorFactory(
        code="CIC10", name="Children placed here", is_kpi=False, polarity="", data_period=DataPeriod.M
    )
    activity = row(
        **{"name": "Children placed here", "polarity": None, "period": "M", "result": 88.0, "rag": None},
        **{"numerator": None, "denominator": None, "target": None, "last": None, "last_rag": None},
        **{"exc": None, "exc_rag": None},
    )

    report = report_of(panel(row(), activity), for_month=AUGUST)

    assert (report.problems, report.warnings, report.new_count) == ([], [], 3)


def test_template_workbooks_are_no_panel_layout():
    workbook = openpyxl.Workbook()
    workbook.active.append(["Indicator", "Result", "Polarity"])

    assert problems(saved(workbook))[0][2].startswith('There is no sheet "Scorecard".')
